-- Up Migration
-- Steering by the project group, monthly [001 ch. 6, 7.1; domain 4.4]: what it expects, what came of it, what it does about it.
-- Nothing here is of a family: numbers by municipality and pillar.

-- Who steers a programme: the project group, the coordinator of its maternity care, and (reading) the research desk.
create function trust.reads_steering(of_programme uuid) returns boolean
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select coalesce(a.role in ('project_group', 'research_desk') or a.role = 'maternity_coordinator' and exists (
    select from programme_version v where v.programme_id = of_programme and v.starts_on <= app.today()
      and (v.settings -> 'maternityCare' ->> 'organisationId')::uuid = a.organisation_id), false)
  from trust.asker() a $$;
comment on function trust.reads_steering is 'Whether the asker sees the uncut figures of a programme [domain 5.4].';

create function trust.must_steer(of_programme uuid) returns trust.asker
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role <> 'project_group' or not exists (select from programme p where p.id = of_programme) then
    raise exception 'the project group decides' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_steer is 'Raises insufficient_privilege unless the asker sits in the project group.';

create table steering_inflow (
  programme_id uuid not null references programme,
  pillar smallint not null,
  municipality_code text not null,
  entry text not null,
  month date not null check (extract(day from month) = 1),
  given integer not null default 0 check (given >= 0),
  given_back integer not null default 0 check (given_back between 0 and given),
  primary key (programme_id, pillar, municipality_code, entry, month)
);
comment on table steering_inflow is 'Places given by month, municipality, pillar and way of entering: kept with each place in its own transaction, so that a page never counts families.';
comment on column steering_inflow.programme_id is 'The programme.';
comment on column steering_inflow.pillar is 'The pillar.';
comment on column steering_inflow.municipality_code is 'Where the family lived on the day of the decision.';
comment on column steering_inflow.entry is 'direct or flow_on.';
comment on column steering_inflow.month is 'First day of the month in which the places were given.';
comment on column steering_inflow.given is 'Places given, also those given back later: it never becomes less.';
comment on column steering_inflow.given_back is 'Of these, given back since.';

create function trust.keep_steering_inflow() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into steering_inflow as i (programme_id, pillar, municipality_code, entry, month, given, given_back)
  select o.programme_id, new.pillar, new.municipality_code, new.entry, date_trunc('month', new.taken_on)::date, 1, (new.state = 'given_back')::integer
  from place_pool o where o.id = new.pool_id
  on conflict (programme_id, pillar, municipality_code, entry, month) do update set
    given = i.given + case tg_op when 'INSERT' then 1 else 0 end,
    given_back = i.given_back + excluded.given_back - case when tg_op = 'UPDATE' and old.state = 'given_back' then 1 else 0 end;
  return null;
end $$;
comment on function trust.keep_steering_inflow is 'Counts a place when it is given and when it is given back.';
create trigger y_keep_steering_inflow after insert or update of state on programme_place for each row execute function trust.keep_steering_inflow();

create function trust.rebuild_steering_inflow() returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  lock table steering_inflow in exclusive mode;
  delete from steering_inflow;
  insert into steering_inflow (programme_id, pillar, municipality_code, entry, month, given, given_back)
  select o.programme_id, p.pillar, p.municipality_code, p.entry, date_trunc('month', p.taken_on)::date, count(*), count(*) filter (where p.state = 'given_back')
  from programme_place p join place_pool o on o.id = p.pool_id group by 1, 2, 3, 4, 5;
end $$;
comment on function trust.rebuild_steering_inflow is 'Counts all inflow anew from the places themselves.';

create table expected_version (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  number integer not null,
  reason text not null check (length(trim(reason)) between 3 and 2000),
  decided_by uuid not null references professional,
  decided_on date not null default app.today(),
  created_at timestamptz not null default now(),
  unique (programme_id, number)
);
comment on table expected_version is 'What inflow the project group expects, as it set it on a day, with its reason. The newest counts; earlier ones stay [001 7.1].';
comment on column expected_version.id is 'Random id.';
comment on column expected_version.programme_id is 'The programme.';
comment on column expected_version.number is 'Running number within the programme.';
comment on column expected_version.reason is 'Why this pattern.';
comment on column expected_version.decided_by is 'Who recorded it for the project group.';
comment on column expected_version.decided_on is 'Day.';
comment on column expected_version.created_at is 'When recorded.';

create table expected_inflow (
  version_id uuid not null references expected_version,
  pillar smallint not null check (pillar in (1, 2)),
  municipality_code text not null references municipality,
  month date not null check (extract(day from month) = 1),
  tenths integer not null check (tenths between 0 and 1000000),
  primary key (version_id, pillar, municipality_code, month)
);
comment on table expected_inflow is 'Families expected in a month, in one municipality and pillar.';
comment on column expected_inflow.version_id is 'The pattern it belongs to.';
comment on column expected_inflow.pillar is 'The pillar.';
comment on column expected_inflow.municipality_code is 'The municipality.';
comment on column expected_inflow.month is 'First day of the month.';
comment on column expected_inflow.tenths is 'Families, in tenths: 25 is two and a half.';

create table steering_action (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  deviation text not null check (length(trim(deviation)) between 3 and 2000),
  action text not null check (length(trim(action)) between 3 and 2000),
  owner_membership_id uuid not null references membership,
  due_on date not null,
  done_on date,
  outcome text check (length(trim(outcome)) between 3 and 2000),
  decided_by uuid not null references professional,
  decided_on date not null default app.today(),
  version integer not null default 1,
  check (done_on is null or outcome is not null)
);
create index steering_action_of_programme on steering_action (programme_id, due_on);
comment on table steering_action is 'What the project group does about a deviation: one owner, one day [001 7.1]. Never about a family.';
comment on column steering_action.id is 'Random id.';
comment on column steering_action.programme_id is 'The programme.';
comment on column steering_action.deviation is 'What deviates from what was expected.';
comment on column steering_action.action is 'What is done about it.';
comment on column steering_action.owner_membership_id is 'Who does it.';
comment on column steering_action.due_on is 'By when.';
comment on column steering_action.done_on is 'When it was done; empty while it is open.';
comment on column steering_action.outcome is 'What came of it.';
comment on column steering_action.decided_by is 'Who recorded it.';
comment on column steering_action.decided_on is 'Day on which it was decided.';
comment on column steering_action.version is 'Raised by one at each change.';

create table evaluation_moment (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  planned_on date not null,
  about text not null check (length(trim(about)) between 3 and 2000),
  decision text check (length(trim(decision)) between 3 and 5000),
  decided_on date,
  recorded_by uuid not null references professional,
  version integer not null default 1,
  unique (programme_id, planned_on),
  check ((decision is null) = (decided_on is null))
);
comment on table evaluation_moment is 'A day on which the project group weighs whether to adjust, and what it decided [001 ch. 6].';
comment on column evaluation_moment.id is 'Random id.';
comment on column evaluation_moment.programme_id is 'The programme.';
comment on column evaluation_moment.planned_on is 'Day on which it is held.';
comment on column evaluation_moment.about is 'What is weighed.';
comment on column evaluation_moment.decision is 'What was decided; empty before.';
comment on column evaluation_moment.decided_on is 'Day on which that was recorded.';
comment on column evaluation_moment.recorded_by is 'Who recorded it last.';
comment on column evaluation_moment.version is 'Raised by one at each change.';

do $$ declare t text; begin
  foreach t in array array['expected_version', 'expected_inflow', 'steering_action', 'evaluation_moment', 'steering_inflow'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
  end loop;
  foreach t in array array['expected_version', 'steering_action', 'evaluation_moment', 'steering_inflow'] loop
    execute format('create policy see on %I for select to wieg_app using ((select trust.reads_steering(programme_id)))', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
end $$;
create policy see on expected_inflow for select to wieg_app using (exists (select from expected_version v where v.id = version_id));
grant select on expected_inflow to wieg_app;

create function trust.expect_inflow(of_programme uuid, why text, pattern jsonb) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_steer(of_programme); earlier uuid; made uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('expected ' || of_programme, 0));
  select v.id into earlier from expected_version v where v.programme_id = of_programme order by v.number desc limit 1;
  insert into expected_version (programme_id, number, reason, decided_by)
  select of_programme, coalesce(max(v.number), 0) + 1, why, asker.professional_id from expected_version v where v.programme_id = of_programme returning id into made;
  insert into expected_inflow (version_id, pillar, municipality_code, month, tenths)
  select made, coalesce(n.pillar, e.pillar), coalesce(n.municipality, e.municipality_code), coalesce(n.month, e.month), coalesce(n.tenths, e.tenths)
  from jsonb_to_recordset(pattern) n (pillar smallint, municipality text, month date, tenths integer)
  full join (select * from expected_inflow i where i.version_id = earlier) e on e.pillar = n.pillar and e.municipality_code = n.municipality and e.month = n.month;
  return made;
end $$;
comment on function trust.expect_inflow is 'The next version of what is expected: the earlier one, with what is given in its place.';

create function trust.steering_people(of_programme uuid) returns table (membership_id uuid, name text, role text, organisation text)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select m.id, p.display_name, m.role, o.name from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id
  where trust.reads_steering(of_programme) and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today() and (m.role = 'project_group'
    or m.role = 'maternity_coordinator' and exists (select from programme_version v where v.programme_id = of_programme
      and (v.settings -> 'maternityCare' ->> 'organisationId')::uuid = m.organisation_id))
  order by p.display_name $$;
comment on function trust.steering_people is 'Who can own an action: the project group and the coordinator of the programme''s maternity care.';

create function trust.decide_steering_action(of_programme uuid, what_deviates text, what_is_done text, by_membership uuid, due date) returns uuid
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_steer(of_programme); made uuid;
begin
  if not exists (select from trust.steering_people(of_programme) s where s.membership_id = by_membership) then return null; end if;
  insert into steering_action (programme_id, deviation, action, owner_membership_id, due_on, decided_by)
  values (of_programme, what_deviates, what_is_done, by_membership, due, asker.professional_id) returning id into made;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, null, 'steering-action', made, 'mine', due, jsonb_build_object('since', app.today()) from membership m where m.id = by_membership;
  return made;
end $$;
comment on function trust.decide_steering_action is 'An action with its owner and day, which stands on the owner''s own list. Null when she is nobody of the programme.';

create function trust.end_steering_action(of_action uuid, seen_version integer, what_came text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); held steering_action;
begin
  select * into held from steering_action s where s.id = of_action;
  if held.id is null or not (asker.role = 'project_group' or held.owner_membership_id = trust.my_membership() and trust.reads_steering(held.programme_id)) then
    return 'not-visible'; end if;
  update steering_action set done_on = app.today(), outcome = what_came, version = version + 1
  where id = of_action and version = seen_version and done_on is null;
  if not found then return 'changed-meanwhile'; end if;
  update work_item set closed_at = now(), closed_why = 'done' where kind = 'steering-action' and subject_id = of_action and closed_at is null;
  return 'done';
end $$;
comment on function trust.end_steering_action is 'An action is done, by its owner or the project group, with what came of it.';

create function trust.plan_evaluation_moment(of_programme uuid, planned date, what text) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_steer(of_programme);
begin
  insert into evaluation_moment (programme_id, planned_on, about, recorded_by) values (of_programme, planned, what, asker.professional_id) on conflict do nothing;
  return case when found then 'done' else 'day-taken' end;
end $$;
comment on function trust.plan_evaluation_moment is 'The project group sets a day on which it evaluates.';

create function trust.decide_evaluation_moment(of_moment uuid, seen_version integer, what text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare held evaluation_moment; asker trust.asker;
begin
  select * into held from evaluation_moment e where e.id = of_moment;
  if held.id is null then return 'not-visible'; end if;
  asker := trust.must_steer(held.programme_id);
  update evaluation_moment set decision = what, decided_on = app.today(), recorded_by = asker.professional_id, version = version + 1
  where id = of_moment and version = seen_version and decision is null and planned_on <= app.today();
  return case when found then 'done' else 'changed-meanwhile' end;
end $$;
comment on function trust.decide_evaluation_moment is 'What the project group decided at an evaluation moment; written once.';

do $$ declare f text; begin
  foreach f in array array['reads_steering', 'must_steer', 'keep_steering_inflow', 'rebuild_steering_inflow', 'expect_inflow', 'steering_people', 'decide_steering_action',
    'end_steering_action', 'plan_evaluation_moment', 'decide_evaluation_moment'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.reads_steering, trust.expect_inflow, trust.steering_people, trust.decide_steering_action, trust.end_steering_action,
  trust.plan_evaluation_moment, trust.decide_evaluation_moment to wieg_app;
grant execute on function trust.rebuild_steering_inflow to wieg_worker;
