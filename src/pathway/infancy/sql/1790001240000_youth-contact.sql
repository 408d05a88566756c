-- Up Migration
-- The first two years: contact moments of the youth health service, planned from the birth [004; domain 3.10].
create table youth_contact_moment (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  label text not null check (length(trim(label)) between 2 and 80),
  age_months smallint not null check (age_months between 0 and 24),
  age_days smallint not null check (age_days between 0 and 120),
  opens_days_before smallint not null check (opens_days_before between 0 and 90),
  closes_days_after smallint not null check (closes_days_after between 0 and 90),
  corrected boolean not null,
  done_by text not null check (done_by in ('youth_nurse', 'youth_doctor')),
  active boolean not null default true,
  source text not null,
  changed_by uuid references professional,
  version integer not null default 1
);
comment on table youth_contact_moment is 'The contact moments of the youth health service (JGZ) until the second birthday: a list that a region changes. No care data.';
comment on column youth_contact_moment.code is 'Code.';
comment on column youth_contact_moment.label is 'Name on screens.';
comment on column youth_contact_moment.age_months is 'Age of the child, in months, with age_days added.';
comment on column youth_contact_moment.age_days is 'Days added to the months.';
comment on column youth_contact_moment.opens_days_before is 'From how many days before that age it may be held and is asked for.';
comment on column youth_contact_moment.closes_days_after is 'Until how many days after it; later is late.';
comment on column youth_contact_moment.corrected is 'Counted from the day the child was due, for who was born before 37+0: what is looked at is development.';
comment on column youth_contact_moment.done_by is 'Whose list it comes on: youth nurse or youth doctor.';
comment on column youth_contact_moment.active is 'False: not planned any more.';
comment on column youth_contact_moment.source is 'Where it comes from.';
comment on column youth_contact_moment.changed_by is 'Administrator who last changed it; empty for what came with Wieg.';
comment on column youth_contact_moment.version is 'Raised by one at each change.';
alter table youth_contact_moment enable row level security;
create policy see on youth_contact_moment for select using (true);
create policy owner on youth_contact_moment to wieg_owner using (true) with check (true);
create function trust.keeps_contact_moments() returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select coalesce(trust.my_role() = 'platform_admin' or trust.my_role() = 'organisation_admin'
    and exists (select from organisation o where o.id = trust.my_organisation() and o.kind = 'youth_health'), false) $$;
comment on function trust.keeps_contact_moments is 'The asker administers the region, or a youth health service: she may change the list of contact moments.';
alter function trust.keeps_contact_moments owner to wieg_guard;
grant execute on function trust.keeps_contact_moments to wieg_app;
create policy add on youth_contact_moment for insert to wieg_app with check ((select trust.keeps_contact_moments()));
create policy change on youth_contact_moment for update to wieg_app using ((select trust.keeps_contact_moments())) with check ((select trust.keeps_contact_moments()));
grant select on youth_contact_moment to wieg_app, wieg_guard, wieg_worker;
grant insert, update on youth_contact_moment to wieg_app;
create function trust.stamp_contact_moment() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new.code <> old.code then raise exception 'a code stays' using errcode = 'restrict_violation'; end if;
  if (trust.asker()).session_id is not null then new.changed_by := trust.my_professional(); end if;
  return new;
end $$;
comment on function trust.stamp_contact_moment is 'Who changed the list is who is signed in; what records point at keeps its code.';
alter function trust.stamp_contact_moment owner to wieg_guard;
create trigger stamp_contact_moment before insert or update on youth_contact_moment for each row execute function trust.stamp_contact_moment();

create table youth_contact (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  child_id uuid not null references family_member,
  moment_code text not null references youth_contact_moment,
  outcome text not null check (outcome in ('held', 'no_show', 'declined')),
  on_day date not null,
  noticed text check (length(noticed) <= 5000),
  noted_together uuid,
  taken_back boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index youth_contact_of_child on youth_contact (child_id, moment_code) where not taken_back;
create index youth_contact_of_trajectory on youth_contact (trajectory_id, on_day);
comment on table youth_contact is 'What became of one contact moment of a child: held, nobody came, or the parents did not want it. FHIR Encounter.';
comment on column youth_contact.id is 'Random id.';
comment on column youth_contact.trajectory_id is 'The line.';
comment on column youth_contact.child_id is 'The child; of twins each has its own.';
comment on column youth_contact.moment_code is 'Which contact moment.';
comment on column youth_contact.outcome is 'held, no_show (it stays to be done), or declined.';
comment on column youth_contact.on_day is 'Day of it.';
comment on column youth_contact.noticed is 'What stood out, in the professional''s words; with factors it is a signal too.';
comment on column youth_contact.noted_together is 'The signal that was made of it, with nothing typed again.';
comment on column youth_contact.taken_back is 'Recorded by mistake: counts for nothing.';
comment on column youth_contact.author_organisation_id is 'Organisation that recorded it.';
comment on column youth_contact.author_id is 'Professional who recorded it.';
comment on column youth_contact.created_at is 'When recorded.';
comment on column youth_contact.version is 'Raised by one at each change.';
select trust.protect('youth_contact', 'exploration');

create function trust.guard_youth_contact() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.child_id, new.moment_code, new.outcome, new.on_day, new.noticed, new.noted_together)
    is distinct from (old.child_id, old.moment_code, old.outcome, old.on_day, old.noticed, old.noted_together) then
    raise exception 'what happened cannot change, only be taken back' using errcode = 'restrict_violation'; end if;
  if (trust.asker()).session_id is not null and not exists (select from birth b where b.trajectory_id = new.trajectory_id and b.child_id = new.child_id and b.born_on <= new.on_day) or new.on_day > app.today() then
    raise exception 'not a child of this line on that day' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
comment on function trust.guard_youth_contact is 'A contact is about a child of this line, between its birth and today; what happened stays as it was noted.';
alter function trust.guard_youth_contact owner to wieg_guard;
create trigger b_guard_youth_contact before insert or update on youth_contact for each row execute function trust.guard_youth_contact();

-- What is to be done now: of each child the first contact moment that has opened and has no end, for the youth health service that follows
-- the line and may record it. Nothing after a loss, of a child that died, or of a line that ended [domain 3.10]. The same as
-- rules/planContacts.ts: a test holds the two together.
create function trust.open_youth_contacts(of_line uuid) returns table (trajectory_id uuid, organisation_id uuid, child_id uuid, moment_code text, moment text,
  done_by text, due_on date, closes_on date, missed integer)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with followed as (
    select r.trajectory_id, r.organisation_id, min(r.since) as since
    from care_relation r join organisation o on o.id = r.organisation_id and o.kind = 'youth_health' and o.active
    where (of_line is null or r.trajectory_id = of_line) and r.basis <> 'agenda' and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()
    group by 1, 2
  ), child as (
    select f.trajectory_id, f.organisation_id, f.since, b.child_id, b.born_on, case when b.gestational_days < 259 then 280 - b.gestational_days else 0 end as early,
      (b.born_on + interval '2 years')::date + (to_char(b.born_on, 'MMDD') = '0229')::integer as second
    from followed f join trajectory t on t.id = f.trajectory_id and t.state = 'open' and t.loss_on is null
    join birth b on b.trajectory_id = t.id and not b.taken_back
    join family_member c on c.id = b.child_id and c.died_on is null and c.until is null
    where b.born_on > app.today() - 800 and (t.author_organisation_id = f.organisation_id or exists (select from access_grant g join team m on m.principal = g.principal
      where g.trajectory_id = t.id and m.organisation_id = f.organisation_id and g.part = 4 and g.may_write and g.until >= app.today()))
  ), planned as (
    select c.*, m.code, m.label, m.done_by, m.opens_days_before, m.closes_days_after,
      least((c.born_on + case when m.corrected then c.early else 0 end + make_interval(months => m.age_months, days => m.age_days))::date, c.second - 1) as due_on
    from child c cross join youth_contact_moment m where m.active and c.second > app.today()
  )
  select distinct on (p.trajectory_id, p.organisation_id, p.child_id) p.trajectory_id, p.organisation_id, p.child_id, p.code, p.label, p.done_by, p.due_on,
    least(p.due_on + p.closes_days_after, p.second - 1),
    (select count(*)::integer from youth_contact y where y.child_id = p.child_id and y.moment_code = p.code and y.outcome = 'no_show' and not y.taken_back)
  from planned p
  where p.due_on >= p.since and p.due_on - p.opens_days_before <= app.today()
    and not exists (select from youth_contact y where y.child_id = p.child_id and y.moment_code = p.code and y.outcome in ('held', 'declined') and not y.taken_back)
  order by p.trajectory_id, p.organisation_id, p.child_id, p.due_on, p.code $$;
comment on function trust.open_youth_contacts is 'Not for the application: the contact moments that wait to be held, of one line or of all.';

create function trust.put_youth_contacts(of_line uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare put integer;
begin
  with wanted as materialized (
    select coalesce((select t.principal from team t where t.organisation_id = o.organisation_id and t.role = o.done_by
          and exists (select from membership m where m.organisation_id = t.organisation_id and m.role = t.role and coalesce(m.until, 'infinity') >= app.today())),
        (select t.principal from team t where t.organisation_id = o.organisation_id and t.role = 'youth_nurse')) as principal,
      o.trajectory_id, o.child_id, o.closes_on, jsonb_build_object('moment', o.moment, 'code', o.moment_code, 'dueOn', o.due_on, 'missed', o.missed) as facts
    from trust.open_youth_contacts(of_line) o
  ), gone as (
    update work_item w set closed_at = now(), closed_why = 'followed'
    where w.kind = 'youth-contact.due' and w.closed_at is null and (of_line is null or w.trajectory_id = of_line)
      and not exists (select from wanted c where c.principal = w.principal and c.child_id = w.subject_id)
  )
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select c.principal, c.trajectory_id, 'youth-contact.due', c.child_id, 'mine', c.closes_on, c.facts from wanted c where c.principal is not null
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts,
      since = case when w.facts ->> 'code' = excluded.facts ->> 'code' then w.since else excluded.since end
    where (w.due_on, w.facts) is distinct from (excluded.due_on, excluded.facts);
  get diagnostics put = row_count;
  return put;
end $$;
comment on function trust.put_youth_contacts is 'Not for the application: puts before the youth health service what waits of one line or of all, and takes off what waits no more.';

create function trust.follow_youth_contacts(of_line uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_line);
  perform trust.put_youth_contacts(of_line);
end $$;
comment on function trust.follow_youth_contacts is 'After a contact was recorded: the next one comes on the list, or none.';

create function trust.ask_youth_contacts() returns integer language sql security definer set search_path = trust, pg_catalog as $$ select trust.put_youth_contacts(null) $$;
comment on function trust.ask_youth_contacts is 'Each morning: the contact moments that have opened.';

-- What changes the dates or ends them is followed at once: a moved birth date, a birth taken back, a loss, the death of a child, the end.
create function trust.youth_contacts_follow() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if tg_argv[0] = 'id' and tg_table_name = 'family_member' then
    for line in select b.trajectory_id from birth b where b.child_id = new.id loop perform trust.put_youth_contacts(line); end loop;
  else perform trust.put_youth_contacts(line); end if;
  return null;
end $$;
comment on function trust.youth_contacts_follow is 'Nothing is asked that does not fit the line any more.';
do $$ declare f regprocedure; begin
  foreach f in array array['trust.open_youth_contacts(uuid)', 'trust.put_youth_contacts(uuid)', 'trust.follow_youth_contacts(uuid)', 'trust.ask_youth_contacts()',
    'trust.youth_contacts_follow()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.follow_youth_contacts to wieg_app;
grant execute on function trust.ask_youth_contacts to wieg_worker;
create trigger youth_contacts_follow after update of born_on, gestational_days, taken_back on birth for each row execute function trust.youth_contacts_follow('trajectory_id');
create trigger youth_contacts_follow_line after update of state, loss_on on trajectory for each row
  when ((old.state, old.loss_on) is distinct from (new.state, new.loss_on)) execute function trust.youth_contacts_follow('id');
create trigger youth_contacts_follow_child after update of died_on, until on family_member for each row
  when (new.kind = 'child' and (old.died_on, old.until) is distinct from (new.died_on, new.until)) execute function trust.youth_contacts_follow('id');
