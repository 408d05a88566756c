-- Up Migration
-- What the front door may do without anybody being signed in, and what the receiving organisation does with a question.
create function trust.pass_front_door(of_act text, network text) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare
  most front_door_limit;
  hashed bytea;
  this_day timestamptz := date_trunc('day', now());
  this_hour timestamptz := date_trunc('hour', now());
  times_now integer;
begin
  select * into most from front_door_limit l where l.act = of_act;
  insert into front_door_salt (day, salt) values (app.today(), uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing;
  select sha256(s.salt || convert_to(network, 'UTF8')) into hashed from front_door_salt s where s.day = app.today();
  delete from front_door_salt s where s.day < app.today() - 1;
  delete from front_door_use u where u.since < now() - interval '2 days';
  insert into front_door_use as u (act, since, source_hash) values (of_act, this_day, hashed)
  on conflict (act, since, source_hash) do update set times = u.times + 1 where u.times < most.of_source_a_day returning u.times into times_now;
  if times_now is null then return false; end if;
  times_now := null;
  insert into front_door_use as u (act, since, source_hash) values (of_act, this_hour, '')
  on conflict (act, since, source_hash) do update set times = u.times + 1 where u.times < most.of_all_an_hour returning u.times into times_now;
  return times_now is not null;
end $$;
comment on function trust.pass_front_door is 'Counts one act of the front door; false when there were too many of this source today or of everyone this hour.';

create function trust.keep_help_draft(hash bytea, answers bytea, network text) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  delete from help_draft d where d.changed_at < now() - interval '1 hour';
  update help_draft d set content = answers, changes = d.changes + 1, changed_at = now() where d.token_hash = hash and d.request_id is null and d.changes < 200;
  if found then return true; end if;
  if exists (select from help_draft d where d.token_hash = hash) or not trust.pass_front_door('begin', network) then return false; end if;
  insert into help_draft (token_hash, content) values (hash, answers) on conflict do nothing;
  return true;
end $$;
comment on function trust.keep_help_draft is 'Keeps answers for who is filling in. False when the front door takes no more.';

create function trust.find_help_draft(hash bytea) returns table (content bytea, sent boolean, reference text, organisation text, phone text, due_on date, calls boolean)
language sql stable security definer set search_path = public, pg_catalog as $$
  select d.content, d.request_id is not null, r.reference, o.name, o.phone, r.due_on, r.channel = 'self'
  from help_draft d left join help_request r on r.id = d.request_id left join organisation o on o.id = r.organisation_id
  where d.token_hash = hash and d.changed_at > now() - interval '1 hour' $$;
comment on function trust.find_help_draft is 'Her answers, for who holds the key; once sent her number, who answers and until when.';

create function trust.forget_help_draft(hash bytea) returns void language sql security definer set search_path = public, pg_catalog as
$$ delete from help_draft d where d.token_hash = hash $$;
comment on function trust.forget_help_draft is 'Throws her answers away when she leaves.';

create function trust.watch_help_request(of_request uuid) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare r help_request; wanted text;
begin
  select * into r from help_request q where q.id = of_request;
  wanted := case r.state when 'waiting' then 'help-request' when 'taken' then 'help-request-taken' when 'answered' then 'help-request-finish' end;
  update work_item w set closed_at = now(), closed_why = 'done' where w.subject_id = of_request and w.kind like 'help-request%' and w.closed_at is null;
  if wanted is null then return; end if;
  insert into work_item (principal, kind, subject_id, side, due_on, facts)
  select t.principal, wanted, of_request, 'mine', r.due_on, jsonb_build_object('receivedOn', r.received_on, 'reference', r.reference)
  from team t where r.state = 'waiting' and t.organisation_id = r.organisation_id and trust.receives_help_requests(t.role)
  union all
  select m.principal, wanted, of_request, 'mine', case when r.state = 'answered' then r.answered_on + 7 else r.due_on end, jsonb_build_object('receivedOn', r.received_on, 'reference', r.reference)
  from membership m where r.state <> 'waiting' and m.id = r.taken_by;
end $$;
comment on function trust.watch_help_request is 'Not for the application: a question that waits is work of everyone who may take it up, one that was taken up of one person.';

create function trust.help_request_moved() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'INSERT' or new.state <> old.state or new.taken_by is distinct from old.taken_by or new.organisation_id <> old.organisation_id
    then perform trust.watch_help_request(new.id); end if;
  return null;
end $$;
create trigger help_request_moved after insert or update on help_request for each row execute function trust.help_request_moved();

create function trust.send_help_request(hash bytea, network text, to_organisation uuid, of_reference text, due date, a jsonb) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare made uuid; earlier text;
begin
  perform from help_draft d where d.token_hash = hash for update;
  if not found then return 'no-draft'; end if;
  select r.reference into earlier from help_request r where r.sent_key = hash;
  if earlier is not null then return 'sent'; end if;
  if not exists (select from team t join organisation o on o.id = t.organisation_id and o.active
    where t.organisation_id = to_organisation and trust.receives_help_requests(t.role)) then return 'no-receiver'; end if;
  if not trust.pass_front_door('send', network) then return 'too-many'; end if;
  insert into help_request (reference, sent_key, municipality_code, topics, words, given_name, channel, contact, safe_moments, moment_words, others_may_answer, speaks,
    door_language, organisation_id, due_on)
  values (of_reference, hash, a ->> 'municipality', array(select jsonb_array_elements_text(a -> 'topics')), a ->> 'words', a ->> 'givenName', a ->> 'channel', a ->> 'contact',
    array(select jsonb_array_elements_text(a -> 'safeMoments')), a ->> 'momentWords', (a ->> 'othersMayAnswer')::boolean, a ->> 'speaks', a ->> 'language', to_organisation, due)
  returning id into made;
  update help_draft d set content = null, request_id = made, changed_at = now() where d.token_hash = hash;
  return 'sent';
end $$;
comment on function trust.send_help_request is 'Delivers a question once: sent, no-draft, no-receiver, or too-many.';

create function trust.forward_help_request(of_request uuid, seen_version integer, to_organisation uuid, why text) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not coalesce(trust.receives_help_requests(asker.role), false) or not exists (select from help_request r where r.id = of_request and r.organisation_id = asker.organisation_id) then
    raise exception 'not a question of the asker''s organisation' using errcode = 'insufficient_privilege'; end if;
  if to_organisation = asker.organisation_id or length(trim(coalesce(why, ''))) < 3 or not exists (select from team t join organisation o on o.id = t.organisation_id and o.active
    where t.organisation_id = to_organisation and trust.receives_help_requests(t.role)) then
    raise exception 'nobody there answers questions' using errcode = 'insufficient_privilege'; end if;
  insert into help_request_event (request_id, organisation_id, kind, note, to_organisation_id, professional_id)
  select r.id, r.organisation_id, 'forwarded', why, to_organisation, asker.professional_id from help_request r where r.id = of_request and r.version = seen_version and r.state in ('waiting', 'taken');
  if not found then return false; end if;
  update help_request r set organisation_id = to_organisation, state = 'waiting', taken_by = null, version = r.version + 1 where r.id = of_request;
  return true;
end $$;
comment on function trust.forward_help_request is 'Hands a question over to another organisation that answers questions; from then on only that one sees it. False when someone was first.';

create function trust.forwarded_help_requests() returns table (reference text, to_organisation text, on_day date, state text)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select r.reference, o.name, e.on_day, r.state from trust.asker() a
  join help_request_event e on e.organisation_id = a.organisation_id and e.kind = 'forwarded'
  join help_request r on r.id = e.request_id and r.organisation_id <> a.organisation_id join organisation o on o.id = r.organisation_id
  where trust.receives_help_requests(a.role) and (r.state <> 'closed' or e.on_day > app.today() - 30) order by e.id desc limit 50 $$;
comment on function trust.forwarded_help_requests is 'What became of questions that the asker''s organisation forwarded: number, to whom and how it stands, nothing of what was asked.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.pass_front_door(text, text)', 'trust.keep_help_draft(bytea, bytea, text)', 'trust.find_help_draft(bytea)', 'trust.forget_help_draft(bytea)',
    'trust.watch_help_request(uuid)', 'trust.help_request_moved()', 'trust.send_help_request(bytea, text, uuid, text, date, jsonb)',
    'trust.forward_help_request(uuid, integer, uuid, text)', 'trust.forwarded_help_requests()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.keep_help_draft, trust.find_help_draft, trust.forget_help_draft, trust.send_help_request, trust.forward_help_request, trust.forwarded_help_requests to wieg_app;
