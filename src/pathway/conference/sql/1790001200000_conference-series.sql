-- Up Migration
-- The conference: series, who sits in them, and their sittings. No care data stands here [domain 3.7; 002; 000 answer 5].
create table conference_series (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('mdo', 'knooppunt')),
  name text not null check (length(trim(name)) between 3 and 80),
  organisation_id uuid not null references organisation,
  chair_id uuid not null references membership,
  deputy_id uuid references membership,
  place text check (length(trim(place)) between 1 and 200),
  link text check (link ~ '^https://[^[:space:]]+$' and length(link) <= 300),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (chair_id is distinct from deputy_id)
);
create index conference_series_of_organisation on conference_series (organisation_id);
comment on table conference_series is 'A conference that comes back: an MDO zwangeren in een kwetsbare situatie, or a Knooppunt Kansrijke Start [002].';
comment on column conference_series.id is 'Random id.';
comment on column conference_series.kind is 'mdo: of the region; knooppunt: of a municipality.';
comment on column conference_series.name is 'Name as colleagues know it; it stands in their calendars, so it says nothing of who is discussed.';
comment on column conference_series.organisation_id is 'Organisation that convenes it.';
comment on column conference_series.chair_id is 'Who chairs, in her job.';
comment on column conference_series.deputy_id is 'Who chairs when she can''t.';
comment on column conference_series.place is 'Usual place.';
comment on column conference_series.link is 'Usual address of the video meeting.';
comment on column conference_series.active is 'False once it holds no more sittings.';
comment on column conference_series.created_at is 'When made.';
comment on column conference_series.version is 'Raised by one at each change.';

create table conference_area (
  series_id uuid not null references conference_series,
  municipality_code text not null references municipality,
  primary key (series_id, municipality_code)
);
comment on table conference_area is 'The municipalities whose families a series is for.';
comment on column conference_area.series_id is 'The series.';
comment on column conference_area.municipality_code is 'A municipality.';

create table conference_member (
  series_id uuid not null references conference_series,
  organisation_id uuid not null references organisation,
  role text not null,
  primary key (series_id, organisation_id, role)
);
create index conference_member_of_organisation on conference_member (organisation_id, role);
comment on table conference_member is 'Standing members of a series: a role in an organisation, whoever has that job.';
comment on column conference_member.series_id is 'The series.';
comment on column conference_member.organisation_id is 'The organisation.';
comment on column conference_member.role is 'The role there.';

create table conference_sitting (
  id uuid primary key default gen_random_uuid(),
  series_id uuid not null references conference_series,
  held_on date not null,
  starts_at time not null,
  ends_at time not null,
  place text check (length(trim(place)) between 1 and 200),
  link text check (link ~ '^https://[^[:space:]]+$' and length(link) <= 300),
  state text not null default 'planned' check (state in ('planned', 'agenda_set', 'open', 'held', 'cancelled')),
  sequence integer not null default 0,
  told text check (length(trim(told)) between 3 and 300),
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (ends_at > starts_at),
  check (place is not null or link is not null)
);
create index conference_sitting_of_series on conference_sitting (series_id, held_on desc);
create index conference_sitting_of_day on conference_sitting (held_on) where state in ('planned', 'agenda_set', 'open');
comment on table conference_sitting is 'One sitting of a series. FHIR Appointment.';
comment on column conference_sitting.id is 'Random id; also the UID of its calendar entry.';
comment on column conference_sitting.series_id is 'The series.';
comment on column conference_sitting.held_on is 'Day.';
comment on column conference_sitting.starts_at is 'Begin, in Dutch time.';
comment on column conference_sitting.ends_at is 'End, in Dutch time.';
comment on column conference_sitting.place is 'Where.';
comment on column conference_sitting.link is 'Address of the video meeting.';
comment on column conference_sitting.state is 'planned: no agenda yet; agenda_set: members prepare; open: it is being held; held; cancelled.';
comment on column conference_sitting.sequence is 'SEQUENCE of its calendar entry: raised when it is moved or cancelled [RFC 5545 3.8.7.4].';
comment on column conference_sitting.told is 'What members are told about a move or a cancellation; no families.';
comment on column conference_sitting.changed_at is 'When day, time, place or state last changed.';
comment on column conference_sitting.created_at is 'When planned.';
comment on column conference_sitting.version is 'Raised by one at each change.';

create table conference_participant (
  id uuid primary key default gen_random_uuid(),
  sitting_id uuid not null references conference_sitting,
  kind text not null check (kind in ('chair', 'standing', 'guest')),
  organisation_id uuid not null references organisation,
  role text not null,
  membership_id uuid references membership,
  item_id uuid,
  present boolean not null default false,
  check (kind <> 'chair' or membership_id is not null),
  check (item_id is null or kind = 'guest')
);
create unique index conference_participant_one on conference_participant (sitting_id, organisation_id, role, coalesce(membership_id, organisation_id), coalesce(item_id, sitting_id));
create index conference_participant_of_team on conference_participant (organisation_id, role, sitting_id);
create index conference_participant_of_membership on conference_participant (membership_id) where membership_id is not null;
comment on table conference_participant is 'Who is at the table of a sitting: its chairs, the standing members as they were, and guests.';
comment on column conference_participant.id is 'Random id.';
comment on column conference_participant.sitting_id is 'The sitting.';
comment on column conference_participant.kind is 'chair, standing member or guest.';
comment on column conference_participant.organisation_id is 'Organisation.';
comment on column conference_participant.role is 'Role there.';
comment on column conference_participant.membership_id is 'This one professional; empty: whoever has that role there.';
comment on column conference_participant.item_id is 'A guest for this case alone; empty: for the whole sitting.';
comment on column conference_participant.present is 'Is, or was, there.';

-- A series is no secret among colleagues; its link, a sitting and who come are for those at its table.
grant select on conference_area, conference_member to wieg_app;
grant select (id, kind, name, organisation_id, chair_id, deputy_id, place, active, created_at, version) on conference_series to wieg_app;
alter table conference_sitting enable row level security;
alter table conference_sitting force row level security;
alter table conference_participant enable row level security;
alter table conference_participant force row level security;
do $$ declare t text; begin
  foreach t in array array['conference_series', 'conference_area', 'conference_member', 'conference_sitting', 'conference_participant'] loop
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
  end loop;
end $$;
create policy guard on conference_sitting to wieg_guard using (true) with check (true);
create policy owner on conference_sitting to wieg_owner using (true) with check (true);
create policy guard on conference_participant to wieg_guard using (true) with check (true);
create policy owner on conference_participant to wieg_owner using (true) with check (true);

create function trust.manages_series(of_series uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return exists (select from conference_series s where s.id = of_series and (asker.membership_id in (s.chair_id, s.deputy_id)
    or asker.organisation_id = s.organisation_id and asker.role in ('conference_chair', 'knooppunt_coordinator')));
end $$;
comment on function trust.manages_series is 'Chairs this series, or is chair or coordinator in the organisation that convenes it: may change who chairs and who sits in it.';

create function trust.chairs_series(of_series uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  return exists (select from conference_series s where s.id = of_series and trust.my_membership() in (s.chair_id, s.deputy_id));
end $$;
comment on function trust.chairs_series is 'Is its chair or her deputy: sets agendas and leads sittings.';

create function trust.my_sittings() returns uuid[] language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return array(
    select p.sitting_id from conference_participant p where p.organisation_id = asker.organisation_id and p.role = asker.role and p.membership_id is null
    union select p.sitting_id from conference_participant p where p.membership_id = asker.membership_id
    union select s.id from conference_series r join conference_sitting s on s.series_id = r.id
      where asker.membership_id in (r.chair_id, r.deputy_id) or r.organisation_id = asker.organisation_id and asker.role in ('conference_chair', 'knooppunt_coordinator'));
end $$;
comment on function trust.my_sittings is 'Sittings at whose table the asker is, or that she convenes.';

create function trust.link_of_series(of_series uuid) returns text language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return (select r.link from conference_series r where r.id = of_series and (trust.manages_series(r.id)
    or exists (select from conference_member c where c.series_id = r.id and c.organisation_id = asker.organisation_id and c.role = asker.role)
    or exists (select from conference_sitting s where s.series_id = r.id and s.state <> 'cancelled' and s.id = any(trust.my_sittings()))));
end $$;
comment on function trust.link_of_series is 'Usual address of the video meeting, for who convenes it, its standing members and who is asked to one of its sittings.';
create policy see on conference_sitting for select to wieg_app using (id = any((select trust.my_sittings())::uuid[]));
create policy see on conference_participant for select to wieg_app using (sitting_id = any((select trust.my_sittings())::uuid[]));
grant select on conference_sitting, conference_participant to wieg_app;

-- A conference is for families from where its organisation works, and for no other: else any chair could put every case of the region before herself.
create function trust.convenes_in(organisation uuid) returns setof text language sql stable security definer set search_path = public, pg_catalog as $$
  select o.home_municipality from organisation o where o.id = organisation and o.home_municipality is not null
  union select a.municipality_code from organisation_area a where a.organisation_id = organisation $$;
comment on function trust.convenes_in is 'The municipalities from which an organisation may bring families before its conference: where it works.';

create function trust.keep_conference_series(of_series uuid, seen_version integer, of_kind text, of_name text, chair uuid, deputy uuid, at_place text, at_link text,
  areas text[], members jsonb, is_active boolean, out code text, out series uuid)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if of_series is null and asker.role is distinct from 'conference_chair' and asker.role is distinct from 'knooppunt_coordinator' then
    raise exception 'not hers to make' using errcode = 'insufficient_privilege'; end if;
  if of_series is not null and not trust.manages_series(of_series) then raise exception 'not her series' using errcode = 'insufficient_privilege'; end if;
  if exists (select from unnest(array[chair, deputy]) c where c is not null and not exists (select from membership m join organisation o on o.id = m.organisation_id and o.active
    where m.id = c and coalesce(m.until, 'infinity') >= app.today() and (m.role = 'conference_chair' or exists (select from role_part p where p.role = m.role and p.part = 1)))) then
    code := 'chair-gone'; return; end if;
  if exists (select from unnest(areas) wanted where wanted not in (select trust.convenes_in(coalesce((select s.organisation_id from conference_series s where s.id = of_series), asker.organisation_id)))) then
    code := 'area-not-served'; return; end if;
  if of_series is null then
    insert into conference_series (kind, name, organisation_id, chair_id, deputy_id, place, link)
    values (of_kind, of_name, asker.organisation_id, chair, deputy, at_place, at_link) returning id into series;
  else
    update conference_series s set kind = of_kind, name = of_name, chair_id = chair, deputy_id = deputy, place = at_place, link = at_link, active = is_active, version = s.version + 1
    where s.id = of_series and s.version = seen_version returning s.id into series;
    if series is null then code := 'changed-meanwhile'; return; end if;
  end if;
  delete from conference_area a where a.series_id = series;
  insert into conference_area (series_id, municipality_code) select series, m.code from municipality m where m.code = any(areas);
  delete from conference_member m where m.series_id = series;
  insert into conference_member (series_id, organisation_id, role)
  select distinct series, (m ->> 'organisationId')::uuid, m ->> 'role' from jsonb_array_elements(members) m
  where exists (select from team t where t.organisation_id = (m ->> 'organisationId')::uuid and t.role = m ->> 'role' and exists (select from role_part p where p.role = t.role and p.part = 1));
  perform trust.seat_members(s.id) from conference_sitting s where s.series_id = series and s.state in ('planned', 'agenda_set');
  code := 'done';
end $$;
comment on function trust.keep_conference_series is 'Makes or changes a series; sittings that have not begun follow who chairs and who sits in it.';

create function trust.seat_members(of_sitting uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  with wanted as (
    select 'chair' as kind, m.organisation_id, m.role, m.id as membership_id
    from conference_sitting s join conference_series r on r.id = s.series_id join membership m on m.id in (r.chair_id, r.deputy_id) where s.id = of_sitting
    union all
    select 'standing', c.organisation_id, c.role, null from conference_sitting s join conference_member c on c.series_id = s.series_id where s.id = of_sitting
  ), gone as (
    delete from conference_participant p where p.sitting_id = of_sitting and p.kind <> 'guest'
      and not exists (select from wanted w where (w.kind, w.organisation_id, w.role) = (p.kind, p.organisation_id, p.role) and w.membership_id is not distinct from p.membership_id)
  )
  insert into conference_participant (sitting_id, kind, organisation_id, role, membership_id)
  select of_sitting, w.kind, w.organisation_id, w.role, w.membership_id from wanted w
  on conflict do nothing;
  perform trust.follow_sitting(of_sitting);
end $$;
comment on function trust.seat_members is 'Not for the application: the table of a sitting is its chairs and standing members, beside the guests that were asked.';

do $$ declare f text; begin
  foreach f in array array['convenes_in', 'manages_series', 'chairs_series', 'my_sittings', 'link_of_series', 'keep_conference_series', 'seat_members'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.convenes_in, trust.manages_series, trust.chairs_series, trust.my_sittings, trust.link_of_series, trust.keep_conference_series to wieg_app;
