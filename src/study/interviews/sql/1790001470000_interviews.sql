-- Up Migration
-- Interviews of both studies [001 6.1]: some ten professionals spread over their roles and ten families at random. Drawn from a list by a seed, so that
-- anybody can draw again and finds the same people. Of families the research desk knows pseudonyms alone; the key keeper invites them.
create table study_interview_draw (
  id uuid primary key default gen_random_uuid(),
  study text not null check (study ~ '^[a-z0-9_]{1,40}$'),
  kind text not null check (kind in ('professional', 'family')),
  strata_by text not null check (strata_by in ('role', 'arm', 'none')),
  wanted smallint not null check (wanted between 1 and 100),
  seed text not null check (length(trim(seed)) between 4 and 100),
  list jsonb not null check (jsonb_typeof(list) = 'array'),
  drawn_order jsonb not null check (jsonb_typeof(drawn_order) = 'object'),
  drawn_on date not null default app.today(),
  drawn_by uuid not null references professional,
  unique (study, kind, seed),
  check (kind = 'professional' or strata_by <> 'role')
);
comment on table study_interview_draw is 'A draw of people to interview: from which list, by which seed, in which order. Never changed: whoever draws again from seed and list finds the same.';
comment on column study_interview_draw.id is 'Random id.';
comment on column study_interview_draw.study is 'Of which study.';
comment on column study_interview_draw.kind is 'professional or family.';
comment on column study_interview_draw.strata_by is 'What people are spread over: role, arm, or nothing.';
comment on column study_interview_draw.wanted is 'How many interviews.';
comment on column study_interview_draw.seed is 'The seed, chosen before the list was seen.';
comment on column study_interview_draw.list is 'The list that was drawn from, sorted: id (a membership, or a participant by pseudonym) and stratum.';
comment on column study_interview_draw.drawn_order is 'By stratum the ids in drawn order: the first are called, each next one replaces.';
comment on column study_interview_draw.drawn_on is 'Day of drawing.';
comment on column study_interview_draw.drawn_by is 'Who of the research desk.';

create table study_interview (
  id uuid primary key default gen_random_uuid(),
  draw_id uuid not null references study_interview_draw,
  stratum text not null,
  place smallint not null check (place > 0),
  participant_id uuid references study_participant on delete cascade,
  membership_id uuid references membership,
  state text not null default 'drawn' check (state in ('drawn', 'asked', 'invited', 'agreed', 'held', 'declined', 'no_answer', 'stopped')),
  since date not null default app.today(),
  planned_on date,
  quotes boolean not null default false,
  replaces uuid references study_interview,
  version integer not null default 1,
  unique (draw_id, stratum, place),
  check ((participant_id is null) <> (membership_id is null))
);
create index study_interview_of_participant on study_interview (participant_id);
create index study_interview_of_membership on study_interview (membership_id);
comment on table study_interview is 'Someone who was drawn, and how it stands: a pseudonym or a professional in a job.';
comment on column study_interview.id is 'Random id.';
comment on column study_interview.draw_id is 'The draw.';
comment on column study_interview.stratum is 'Stratum: a role, an arm, or all.';
comment on column study_interview.place is 'Place in the drawn order of the stratum.';
comment on column study_interview.participant_id is 'The pseudonym; empty for a professional.';
comment on column study_interview.membership_id is 'The professional in a job; empty for a family.';
comment on column study_interview.state is 'drawn, asked (of the key keeper), invited, agreed, held; or declined, no_answer, stopped: then the next of the stratum is called.';
comment on column study_interview.since is 'Since when it stands so.';
comment on column study_interview.planned_on is 'Day of the interview.';
comment on column study_interview.quotes is 'A professional''s words may be quoted, without name. Of a family it follows from her consent and stands in study_participation.';
comment on column study_interview.replaces is 'Whose place was taken.';
comment on column study_interview.version is 'Raised by one at each change.';

create table study_interview_note (
  id uuid primary key default gen_random_uuid(),
  interview_id uuid not null references study_interview on delete cascade,
  theme text not null check (theme ~ '^[a-z_]{3,30}$'),
  quote boolean not null,
  text text not null check (length(trim(text)) between 3 and 4000),
  by uuid not null references professional,
  at timestamptz not null default now()
);
create index study_interview_note_of_interview on study_interview_note (interview_id, at);
comment on table study_interview_note is 'What was said in an interview, by theme. Without names. A quote is read while it may be quoted, and by nobody from the moment at which that was taken back.';
comment on column study_interview_note.id is 'Random id.';
comment on column study_interview_note.interview_id is 'The interview.';
comment on column study_interview_note.theme is 'Theme.';
comment on column study_interview_note.quote is 'In the words of who was interviewed.';
comment on column study_interview_note.text is 'What was said.';
comment on column study_interview_note.by is 'Who noted it.';
comment on column study_interview_note.at is 'When.';

create function study.may_read_note(of_interview uuid, is_quote boolean) returns boolean language sql stable security definer set search_path = public, study, trust, pg_catalog as $$
  select trust.my_role() = 'research_desk' and exists (
    select from study_interview i join study_interview_draw d on d.id = i.draw_id left join study_participation p on p.participant_id = i.participant_id and p.study = d.study
    where i.id = of_interview and case when i.participant_id is null then not is_quote or i.quotes else p.withdrawn_on is null and (not is_quote or p.quotes) end) $$;
comment on function study.may_read_note is 'Whether the asker may read what was noted: the research desk, of who did not withdraw, and words only of who allows quoting.';

do $$ declare t text; begin
  foreach t in array array['study_interview_draw', 'study_interview', 'study_interview_note'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
    execute format('grant select on %I to wieg_app', t);
    insert into protected_table (name, part, scope) values (t, 'study', 'own');
  end loop;
end $$;
create policy see on study_interview_draw for select to wieg_app using ((select trust.my_role()) = 'research_desk');
create policy see on study_interview for select to wieg_app using ((select trust.my_role()) = 'research_desk' or membership_id = (select trust.my_membership()));
create policy see on study_interview_note for select to wieg_app using ((select trust.my_role()) = 'research_desk' and study.may_read_note(interview_id, quote));

-- Whom one may draw from, today. Families: by pseudonym, of who takes part and agreed to be asked for an interview.
create function study.interview_list(of_study text, of_kind text, by text, of_roles text[]) returns table (id uuid, stratum text)
language plpgsql stable security definer set search_path = public, study, trust, app, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := study.must_be_desk();
begin
  if of_kind = 'family' then
    return query select p.participant_id, case when by = 'arm' then coalesce(p.arm, 'unknown') else 'all' end
    from study_participation p join study_participant s on s.id = p.participant_id join study_key k on k.participant_id = p.participant_id
    where p.study = of_study and p.withdrawn_on is null and s.state = 'active' and exists (
      select from consent c where c.trajectory_id = k.trajectory_id and c.about_person = k.person_id and c.purpose = 'study_interview' and c.given and c.withdrawn_on is null)
    order by 1;
  else
    return query select distinct on (m.professional_id) m.id, case when by = 'role' then m.role else 'all' end
    from membership m where m.role = any(of_roles) and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today() and exists (
      select from study_key k join study_participation p on p.participant_id = k.participant_id and p.study = of_study
        join care_relation r on r.trajectory_id = k.trajectory_id where r.organisation_id = m.organisation_id and r.basis <> 'agenda')
    order by m.professional_id, m.id;
  end if;
end $$;
comment on function study.interview_list is 'For the research desk: whom a draw may be made from today. Families by pseudonym, with consent to be asked; professionals in a job, of organisations of participants.';

create function study.keep_draw(one jsonb, called jsonb, of_roles text[]) returns text language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); made uuid; kind text := one ->> 'kind';
begin
  -- The list is the database's own: whoever draws cannot leave anybody out of it, or put anybody in.
  if exists ((select id, stratum from interview_list(one ->> 'study', kind, one ->> 'strataBy', of_roles) except select l.id, l.stratum from jsonb_to_recordset(one -> 'list') l (id uuid, stratum text))
    union all (select l.id, l.stratum from jsonb_to_recordset(one -> 'list') l (id uuid, stratum text) except select id, stratum from interview_list(one ->> 'study', kind, one ->> 'strataBy', of_roles)))
  then return 'changed-meanwhile'; end if;
  if exists (select from study_interview_draw d where d.study = one ->> 'study' and d.kind = one ->> 'kind' and d.seed = one ->> 'seed') then return 'seed-used'; end if;
  insert into study_interview_draw (study, kind, strata_by, wanted, seed, list, drawn_order, drawn_by)
  values (one ->> 'study', kind, one ->> 'strataBy', (one ->> 'wanted')::smallint, one ->> 'seed', one -> 'list', one -> 'order', asker.professional_id) returning id into made;
  insert into study_interview (draw_id, stratum, place, participant_id, membership_id)
  select made, c.stratum, c.place, case when kind = 'family' then c.id end, case when kind = 'professional' then c.id end
  from jsonb_to_recordset(called) c (id uuid, stratum text, place smallint);
  return made::text;
end $$;
comment on function study.keep_draw is 'Keeps a draw of the research desk, from the list of this moment, and calls the first of each stratum.';

create function study.can_be_called(of_study text, participant uuid, membership_of uuid) returns boolean language sql stable security definer set search_path = public, study, app, pg_catalog as $$
  select case when participant is null then exists (select from membership m where m.id = membership_of and coalesce(m.until, 'infinity') >= app.today())
    else exists (select from study_participation p join study_participant s on s.id = p.participant_id join study_key k on k.participant_id = p.participant_id
      where p.participant_id = participant and p.study = of_study and p.withdrawn_on is null and s.state = 'active' and exists (
        select from consent c where c.trajectory_id = k.trajectory_id and c.about_person = k.person_id and c.purpose = 'study_interview' and c.given and c.withdrawn_on is null)) end $$;
comment on function study.can_be_called is 'Not for the application: may this person still be asked for an interview?';

-- The next of the stratum in the drawn order. Who may not be asked any more is passed over, and stands in the list as stopped.
create function study.call_next(of_interview uuid) returns void language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare gone study_interview; d study_interview_draw; ids jsonb; at integer; who uuid; may boolean;
begin
  select i.* into gone from study_interview i where i.id = of_interview;
  select q.* into d from study_interview_draw q where q.id = gone.draw_id for update;
  ids := d.drawn_order -> gone.stratum;
  loop
    select coalesce(max(i.place), 0) + 1 into at from study_interview i where i.draw_id = d.id and i.stratum = gone.stratum;
    who := (ids ->> (at - 1))::uuid;
    exit when who is null;
    if d.kind = 'family' and not exists (select from study_participant s where s.id = who) then
      -- Her file was destroyed: her place stays empty.
      ids := ids - (at - 1);
      continue;
    end if;
    may := can_be_called(d.study, case when d.kind = 'family' then who end, case when d.kind = 'professional' then who end);
    insert into study_interview (draw_id, stratum, place, participant_id, membership_id, state, replaces)
    values (d.id, gone.stratum, at, case when d.kind = 'family' then who end, case when d.kind = 'professional' then who end, case when may then 'drawn' else 'stopped' end, gone.id);
    exit when may;
  end loop;
end $$;
comment on function study.call_next is 'Not for the application: calls the next of the stratum in the drawn order.';

-- Which state may follow which is the application's table (rules/interviewMoves.ts); who may write which is told here.
create function study.move_interview(of_interview uuid, from_state text, to_state text, seen_version integer, on_day date, may_quote boolean) returns text
language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); i study_interview; of_study text;
begin
  select q.* into i from study_interview q where q.id = of_interview for update;
  if i.id is null or asker.session_id is null or not (asker.role = 'research_desk'
    or asker.role = 'key_keeper' and i.participant_id is not null and i.state in ('asked', 'invited', 'agreed')
    or i.membership_id = asker.membership_id and i.state in ('invited', 'agreed') and to_state in ('agreed', 'declined')) then
    raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  if i.state <> from_state or i.version <> seen_version then return 'changed-meanwhile'; end if;
  select d.study into of_study from study_interview_draw d where d.id = i.draw_id;
  if to_state in ('asked', 'invited', 'agreed') and not can_be_called(of_study, i.participant_id, i.membership_id) then to_state := 'stopped'; end if;
  update study_interview q set state = to_state, since = app.today(), planned_on = coalesce(on_day, q.planned_on), quotes = case when q.membership_id = asker.membership_id then coalesce(may_quote, q.quotes) else q.quotes end,
    version = q.version + 1 where q.id = i.id;
  update work_item w set closed_at = now(), closed_why = to_state where w.kind in ('study-interview', 'study-interview-family') and w.subject_id = i.id and w.closed_at is null;
  if to_state = 'invited' and i.membership_id is not null then
    insert into work_item (principal, kind, subject_id, due_on) select m.principal, 'study-interview', i.id, app.today() + 14 from membership m where m.id = i.membership_id;
  elsif to_state = 'asked' then
    insert into work_item (principal, kind, subject_id, due_on) select m.principal, 'study-interview-family', i.id, app.today() + 7
    from membership m where m.role = 'key_keeper' and coalesce(m.until, 'infinity') >= app.today();
  end if;
  if to_state in ('declined', 'no_answer', 'stopped') then perform call_next(i.id); end if;
  return case when to_state = 'stopped' and from_state <> 'stopped' then 'stopped' else 'done' end;
end $$;
comment on function study.move_interview is 'A step of an interview: the research desk, the key keeper for a family that she was asked to invite, a professional for herself. Calls the next where it ends without an interview.';

create function study.note_interview(of_interview uuid, of_theme text, is_quote boolean, what text) returns text language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk();
begin
  if not exists (select from study_interview i where i.id = of_interview and i.state in ('agreed', 'held')) then return 'not-held'; end if;
  if not may_read_note(of_interview, is_quote) then return 'no-quotes'; end if;
  insert into study_interview_note (interview_id, theme, quote, text, by) values (of_interview, of_theme, is_quote, trim(what), asker.professional_id);
  return 'done';
end $$;
comment on function study.note_interview is 'Notes what was said, by theme. A quote only while it may be quoted.';

create function study.quote_me(of_interview uuid, may boolean) returns boolean language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); changed integer;
begin
  update study_interview i set quotes = may, version = i.version + 1 where i.id = of_interview and i.membership_id = asker.membership_id and i.state in ('agreed', 'held');
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function study.quote_me is 'A professional allows quoting her, or takes it back; it works at once.';

-- The family that the key keeper was asked to invite: name, and the ways to reach her of which somebody said that they are safe.
create function study.invitations() returns table (id uuid, trajectory_id uuid, state text, version integer, since date, planned_on date, name text, language text, ways text[])
language plpgsql stable security definer set search_path = public, study, trust, app, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.role is distinct from 'key_keeper' then raise exception 'for the key keeper' using errcode = 'insufficient_privilege'; end if;
  return query select i.id, k.trajectory_id, i.state, i.version, i.since, i.planned_on, concat_ws(' ', m.given_name, m.prefix, m.family_name), s.language,
    array(select c.channel || ': ' || c.value || coalesce(' (' || c.safe_moments || ')', '') from family_contact c where c.family_id = m.family_id and c.safe order by c.channel)
  from study_interview i join study_key k on k.participant_id = i.participant_id join family_member m on m.id = k.person_id join study_participant s on s.id = i.participant_id
  where i.state in ('asked', 'invited', 'agreed') and s.state = 'active'
    -- whoever works at the desk too would see both sides
    and not exists (select from membership d where d.professional_id = asker.professional_id and d.role = 'research_desk' and coalesce(d.until, 'infinity') >= app.today())
  order by i.since, i.id;
end $$;
comment on function study.invitations is 'For the key keeper: whom the desk asked her to invite, by name and without pseudonym. Only ways to reach her that are safe.';

create function study.interview_people(of_draw uuid) returns table (membership_id uuid, name text, organisation text, role text)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := study.must_be_desk();
begin
  return query select m.id, p.display_name, o.name, m.role from study_interview i join membership m on m.id = i.membership_id
    join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id where i.draw_id = of_draw;
end $$;
comment on function study.interview_people is 'For the research desk: the professionals that were called, by name.';

-- Withdrawal, a loss and a consent that is taken back stop the asking at once; the next is called and nobody is told why.
create function study.stop_interviews(of_participant uuid, of_study text) returns void language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare one study_interview;
begin
  for one in select i.* from study_interview i join study_interview_draw d on d.id = i.draw_id
      where i.participant_id = of_participant and i.state in ('drawn', 'asked', 'invited', 'agreed') and (of_study is null or d.study = of_study) loop
    update study_interview i set state = 'stopped', since = app.today(), version = i.version + 1 where i.id = one.id;
    update work_item w set closed_at = now(), closed_why = 'stopped' where w.kind = 'study-interview-family' and w.subject_id = one.id and w.closed_at is null;
    perform call_next(one.id);
  end loop;
end $$;
comment on function study.stop_interviews is 'Not for the application: who is asked no more is called for no interview.';

create function study.interviews_follow_participant() returns trigger language plpgsql security definer set search_path = study, pg_catalog as $$
begin perform stop_interviews(new.id, null); return null; end $$;
comment on function study.interviews_follow_participant is 'Who withdrew or whose taking part ended is asked for no interview.';
create trigger w_stop_interviews after update of state on study_participant for each row when (new.state <> 'active' and old.state = 'active') execute function study.interviews_follow_participant();

create function study.interviews_follow_participation() returns trigger language plpgsql security definer set search_path = study, pg_catalog as $$
begin perform stop_interviews(new.participant_id, new.study); return null; end $$;
comment on function study.interviews_follow_participation is 'Who withdrew from a study is asked for no interview of it.';
create trigger w_stop_interviews after update of withdrawn_on on study_participation for each row when (new.withdrawn_on is not null and old.withdrawn_on is null) execute function study.interviews_follow_participation();

create function study.interviews_follow_consent() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  perform stop_interviews(k.participant_id, null) from study_key k where k.trajectory_id = new.trajectory_id and k.person_id = new.about_person;
  return null;
end $$;
comment on function study.interviews_follow_consent is 'Who does not want to be asked for an interview any more is not.';
create trigger w_stop_interviews after update of withdrawn_on on consent for each row when (new.purpose = 'study_interview' and new.withdrawn_on is not null and old.withdrawn_on is null) execute function study.interviews_follow_consent();

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'study' and p.proname in ('may_read_note', 'interview_list', 'keep_draw', 'can_be_called',
    'call_next', 'move_interview', 'note_interview', 'quote_me', 'invitations', 'interview_people', 'stop_interviews', 'interviews_follow_participant', 'interviews_follow_participation', 'interviews_follow_consent')
  loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function study.may_read_note, study.interview_list, study.keep_draw, study.move_interview, study.note_interview, study.quote_me, study.invitations, study.interview_people to wieg_app;
