-- Up Migration
-- Beginning and ending a session. Whether someone is who she says is checked before, in the application; the database keeps the hash alone.
create table app.installation (
  only_row boolean primary key default true check (only_row),
  demonstration boolean not null
);
comment on table app.installation is 'What this database is: a demonstration region of invented people, or the real one. Set once, when it is first filled.';
comment on column app.installation.only_row is 'Keeps this table at one row.';
comment on column app.installation.demonstration is 'True for invented people only. It cannot be switched on over a database with real data.';

create function app.is_demonstration() returns boolean language sql stable security definer set search_path = pg_catalog, app as
$$ select coalesce((select demonstration from app.installation), false) $$;
grant execute on function app.is_demonstration to wieg_app, wieg_worker, wieg_guard;

create function app.keep_demonstration_apart() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin
  if new.demonstration and (tg_op = 'UPDATE' or exists (select from professional)) then
    raise exception 'demonstration mode cannot be switched on over a database that is in use'; end if;
  return new;
end $$;
create trigger keep_demonstration_apart before insert or update on app.installation for each row execute function app.keep_demonstration_apart();

create function trust.start_session(of_professional uuid, of_membership uuid, hash bytea, with_second_factor boolean, idle integer) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare made uuid;
begin
  if not app.is_demonstration() or exists (select from account a where a.professional_id = of_professional) then raise exception 'not a demonstration' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from membership m where m.id = of_membership and m.professional_id = of_professional and m.since <= app.today()
    and coalesce(m.until, 'infinity') >= app.today()) then
    raise exception 'no such membership' using errcode = 'insufficient_privilege'; end if;
  insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, means)
  values (hash, of_professional, of_membership, with_second_factor, idle, 'demonstration') returning id into made;
  return made;
end $$;
comment on function trust.start_session is 'Begins a session of an invented professional of a demonstration region, and nowhere else.';

create function trust.end_session(token text, from_where text, of_request text) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform set_config('app.session', token, true);
  if (trust.asker()).session_id is null then return; end if;
  perform trust.record('session.ended', 'done', '{}', null, null, from_where, of_request);
  update session set ended_at = now() where token_hash = sha256(convert_to(token, 'UTF8')) and ended_at is null;
end $$;
comment on function trust.end_session is 'Signs out, and writes in the trail who did.';

alter function trust.start_session owner to wieg_guard;
alter function trust.end_session owner to wieg_guard;
grant execute on function trust.start_session, trust.end_session to wieg_app;
