-- Up Migration
-- Who is asking: a random session token, of which the database knows only the hash. No token, no rows.
create function trust.part(of_name text) returns smallint language sql immutable set search_path = pg_catalog as $$
  select (case of_name when 'involved' then 0 when 'identity' then 1 when 'signals' then 2 when 'assessment' then 3 when 'exploration' then 4
    when 'plan' then 5 when 'referrals' then 6 when 'maternity_care' then 7 when 'programme' then 8 when 'study' then 9
    when 'category_route' then 10 when 'own_agreements' then 11 when 'request' then 12 when 'exploration_summary' then 13 end)::smallint $$;

create type trust.asker as (session_id uuid, professional_id uuid, membership_id uuid, organisation_id uuid, role text, principals integer[],
  reads smallint[], writes smallint[]);

-- A page asks some hundred times who is asking, so the answer is kept for the length of one transaction, beside a seal that the application
-- cannot make: over this transaction, this connection and this token. What is not sealed so is not believed but looked up again.
create table trust.asker_key (
  only_row boolean primary key default true check (only_row),
  key bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
);
comment on table trust.asker_key is 'Seals who is asking for the length of one transaction. The application cannot read it; drawn anew at each start.';
comment on column trust.asker_key.only_row is 'Keeps this table at one row.';
comment on column trust.asker_key.key is 'Random.';
insert into trust.asker_key default values;
grant select, update on trust.asker_key to wieg_guard;

create function trust.seal_of(token text, of_asker text) returns text language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare key bytea := (select k.key from asker_key k);
begin
  return encode(sha256(key || sha256(key || timestamptz_send(now()) || int4send(pg_backend_pid()) || sha256(convert_to(token, 'UTF8')) || convert_to(of_asker, 'UTF8'))), 'hex');
end $$;
comment on function trust.seal_of is 'Not for the application: what makes a kept answer believed in this transaction, and in no other.';

create function trust.find_asker(token text) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare today date := app.today(); asker trust.asker;
begin
  select s.id, s.professional_id, m.id, m.organisation_id, m.role, array[p.principal, m.principal, o.principal, t.principal],
    array(select r.part from role_part r where r.role = m.role and r.may_read), array(select r.part from role_part r where r.role = m.role and r.may_write) into asker
  from session s
  join professional p on p.id = s.professional_id
  join membership m on m.id = s.membership_id and m.professional_id = s.professional_id
  join organisation o on o.id = m.organisation_id and o.active
  join team t on t.organisation_id = m.organisation_id and t.role = m.role
  where s.token_hash = sha256(convert_to(token, 'UTF8'))
    and s.ended_at is null and s.ends_at > now() and s.second_factor
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1)
    and m.since <= today and coalesce(m.until, 'infinity') >= today;
  return asker;
end $$;
comment on function trust.find_asker is 'Not for the application: the session of a token, who and in which job. Null when there is none.';

create function trust.asker() returns trust.asker language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare token text := nullif(current_setting('app.session', true), ''); kept text := current_setting('app.asker', true);
begin
  if token is null then return null; end if;
  if length(kept) > 64 and left(kept, 64) = seal_of(token, substr(kept, 65)) then return substr(kept, 65)::trust.asker; end if;
  return find_asker(token);
end $$;
comment on function trust.asker is 'The session behind this transaction: who, in which job. Null when there is none.';

create function trust.my_principals() returns integer[] language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return coalesce((asker()).principals, '{}'); end $$;

create function trust.my_organisation() returns uuid language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return (asker()).organisation_id; end $$;

create function trust.my_professional() returns uuid language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return (asker()).professional_id; end $$;

create function trust.my_membership() returns uuid language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return (asker()).membership_id; end $$;

create function trust.my_role() returns text language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return (asker()).role; end $$;

create function trust.my_own(of_part smallint) returns uuid[] language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return case when of_part = any(asker.reads) then array[asker.organisation_id] else '{}'::uuid[] end;
end $$;
comment on function trust.my_own is 'The own organisation, when the own role may read this part: an author''s organisation sees what it recorded.';

create function trust.my_own_writing(of_part smallint) returns uuid[] language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return case when of_part = any(asker.writes) then array[asker.organisation_id] else '{}'::uuid[] end;
end $$;

create function trust.open_session(token text) returns table (professional_id uuid, membership_id uuid, organisation_id uuid, role text,
  professional text, organisation text, organisation_kind text, idle_minutes integer)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker;
begin
  perform set_config('app.session', token, true);
  update session s set seen_at = now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.seen_at < now() - interval '1 minute'
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1) and s.ended_at is null;
  asker := find_asker(token);
  if asker.session_id is null then return; end if;
  perform set_config('app.asker', trust.seal_of(token, asker::text) || asker::text, true);
  return query select asker.professional_id, asker.membership_id, asker.organisation_id, asker.role, p.display_name, o.name, o.kind, s.idle_minutes
    from professional p, organisation o, session s where p.id = asker.professional_id and o.id = asker.organisation_id and s.id = asker.session_id;
end $$;
comment on function trust.open_session is 'Says who holds this token, and keeps the session alive. No row: signed out.';

create function trust.team(of_organisation uuid, of_role text) returns integer language sql stable security definer set search_path = public, pg_catalog as
$$ select principal from team where organisation_id = of_organisation and role = of_role $$;
