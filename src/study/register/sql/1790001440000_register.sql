-- Up Migration
-- Register data of a study [domain 5.3]: what registers outside Wieg know of a participant, by pseudonym, from a file that the research desk offers; and the
-- hours, the duration and the content of care that Wieg has already, told by pseudonym.
create table study_register_file (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'offered' check (state in ('offered', 'taken', 'dropped')),
  headings text[] not null,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  refused jsonb not null check (jsonb_typeof(refused) = 'array'),
  offered_by uuid not null references professional,
  offered_at timestamptz not null default now(),
  decided_at timestamptz,
  version integer not null default 1,
  check ((state = 'offered') = (decided_at is null))
);
create unique index study_register_file_once on study_register_file (sha256) where state <> 'dropped';
comment on table study_register_file is 'A file with register data as it was offered: what can be taken over and what not, before anything is. Pseudonyms only; its name is not kept.';
comment on column study_register_file.id is 'Random id.';
comment on column study_register_file.sha256 is 'Hash of the file: the same file a second time is the same.';
comment on column study_register_file.state is 'offered (looked at, nothing taken over), taken, or dropped.';
comment on column study_register_file.headings is 'Headings of its columns, for the file with refused lines.';
comment on column study_register_file.lines is 'Lines that can be taken over: line, code, kind, count, from, until, and what the register had before.';
comment on column study_register_file.refused is 'Lines that are not taken over: line, cells, and why as codes.';
comment on column study_register_file.offered_by is 'Who offered it.';
comment on column study_register_file.offered_at is 'When.';
comment on column study_register_file.decided_at is 'When it was taken over or dropped.';
comment on column study_register_file.version is 'Raised by one at each change.';

create table study_register (
  participant_id uuid not null references study_participant on delete cascade,
  kind text not null check (kind in ('jgz_referral', 'hospital_contact')),
  period_from date not null,
  period_until date not null,
  count integer not null check (count between 0 and 200),
  source_file text not null,
  imported_by uuid not null references professional,
  imported_at timestamptz not null default now(),
  primary key (participant_id, kind, period_from, period_until),
  check (period_until >= period_from)
);
comment on table study_register is 'What a register outside Wieg knows of a participant who agreed to linking: how often, in a period.';
comment on column study_register.participant_id is 'Who, by pseudonym.';
comment on column study_register.kind is 'jgz_referral: referrals by youth health care. hospital_contact: contacts with specialist care.';
comment on column study_register.period_from is 'First day of the period that was counted.';
comment on column study_register.period_until is 'Last day.';
comment on column study_register.count is 'How often; 0 is known to be none.';
comment on column study_register.source_file is 'First signs of the hash of the file it came from last.';
comment on column study_register.imported_by is 'Who took it over.';
comment on column study_register.imported_at is 'When.';

do $$ declare t text; begin
  foreach t in array array['study_register_file', 'study_register'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
    execute format('grant select, insert, update on %I to wieg_app', t);
  end loop;
end $$;
create policy see on study_register_file for select to wieg_app using ((select trust.my_role()) = 'research_desk');
-- Who took her consent to linking back is linked no more, also with what was taken over before.
create policy see on study_register for select to wieg_app using ((select trust.my_role()) = 'research_desk'
  and exists (select from study_participation p where p.participant_id = study_register.participant_id and p.register_link and p.withdrawn_on is null));
create policy add on study_register_file for insert to wieg_app with check ((select trust.my_role()) = 'research_desk' and offered_by = (select trust.my_professional()));
create policy change on study_register_file for update to wieg_app using ((select trust.my_role()) = 'research_desk') with check ((select trust.my_role()) = 'research_desk');
-- Without consent to linking nothing is kept, whatever the file and the program say.
create policy add on study_register for insert to wieg_app with check ((select trust.my_role()) = 'research_desk' and imported_by = (select trust.my_professional())
  and exists (select from study_participation p where p.participant_id = study_register.participant_id and p.register_link and p.withdrawn_on is null));
create policy change on study_register for update to wieg_app using ((select trust.my_role()) = 'research_desk')
  with check (imported_by = (select trust.my_professional())
    and exists (select from study_participation p where p.participant_id = study_register.participant_id and p.register_link and p.withdrawn_on is null));

-- Care from Wieg itself. Days are told as days after the birth: a date would lead to a family.
create function study.care_of(of_participants uuid[] default null)
returns table (participant_id uuid, indicated_minutes integer, accepted_minutes integer, delivered_minutes integer, flexible_from integer, flexible_until integer, flexible_minutes integer,
  flexible_visits integer, flexible_contents jsonb)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if trust.my_role() is distinct from 'research_desk' then raise exception 'for the research desk' using errcode = 'insufficient_privilege'; end if;
  return query
  with who as materialized (
    select k.participant_id, k.trajectory_id, t.born_on from study_key k join trajectory t on t.id = k.trajectory_id
    where (of_participants is null or k.participant_id = any(of_participants))
      and exists (select from study_participation p where p.participant_id = k.participant_id and p.withdrawn_on is null)),
  hours as (
    select w.participant_id, (sum(h.minutes) filter (where h.day between w.born_on and w.born_on + 9))::integer as early, (sum(h.minutes) filter (where h.pillar = 2))::integer as flexible
    from who w join hour_line h on h.trajectory_id = w.trajectory_id group by 1),
  visited as (
    select w.participant_id, w.born_on, (v.started_at at time zone 'Europe/Amsterdam')::date as day, v.contents from who w join care_visit v on v.trajectory_id = w.trajectory_id
    where v.kind = 'flexible' and v.state = 'delivered'),
  spans as (select v.participant_id, min(v.day - v.born_on) as first_day, max(v.day - v.born_on) as last_day, count(*)::integer as visits from visited v group by 1),
  done as (
    select c.participant_id, jsonb_object_agg(c.content, c.times) as contents
    from (select v.participant_id, content, count(*) as times from visited v cross join unnest(v.contents) content group by 1, 2) c group by 1)
  select w.participant_id,
    (select i.minutes_after_hospital from indication i where i.trajectory_id = w.trajectory_id order by i.created_at desc limit 1),
    (select i.accepted_minutes from care_intake i where i.trajectory_id = w.trajectory_id order by i.created_at desc limit 1),
    case when w.born_on is not null then coalesce(h.early, 0) end, s.first_day, s.last_day, coalesce(h.flexible, 0), coalesce(s.visits, 0), coalesce(d.contents, '{}')
  from who w left join hours h on h.participant_id = w.participant_id left join spans s on s.participant_id = w.participant_id left join done d on d.participant_id = w.participant_id;
end $$;
comment on function study.care_of is 'For the research desk: hours indicated, taken and delivered (day 1 to 10), and duration and content of flexible care, by pseudonym; nobody who withdrew. Empty: everyone.';
alter function study.care_of owner to wieg_guard;
grant execute on function study.care_of to wieg_app;
