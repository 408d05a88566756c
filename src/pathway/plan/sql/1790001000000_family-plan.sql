-- Up Migration
-- The family plan: one a line, since its parts hang on the line itself [001 ch. 1.2, 3.3.2, 4; domain 3.5]. FHIR CarePlan.
create table plan_question (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  wording text not null check (length(trim(wording)) between 1 and 5000),
  state text not null default 'open' check (state in ('open', 'reached', 'stopped')),
  source_kind text check (source_kind in ('visit_wish', 'conversation_wish')),
  source_id uuid,
  author_membership_id uuid default trust.my_membership() references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check ((source_kind is null) = (source_id is null))
);
create index plan_question_of_trajectory on plan_question (trajectory_id, created_at);
comment on table plan_question is 'A question for support in the family plan (ondersteuningsvraag). FHIR CarePlan.addresses.';
comment on column plan_question.id is 'Random id.';
comment on column plan_question.trajectory_id is 'The line.';
comment on column plan_question.wording is 'The question, in words that anyone at home may read.';
comment on column plan_question.state is 'open, reached (answered), or stopped.';
comment on column plan_question.source_kind is 'Taken over from a visit report or a broad conversation; empty: written here.';
comment on column plan_question.source_id is 'Which visit or conversation.';
comment on column plan_question.author_membership_id is 'Job in which it was recorded.';
comment on column plan_question.author_organisation_id is 'Organisation that recorded it.';
comment on column plan_question.author_id is 'Professional who recorded it.';
comment on column plan_question.created_at is 'When recorded.';
comment on column plan_question.version is 'Raised by one at each change.';
select trust.protect('plan_question', 'plan');

-- Which factors a question answers, apart from its words: those may be read at home, a factor may not. Only for who may see the signal.
create table plan_question_factor (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  question_id uuid not null,
  factor_code text not null check (length(factor_code) between 1 and 100),
  care_kind text not null check (care_kind in ('medical', 'social')),
  own_person uuid,
  linked boolean not null default true,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (question_id, trajectory_id) references plan_question (id, trajectory_id)
);
create index plan_question_factor_of_question on plan_question_factor (question_id);
create index plan_question_factor_of_trajectory on plan_question_factor (trajectory_id);
comment on table plan_question_factor is 'A factor of the signals that a question for support answers: seen by who may see the signals alone.';
comment on column plan_question_factor.id is 'Random id.';
comment on column plan_question_factor.trajectory_id is 'The line.';
comment on column plan_question_factor.question_id is 'The question.';
comment on column plan_question_factor.factor_code is 'Code of the factor.';
comment on column plan_question_factor.care_kind is 'medical or social, as the signal [access.md 2].';
comment on column plan_question_factor.own_person is 'The partner, when the signal is about him.';
comment on column plan_question_factor.linked is 'False when the link was taken away.';
comment on column plan_question_factor.author_organisation_id is 'Organisation that linked it.';
comment on column plan_question_factor.author_id is 'Professional who linked it.';
comment on column plan_question_factor.created_at is 'When recorded.';
comment on column plan_question_factor.version is 'Raised by one at each change.';
select trust.protect('plan_question_factor', 'signals');

create table plan_goal (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  question_id uuid,
  wording text not null check (length(trim(wording)) between 1 and 5000),
  evaluate_on date not null,
  state text not null default 'open' check (state in ('open', 'reached', 'stopped')),
  source_kind text check (source_kind in ('visit_wish', 'conversation_wish')),
  source_id uuid,
  author_membership_id uuid default trust.my_membership() references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (question_id, trajectory_id) references plan_question (id, trajectory_id),
  check ((source_kind is null) = (source_id is null))
);
create index plan_goal_of_trajectory on plan_goal (trajectory_id, created_at);
create index plan_goal_due on plan_goal (evaluate_on) where state = 'open';
comment on table plan_goal is 'A goal of the family, in its own words, with the day on which all look back at it. FHIR Goal.';
comment on column plan_goal.id is 'Random id.';
comment on column plan_goal.trajectory_id is 'The line.';
comment on column plan_goal.question_id is 'The question for support that it belongs to; empty: none.';
comment on column plan_goal.wording is 'The goal, in the family''s own words.';
comment on column plan_goal.evaluate_on is 'Evaluation moment: day on which is asked how it went.';
comment on column plan_goal.state is 'open, reached or stopped.';
comment on column plan_goal.source_kind is 'Taken over from a visit report or a broad conversation; empty: written here.';
comment on column plan_goal.source_id is 'Which visit or conversation.';
comment on column plan_goal.author_membership_id is 'Job in which it was recorded: is asked at the evaluation when nobody leads.';
comment on column plan_goal.author_organisation_id is 'Organisation that recorded it.';
comment on column plan_goal.author_id is 'Professional who recorded it.';
comment on column plan_goal.created_at is 'When recorded.';
comment on column plan_goal.version is 'Raised by one at each change.';
select trust.protect('plan_goal', 'plan');

create table plan_agreement (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  question_id uuid,
  goal_id uuid,
  wording text not null check (length(trim(wording)) between 1 and 5000),
  responsible_kind text not null check (responsible_kind in ('professional', 'family', 'network')),
  responsible_membership_id uuid references membership,
  responsible_organisation_id uuid references organisation,
  responsible_person_id uuid references family_member,
  responsible_name text check (length(trim(responsible_name)) between 1 and 200),
  evaluate_on date not null,
  state text not null default 'open' check (state in ('open', 'reached', 'stopped')),
  source_kind text check (source_kind in ('visit_agreement')),
  source_id uuid,
  author_membership_id uuid default trust.my_membership() references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (question_id, trajectory_id) references plan_question (id, trajectory_id),
  foreign key (goal_id, trajectory_id) references plan_goal (id, trajectory_id),
  check ((source_kind is null) = (source_id is null)),
  check ((responsible_kind = 'professional') = (responsible_membership_id is not null)),
  check ((responsible_kind = 'family') = (responsible_person_id is not null)),
  check ((responsible_kind = 'network') = (responsible_name is not null))
);
create index plan_agreement_of_trajectory on plan_agreement (trajectory_id, created_at);
create index plan_agreement_of_responsible on plan_agreement (responsible_organisation_id, trajectory_id) where state = 'open';
create index plan_agreement_due on plan_agreement (evaluate_on) where state = 'open';
comment on table plan_agreement is 'An agreement of the family plan: what, by exactly one responsible person, by when. FHIR CarePlan.activity.';
comment on column plan_agreement.id is 'Random id.';
comment on column plan_agreement.trajectory_id is 'The line.';
comment on column plan_agreement.question_id is 'The question for support that it belongs to; empty: none, or that of its goal.';
comment on column plan_agreement.goal_id is 'The goal that it serves; empty: none.';
comment on column plan_agreement.wording is 'What was agreed.';
comment on column plan_agreement.responsible_kind is 'professional: in a job; family: a member of the family; network: someone of the own network, by name, without an account.';
comment on column plan_agreement.responsible_membership_id is 'The professional, in her job.';
comment on column plan_agreement.responsible_organisation_id is 'Her organisation: sees this agreement also where it sees no other part of the plan (own agreements).';
comment on column plan_agreement.responsible_person_id is 'The family member.';
comment on column plan_agreement.responsible_name is 'Name of who helps from the own network.';
comment on column plan_agreement.evaluate_on is 'By when; on that day is asked how it went.';
comment on column plan_agreement.state is 'open, reached (done) or stopped.';
comment on column plan_agreement.source_kind is 'Taken over from a visit report; empty: written here.';
comment on column plan_agreement.source_id is 'Which agreement of the visit.';
comment on column plan_agreement.author_membership_id is 'Job in which it was recorded.';
comment on column plan_agreement.author_organisation_id is 'Organisation that recorded it.';
comment on column plan_agreement.author_id is 'Professional who recorded it.';
comment on column plan_agreement.created_at is 'When recorded.';
comment on column plan_agreement.version is 'Raised by one at each change.';
-- Childcare and support providers read what they themselves agreed to, and nothing else of the plan [access.md 2].
select trust.protect('plan_agreement', 'plan', also => $$responsible_organisation_id = (select trust.my_organisation())
  and (select true from access_grant g where g.principal = any((select trust.my_principals())::int[]) and g.trajectory_id = plan_agreement.trajectory_id
    and g.part = 11 and g.own_person is null and g.until >= (select app.today()) limit 1)$$);

create function trust.guard_plan_agreement() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.responsible_membership_id, new.responsible_person_id) is not distinct from (old.responsible_membership_id, old.responsible_person_id) then
    new.responsible_organisation_id := old.responsible_organisation_id;
    return new;
  end if;
  new.responsible_organisation_id := (select m.organisation_id from membership m join organisation o on o.id = m.organisation_id and o.active
    where m.id = new.responsible_membership_id and coalesce(m.until, 'infinity') >= app.today()
      and exists (select from care_relation r where r.trajectory_id = new.trajectory_id and r.organisation_id = m.organisation_id
        and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()));
  if new.responsible_membership_id is not null and new.responsible_organisation_id is null
    or new.responsible_person_id is not null and not exists (select from family_member f where f.id = new.responsible_person_id
      and f.family_id = trust.family_of(new.trajectory_id)) then
    raise exception 'not someone around this family' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
comment on function trust.guard_plan_agreement is 'Who is responsible works at an organisation that is involved, or is of this family.';
alter function trust.guard_plan_agreement owner to wieg_guard;
create trigger b_guard_plan_agreement before insert or update on plan_agreement for each row execute function trust.guard_plan_agreement();
