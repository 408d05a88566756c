-- Up Migration
-- Deciding on a place, and the places themselves [domain 4.1 to 4.3]. Decisions and places are written by definer functions alone:
-- a ceiling is a matter of the database, not of who calls it.

-- Pillar 2: the question, goal and hours that family and professionals agreed on [001 3.3.2].
create table programme_request (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  need text not null check (need in ('not_yet_self_reliant', 'not_ready_for_other_help', 'other_help_not_available', 'none')),
  question text not null check (length(trim(question)) between 3 and 5000),
  goal text not null check (length(trim(goal)) between 3 and 5000),
  agreed_minutes integer check (agreed_minutes between 30 and 60000),
  postnatal_visit boolean,
  family_agreed_on date,
  midwife_agreed_on date,
  maternity_agreed_on date,
  youth_agreed_on date,
  youth_agreed_by uuid references professional,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (trajectory_id),
  unique (id, trajectory_id)
);
comment on table programme_request is 'What flexible maternity care is for in this family: situation, question, goal and hours, and who agrees. One a line, changed as they talk on.';
comment on column programme_request.id is 'Random id.';
comment on column programme_request.trajectory_id is 'The line.';
comment on column programme_request.need is 'Which of the three situations holds, or none [001 3.3.2].';
comment on column programme_request.question is 'Support question, in words of family and professionals.';
comment on column programme_request.goal is 'What the family wants to reach, in its own words.';
comment on column programme_request.agreed_minutes is 'Agreed care in minutes; the programme counts with 24 hours on average.';
comment on column programme_request.postnatal_visit is 'Found after birth: whether the family agrees to the postnatal visit of the youth health service; empty while not asked.';
comment on column programme_request.family_agreed_on is 'Day on which the family agreed.';
comment on column programme_request.midwife_agreed_on is 'Day on which the midwife agreed, while her care lasts.';
comment on column programme_request.maternity_agreed_on is 'Day on which the maternity-care assistant agreed.';
comment on column programme_request.youth_agreed_on is 'Day on which the youth nurse agreed.';
comment on column programme_request.youth_agreed_by is 'The youth nurse who confirmed it herself; empty when it was agreed in a talk and recorded by someone else.';
comment on column programme_request.author_organisation_id is 'Organisation that recorded it first.';
comment on column programme_request.author_id is 'Professional who recorded it first.';
comment on column programme_request.created_at is 'When first recorded.';
comment on column programme_request.version is 'Raised by one at each change.';
select trust.protect('programme_request', 'programme');

create table programme_decision (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  programme_id uuid not null,
  version_id uuid not null,
  pillar smallint not null,
  entry text not null check (entry in ('direct', 'flow_on')),
  outcome text not null check (outcome in ('place', 'no_place')),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  offered text[] not null default '{}',
  note text check (length(trim(note)) between 3 and 5000),
  decided_on date not null default app.today(),
  decided_at timestamptz not null default now(),
  role text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (version_id, programme_id) references programme_version (id, programme_id),
  foreign key (programme_id, pillar) references pillar (programme_id, number),
  unique (id, trajectory_id),
  check (outcome = 'no_place' or not criteria @? '$[*] ? (@.outcome != "met")'),
  check (outcome = 'place' or criteria @? '$[*] ? (@.outcome == "not_met")')
);
create index programme_decision_of_trajectory on programme_decision (trajectory_id, pillar, decided_at desc);
comment on table programme_decision is 'A decision on a place, with the outcome of every criterion at that moment. Never changed: criteria are tested once [domain 4.1].';
comment on column programme_decision.id is 'Random id.';
comment on column programme_decision.trajectory_id is 'The line.';
comment on column programme_decision.programme_id is 'The programme.';
comment on column programme_decision.version_id is 'The figures it rests on.';
comment on column programme_decision.pillar is 'Pillar 1 or 2.';
comment on column programme_decision.entry is 'direct, or flow_on: the family held a place in pillar 1.';
comment on column programme_decision.outcome is 'place or no_place.';
comment on column programme_decision.criteria is 'Each criterion: code, outcome (met, not_met, unknown), coded reason, facts.';
comment on column programme_decision.offered is 'What the family is offered instead, as codes.';
comment on column programme_decision.note is 'Words of the professional: what else is offered, how it was explained.';
comment on column programme_decision.decided_on is 'Day of the decision: residence and insurer are tested on this day.';
comment on column programme_decision.decided_at is 'The same as a moment.';
comment on column programme_decision.role is 'Role of the professional who decided.';
comment on column programme_decision.author_organisation_id is 'Organisation that decided.';
comment on column programme_decision.author_id is 'Professional who decided.';
comment on column programme_decision.created_at is 'When recorded.';
comment on column programme_decision.version is 'Always 1: it is not changed.';
select trust.protect('programme_decision', 'programme');

create table programme_place (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  decision_id uuid not null,
  pool_id uuid not null references place_pool,
  pillar smallint not null,
  entry text not null check (entry in ('direct', 'flow_on')),
  state text not null default 'taken' check (state in ('taken', 'given_back')),
  taken_on date not null default app.today(),
  municipality_code text not null,
  funder text check (funder in ('CZ', 'VGZ')),
  agreed_minutes integer check (agreed_minutes between 30 and 60000),
  maternity_care_organisation_id uuid not null references organisation,
  given_back_on date,
  given_back_why text check (given_back_why in ('family_declined', 'moved_before_birth', 'family_asks_after_loss', 'mistake')),
  given_back_note text check (length(trim(given_back_note)) between 3 and 5000),
  given_back_by uuid references professional,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (decision_id, trajectory_id) references programme_decision (id, trajectory_id),
  unique (id, trajectory_id),
  check ((state = 'given_back') = (given_back_on is not null and given_back_why is not null))
);
create index programme_place_of_trajectory on programme_place (trajectory_id);
create unique index programme_place_one on programme_place (trajectory_id, pillar) where state = 'taken';
create index programme_place_of_pool on programme_place (pool_id, taken_on);
comment on table programme_place is 'A place that a family holds or gave back. Nothing later ends it: no other category, insurer, address or consent [domain 4.1]. FHIR EpisodeOfCare.';
comment on column programme_place.id is 'Random id.';
comment on column programme_place.trajectory_id is 'The line.';
comment on column programme_place.decision_id is 'The decision it rests on.';
comment on column programme_place.pool_id is 'The places it counts for.';
comment on column programme_place.pillar is 'Pillar 1 or 2.';
comment on column programme_place.entry is 'direct or flow_on.';
comment on column programme_place.state is 'taken, or given back because no care was or will be delivered on it.';
comment on column programme_place.taken_on is 'Day on which it was taken.';
comment on column programme_place.municipality_code is 'Municipality of the family on that day, for the inflow.';
comment on column programme_place.funder is 'Insurer behind the policy, who pays; empty while it still has to be asked.';
comment on column programme_place.agreed_minutes is 'Pillar 2: agreed care in minutes.';
comment on column programme_place.maternity_care_organisation_id is 'Maternity-care organisation of the programme: its coordinator sees the place.';
comment on column programme_place.given_back_on is 'Day on which it was given back.';
comment on column programme_place.given_back_why is 'Why, as a code.';
comment on column programme_place.given_back_note is 'Why, in words.';
comment on column programme_place.given_back_by is 'Professional who gave it back.';
comment on column programme_place.author_organisation_id is 'Organisation that decided.';
comment on column programme_place.author_id is 'Professional who decided.';
comment on column programme_place.created_at is 'When recorded.';
comment on column programme_place.version is 'Raised by one at each change.';
select trust.protect('programme_place', 'programme',
  also => $$maternity_care_organisation_id = (select trust.my_organisation()) and (select trust.my_role()) = 'maternity_coordinator'$$);

create table place_release (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null,
  pillar smallint not null,
  to_entry text not null check (to_entry in ('direct', 'flow_on')),
  places integer not null check (places > 0),
  reason text not null check (length(trim(reason)) between 3 and 5000),
  decided_on date not null default app.today(),
  decided_at timestamptz not null default now(),
  decided_by uuid not null references professional,
  foreign key (programme_id, pillar) references pillar (programme_id, number)
);
comment on table place_release is 'Decisions of the project group that move places between flow-on and direct entry. No care data.';
comment on column place_release.id is 'Random id.';
comment on column place_release.programme_id is 'The programme.';
comment on column place_release.pillar is 'The pillar.';
comment on column place_release.to_entry is 'To which way of entering they went; they came from the other.';
comment on column place_release.places is 'How many places.';
comment on column place_release.reason is 'Why, in words.';
comment on column place_release.decided_on is 'Day.';
comment on column place_release.decided_at is 'The same as a moment.';
comment on column place_release.decided_by is 'Who recorded the decision.';
grant select on place_release to wieg_app;

do $$ declare t text; begin
  foreach t in array array['programme_decision', 'programme_place'] loop
    execute format('drop policy add on %I', t);
    execute format('drop policy change on %I', t);
    execute format('revoke insert, update on %I from wieg_app', t);
  end loop;
end $$;
