-- Up Migration
-- What an administrator may do with the way in of others: give a one-time link, take all means away, block. Never see or choose a secret.
create function trust.may_manage_means(of_professional uuid) returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select coalesce((select who.professional_id <> of_professional and (who.role = 'platform_admin'
    or who.role = 'organisation_admin'
      and exists (select from membership m where m.professional_id = of_professional and m.organisation_id = who.organisation_id and coalesce(m.until, 'infinity') >= app.today())
      and not exists (select from membership m where m.professional_id = of_professional and m.organisation_id <> who.organisation_id and coalesce(m.until, 'infinity') >= app.today()))
  from trust.asker() who where who.session_id is not null), false) $$;
comment on function trust.may_manage_means is 'Not one''s own; and not of who works elsewhere too: a link would open that other job as well. The administrator of Wieg does those.';

create function trust.make_link(of_professional uuid, of_kind text, hash bytea, days integer, checked text, mail_subject text, mail_body text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); made uuid; address text;
begin
  if not trust.may_manage_means(of_professional) then raise exception 'not hers to give' using errcode = 'insufficient_privilege'; end if;
  if of_kind = 'recovery' and asker.role = 'platform_admin' and mail_body is null then
    raise exception 'sent to the person herself, never shown' using errcode = 'insufficient_privilege'; end if;
  select login into address from account where professional_id = of_professional and state <> 'blocked' and (of_kind = 'recovery' or state = 'invited') for update;
  if not found then return null; end if;
  update sign_in_link set withdrawn_at = now() where professional_id = of_professional and used_at is null and withdrawn_at is null;
  if of_kind = 'recovery' then perform trust.take_means(of_professional); end if;
  insert into sign_in_link (professional_id, kind, token_hash, made_by, expires_at, identity_checked)
  values (of_professional, of_kind, hash, asker.professional_id, now() + make_interval(days => days), checked) returning id into made;
  perform trust.note_account(of_professional, case of_kind when 'recovery' then 'reset' else 'invited' end, asker.professional_id, null, checked);
  if mail_body is not null then perform app.put_mail(address, mail_subject, mail_body, 'sign-in-link ' || made); end if;
  return made;
end $$;
comment on function trust.make_link is 'Gives a one-time link; older ones stop working. For recovery all means and sessions end at once. Null when there is nothing to give it for.';

create function trust.take_means(of_professional uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update account set state = 'invited', password_hash = null, password_set_at = null, totp_secret = null, totp_step = 0 where professional_id = of_professional;
  delete from passkey where professional_id = of_professional;
  delete from recovery_code where professional_id = of_professional;
  delete from sign_in_step where professional_id = of_professional;
  update session set ended_at = now() where professional_id = of_professional and ended_at is null;
end $$;
comment on function trust.take_means is 'Nothing of hers opens anything any more.';

create function trust.block_account(of_professional uuid, blocked boolean) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not trust.may_manage_means(of_professional) then raise exception 'not hers to block' using errcode = 'insufficient_privilege'; end if;
  if blocked then
    update account set state = 'blocked' where professional_id = of_professional and state <> 'blocked';
    if not found then return false; end if;
    update session set ended_at = now() where professional_id = of_professional and ended_at is null;
    delete from sign_in_step where professional_id = of_professional;
  else
    update account a set state = case when a.password_hash is not null or a.totp_secret is not null or exists (select from passkey k where k.professional_id = a.professional_id)
      then 'active' else 'invited' end where a.professional_id = of_professional and a.state = 'blocked';
    if not found then return false; end if;
  end if;
  perform trust.note_account(of_professional, case when blocked then 'blocked' else 'unblocked' end, asker.professional_id, null);
  return true;
end $$;
comment on function trust.block_account is 'Blocks at once, in the middle of whatever she does; or lifts that.';

create function trust.means_of(of_professional uuid) returns table (login text, state text, has_password boolean, passkeys integer, provider text, link_until timestamptz,
  last_seen timestamptz, mine_to_manage boolean)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select a.login, a.state, a.password_hash is not null, (select count(*)::integer from passkey k where k.professional_id = a.professional_id),
    (select o.name from external_identity e join identity_provider i on i.id = e.provider_id join organisation o on o.id = i.organisation_id where e.professional_id = a.professional_id limit 1),
    (select max(l.expires_at) from sign_in_link l where l.professional_id = a.professional_id and l.used_at is null and l.withdrawn_at is null and l.expires_at > now()),
    (select max(s.seen_at) from session s where s.professional_id = a.professional_id), trust.may_manage_means(of_professional)
  from account a
  where a.professional_id = of_professional and ((trust.asker()).role = 'platform_admin' or (trust.asker()).role = 'organisation_admin' and exists (
    select from membership m where m.professional_id = of_professional and m.organisation_id = (trust.asker()).organisation_id)) $$;
comment on function trust.means_of is 'How someone signs in, for her administrator: which means, never what they are.';

create function trust.account_events_of(of_professional uuid) returns table (at timestamptz, what text, detail text, by_name text)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select e.at, e.what, case when e.what in ('reset') then e.detail end, p.display_name
  from account_event e left join professional p on p.id = e.by_professional and p.id <> e.professional_id
  where e.professional_id = of_professional and e.what in ('invited', 'activated', 'recovered', 'reset', 'blocked', 'unblocked', 'signed-in')
    and exists (select from trust.means_of(of_professional)) order by e.at desc, e.id desc limit 20 $$;

do $$ declare f text; begin
  foreach f in array array['may_manage_means', 'make_link', 'take_means', 'block_account', 'means_of', 'account_events_of'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
    if f <> 'take_means' then execute format('grant execute on function trust.%I to wieg_app', f); end if;
  end loop;
end $$;
