-- Up Migration
-- A calendar of one's own sittings, for a calendar programme: an address that is secret, and can be made anew. It names no family.
create table calendar_feed (
  professional_id uuid primary key references professional,
  token_hash bytea not null unique,
  made_at timestamptz not null default now()
);
comment on table calendar_feed is 'The secret address of someone''s calendar of sittings. Only its hash is known.';
comment on column calendar_feed.professional_id is 'Whose calendar.';
comment on column calendar_feed.token_hash is 'SHA-256 of the token in the address.';
comment on column calendar_feed.made_at is 'When the address was made; an older one works no longer.';
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy guard on calendar_feed to wieg_guard using (true) with check (true);
create policy owner on calendar_feed to wieg_owner using (true) with check (true);
grant select, insert, update, delete on calendar_feed to wieg_guard;

create function trust.make_calendar_feed(hash bytea) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if trust.my_professional() is null then raise exception 'nobody is asking' using errcode = 'insufficient_privilege'; end if;
  insert into calendar_feed (professional_id, token_hash) values (trust.my_professional(), hash)
  on conflict (professional_id) do update set token_hash = excluded.token_hash, made_at = now();
end $$;
comment on function trust.make_calendar_feed is 'A new address for the asker''s calendar; the older one stops.';

create function trust.end_calendar_feed() returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from calendar_feed where professional_id = trust.my_professional() $$;
comment on function trust.end_calendar_feed is 'The asker''s calendar has no address any more.';

create function trust.my_calendar_feed() returns timestamptz language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select made_at from calendar_feed where professional_id = trust.my_professional() $$;
comment on function trust.my_calendar_feed is 'Since when the asker''s calendar has an address; null when it has none.';

create function trust.calendar_of(hash bytea) returns setof conference_sitting language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select distinct s.* from calendar_feed f join membership m on m.professional_id = f.professional_id and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
  join organisation o on o.id = m.organisation_id and o.active
  join conference_participant p on p.membership_id = m.id or p.membership_id is null and (p.organisation_id, p.role) = (m.organisation_id, m.role)
  join conference_sitting s on s.id = p.sitting_id and s.held_on >= app.today() - 60
  where f.token_hash = hash $$;
comment on function trust.calendar_of is 'Sittings of whoever has this address, in the jobs that she has today: who left sees none. Null hash or unknown: nothing.';

create function trust.knows_calendar(hash bytea) returns boolean language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select exists (select from calendar_feed f join membership m on m.professional_id = f.professional_id and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    join organisation o on o.id = m.organisation_id and o.active where f.token_hash = hash) $$;
comment on function trust.knows_calendar is 'Whether this address is someone''s who works here.';

do $$ declare f text; begin
  foreach f in array array['make_calendar_feed', 'end_calendar_feed', 'my_calendar_feed', 'calendar_of', 'knows_calendar'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.make_calendar_feed, trust.end_calendar_feed, trust.my_calendar_feed, trust.calendar_of, trust.knows_calendar to wieg_app;
