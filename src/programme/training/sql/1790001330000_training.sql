-- Up Migration
-- Training and peer review of a maternity-care organisation and its partners [domain 4.6; 001 7.2]. No care data: of colleagues alone.
create table training_session (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('module', 'peer_review')),
  module_code text check (length(module_code) between 2 and 40),
  on_day date not null,
  begins text not null check (begins ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends text not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$' and ends > begins),
  place text not null check (length(trim(place)) between 2 and 200),
  trainer text not null check (length(trim(trainer)) between 2 and 200),
  with_expert boolean not null default false,
  open_to_partners boolean not null default false,
  seats smallint not null check (seats between 1 and 200),
  cancelled boolean not null default false,
  created_by uuid default trust.my_professional() references professional,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((kind = 'module') = (module_code is not null))
);
create index training_session_of_organisation on training_session (organisation_id, on_day);
create index training_session_open on training_session (on_day) where open_to_partners and not cancelled;
comment on table training_session is 'A session of a training, or a peer review (intervisie). No care data.';
comment on column training_session.id is 'Random id.';
comment on column training_session.organisation_id is 'Organisation that holds it.';
comment on column training_session.kind is 'module or peer_review.';
comment on column training_session.module_code is 'Module, a code of the programme''s configuration; empty for a peer review.';
comment on column training_session.on_day is 'Day.';
comment on column training_session.begins is 'From, as hours and minutes.';
comment on column training_session.ends is 'Until, as hours and minutes.';
comment on column training_session.place is 'Where.';
comment on column training_session.trainer is 'Who gives or leads it, by name.';
comment on column training_session.with_expert is 'An expert by experience takes part.';
comment on column training_session.open_to_partners is 'Partners may sign up too, as far as the module is open to their role.';
comment on column training_session.seats is 'How many can take part.';
comment on column training_session.cancelled is 'It does not take place.';
comment on column training_session.created_by is 'Professional who recorded it.';
comment on column training_session.created_at is 'When recorded.';
comment on column training_session.version is 'Raised by one at each change.';

create table training_seat (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references training_session,
  professional_id uuid not null references professional,
  membership_organisation_id uuid not null references organisation,
  state text not null default 'signed_up' check (state in ('signed_up', 'attended', 'absent', 'signed_off')),
  signed_up_at timestamptz not null default now(),
  signed_up_by uuid not null references professional,
  version integer not null default 1
);
create unique index training_seat_once on training_seat (session_id, professional_id);
create index training_seat_of_professional on training_seat (professional_id) where state = 'attended';
comment on table training_seat is 'Someone at a session: signed up, and whether she was there. Who attended a module is trained in it.';
comment on column training_seat.id is 'Random id.';
comment on column training_seat.session_id is 'The session.';
comment on column training_seat.professional_id is 'Who.';
comment on column training_seat.membership_organisation_id is 'For which organisation she came.';
comment on column training_seat.state is 'signed_up, attended, absent, signed_off.';
comment on column training_seat.signed_up_at is 'When.';
comment on column training_seat.signed_up_by is 'By whom: herself, or the coordinator.';
comment on column training_seat.version is 'Raised by one at each change.';

create table training_elsewhere (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  professional_id uuid not null references professional,
  module_code text not null check (length(module_code) between 2 and 40),
  done_on date not null,
  taken_back boolean not null default false,
  recorded_by uuid default trust.my_professional() references professional,
  recorded_at timestamptz not null default now(),
  version integer not null default 1
);
create index training_elsewhere_of_professional on training_elsewhere (professional_id) where not taken_back;
comment on table training_elsewhere is 'A training that someone finished elsewhere, as her coordinator saw the proof of it.';
comment on column training_elsewhere.id is 'Random id.';
comment on column training_elsewhere.organisation_id is 'Organisation where she works.';
comment on column training_elsewhere.professional_id is 'Who.';
comment on column training_elsewhere.module_code is 'Module, a code of the programme''s configuration.';
comment on column training_elsewhere.done_on is 'Day on which it was finished.';
comment on column training_elsewhere.taken_back is 'Recorded by mistake: counts for nothing.';
comment on column training_elsewhere.recorded_by is 'Professional who recorded it.';
comment on column training_elsewhere.recorded_at is 'When recorded.';
comment on column training_elsewhere.version is 'Raised by one at each change.';

create table training_ambassador (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  professional_id uuid not null references professional,
  since date not null default app.today(),
  until date,
  named_by uuid default trust.my_professional() references professional,
  version integer not null default 1,
  check (until is null or until >= since)
);
create unique index training_ambassador_now on training_ambassador (organisation_id, professional_id) where until is null;
comment on table training_ambassador is 'Who goes first and teaches colleagues (train the trainer) [001 7.2].';
comment on column training_ambassador.id is 'Random id.';
comment on column training_ambassador.organisation_id is 'Organisation where she works.';
comment on column training_ambassador.professional_id is 'Who.';
comment on column training_ambassador.since is 'From this day.';
comment on column training_ambassador.until is 'Until this day; empty: still.';
comment on column training_ambassador.named_by is 'Professional who recorded it.';
comment on column training_ambassador.version is 'Raised by one at each change.';

-- The coordinator and the intake of the organisation see all of it, who works there herself; partners what is open to them; nobody else a name.
do $$
declare t text;
  plans text := 'organisation_id = (select trust.my_organisation()) and (select trust.my_role()) in (''maternity_coordinator'', ''maternity_intake'')';
  keeps text := 'organisation_id = (select trust.my_organisation()) and (select trust.my_role()) = ''maternity_coordinator''';
begin
  foreach t in array array['training_session', 'training_seat', 'training_elsewhere', 'training_ambassador'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
  create policy see on training_session for select to wieg_app using (organisation_id = (select trust.my_organisation()) or open_to_partners);
  execute format('create policy see on training_seat for select to wieg_app using (professional_id = (select trust.my_professional())
    or exists (select from training_session s where s.id = session_id and s.%s))', plans);
  foreach t in array array['training_elsewhere', 'training_ambassador'] loop
    execute format('create policy see on %I for select to wieg_app using (professional_id = (select trust.my_professional()) or (%s))', t, plans);
  end loop;
  foreach t in array array['training_session', 'training_elsewhere', 'training_ambassador'] loop
    execute format('create policy add on %I for insert to wieg_app with check (%s)', t, keeps);
    execute format('create policy change on %I for update to wieg_app using (%s) with check (%s)', t, keeps, keeps);
    execute format('grant insert, update on %I to wieg_app', t);
  end loop;
end $$;

create function trust.take_seat(of_session uuid, of_professional uuid) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); s training_session; come_from uuid; seat training_seat;
begin
  select * into s from training_session t where t.id = of_session
    and (t.organisation_id = asker.organisation_id or t.open_to_partners) for update; -- the last seat goes to one
  if asker.session_id is null or s.id is null then return 'session-not-found'; end if;
  if s.cancelled or s.on_day < app.today() then return 'over'; end if;
  if of_professional <> asker.professional_id and (asker.role <> 'maternity_coordinator' or s.organisation_id <> asker.organisation_id
    or not exists (select from membership m where m.professional_id = of_professional and m.organisation_id = asker.organisation_id
      and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())) then return 'not-a-colleague'; end if;
  come_from := asker.organisation_id;
  select * into seat from training_seat e where e.session_id = s.id and e.professional_id = of_professional;
  if seat.state in ('signed_up', 'attended') then return 'already'; end if;
  if (select count(*) from training_seat e where e.session_id = s.id and e.state in ('signed_up', 'attended')) >= s.seats then return 'full'; end if;
  if seat.id is null then insert into training_seat (session_id, professional_id, membership_organisation_id, signed_up_by) values (s.id, of_professional, come_from, asker.professional_id);
  else update training_seat set state = 'signed_up', signed_up_at = now(), signed_up_by = asker.professional_id, version = version + 1 where id = seat.id; end if;
  return 'done';
end $$;
comment on function trust.take_seat is 'Signs someone up for a session while there is a seat: herself, or a colleague by the coordinator.';

create function trust.leave_seat(of_session uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare changed integer;
begin
  update training_seat e set state = 'signed_off', version = e.version + 1 from training_session s
  where s.id = e.session_id and s.id = of_session and s.on_day >= app.today() and e.professional_id = trust.my_professional() and e.state = 'signed_up';
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function trust.leave_seat is 'The asker signs off from a session that is still to come.';

create function trust.note_attendance(of_session uuid, were_there uuid[]) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); s training_session;
begin
  select * into s from training_session t where t.id = of_session and t.organisation_id = asker.organisation_id for update;
  if s.id is null or asker.role <> 'maternity_coordinator' then return 'session-not-found'; end if;
  if s.cancelled or s.on_day > app.today() then return 'not-yet-held'; end if;
  update training_seat e set state = case when e.id = any(were_there) then 'attended' else 'absent' end, version = e.version + 1
  where e.session_id = s.id and e.state <> 'signed_off' and e.state is distinct from case when e.id = any(were_there) then 'attended' else 'absent' end;
  return 'done';
end $$;
comment on function trust.note_attendance is 'Who of those who signed up was there; noted again it is mended.';

create function trust.seats_taken(of_sessions uuid[]) returns table (session_id uuid, taken integer) language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select s.id, count(e.id)::integer from training_session s left join training_seat e on e.session_id = s.id and e.state in ('signed_up', 'attended')
  where s.id = any(of_sessions) and (s.organisation_id = trust.my_organisation() or s.open_to_partners) group by s.id $$;
comment on function trust.seats_taken is 'How many seats are taken of sessions that the asker may see, without who.';

-- Facts for the overview of who steers, and for the work: of the organisations that give maternity care in a programme.
create function trust.training_facts(of_organisation uuid) returns table (professional_id uuid, name text, role text, since date, principal integer, trainings jsonb)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select m.professional_id, p.display_name, m.role, min(m.since), min(m.principal), coalesce((
    select jsonb_agg(jsonb_build_object('module', d.module, 'doneOn', d.done_on)) from (
      select s.module_code as module, s.on_day as done_on from training_seat e join training_session s on s.id = e.session_id and s.kind = 'module' and not s.cancelled
        where e.professional_id = m.professional_id and e.state = 'attended'
      union all select x.module_code, x.done_on from training_elsewhere x where x.professional_id = m.professional_id and not x.taken_back) d), '[]')
  from membership m join professional p on p.id = m.professional_id
  where m.organisation_id = of_organisation and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
  group by m.professional_id, p.display_name, m.role $$;
comment on function trust.training_facts is 'Not for the application: who works at an organisation, and the trainings they finished.';

create function trust.training_counts(of_organisation uuid) returns table (role text, since date, trainings jsonb)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  if coalesce(trust.my_role(), '') <> 'project_group' then raise exception 'for the project group' using errcode = 'insufficient_privilege'; end if;
  return query select f.role, f.since, f.trainings from trust.training_facts(of_organisation) f;
end $$;
comment on function trust.training_counts is 'For who steers the programme: how far the training is, without anybody''s name.';

create function trust.put_training_work(of_organisation uuid, gaps jsonb) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare team_principal integer := (select t.principal from team t where t.organisation_id = of_organisation and t.role = 'maternity_coordinator');
  open integer := jsonb_array_length(gaps);
begin
  update work_item w set closed_at = now(), closed_why = 'trained' where w.kind = 'training-missing' and w.closed_at is null
    and w.principal in (select f.principal from trust.training_facts(of_organisation) f)
    and not exists (select from jsonb_to_recordset(gaps) as g("professionalId" uuid) where g."professionalId" = w.subject_id);
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select f.principal, null, 'training-missing', f.professional_id, 'mine', g.by, jsonb_build_object('modules', g.modules, 'count', g.count)
  from jsonb_to_recordset(gaps) as g("professionalId" uuid, by date, modules text, count integer)
  join trust.training_facts(of_organisation) f on f.professional_id = g."professionalId"
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where (w.due_on, w.facts) is distinct from (excluded.due_on, excluded.facts);
  if open = 0 then update work_item set closed_at = now(), closed_why = 'trained' where kind = 'training-gaps' and subject_id = of_organisation and closed_at is null;
  elsif team_principal is not null then
    insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select team_principal, null, 'training-gaps', of_organisation, 'mine', min(g.by), jsonb_build_object('people', open)
    from jsonb_to_recordset(gaps) as g(by date)
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
      where (w.due_on, w.facts) is distinct from (excluded.due_on, excluded.facts);
  end if;
end $$;
comment on function trust.put_training_work is 'Puts before each colleague what she still has to learn, and before the coordinator how many do; takes off what is done.';

do $$ declare f text; begin
  foreach f in array array['take_seat', 'leave_seat', 'note_attendance', 'seats_taken', 'training_facts', 'training_counts', 'put_training_work'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.take_seat, trust.leave_seat, trust.note_attendance, trust.seats_taken, trust.training_counts to wieg_app;
grant execute on function trust.training_facts, trust.put_training_work to wieg_worker;
