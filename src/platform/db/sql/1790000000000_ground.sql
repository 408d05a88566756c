-- Up Migration
-- The ground under every other migration: schemas, the one clock, and what the definer functions may touch.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema app;
create schema trust;
grant usage on schema app, trust to wieg_app, wieg_worker, wieg_guard;
grant create on schema trust, app, public to wieg_guard; -- needed to hand a function over to wieg_guard, which cannot log in
alter default privileges in schema public grant all on tables to wieg_guard;
alter default privileges in schema public grant all on sequences to wieg_guard;
alter default privileges in schema app grant all on tables to wieg_guard;
alter default privileges revoke execute on functions from public;
alter default privileges grant execute on functions to wieg_guard;

create table app.clock (
  only_row boolean primary key default true check (only_row),
  fixed_day date
);
comment on table app.clock is 'The day on which Wieg believes it is. Empty outside tests: nobody but the owner can write it.';
comment on column app.clock.only_row is 'Keeps this table at one row.';
comment on column app.clock.fixed_day is 'Day used instead of today, in tests only.';

create view app.day as select coalesce((select fixed_day from app.clock), (now() at time zone 'Europe/Amsterdam')::date) as today;
comment on view app.day is 'Today in the Netherlands, as a row: in a policy it costs a tenth of what a function does.';
comment on column app.day.today is 'Today.';
grant select on app.day to wieg_app, wieg_worker, wieg_guard;

create function app.today() returns date language sql stable security definer set search_path = pg_catalog, app as
$$ select today from day $$;
comment on function app.today is 'Today in the Netherlands: the one clock of every rule about days.';
grant execute on function app.today to wieg_app, wieg_worker, wieg_guard;

create function app.plain_text(value text) returns text language sql immutable strict parallel safe set search_path = public, pg_catalog as
$$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
comment on function app.plain_text is 'Text as it is searched: lower case, without accents.';
grant execute on function app.plain_text to wieg_app, wieg_worker, wieg_guard;
