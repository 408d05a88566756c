-- Up Migration
-- Who is asking: a random session token, of which the database knows only the hash. No token, no rows.

-- One expression without settings of its own: the planner writes it out where it is asked.
create function trust.part(of_name text) returns smallint language sql immutable return
  (case of_name when 'involved' then 0 when 'identity' then 1 when 'signals' then 2 when 'assessment' then 3 when 'exploration' then 4
    when 'plan' then 5 when 'referrals' then 6 when 'maternity_care' then 7 when 'programme' then 8 when 'study' then 9
    when 'category_route' then 10 when 'own_agreements' then 11 when 'request' then 12 when 'exploration_summary' then 13 end)::smallint;

create type trust.asker as (session_id uuid, professional_id uuid, membership_id uuid, organisation_id uuid, role text, principals integer[],
  reads smallint[], writes smallint[]);

-- A page asks some fifty times who is asking, so the answer is kept for the length of one transaction, beside a seal that the application
-- cannot make: over this transaction, this token and a secret of this connection. What is not sealed so is not believed but looked up again.
-- The secret is what this connection last set the sequence to: kept in its own memory, where reading it costs next to nothing, and given to
-- nobody who may not use the sequence. What the sequence itself holds is the secret of whichever connection began last.
create sequence trust.connection_secret;
comment on sequence trust.connection_secret is 'Seals who is asking for the length of one transaction. The application cannot read it; each connection sets it anew.';
grant select, update on sequence trust.connection_secret to wieg_guard;

create function trust.seal_of(token text, of_asker text) returns text language sql volatile return -- as volatile as what it reads, or it would not be written out where it is asked
  encode(sha256(int8send(currval('trust.connection_secret')) || sha256(timestamptz_send(now()) || convert_to(token || ' ' || of_asker, 'UTF8'))), 'hex');
comment on function trust.seal_of is 'Not for the application: what makes a kept answer believed in this transaction, and in no other. Runs as who calls it, within definer functions alone.';

create function trust.draw_secret() returns void language plpgsql set search_path = pg_catalog as $$
begin
  if current_setting('app.connection', true) = pg_backend_pid()::text then return; end if;
  perform setval('trust.connection_secret', ('x' || encode(substr(sha256(uuid_send(gen_random_uuid())), 1, 8), 'hex'))::bit(63)::bigint),
    set_config('app.connection', pg_backend_pid()::text, false);
end $$;
comment on function trust.draw_secret is 'Not for the application: gives this connection its secret, once. Who pretends that it has one already finds every answer refused.';

create function trust.find_asker(token text) returns text language plpgsql stable security definer set search_path = public, trust, pg_catalog
set plan_cache_mode = force_generic_plan as $$
declare today date := (select d.today from app.day d); asker text;
begin
  select concat_ws('|', s.id, s.professional_id, m.id, m.organisation_id, m.role, array[p.principal, m.principal, o.principal, t.principal],
    array(select r.part from role_part r where r.role = m.role and r.may_read), array(select r.part from role_part r where r.role = m.role and r.may_write), today) into asker
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
comment on function trust.find_asker is 'Not for the application: the session of a token, who and in which job: the fields of trust.asker, of which none is ever empty, and today, with | between. Null when there is none.';

create function trust.kept_asker() returns text language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare token text := current_setting('app.session', true); kept text := current_setting('app.asker', true); seal text := current_setting('app.seal', true);
begin
  if coalesce(token, '') = '' then return null; end if;
  if seal <> '' then -- without one this connection may have no secret yet
    if seal = trust.seal_of(token, kept) then return kept; end if;
  end if;
  return find_asker(token);
end $$;
comment on function trust.kept_asker is 'The session behind this transaction as text: what was kept, when its seal is right. Null when there is none.';

create function trust.asker() returns trust.asker language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare kept text[] := string_to_array(kept_asker(), '|');
begin
  if kept is null then return null; end if;
  return row(kept[1]::uuid, kept[2]::uuid, kept[3]::uuid, kept[4]::uuid, kept[5], kept[6]::integer[], kept[7]::smallint[], kept[8]::smallint[])::trust.asker;
end $$;
comment on function trust.asker is 'The session behind this transaction: who, in which job. Null when there is none.';

-- One expression each, which the planner writes out in the question itself.
create function trust.my_principals() returns integer[] language sql stable return coalesce(split_part(trust.kept_asker(), '|', 6)::integer[], '{}');
create function trust.my_organisation() returns uuid language sql stable return split_part(trust.kept_asker(), '|', 4)::uuid;
create function trust.my_professional() returns uuid language sql stable return split_part(trust.kept_asker(), '|', 2)::uuid;
create function trust.my_membership() returns uuid language sql stable return split_part(trust.kept_asker(), '|', 3)::uuid;
create function trust.my_role() returns text language sql stable return split_part(trust.kept_asker(), '|', 5);
-- In a policy, where the clock itself would be one table more to open for each table of each question.
create function trust.my_day() returns date language sql stable return split_part(trust.kept_asker(), '|', 9)::date;
comment on function trust.my_day is 'Today in the Netherlands, for who asks; nothing for nobody.';

create function trust.my_own(of_part smallint) returns uuid[] language plpgsql stable set search_path = pg_catalog as $$
declare kept text := trust.kept_asker();
begin
  return case when of_part = any(split_part(kept, '|', 7)::smallint[]) then array[split_part(kept, '|', 4)::uuid] else '{}'::uuid[] end;
end $$;
comment on function trust.my_own is 'The own organisation, when the own role may read this part: an author''s organisation sees what it recorded.';

create function trust.my_own_writing(of_part smallint) returns uuid[] language plpgsql stable set search_path = pg_catalog as $$
declare kept text := trust.kept_asker();
begin
  return case when of_part = any(split_part(kept, '|', 8)::smallint[]) then array[split_part(kept, '|', 4)::uuid] else '{}'::uuid[] end;
end $$;

create function trust.open_session(token text) returns table (professional_id uuid, membership_id uuid, organisation_id uuid, role text,
  professional text, organisation text, organisation_kind text, idle_minutes integer)
language plpgsql security definer set search_path = public, trust, pg_catalog set plan_cache_mode = force_generic_plan as $$
declare asker text; field text[];
begin
  perform set_config('app.session', token, true), draw_secret();
  update session s set seen_at = now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.seen_at < now() - interval '1 minute'
    and s.seen_at > now() - make_interval(mins => s.idle_minutes + 1) and s.ended_at is null;
  asker := find_asker(token);
  if asker is null then return; end if;
  perform set_config('app.asker', asker, true), set_config('app.seal', seal_of(token, asker), true);
  field := string_to_array(asker, '|');
  return query select p.id, field[3]::uuid, o.id, field[5], p.display_name, o.name, o.kind, s.idle_minutes
    from professional p, organisation o, session s where p.id = field[2]::uuid and o.id = field[4]::uuid and s.id = field[1]::uuid;
end $$;
comment on function trust.open_session is 'Says who holds this token, and keeps the session alive. No row: signed out.';

create function trust.team(of_organisation uuid, of_role text) returns integer language sql stable security definer set search_path = public, pg_catalog as
$$ select principal from team where organisation_id = of_organisation and role = of_role $$;
