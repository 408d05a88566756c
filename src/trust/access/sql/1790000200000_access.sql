-- Up Migration
-- Who may see and change what. The facts (relation, consent, emergency) become effective grants here, and nowhere else.
create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  professional_id uuid not null references professional,
  membership_id uuid references membership,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle_minutes integer not null default 15 check (idle_minutes between 1 and 720),
  ends_at timestamptz not null default now() + interval '12 hours',
  ended_at timestamptz,
  second_factor boolean not null default false
);
comment on table session is 'A signed-in professional. The database knows only the hash of the token.';
comment on column session.id is 'Random id, written in the trail.';
comment on column session.token_hash is 'SHA-256 of the token in the browser''s cookie.';
comment on column session.professional_id is 'Who signed in.';
comment on column session.membership_id is 'The job chosen; empty until one is chosen.';
comment on column session.started_at is 'When signed in.';
comment on column session.seen_at is 'Last use, kept to the minute.';
comment on column session.idle_minutes is 'Minutes without use after which it ends [NEN 7510; configurable].';
comment on column session.ends_at is 'When it ends in any case.';
comment on column session.ended_at is 'When signed out or ended by someone.';
comment on column session.second_factor is 'Whether a second factor was shown. Without it no care data are seen.';

create table part (
  code smallint primary key,
  name text not null unique
);
comment on table part is 'The parts of a line that access is given to, as small numbers for the grants.';
comment on column part.code is 'Number in access_grant.';
comment on column part.name is 'Name in the policy.';
insert into part (code, name) values (0, 'involved'), (1, 'identity'), (2, 'signals'), (3, 'assessment'), (4, 'exploration'), (5, 'plan'),
  (6, 'referrals'), (7, 'maternity_care'), (8, 'programme'), (9, 'study'), (10, 'category_route'), (11, 'own_agreements'), (12, 'request'),
  (13, 'exploration_summary');

create table role_part (
  role text not null,
  part smallint not null references part,
  may_read boolean not null,
  may_write boolean not null,
  own_only boolean not null default false,
  social_only boolean not null default false,
  primary key (role, part)
);
comment on table role_part is 'Which role may read and write which part when relation and consent hold. Written at each migration from src/trust/access/rules/policy.ts.';
comment on column role_part.role is 'Role of a membership.';
comment on column role_part.part is 'Part of a line.';
comment on column role_part.may_read is 'May read.';
comment on column role_part.may_write is 'May record and change.';
comment on column role_part.own_only is 'Only what the own organisation recorded.';
comment on column role_part.social_only is 'A social partner: medical entries are hidden unless the consent names them.';

create table care_relation (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  organisation_id uuid not null references organisation,
  role text,
  professional_id uuid references professional,
  basis text not null check (basis in ('care', 'signal', 'home_visit', 'request', 'case_lead', 'agenda', 'enrolment', 'handover', 'front_door', 'conference')),
  since date not null default app.today(),
  until date,
  unique (id, trajectory_id)
);
create index care_relation_of_trajectory on care_relation (trajectory_id);
create index care_relation_of_organisation on care_relation (organisation_id, trajectory_id);
comment on table care_relation is 'An organisation is involved with a line, since and until when, and on what ground.';
comment on column care_relation.id is 'Random id.';
comment on column care_relation.trajectory_id is 'The line.';
comment on column care_relation.organisation_id is 'The organisation involved.';
comment on column care_relation.role is 'Only this role of it; empty means every role.';
comment on column care_relation.professional_id is 'Only this professional; empty means every one.';
comment on column care_relation.basis is 'What opened it: care in its own right, a signal, an accepted visit or request, the lead, a place on an agenda (sight until the sitting is over), enrolment, handover, front door, or the outcome of a conference.';
comment on column care_relation.since is 'First day.';
comment on column care_relation.until is 'Last day; empty while it lasts.';

create table consent (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  about_person uuid not null,
  own_person uuid,
  purpose text not null check (purpose in ('sharing', 'prenatal_home_visit', 'triangle_consultation', 'case_conference', 'programme', 'study_1', 'study_2', 'study_register_link', 'study_quotes', 'study_interview', 'digital_contact')),
  recipient_organisation_id uuid references organisation,
  recipient_role text,
  parts text[] not null default '{}',
  medical_too boolean not null default false,
  given boolean not null default true,
  reason text,
  given_by text not null,
  given_on date not null,
  way text not null check (way in ('spoken', 'signed', 'portal')),
  until date,
  withdrawn_on date,
  withdrawn_by text,
  text_version text,
  text_language text,
  recorded_by uuid check (recorded_by is not null or way = 'portal'),
  author_organisation_id uuid not null references organisation,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (withdrawn_on is null or withdrawn_on >= given_on)
);
create index consent_of_trajectory on consent (trajectory_id);
comment on table consent is 'What the family allows: for what, to whom, which parts, since and until when. A refusal is kept too, with its reason. FHIR Consent.';
comment on column consent.id is 'Random id.';
comment on column consent.trajectory_id is 'The line.';
comment on column consent.about_person is 'The person whose data it is about: consent is each person''s own.';
comment on column consent.own_person is 'Filled when that person is the partner, whose data need his own consent beside hers.';
comment on column consent.purpose is 'What for.';
comment on column consent.recipient_organisation_id is 'To this organisation; empty when it goes to a role or to nobody in particular.';
comment on column consent.recipient_role is 'To this role in the region (of every organisation involved).';
comment on column consent.parts is 'Which parts may be seen by the recipient.';
comment on column consent.medical_too is 'Whether social partners may see medical entries in full [access.md 2].';
comment on column consent.given is 'False when the family said no.';
comment on column consent.reason is 'Why the family said no, in its own words.';
comment on column consent.given_by is 'Who gave it: the woman, the partner, a parent or guardian.';
comment on column consent.given_on is 'Day on which it was given or refused.';
comment on column consent.way is 'Spoken, signed on paper, or in the portal.';
comment on column consent.until is 'Last day; empty until withdrawn.';
comment on column consent.withdrawn_on is 'Day of withdrawal: it works at the next request.';
comment on column consent.withdrawn_by is 'Who withdrew it.';
comment on column consent.text_version is 'Version of the text that was agreed to; of studies alone.';
comment on column consent.text_language is 'Language in which it was read; of studies alone.';
comment on column consent.recorded_by is 'Professional who recorded it; empty when she answered herself in her own pages.';
comment on column consent.author_organisation_id is 'Organisation that recorded it, or whose question she answered.';
comment on column consent.recorded_at is 'When recorded.';
comment on column consent.version is 'Raised by one at each change.';

create table relation_offer (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  organisation_id uuid not null references organisation,
  basis text not null,
  offered_by uuid not null references organisation,
  offered_at timestamptz not null default now(),
  answered_at timestamptz,
  unique (id, trajectory_id)
);
create unique index relation_offer_open on relation_offer (trajectory_id, organisation_id, basis) where answered_at is null;
comment on table relation_offer is 'An organisation was asked to do something for a line: only who was asked can open its own relation by accepting.';
comment on column relation_offer.id is 'Random id.';
comment on column relation_offer.trajectory_id is 'The line.';
comment on column relation_offer.organisation_id is 'Who is asked.';
comment on column relation_offer.basis is 'For what: becomes the basis of the relation.';
comment on column relation_offer.offered_by is 'Organisation that asks.';
comment on column relation_offer.offered_at is 'When.';
comment on column relation_offer.answered_at is 'When accepted, declined or taken back.';

create table emergency_access (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  membership_id uuid not null references membership,
  reason text not null check (length(trim(reason)) >= 10),
  since timestamptz not null default now(),
  until timestamptz not null,
  held_back boolean not null default false,
  held_back_reason text,
  reviewed_at timestamptz,
  reviewed_by uuid references professional,
  review_outcome text,
  check (until > since and until <= since + interval '72 hours'),
  check (not held_back or length(trim(held_back_reason)) >= 10)
);
create index emergency_access_of_trajectory on emergency_access (trajectory_id);
comment on table emergency_access is 'In acute danger: a line opened without relation or consent, with a reason, for a limited time [domain 6.4].';
comment on column emergency_access.id is 'Random id.';
comment on column emergency_access.trajectory_id is 'The line.';
comment on column emergency_access.membership_id is 'Who opened it.';
comment on column emergency_access.reason is 'Why, in the professional''s words.';
comment on column emergency_access.since is 'From when.';
comment on column emergency_access.until is 'Until when: 72 hours at most.';
comment on column emergency_access.held_back is 'The privacy officer keeps it out of the family''s own trail.';
comment on column emergency_access.held_back_reason is 'Why it is held back.';
comment on column emergency_access.reviewed_at is 'When the privacy officer looked at it.';
comment on column emergency_access.reviewed_by is 'Which privacy officer.';
comment on column emergency_access.review_outcome is 'What came of the review.';

create table access_grant (
  principal integer not null,
  trajectory_id uuid not null,
  family_id uuid not null,
  part smallint not null,
  own_person uuid,
  social_only boolean not null,
  may_write boolean not null,
  until date not null
);
-- A policy asks for one line or one family at a time: they come first, else the grants of everyone with the same right are read.
create index access_grant_of_trajectory on access_grant (trajectory_id, part, principal);
create index access_grant_of_family on access_grant (family_id, principal) where part = 1;
create index access_grant_by_principal on access_grant (principal) where part = 1;
create index access_grant_ends on access_grant (until) where until < 'infinity';
comment on table access_grant is 'Effective grants: what follows from relations, consents and emergencies. Made by trust.recompute_grants alone, never edited.';
comment on column access_grant.principal is 'To whom.';
comment on column access_grant.trajectory_id is 'On which line.';
comment on column access_grant.family_id is 'Of which family.';
comment on column access_grant.part is 'Which part.';
comment on column access_grant.own_person is 'Filled when it rests on the partner''s own consent: covers what is about him.';
comment on column access_grant.social_only is 'Medical entries are shown only as "a medical circumstance".';
comment on column access_grant.may_write is 'May record and change, not only read.';
comment on column access_grant.until is 'Last day.';

create table protected_table (
  name text primary key,
  part text not null references part (name),
  scope text not null check (scope in ('trajectory', 'family', 'own')),
  counted boolean not null default false
);
comment on table protected_table is 'Every table with care data and the part it belongs to. The process refuses to serve when one lacks row-level security.';
comment on column protected_table.name is 'Table.';
comment on column protected_table.part is 'Part of a line.';
comment on column protected_table.scope is 'Grants are looked up by trajectory or by family; own: a policy of its own.';
comment on column protected_table.counted is 'True when who is involved with a line may know whether this table holds something of it.';
