-- Up Migration
-- A programme and its figures are configuration, with a start date: another region, year or programme is new rows, not new code [domain 4].
create table programme (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name text not null
);
comment on table programme is 'A programme with places for families, such as the pilot Geboortezorg Flex. No care data.';
comment on column programme.id is 'Random id.';
comment on column programme.code is 'Short name for those who configure it.';
comment on column programme.name is 'Name on screens and in letters.';

create table programme_version (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  number integer not null,
  starts_on date not null,
  settings jsonb not null,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references professional,
  withdrawn_why text check (length(trim(withdrawn_why)) between 3 and 5000),
  unique (programme_id, number),
  unique (id, programme_id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index programme_version_one_a_day on programme_version (programme_id, starts_on) where withdrawn_at is null;
comment on table programme_version is 'The figures of a programme from a day on: area, ceilings, insurers, windows. A decision names the version it rests on. Never changed; only taken back before it starts.';
comment on column programme_version.id is 'Random id.';
comment on column programme_version.programme_id is 'The programme.';
comment on column programme_version.number is 'Running number within the programme.';
comment on column programme_version.starts_on is 'First day on which it holds; it holds until the next one starts.';
comment on column programme_version.settings is 'All figures with their sources; checked against programmeSettings in src/programme/configuration/programme.ts.';
comment on column programme_version.created_at is 'When it was configured.';
comment on column programme_version.withdrawn_at is 'When it was taken back, before it took effect; it never held.';
comment on column programme_version.withdrawn_by is 'Professional who took it back.';
comment on column programme_version.withdrawn_why is 'Why, in words.';

create table pillar (
  programme_id uuid not null references programme,
  number smallint not null check (number in (1, 2)),
  primary key (programme_id, number)
);
comment on table pillar is 'A part of a programme with places of its own. 1: co-payment waived; 2: flexible maternity care after day 10 [001 3.3].';
comment on column pillar.programme_id is 'The programme.';
comment on column pillar.number is '1 or 2.';

create table place_pool (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null,
  pillar smallint not null,
  entry text not null check (entry in ('direct', 'flow_on')),
  taken integer not null default 0 check (taken >= 0),
  moved integer not null default 0,
  foreign key (programme_id, pillar) references pillar (programme_id, number),
  unique (programme_id, pillar, entry)
);
comment on table place_pool is 'Places of a pillar by way of entering: the one row that every enrolment changes, so that a ceiling is never exceeded. Written by trust.take_place, trust.give_back_place and trust.move_places alone.';
comment on column place_pool.id is 'Random id.';
comment on column place_pool.programme_id is 'The programme.';
comment on column place_pool.pillar is 'The pillar.';
comment on column place_pool.entry is 'direct, or flow_on: from pillar 1 to pillar 2.';
comment on column place_pool.taken is 'Families that hold a place now.';
comment on column place_pool.moved is 'Places moved here by decisions of the project group; below zero where they were moved away.';

create function trust.pool_places(of_programme uuid, of_pillar smallint, of_entry text) returns integer
language sql stable security definer set search_path = public, app, pg_catalog as $$
  select case of_entry when 'flow_on' then (p ->> 'flowOnAtMost')::integer else (p ->> 'ceiling')::integer - (p ->> 'flowOnAtMost')::integer end
  from (select v.settings -> 'pillars' -> of_pillar::text as p from programme_version v
    where v.programme_id = of_programme and v.starts_on <= app.today() and v.withdrawn_at is null order by v.starts_on desc limit 1) s $$;
comment on function trust.pool_places is 'Places that the version in force gives to a pillar and way of entering, before anything was moved.';
alter function trust.pool_places owner to wieg_guard;
grant execute on function trust.pool_places to wieg_app, wieg_worker;
grant select on programme, programme_version, pillar, place_pool to wieg_app, wieg_worker;
