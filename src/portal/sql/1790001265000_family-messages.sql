-- Up Migration
-- Conversations in which someone of the family takes part [issue 3, domain 6.3]: those that were begun with her, and no other. Who of the
-- professionals reads is decided as in every conversation: by relation, role and what she allows today.
create function family.my_thread(of_thread uuid) returns message_thread language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother(); t message_thread;
begin
  select m.* into t from message_thread m where m.id = of_thread and m.trajectory_id = me.trajectory_id and m.with_person = me.person_id for update;
  return t;
end $$;
comment on function family.my_thread is 'Not for the application: a conversation of hers, locked; null for any other.';

create function family.reads_along(t message_thread, p message_participant) returns boolean language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select exists (select from organisation o left join membership m on m.id = p.membership_id where o.id = p.organisation_id and o.active
      and (p.membership_id is null or (m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
        or exists (select from membership c where c.organisation_id = p.organisation_id and c.role = p.role and c.since <= app.today() and coalesce(c.until, 'infinity') >= app.today())))
    and trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id, p.organisation_id, p.role, array[p.principal, p.team]) $$;
comment on function family.reads_along is 'Not for the application: whether this one, or her team, reads the conversation today.';

create function family.threads() returns table (id uuid, topic text, part text, state text, last_at timestamptz, messages integer, unread integer)
language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select t.id, t.topic, p.name, t.state, t.last_at, t.messages, (select count(*)::integer from message m where m.thread_id = t.id and m.kind = 'words' and m.author_person is null
      and not exists (select from message_receipt r where r.message_id = m.id and r.reader_person = me.person_id))
    from message_thread t join part p on p.code = t.part where t.trajectory_id = me.trajectory_id and t.with_person = me.person_id order by t.last_at desc, t.id limit 100;
end $$;
comment on function family.threads is 'The conversations that she takes part in, the newest first.';

create function family.thread(of_thread uuid) returns table (id uuid, topic text, part text, state text, people jsonb)
language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select t.id, t.topic, p.name, t.state, (select coalesce(jsonb_agg(jsonb_build_object('name', f.display_name, 'role', q.role, 'organisation', o.name, 'reads', family.reads_along(t, q))
        order by o.name, f.display_name nulls first), '[]') from message_participant q join organisation o on o.id = q.organisation_id
        left join membership m on m.id = q.membership_id left join professional f on f.id = m.professional_id where q.thread_id = t.id)
    from message_thread t join part p on p.code = t.part where t.id = of_thread and t.trajectory_id = me.trajectory_id and t.with_person = me.person_id;
end $$;
comment on function family.thread is 'One conversation of hers, with who reads along today.';

create function family.messages(of_thread uuid, from_number integer, to_number integer) returns table (number integer, kind text, words text, mine boolean, author text, organisation text, about text, at timestamptz)
language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select m.number, m.kind, m.words, m.author_person is not null, p.display_name, o.name,
      (select coalesce(f.display_name, g.name) from message_participant a join organisation g on g.id = a.organisation_id left join membership b on b.id = a.membership_id
        left join professional f on f.id = b.professional_id where a.id = m.about_participant), m.created_at
    from message_thread t join message m on m.thread_id = t.id left join professional p on p.id = m.author_id join organisation o on o.id = m.author_organisation_id
    where t.id = of_thread and t.trajectory_id = me.trajectory_id and t.with_person = me.person_id and m.number between from_number and to_number order by m.number;
end $$;
comment on function family.messages is 'What was written in a conversation of hers, from old to new.';

create function family.read_thread(of_thread uuid) returns integer language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother(); t message_thread := family.my_thread(of_thread); last integer;
begin
  if t.id is null then return null; end if;
  insert into message_receipt (trajectory_id, thread_id, message_id, reader_person, author_organisation_id)
  select t.trajectory_id, t.id, m.id, me.person_id, l.author_organisation_id from message m, trajectory l
  where m.thread_id = t.id and m.kind = 'words' and m.author_person is null and l.id = t.trajectory_id
    and not exists (select from message_receipt r where r.message_id = m.id and r.reader_person = me.person_id);
  select max(m.number) into last from message m where m.thread_id = t.id;
  return last;
end $$;
comment on function family.read_thread is 'She reads it: receipts for who wrote. Gives the number of the last message; null when it is no conversation of hers.';

create function family.write_words(t message_thread, me family.person, in_words text, due date) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  insert into message (trajectory_id, thread_id, number, part, words, author_person, author_organisation_id)
  select t.trajectory_id, t.id, (select coalesce(max(m.number), 0) + 1 from message m where m.thread_id = t.id), t.part, in_words, me.person_id, l.author_organisation_id from trajectory l where l.id = t.trajectory_id;
  update message_thread set messages = messages + 1, last_at = trust.clock_moment() where id = t.id;
  perform trust.put_message_work(t, due);
end $$;
comment on function family.write_words is 'Not for the application: her message, on the lists of all who take part and may read it. Her words stand in the conversation, never in the work.';

create function family.answer_thread(of_thread uuid, in_words text, due date) returns text language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_decide(); t message_thread := family.my_thread(of_thread);
begin
  if t.id is null then return 'not-found'; end if;
  if t.state <> 'open' then return 'closed'; end if;
  if not exists (select from message_participant p where p.thread_id = t.id and family.reads_along(t, p)) then return 'nobody'; end if;
  perform family.read_thread(t.id);
  perform family.write_words(t, me, in_words, due);
  return 'done';
end $$;
comment on function family.answer_thread is 'She writes in a conversation of hers. Not in one that nobody reads any more: then she is told so.';

-- Who gets what she begins: the case lead and her team, else the team that registered the line; about the part it is about where they may read
-- that, else as a practical matter.
create function family.first_readers(of_trajectory uuid, of_part smallint, leads boolean) returns table (principal integer, team integer, membership_id uuid, organisation_id uuid, role text)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select w.* from (
    select m.principal, s.principal as team, m.id as membership_id, m.organisation_id, m.role from case_lead l join membership m on m.id = l.membership_id
      join team s on s.organisation_id = m.organisation_id and s.role = m.role
      where leads and l.trajectory_id = of_trajectory and l.ended_at is null and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    union all
    select s.principal, s.principal, null, s.organisation_id, s.role from trajectory r join team s on s.organisation_id = r.author_organisation_id join role_part p on p.role = s.role and p.part = 5 and p.may_write
      where not leads and r.id = of_trajectory and exists (select from membership m where m.organisation_id = s.organisation_id and m.role = s.role and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())) w
  join organisation o on o.id = w.organisation_id and o.active
  where trust.may_converse(of_trajectory, of_part, null, 'social', null, null, w.organisation_id, w.role, array[w.principal, w.team]) $$;
comment on function family.first_readers is 'Not for the application: the case lead, or the teams of the organisation that registered the line, as far as they may read about this part.';

create function family.who_gets(of_trajectory uuid, wanted text) returns table (part smallint, leads boolean) language sql stable security definer set search_path = family, trust, pg_catalog as $$
  select way.part, way.leads from (values (trust.part(wanted), true, 1), (trust.part('identity'), true, 2), (trust.part(wanted), false, 3), (trust.part('identity'), false, 4)) as way(part, leads, place)
  where exists (select from family.first_readers(of_trajectory, way.part, way.leads)) order by way.place limit 1 $$;
comment on function family.who_gets is 'Not for the application: about which part, and to the case lead or the team that registered. No row: nobody may read it.';

create function family.new_thread_readers(wanted text) returns table (name text, role text, organisation text) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select f.display_name, r.role, o.name from family.who_gets(me.trajectory_id, wanted) g cross join lateral family.first_readers(me.trajectory_id, g.part, g.leads) r
    join organisation o on o.id = r.organisation_id left join membership m on m.id = r.membership_id left join professional f on f.id = m.professional_id order by o.name, r.role;
end $$;
comment on function family.new_thread_readers is 'Who gets what she begins now, to be told before she writes.';

create function family.begin_thread(wanted text, of_topic text, in_words text, due date) returns uuid language plpgsql security definer set search_path = public, family, trust, pg_catalog as $$
declare me family.person := family.must_decide(); t message_thread; way record;
begin
  if wanted not in ('identity', 'plan') then raise exception 'no such conversation' using errcode = 'check_violation'; end if;
  select g.* into way from family.who_gets(me.trajectory_id, wanted) g;
  if way.part is null then return null; end if;
  insert into message_thread (trajectory_id, part, with_person, care_kind, topic, author_organisation_id)
  -- what she writes to who cares for her body stays with such people, unless she allows otherwise
  select me.trajectory_id, way.part, me.person_id, case when exists (select from family.first_readers(me.trajectory_id, way.part, way.leads) r
      where not trust.may_converse(me.trajectory_id, way.part, null, 'medical', null, null, r.organisation_id, r.role, array[r.principal, r.team])) then 'social' else 'medical' end,
    trim(of_topic), l.author_organisation_id from trajectory l where l.id = me.trajectory_id returning * into t;
  insert into message_participant (trajectory_id, thread_id, principal, team, membership_id, organisation_id, role, author_organisation_id)
  select t.trajectory_id, t.id, r.principal, r.team, r.membership_id, r.organisation_id, r.role, t.author_organisation_id from family.first_readers(me.trajectory_id, way.part, way.leads) r;
  update message_thread m set teams = array(select distinct p.team from message_participant p where p.thread_id = t.id) where m.id = t.id returning * into t;
  perform family.write_words(t, me, in_words, due);
  return t.id;
end $$;
comment on function family.begin_thread is 'She begins a conversation, with her case lead and that team, else with who registered her. Null: nobody may read it now.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.threads, family.thread, family.messages, family.read_thread, family.answer_thread, family.new_thread_readers, family.begin_thread to wieg_family;
