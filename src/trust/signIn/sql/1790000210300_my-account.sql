-- Up Migration
-- What someone who is signed in may do with her own account. To change means of signing in, she must have signed in just now: a screen
-- that was left open is not enough.
create function trust.fresh_professional() returns uuid language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select a.professional_id from trust.asker() a join session s on s.id = a.session_id
  where s.started_at > now() - interval '15 minutes' and s.means is distinct from 'demonstration' $$;
comment on function trust.fresh_professional is 'The asker when she signed in within the last 15 minutes, or null.';

create function trust.my_account() returns table (professional_id uuid, display_name text, email text, phone text, notices boolean, login text, has_password boolean,
  password_set_at timestamptz, has_totp boolean, recovery_left integer, means text, fresh boolean, provider text, started_at timestamptz)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select p.id, p.display_name, p.email, p.phone, p.notices, a.login, a.password_hash is not null, a.password_set_at, a.totp_secret is not null,
    (select count(*)::integer from recovery_code r where r.professional_id = p.id and r.used_at is null), s.means, trust.fresh_professional() is not null,
    (select o.name from identity_provider i join organisation o on o.id = i.organisation_id where i.id = s.provider_id), s.started_at
  from trust.asker() who join professional p on p.id = who.professional_id join session s on s.id = who.session_id
  left join account a on a.professional_id = p.id $$;
comment on function trust.my_account is 'The asker''s own account, without its secrets.';

create function trust.my_passkeys() returns table (id uuid, label text, made_at timestamptz, used_at timestamptz, credential_id text)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select k.id, k.label, k.made_at, k.used_at, k.credential_id from passkey k where k.professional_id = trust.my_professional() order by k.made_at $$;

create function trust.my_sessions() returns table (id uuid, device text, job text, started_at timestamptz, seen_at timestamptz, mine boolean)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select s.id, s.device, o.name, s.started_at, s.seen_at, s.id = who.session_id
  from trust.asker() who join session s on s.professional_id = who.professional_id
  left join membership m on m.id = s.membership_id left join organisation o on o.id = m.organisation_id
  where s.ended_at is null and s.ends_at > now() and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1)
  order by s.id = who.session_id desc, s.seen_at desc $$;
comment on function trust.my_sessions is 'Where the asker is signed in now.';

create function trust.my_account_events() returns table (at timestamptz, what text, detail text, by_name text)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select e.at, e.what, e.detail, case when e.by_professional <> e.professional_id then (select display_name from professional where id = e.by_professional) end
  from account_event e where e.professional_id = trust.my_professional() order by e.at desc, e.id desc limit 20 $$;

create function trust.end_my_session(of_session uuid) returns boolean language sql security definer set search_path = public, trust, pg_catalog as $$
  with ended as (update session set ended_at = now() where id = of_session and professional_id = trust.my_professional() and ended_at is null returning 1)
  select exists (select from ended) $$;
create function trust.end_my_other_sessions() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare others integer := (select count(*) from session s, trust.asker() who
  where s.professional_id = who.professional_id and s.id <> who.session_id and s.ended_at is null and s.ends_at > now());
begin
  perform trust.end_what_was_begun(trust.my_professional()) where trust.my_professional() is not null;
  return others;
end $$;
comment on function trust.end_my_other_sessions is 'Signs out everywhere but here.';

create function trust.set_my_notices(wanted boolean) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update professional set notices = wanted where id = trust.my_professional() $$;

create function trust.my_jobs() returns table (membership_id uuid, role text, organisation text)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select j.* from trust.asker() who join session s on s.id = who.session_id,
    trust.jobs_of(who.professional_id, s.provider_id) j $$;
comment on function trust.my_jobs is 'The jobs that the asker may choose in this session: those her means of signing in vouch for.';

create function trust.switch_job(of_membership uuid, hash bytea) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not exists (select from trust.my_jobs() j where j.membership_id = of_membership) then return false; end if;
  insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, device, means, provider_id, started_at, ends_at)
  select hash, s.professional_id, of_membership, true, s.idle_minutes, s.device, s.means, s.provider_id, s.started_at, s.ends_at from session s where s.id = asker.session_id;
  update session set ended_at = now() where id = asker.session_id;
  return true;
end $$;
comment on function trust.switch_job is 'Goes on in another job: a new session in the place of this one, which ends when it would have ended.';

create function trust.change_my_password(became text) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update account set password_hash = became, password_set_at = now() where professional_id = trust.fresh_professional() and totp_secret is not null;
  if not found then return false; end if;
  perform trust.note_account(trust.my_professional(), 'password-changed', trust.my_professional(), null);
  perform trust.end_my_other_sessions();
  return true;
end $$;
comment on function trust.change_my_password is 'A new password; every other session ends. Needs a code app: a password alone is no second factor.';

create function trust.change_my_totp(became text, step bigint) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update account set totp_secret = became, totp_step = step where professional_id = trust.fresh_professional();
  if not found then return false; end if;
  perform trust.note_account(trust.my_professional(), 'code-app-changed', trust.my_professional(), null);
  perform trust.end_my_other_sessions();
  return true;
end $$;

create function trust.add_my_passkey(made jsonb) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from account where professional_id = trust.fresh_professional() and state = 'active')
    or (select count(*) from passkey where professional_id = trust.my_professional()) >= 10 then return false; end if;
  perform trust.put_passkey(trust.my_professional(), made);
  perform trust.note_account(trust.my_professional(), 'passkey-added', trust.my_professional(), null, made ->> 'label');
  perform trust.end_my_other_sessions();
  return true;
end $$;

create function trust.remove_my_passkey(of_passkey uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare who uuid := trust.fresh_professional(); name text;
begin
  perform 1 from account where professional_id = who for update;
  delete from passkey k where k.id = of_passkey and k.professional_id = who
    and (exists (select from account a where a.professional_id = who and a.password_hash is not null)
      or exists (select from passkey other where other.professional_id = who and other.id <> k.id)) returning label into name;
  if not found then return false; end if;
  perform trust.note_account(who, 'passkey-removed', who, null, name);
  perform trust.end_my_other_sessions();
  return true;
end $$;
comment on function trust.remove_my_passkey is 'Never the last means of signing in.';

create function trust.renew_my_recovery_codes(hashes bytea[]) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare who uuid := trust.fresh_professional();
begin
  if not exists (select from account where professional_id = who and password_hash is not null) then return false; end if;
  delete from recovery_code where professional_id = who;
  insert into recovery_code (professional_id, code_hash) select who, code from unnest(hashes) code;
  perform trust.note_account(who, 'recovery-codes-made', who, null);
  perform trust.end_my_other_sessions();
  return true;
end $$;
comment on function trust.renew_my_recovery_codes is 'New codes on paper; the old ones are void.';

do $$ declare f text; begin
  foreach f in array array['fresh_professional', 'my_account', 'my_passkeys', 'my_sessions', 'my_account_events', 'end_my_session', 'end_my_other_sessions', 'set_my_notices', 'my_jobs',
    'switch_job', 'change_my_password', 'change_my_totp', 'add_my_passkey', 'remove_my_passkey', 'renew_my_recovery_codes'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
    execute format('grant execute on function trust.%I to wieg_app', f);
  end loop;
end $$;
