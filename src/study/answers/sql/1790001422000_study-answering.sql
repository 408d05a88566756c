-- Up Migration
-- Answering a list: by a personal link without an account, or with help of a professional. Neither is ever told what was answered before.
create function study.describe_ask(of_ask uuid) returns jsonb language sql stable security definer set search_path = public, app, pg_catalog as $$
  select jsonb_build_object('instruments', a.instruments, 'expiresOn', a.expires_on, 'reached', a.reached, 'language', p.language, 'demonstration', app.is_demonstration(), 'shownAt', now(),
    'answered', (select coalesce(jsonb_agg(s.item), '[]') from study_answer s where s.ask_id = a.id and s.entry = 0 and (s.value is not null or s.missing = 'declined')))
  from study_ask a join study_participant p on p.id = a.participant_id where a.id = of_ask $$;
comment on function study.describe_ask is 'Not for the application: which texts are asked, until when, and which items have an answer; never what it is.';

create function study.write_answers(of_ask uuid, answers jsonb, at_page text, shown timestamptz, how text, by_whom uuid) returns jsonb language plpgsql security definer set search_path = public, pg_catalog as $$
declare changed text[];
begin
  select array_agg(s.item) into changed from study_answer s join jsonb_array_elements(answers) n on n ->> 'item' = s.item
  where s.ask_id = of_ask and s.entry = 0 and s.answered_at > shown and s.shown_at is distinct from shown and n ->> 'missing' is distinct from 'skipped'
    and s.missing is distinct from 'skipped'; -- whatever it was: told only of other answers, this would say what she answered
  insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, missing, way, entered_by, answered_at, shown_at)
  select of_ask, n ->> 'item', 0, n ->> 'instrument', n ->> 'version', (n ->> 'value')::smallint, n ->> 'missing', how, by_whom, clock_timestamp(), shown from jsonb_array_elements(answers) n
  on conflict (ask_id, item, entry) do update set value = excluded.value, missing = excluded.missing, instrument = excluded.instrument, instrument_version = excluded.instrument_version,
    way = excluded.way, entered_by = excluded.entered_by, answered_at = excluded.answered_at, shown_at = excluded.shown_at
  where excluded.missing is distinct from 'skipped' or study_answer.missing = 'not_reached';
  update study_ask set reached = at_page where id = of_ask and (reached is null or reached::integer < at_page::integer);
  return jsonb_build_object('state', 'kept', 'changed', coalesce(to_jsonb(changed), '[]'));
end $$;
comment on function study.write_answers is 'Not for the application: keeps answers, the last one counts. A question that is left open now never takes an answer away that was given. Says which another device answered meanwhile, the same or not.';

create function study.end_ask(of_ask uuid, how text) returns void language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
begin
  perform study.fill_not_reached(of_ask);
  update study_ask set state = how, answered_on = case how when 'answered' then app.today() end, version = version + 1 where id = of_ask and state = 'open';
end $$;
comment on function study.end_ask is 'Not for the application: completed, or declined. What was answered stays.';

create function study.ask_of_link(hash bytea) returns uuid language sql stable security definer set search_path = public, app, pg_catalog as $$
  select a.id from study_link l join study_ask a on a.id = l.ask_id join study_participant p on p.id = a.participant_id
  where l.token_hash = hash and l.revoked_at is null and l.expires_at > now() and a.state = 'open' and a.expires_on >= app.today() and p.state = 'active' $$;
comment on function study.ask_of_link is 'Not for the application: the open list of a link that works.';

create function study.find_list(hash bytea) returns jsonb language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare one uuid := study.ask_of_link(hash);
begin
  if one is null then return null; end if;
  update study_link set used_at = now() where token_hash = hash and used_at is null;
  return study.describe_ask(one);
end $$;
comment on function study.find_list is 'The list of a link. Made up, forwarded after the end, revoked and expired look the same: nothing.';

create function study.answer_list(hash bytea, answers jsonb, at_page text, shown timestamptz) returns jsonb language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare one uuid := study.ask_of_link(hash);
begin
  if one is null then return jsonb_build_object('state', 'gone'); end if;
  perform from study_ask a where a.id = one and a.state = 'open' for update;
  if not found then return jsonb_build_object('state', 'gone'); end if;
  return study.write_answers(one, answers, at_page, shown, 'link', null);
end $$;
comment on function study.answer_list is 'Keeps the answers of one page, by link.';

create function study.end_list(hash bytea, how text) returns boolean language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare one uuid := study.ask_of_link(hash);
begin
  if how not in ('answered', 'declined') then raise exception 'not how a list ends' using errcode = 'check_violation'; end if;
  perform from study_ask a where a.id = one and a.state = 'open' for update; -- whoever withdraws at this moment was first, or waits
  if not found then return false; end if;
  perform study.end_ask(one, how);
  return true;
end $$;
comment on function study.end_list is 'Completes or declines a list, by link. Nobody sees it any more after that.';

-- Help: a professional who may write about the studies of this family fills in with her. She learns no pseudonym, and nothing that was answered before.
create function study.ask_to_help(of_trajectory uuid) returns uuid language plpgsql stable security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); one uuid;
begin
  if not trust.knows_family(of_trajectory) or not (trust.part('study') = any(asker.writes)) then raise exception 'not her role' using errcode = 'insufficient_privilege'; end if;
  select a.id into one from study_key k join study_ask a on a.participant_id = k.participant_id join study_participant p on p.id = k.participant_id
  where k.trajectory_id = of_trajectory and a.state = 'open' and a.expires_on >= app.today() and p.state = 'active' order by a.opens_on, a.id limit 1;
  return one;
end $$;
comment on function study.ask_to_help is 'Not for the application: the open list of this family, for who may help with it.';

create function study.find_help(of_trajectory uuid) returns jsonb language plpgsql stable security definer set search_path = public, study, pg_catalog as $$
declare one uuid := study.ask_to_help(of_trajectory);
begin return case when one is not null then study.describe_ask(one) end; end $$;
comment on function study.find_help is 'The open list of a family, to fill in together.';

create function study.answer_help(of_trajectory uuid, answers jsonb, at_page text, shown timestamptz) returns jsonb language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare one uuid := study.ask_to_help(of_trajectory);
begin
  perform from study_ask a where a.id = one and a.state = 'open' for update;
  if one is null or not found then return jsonb_build_object('state', 'gone'); end if;
  return study.write_answers(one, answers, at_page, shown, 'help', trust.my_professional());
end $$;
comment on function study.answer_help is 'Keeps the answers of one page, filled in together.';

create function study.end_help(of_trajectory uuid, how text) returns boolean language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare one uuid := study.ask_to_help(of_trajectory);
begin
  if how not in ('answered', 'declined') then raise exception 'not how a list ends' using errcode = 'check_violation'; end if;
  perform from study_ask a where a.id = one and a.state = 'open' for update;
  if not found then return false; end if;
  update study_ask set way = 'help' where id = one and state = 'open';
  perform study.end_ask(one, how);
  return true;
end $$;
comment on function study.end_help is 'Completes or declines a list that was filled in together.';

do $$ declare f text; begin
  foreach f in array array['describe_ask', 'write_answers', 'end_ask', 'ask_of_link', 'find_list', 'answer_list', 'end_list', 'ask_to_help', 'find_help', 'answer_help', 'end_help'] loop
    execute format('alter function study.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function study.find_list, study.answer_list, study.end_list, study.find_help, study.answer_help, study.end_help to wieg_app;
