-- Up Migration
-- Lists on paper: printed with a number that says nothing of her, entered twice by two people, differences settled by a third. The desk never sees the other's entry.
create function study.print_form(of_ask uuid) returns text language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare code text;
begin
  perform study.must_be_desk();
  update study_ask a set printed_on = app.today(), way = 'paper', told = 'paper', version = a.version + 1 where a.id = of_ask and a.state = 'open' returning a.form_code into code;
  return code;
end $$;
comment on function study.print_form is 'The number of the form of an open list, which is answered on paper from now on. Null when it is not open.';

-- What of a form can be done now, and by whom: entered once, by another, compared, settled.
create function study.form_step(of_ask uuid, by_whom uuid) returns text language plpgsql stable security definer set search_path = public, pg_catalog as $$
declare one study_ask; first_by uuid; second_by uuid; differs boolean;
begin
  select a.* into one from study_ask a where a.id = of_ask;
  select s.entered_by into first_by from study_answer s where s.ask_id = of_ask and s.entry = 1 limit 1;
  select s.entered_by into second_by from study_answer s where s.ask_id = of_ask and s.entry = 2 limit 1;
  if one.state in ('stopped', 'declined') then return one.state; end if;
  -- a list that had expired before she withdrew stays expired, and takes no answer of her any more
  if one.state <> 'answered' and not exists (select from study_participation p join study_participant s on s.id = p.participant_id and s.state <> 'withdrawn'
    where p.participant_id = one.participant_id and p.withdrawn_on is null and p.study = any(array(select split_part(w, ':', 1) from unnest(one.waves) w))) then return 'stopped'; end if;
  if one.state = 'answered' then return 'done'; end if;
  if one.state not in ('open', 'expired') then return 'not-open'; end if;
  if first_by is null then return 'first'; end if;
  if second_by is null then return case when first_by = by_whom then 'by-another' else 'second' end; end if;
  return case when by_whom in (first_by, second_by) then 'by-a-third' else 'settle' end;
end $$;
comment on function study.form_step is 'Not for the application: first, second, settle, or why not: by-another, by-a-third, done, stopped, declined, not-open.';

create function study.form_differences(of_ask uuid) returns setof text language sql stable security definer set search_path = public, pg_catalog as $$
  select one.item from study_answer one join study_answer two on two.ask_id = one.ask_id and two.item = one.item and two.entry = 2
  where one.ask_id = of_ask and one.entry = 1 and (one.value, one.missing) is distinct from (two.value, two.missing)
    and not exists (select from study_answer s where s.ask_id = of_ask and s.item = one.item and s.entry = 3) $$;
comment on function study.form_differences is 'Not for the application: items that two people read differently.';

create function study.find_form(code text) returns jsonb language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); one study_ask; step text;
begin
  select a.* into one from study_ask a where a.form_code = code;
  if one.id is null then return null; end if;
  step := study.form_step(one.id, asker.professional_id);
  return jsonb_build_object('code', code, 'step', step, 'instruments', one.instruments, 'differ', case when step = 'settle' then (select coalesce(jsonb_agg(d), '[]') from study.form_differences(one.id) d) else '[]' end);
end $$;
comment on function study.find_form is 'A form by its number: what is asked and what can be done now; never what another entered.';

create function study.enter_form(code text, answers jsonb) returns text language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); one study_ask; step text; items text[]; wanted text[]; nth smallint;
begin
  select a.* into one from study_ask a where a.form_code = code for update;
  if one.id is null then return 'not-found'; end if;
  step := study.form_step(one.id, asker.professional_id);
  if step not in ('first', 'second', 'settle') then return step; end if;
  items := array(select i from jsonb_array_elements(one.instruments) f, jsonb_array_elements_text(f -> 'items') i order by 1);
  wanted := case when step = 'settle' then array(select d from study.form_differences(one.id) d order by 1) else items end;
  if array(select n ->> 'item' from jsonb_array_elements(answers) n order by 1) is distinct from wanted then return 'not-complete'; end if;
  nth := case step when 'first' then 1 when 'second' then 2 else 3 end;
  insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, missing, way, entered_by)
  select one.id, n ->> 'item', nth, n ->> 'instrument', n ->> 'version', (n ->> 'value')::smallint, n ->> 'missing', 'paper', asker.professional_id from jsonb_array_elements(answers) n;
  if step = 'first' then return 'kept'; end if;
  if exists (select from study.form_differences(one.id)) then return 'differs'; end if;
  update study_ask set state = 'answered', way = 'paper', answered_on = app.today(), late = late or state = 'expired', version = version + 1 where id = one.id;
  return 'complete';
end $$;
comment on function study.enter_form is 'One entry of a form: the first, the second by somebody else, or the differences settled by a third. When both are equal, or settled, the list is answered.';

do $$ declare f text; begin
  foreach f in array array['print_form', 'form_step', 'form_differences', 'find_form', 'enter_form'] loop
    execute format('alter function study.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function study.print_form, study.find_form, study.enter_form to wieg_app;

create function study.forms_to_do() returns table (code text, state text, entries integer, differ integer) language plpgsql stable security definer set search_path = public, study, pg_catalog as $$
begin
  perform study.must_be_desk();
  return query select a.form_code, a.state, (select count(distinct s.entry)::integer from study_answer s where s.ask_id = a.id and s.entry > 0), (select count(*)::integer from study.form_differences(a.id))
    from study_ask a where a.state in ('open', 'expired') and study.form_step(a.id, null) <> 'stopped' and exists (select from study_answer s where s.ask_id = a.id and s.entry > 0) order by a.form_code;
end $$;
comment on function study.forms_to_do is 'Forms that were entered once, or twice with differences.';
alter function study.forms_to_do owner to wieg_guard;
grant execute on function study.forms_to_do to wieg_app;
