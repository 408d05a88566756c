-- Up Migration
-- Before a pregnancy and between two [004 "preconceptiezorg en interconceptiezorg"; 003]: a conversation, what is good to know for a next
-- pregnancy, and who follows; and what of an earlier line comes along with the next one, if the family allows it.
create table interconception_talk (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  kind text not null check (kind in ('preconception', 'interconception', 'taken_over')),
  held_on date not null,
  with_partner boolean not null default false,
  wish text check (wish in ('now', 'later', 'none', 'unsure')),
  topics text[] not null default '{}' check (cardinality(topics) <= 20),
  risks text check (length(risks) <= 2000),
  advice text check (length(advice) <= 2000),
  follow_on date,
  followed_by uuid references membership,
  taken_back boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (follow_on is null or followed_by is not null)
);
create index interconception_talk_by_trajectory on interconception_talk (trajectory_id);
create index interconception_talk_of_trajectory on interconception_talk (trajectory_id, held_on desc) where not taken_back;
comment on table interconception_talk is 'A conversation about a wish for a (next) child, with what is good to know for a next pregnancy. FHIR Encounter, Observation.';
comment on column interconception_talk.id is 'Random id.';
comment on column interconception_talk.trajectory_id is 'The line.';
comment on column interconception_talk.kind is 'preconception (no pregnancy yet), interconception (after a birth or a loss), or taken_over from an earlier line, with the family''s yes.';
comment on column interconception_talk.held_on is 'Day of the conversation.';
comment on column interconception_talk.with_partner is 'The partner was there.';
comment on column interconception_talk.wish is 'Whether the family wishes a (next) child: now, later, none, unsure.';
comment on column interconception_talk.topics is 'What was talked about, as codes.';
comment on column interconception_talk.risks is 'What is good to know for a next pregnancy: risks of the last one, health, medicines.';
comment on column interconception_talk.advice is 'What was advised and agreed.';
comment on column interconception_talk.follow_on is 'Day on which someone asks again.';
comment on column interconception_talk.followed_by is 'Job of who follows.';
comment on column interconception_talk.taken_back is 'Recorded by mistake: counts for nothing.';
comment on column interconception_talk.author_organisation_id is 'Organisation that recorded it.';
comment on column interconception_talk.author_id is 'Professional who recorded it.';
comment on column interconception_talk.created_at is 'When recorded.';
comment on column interconception_talk.version is 'Raised by one at each change.';
select trust.protect('interconception_talk', 'exploration');

create table line_takeover (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  from_trajectory_id uuid not null,
  part text not null check (part in ('signals', 'plan', 'talks')),
  allowed boolean not null,
  given_on date not null,
  way text not null check (way in ('spoken', 'signed')),
  taken integer not null default 0 check (taken >= 0),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (trajectory_id <> from_trajectory_id),
  check (allowed or taken = 0)
);
create index line_takeover_of_trajectory on line_takeover (trajectory_id, created_at);
create unique index line_takeover_once on line_takeover (trajectory_id, from_trajectory_id, part) where allowed;
comment on table line_takeover is 'What the family said about taking a part of an earlier line along to this one. FHIR Consent, Provenance. Without a yes nothing comes along.';
comment on column line_takeover.id is 'Random id.';
comment on column line_takeover.trajectory_id is 'The line of the next pregnancy.';
comment on column line_takeover.from_trajectory_id is 'The earlier line: it stays as it is. No reference: that one may be destroyed on request.';
comment on column line_takeover.part is 'What: factors that were signalled, open questions and goals of the plan, what is good to know for a next pregnancy.';
comment on column line_takeover.allowed is 'Whether the family allowed it.';
comment on column line_takeover.given_on is 'Day of the answer.';
comment on column line_takeover.way is 'Spoken, or signed on paper.';
comment on column line_takeover.taken is 'How many records came along.';
comment on column line_takeover.author_organisation_id is 'Organisation that recorded the answer.';
comment on column line_takeover.author_id is 'Professional who recorded it.';
comment on column line_takeover.created_at is 'When recorded.';
comment on column line_takeover.version is 'Always 1: it is not changed.';
select trust.protect('line_takeover', 'identity');
drop policy change on line_takeover;
revoke update on line_takeover from wieg_app;

create function trust.guard_interconception() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'taken_back' - 'version') is distinct from (to_jsonb(old) - 'taken_back' - 'version') then
    raise exception 'what was said cannot change, only be taken back' using errcode = 'restrict_violation'; end if;
  if new.held_on > app.today() then raise exception 'a conversation lies in the future' using errcode = 'check_violation'; end if;
  return new;
end $$;
comment on function trust.guard_interconception is 'What was said in a conversation stays as it was noted.';
alter function trust.guard_interconception owner to wieg_guard;
create trigger b_guard_interconception before insert or update on interconception_talk for each row execute function trust.guard_interconception();

-- After the policy had its say: the earlier line is one of the same woman, the same family or the one that the own record was begun from.
create function trust.guard_takeover() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if (trust.asker()).session_id is not null and (not exists (select from trajectory n join family f on f.id = n.family_id join trajectory e on e.family_id in (n.family_id, f.copied_from)
      where n.id = new.trajectory_id and e.id = new.from_trajectory_id) or new.given_on > app.today()) then
    raise exception 'not an earlier line of this family' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
comment on function trust.guard_takeover is 'Only from a line of the same woman.';
alter function trust.guard_takeover owner to wieg_guard;
create trigger c_guard_takeover after insert on line_takeover for each row execute function trust.guard_takeover();

-- After the maternity period who followed the pregnancy is asked what is good to know for a next one; not after a loss [domain 3.10].
create function trust.put_interconception(of_line uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare put integer;
begin
  with wanted as materialized (
    select t.id, t.born_on, (select m.principal from team m where m.organisation_id = t.author_organisation_id and m.role in ('midwife', 'clinical_midwife', 'gynaecologist')
        and exists (select from membership w where w.organisation_id = m.organisation_id and w.role = m.role and coalesce(w.until, 'infinity') >= app.today())
      order by array_position(array['midwife', 'clinical_midwife', 'gynaecologist'], m.role) limit 1) as principal
    from trajectory t where (of_line is null or t.id = of_line) and t.state = 'open' and t.loss_on is null and t.born_on between app.today() - 120 and app.today() - 35
      and not exists (select from interconception_talk i where i.trajectory_id = t.id and i.kind = 'interconception' and not i.taken_back)
  ), gone as (
    update work_item w set closed_at = now(), closed_why = 'followed'
    where w.kind = 'interconception.ask' and w.closed_at is null and (of_line is null or w.trajectory_id = of_line)
      and not exists (select from wanted c where c.id = w.trajectory_id)
  )
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select c.principal, c.id, 'interconception.ask', c.id, 'mine', greatest(c.born_on + 56, app.today() + 7), '{}' from wanted c where c.principal is not null
  on conflict (principal, kind, subject_id, side) where closed_at is null do nothing;
  get diagnostics put = row_count;
  return put;
end $$;
comment on function trust.put_interconception is 'Not for the application: asks who registered the line for the conversation after the maternity period, and asks no more when it was held or does not fit.';

create function trust.ask_interconception() returns integer language sql security definer set search_path = trust, pg_catalog as $$ select trust.put_interconception(null) $$;
comment on function trust.ask_interconception is 'Each morning: the lines whose maternity period is over.';

create function trust.interconception_follows() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_table_name = 'trajectory' then
    perform trust.put_interconception(new.id);
    if new.loss_on is not null then
      update work_item set closed_at = now(), closed_why = 'loss' where trajectory_id = new.id and kind = 'interconception.follow' and closed_at is null;
    end if;
  else perform trust.put_interconception(new.trajectory_id); end if;
  return null;
end $$;
comment on function trust.interconception_follows is 'Held, or lost: nothing is asked by itself any more.';
do $$ declare f regprocedure; begin
  foreach f in array array['trust.put_interconception(uuid)', 'trust.ask_interconception()', 'trust.interconception_follows()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.ask_interconception to wieg_worker;
create trigger interconception_follows after insert or update on interconception_talk for each row execute function trust.interconception_follows();
create trigger interconception_follows_line after update of state, loss_on, born_on on trajectory for each row
  when ((old.state, old.loss_on, old.born_on) is distinct from (new.state, new.loss_on, new.born_on)) execute function trust.interconception_follows();
