-- Up Migration
-- All writing of messages. Each act checks who asks, that she may read the conversation now, and that whoever is addressed may.
create function trust.must_see_thread(of_thread uuid) returns message_thread language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); found message_thread;
begin
  select t.* into found from message_thread t where t.id = of_thread and t.teams && asker.principals for update;
  if asker.session_id is null or found.id is null or not trust.may_converse(found.trajectory_id, found.part, found.own_person, found.care_kind, found.subject_kind,
    found.subject_id, asker.organisation_id, asker.role, asker.principals) then raise exception 'no such conversation' using errcode = 'insufficient_privilege'; end if;
  return found;
end $$;
comment on function trust.must_see_thread is 'Not for the application: the conversation, locked; raises insufficient_privilege unless the asker takes part and may read it now.';

create function trust.put_message_work(t message_thread, due date) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  insert into work_item as w (principal, trajectory_id, kind, subject_id, due_on, facts)
  select p.principal, t.trajectory_id, 'message.unread', t.id, due,
    jsonb_build_object('from', (select o.name from organisation o where o.id = (trust.asker()).organisation_id), 'part', (select name from part where code = t.part))
  from message_participant p join organisation o on o.id = p.organisation_id and o.active
  where p.thread_id = t.id and (not p.team = any(coalesce((trust.asker()).principals, '{}')) or p.membership_id <> (trust.asker()).membership_id)
    and trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id, p.organisation_id, p.role, array[p.principal, p.team])
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts $$;
comment on function trust.put_message_work is 'Not for the application: a new message waits for everyone who takes part, but not for who wrote it nor for her team as a whole. Without an asker the mother wrote it.';

create function trust.join_thread(t message_thread, whom integer) returns uuid language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); worker record; made uuid;
begin
  select w.* into worker from (
    select m.organisation_id, m.role, m.id as membership_id, s.principal as team from membership m join team s on s.organisation_id = m.organisation_id and s.role = m.role
    where m.principal = whom and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    union all select s.organisation_id, s.role, null, s.principal from team s where s.principal = whom) w
  join organisation o on o.id = w.organisation_id and o.active;
  if worker.team is null or not trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id, worker.organisation_id, worker.role,
    array[whom, worker.team]) then raise exception 'may not read this conversation' using errcode = 'insufficient_privilege'; end if;
  insert into message_participant (trajectory_id, thread_id, principal, team, membership_id, organisation_id, role, author_organisation_id, author_id)
  values (t.trajectory_id, t.id, whom, worker.team, worker.membership_id, worker.organisation_id, worker.role, asker.organisation_id, asker.professional_id)
  on conflict do nothing returning id into made;
  update message_thread set teams = teams || worker.team where id = t.id and not worker.team = any(teams);
  return made;
end $$;
comment on function trust.join_thread is 'Not for the application: who is addressed must be at work now and may herself read what the conversation is about.';

create function trust.write_message(t message_thread, of_kind text, words text, corrects uuid, about uuid) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.asker(); made uuid; next integer;
begin
  select coalesce(max(m.number), 0) + 1 into next from message m where m.thread_id = t.id;
  insert into message (trajectory_id, thread_id, number, part, kind, words, corrects, about_participant, author_membership_id, author_organisation_id, author_id)
  values (t.trajectory_id, t.id, next, t.part, of_kind, words, corrects, about, asker.membership_id, asker.organisation_id, asker.professional_id) returning id into made;
  if of_kind = 'words' then update message_thread set messages = messages + 1, last_at = trust.clock_moment() where id = t.id; end if;
  return made;
end $$;

create function trust.must_be_open(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from trajectory t where t.id = of_trajectory and t.state = 'open') then raise exception 'the line has ended' using errcode = 'check_violation'; end if;
end $$;

create function trust.begin_thread(of_trajectory uuid, of_part smallint, of_person uuid, of_care text, of_subject_kind text, of_subject uuid, of_topic text, of_words text,
  people integer[], with_family boolean, due date, mail jsonb) returns uuid language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); t message_thread; mine integer; whom integer; reader uuid := case when with_family then trust.reading_mother(of_trajectory) end;
begin
  perform trust.must_be_open(of_trajectory);
  if with_family and reader is null then return null; end if;
  if of_person is not null and not exists (select from family_member f where f.id = of_person and f.family_id = trust.family_of(of_trajectory) and f.kind = 'partner')
    or (of_subject_kind is distinct from null and not coalesce(case of_subject_kind
      when 'signal' then of_part = 2 and exists (select from signal s where s.noted_together = of_subject and s.trajectory_id = of_trajectory and s.discussed_on is not null
        and (s.own_person is null or s.own_person = of_person))
      when 'referral' then of_part = 6 and exists (select from referral_candidate c where c.id = of_subject and c.trajectory_id = of_trajectory)
      when 'plan' then of_part = 5 and of_subject = of_trajectory end, false)) then
    raise exception 'not of this line' using errcode = 'insufficient_privilege'; end if;
  insert into message_thread (trajectory_id, part, own_person, with_person, care_kind, subject_kind, subject_id, topic, author_organisation_id, author_id)
  values (of_trajectory, of_part, of_person, reader, of_care, of_subject_kind, of_subject, trim(of_topic), asker.organisation_id, asker.professional_id) returning * into t;
  select m.principal into mine from membership m where m.id = asker.membership_id;
  perform trust.join_thread(t, mine);
  foreach whom in array people loop perform trust.join_thread(t, whom); end loop;
  if reader is null and not exists (select from message_participant p where p.thread_id = t.id and p.principal <> mine) then
    raise exception 'nobody is addressed' using errcode = 'check_violation'; end if;
  perform trust.write_message(t, 'words', of_words, null, null);
  perform trust.put_message_work(t, due);
  if reader is not null then perform trust.mail_mother(of_trajectory, mail); end if;
  return t.id;
end $$;
comment on function trust.begin_thread is 'Begins a conversation: who begins it and all whom she addresses must be able to read that part now, with its limits. With the mother only from here on; null when she has no pages of her own (any more).';

create function trust.send_message(of_thread uuid, of_words text, of_corrects uuid, due date, mail jsonb) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); t message_thread := trust.must_see_thread(of_thread); mine integer; made uuid;
begin
  perform trust.must_be_open(t.trajectory_id);
  if t.state <> 'open' then raise exception 'the conversation is closed' using errcode = 'check_violation'; end if;
  if of_corrects is not null and not exists (select from message m where m.id = of_corrects and m.thread_id = t.id and m.author_id = asker.professional_id and m.kind = 'words') then
    raise exception 'not her own message' using errcode = 'insufficient_privilege'; end if;
  select m.principal into mine from membership m where m.id = asker.membership_id;
  perform trust.join_thread(t, mine);
  made := trust.write_message(t, 'words', of_words, of_corrects, null);
  update work_item w set closed_at = now(), closed_why = 'answered' where w.kind = 'message.unread' and w.subject_id = t.id and w.closed_at is null and w.principal = any(asker.principals);
  perform trust.put_message_work(t, due);
  if t.with_person is not null then perform trust.mail_mother(t.trajectory_id, mail); end if;
  return made;
end $$;
comment on function trust.send_message is 'Adds a message. Who of a team answers takes part from then on, and the team has answered.';

create function trust.add_to_thread(of_thread uuid, whom integer, due date) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare t message_thread := trust.must_see_thread(of_thread); joined uuid;
begin
  perform trust.must_be_open(t.trajectory_id);
  if t.state <> 'open' then raise exception 'the conversation is closed' using errcode = 'check_violation'; end if;
  joined := trust.join_thread(t, whom);
  if joined is null then return false; end if;
  perform trust.write_message(t, 'added', null, null, joined);
  insert into work_item (principal, trajectory_id, kind, subject_id, due_on, facts)
  select p.principal, t.trajectory_id, 'message.unread', t.id, due, jsonb_build_object('from', o.name, 'part', (select name from part where code = t.part))
  from message_participant p join organisation o on o.id = p.author_organisation_id where p.id = joined on conflict do nothing;
  return true;
end $$;
comment on function trust.add_to_thread is 'Lets someone who may read it take part: she reads the conversation from its beginning.';

create function trust.move_thread(of_thread uuid, new_state text, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare t message_thread := trust.must_see_thread(of_thread);
begin
  if t.state = new_state or t.version is distinct from seen_version or new_state not in ('open', 'closed') then return false; end if;
  if new_state = 'open' then perform trust.must_be_open(t.trajectory_id); end if;
  update message_thread set state = new_state, version = version + 1 where id = t.id;
  perform trust.write_message(t, case new_state when 'closed' then 'closed' else 'reopened' end, null, null, null);
  if new_state = 'closed' then
    update work_item w set closed_at = now(), closed_why = 'closed' where w.kind = 'message.unread' and w.subject_id = t.id and w.closed_at is null; end if;
  return true;
end $$;
comment on function trust.move_thread is 'Closes a conversation, or opens it again. False when someone else was first.';

create function trust.read_thread(of_thread uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); t message_thread := trust.must_see_thread(of_thread); found integer;
begin
  insert into message_receipt (trajectory_id, thread_id, message_id, author_organisation_id, author_id)
  select t.trajectory_id, t.id, m.id, asker.organisation_id, asker.professional_id from message m
  where m.thread_id = t.id and m.kind = 'words' and m.author_id is distinct from asker.professional_id
    and not exists (select from message_receipt r where r.message_id = m.id and r.author_id = asker.professional_id);
  get diagnostics found = row_count;
  update work_item w set closed_at = now(), closed_why = 'read' from membership m
  where w.kind = 'message.unread' and w.subject_id = t.id and w.closed_at is null and m.id = asker.membership_id and w.principal = m.principal;
  return found;
end $$;
comment on function trust.read_thread is 'The asker read it: receipts for what others wrote, and off her own list. On the list of a team it stays until someone takes it on.';

create function trust.take_thread(of_thread uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); t message_thread := trust.must_see_thread(of_thread); taken integer;
begin
  update work_item w set closed_at = now(), closed_why = 'seen' where w.kind = 'message.unread' and w.subject_id = t.id and w.closed_at is null and w.principal = any(asker.principals);
  get diagnostics taken = row_count;
  return taken;
end $$;
comment on function trust.take_thread is 'Someone of a team saw to it for the team: it leaves the list of the team.';

create function trust.thread_people(of_thread uuid) returns table (id uuid, principal integer, membership_id uuid, organisation_id uuid, organisation text, role text, name text,
  since timestamptz, reads boolean, works boolean) language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare t message_thread := trust.must_see_thread(of_thread);
begin
  return query select p.id, p.principal, p.membership_id, o.id, o.name, p.role, f.display_name, p.created_at,
    trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id, p.organisation_id, p.role, array[p.principal, p.team]),
    o.active and (m.id is null or (m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()))
  from message_participant p join organisation o on o.id = p.organisation_id left join membership m on m.id = p.membership_id left join professional f on f.id = m.professional_id
  where p.thread_id = t.id order by o.name, f.display_name nulls first;
end $$;
comment on function trust.thread_people is 'Who takes part, whether she still works there, and whether she may read it today.';

create function trust.whom_to_write(of_trajectory uuid, of_part smallint, of_person uuid, of_subject_kind text, of_subject uuid) returns table (principal integer, membership_id uuid,
  organisation_id uuid, organisation text, role text, name text, medical boolean, partner boolean, leads boolean, me boolean, near boolean)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not trust.am_involved(of_trajectory) or not trust.may_converse(of_trajectory, of_part, null, 'social', of_subject_kind, of_subject, asker.organisation_id, asker.role, asker.principals) then return; end if;
  return query with near as (
    select distinct r.organisation_id as id from care_relation r where r.trajectory_id = of_trajectory and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()
  ), reached as (
    select s.principal, s.role, o.id, o.name from near n join organisation o on o.id = n.id and o.active join team s on s.organisation_id = o.id
    where exists (select from membership m where m.organisation_id = o.id and m.role = s.role and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
  ), whom as (
    select r.principal, null::uuid as membership, r.id, r.name, r.role, null::text as display_name, array[r.principal] as all_of_them from reached r
    union all select m.principal, m.id, r.id, r.name, r.role, p.display_name, array[m.principal, r.principal] from reached r
      join membership m on m.organisation_id = r.id and m.role = r.role and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
      join professional p on p.id = m.professional_id
  )
  select w.principal, w.membership, w.id, w.name, w.role, w.display_name,
    trust.may_converse(of_trajectory, of_part, null, 'medical', of_subject_kind, of_subject, w.id, w.role, w.all_of_them),
    of_person is not null and trust.may_converse(of_trajectory, of_part, of_person, 'social', of_subject_kind, of_subject, w.id, w.role, w.all_of_them),
    exists (select from case_lead l where l.trajectory_id = of_trajectory and l.membership_id = w.membership and l.ended_at is null),
    coalesce(w.membership = asker.membership_id, false),
    -- only by what the asker may know of: that someone wrote a signal in confidence, or about the partner, shows nowhere
    exists (select from record_history h join membership k on k.professional_id = h.changed_by where h.trajectory_id = of_trajectory and k.id = w.membership
      and h.author_organisation_id = k.organisation_id and not h.hidden and h.own_person is null and h.part = any(asker.reads))
  from whom w where trust.may_converse(of_trajectory, of_part, null, 'social', of_subject_kind, of_subject, w.id, w.role, w.all_of_them)
  order by 9 desc, 11 desc,
    w.membership is not null, w.id = asker.organisation_id, w.name, w.role, w.display_name limit 200;
end $$;
comment on function trust.whom_to_write is 'Who may read about this today: teams and professionals, the asker herself among them. Nothing when she may not read it herself, or is not involved.';

create function trust.forget_unreadable(of_trajectory uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare closed integer;
begin
  update work_item w set closed_at = now(), closed_why = 'no_ground' from message_thread t
  where w.kind = 'message.unread' and w.closed_at is null and t.id = w.subject_id and (of_trajectory is null or w.trajectory_id = of_trajectory)
    and not exists (select from (
        select m.organisation_id, m.role, array[m.principal, s.principal] as principals from membership m join team s on s.organisation_id = m.organisation_id and s.role = m.role where m.principal = w.principal
        union all select s.organisation_id, s.role, array[s.principal] from team s where s.principal = w.principal) who
      where trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id, who.organisation_id, who.role, who.principals));
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function trust.forget_unreadable is 'Not for the application: what may no longer be read waits for nobody. Of one line, or of all.';

create function trust.follow_message_consent(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  perform trust.forget_unreadable(of_trajectory);
end $$;
comment on function trust.follow_message_consent is 'The family changed what it allows: messages that may no longer be read leave the lists at once.';

do $$ declare f text; begin
  foreach f in array array['must_see_thread(uuid)', 'put_message_work(message_thread, date)', 'join_thread(message_thread, integer)', 'write_message(message_thread, text, text, uuid, uuid)',
    'must_be_open(uuid)', 'begin_thread(uuid, smallint, uuid, text, text, uuid, text, text, integer[], boolean, date, jsonb)', 'send_message(uuid, text, uuid, date, jsonb)', 'add_to_thread(uuid, integer, date)',
    'move_thread(uuid, text, integer)', 'read_thread(uuid)', 'take_thread(uuid)', 'thread_people(uuid)', 'whom_to_write(uuid, smallint, uuid, text, uuid)', 'forget_unreadable(uuid)',
    'follow_message_consent(uuid)'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.begin_thread, trust.send_message, trust.add_to_thread, trust.move_thread, trust.read_thread, trust.take_thread, trust.thread_people, trust.whom_to_write,
  trust.follow_message_consent to wieg_app;
grant execute on function trust.forget_unreadable to wieg_worker;
