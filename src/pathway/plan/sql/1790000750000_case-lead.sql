-- Up Migration
-- The case lead by the rule of one: on routes 2 and 3 exactly one at any time [002 "Regierol"; domain 3.9]. FHIR CareTeam.
create table case_lead (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  membership_id uuid not null references membership,
  professional_id uuid not null references professional,
  organisation_id uuid not null references organisation,
  role text not null,
  basis text not null check (basis in ('assessment', 'transfer', 'conference')),
  since date not null default app.today(),
  ended_on date,
  ended_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check ((ended_on is null) = (ended_at is null))
);
create index case_lead_of_trajectory on case_lead (trajectory_id);
create unique index case_lead_one on case_lead (trajectory_id) where ended_at is null;
create index case_lead_of_membership on case_lead (membership_id) where ended_at is null;
comment on table case_lead is 'The one professional who keeps the line, and those before. One at a time.';
comment on column case_lead.id is 'Random id.';
comment on column case_lead.trajectory_id is 'The line.';
comment on column case_lead.membership_id is 'The professional in her job.';
comment on column case_lead.professional_id is 'Who.';
comment on column case_lead.organisation_id is 'For which organisation.';
comment on column case_lead.role is 'In which role.';
comment on column case_lead.basis is 'assessment: made the assessment, until another accepts; transfer: accepted it; conference: named by it.';
comment on column case_lead.since is 'First day.';
comment on column case_lead.ended_on is 'Last day; empty for the present one.';
comment on column case_lead.ended_at is 'The same as a moment.';
comment on column case_lead.author_organisation_id is 'Organisation of who made it so.';
comment on column case_lead.author_id is 'Professional who made it so.';
comment on column case_lead.created_at is 'When recorded.';
comment on column case_lead.version is 'Raised by one at each change.';
-- Who sees the line sees who leads it, as she sees who is involved; the lead's own organisation always does.
select trust.protect('case_lead', 'identity', also => 'organisation_id = any((select trust.my_own(1::smallint))::uuid[])
  or (select true from trajectory t where t.id = case_lead.trajectory_id limit 1)');

create table lead_transfer (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  lead_id uuid not null,
  from_organisation_id uuid not null references organisation,
  to_organisation_id uuid not null references organisation,
  to_role text not null,
  to_membership_id uuid references membership,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  offered_on date not null default app.today(),
  answer_by date not null,
  municipality_code text,
  by_conference boolean not null default false,
  reason text check (length(trim(reason)) between 3 and 5000),
  answered_on date,
  answered_at timestamptz,
  answered_by uuid references professional,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (lead_id, trajectory_id) references case_lead (id, trajectory_id),
  unique (id, trajectory_id),
  check ((state = 'offered') = (answered_at is null)),
  check (state <> 'declined' or reason is not null)
);
create index lead_transfer_of_trajectory on lead_transfer (trajectory_id);
create unique index lead_transfer_open on lead_transfer (trajectory_id) where state = 'offered';
create index lead_transfer_waiting on lead_transfer (answer_by) where state = 'offered';
comment on table lead_transfer is 'The lead offered to another: takes effect when that one accepts.';
comment on column lead_transfer.id is 'Random id.';
comment on column lead_transfer.trajectory_id is 'The line.';
comment on column lead_transfer.lead_id is 'The lead that is handed over.';
comment on column lead_transfer.from_organisation_id is 'Organisation of the present lead.';
comment on column lead_transfer.to_organisation_id is 'Organisation that is asked.';
comment on column lead_transfer.to_role is 'Role that is asked.';
comment on column lead_transfer.to_membership_id is 'This one professional; empty: whoever of that team accepts first.';
comment on column lead_transfer.state is 'offered, accepted, declined or withdrawn.';
comment on column lead_transfer.offered_on is 'Day of the offer.';
comment on column lead_transfer.answer_by is 'Last day of the term: three working days [domain 3.9].';
comment on column lead_transfer.municipality_code is 'Where the family lives: all that who is asked knows of it before accepting.';
comment on column lead_transfer.by_conference is 'Named by the outcome of a conference.';
comment on column lead_transfer.reason is 'Why it was declined.';
comment on column lead_transfer.answered_on is 'Day of the answer.';
comment on column lead_transfer.answered_at is 'The same as a moment.';
comment on column lead_transfer.answered_by is 'Professional who answered.';
comment on column lead_transfer.author_organisation_id is 'Organisation that offered.';
comment on column lead_transfer.author_id is 'Professional who offered.';
comment on column lead_transfer.created_at is 'When recorded.';
comment on column lead_transfer.version is 'Raised by one at each change.';
select trust.protect('lead_transfer', 'identity', also => $$(select true from trajectory t where t.id = lead_transfer.trajectory_id limit 1)
  or to_organisation_id = (select trust.my_organisation()) and to_role = (select trust.my_role())
  and (to_membership_id is null or to_membership_id = (select trust.my_membership()))$$);

create table lead_alert (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  kind text not null check (kind in ('not_accepted', 'lead_left')),
  subject_id uuid not null,
  organisation_id uuid references organisation,
  lead_organisation_id uuid not null references organisation,
  asked_organisation_id uuid references organisation,
  municipality_code text,
  raised_on date not null default app.today(),
  settled_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index lead_alert_of_trajectory on lead_alert (trajectory_id);
create unique index lead_alert_open on lead_alert (kind, subject_id) where settled_at is null;
comment on table lead_alert is 'A transfer that was not accepted in time, or a lead who left: told to the coordinator of the Knooppunt [domain 3.9].';
comment on column lead_alert.id is 'Random id.';
comment on column lead_alert.trajectory_id is 'The line.';
comment on column lead_alert.kind is 'not_accepted or lead_left.';
comment on column lead_alert.subject_id is 'The transfer, or the lead.';
comment on column lead_alert.organisation_id is 'Municipality whose coordinator is told; empty when it has none here.';
comment on column lead_alert.lead_organisation_id is 'Organisation of the lead.';
comment on column lead_alert.asked_organisation_id is 'Organisation that was asked and did not answer.';
comment on column lead_alert.municipality_code is 'Where the family lives.';
comment on column lead_alert.raised_on is 'Day.';
comment on column lead_alert.settled_at is 'When another lead accepted, or the offer was answered.';
comment on column lead_alert.author_organisation_id is 'Organisation of the lead.';
comment on column lead_alert.author_id is 'Empty: a job raised it.';
comment on column lead_alert.created_at is 'When recorded.';
comment on column lead_alert.version is 'Raised by one at each change.';
select trust.protect('lead_alert', 'identity', also => $$organisation_id = (select trust.my_organisation()) and (select trust.my_role()) = 'knooppunt_coordinator'$$);

-- Leads, transfers and alerts are written by the functions below alone.
do $$ declare t text; begin
  foreach t in array array['case_lead', 'lead_transfer', 'lead_alert'] loop
    execute format('drop policy add on %I', t);
    execute format('drop policy change on %I', t);
    execute format('revoke insert, update on %I from wieg_app', t);
  end loop;
end $$;
