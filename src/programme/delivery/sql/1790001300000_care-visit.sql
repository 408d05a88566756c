-- Up Migration
-- Visits of maternity-care assistants to families: planned, and what came of them [domain 4.2, 4.3]. FHIR Encounter.
create table care_visit (
  id uuid primary key,
  trajectory_id uuid not null references trajectory,
  kind text not null check (kind in ('maternity', 'flexible')),
  assistant_id uuid not null references professional,
  state text not null check (state in ('planned', 'delivered', 'refused', 'missed', 'cancelled')),
  planned_from timestamptz,
  planned_until timestamptz,
  agreed text check (length(agreed) <= 1000),
  started_at timestamptz,
  ended_at timestamptz,
  break_minutes integer not null default 0 check (break_minutes >= 0),
  contents text[] not null default '{}',
  observation text check (length(observation) <= 5000),
  why_code text check (why_code ~ '^[a-z_]{3,40}$'),
  why text check (length(why) <= 2000),
  recorded_by_way text not null default 'web' check (recorded_by_way in ('web', 'phone')),
  noted_at timestamptz,
  check_date boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check ((planned_from is null) = (planned_until is null) and planned_until > planned_from),
  check (planned_from is not null or started_at is not null),
  check (state <> 'planned' or planned_from is not null),
  check (state <> 'delivered' or (started_at is not null and ended_at is not null)),
  check (ended_at > started_at and break_minutes * interval '1 minute' < ended_at - started_at),
  check (state not in ('refused', 'missed') or why_code is not null)
);
create index care_visit_of_trajectory on care_visit (trajectory_id, coalesce(started_at, planned_from));
create index care_visit_of_assistant on care_visit (assistant_id, coalesce(started_at, planned_from));
create index care_visit_of_organisation on care_visit (author_organisation_id, coalesce(started_at, planned_from));
comment on table care_visit is 'One visit of one maternity-care assistant to a family: planned, delivered, refused by the family, missed or cancelled. FHIR Encounter.';
comment on column care_visit.id is 'Made by who makes the visit, on the web or on the phone: the same visit sent again is the same.';
comment on column care_visit.trajectory_id is 'The line.';
comment on column care_visit.kind is 'maternity: by indication, in and around the maternity week; flexible: pillar 2.';
comment on column care_visit.assistant_id is 'The assistant who goes, or went.';
comment on column care_visit.state is 'planned, delivered, refused (by the family), missed or cancelled. The moves are in rules/visitMoves.ts.';
comment on column care_visit.planned_from is 'Planned start; empty for a visit that nobody had planned.';
comment on column care_visit.planned_until is 'Planned end.';
comment on column care_visit.agreed is 'What was agreed for this visit.';
comment on column care_visit.started_at is 'When she came.';
comment on column care_visit.ended_at is 'When she left.';
comment on column care_visit.break_minutes is 'Minutes of break within it: no hours of care.';
comment on column care_visit.contents is 'What was done, as codes of the programme''s list of contents.';
comment on column care_visit.observation is 'What she saw, in her words.';
comment on column care_visit.why_code is 'Why it was refused, missed or cancelled, as a code for the figures.';
comment on column care_visit.why is 'Why, in words: refused, missed, cancelled, corrected, or planned or recorded beside a rule.';
comment on column care_visit.recorded_by_way is 'How it was recorded last: web or phone.';
comment on column care_visit.noted_at is 'When it was recorded by the clock of her device.';
comment on column care_visit.check_date is 'The device''s clock was far from ours when it came in: the coordinator looks whether the day is right.';
comment on column care_visit.author_organisation_id is 'Maternity-care organisation that planned or recorded it.';
comment on column care_visit.author_id is 'Professional who did.';
comment on column care_visit.created_at is 'When first recorded.';
comment on column care_visit.version is 'Raised by one at each change; a change names the version it saw.';
select trust.protect('care_visit', 'maternity_care');
create trigger b_visit_stays before update on care_visit for each row execute function trust.stamp_record('kind');

-- Who is with one family is not with another. Asked of all visits of one assistant, of whichever organisation: it tells when, and never where.
create function trust.assistant_visits_between(of_assistant uuid, from_moment timestamptz, until_moment timestamptz)
returns table (visit_id uuid, state text, from_at timestamptz, until_at timestamptz)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role not in ('maternity_assistant', 'maternity_intake', 'maternity_coordinator') or not exists (
    select from membership m where m.professional_id = of_assistant and m.organisation_id = asker.organisation_id
      and m.role in ('maternity_assistant', 'maternity_intake', 'maternity_coordinator')) then
    raise exception 'not an assistant of the asker''s organisation' using errcode = 'insufficient_privilege'; end if;
  return query select v.id, v.state, coalesce(v.started_at, v.planned_from), coalesce(v.ended_at, v.planned_until) from care_visit v
    where v.assistant_id = of_assistant and v.state in ('planned', 'delivered')
      and coalesce(v.started_at, v.planned_from) between from_moment - interval '2 days' and until_moment
      and coalesce(v.started_at, v.planned_from) < until_moment and coalesce(v.ended_at, v.planned_until) > from_moment;
end $$;
comment on function trust.assistant_visits_between is 'When an assistant of the own organisation is with a family between two moments; never with which family.';

create function trust.lock_visits_of(of_assistant uuid) returns void language sql security definer set search_path = pg_catalog as $$
  select pg_advisory_xact_lock(hashtextextended('visits ' || of_assistant, 0)) $$;
comment on function trust.lock_visits_of is 'Visits of one assistant are planned and recorded one at a time, or two could overlap.';
alter function trust.assistant_visits_between owner to wieg_guard;
alter function trust.lock_visits_of owner to wieg_guard;
grant execute on function trust.assistant_visits_between, trust.lock_visits_of to wieg_app;
