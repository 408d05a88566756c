-- Up Migration
-- Accounts of an installation without an identity provider: a passkey, or a password with a code. The application has no right on these
-- tables; it can call the functions that come with them.
create table account (
  professional_id uuid primary key references professional,
  login text not null unique check (login = lower(login) and length(login) between 3 and 254),
  state text not null default 'invited' check (state in ('invited', 'active', 'blocked')),
  password_hash text,
  password_set_at timestamptz,
  totp_secret text,
  totp_step bigint not null default 0,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  check (password_hash is null or totp_secret is not null)
);
comment on table account is 'How a professional signs in with Wieg itself. Two factors always: a passkey with verification of the user, or a password with a code.';
comment on column account.professional_id is 'Whose.';
comment on column account.login is 'Work e-mail address in lower case: the name to sign in with.';
comment on column account.state is 'invited: no means yet; active; blocked by an administrator.';
comment on column account.password_hash is 'argon2id; empty when only passkeys are used.';
comment on column account.password_set_at is 'When the password was last changed.';
comment on column account.totp_secret is 'Secret of the code app, encrypted; the id of its key stands in front (RFC 6238).';
comment on column account.totp_step is 'Step of 30 seconds of the last code used: a code is good once.';
comment on column account.made_at is 'When made.';
comment on column account.used_at is 'Last sign-in.';

create table passkey (
  id uuid primary key default gen_random_uuid(),
  professional_id uuid not null references account,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  label text not null check (length(label) between 1 and 60),
  made_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_of_account on passkey (professional_id);
comment on table passkey is 'A passkey (WebAuthn credential) of an account. The private key stays on the device.';
comment on column passkey.id is 'Random id.';
comment on column passkey.professional_id is 'Whose.';
comment on column passkey.credential_id is 'Id that the device knows it by, in base64url.';
comment on column passkey.public_key is 'Public key (COSE).';
comment on column passkey.counter is 'Uses as the device counts them: going back means a copy.';
comment on column passkey.transports is 'How the device can be reached, as it said itself.';
comment on column passkey.label is 'Name by which the owner knows it.';
comment on column passkey.made_at is 'When added.';
comment on column passkey.used_at is 'Last sign-in with it.';

create table recovery_code (
  professional_id uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (professional_id, code_hash)
);
comment on table recovery_code is 'Codes on paper for who lost the code app. Each is good once, beside the password.';
comment on column recovery_code.professional_id is 'Whose.';
comment on column recovery_code.code_hash is 'Keyed digest of the code.';
comment on column recovery_code.used_at is 'When used.';

create table sign_in_link (
  id uuid primary key default gen_random_uuid(),
  professional_id uuid not null references account,
  kind text not null check (kind in ('invitation', 'recovery')),
  token_hash bytea not null unique,
  made_by uuid references professional,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  identity_checked text,
  check (kind = 'invitation' or length(trim(identity_checked)) >= 5)
);
create index sign_in_link_of_account on sign_in_link (professional_id);
comment on table sign_in_link is 'A link that is good once, to choose one''s means of signing in: at the invitation, and after losing them.';
comment on column sign_in_link.id is 'Random id.';
comment on column sign_in_link.professional_id is 'For whom.';
comment on column sign_in_link.kind is 'invitation, or recovery after the means were lost.';
comment on column sign_in_link.token_hash is 'SHA-256 of the secret in the link.';
comment on column sign_in_link.made_by is 'Administrator who made it; empty when made at the command line.';
comment on column sign_in_link.made_at is 'When made.';
comment on column sign_in_link.expires_at is 'Until when it works.';
comment on column sign_in_link.used_at is 'When used.';
comment on column sign_in_link.withdrawn_at is 'When replaced by a newer one, or taken back.';
comment on column sign_in_link.identity_checked is 'How the administrator made sure that it is really her.';

create table sign_in_step (
  token_hash bytea primary key,
  kind text not null,
  professional_id uuid references professional,
  data text not null,
  expires_at timestamptz not null
);
comment on table sign_in_step is 'Halfway signing in: what was shown so far, for a few minutes, for one browser. Read once.';
comment on column sign_in_step.token_hash is 'SHA-256 of the secret in the browser''s cookie.';
comment on column sign_in_step.kind is 'Which step comes next: it can be used for no other.';
comment on column sign_in_step.professional_id is 'Who, when that is known.';
comment on column sign_in_step.data is 'What the step needs, encrypted.';
comment on column sign_in_step.expires_at is 'Until when.';

create table account_event (
  id bigint generated always as identity primary key,
  professional_id uuid not null references professional,
  at timestamptz not null default clock_timestamp(),
  what text not null,
  by_professional uuid references professional,
  source text,
  detail text
);
create index account_event_of_professional on account_event (professional_id, at desc);
comment on table account_event is 'What happened with an account, for its owner and her administrator: sign-ins, refusals, changed means.';
comment on column account_event.id is 'Running number.';
comment on column account_event.professional_id is 'Whose account.';
comment on column account_event.at is 'When.';
comment on column account_event.what is 'signed-in, refused, password-changed and so on: see accountEvents in signIn.texts.ts.';
comment on column account_event.by_professional is 'Who did it; empty when it was not signed in for.';
comment on column account_event.source is 'Network address.';
comment on column account_event.detail is 'Device or means, in words; nothing secret.';

create table identity_provider (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null unique references organisation,
  issuer text not null,
  client_id text not null,
  client_secret text,
  subject_claim text not null default 'sub',
  email_domains text[] not null default '{}',
  factor_values text[] not null default '{mfa}',
  active boolean not null default true,
  version integer not null default 1
);
comment on table identity_provider is 'The identity provider (OpenID Connect) with which the people of one organisation sign in. It vouches for jobs at that organisation only.';
comment on column identity_provider.id is 'Random id.';
comment on column identity_provider.organisation_id is 'Whose.';
comment on column identity_provider.issuer is 'Address of the provider, as it names itself.';
comment on column identity_provider.client_id is 'Name under which the provider knows Wieg.';
comment on column identity_provider.client_secret is 'Secret shared with the provider, encrypted; the id of its key stands in front.';
comment on column identity_provider.subject_claim is 'Which claim names the person for ever, such as sub or oid.';
comment on column identity_provider.email_domains is 'Only addresses in these domains are taken at a first sign-in.';
comment on column identity_provider.factor_values is 'Values of amr or acr that show two factors; without one of them Wieg asks its own code.';
comment on column identity_provider.active is 'False: not offered.';
comment on column identity_provider.version is 'Raised by one at each change.';

create table external_identity (
  provider_id uuid not null references identity_provider,
  subject text not null,
  professional_id uuid not null references professional,
  linked_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (provider_id, subject),
  unique (provider_id, professional_id)
);
comment on table external_identity is 'Which person of an identity provider is which professional. Made at her first sign-in.';
comment on column external_identity.provider_id is 'The provider.';
comment on column external_identity.subject is 'Her name at the provider, as the chosen claim gives it.';
comment on column external_identity.professional_id is 'Who she is here.';
comment on column external_identity.linked_at is 'First sign-in.';
comment on column external_identity.used_at is 'Last sign-in.';

alter table session add column device text, add column means text, add column provider_id uuid references identity_provider;
comment on column session.device is 'Browser and system in words, to recognise one''s own sessions.';
comment on column session.means is 'How was signed in: passkey, password, provider or demonstration.';
comment on column session.provider_id is 'The identity provider that vouched: only for jobs at its own organisation.';
create index session_of_professional on session (professional_id, seen_at desc);
