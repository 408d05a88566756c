-- Up Migration
-- The assessment of vulnerability: each is kept, the newest counts [domain 3.2]. FHIR RiskAssessment.
create table vulnerability_assessment (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  way text not null check (way in ('judged', 'after_visit')),
  risk_now boolean,
  urgent_risk boolean,
  protective_sufficient boolean,
  risk_factors text[] not null default '{}',
  urgent_factors text[] not null default '{}',
  protective_factors text[] not null default '{}',
  context_factors text[] not null default '{}',
  proposal text check (proposal in ('a', 'b', 'c', 'd')),
  category text not null check (category in ('a', 'b', 'c', 'd')),
  reason text check (length(trim(reason)) between 3 and 5000),
  assessed_on date not null default app.today(),
  role text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (way = 'after_visit' or (risk_now is not null and urgent_risk is not null and protective_sufficient is not null)),
  check (risk_now or not urgent_risk),
  check (way = 'after_visit' or proposal is not distinct from category or reason is not null)
);
create index vulnerability_assessment_of_trajectory on vulnerability_assessment (trajectory_id, number desc);
comment on table vulnerability_assessment is 'Category a-d at a moment, by a professional, with the factors and judgements it rests on. Added to, never changed.';
comment on column vulnerability_assessment.id is 'Random id.';
comment on column vulnerability_assessment.number is 'Order in which they were recorded.';
comment on column vulnerability_assessment.trajectory_id is 'The line.';
comment on column vulnerability_assessment.way is 'judged: from the three judgements; after_visit: what was found together after the prenatal home visit.';
comment on column vulnerability_assessment.risk_now is 'Whether risk factors play a part now, as the professional judged.';
comment on column vulnerability_assessment.urgent_risk is 'Whether one of them is urgent, as the professional judged.';
comment on column vulnerability_assessment.protective_sufficient is 'Whether the protective factors are sufficient, as the professional judged.';
comment on column vulnerability_assessment.risk_factors is 'Codes of the risk factors that were known at that moment.';
comment on column vulnerability_assessment.urgent_factors is 'Codes of those that were urgent.';
comment on column vulnerability_assessment.protective_factors is 'Codes of the protective factors that were known.';
comment on column vulnerability_assessment.context_factors is 'Codes of what makes talking or care harder; never counted.';
comment on column vulnerability_assessment.proposal is 'What the definition gave; empty where it does not cover the judgements.';
comment on column vulnerability_assessment.category is 'What the professional decided: a self-reliant, b potentially vulnerable, c vulnerable, d very vulnerable.';
comment on column vulnerability_assessment.reason is 'Why she decided otherwise than proposed, or without a proposal.';
comment on column vulnerability_assessment.assessed_on is 'Day of the assessment.';
comment on column vulnerability_assessment.role is 'Role of the professional at that moment.';
comment on column vulnerability_assessment.author_organisation_id is 'Organisation that assessed.';
comment on column vulnerability_assessment.author_id is 'Professional who assessed.';
comment on column vulnerability_assessment.created_at is 'When recorded.';
comment on column vulnerability_assessment.version is 'Always 1: an assessment is not changed.';
select trust.protect('vulnerability_assessment', 'assessment');
drop policy change on vulnerability_assessment;
revoke update on vulnerability_assessment from wieg_app;

create table category_route (
  id uuid primary key,
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  category text not null check (category in ('a', 'b', 'c', 'd')),
  route smallint not null check (route between 1 and 3),
  assessed_on date not null,
  since date not null,
  since_at timestamptz not null default now(),
  conference_by date,
  role text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (id, trajectory_id) references vulnerability_assessment (id, trajectory_id),
  check (route = case category when 'a' then 1 when 'b' then 2 else 3 end),
  check ((route = 3) = (conference_by is not null))
);
create index category_route_of_trajectory on category_route (trajectory_id, number desc);
comment on table category_route is 'Category and route of each assessment without its reasons: what a municipal worker may see. The newest counts.';
comment on column category_route.id is 'The assessment.';
comment on column category_route.number is 'Order in which they were recorded.';
comment on column category_route.trajectory_id is 'The line.';
comment on column category_route.category is 'Category a-d.';
comment on column category_route.route is 'Route 1, 2 or 3: follows from the category [002].';
comment on column category_route.assessed_on is 'Day of the assessment.';
comment on column category_route.since is 'Since when it is this category without a break: the terms of the route run from here.';
comment on column category_route.since_at is 'The same as a moment.';
comment on column category_route.conference_by is 'Route 3: last day of the sitting that has to discuss it [domain 3.3].';
comment on column category_route.role is 'Role of the professional who assessed.';
comment on column category_route.author_organisation_id is 'Organisation that assessed.';
comment on column category_route.author_id is 'Professional who assessed.';
comment on column category_route.created_at is 'When recorded.';
comment on column category_route.version is 'Always 1: it is not changed.';
select trust.protect('category_route', 'category_route');
drop policy change on category_route;
revoke update on category_route from wieg_app;

create table route_step (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  step text not null check (step in ('first_referral', 'ask_home_visit', 'hold_home_visit', 'confirm_category', 'conference', 'case_lead', 'reassess')),
  outcome text not null check (outcome in ('done', 'declined', 'reopened')),
  ended_on date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id)
);
create index route_step_of_trajectory on route_step (trajectory_id, number desc);
comment on table route_step is 'How steps of a route ended. Of each step the newest line counts.';
comment on column route_step.id is 'Random id.';
comment on column route_step.number is 'Order in which they were recorded.';
comment on column route_step.trajectory_id is 'The line.';
comment on column route_step.step is 'Step of the route [domain 3.3].';
comment on column route_step.outcome is 'done; declined: the family did not want it; reopened: it is open again, such as after a cancelled visit.';
comment on column route_step.ended_on is 'Day.';
comment on column route_step.author_organisation_id is 'Organisation that recorded it.';
comment on column route_step.author_id is 'Professional who recorded it.';
comment on column route_step.created_at is 'When recorded.';
comment on column route_step.version is 'Always 1: it is not changed.';
select trust.protect('route_step', 'category_route');
drop policy change on route_step;
drop policy add on route_step; -- by trust.settle_route_step alone, so that each involved role can report what it did
revoke insert, update on route_step from wieg_app;

create table route_step_refusal (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  route_step_id uuid not null,
  reason text not null check (length(trim(reason)) between 3 and 5000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (route_step_id, trajectory_id) references route_step (id, trajectory_id)
);
create index route_step_refusal_of_trajectory on route_step_refusal (trajectory_id);
comment on table route_step_refusal is 'Why a family did not want a step of the route. Support is never made conditional on it [domain 3.3].';
comment on column route_step_refusal.id is 'Random id.';
comment on column route_step_refusal.trajectory_id is 'The line.';
comment on column route_step_refusal.route_step_id is 'The refused step.';
comment on column route_step_refusal.reason is 'The reason, as the family gave it.';
comment on column route_step_refusal.author_organisation_id is 'Organisation that recorded it.';
comment on column route_step_refusal.author_id is 'Professional who recorded it.';
comment on column route_step_refusal.created_at is 'When recorded.';
comment on column route_step_refusal.version is 'Always 1: it is not changed.';
select trust.protect('route_step_refusal', 'assessment');
drop policy change on route_step_refusal;
revoke update on route_step_refusal from wieg_app;

create function trust.settle_route_step(of_trajectory uuid, of_step text, of_outcome text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  if not trust.may_move_work(of_trajectory, 'route.' || of_step) then raise exception 'not a step of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  return trust.write_route_step(of_trajectory, of_step, of_outcome);
end $$;
comment on function trust.settle_route_step is 'An involved professional reports how a step ended. Null when that was known already.';
alter function trust.settle_route_step owner to wieg_guard;
grant execute on function trust.settle_route_step to wieg_app;

-- The home visit is prenatal: once the child is born nobody is asked to ask for one.
create function trust.birth_ends_prenatal_steps() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update work_item set closed_at = now(), closed_why = 'born' where trajectory_id = new.trajectory_id and kind = 'route.ask_home_visit' and closed_at is null;
  return null;
end $$;
alter function trust.birth_ends_prenatal_steps owner to wieg_guard;
create trigger ends_prenatal_steps after insert on birth for each row execute function trust.birth_ends_prenatal_steps();
