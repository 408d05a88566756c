-- Up Migration
-- A guest without an account, for one case: reads it by a one-time link (src/trust/oneTimeLink) from the agenda until the sitting closes [domain 3.7].
create table conference_guest (
  id uuid primary key default gen_random_uuid(),
  sitting_id uuid not null references conference_sitting,
  item_id uuid not null references agenda_item on delete cascade,
  name text not null check (length(trim(name)) between 2 and 120),
  works_as text not null check (length(trim(works_as)) between 2 and 120),
  organisation text not null check (length(trim(organisation)) between 2 and 120),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 200),
  phone text check (length(trim(phone)) between 3 and 40),
  present boolean not null default false,
  first_read_at timestamptz,
  asked_by uuid not null references membership,
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, sitting_id)
);
create index conference_guest_of_sitting on conference_guest (sitting_id);
create unique index conference_guest_once on conference_guest (item_id, lower(email)) where ended_at is null;
comment on table conference_guest is 'A professional of an organisation outside Wieg, asked as guest for one case of a sitting.';
comment on column conference_guest.id is 'Random id.';
comment on column conference_guest.sitting_id is 'The sitting.';
comment on column conference_guest.item_id is 'The one case.';
comment on column conference_guest.name is 'Who is asked.';
comment on column conference_guest.works_as is 'What she does, in words.';
comment on column conference_guest.organisation is 'For which organisation.';
comment on column conference_guest.email is 'Work address that the link goes to.';
comment on column conference_guest.phone is 'Number at which the code is read out.';
comment on column conference_guest.present is 'Is, or was, there.';
comment on column conference_guest.first_read_at is 'When she first read the case; every reading is in the trail.';
comment on column conference_guest.asked_by is 'Chair who asked her, and said that the family knows.';
comment on column conference_guest.asked_at is 'When asked.';
comment on column conference_guest.ended_at is 'When she was told not to come after all; her link works no more.';
alter table conference_guest enable row level security;
alter table conference_guest force row level security;
create policy guard on conference_guest to wieg_guard using (true) with check (true);
create policy owner on conference_guest to wieg_owner using (true) with check (true);
-- Who comes is known at the table, and to who may read the case: her address and number to the chair alone, by a function.
create policy see on conference_guest for select to wieg_app
  using (ended_at is null and (sitting_id = any((select trust.my_sittings())::uuid[]) or exists (select from agenda_item i where i.id = item_id)));
grant select, insert, update, delete on conference_guest to wieg_guard;
grant select (id, sitting_id, item_id, name, works_as, organisation, present, first_read_at, asked_at, ended_at) on conference_guest to wieg_app;
create trigger forget_links after delete on conference_guest for each row execute function trust.forget_links('conference-guest');

create function trust.ask_outside_guest(of_sitting uuid, seen_version integer, of_item uuid, her_name text, her_work text, her_organisation text, address text, her_phone text,
  hash bytea, with_code text, mail_subject text, mail_body text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record; line uuid; guest uuid;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  select i.trajectory_id into line from agenda_item i where i.id = of_item and i.sitting_id = of_sitting and i.state = 'on_agenda';
  if line is null or not trust.conference_allowed(line, app.today()) then return 'case-gone'; end if;
  if (taken.s).held_on < app.today() then return 'day-passed'; end if;
  insert into conference_guest (sitting_id, item_id, name, works_as, organisation, email, phone, asked_by)
  values (of_sitting, of_item, her_name, her_work, her_organisation, address, her_phone, trust.my_membership())
  on conflict do nothing returning id into guest;
  if guest is null then return 'guest-known'; end if;
  perform trust.put_link('conference-guest', guest, hash, with_code, (taken.s).held_on, her_name, her_organisation, address, mail_subject, mail_body);
  update conference_sitting x set version = x.version + 1 where x.id = of_sitting;
  return 'done';
end $$;
comment on function trust.ask_outside_guest is 'The chair asks someone without an account to come for one case that is on the agenda; her link goes out.';

create function trust.must_chair_guest(of_guest uuid) returns conference_guest language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare g conference_guest;
begin
  select x.* into g from conference_guest x join conference_sitting s on s.id = x.sitting_id where x.id = of_guest and x.ended_at is null and trust.chairs_series(s.series_id);
  if g.id is null then raise exception 'not her guest' using errcode = 'insufficient_privilege'; end if;
  return g;
end $$;
comment on function trust.must_chair_guest is 'Not for the application: a guest of a sitting that the asker chairs.';

create function trust.send_guest_link(of_guest uuid, hash bytea, with_code text, mail_subject text, mail_body text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare g conference_guest := trust.must_chair_guest(of_guest); s conference_sitting;
begin
  select x.* into s from conference_sitting x where x.id = g.sitting_id;
  if s.state not in ('agenda_set', 'open') or s.held_on < app.today() then return 'not-in-state'; end if;
  perform trust.put_link('conference-guest', g.id, hash, with_code, s.held_on, g.name, g.organisation, g.email, mail_subject, mail_body);
  return 'done';
end $$;
comment on function trust.send_guest_link is 'A new link for a guest; the earlier one works no more.';

create function trust.guest_links(of_sitting uuid, most_tries integer) returns table (guest_id uuid, email text, phone text, code text, until date, works boolean)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  return query select g.id, g.email, g.phone, l.code, l.until, coalesce(l.works, false) and trust.guest_reads(g) from conference_guest g join conference_sitting s on s.id = g.sitting_id
    left join lateral trust.newest_link('conference-guest', g.id, most_tries) l on true
    where g.sitting_id = of_sitting and g.ended_at is null and trust.chairs_series(s.series_id);
end $$;
comment on function trust.guest_links is 'For the chair: where to reach each guest, and the code to read out.';

create function trust.guest_reads(g conference_guest) returns boolean language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select g.ended_at is null and exists (select from agenda_item i join conference_sitting s on s.id = i.sitting_id
    where i.id = g.item_id and i.state in ('on_agenda', 'discussed') and s.state in ('agenda_set', 'open') and s.held_on >= app.today()
      and trust.conference_allowed(i.trajectory_id, app.today())) $$;
comment on function trust.guest_reads is 'Not for the application: from the agenda until the sitting closes, by its day at the latest, while the family allows it.';

create function trust.dismiss_outside_guest(of_sitting uuid, seen_version integer, of_guest uuid) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare g conference_guest := trust.must_chair_guest(of_guest); taken record;
begin
  select * into taken from trust.take_sitting(g.sitting_id, seen_version, array['planned', 'agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  update conference_guest x set ended_at = now() where x.id = g.id and x.sitting_id = of_sitting;
  perform trust.end_links('conference-guest', g.id);
  update conference_sitting x set version = x.version + 1 where x.id = of_sitting;
  return 'done';
end $$;
comment on function trust.dismiss_outside_guest is 'A guest does not come after all: her link works no more.';

create function trust.tell_guests(of_sitting uuid, mail_subject text, mail_body text) returns integer
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare s conference_sitting; told integer;
begin
  select x.* into s from conference_sitting x where x.id = of_sitting;
  if s.id is null or not trust.chairs_series(s.series_id) then raise exception 'not hers to chair' using errcode = 'insufficient_privilege'; end if;
  update one_time_link l set until = s.held_on from conference_guest g where g.sitting_id = s.id and l.purpose = 'conference-guest' and l.subject_id = g.id and l.ended_at is null;
  select count(*) into told from conference_guest g where g.sitting_id = s.id and g.ended_at is null
    and app.put_mail(g.email, mail_subject, mail_body, 'conference-guest ' || g.id || ' ' || s.sequence);
  return told;
end $$;
comment on function trust.tell_guests is 'A sitting was moved or cancelled: its guests without an account hear that something changed, and no more; a link lasts until the new day.';

create function trust.table_knows_family(of_trajectory uuid) returns boolean language sql stable security definer set search_path = public, app, pg_catalog as $$
  select exists (select from consent c where c.trajectory_id = of_trajectory and c.recipient_role = 'conference' and c.own_person is null and 'identity' = any(c.parts) and c.given
    and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today()) $$;
comment on function trust.table_knows_family is 'Not for the application: the family lets everyone at the table know who it is.';

-- By the link alone. Whose case it is, is told only where the family lets everyone at the table know.
create function trust.open_guest_link(hash bytea, typed_code text, most_tries integer, from_where text, of_request text) returns table (guest text, series text, held_on date, starts_at text, ends_at text,
  place text, link text, question text, summary text, presence text, family_words text, interpreter text, family text, brought_by text, phone text, chair text, chair_phone text)
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare opened one_time_link := trust.link_by_code('conference-guest', hash, typed_code, most_tries); g conference_guest; line uuid;
begin
  select x.* into g from conference_guest x where x.id = opened.subject_id;
  if g.id is null or not trust.guest_reads(g) then return; end if;
  update conference_guest x set first_read_at = now() where x.id = g.id and x.first_read_at is null;
  select i.trajectory_id into line from agenda_item i where i.id = g.item_id;
  perform trust.record_by_link('conference.guest-read', opened.id, line, 'plan', 'case_conference', from_where, of_request);
  return query
    select g.name, r.name, s.held_on, to_char(s.starts_at, 'HH24:MI'), to_char(s.ends_at, 'HH24:MI'), s.place, s.link, coalesce(i.question, k.question), k.summary, k.presence, k.family_words,
      case when y.interpreter_needed then coalesce(y.language, '') end, case when trust.table_knows_family(line) then f.family end, o.name, o.phone, d.display_name, coalesce(d.phone, c.phone)
    from agenda_item i join conference_sitting s on s.id = i.sitting_id join conference_series r on r.id = s.series_id join membership m on m.id = g.asked_by
      join professional d on d.id = m.professional_id join organisation c on c.id = m.organisation_id join organisation o on o.id = i.author_organisation_id
      join conference_case k on k.id = i.case_id join trajectory t on t.id = line join family y on y.id = t.family_id
      left join lateral (select concat_ws(' ', x.prefix, x.family_name) as family from family_member x where x.family_id = t.family_id and x.kind = 'mother' order by x.created_at limit 1) f on true
    where i.id = g.item_id;
end $$;
comment on function trust.open_guest_link is 'What a guest without an account reads: the one case, in the words that the family agreed to.';

do $$ declare f text; begin
  foreach f in array array['ask_outside_guest', 'must_chair_guest', 'send_guest_link', 'guest_links', 'guest_reads', 'dismiss_outside_guest', 'tell_guests', 'table_knows_family', 'open_guest_link'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.ask_outside_guest, trust.send_guest_link, trust.guest_links, trust.dismiss_outside_guest, trust.tell_guests, trust.open_guest_link to wieg_app;
