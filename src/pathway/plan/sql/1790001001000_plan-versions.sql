-- Up Migration
-- What the family agreed to, and what became of it [domain 3.5; 003 phase 3].
create table plan_version (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  number integer not null check (number > 0),
  content jsonb not null,
  agreed_on date not null,
  way text not null check (way in ('spoken', 'signed', 'portal')),
  agreed_by uuid[] not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id)
);
create index plan_version_of_trajectory on plan_version (trajectory_id, number desc);
comment on table plan_version is 'A final version of the family plan, as the family agreed to it. Never changed. FHIR CarePlan with its own version.';
comment on column plan_version.id is 'Random id.';
comment on column plan_version.trajectory_id is 'The line.';
comment on column plan_version.number is 'Versions of the line in order, from 1.';
comment on column plan_version.content is 'Questions, goals and agreements as they stood: words, who and when. Of family members the id alone, never a name.';
comment on column plan_version.agreed_on is 'Day on which the family agreed.';
comment on column plan_version.way is 'How: spoken, signed, or in its own portal.';
comment on column plan_version.agreed_by is 'Who of the family agreed.';
comment on column plan_version.author_organisation_id is 'Organisation that recorded it.';
comment on column plan_version.author_id is 'Professional who recorded it.';
comment on column plan_version.created_at is 'When recorded.';
comment on column plan_version.version is 'Always one.';
select trust.protect('plan_version', 'plan');

create table plan_evaluation (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  subject_kind text not null check (subject_kind in ('question', 'goal', 'agreement')),
  subject_id uuid not null,
  outcome text not null check (outcome in ('reached', 'go_on', 'scale_up', 'scale_down', 'stop', 'reopen')),
  sentence text not null check (length(trim(sentence)) between 3 and 5000),
  held_on date not null default app.today(),
  next_on date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (subject_kind = 'question' or (outcome in ('go_on', 'scale_up', 'scale_down', 'reopen')) = (next_on is not null))
);
create index plan_evaluation_of_trajectory on plan_evaluation (trajectory_id, created_at desc);
comment on table plan_evaluation is 'How a question, goal or agreement went, with what follows. Never changed.';
comment on column plan_evaluation.id is 'Random id.';
comment on column plan_evaluation.trajectory_id is 'The line.';
comment on column plan_evaluation.subject_kind is 'question, goal or agreement.';
comment on column plan_evaluation.subject_id is 'Which one.';
comment on column plan_evaluation.outcome is 'reached, go_on, scale_up, scale_down, stop [003 phase 3], or reopen: taken up again.';
comment on column plan_evaluation.sentence is 'How it went, in one sentence.';
comment on column plan_evaluation.held_on is 'Day on which it was recorded.';
comment on column plan_evaluation.next_on is 'Next evaluation moment, where it goes on.';
comment on column plan_evaluation.author_organisation_id is 'Organisation that recorded it.';
comment on column plan_evaluation.author_id is 'Professional who recorded it.';
comment on column plan_evaluation.created_at is 'When recorded.';
comment on column plan_evaluation.version is 'Always one.';
select trust.protect('plan_evaluation', 'plan');

-- What the family agreed to and what was evaluated stands: a mistake is followed by a next one.
do $$ declare t text; begin
  foreach t in array array['plan_version', 'plan_evaluation'] loop
    execute format('drop policy change on %I', t);
    execute format('revoke update on %I from wieg_app', t);
  end loop;
end $$;

create table plan_set_aside (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  source_kind text not null check (source_kind in ('visit_wish', 'conversation_wish', 'visit_agreement')),
  source_id uuid not null,
  set_aside boolean not null default true,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index plan_set_aside_of_trajectory on plan_set_aside (trajectory_id);
comment on table plan_set_aside is 'A proposal for the plan, from a visit or conversation, that was left out of it.';
comment on column plan_set_aside.id is 'Random id.';
comment on column plan_set_aside.trajectory_id is 'The line.';
comment on column plan_set_aside.source_kind is 'visit_wish: what the family wants, in a report; conversation_wish: the same in a broad conversation; visit_agreement.';
comment on column plan_set_aside.source_id is 'Which visit, conversation or agreement of a visit.';
comment on column plan_set_aside.set_aside is 'False when it was put back among the proposals.';
comment on column plan_set_aside.author_organisation_id is 'Organisation that left it out.';
comment on column plan_set_aside.author_id is 'Professional who did.';
comment on column plan_set_aside.created_at is 'When recorded.';
comment on column plan_set_aside.version is 'Raised by one at each change.';
select trust.protect('plan_set_aside', 'plan');
