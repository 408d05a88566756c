-- Up Migration
-- The job that plans, opens, reminds and ends lists. It sees pseudonyms and days, and no family.
create function study.lists_to_plan(of_participant uuid, after_id uuid, most integer) returns table (id uuid, language text, studies jsonb, days jsonb, asks jsonb)
language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare one uuid;
begin
  for one in select p.id from study_participant p where p.state = 'active' and (of_participant is null or p.id = of_participant) and (after_id is null or p.id > after_id) order by p.id limit most loop
    perform pg_advisory_xact_lock(hashtextextended('study ask ' || one, 0));
    -- What stopped by a mistake that was taken back goes on; what she withdrew does not.
    update study_ask a set state = 'planned', stopped_because = null, opened_at = null, told = null, version = a.version + 1
    where a.participant_id = one and a.state = 'stopped' and a.stopped_because <> 'withdrawn' and a.expires_on >= app.today();
    return query select p.id, p.language,
      (select coalesce(jsonb_agg(jsonb_build_object('study', s.study, 'consentOn', s.consent_on)), '[]') from study_participation s where s.participant_id = p.id and s.withdrawn_on is null),
      (select jsonb_build_object('consent', min(d.consent), 'maternity_intake', min(d.maternity_intake), 'birth', min(d.birth), 'flexible_care_start', min(d.flexible_care_start)) from study.dates_of(p.id) d),
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'waves', a.waves, 'state', a.state, 'opensOn', a.opens_on, 'remindOn', a.remind_on, 'expiresOn', a.expires_on, 'late', a.late,
          'way', a.way, 'told', a.told, 'reminded', a.reminded, 'fixed', a.instruments <> '[]') order by a.opens_on, a.id), '[]') from study_ask a where a.participant_id = p.id)
      from study_participant p where p.id = one;
  end loop;
end $$;
comment on function study.lists_to_plan is 'For the job alone: active participants with the days that their lists are counted from, and the lists that there are.';

create function study.plan_rows(plan jsonb) returns table (waves text[], opens_on date, remind_on date[], expires_on date, late boolean) language sql immutable set search_path = pg_catalog as $$
  select array(select jsonb_array_elements_text(l -> 'waves')), (l ->> 'opensOn')::date, array(select d::date from jsonb_array_elements_text(l -> 'remindOn') d), (l ->> 'expiresOn')::date, (l ->> 'late')::boolean
  from jsonb_array_elements(plan) l $$;
comment on function study.plan_rows is 'Not for the application: a plan as rows.';

create function study.put_plan(of_participant uuid, plan jsonb) returns integer language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare changed integer; more integer;
begin
  delete from study_ask a where a.participant_id = of_participant and a.state = 'planned' and not exists (select from study.plan_rows(plan) w where w.waves = a.waves);
  get diagnostics changed = row_count;
  update study_ask a set opens_on = w.opens_on, remind_on = w.remind_on, expires_on = w.expires_on, late = w.late, version = a.version + 1
  from study.plan_rows(plan) w where a.participant_id = of_participant and a.state = 'planned' and a.waves = w.waves
    and (a.opens_on, a.remind_on, a.expires_on, a.late) is distinct from (w.opens_on, w.remind_on, w.expires_on, w.late);
  get diagnostics more = row_count;
  changed := changed + more;
  insert into study_ask (participant_id, waves, opens_on, remind_on, expires_on, late)
  select of_participant, w.waves, w.opens_on, w.remind_on, w.expires_on, w.late from study.plan_rows(plan) w
  where not exists (select from study_ask a where a.participant_id = of_participant and a.waves && w.waves);
  get diagnostics more = row_count;
  return changed + more;
end $$;
comment on function study.put_plan is 'For the job alone: lists that are not open yet follow the days; what is open or over stays.';

create function study.extend_ask(of_ask uuid, last_day date) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update study_ask set expires_on = last_day, version = version + 1 where id = of_ask and state = 'open' and expires_on < last_day;
  update study_link set expires_at = ((last_day + 1)::timestamp at time zone 'Europe/Amsterdam') where ask_id = of_ask and revoked_at is null;
  update mail m set not_after = l.expires_at from study_link l where l.ask_id = of_ask and m.once = 'study-link ' || encode(l.token_hash, 'hex') and m.state = 'waiting';
end $$;
comment on function study.extend_ask is 'For the job alone: an open list follows a moved day by its end, and never gets shorter than she was told.';

create function study.open_ask(of_ask uuid, texts jsonb, first_day date, reminders date[], last_day date, is_late boolean, new_code text) returns text language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare how text;
begin
  if texts = '[]' then
    update study_ask set told = 'no_text', version = version + 1 where id = of_ask and state = 'planned' and told is distinct from 'no_text';
    return 'no_text';
  end if;
  update study_ask a set state = 'open', way = p.answers_by, instruments = case when a.instruments = '[]' then texts else a.instruments end, opens_on = first_day, remind_on = reminders, expires_on = last_day,
    late = is_late, form_code = coalesce(a.form_code, new_code), opened_at = now(), told = case p.answers_by when 'link' then null else p.answers_by end, reminded = 0, version = a.version + 1
  from study_participant p where a.id = of_ask and p.id = a.participant_id and a.state = 'planned' and p.state = 'active' returning a.way into how;
  return how;
end $$;
comment on function study.open_ask is 'For the job alone: opens a list with the texts of this day. Answers how it is answered; no_text while there is no text that may go out.';

create function study.refuses_mail(of_trajectory uuid, person uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = 'digital_contact' and (not c.given or c.withdrawn_on is not null))
    and not exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = 'digital_contact' and c.given and c.withdrawn_on is null) $$;
comment on function study.refuses_mail is 'Not for the application: she said no to e-mail, or took it back. A personal link is e-mail too.';

-- Where it is safe to tell her; nowhere after a loss, nor where she named moments: those are words that no computer keeps to.
create function study.mail_participant(of_ask uuid, hash bytea, mail jsonb, is_reminder boolean) returns text language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare one study_ask; address text; speaks text;
begin
  select a.* into one from study_ask a where a.id = of_ask and a.state = 'open' and a.way = 'link' for update;
  if one.id is null then return null; end if;
  select c.value, p.language into address, speaks from study_participant p join study_key k on k.participant_id = p.id join trajectory t on t.id = k.trajectory_id
    join family_contact c on c.family_id = t.family_id
  where p.id = one.participant_id and p.state = 'active' and t.loss_on is null and t.state = 'open'
    and c.channel = 'email' and c.safe and coalesce(trim(c.safe_moments), '') = '' and not study.refuses_mail(k.trajectory_id, k.person_id) order by c.created_at limit 1;
  if address is not null then
    insert into study_link (ask_id, token_hash, expires_at) values (of_ask, hash, ((one.expires_on + 1)::timestamp at time zone 'Europe/Amsterdam'));
    perform app.put_mail(address, words ->> 'subject', words ->> 'body', 'study-link ' || encode(hash, 'hex'), ((one.expires_on + 1)::timestamp at time zone 'Europe/Amsterdam')) from (select coalesce(mail -> speaks, mail -> 'nl') as words) w;
  end if;
  update study_ask set told = case when address is null then coalesce(nullif(one.told, 'mail'), 'no_address') else 'mail' end,
    reminded = case when is_reminder then (select count(*) from unnest(one.remind_on) d where d <= app.today()) else one.reminded end, version = version + 1 where id = of_ask;
  return case when address is null then 'no_address' else 'mail' end;
end $$;
comment on function study.mail_participant is 'For the job alone: an invitation or a reminder with a personal link, to an address that is safe. Says nothing of what it is about.';

create function study.pass_reminder(of_ask uuid) returns void language sql security definer set search_path = public, app, pg_catalog as $$
  update study_ask a set reminded = (select count(*) from unnest(a.remind_on) d where d <= app.today()), version = version + 1 where id = of_ask $$;
comment on function study.pass_reminder is 'For the job alone: a reminder that no mail can bring counts as passed.';

create function study.fill_not_reached(of_ask uuid) returns void language sql security definer set search_path = public, pg_catalog as $$
  insert into study_answer (ask_id, item, entry, instrument, instrument_version, missing, way)
  select a.id, i.item, 0, (f ->> 'form') || '.' || (f ->> 'language'), f ->> 'version', 'not_reached', case when a.way = 'help' then 'help' else 'link' end
  from study_ask a, jsonb_array_elements(a.instruments) f, jsonb_array_elements_text(f -> 'items') as i(item)
  where a.id = of_ask and exists (select from study_answer s where s.ask_id = a.id and s.entry = 0)
  on conflict do nothing $$;
comment on function study.fill_not_reached is 'Not for the application: who began and did not get to the end did not reach the rest.';

create function study.expire_ask(of_ask uuid) returns void language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
begin
  update study_ask set state = 'expired', version = version + 1 where id = of_ask and state in ('planned', 'open');
  if found then perform study.fill_not_reached(of_ask); end if;
end $$;
comment on function study.expire_ask is 'For the job alone: its last day is over. What was answered stays.';

-- She is told that she gets no e-mail any more: what waits is not sent, and the desk sees that she was not told.
create function study.stop_mail() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare one record;
begin
  if not study.refuses_mail(new.trajectory_id, new.about_person) then return null; end if;
  for one in select l.id, l.ask_id from study_key k join study_ask a on a.participant_id = k.participant_id and a.state = 'open' join study_link l on l.ask_id = a.id and l.revoked_at is null
      where k.trajectory_id = new.trajectory_id and k.person_id = new.about_person
        and exists (select from mail m where m.once = 'study-link ' || encode(l.token_hash, 'hex') and m.state in ('waiting', 'failed')) loop
    update study_link set revoked_at = now() where id = one.id;
    update study_ask set told = 'no_address', version = version + 1 where id = one.ask_id;
  end loop;
  return null;
end $$;
comment on function study.stop_mail is 'A no to e-mail works at once, also for the studies. A link that she has already goes on.';
create trigger w_stop_study_mail after insert or update of withdrawn_on on consent for each row when (new.purpose = 'digital_contact') execute function study.stop_mail();

-- A day that moves takes the lists along at once; each night looks at all of them anyway.
create function study.plan_again() returns trigger language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare one uuid;
begin
  if not exists (select from app.job_kind where name = 'study-lists') then return null; end if; -- no jobs here, as in most tests
  if tg_table_name = 'study_participation' then perform app.enqueue('study-lists', jsonb_build_object('participant', new.participant_id), now(), 'study-lists ' || new.participant_id);
  elsif tg_table_name = 'study_participant' then perform app.enqueue('study-lists', jsonb_build_object('participant', new.id), now(), 'study-lists ' || new.id);
  else
    for one in select k.participant_id from study_key k where k.trajectory_id = (to_jsonb(new) ->> case tg_table_name when 'trajectory' then 'id' else 'trajectory_id' end)::uuid loop
      perform app.enqueue('study-lists', jsonb_build_object('participant', one), now(), 'study-lists ' || one);
    end loop;
  end if;
  return null;
end $$;
comment on function study.plan_again is 'Asks for the plan of a participant anew; the payload holds a pseudonym''s id alone.';
create trigger plan_again after insert or update of withdrawn_on on study_participation for each row execute function study.plan_again();
create trigger plan_again after update of state, answers_by, language on study_participant for each row execute function study.plan_again();
create trigger z_study_plan after update of born_on, due_date on trajectory for each row when ((old.born_on, old.due_date) is distinct from (new.born_on, new.due_date)) execute function study.plan_again();
create trigger z_study_plan after insert or update on care_intake for each row execute function study.plan_again();
create trigger z_study_plan after insert or update of state on programme_place for each row execute function study.plan_again();

do $$ declare f text; begin
  foreach f in array array['plan_rows', 'lists_to_plan', 'put_plan', 'extend_ask', 'open_ask', 'mail_participant', 'pass_reminder', 'fill_not_reached', 'expire_ask', 'plan_again', 'refuses_mail', 'stop_mail'] loop
    execute format('alter function study.%I owner to wieg_guard', f);
    if f not in ('plan_rows', 'fill_not_reached', 'plan_again', 'refuses_mail', 'stop_mail') then execute format('grant execute on function study.%I to wieg_worker', f); end if;
  end loop;
end $$;
