-- Up Migration
-- Whoever changes her means of signing in may do so because someone else has them: then no session and no half sign-in of before goes on.
-- A changed password or code app did so already; a passkey, codes on paper and a used link do so too.
create function trust.end_what_was_begun(of_professional uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update session s set ended_at = now() where s.professional_id = of_professional and s.ended_at is null and s.id is distinct from (trust.asker()).session_id;
  delete from sign_in_step s where s.professional_id = of_professional and s.kind in ('second-factor', 'first-code', 'choose-job') $$;
comment on function trust.end_what_was_begun is 'Not for the application: ends every session of this professional but the asking one, and each sign-in that is under way.';
alter function trust.end_what_was_begun owner to wieg_guard;

create or replace function trust.end_my_other_sessions() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare others integer := (select count(*) from session s, trust.asker() who
  where s.professional_id = who.professional_id and s.id <> who.session_id and s.ended_at is null and s.ends_at > now());
begin
  perform trust.end_what_was_begun(trust.my_professional()) where trust.my_professional() is not null;
  return others;
end $$;

create or replace function trust.add_my_passkey(made jsonb) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from account where professional_id = trust.fresh_professional() and state = 'active')
    or (select count(*) from passkey where professional_id = trust.my_professional()) >= 10 then return false; end if;
  perform trust.put_passkey(trust.my_professional(), made);
  perform trust.note_account(trust.my_professional(), 'passkey-added', trust.my_professional(), null, made ->> 'label');
  perform trust.end_my_other_sessions();
  return true;
end $$;

create or replace function trust.remove_my_passkey(of_passkey uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
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

create or replace function trust.renew_my_recovery_codes(hashes bytea[]) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare who uuid := trust.fresh_professional();
begin
  if not exists (select from account where professional_id = who and password_hash is not null) then return false; end if;
  delete from recovery_code where professional_id = who;
  insert into recovery_code (professional_id, code_hash) select who, code from unnest(hashes) code;
  perform trust.note_account(who, 'recovery-codes-made', who, null);
  perform trust.end_my_other_sessions();
  return true;
end $$;

create function trust.link_was_used() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.end_what_was_begun(new.professional_id);
  return null;
end $$;
comment on function trust.link_was_used is 'Whoever chose new means with a link begins anew: what was begun with the old ones ends.';
alter function trust.link_was_used owner to wieg_guard;
create trigger link_was_used after update on sign_in_link for each row when (old.used_at is null and new.used_at is not null)
  execute function trust.link_was_used();
