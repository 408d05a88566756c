-- Up Migration
-- The family's own way in [access.md 2, 5; domain 6.3]. Its pages speak to the database as wieg_family: no right on any table, only the functions of
-- the schema `family`, each of which looks up the session of the family itself (docs/decisions/0011).
create schema family;
grant usage on schema family to wieg_family, wieg_guard;
grant create on schema family to wieg_guard;

create table family_invitation (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  person_id uuid not null references family_member,
  code_digest bytea not null unique,
  email text check (length(email) <= 254),
  until date not null,
  tries integer not null default 0,
  used_at timestamptz,
  withdrawn_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now()
);
create unique index family_invitation_open on family_invitation (person_id) where used_at is null and withdrawn_at is null;
create index family_invitation_of_trajectory on family_invitation (trajectory_id);
comment on table family_invitation is 'A short code by which a mother, or her partner, begins with pages of her or his own, once. Each person by an own invitation.';
comment on column family_invitation.id is 'Random id.';
comment on column family_invitation.trajectory_id is 'The line.';
comment on column family_invitation.person_id is 'Who is invited.';
comment on column family_invitation.code_digest is 'Keyed digest of the code: shown once, kept nowhere.';
comment on column family_invitation.email is 'The partner''s own address, where he said that it is safe. Empty for the mother: hers stand with the family.';
comment on column family_invitation.until is 'Last day on which it works.';
comment on column family_invitation.tries is 'How often it was tried with another day of birth: after some it works no more.';
comment on column family_invitation.used_at is 'When used.';
comment on column family_invitation.withdrawn_at is 'When withdrawn, or replaced by a newer one.';
comment on column family_invitation.author_organisation_id is 'Organisation of who invites.';
comment on column family_invitation.author_id is 'Professional who invites.';
comment on column family_invitation.created_at is 'When made.';

create table family_account (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  person_id uuid not null references family_member,
  email text check (length(email) <= 254),
  used_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('family', 'professional')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  check ((ended_at is null) = (ended_by is null))
);
create unique index family_account_open on family_account (person_id) where ended_at is null;
create index family_account_of_trajectory on family_account (trajectory_id);
comment on table family_account is 'Someone of a family with own pages: the mother on her own line and nothing else, or the partner, who sees what is his own and what she shares. FHIR Person.';
comment on column family_account.id is 'Random id.';
comment on column family_account.trajectory_id is 'The line that she sees.';
comment on column family_account.person_id is 'Who she is.';
comment on column family_account.email is 'The partner''s own address for a code; empty for the mother.';
comment on column family_account.used_at is 'Last time she signed in.';
comment on column family_account.ended_at is 'When her pages were stopped.';
comment on column family_account.ended_by is 'Whether she stopped them herself or a professional did.';
comment on column family_account.author_organisation_id is 'Organisation of who invited her.';
comment on column family_account.author_id is 'Professional who invited her.';
comment on column family_account.created_at is 'When she began.';

create table family_passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references family_account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index family_passkey_of_account on family_passkey (account_id);
comment on table family_passkey is 'A passkey of someone of a family.';
comment on column family_passkey.id is 'Random id.';
comment on column family_passkey.account_id is 'Whose.';
comment on column family_passkey.credential_id is 'Its id, as the device names it.';
comment on column family_passkey.public_key is 'Public key.';
comment on column family_passkey.counter is 'The device''s count: one that goes back is a copy.';
comment on column family_passkey.transports is 'How the device can be reached.';
comment on column family_passkey.created_at is 'When made.';
comment on column family_passkey.used_at is 'Last use.';

create table family_session (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references family_account on delete cascade,
  token_hash bytea not null unique,
  means text not null check (means in ('passkey', 'code', 'demonstration')),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle_minutes integer not null default 15 check (idle_minutes between 1 and 720),
  ends_at timestamptz not null default now() + interval '4 hours',
  ended_at timestamptz
);
create index family_session_of_account on family_session (account_id);
comment on table family_session is 'Someone of a family who is signed in. The database knows only the hash of the token.';
comment on column family_session.id is 'Random id, written in the trail.';
comment on column family_session.account_id is 'Who.';
comment on column family_session.token_hash is 'SHA-256 of the token in the browser''s cookie.';
comment on column family_session.means is 'How she signed in.';
comment on column family_session.started_at is 'When.';
comment on column family_session.seen_at is 'Last use, kept to the minute.';
comment on column family_session.idle_minutes is 'Minutes without use after which it ends.';
comment on column family_session.ends_at is 'When it ends in any case.';
comment on column family_session.ended_at is 'When signed out or ended by someone.';

create table family_code (
  id uuid primary key default gen_random_uuid(),
  step_hash bytea not null unique,
  code_digest bytea not null,
  account_id uuid references family_account on delete cascade,
  invitation_id uuid references family_invitation on delete cascade,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  check (num_nonnulls(account_id, invitation_id) <= 1)
);
create index family_code_of_account on family_code (account_id);
create index family_code_of_invitation on family_code (invitation_id);
create index family_code_by_end on family_code (expires_at);
comment on table family_code is 'A one-time code by e-mail to a safe address. One that belongs to nobody was asked for by someone who is not known: it looks the same.';
comment on column family_code.id is 'Random id.';
comment on column family_code.step_hash is 'SHA-256 of the secret of the browser that asked for it: good nowhere else.';
comment on column family_code.code_digest is 'Keyed digest of the code.';
comment on column family_code.account_id is 'Whose; empty at a first sign-in, and for who is not known.';
comment on column family_code.invitation_id is 'The invitation that it is the first sign-in of.';
comment on column family_code.expires_at is 'When it stops working.';
comment on column family_code.tries is 'Wrong codes so far.';
comment on column family_code.used_at is 'When used: it works once.';

create table family_step (
  token_hash bytea primary key,
  kind text not null,
  data text not null,
  expires_at timestamptz not null
);
create index family_step_by_end on family_step (expires_at);
comment on table family_step is 'What was shown so far by someone of a family who is signing in, for a few minutes and one browser. Encrypted.';
comment on column family_step.token_hash is 'SHA-256 of the secret in the browser''s cookie.';
comment on column family_step.kind is 'How far.';
comment on column family_step.data is 'Encrypted.';
comment on column family_step.expires_at is 'When it is forgotten.';

do $$ declare t text; begin
  foreach t in array array['family_invitation', 'family_account', 'family_passkey', 'family_session', 'family_code', 'family_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
  end loop;
end $$;
insert into protected_table (name, part, scope) values ('family_invitation', 'identity', 'own'), ('family_account', 'identity', 'own');

-- Her yes to help that was asked for her. Only she writes it; the rest that she says stands in conversations (src/pathway/messages).
create table family_yes (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  person_id uuid not null references family_member,
  candidate_id uuid not null references referral_candidate,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (candidate_id, person_id)
);
create index family_yes_of_trajectory on family_yes (trajectory_id, created_at desc);
comment on table family_yes is 'The family says yes, in its own pages, to help that was asked for it. FHIR Communication.';
comment on column family_yes.id is 'Random id.';
comment on column family_yes.trajectory_id is 'The line.';
comment on column family_yes.person_id is 'Who says it.';
comment on column family_yes.candidate_id is 'The candidate of the referral.';
comment on column family_yes.author_organisation_id is 'Organisation that asked for the help: the family itself has none.';
comment on column family_yes.author_id is 'Empty: no professional recorded it.';
comment on column family_yes.created_at is 'When.';
comment on column family_yes.version is 'Raised by one at each change.';
select trust.protect('family_yes', 'referrals');
drop policy add on family_yes;
revoke insert, update on family_yes from wieg_app;

-- Her yes to her partner reading her plan in pages of his own [domain 6.3: a partner sees what is shared with him, not more]. Only she writes it.
create table family_share (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  person_id uuid not null references family_member,
  with_person uuid not null references family_member,
  since date not null default app.today(),
  ended_on date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index family_share_open on family_share (trajectory_id, person_id, with_person) where ended_on is null;
create index family_share_line on family_share (trajectory_id);
comment on table family_share is 'The mother lets her partner read her plan, in her own pages; he reads it in his. FHIR Consent.';
comment on column family_share.id is 'Random id.';
comment on column family_share.trajectory_id is 'The line.';
comment on column family_share.person_id is 'Whose plan it is, who alone decides.';
comment on column family_share.with_person is 'The partner.';
comment on column family_share.since is 'First day.';
comment on column family_share.ended_on is 'Day on which she took it back; empty: he reads it.';
comment on column family_share.author_organisation_id is 'Organisation that registered the line: the family itself has none.';
comment on column family_share.author_id is 'Empty: no professional recorded it.';
comment on column family_share.created_at is 'When.';
comment on column family_share.version is 'Raised by one at each change.';
select trust.protect('family_share', 'plan');
drop policy add on family_share;
revoke insert, update on family_share from wieg_app;
