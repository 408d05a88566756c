-- Up Migration
-- Who is asking: a random session token, of which the database knows only the hash. No token, no rows.
create function trust.part(of_name text) returns smallint language sql immutable set search_path = pg_catalog as $$
  select (case of_name when 'involved' then 0 when 'identity' then 1 when 'signals' then 2 when 'assessment' then 3 when 'exploration' then 4
    when 'plan' then 5 when 'referrals' then 6 when 'maternity_care' then 7 when 'programme' then 8 when 'study' then 9
    when 'category_route' then 10 when 'own_agreements' then 11 when 'request' then 12 when 'exploration_summary' then 13 end)::smallint $$;

create type trust.asker as (session_id uuid, professional_id uuid, membership_id uuid, organisation_id uuid, role text, principals integer[]);

create function trust.asker() returns trust.asker language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select (s.id, s.professional_id, m.id, m.organisation_id, m.role,
    array[p.principal, m.principal, o.principal, t.principal])::trust.asker
  from session s
  join professional p on p.id = s.professional_id
  join membership m on m.id = s.membership_id and m.professional_id = s.professional_id
  join organisation o on o.id = m.organisation_id and o.active
  join team t on t.organisation_id = m.organisation_id and t.role = m.role
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    and s.ended_at is null and s.ends_at > now() and s.second_factor
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1)
    and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today() $$;
comment on function trust.asker is 'The session behind this transaction: who, in which job. Null when there is none.';

create function trust.my_principals() returns integer[] language sql stable security definer set search_path = trust, pg_catalog as
$$ select coalesce((trust.asker()).principals, '{}') $$;

create function trust.my_organisation() returns uuid language sql stable security definer set search_path = trust, pg_catalog as
$$ select (trust.asker()).organisation_id $$;

create function trust.my_professional() returns uuid language sql stable security definer set search_path = trust, pg_catalog as
$$ select (trust.asker()).professional_id $$;

create function trust.my_membership() returns uuid language sql stable security definer set search_path = trust, pg_catalog as
$$ select (trust.asker()).membership_id $$;

create function trust.my_role() returns text language sql stable security definer set search_path = trust, pg_catalog as
$$ select (trust.asker()).role $$;

create function trust.my_own(of_part smallint) returns uuid[] language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select coalesce(array_agg(a.organisation_id), '{}') from trust.asker() a
  join role_part r on r.role = a.role and r.part = of_part and r.may_read $$;
comment on function trust.my_own is 'The own organisation, when the own role may read this part: an author''s organisation sees what it recorded.';

create function trust.my_own_writing(of_part smallint) returns uuid[] language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select coalesce(array_agg(a.organisation_id), '{}') from trust.asker() a
  join role_part r on r.role = a.role and r.part = of_part and r.may_write $$;

create function trust.open_session(token text) returns table (professional_id uuid, membership_id uuid, organisation_id uuid, role text,
  professional text, organisation text, organisation_kind text, idle_minutes integer)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform set_config('app.session', token, true);
  update session s set seen_at = now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.seen_at < now() - interval '1 minute'
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1) and s.ended_at is null;
  return query select a.professional_id, a.membership_id, a.organisation_id, a.role, p.display_name, o.name, o.kind, s.idle_minutes
    from trust.asker() a join professional p on p.id = a.professional_id join organisation o on o.id = a.organisation_id
    join session s on s.id = a.session_id;
end $$;
comment on function trust.open_session is 'Says who holds this token, and keeps the session alive. No row: signed out.';

create function trust.team(of_organisation uuid, of_role text) returns integer language sql stable security definer set search_path = public, pg_catalog as
$$ select principal from team where organisation_id = of_organisation and role = of_role $$;
