-- Up Migration
-- A referral: help is asked for a family, of one or more at once, and followed until it is closed [003; domain 3.6]. FHIR ServiceRequest and Task.
create table referral (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  question text check (length(question) <= 2000),
  plan_question_id uuid,
  plan_agreement_id uuid,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (plan_question_id, trajectory_id) references plan_question (id, trajectory_id),
  foreign key (plan_agreement_id, trajectory_id) references plan_agreement (id, trajectory_id),
  check (plan_question_id is null or plan_agreement_id is null)
);
create index referral_of_trajectory on referral (trajectory_id, created_at desc);
comment on table referral is 'What is asked for a family, of one or more candidates. FHIR ServiceRequest. Read by a candidate once it accepted, with consent.';
comment on column referral.id is 'Random id.';
comment on column referral.trajectory_id is 'The line.';
comment on column referral.plan_question_id is 'The question of the family plan that this help answers; read under the plan''s own policy.';
comment on column referral.plan_agreement_id is 'The agreement of the family plan that this help carries out; read under the plan''s own policy.';
comment on column referral.question is 'What who asks wants, in her own words.';
comment on column referral.author_organisation_id is 'Organisation that asks.';
comment on column referral.author_id is 'Professional who asks.';
comment on column referral.created_at is 'When recorded.';
comment on column referral.version is 'Always 1: it is not changed.';

create table referral_candidate (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  referral_id uuid not null,
  offer_id uuid not null references support_offer,
  asked_organisation_id uuid not null references organisation,
  asked_by uuid not null references membership,
  way text not null default 'wieg' check (way in ('wieg', 'link', 'paper')),
  state text not null default 'requested' check (state in ('requested', 'waitlisted', 'accepted', 'started', 'completed', 'stopped', 'declined', 'withdrawn', 'taken')),
  requested_on date not null default app.today(),
  answer_by date not null,
  urgent boolean not null default false,
  municipality_code text,
  language text,
  interpreter_needed boolean not null default false,
  period text not null default 'pregnancy' check (period in ('preconception', 'pregnancy', 'postpartum', 'infancy', 'after_loss')),
  weeks_from smallint,
  feedback_allowed boolean not null default false,
  paper_code text unique check (paper_code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  answered_on date,
  expected_on date,
  bridge_offer_id uuid references support_offer,
  place_taken boolean not null default false,
  accepted_by uuid references membership,
  helper_name text check (length(helper_name) <= 120),
  started_on date,
  reported_on date,
  ended_on date,
  ended_by text check (ended_by in ('asked', 'asking')),
  withdrawn_by text check (withdrawn_by in ('family', 'asking')),
  reason text,
  note text check (length(note) <= 500),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  unique (referral_id, offer_id),
  foreign key (referral_id, trajectory_id) references referral (id, trajectory_id),
  check (state not in ('accepted', 'started', 'completed', 'stopped') or (answered_on is not null and (accepted_by is not null or helper_name is not null))),
  check (state <> 'waitlisted' or (answered_on is not null and expected_on is not null)),
  check (state <> 'started' or started_on is not null),
  check ((state in ('completed', 'stopped', 'declined', 'withdrawn', 'taken')) = (ended_on is not null)),
  check (state not in ('declined', 'stopped') or reason is not null),
  check (state <> 'withdrawn' or (withdrawn_by is not null and ended_by is not null))
);
create index referral_candidate_of_trajectory on referral_candidate (trajectory_id, created_at desc);
create index referral_candidate_of_asked on referral_candidate (asked_organisation_id, trajectory_id);
create index referral_candidate_open on referral_candidate (answer_by) where state in ('requested', 'waitlisted', 'accepted', 'started');
create unique index referral_given on referral_candidate (referral_id) where state in ('accepted', 'started', 'completed');
comment on table referral_candidate is 'One organisation that is asked. FHIR Task. Holds nothing that says who the family is: the asked organisation reads it before it accepts.';
comment on column referral_candidate.id is 'Random id.';
comment on column referral_candidate.trajectory_id is 'The line.';
comment on column referral_candidate.referral_id is 'What is asked.';
comment on column referral_candidate.offer_id is 'Offer of the service directory.';
comment on column referral_candidate.asked_organisation_id is 'Organisation that is asked. Who asks is the author.';
comment on column referral_candidate.asked_by is 'Job of the professional who asked: she is told what came of it.';
comment on column referral_candidate.way is 'How it answers: wieg; link: by a one-time link; paper: on a form with a code that a colleague enters.';
comment on column referral_candidate.state is 'Where it stands; the moves are in rules/referralMoves.ts. taken: another candidate accepted first.';
comment on column referral_candidate.requested_on is 'Day of the request.';
comment on column referral_candidate.answer_by is 'Last day for an answer.';
comment on column referral_candidate.urgent is 'Asked with urgency.';
comment on column referral_candidate.municipality_code is 'CBS code of where the family lives, as it was at the request.';
comment on column referral_candidate.language is 'Language of the family, BCP 47, as it was at the request.';
comment on column referral_candidate.interpreter_needed is 'An interpreter is needed [domain 3.1].';
comment on column referral_candidate.period is 'Period of the line at the request.';
comment on column referral_candidate.weeks_from is 'First week of the four in which the pregnancy, or the age of the child, was at the request.';
comment on column referral_candidate.feedback_allowed is 'The family agrees that who asked hears how it goes.';
comment on column referral_candidate.paper_code is 'Code on the printed form: a colleague finds the request by it.';
comment on column referral_candidate.answered_on is 'Day of the answer.';
comment on column referral_candidate.expected_on is 'Day on which there is expected to be room.';
comment on column referral_candidate.place_taken is 'True while one of the counted places of the offer is this family''s.';
comment on column referral_candidate.bridge_offer_id is 'Offer that helps while the family waits [003 "ter overbrugging"].';
comment on column referral_candidate.accepted_by is 'Job of who took it on.';
comment on column referral_candidate.helper_name is 'Who took it on, where that is someone without an account.';
comment on column referral_candidate.started_on is 'First day of the help.';
comment on column referral_candidate.reported_on is 'Day on which who helps last told how it goes.';
comment on column referral_candidate.ended_on is 'Day on which it ended, in whatever way.';
comment on column referral_candidate.ended_by is 'Which side ended it, or heard that the family did.';
comment on column referral_candidate.withdrawn_by is 'Who withdrew it: the family, or who asked.';
comment on column referral_candidate.reason is 'Why it was declined or stopped, as a code.';
comment on column referral_candidate.note is 'Why, in words: never a name, since it is read before acceptance too.';
comment on column referral_candidate.author_organisation_id is 'Organisation that asks.';
comment on column referral_candidate.author_id is 'Professional who asks.';
comment on column referral_candidate.created_at is 'When recorded.';
comment on column referral_candidate.version is 'Raised by one at each change; a change names the version it saw.';
select trust.protect('referral_candidate', 'referrals',
  also => 'asked_organisation_id = any((select trust.my_own(6::smallint))::uuid[])',
  also_write => 'asked_organisation_id = any((select trust.my_own_writing(6::smallint))::uuid[])');
create trigger b_request_stays before update on referral_candidate for each row execute function trust.stamp_record('referral_id', 'offer_id',
  'asked_organisation_id', 'asked_by', 'way', 'requested_on', 'municipality_code', 'language', 'period', 'weeks_from', 'feedback_allowed', 'paper_code');

create function trust.shares_with(of_trajectory uuid, organisation uuid) returns boolean
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from consent c where c.trajectory_id = of_trajectory and c.purpose = 'sharing' and c.own_person is null and c.given and c.withdrawn_on is null
    and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today() and 'identity' = any(c.parts)
    and (c.recipient_organisation_id = organisation or c.recipient_role in (select t.role from team t where t.organisation_id = organisation))) $$;
comment on function trust.shares_with is 'Not for the application: whether the family allows that this organisation knows who it is.';
alter function trust.shares_with owner to wieg_guard;

create function trust.holds_referral(of_referral uuid) returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from referral_candidate c where c.referral_id = of_referral and c.asked_organisation_id = any(trust.my_own(6::smallint))
    and c.state in ('accepted', 'started', 'completed') and trust.shares_with(c.trajectory_id, c.asked_organisation_id)) $$;
comment on function trust.holds_referral is 'The asker''s organisation took this referral on, and the family allows that it knows who it is about.';
alter function trust.holds_referral owner to wieg_guard;
grant execute on function trust.holds_referral to wieg_app;
select trust.protect('referral', 'referrals', also => 'trust.holds_referral(referral.id)');
drop policy change on referral;
revoke update on referral from wieg_app;

create table referral_report (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  candidate_id uuid not null,
  for_organisation_id uuid references organisation,
  on_day date not null default app.today(),
  words text not null check (length(trim(words)) between 2 and 2000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (candidate_id, trajectory_id) references referral_candidate (id, trajectory_id)
);
create index referral_report_of_trajectory on referral_report (trajectory_id);
create index referral_report_of_candidate on referral_report (candidate_id, created_at);
comment on table referral_report is 'How the help goes, told by who gives it (terugkoppeling). FHIR Task.output.';
comment on column referral_report.id is 'Random id.';
comment on column referral_report.trajectory_id is 'The line.';
comment on column referral_report.candidate_id is 'Who helps, with what.';
comment on column referral_report.for_organisation_id is 'Organisation that asked, where the family agrees that it hears this; others read it by their grants.';
comment on column referral_report.on_day is 'Day.';
comment on column referral_report.words is 'In plain words, as the family would say it too.';
comment on column referral_report.author_organisation_id is 'Organisation that tells it.';
comment on column referral_report.author_id is 'Professional who tells it.';
comment on column referral_report.created_at is 'When recorded.';
comment on column referral_report.version is 'Always 1: it is not changed.';
select trust.protect('referral_report', 'referrals', also => 'for_organisation_id = any((select trust.my_own(6::smallint))::uuid[])');
drop policy change on referral_report;
revoke update on referral_report from wieg_app;
