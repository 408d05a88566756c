-- Up Migration
-- Who of the family is asking, and who would like to. None of this tells whether someone is known: wrong, late, used and made up look alike.
create type family.person as (session_id uuid, account_id uuid, person_id uuid, family_id uuid, trajectory_id uuid, is_mother boolean);

create function family.allows_pages(of_trajectory uuid, person uuid) returns boolean language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select exists (select from consent c join trajectory t on t.id = c.trajectory_id join family_member m on m.id = person and m.family_id = t.family_id
    where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = 'digital_contact' and c.given and c.withdrawn_on is null
      and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today() and m.until is null and m.died_on is null) $$;
comment on function family.allows_pages is 'Not for the application: she allows digital contact, and is still of the family.';

create function family.is_mother(person uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from family_member m where m.id = person and m.kind = 'mother') $$;
comment on function family.is_mother is 'Not for the application: whether this is the mother; the only other one with own pages is her partner.';

-- The addresses of the family are hers: a code for him never goes there, and one for her never to his.
create function family.safe_address(of_trajectory uuid, person uuid, his text) returns setof text language sql stable security definer set search_path = public, family, trust, pg_catalog as $$
  select a.value from (select c.value, c.created_at from family_contact c join trajectory t on t.id = of_trajectory and t.family_id = c.family_id
      where family.is_mother(person) and c.channel = 'email' and c.safe
    union all select his, null where not family.is_mother(person) and his is not null) a order by a.created_at $$;
comment on function family.safe_address is 'Not for the application: where someone asked and mail is safe: the family''s for the mother, his own for her partner [domain 6.3].';

create function trust.reading_mother(of_trajectory uuid) returns uuid language sql stable security definer set search_path = public, family, pg_catalog as $$
  select a.person_id from family_account a where a.trajectory_id = of_trajectory and a.ended_at is null and family.is_mother(a.person_id) and family.allows_pages(a.trajectory_id, a.person_id) order by a.created_at limit 1 $$;
comment on function trust.reading_mother is 'Not for the application: the mother, while she has pages of her own on this line.';

create function family.quiet_address(of_trajectory uuid) returns text language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select c.value from family_contact c join trajectory t on t.id = of_trajectory and t.family_id = c.family_id
  where t.loss_on is null and t.state = 'open' and trust.reading_mother(t.id) is not null
    and c.channel = 'email' and c.safe and coalesce(trim(c.safe_moments), '') = '' order by c.created_at limit 1 $$;
comment on function family.quiet_address is 'Not for the application: where she may be told that there is something for her. Nowhere after a loss, nor where she named moments: those are words that no computer keeps to.';

create function trust.mail_mother(of_trajectory uuid, mail jsonb) returns void language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare address text := family.quiet_address(of_trajectory); words jsonb;
begin
  if address is null then return; end if;
  select mail -> case f.language when 'en' then 'en' else 'nl' end into words from trajectory t join family f on f.id = t.family_id where t.id = of_trajectory;
  perform app.put_mail(address, words ->> 'subject', words ->> 'body', 'family-news/' || of_trajectory || '/' || app.today());
end $$;
comment on function trust.mail_mother is 'Not for the application: tells her, once a day at most, that there is something in her own pages; never what.';

create function family.me() returns family.person language plpgsql stable security definer set search_path = public, family, trust, pg_catalog as $$
declare token text := nullif(current_setting('app.family_session', true), ''); found_one family.person;
begin
  if token is null then return null; end if;
  select s.id, a.id, a.person_id, t.family_id, t.id, family.is_mother(a.person_id) into found_one from family_session s
    join family_account a on a.id = s.account_id and a.ended_at is null join trajectory t on t.id = a.trajectory_id
  where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null and s.ends_at > now()
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1) and family.allows_pages(t.id, a.person_id);
  return found_one;
end $$;
comment on function family.me is 'Not for the application: who of which family is asking. Null when the session is over, her pages were stopped or she allows no digital contact.';

create function family.must_be() returns family.person language plpgsql stable security definer set search_path = family, pg_catalog as $$
declare me family.person := family.me();
begin
  if me.session_id is null then raise exception 'nobody of the family is asking' using errcode = 'insufficient_privilege'; end if;
  return me;
end $$;
comment on function family.must_be is 'Not for the application: raises insufficient_privilege unless someone of a family is asking.';

create function family.must_be_mother() returns family.person language plpgsql stable security definer set search_path = family, pg_catalog as $$
declare me family.person := family.must_be();
begin
  if not me.is_mother then raise exception 'hers alone' using errcode = 'insufficient_privilege'; end if;
  return me;
end $$;
comment on function family.must_be_mother is 'Not for the application: raises insufficient_privilege unless the mother is asking. Her partner sees nothing of her line by himself.';

create function family.reads_plan(me family.person) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select me.is_mother or exists (select from family_share s where s.trajectory_id = me.trajectory_id and s.with_person = me.person_id and s.ended_on is null
    and s.person_id = trust.reading_mother(s.trajectory_id)) $$;
comment on function family.reads_plan is 'Not for the application: the mother reads her plan; her partner as long as she shares it, and can take it back in pages of her own.';

create function family.open_session(token text) returns table (name text, language text, idle_minutes integer, today date, has_loss boolean, ended boolean, safe_email boolean, mails boolean, passkeys integer, is_mother boolean, reads_plan boolean)
language plpgsql security definer set search_path = public, family, trust, app, pg_catalog as $$
declare me family.person;
begin
  perform set_config('app.family_session', token, true);
  update family_session s set seen_at = now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.seen_at < now() - interval '1 minute'
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1) and s.ended_at is null;
  me := family.me();
  if me.session_id is null then return; end if;
  return query select coalesce(m.given_name, m.family_name), f.language, s.idle_minutes, app.today(), t.loss_on is not null, t.state = 'ended',
      exists (select from family.safe_address(t.id, a.person_id, a.email)), me.is_mother and family.quiet_address(t.id) is not null,
      (select count(*)::integer from family_passkey k where k.account_id = me.account_id), me.is_mother, family.reads_plan(me)
    from family_member m, trajectory t, family f, family_session s, family_account a
    where m.id = me.person_id and t.id = me.trajectory_id and f.id = me.family_id and s.id = me.session_id and a.id = me.account_id;
end $$;
comment on function family.open_session is 'Says who holds this token, and keeps the session alive. No row: signed out.';

create function family.was_me() returns family.person language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare token text := nullif(current_setting('app.family_session', true), ''); found_one family.person;
begin
  if token is null then return null; end if;
  select s.id, a.id, a.person_id, t.family_id, t.id, family.is_mother(a.person_id) into found_one from family_session s
    join family_account a on a.id = s.account_id and coalesce(a.ended_at, now()) = now() join trajectory t on t.id = a.trajectory_id
  where s.token_hash = sha256(convert_to(token, 'UTF8')) and coalesce(s.ended_at, now()) = now() and s.ends_at > now()
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1);
  return found_one;
end $$;
comment on function family.was_me is 'Not for the application: the same, also when this very transaction ended her session. For the trail alone.';

create function family.record(of_event text, of_outcome text, of_part text, from_where text, of_request text) returns void
language plpgsql security definer set search_path = public, family, trust, pg_catalog as $$
declare me family.person := family.was_me();
begin
  insert into trail_event (event, outcome, role, session_id, request_id, source, trajectory_ids, part, ground, digest)
  values (of_event, of_outcome, case when me.session_id is not null then 'family' end, me.session_id, of_request, case when me.session_id is null then from_where else 'family' end,
    case when me.trajectory_id is null then '{}'::uuid[] else array[me.trajectory_id] end, of_part,
    case when me.session_id is null then 'public' else 'family' end, trust.digest_of_changes(trust.epoch(), pg_current_xact_id()));
end $$;
comment on function family.record is 'Adds an event of the family''s own pages to the trail, after the changes it tells of [NEN 7513]. Who and on which line follow from the session.';

create function family.sign_out() returns void language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.was_me();
begin update family_session set ended_at = now() where id = me.session_id and ended_at is null; end $$;
comment on function family.sign_out is 'Ends the session that asks.';

create function family.claim_request(of_key uuid) returns table (first boolean, outcome jsonb) language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be(); claimed integer;
begin
  insert into handled_request (key, session_id) values (of_key, me.session_id) on conflict do nothing;
  get diagnostics claimed = row_count;
  return query select claimed = 1, h.outcome from handled_request h where h.key = of_key and h.session_id = me.session_id;
end $$;
create function family.finish_request(of_key uuid, with_outcome jsonb) returns void language sql security definer set search_path = public, family, pg_catalog as $$
  update handled_request set outcome = with_outcome where key = of_key and session_id = (family.was_me()).session_id $$;
create function family.release_request(of_key uuid) returns void language sql security definer set search_path = public, family, pg_catalog as $$
  delete from handled_request where key = of_key and session_id = (family.was_me()).session_id $$;

create function family.keep_step(hash bytea, of_kind text, with_data text, seconds integer) returns void language sql security definer set search_path = public, pg_catalog as $$
  delete from family_step where expires_at < clock_timestamp();
  insert into family_step (token_hash, kind, data, expires_at) values (hash, of_kind, with_data, clock_timestamp() + make_interval(secs => seconds))
  on conflict (token_hash) do update set kind = excluded.kind, data = excluded.data, expires_at = excluded.expires_at $$;
create function family.read_step(hash bytea, of_kind text) returns text language sql stable security definer set search_path = public, pg_catalog as $$
  select s.data from family_step s where s.token_hash = hash and s.kind = of_kind and s.expires_at > clock_timestamp() $$;
create function family.take_step(hash bytea, of_kind text) returns text language sql security definer set search_path = public, pg_catalog as $$
  delete from family_step s where s.token_hash = hash and s.kind = of_kind and s.expires_at > clock_timestamp() returning s.data $$;
comment on function family.take_step is 'Reads a step and takes it away: nothing is answered twice.';

create function family.find_invitation(digest bytea, born date, most_tries integer) returns uuid language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare invitation family_invitation; right_day boolean;
begin
  select i.* into invitation from family_invitation i where i.code_digest = digest and i.used_at is null and i.withdrawn_at is null and i.until >= app.today()
    and i.tries < most_tries and family.allows_pages(i.trajectory_id, i.person_id) for update;
  right_day := exists (select from family_member m where m.id = invitation.person_id and m.birth_date = born);
  if invitation.id is not null and not right_day then update family_invitation set tries = tries + 1 where id = invitation.id; end if;
  return case when right_day then invitation.id end;
end $$;
comment on function family.find_invitation is 'The invitation with this code, while it works, of someone born on this day. A wrong day is counted.';

create function family.begin_account(of_invitation uuid) returns uuid language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare i family_invitation; account uuid;
begin
  update family_invitation set used_at = now() where id = of_invitation and used_at is null and withdrawn_at is null and until >= app.today()
    and family.allows_pages(trajectory_id, person_id) returning * into i;
  if i.id is null then return null; end if;
  select a.id into account from family_account a where a.person_id = i.person_id and a.ended_at is null for update;
  if account is null then
    insert into family_account (trajectory_id, person_id, email, author_organisation_id, author_id)
    values (i.trajectory_id, i.person_id, i.email, i.author_organisation_id, i.author_id) returning id into account;
  else -- whoever begins again has lost what she had: it works no more
    update family_account set trajectory_id = i.trajectory_id, email = i.email where id = account;
    delete from family_passkey where account_id = account;
    update family_session set ended_at = now() where account_id = account and ended_at is null;
  end if;
  return account;
end $$;
comment on function family.begin_account is 'Not for the application: uses an invitation, once. Means that were there before work no more.';

create function family.begin_session(of_account uuid, hash bytea, idle integer, with_means text) returns boolean language plpgsql security definer set search_path = public, family, pg_catalog as $$
begin
  if not exists (select from family_account a where a.id = of_account and a.ended_at is null and family.allows_pages(a.trajectory_id, a.person_id)) then return false; end if;
  insert into family_session (account_id, token_hash, means, idle_minutes) values (of_account, hash, with_means, idle);
  update family_account set used_at = now() where id = of_account;
  return true;
end $$;
comment on function family.begin_session is 'Not for the application: begins a session of someone whose pages are open.';

create function family.put_passkey(of_account uuid, made jsonb) returns void language sql security definer set search_path = public, pg_catalog as $$
  insert into family_passkey (account_id, credential_id, public_key, counter, transports)
  values (of_account, made ->> 'credentialId', decode(made ->> 'publicKey', 'base64'), (made ->> 'counter')::bigint, array(select jsonb_array_elements_text(made -> 'transports'))) $$;

create function family.begin_with_passkey(digest bytea, born date, most_tries integer, made jsonb, hash bytea, idle integer) returns boolean
language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare account uuid := family.begin_account(family.find_invitation(digest, born, most_tries));
begin
  if account is null or not family.begin_session(account, hash, idle, 'passkey') then return false; end if;
  perform family.put_passkey(account, made);
  return true;
end $$;
comment on function family.begin_with_passkey is 'Uses an invitation with a passkey that was just made, and signs in.';

create function family.add_passkey(made jsonb) returns void language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be();
begin
  perform family.put_passkey(me.account_id, made);
  -- as with a professional: who changes her means is out everywhere else, so that she notices when it was not she
  update family_session set ended_at = now() where account_id = me.account_id and id <> me.session_id and ended_at is null;
end $$;

create function family.find_passkey(of_credential text) returns table (id uuid, credential_id text, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = public, pg_catalog as $$
  select k.id, k.credential_id, k.public_key, k.counter, k.transports from family_passkey k join family_account a on a.id = k.account_id and a.ended_at is null
  where k.credential_id = of_credential $$;

create function family.use_passkey(of_passkey uuid, new_counter bigint, hash bytea, idle integer) returns boolean
language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare account uuid;
begin
  update family_passkey k set counter = new_counter, used_at = now()
  where k.id = of_passkey and (k.counter < new_counter or new_counter = 0 and k.counter = 0) returning k.account_id into account;
  return account is not null and family.begin_session(account, hash, idle, 'passkey');
end $$;
comment on function family.use_passkey is 'Signs in with a passkey whose answer was judged. False when its count went back: then it was copied.';

create function family.send_code(step bytea, digest bytea, invited bytea, born date, address text, most_tries integer, minutes integer, mail_subject text, mail_body text) returns boolean
language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare invitation uuid := case when invited is not null then family.find_invitation(invited, born, most_tries) end; account uuid; safe text;
begin
  if invited is null then
    select a.id, s.value into account, safe from family_account a join family_member m on m.id = a.person_id and m.birth_date = born
      cross join lateral family.safe_address(a.trajectory_id, a.person_id, a.email) as s(value)
    where a.ended_at is null and lower(s.value) = lower(trim(address)) and family.allows_pages(a.trajectory_id, a.person_id) limit 1;
  else
    select s.value into safe from family_invitation i cross join lateral family.safe_address(i.trajectory_id, i.person_id, i.email) as s(value) where i.id = invitation limit 1;
  end if;
  delete from family_code where expires_at < clock_timestamp() - interval '1 day';
  delete from family_code where used_at is null and (account_id = account or invitation_id = invitation); -- a new one voids the old
  insert into family_code (step_hash, code_digest, account_id, invitation_id, expires_at)
  values (step, digest, case when safe is not null then account end, case when safe is not null then invitation end, clock_timestamp() + make_interval(mins => minutes));
  if safe is not null then perform app.put_mail(safe, mail_subject, mail_body, 'family-code ' || encode(step, 'hex')); end if;
  return safe is not null;
end $$;
comment on function family.send_code is 'Mails a one-time code to an address that is safe. Who is not known gets as much of an answer: only an invited one, who showed her code, is told whether she has such an address.';

create function family.use_code(step bytea, digest bytea, most_tries integer, hash bytea, idle integer) returns boolean
language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare c family_code; account uuid;
begin
  select k.* into c from family_code k where k.step_hash = step and k.used_at is null and k.expires_at > clock_timestamp() and k.tries < most_tries for update;
  if c.id is null then return false; end if;
  if c.code_digest is distinct from digest then
    update family_code set tries = tries + 1 where id = c.id;
    return false;
  end if;
  update family_code set used_at = now() where id = c.id;
  account := coalesce(c.account_id, family.begin_account(c.invitation_id));
  return account is not null and family.begin_session(account, hash, idle, 'code');
end $$;
comment on function family.use_code is 'Signs in with a one-time code, in the browser that asked for it. It works once; some wrong tries end it.';

create function family.demonstration_accounts() returns table (account uuid, name text) language sql stable security definer set search_path = public, family, trust, app, pg_catalog as $$
  select a.id, concat_ws(' ', m.given_name, m.prefix, m.family_name) from family_account a join family_member m on m.id = a.person_id
  where app.is_demonstration() and a.ended_at is null and family.allows_pages(a.trajectory_id, a.person_id) order by a.created_at $$;
comment on function family.demonstration_accounts is 'Who can be chosen at the door of a demonstration region; nobody anywhere else.';
create function family.demonstrate(of_account uuid, hash bytea, idle integer) returns boolean language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
begin
  return exists (select from family.demonstration_accounts() d where d.account = of_account) and family.begin_session(of_account, hash, idle, 'demonstration');
end $$;

create function family.stop_pages() returns void language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be();
begin
  perform family.close_account(me.account_id, 'family');
end $$;
comment on function family.stop_pages is 'She stops her own pages: at once, on every device.';
create function family.close_account(of_account uuid, by_whom text) returns void language sql security definer set search_path = public, pg_catalog as $$
  update family_session set ended_at = now() where account_id = of_account and ended_at is null;
  delete from family_passkey where account_id = of_account;
  update family_account set ended_at = now(), ended_by = by_whom where id = of_account and ended_at is null;
  -- what she could not take back any more is taken back with it
  update family_share s set ended_on = greatest(app.today(), s.since), version = s.version + 1 from family_account a where a.id = of_account and s.person_id = a.person_id and s.ended_on is null;
  select trust.end_consent_asks(a.trajectory_id, a.person_id) from family_account a where a.id = of_account $$;
comment on function family.close_account is 'Not for the application: ends an account with all its means and sessions, and what she shared there.';

alter function trust.reading_mother owner to wieg_guard;
alter function trust.mail_mother owner to wieg_guard;
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.open_session, family.sign_out, family.record, family.claim_request, family.finish_request, family.release_request, family.keep_step, family.read_step,
  family.take_step, family.find_invitation, family.begin_with_passkey, family.add_passkey, family.find_passkey, family.use_passkey, family.send_code, family.use_code,
  family.demonstration_accounts, family.demonstrate, family.stop_pages to wieg_family;
