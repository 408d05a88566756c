-- Up Migration
-- The whole file of one person, for herself [AVG 15, BW 7:456, Wabvpz 15d]: made by the worker, seen by no professional on the way, taken once
-- by its own link and a code that she is told.
create table family_file (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  about_person uuid not null,
  about text not null check (about in ('mother', 'partner', 'child', 'other')),
  language text not null check (language in ('nl', 'en')),
  state text not null default 'asked' check (state in ('asked', 'making', 'ready', 'handed', 'taken', 'failed', 'expired')),
  steps_done integer not null default 0,
  steps_total integer not null default 3,
  failed_because text check (failed_because in ('no_room', 'script', 'fault')),
  ready_on date,
  identity_checked text check (identity_checked in ('document', 'known')),
  link_hash bytea unique,
  code text check (code ~ '^[0-9]{6}$'),
  link_until date,
  tries integer not null default 0,
  handed_on date,
  pdf_taken_at timestamptz,
  data_taken_at timestamptz,
  asked_membership_id uuid not null references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid not null references professional,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((state = 'failed') = (failed_because is not null)),
  check (state not in ('handed', 'taken') or (link_hash is not null and identity_checked is not null))
);
create index family_file_of_trajectory on family_file (trajectory_id);
create unique index family_file_open on family_file (trajectory_id, about_person) where state in ('asked', 'making', 'ready', 'handed');
comment on table family_file is 'Someone asks for her whole file: being made, ready, handed over, taken. The content stands apart and goes when it was taken.';
comment on column family_file.id is 'Random id.';
comment on column family_file.trajectory_id is 'The line.';
comment on column family_file.about_person is 'Whose file.';
comment on column family_file.about is 'Who that is in the family.';
comment on column family_file.language is 'Language of its words: nl or en. What was recorded stays as it was written.';
comment on column family_file.state is 'asked, making, ready, handed, taken, failed or expired.';
comment on column family_file.steps_done is 'How far the making is.';
comment on column family_file.steps_total is 'Steps in all.';
comment on column family_file.failed_because is 'no_room (a full disk), script (letters that no font has), fault.';
comment on column family_file.ready_on is 'Day on which it was ready.';
comment on column family_file.identity_checked is 'How the professional who handed it over knew who took it.';
comment on column family_file.link_hash is 'SHA-256 of the token in its link.';
comment on column family_file.code is 'Code that she is told apart; without the link it opens nothing.';
comment on column family_file.link_until is 'Last day on which the link works.';
comment on column family_file.tries is 'Wrong codes; after five the link works no more.';
comment on column family_file.handed_on is 'Day on which it was handed over.';
comment on column family_file.pdf_taken_at is 'When the PDF was taken; once.';
comment on column family_file.data_taken_at is 'When the data were taken; once.';
comment on column family_file.asked_membership_id is 'Job of who asked for it on her behalf.';
comment on column family_file.author_organisation_id is 'Organisation that asked for it.';
comment on column family_file.author_id is 'Professional who asked for it.';
comment on column family_file.created_at is 'When asked.';
comment on column family_file.version is 'Raised by one at each change.';
create table family_file_content (
  file_id uuid not null references family_file on delete cascade,
  format text not null check (format in ('pdf', 'data')),
  content bytea not null,
  primary key (file_id, format)
);
comment on table family_file_content is 'The file itself, until it is taken or its term is over. No professional reads it: only the link with its code does.';
comment on column family_file_content.file_id is 'The file.';
comment on column family_file_content.format is 'pdf or data.';
comment on column family_file_content.content is 'The document.';
do $$ declare t text; begin
  foreach t in array array['family_file', 'family_file_content'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    insert into protected_table (name, part, scope, counted) values (t, 'identity', 'own', t = 'family_file');
  end loop;
end $$;
create policy see on family_file for select to wieg_app using (author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[]));
grant select on family_file to wieg_app;

create table family_file_left_out (
  table_name text primary key,
  why text not null
);
comment on table family_file_left_out is 'Tables that are no part of the file that someone takes, and why.';
comment on column family_file_left_out.table_name is 'Table.';
comment on column family_file_left_out.why is 'Why not.';
insert into family_file_left_out (table_name, why) values ('lead_alert', 'a to-do of the professionals'), ('plan_set_aside', 'a to-do of the professionals'),
  ('route_step', 'a to-do of the professionals');

create function trust.ask_family_file(of_line uuid, of_person uuid, in_language text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); line trajectory; person family_member; made uuid;
begin
  select t.* into line from trajectory t where t.id = of_line;
  select m.* into person from family_member m where m.id = of_person and m.family_id = line.family_id;
  if asker.session_id is null or person.id is null or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write)
    or not (line.author_organisation_id = asker.organisation_id or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_line
      and g.part = 1 and g.may_write and g.own_person is not distinct from person.own_person and g.until >= app.today())) then
    raise exception 'not hers to ask' using errcode = 'insufficient_privilege'; end if;
  insert into family_file (trajectory_id, about_person, about, language, asked_membership_id, author_organisation_id, author_id)
  values (of_line, of_person, person.kind, in_language, asker.membership_id, asker.organisation_id, asker.professional_id)
  on conflict (trajectory_id, about_person) where state in ('asked', 'making', 'ready', 'handed') do nothing returning id into made;
  if made is not null then perform app.enqueue('make-family-file', jsonb_build_object('file', made)); end if;
  return made;
end $$;
comment on function trust.ask_family_file is 'Has the file of one person made. Null: one is being made or waits already.';

create function trust.begin_family_file(of_file uuid) returns table (trajectory_id uuid, about text, language text, organisation text, today date)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  update family_file f set state = 'making', steps_done = 0, version = version + 1 where f.id = of_file and f.state in ('asked', 'making');
  return query select f.trajectory_id, f.about, f.language, o.name, app.today() from family_file f join organisation o on o.id = f.author_organisation_id
    where f.id = of_file and f.state = 'making';
end $$;
comment on function trust.begin_family_file is 'The worker begins, or begins again after it was broken off. No row: it was made already, or is not wanted any more.';

create function trust.family_file_rows(of_file uuid) returns table (table_name text, part text, recorded_on date, professional text, organisation text, content jsonb)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare file family_file; line trajectory; mother uuid; tab record; parts text[] := '{}';
begin
  select f.* into file from family_file f where f.id = of_file and f.state = 'making';
  if file.id is null then return; end if;
  select t.* into line from trajectory t where t.id = file.trajectory_id;
  select m.id into mother from family_member m where m.family_id = line.family_id and m.kind = 'mother' order by m.created_at limit 1;
  for tab in select p.name, p.part, p.scope, to_regclass('public.' || quote_ident(p.name)) as rel,
      exists (select from pg_attribute a where a.attrelid = to_regclass('public.' || quote_ident(p.name)) and a.attname = 'discussed_on' and p.name = 'signal') as can_hide
      from protected_table p where p.scope in ('trajectory', 'family') and not exists (select from family_file_left_out l where l.table_name = p.name)
      -- what is decided about a place is told after the first list of a study, to her too [domain 5.2]: a file that is asked for then has it in
      and not (p.part = 'programme' and study.gate_closed(line.id)) order by p.name loop
    parts := parts || format($q$select %L as t, %L as part, t.author_organisation_id as o, t.author_id as a, t.created_at::date as d, to_jsonb(t) as c from %s t where t.%I = %s %s %s$q$,
      tab.name, tab.part, tab.rel, case when tab.scope = 'family' and tab.name <> 'family' then 'family_id' when tab.name in ('trajectory', 'family') then 'id' else 'trajectory_id' end,
      case when tab.scope = 'family' then '$2' else '$1' end,
      -- Her own rows; of the family the children too, and never the partner's: he asks for his own.
      case when tab.name = 'family_member' then 'and (t.id = $4 or ($4 = $3 and t.kind = ''child''))'
        -- where they live, how they are reached and the birth belong to the mother and to a child, not to a partner's file
        when tab.scope = 'family' or tab.name in ('trajectory', 'birth') then 'and ($4 = $3 or exists (select from family_member m where m.id = $4 and m.own_person is null))'
        else format('and coalesce(%s, $3) = $4', person_of_row(tab.rel, 't')) end,
      case when tab.can_hide then 'and t.discussed_on is not null' else '' end);
  end loop;
  -- conversations that she took part in; what professionals wrote among themselves she never read there either
  parts := parts || $q$select 'message', p.name, case when m.author_person is null then m.author_organisation_id end, m.author_id, m.created_at::date,
    jsonb_build_object('topic', t.topic, 'writer', case when m.author_person is not null then 'self' end, 'words', m.words)
    from message_thread t join message m on m.thread_id = t.id and m.kind = 'words' join part p on p.code = t.part where t.trajectory_id = $1 and t.with_person = $4 and ($2 is not null or $3 is not null)$q$::text;
  return query execute 'select r.t, r.part, r.d, p.display_name, o.name, r.c from (' || array_to_string(parts, ' union all ')
    || ') r left join professional p on p.id = r.a left join organisation o on o.id = r.o order by r.part, r.t, r.d' using line.id, line.family_id, mother, file.about_person;
end $$;
comment on function trust.family_file_rows is 'What is recorded about one person, for her file, to the worker alone. Not: another''s data, a signal that was not discussed with her, a Meldcode.';

create function trust.family_file_consents(of_file uuid) returns table (purpose text, given boolean, given_on date, until date, withdrawn_on date, parts text[], recipient text, way text)
language plpgsql stable security definer set search_path = public, pg_catalog as $$
#variable_conflict use_column
begin
  return query select c.purpose, c.given, c.given_on, c.until, c.withdrawn_on, c.parts, coalesce(o.name, c.recipient_role, ''), c.way
  from family_file f join consent c on c.trajectory_id = f.trajectory_id and c.about_person = f.about_person left join organisation o on o.id = c.recipient_organisation_id
  where f.id = of_file and f.state = 'making' and not (c.purpose = 'programme' and study.gate_closed(f.trajectory_id)) order by c.given_on, c.id;
end $$;
comment on function trust.family_file_consents is 'What she allowed and refused.';

-- That an organisation did no more than signal, and did not discuss it with her, is told neither here nor in her own pages.
create function trust.silent_organisations(of_trajectory uuid, own uuid) returns setof uuid language sql stable security definer set search_path = public, pg_catalog as $$
  select distinct s.author_organisation_id from signal s join trajectory t on t.id = s.trajectory_id and t.author_organisation_id <> s.author_organisation_id
  where s.trajectory_id = of_trajectory and not exists (select from signal d where d.trajectory_id = of_trajectory and d.author_organisation_id = s.author_organisation_id
      and d.discussed_on is not null and d.own_person is not distinct from own)
    and not exists (select from care_relation r where r.trajectory_id = of_trajectory and r.organisation_id = s.author_organisation_id and r.basis <> 'signal') $$;
comment on function trust.silent_organisations is 'Not for the application: who signalled about this line in confidence, and has nothing else to do with it.';
alter function trust.silent_organisations owner to wieg_guard;

create function trust.family_file_involved(of_file uuid) returns table (organisation text, basis text, since date, until date)
language sql stable security definer set search_path = public, pg_catalog as $$
  select o.name, r.basis, r.since, r.until from family_file f join care_relation r on r.trajectory_id = f.trajectory_id join organisation o on o.id = r.organisation_id
  where f.id = of_file and f.state = 'making'
    and r.organisation_id not in (select trust.silent_organisations(f.trajectory_id, (select m.own_person from family_member m where m.id = f.about_person))) order by r.since, o.name $$;
comment on function trust.family_file_involved is 'Which organisations are and were involved.';

-- Who looked: not what goes by the Meldcode, not a signal in confidence, and not an emergency that the privacy officer holds back with a
-- reason, nor that she looked at it [access.md 3, 4].
create function trust.family_file_trail(of_file uuid) returns table (professional text, role text, organisation text, ground text, first timestamptz, last timestamptz, times bigint, changed bigint)
language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce(p.display_name, l.holder_name, ''), coalesce(e.role, ''), coalesce(o.name, l.holder_organisation, ''), e.ground, min(e.at), max(e.at), count(*), count(*) filter (where e.digest is not null)
  from family_file f
    cross join lateral (select array(select trust.silent_organisations(f.trajectory_id, (select m.own_person from family_member m where m.id = f.about_person))) as ids) silent
    join trail_event e on e.trajectory_ids @> array[f.trajectory_id] left join professional p on p.id = e.professional_id left join organisation o on o.id = e.organisation_id
    left join one_time_link l on l.id = e.session_id and e.role = 'link_holder'
  where f.id = of_file and f.state = 'making' and e.event not like 'meldcode.%' and e.outcome = 'done' and (e.professional_id is not null or l.id is not null)
    and not coalesce(e.organisation_id = any(silent.ids), false)
    and not exists (select from signal s where s.trajectory_id = f.trajectory_id and s.discussed_on is null and s.author_id = e.professional_id and (e.part = 'signals' or e.event like 'signal%'))
    and not exists (select from emergency_access x where x.trajectory_id = f.trajectory_id and (x.held_back or x.reviewed_at is null)
      and (e.ground = 'oversight' or e.event like 'emergency.%' or x.membership_id = e.membership_id and e.at between x.since - interval '1 minute' and x.until))
  group by 1, 2, 3, 4 order by 5 $$;
comment on function trust.family_file_trail is 'Who looked at her file, in which job, from when to when, how often.';

create function trust.step_family_file(of_file uuid, done integer, total integer) returns void language sql security definer set search_path = public, pg_catalog as $$
  update family_file set steps_done = done, steps_total = total where id = of_file and state = 'making' $$;
comment on function trust.step_family_file is 'How far the making is.';

create function trust.keep_family_file(of_file uuid, of_format text, the_content bytea) returns void language sql security definer set search_path = public, pg_catalog as $$
  insert into family_file_content (file_id, format, content) select f.id, of_format, the_content from family_file f where f.id = of_file and f.state = 'making'
  on conflict (file_id, format) do update set content = excluded.content $$;
comment on function trust.keep_family_file is 'Keeps one document of a file.';

create function trust.put_file_work(of_file uuid, of_kind text, days integer) returns void language sql security definer set search_path = public, pg_catalog as $$
  update work_item set closed_at = now(), closed_why = 'done' where subject_id = of_file and kind like 'family-file.%' and closed_at is null;
  insert into work_item (principal, trajectory_id, kind, subject_id, due_on)
  select m.principal, f.trajectory_id, of_kind, f.id, app.today() + days from family_file f join membership m on m.id = f.asked_membership_id where f.id = of_file and of_kind is not null
  on conflict do nothing $$;
comment on function trust.put_file_work is 'Not for the application: what waits in a file, for who asked for it.';

create function trust.finish_family_file(of_file uuid, failed text) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update family_file set state = case when failed is null then 'ready' else 'failed' end, failed_because = failed, ready_on = case when failed is null then app.today() end,
    steps_done = case when failed is null then steps_total else steps_done end, version = version + 1 where id = of_file and state = 'making';
  if not found then return; end if;
  if failed is not null then delete from family_file_content where file_id = of_file; end if;
  perform put_file_work(of_file, case when failed is null then 'family-file.ready' else 'family-file.failed' end, 7);
end $$;
comment on function trust.finish_family_file is 'The file is ready, or could not be made: who asked is told.';

create function trust.retry_family_file(of_file uuid, seen_version integer) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  update family_file set state = 'asked', failed_because = null, version = version + 1 where id = of_file and state = 'failed' and version = seen_version
    and author_organisation_id = asker.organisation_id and exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write);
  if not found then return false; end if;
  perform put_file_work(of_file, null, 0);
  perform app.enqueue('make-family-file', jsonb_build_object('file', of_file));
  return true;
end $$;
comment on function trust.retry_family_file is 'Makes a file that failed anew.';

create function trust.hand_family_file(of_file uuid, checked text, hash bytea, new_code text, until date) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if until not between app.today() and app.today() + 14 then raise exception 'not a term' using errcode = 'check_violation'; end if;
  update family_file set state = 'handed', identity_checked = checked, link_hash = hash, code = new_code, link_until = until, tries = 0, handed_on = app.today(), version = version + 1
  where id = of_file and state in ('ready', 'handed') and author_organisation_id = asker.organisation_id and exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write);
  if not found then return false; end if;
  perform put_file_work(of_file, null, 0);
  return true;
end $$;
comment on function trust.hand_family_file is 'Hands the file over to who showed who she is: a link and a code. An earlier link works no more.';

create function trust.file_by_link(hash bytea, typed_code text) returns family_file language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare file family_file;
begin
  select f.* into file from family_file f where f.link_hash = hash and f.state = 'handed' and f.link_until >= app.today() and f.tries < 5 for update;
  if file.id is null then return null; end if;
  if file.code is distinct from typed_code then
    update family_file set tries = tries + 1 where id = file.id;
    return null;
  end if;
  return file;
end $$;
comment on function trust.file_by_link is 'Not for the application: the file, when its link still works and the code is right; a wrong code is counted.';

create function trust.open_family_file(hash bytea, typed_code text) returns table (language text, pdf_left boolean, data_left boolean, until date)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare file family_file := trust.file_by_link(hash, typed_code);
begin
  if file.id is null then return; end if;
  return query select file.language, file.pdf_taken_at is null, file.data_taken_at is null, file.link_until;
end $$;
comment on function trust.open_family_file is 'What she can still take; opening it uses nothing up.';

create function trust.take_family_file(hash bytea, typed_code text, of_format text, from_where text, of_request text) returns bytea language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare file family_file := trust.file_by_link(hash, typed_code); taken bytea;
begin
  if file.id is null then return null; end if;
  delete from family_file_content c where c.file_id = file.id and c.format = of_format returning c.content into taken;
  if taken is null then return null; end if;
  update family_file f set pdf_taken_at = case when of_format = 'pdf' then now() else pdf_taken_at end, data_taken_at = case when of_format = 'data' then now() else data_taken_at end,
    state = case when exists (select from family_file_content c where c.file_id = file.id) then 'handed' else 'taken' end, version = version + 1 where f.id = file.id;
  perform trust.record('family-file.taken', 'done', array[file.trajectory_id], 'identity', of_format, from_where, of_request);
  return taken;
end $$;
comment on function trust.take_family_file is 'Gives one document once: with it the content is gone from Wieg. Null: it does not work (any more).';

create function trust.expire_family_files(keep_days integer) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare file uuid; n integer := 0;
begin
  for file in update family_file set state = 'expired', version = version + 1
      where (state = 'handed' and link_until < app.today()) or (state = 'ready' and ready_on < app.today() - keep_days) returning id loop
    delete from family_file_content where file_id = file;
    perform put_file_work(file, null, 0);
    n := n + 1;
  end loop;
  update family_file set state = 'failed', failed_because = 'fault', version = version + 1 where state in ('asked', 'making') and created_at < now() - interval '2 days';
  return n;
end $$;
comment on function trust.expire_family_files is 'What nobody took goes.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'trust'
    and p.proname like any (array['%family\_file%', 'put_file_work', 'file_by_link']) loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.ask_family_file, trust.retry_family_file, trust.hand_family_file, trust.open_family_file, trust.take_family_file to wieg_app;
grant execute on function trust.begin_family_file, trust.family_file_rows, trust.family_file_consents, trust.family_file_involved, trust.family_file_trail, trust.step_family_file,
  trust.keep_family_file, trust.finish_family_file, trust.expire_family_files to wieg_worker;
