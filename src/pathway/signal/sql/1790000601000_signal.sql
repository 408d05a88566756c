-- Up Migration
-- Something noticed about a family. FHIR Observation.
create table signal (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  noted_together uuid not null,
  about_person uuid not null references family_member,
  own_person uuid,
  care_kind text not null check (care_kind in ('medical', 'social')),
  factors text[] not null check (cardinality(factors) between 1 and 40),
  seen text check (length(seen) between 1 and 5000),
  observed_on date not null,
  urgent boolean not null default false,
  discussed_on date,
  state text not null default 'open' check (state in ('open', 'withdrawn')),
  withdrawn_reason text check (length(trim(withdrawn_reason)) between 3 and 5000),
  author_role text not null,
  author_membership_id uuid default trust.my_membership() references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  recorded_on date not null default app.today(),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (discussed_on is null or discussed_on >= observed_on),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create index signal_of_trajectory on signal (trajectory_id, observed_on desc);
create index signal_noted_together on signal (noted_together);
comment on table signal is 'Something that a professional noticed about a person of a family: factors, and words if she likes. FHIR Observation.';
comment on column signal.id is 'Random id.';
comment on column signal.trajectory_id is 'The line.';
comment on column signal.noted_together is 'The same for what was noted in one go: the medical and the social part are kept apart, since not everyone sees both.';
comment on column signal.about_person is 'The person it is about: the mother, the partner, a child.';
comment on column signal.own_person is 'Filled when it is about the partner, whose data need his own consent.';
comment on column signal.care_kind is 'medical or social, by its factors: social partners see medical signals only as a medical circumstance.';
comment on column signal.factors is 'Codes of factors; risk, protective and context together.';
comment on column signal.seen is 'What was seen or heard, in the professional''s words.';
comment on column signal.observed_on is 'Day on which it was seen.';
comment on column signal.urgent is 'The professional says that it cannot wait.';
comment on column signal.discussed_on is 'Day on which it was discussed with the family. Empty: nobody outside the author''s organisation sees it [domain 3.1].';
comment on column signal.state is 'open, or withdrawn.';
comment on column signal.withdrawn_reason is 'Why it was withdrawn.';
comment on column signal.author_role is 'Role of the professional at that moment.';
comment on column signal.author_membership_id is 'Her job: she is the one who is reminded while it is not discussed.';
comment on column signal.author_organisation_id is 'Organisation that recorded it.';
comment on column signal.author_id is 'Professional who recorded it.';
comment on column signal.recorded_on is 'Day on which it was recorded: the term for discussing it runs from here.';
comment on column signal.created_at is 'When recorded.';
comment on column signal.version is 'Raised by one at each change.';
select trust.protect('signal', 'signals', limits => 'discussed_on is not null');

create function trust.guard_signal() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare family uuid := trust.family_of(new.trajectory_id); person record;
begin
  select m.kind, m.id into person from family_member m where m.id = new.about_person and m.family_id = family;
  if not found then raise exception 'not a person of this family' using errcode = 'insufficient_privilege'; end if;
  new.own_person := case when person.kind = 'partner' then person.id end;
  if new.observed_on > app.today() or coalesce(new.discussed_on, new.observed_on) > app.today() then
    raise exception 'a signal lies in the future' using errcode = 'check_violation'; end if;
  if tg_op = 'UPDATE' and (new.about_person, new.factors, new.seen, new.observed_on, new.care_kind, new.noted_together, new.author_membership_id)
    is distinct from (old.about_person, old.factors, old.seen, old.observed_on, old.care_kind, old.noted_together, old.author_membership_id) then
    raise exception 'what was noticed cannot change, only be withdrawn' using errcode = 'restrict_violation'; end if;
  if tg_op = 'UPDATE' and old.discussed_on is not null and new.discussed_on is null then
    raise exception 'what was discussed cannot be made undiscussed' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
comment on function trust.guard_signal is 'The person is of this family, the partner''s data are marked as his, and what was noticed stays as it was noted.';
create trigger b_guard_signal before insert or update on signal for each row execute function trust.guard_signal();

create function trust.watch_signals(of_note uuid, term_days integer) returns void
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); noted record;
begin
  select s.trajectory_id, m.principal, min(s.observed_on) as observed_on, min(s.recorded_on) as recorded_on,
    bool_or(s.state = 'open' and s.discussed_on is null) and bool_and(t.state = 'open') as waits
  into noted from signal s join membership m on m.id = s.author_membership_id join trajectory t on t.id = s.trajectory_id
  where s.noted_together = of_note and s.author_organisation_id = asker.organisation_id group by s.trajectory_id, m.principal;
  if not found then raise exception 'not a signal of the asker''s organisation' using errcode = 'insufficient_privilege'; end if;
  if noted.waits then
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    values (noted.principal, noted.trajectory_id, 'signal-not-discussed', of_note, 'mine',
      noted.recorded_on + term_days, jsonb_build_object('observedOn', noted.observed_on, 'days', term_days))
    on conflict (principal, kind, subject_id, side) where closed_at is null do nothing;
  else
    update work_item set closed_at = now(), closed_why = 'done' where kind = 'signal-not-discussed' and subject_id = of_note and closed_at is null;
  end if;
end $$;
comment on function trust.watch_signals is 'Reminds the author of a signal as long as it is neither discussed nor withdrawn.';

create function trust.hidden_medical_signals(of_trajectory uuid) returns table (how_many integer, newest_on date)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  with asker as (select * from trust.asker()), mine as (
    select g.own_person, bool_and(g.social_only) as social_only from access_grant g, asker a
    where g.principal = any(a.principals) and g.trajectory_id = of_trajectory and g.part = 2 and g.until >= app.today() group by g.own_person
  )
  select count(*)::integer, max(s.observed_on) from signal s, asker a
  where s.trajectory_id = of_trajectory and s.care_kind = 'medical' and s.state = 'open' and s.discussed_on is not null
    and s.author_organisation_id <> a.organisation_id
    and exists (select from mine where mine.social_only and mine.own_person is not distinct from s.own_person) $$;
comment on function trust.hidden_medical_signals is 'For a social partner: that there are medical circumstances, how many and since when, and nothing more [access.md 2].';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.guard_signal()', 'trust.watch_signals(uuid, integer)', 'trust.hidden_medical_signals(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.watch_signals, trust.hidden_medical_signals to wieg_app;
