-- Up Migration
-- What the sign-in itself may ask and do, before anybody is signed in.
create function trust.note_account(of_professional uuid, of_what text, by_whom uuid, from_where text, with_detail text default null) returns void
language sql security definer set search_path = public, pg_catalog as $$
  insert into account_event (professional_id, what, by_professional, source, detail) values (of_professional, of_what, by_whom, from_where, with_detail) $$;
comment on function trust.note_account is 'Adds what happened with an account.';

create function trust.find_account(of_login text, of_professional uuid) returns table (professional_id uuid, display_name text, login text, state text,
  password_hash text, totp_secret text, totp_step bigint)
language sql stable security definer set search_path = public, pg_catalog as $$
  select a.professional_id, p.display_name, a.login, a.state, a.password_hash, a.totp_secret, a.totp_step
  from account a join professional p on p.id = a.professional_id
  where a.login = of_login or a.professional_id = of_professional $$;
comment on function trust.find_account is 'The account with this login, or of this professional. What it keeps is a hash, or encrypted.';

create function trust.use_totp_step(of_professional uuid, step bigint) returns boolean
language sql security definer set search_path = public, pg_catalog as $$
  with used as (update account set totp_step = step where professional_id = of_professional and totp_step < step and state = 'active' returning 1)
  select exists (select from used) $$;
comment on function trust.use_totp_step is 'A code is good once: false when this one or a later one was used before.';

create function trust.reseal_totp(of_professional uuid, was text, became text) returns void
language sql security definer set search_path = public, pg_catalog as $$
  update account set totp_secret = became where professional_id = of_professional and totp_secret = was $$;
comment on function trust.reseal_totp is 'The same secret, encrypted with the current key.';

create function trust.use_recovery_code(of_professional uuid, hash bytea) returns boolean
language sql security definer set search_path = public, pg_catalog as $$
  with used as (update recovery_code set used_at = now() where professional_id = of_professional and code_hash = hash and used_at is null returning 1)
  select exists (select from used) $$;
comment on function trust.use_recovery_code is 'A recovery code is good once.';

create function trust.find_passkey(of_credential text) returns table (id uuid, professional_id uuid, credential_id text, public_key bytea, counter bigint,
  transports text[], state text)
language sql stable security definer set search_path = public, pg_catalog as $$
  select k.id, k.professional_id, k.credential_id, k.public_key, k.counter, k.transports, a.state
  from passkey k join account a on a.professional_id = k.professional_id where k.credential_id = of_credential $$;

create function trust.use_passkey(of_passkey uuid, new_counter bigint) returns boolean
language sql security definer set search_path = public, pg_catalog as $$
  with used as (update passkey k set counter = new_counter, used_at = now() from account a
    where k.id = of_passkey and a.professional_id = k.professional_id and a.state = 'active' and (k.counter < new_counter or new_counter = 0 and k.counter = 0) returning 1)
  select exists (select from used) $$;
comment on function trust.use_passkey is 'Keeps the device''s count. False when it went back: then the passkey was copied.';

create function trust.keep_step(hash bytea, of_kind text, of_professional uuid, with_data text, seconds integer) returns void
language sql security definer set search_path = public, pg_catalog as $$
  insert into sign_in_step (token_hash, kind, professional_id, data, expires_at) values (hash, of_kind, of_professional, with_data, clock_timestamp() + make_interval(secs => seconds))
  on conflict (token_hash) do update set kind = excluded.kind, professional_id = excluded.professional_id, data = excluded.data, expires_at = excluded.expires_at $$;
create function trust.read_step(hash bytea, of_kind text) returns table (professional_id uuid, data text)
language sql stable security definer set search_path = public, pg_catalog as $$
  select s.professional_id, s.data from sign_in_step s where s.token_hash = hash and s.kind = of_kind and s.expires_at > clock_timestamp() $$;
create function trust.take_step(hash bytea, of_kind text) returns table (professional_id uuid, data text)
language sql security definer set search_path = public, pg_catalog as $$
  delete from sign_in_step s where s.token_hash = hash and s.kind = of_kind and s.expires_at > clock_timestamp() returning s.professional_id, s.data $$;
comment on function trust.take_step is 'Reads a step and takes it away: nothing can be answered twice.';

create function trust.jobs_of(of_professional uuid, of_provider uuid) returns table (membership_id uuid, role text, organisation text)
language sql stable security definer set search_path = public, pg_catalog as $$
  select m.id, m.role, o.name from membership m join organisation o on o.id = m.organisation_id and o.active
  where m.professional_id = of_professional
    and (of_provider is null or m.organisation_id = (select i.organisation_id from identity_provider i where i.id = of_provider))
    and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
  order by o.name, m.role $$;
comment on function trust.jobs_of is 'The present jobs of a professional: one is chosen at signing in. A provider vouches for those at its own organisation.';

create function trust.begin_session(of_professional uuid, of_membership uuid, hash bytea, idle integer, with_means text, on_device text, of_provider uuid,
  from_where text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare made uuid;
begin
  if not exists (select from trust.jobs_of(of_professional, of_provider) j where j.membership_id = of_membership)
  then raise exception 'no such job' using errcode = 'insufficient_privilege'; end if;
  if exists (select from account where professional_id = of_professional and state = 'blocked')
  then raise exception 'blocked' using errcode = 'insufficient_privilege'; end if;
  insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, device, means, provider_id)
  values (hash, of_professional, of_membership, true, idle, left(on_device, 80), with_means, of_provider) returning id into made;
  update account set used_at = now() where professional_id = of_professional;
  perform trust.note_account(of_professional, 'signed-in', of_professional, from_where, left(on_device, 80));
  return made;
end $$;
comment on function trust.begin_session is 'Begins a session after two factors were shown, in one of the jobs that the means vouch for.';

create function trust.find_link(hash bytea) returns table (link_id uuid, kind text, professional_id uuid, display_name text, login text, organisation text,
  expires_at timestamptz)
language sql stable security definer set search_path = public, pg_catalog as $$
  select l.id, l.kind, l.professional_id, p.display_name, a.login,
    (select o.name from membership m join organisation o on o.id = m.organisation_id where m.professional_id = p.id order by coalesce(m.until, 'infinity') desc, m.since desc limit 1),
    l.expires_at
  from sign_in_link l join account a on a.professional_id = l.professional_id join professional p on p.id = l.professional_id
  where l.token_hash = hash and l.used_at is null and l.withdrawn_at is null and l.expires_at > clock_timestamp() and a.state <> 'blocked' $$;
comment on function trust.find_link is 'The link that holds this secret, while it works.';

create function trust.use_link(hash bytea, with_password text, with_totp text, with_step bigint, with_codes bytea[], with_passkey jsonb, from_where text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare link sign_in_link; who uuid;
begin
  select * into link from sign_in_link l where l.token_hash = hash and l.used_at is null and l.withdrawn_at is null and l.expires_at > clock_timestamp() for update;
  if not found then return null; end if;
  who := link.professional_id;
  if with_passkey is null and (with_password is null or with_totp is null) then raise exception 'two factors are needed'; end if;
  update account set state = 'active', password_hash = with_password, password_set_at = case when with_password is not null then now() end,
    totp_secret = with_totp, totp_step = coalesce(with_step, 0) where professional_id = who and state <> 'blocked';
  if not found then return null; end if;
  update sign_in_link set used_at = now() where id = link.id;
  delete from passkey where professional_id = who;
  delete from recovery_code where professional_id = who;
  insert into recovery_code (professional_id, code_hash) select who, code from unnest(coalesce(with_codes, '{}')) code;
  if with_passkey is not null then perform trust.put_passkey(who, with_passkey); end if;
  perform trust.note_account(who, case link.kind when 'invitation' then 'activated' else 'recovered' end, who, from_where);
  return who;
end $$;
comment on function trust.use_link is 'Uses a link, once: whatever means there were are replaced by the new ones.';

create function trust.put_passkey(of_professional uuid, made jsonb) returns uuid language sql security definer set search_path = public, pg_catalog as $$
  insert into passkey (professional_id, credential_id, public_key, counter, transports, label)
  values (of_professional, made ->> 'credentialId', decode(made ->> 'publicKey', 'base64'), (made ->> 'counter')::bigint,
    array(select jsonb_array_elements_text(made -> 'transports')), made ->> 'label') returning id $$;

create function trust.set_own_totp(of_professional uuid, with_totp text, step bigint) returns boolean
language sql security definer set search_path = public, pg_catalog as $$
  with changed as (update account set totp_secret = with_totp, totp_step = step, state = 'active'
    where professional_id = of_professional and totp_secret is null and state <> 'blocked' returning 1)
  select exists (select from changed) $$;
comment on function trust.set_own_totp is 'The second factor of who comes from a provider that shows one only. Never replaces one that is there.';

create function trust.list_providers() returns table (id uuid, organisation text, organisation_id uuid)
language sql stable security definer set search_path = public, pg_catalog as $$
  select i.id, o.name, o.id from identity_provider i join organisation o on o.id = i.organisation_id and o.active where i.active order by o.name $$;
create function trust.find_provider(of_provider uuid) returns setof identity_provider
language sql stable security definer set search_path = public, pg_catalog as $$
  select i.* from identity_provider i join organisation o on o.id = i.organisation_id and o.active where i.id = of_provider and i.active $$;

create function trust.find_external(of_provider uuid, of_subject text, of_email text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare found_one uuid; provider identity_provider;
begin
  select * into provider from identity_provider where id = of_provider and active;
  update external_identity e set used_at = now() where e.provider_id = of_provider and e.subject = of_subject returning e.professional_id into found_one;
  if found_one is null and of_email is not null then
    select a.professional_id into found_one from account a
    where a.login = lower(of_email) and a.state <> 'blocked' and split_part(lower(of_email), '@', 2) = any(provider.email_domains)
      and exists (select from membership m where m.professional_id = a.professional_id and m.organisation_id = provider.organisation_id
        and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
      and not exists (select from external_identity e where e.provider_id = of_provider and e.professional_id = a.professional_id);
    if found_one is not null then
      insert into external_identity (provider_id, subject, professional_id, used_at) values (of_provider, of_subject, found_one, now());
    end if;
  end if;
  return (select p.id from professional p where p.id = found_one and not exists (select from account a where a.professional_id = p.id and a.state = 'blocked'));
end $$;
comment on function trust.find_external is 'Who this person of the provider is here. At a first time: who was invited by this organisation under this address in one of its domains.';

create function trust.demonstration_jobs() returns table (professional_id uuid, membership_id uuid, name text, role text, organisation text)
language sql stable security definer set search_path = public, pg_catalog as $$
  select p.id, m.id, p.display_name, m.role, o.name from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id and o.active
  where app.is_demonstration() and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    and not exists (select from account a where a.professional_id = p.id)
  order by array_position(array['midwifery_practice', 'youth_health', 'hospital', 'maternity_care', 'municipality', 'gp_practice', 'support_provider', 'childcare'], o.kind), o.name, p.display_name $$;
comment on function trust.demonstration_jobs is 'Everyone who can be chosen at the door of a demonstration region: the invented people, not who was invited with an account of her own.';

create function trust.clear_sign_in() returns void language sql security definer set search_path = public, pg_catalog as $$
  delete from sign_in_step where expires_at < now() - interval '1 hour';
  delete from account_event where at < now() - interval '13 months' $$;
comment on function trust.clear_sign_in is 'Removes steps that nobody finished, and what happened with accounts more than 13 months ago (the trail keeps its own).';

do $$ declare f text; begin
  foreach f in array array['note_account', 'find_account', 'use_totp_step', 'reseal_totp', 'use_recovery_code', 'find_passkey', 'use_passkey', 'keep_step', 'read_step',
    'take_step', 'jobs_of', 'begin_session', 'find_link', 'use_link', 'put_passkey', 'set_own_totp', 'list_providers', 'find_provider', 'find_external', 'demonstration_jobs', 'clear_sign_in'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
    if f not in ('put_passkey', 'clear_sign_in') then execute format('grant execute on function trust.%I to wieg_app', f); end if;
  end loop;
end $$;
grant execute on function trust.clear_sign_in to wieg_worker;
