-- Up Migration
-- The one way in which rows with care data go: by term or on request, with a proof, their history too. It follows the references that the
-- database itself knows, so that a new table goes along without being named here.
create function trust.references_to(tab regclass, alias text) returns text language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce(string_agg(format(' and not exists (select from %s r%s where %s)', k.conrelid::regclass, k.oid,
    (select string_agg(format('r%s.%I = %s.%I', k.oid, a.attname, alias, b.attname), ' and ')
      from unnest(k.conkey, k.confkey) as pair(here, there)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there)), ''), '')
  from pg_constraint k where k.contype = 'f' and k.confrelid = tab and k.confdeltype = 'a' $$;
comment on function trust.references_to is 'Not for the application: a condition that nothing refers to this row any more. What still carries a record that stays, stays with it.';

-- Whose record a row is: the partner''s, a child''s, or else hers.
create function trust.person_of_row(tab regclass, alias text) returns text language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce('coalesce(' || nullif(string_agg(format('%s.%I', alias, a.attname), ', ' order by case a.attname when 'own_person' then 1 else 2 end), '') || ')', 'null::uuid')
  from pg_attribute a where a.attrelid = tab and a.attnum > 0 and not a.attisdropped and a.attname in ('own_person', 'about_person', 'child_id') $$;
comment on function trust.person_of_row is 'Not for the application: the person that a row is about, where its table says so; empty: the mother.';

create function trust.forget_history(of_table text, ids uuid[]) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  with gone as (delete from record_history h where h.table_name = of_table and h.record_id = any(ids) returning h.*)
  insert into destroyed_change (history_id, epoch, xid, leaf)
  select g.id, g.epoch, g.xid, sha256(g.salt || convert_to(jsonb_build_array(g.table_name, g.record_id, g.changed_by, g.was, g.became)::text, 'UTF8')) from gone g $$;
comment on function trust.forget_history is 'Not for the application: what records were goes; a salted digest of which the salt went too stays, so that the trail still tells whether it was tampered with.';

create function trust.destroy_rows(of_line uuid, of_kinds text[], of_person uuid, mother uuid) returns jsonb
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare tab record; ids uuid[]; counts jsonb := '{}'; went integer; whose text;
begin
  loop
    went := 0;
    for tab in select p.name, to_regclass('public.' || quote_ident(p.name)) as rel from protected_table p where p.scope = 'trajectory' and p.name <> 'trajectory' order by p.name loop
      whose := person_of_row(tab.rel, 't');
      execute format($q$with gone as (delete from %1$s t where t.trajectory_id = $1 and trust.kind_of_record(%2$L, t.author_organisation_id) = any($2)
          and ($3 is null or coalesce(%3$s, $4) = $3) %4$s returning t.id, t.author_organisation_id)
        select array_agg(id) from gone$q$, tab.rel, tab.name, whose, references_to(tab.rel, 't')) into ids using of_line, of_kinds, of_person, mother;
      continue when ids is null;
      went := went + cardinality(ids);
      counts := counts || jsonb_build_object(tab.name, coalesce((counts ->> tab.name)::integer, 0) + cardinality(ids));
      perform forget_history(tab.name, ids);
      delete from work_item w where w.trajectory_id = of_line and w.subject_id = any(ids);
    end loop;
    exit when went = 0;
  end loop;
  return counts;
end $$;
comment on function trust.destroy_rows is 'Not for the application: the records of these kinds (of one person, or everyone''s) on a line, from what nothing refers to upwards. Gives how many of each table.';

-- Messages have a policy and a way of writing of their own, and no history. What an organisation wrote goes with its kind; a conversation in
-- which nothing is left goes too; of one that goes on with another's words the subject goes with who chose it.
create function trust.destroy_messages(of_line uuid, of_kinds text[], of_person uuid, mother uuid) returns integer
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare mine uuid[]; going uuid[]; bare uuid[]; words integer;
begin
  mine := array(select t.id from message_thread t where t.trajectory_id = of_line and (of_person is null or coalesce(t.own_person, mother) = of_person));
  going := array(select m.id from message m where m.thread_id = any(mine) and kind_of_record('message', m.author_organisation_id) = any(of_kinds));
  words := (select count(*) from message m where m.id = any(going) and m.kind = 'words');
  bare := array(select t.id from unnest(mine) t(id) where not exists (select from message m where m.thread_id = t.id and m.kind = 'words' and not m.id = any(going)));
  going := going || array(select m.id from message m where m.thread_id = any(bare));
  update message set corrects = null where corrects = any(going) and not id = any(going);
  delete from message_receipt r where r.message_id = any(going);
  delete from message m where m.id = any(going);
  delete from message_participant p where p.thread_id = any(bare);
  delete from work_item w where w.subject_id = any(bare);
  delete from message_thread t where t.id = any(bare);
  update message_thread t set topic = 'Vernietigd', version = t.version + 1 where t.id = any(mine) and kind_of_record('message', t.author_organisation_id) = any(of_kinds);
  return words;
end $$;
comment on function trust.destroy_messages is 'Not for the application: destroys what organisations of these kinds wrote to colleagues about a line, or about one person of it. How many messages.';

-- The line itself, its relations and its people, when nothing of care stands on it any more.
create function trust.destroy_frame(of_line uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line trajectory; tab record; n integer; went integer; left_over boolean;
begin
  select * into line from trajectory where id = of_line;
  for tab in select to_regclass('public.' || quote_ident(name)) as rel from protected_table where scope = 'trajectory' and name <> 'trajectory' loop
    execute format('select exists (select from %s where trajectory_id = $1)', tab.rel) into left_over using of_line;
    if left_over then return false; end if;
  end loop;
  if exists (select from message m where m.trajectory_id = of_line) then return false; end if;
  if exists (select from emergency_access e where e.trajectory_id = of_line and e.reviewed_at is null) then return false; end if;
  update meldcode_case set trajectory_id = null where trajectory_id = of_line; -- it names whom it is about by itself, and nobody else may learn that it is there
  delete from help_request_event e using help_request r where r.id = e.request_id and r.trajectory_id = of_line;
  delete from help_draft d using help_request r where r.id = d.request_id and r.trajectory_id = of_line;
  delete from caseload_line where trajectory_id = of_line;
  delete from caseload_source where trajectory_id = of_line;
  delete from access_grant where trajectory_id = of_line;
  delete from line_holds where trajectory_id = of_line;
  delete from line_merge where of_line in (kept_trajectory_id, folded_trajectory_id);
  delete from double_review where of_line in (one_trajectory_id, other_trajectory_id);
  loop
    went := 0;
    for tab in select distinct k.conrelid::regclass as rel, a.attname as key from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = 'trajectory'::regclass and cardinality(k.conkey) = 1 loop
      execute format('delete from %s t where t.%I = $1 %s', tab.rel, tab.key, references_to(tab.rel, 't')) using of_line;
      get diagnostics n = row_count;
      went := went + n;
    end loop;
    exit when went = 0;
  end loop;
  delete from trajectory where id = of_line;
  perform forget_history('trajectory', array[of_line]);
  -- what a history without its record kept
  perform forget_history(h.table_name, array_agg(h.record_id)) from record_history h where h.trajectory_id = of_line group by h.table_name;
  if not exists (select from trajectory t where t.family_id = line.family_id) then perform destroy_people(line.family_id); end if;
  return true;
end $$;
comment on function trust.destroy_frame is 'Not for the application: the line and, with its last line, the family. False when something stays on it.';

create function trust.destroy_people(of_family uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare tab record; ids uuid[];
begin
  delete from double_check where family_id = of_family;
  delete from family_search where family_id = of_family;
  for tab in select name from protected_table where scope = 'family' and name <> 'family' order by name loop
    execute format('with gone as (delete from %I where family_id = $1 returning id) select coalesce(array_agg(id), ''{}'') from gone', tab.name) into ids using of_family;
    perform forget_history(tab.name, ids);
  end loop;
  delete from family where id = of_family;
  perform forget_history('family', array[of_family]);
  perform forget_history(h.table_name, array_agg(h.record_id)) from record_history h where h.family_id = of_family group by h.table_name;
end $$;
comment on function trust.destroy_people is 'Not for the application: the people, addresses and telephones of a family without a line.';

-- Of who is destroyed while another's record stays: the frame without a name.
create function trust.blank_person(of_family uuid, of_person uuid, whole_family boolean) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update family_member set given_name = null, prefix = null, family_name = 'vernietigd', birth_date = null, insurer = null, version = version + 1 where id = of_person and family_id = of_family;
  perform forget_history('family_member', array[of_person]);
  delete from family_account where person_id = of_person;
  delete from family_invitation where person_id = of_person;
  if not whole_family then return; end if;
  perform forget_history('family_contact', array(select c.id from family_contact c where c.family_id = of_family));
  delete from family_contact where family_id = of_family;
  update family set contact_wish = null, version = version + 1 where id = of_family;
  perform forget_history('family', array[of_family]);
end $$;
comment on function trust.blank_person is 'Not for the application: takes the name, the telephone and the own pages from who asked for destruction, where a record of someone else keeps the line standing.';

create function trust.destroy_file(of_line uuid, reason text, of_request uuid, of_kinds text[], of_person uuid) returns destroyed_file
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line trajectory; made destroyed_file; counts jsonb; mother uuid; messages integer;
begin
  select * into line from trajectory where id = of_line for update; -- whoever records something on it now waits, and then finds no line
  if line.id is null then return null; end if;
  select m.id into mother from family_member m where m.family_id = line.family_id and m.kind = 'mother' order by m.created_at limit 1;
  insert into destroyed_file (trajectory_id, why, request_id, kinds) values (of_line, reason, of_request, of_kinds) returning * into made;
  delete from family_file f where f.trajectory_id = of_line and (of_person is null or f.about_person = of_person);
  counts := destroy_rows(of_line, of_kinds, of_person, mother);
  messages := destroy_messages(of_line, of_kinds, of_person, mother);
  if messages > 0 then counts := counts || jsonb_build_object('message', messages); end if;
  if kind_of_record('trajectory', line.author_organisation_id) = any(of_kinds) then
    made.whole := destroy_frame(of_line);
    if not made.whole and of_person is not null then perform blank_person(line.family_id, of_person, of_person = mother); end if;
  end if;
  if 'meldcode' = any(of_kinds) then
    delete from meldcode_entry e using meldcode_case c where c.id = e.case_id and c.trajectory_id = of_line;
    delete from meldcode_case where trajectory_id = of_line;
  end if;
  update destroyed_file set records = counts, whole = made.whole where id = made.id returning * into made;
  perform record('job.record-destroyed', 'done', array[of_line], null, reason, 'destroy-records', null);
  if not made.whole then perform recompute_grants(of_line); end if;
  return made;
end $$;
comment on function trust.destroy_file is 'Not for the application: destroys records of a line, with the proof and the trail of it, in one transaction.';

-- A guard on every table that has no policy function of its own.
do $$ declare t text; begin
  foreach t in array array['consent', 'emergency_access', 'meldcode_case', 'meldcode_entry', 'help_request', 'help_request_event', 'record_history', 'trail_event',
    'message_thread', 'message_participant', 'message', 'message_receipt'] loop
    execute format('create trigger b_only_by_destruction before delete on %I for each row execute function trust.only_by_destruction()', t);
  end loop;
end $$;

do $$ declare f text; begin
  foreach f in array array['trust.references_to(regclass, text)', 'trust.person_of_row(regclass, text)', 'trust.forget_history(text, uuid[])', 'trust.destroy_rows(uuid, text[], uuid, uuid)',
    'trust.destroy_messages(uuid, text[], uuid, uuid)', 'trust.destroy_frame(uuid)', 'trust.destroy_people(uuid)', 'trust.blank_person(uuid, uuid, boolean)', 'trust.destroy_file(uuid, text, uuid, text[], uuid)'] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
