-- Up Migration
-- What was found at a home visit. Each part feeds the family plan as it stands: nothing is typed twice [domain 3.4].
create table visit_report (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  home_visit_id uuid not null unique,
  works_well text,
  family_wants text,
  factors text[] not null default '{}',
  proposed_category text check (proposed_category in ('a', 'b', 'c', 'd')),
  proposal_reason text,
  seen_by_family boolean not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (home_visit_id, trajectory_id) references home_visit (id, trajectory_id)
);
create index visit_report_of_trajectory on visit_report (trajectory_id);
comment on table visit_report is 'Report of a home visit. FHIR ClinicalImpression.';
comment on column visit_report.id is 'Random id.';
comment on column visit_report.trajectory_id is 'The line.';
comment on column visit_report.home_visit_id is 'The visit.';
comment on column visit_report.works_well is 'What goes well, and who is there for the family.';
comment on column visit_report.family_wants is 'What the family wants to change, in its own words: becomes the question of the plan.';
comment on column visit_report.factors is 'Codes of the factors seen: each is recorded as a signal too.';
comment on column visit_report.proposed_category is 'Category that the youth nurse proposes; both confirm it [001 3.3.1].';
comment on column visit_report.proposal_reason is 'Why that category, where it differs from the present one.';
comment on column visit_report.seen_by_family is 'Whether the family knows what is in it.';
comment on column visit_report.author_organisation_id is 'Organisation that reports.';
comment on column visit_report.author_id is 'Professional who reports.';
comment on column visit_report.created_at is 'When recorded.';
comment on column visit_report.version is 'Raised by one at each change.';
select trust.protect('visit_report', 'exploration');

create table visit_finding (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  home_visit_id uuid not null,
  dimension text not null check (dimension in ('lichaamsfuncties', 'mentaal-welbevinden', 'zingeving', 'kwaliteit-van-leven', 'meedoen', 'dagelijks-functioneren')),
  found text not null,
  care_kind text not null check (care_kind in ('medical', 'social')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (home_visit_id, dimension),
  foreign key (home_visit_id, trajectory_id) references home_visit (id, trajectory_id)
);
create index visit_finding_of_trajectory on visit_finding (trajectory_id);
comment on table visit_finding is 'What was found in one of the six dimensions of Positieve Gezondheid.';
comment on column visit_finding.id is 'Random id.';
comment on column visit_finding.trajectory_id is 'The line.';
comment on column visit_finding.home_visit_id is 'The visit.';
comment on column visit_finding.dimension is 'Dimension of Positieve Gezondheid.';
comment on column visit_finding.found is 'What was found, in the professional''s words.';
comment on column visit_finding.care_kind is 'medical for lichaamsfuncties, social for the others [access.md 2].';
comment on column visit_finding.author_organisation_id is 'Organisation that reports.';
comment on column visit_finding.author_id is 'Professional who reports.';
comment on column visit_finding.created_at is 'When recorded.';
comment on column visit_finding.version is 'Raised by one at each change.';
select trust.protect('visit_finding', 'exploration');

create table visit_agreement (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  home_visit_id uuid not null,
  place smallint not null,
  what text not null,
  who text not null,
  due_on date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (home_visit_id, trajectory_id) references home_visit (id, trajectory_id)
);
create index visit_agreement_of_visit on visit_agreement (home_visit_id, place);
create index visit_agreement_of_trajectory on visit_agreement (trajectory_id);
comment on table visit_agreement is 'What was agreed at a home visit: the plan takes it over as an agreement.';
comment on column visit_agreement.id is 'Random id.';
comment on column visit_agreement.trajectory_id is 'The line.';
comment on column visit_agreement.home_visit_id is 'The visit.';
comment on column visit_agreement.place is 'Order in the report.';
comment on column visit_agreement.what is 'What was agreed.';
comment on column visit_agreement.who is 'Who does it: a family member, someone of the own network or a professional.';
comment on column visit_agreement.due_on is 'By when; empty when no day was agreed.';
comment on column visit_agreement.author_organisation_id is 'Organisation that reports.';
comment on column visit_agreement.author_id is 'Professional who reports.';
comment on column visit_agreement.created_at is 'When recorded.';
comment on column visit_agreement.version is 'Raised by one at each change.';
select trust.protect('visit_agreement', 'exploration');

create table exploration_summary (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  subject text not null check (subject in ('home_visit', 'broad_conversation')),
  subject_id uuid not null unique,
  on_day date not null,
  summary text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index exploration_summary_of_trajectory on exploration_summary (trajectory_id, on_day desc);
comment on table exploration_summary is 'The short text of a visit or conversation that the family agreed to: all that the municipality sees of it [access.md 2 "R summary"].';
comment on column exploration_summary.id is 'Random id.';
comment on column exploration_summary.trajectory_id is 'The line.';
comment on column exploration_summary.subject is 'home_visit or broad_conversation.';
comment on column exploration_summary.subject_id is 'Which one.';
comment on column exploration_summary.on_day is 'Day of the visit or conversation.';
comment on column exploration_summary.summary is 'The text, as the family agreed to it.';
comment on column exploration_summary.author_organisation_id is 'Organisation that wrote it.';
comment on column exploration_summary.author_id is 'Professional who wrote it.';
comment on column exploration_summary.created_at is 'When recorded.';
comment on column exploration_summary.version is 'Raised by one at each change.';
select trust.protect('exploration_summary', 'exploration_summary');
