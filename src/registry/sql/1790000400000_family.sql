-- Up Migration
-- Families and their people. FHIR: Patient, RelatedPerson.
create table family (
  id uuid primary key default gen_random_uuid(),
  language text,
  interpreter_needed boolean not null default false,
  reads_little boolean not null default false,
  contact_wish text,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table family is 'The unit of care.';
comment on column family.id is 'Random id, says nothing about the family.';
comment on column family.language is 'Language the family speaks best, BCP 47.';
comment on column family.interpreter_needed is 'An interpreter is needed: goes along with every request, visit and handover [domain 3.1].';
comment on column family.reads_little is 'Someone who reads little: talk, do not write.';
comment on column family.contact_wish is 'When and how the family wants to be reached, in words.';
comment on column family.author_organisation_id is 'Organisation that recorded it.';
comment on column family.author_id is 'Professional who recorded it.';
comment on column family.created_at is 'When recorded.';
comment on column family.version is 'Raised by one at each change; a change names the version it saw.';
select trust.protect('family', 'identity', scope => 'family');

create table family_member (
  id uuid primary key default gen_random_uuid(),
  family_id uuid not null references family,
  kind text not null check (kind in ('mother', 'partner', 'child', 'other')),
  given_name text,
  prefix text,
  family_name text not null,
  birth_date date,
  insurer text,
  died_on date,
  until date,
  own_person uuid,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, family_id)
);
create index family_member_of_family on family_member (family_id);
comment on table family_member is 'A person of the family: the pregnant woman or mother, the partner, a child, someone else.';
comment on column family_member.id is 'Random id.';
comment on column family_member.family_id is 'The family.';
comment on column family_member.kind is 'mother (the pregnant woman too), partner, child, other.';
comment on column family_member.given_name is 'First name.';
comment on column family_member.prefix is 'Prefix of the family name, such as "van der".';
comment on column family_member.family_name is 'Family name without its prefix.';
comment on column family_member.birth_date is 'Day of birth.';
comment on column family_member.insurer is 'Health insurer as written or chosen: label or UZOVI code. What it counts as is decided by the programme.';
comment on column family_member.died_on is 'Day of death: nothing is sent or asked about this person by itself any more.';
comment on column family_member.until is 'Last day in the family; filled for who left it or was put in by mistake.';
comment on column family_member.own_person is 'His own id for the partner: what is about him needs his own consent. Empty for the others.';
comment on column family_member.author_organisation_id is 'Organisation that recorded it.';
comment on column family_member.author_id is 'Professional who recorded it.';
comment on column family_member.created_at is 'When recorded.';
comment on column family_member.version is 'Raised by one at each change.';
select trust.protect('family_member', 'identity', scope => 'family');

create table family_address (
  id uuid primary key default gen_random_uuid(),
  family_id uuid not null references family,
  street text,
  house_number text,
  postcode text check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  place text,
  municipality_code text,
  since date not null default app.today(),
  until date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index family_address_of_family on family_address (family_id);
comment on table family_address is 'Where the family lives and lived: the municipality on a day follows from it.';
comment on column family_address.id is 'Random id.';
comment on column family_address.family_id is 'The family.';
comment on column family_address.street is 'Street.';
comment on column family_address.house_number is 'House number with its addition.';
comment on column family_address.postcode is 'Postcode without space.';
comment on column family_address.place is 'Place.';
comment on column family_address.municipality_code is 'CBS code of the municipality, from the postcode table or chosen; may lie outside the region.';
comment on column family_address.since is 'First day.';
comment on column family_address.until is 'Last day; empty for the present address.';
comment on column family_address.author_organisation_id is 'Organisation that recorded it.';
comment on column family_address.author_id is 'Professional who recorded it.';
comment on column family_address.created_at is 'When recorded.';
comment on column family_address.version is 'Raised by one at each change.';
select trust.protect('family_address', 'identity', scope => 'family');

create table family_contact (
  id uuid primary key default gen_random_uuid(),
  family_id uuid not null references family,
  channel text not null check (channel in ('phone', 'sms', 'email', 'letter')),
  value text not null,
  safe boolean,
  safe_moments text,
  from_file boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index family_contact_of_family on family_contact (family_id);
comment on table family_contact is 'How the family can be reached safely. Used for nothing until someone recorded that it is safe [domain 6.3].';
comment on column family_contact.id is 'Random id.';
comment on column family_contact.family_id is 'The family.';
comment on column family_contact.channel is 'phone, sms, email or letter.';
comment on column family_contact.value is 'Number or address.';
comment on column family_contact.safe is 'True when someone asked and it is safe; false when not; empty: not asked yet.';
comment on column family_contact.safe_moments is 'When it is safe.';
comment on column family_contact.from_file is 'Came from a file, so nobody asked yet.';
comment on column family_contact.author_organisation_id is 'Organisation that recorded it.';
comment on column family_contact.author_id is 'Professional who recorded it.';
comment on column family_contact.created_at is 'When recorded.';
comment on column family_contact.version is 'Raised by one at each change.';
select trust.protect('family_contact', 'identity', scope => 'family');
