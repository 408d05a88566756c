-- Up Migration
-- What comes due: proposed to the privacy officer some time before, held where there is a reason, destroyed after its day.
create table retention_due (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  kind text not null,
  keep_until date not null,
  found_on date not null default app.today(),
  state text not null default 'proposed' check (state in ('proposed', 'held', 'destroyed', 'living')),
  held_because text check (held_because in ('complaint', 'claim', 'inspection', 'care_goes_on', 'study')),
  held_until date,
  held_by uuid references professional,
  settled_at timestamptz,
  version integer not null default 1,
  check ((state = 'held') = (held_because is not null and held_until is not null))
);
create unique index retention_due_open on retention_due (trajectory_id, kind) where state in ('proposed', 'held');
create index retention_due_by_day on retention_due (keep_until, id) where state in ('proposed', 'held');
comment on table retention_due is 'A kind of record of a line of which the term ends: what the privacy officer sees coming, and what the night destroys.';
comment on column retention_due.id is 'Random id.';
comment on column retention_due.trajectory_id is 'The line; refers to nothing once it is destroyed.';
comment on column retention_due.kind is 'Kind of record.';
comment on column retention_due.keep_until is 'Last day on which it must be kept.';
comment on column retention_due.found_on is 'When it was proposed.';
comment on column retention_due.state is 'proposed; held by the privacy officer; destroyed; living: something was recorded meanwhile, so the term began anew.';
comment on column retention_due.held_because is 'Why it is held.';
comment on column retention_due.held_until is 'Until when it is held; then it is proposed again.';
comment on column retention_due.held_by is 'Which privacy officer.';
comment on column retention_due.settled_at is 'When destroyed, or found living.';
comment on column retention_due.version is 'Raised by one at each change.';
alter table retention_due enable row level security;
alter table retention_due force row level security;
create policy guard on retention_due to wieg_guard using (true) with check (true);
create policy owner on retention_due to wieg_owner using (true) with check (true);
create policy see on retention_due for select to wieg_app using ((select trust.my_role()) = 'privacy_officer');
grant select on retention_due to wieg_app;
insert into protected_table (name, part, scope) values ('retention_due', 'identity', 'own');

create table retention_cursor (
  only_row boolean primary key default true check (only_row),
  after_day date not null default '1800-01-01',
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  walked_on date
);
comment on table retention_cursor is 'How far the nightly walk over old lines came: broken off, it goes on there.';
comment on column retention_cursor.only_row is 'Keeps this table at one row.';
comment on column retention_cursor.after_day is 'Day of the last line looked at.';
comment on column retention_cursor.after_id is 'The last line looked at.';
comment on column retention_cursor.walked_on is 'Day on which the walk came to its end.';
insert into retention_cursor default values;

create function trust.retention_candidates(most integer) returns table (trajectory_id uuid, kind text, made date, last_change date, line_ended date)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare at retention_cursor; ids uuid[]; last_day date;
begin
  select * into at from retention_cursor for update; -- one walker at a time
  if at.walked_on > app.today() - 7 then return; end if;
  select array_agg(t.id order by t.looked, t.id), max(t.looked) into ids, last_day from (
    select l.id, coalesce(l.day, '1900-01-01'::date) as looked from trajectory l
    where coalesce(l.day, '1900-01-01'::date) < app.today() - 365 and (coalesce(l.day, '1900-01-01'::date), l.id) > (at.after_day, at.after_id)
    order by 2, 1 limit most) t;
  if ids is null then
    update retention_cursor set after_day = default, after_id = default, walked_on = app.today();
    return;
  end if;
  update retention_cursor set after_day = last_day, after_id = ids[cardinality(ids)];
  return query select one.id, f.kind, f.made, f.last_change, f.line_ended from unnest(ids) as one(id) cross join lateral trust.retention_facts(one.id) f
    where not exists (select from retention_due d where d.trajectory_id = one.id and d.kind = f.kind and d.state in ('proposed', 'held'));
end $$;
comment on function trust.retention_candidates is 'The next lines of the nightly walk, with what the rule has to know of them: dates alone. None: the walk is done, and begins again after a week.';
create index trajectory_by_age on trajectory (coalesce(day, '1900-01-01'::date), id);

create function trust.propose_destruction(of_line uuid, of_kind text, until date) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare n integer;
begin
  if until is null or until < trust.keep_until(of_line, of_kind) then raise exception 'not due yet' using errcode = 'check_violation'; end if;
  insert into retention_due (trajectory_id, kind, keep_until) values (of_line, of_kind, until) on conflict do nothing;
  get diagnostics n = row_count;
  return n = 1;
end $$;
comment on function trust.propose_destruction is 'Puts a kind of record of a line on the list of the privacy officer; refused before the law allows it.';

create function trust.due_to_destroy(most integer) returns setof uuid language plpgsql security definer set search_path = public, pg_catalog as $$
begin return query select id from retention_due where state = 'proposed' and keep_until < app.today() and found_on <= app.today() - 30
    and not exists (select from destruction_request r where r.trajectory_id = retention_due.trajectory_id and r.state = 'confirmed')
  order by keep_until, id limit most; end $$;
comment on function trust.due_to_destroy is 'What the night destroys: past its day, and seen coming by the privacy officer for a month.';

create function trust.destroy_due(of_due uuid) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare due retention_due; made destroyed_file;
begin
  select * into due from retention_due where id = of_due and state = 'proposed' and keep_until < app.today() and found_on <= app.today() - 30 for update skip locked;
  if due.id is null then return 'settled'; end if;
  perform from trajectory where id = due.trajectory_id for update;
  if coalesce(trust.keep_until(due.trajectory_id, due.kind), '1900-01-01') >= app.today() then
    update retention_due set state = 'living', settled_at = now(), version = version + 1 where id = due.id;
    return 'living';
  end if;
  made := trust.destroy_file(due.trajectory_id, 'term', null, array[due.kind], null);
  update retention_due set state = 'destroyed', settled_at = now(), version = version + 1 where id = due.id;
  return 'destroyed';
end $$;
comment on function trust.destroy_due is 'Destroys one kind of record of one line, if it is still due: what changed meanwhile lives on.';

-- Most questions never become a line, so no walk over lines finds them. They are few, short and closed: nobody is asked first.
create function trust.destroy_questions(most integer) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare period retention_period := period_of('question'); ids uuid[]; steps integer;
begin
  ids := array(select r.id from help_request r where r.state = 'closed' and (greatest(r.received_on, r.answered_on,
      (select max(e.on_day) from help_request_event e where e.request_id = r.id)) + make_interval(months => period.months))::date < app.today()
    order by r.received_on, r.id limit most for update skip locked);
  if ids = '{}' then return 0; end if;
  insert into destroyed_file (why, kinds) values ('term', '{question}');
  delete from help_request_event e where e.request_id = any(ids);
  get diagnostics steps = row_count;
  delete from help_draft d where d.request_id = any(ids);
  delete from work_item w where w.subject_id = any(ids);
  delete from help_request r where r.id = any(ids);
  update destroyed_file set records = jsonb_build_object('help_request', cardinality(ids), 'help_request_event', steps) where xid = pg_current_xact_id();
  perform record('job.record-destroyed', 'done', '{}', null, 'term', 'destroy-records', null);
  return cardinality(ids);
end $$;
comment on function trust.destroy_questions is 'Destroys questions of the front door that were closed longer ago than they are kept, with the proof and the trail of it. How many.';

create function trust.end_holds() returns integer language plpgsql security definer set search_path = public, pg_catalog as $$
declare n integer;
begin
  update retention_due set state = 'proposed', held_because = null, held_until = null, held_by = null, version = version + 1 where state = 'held' and held_until < app.today();
  get diagnostics n = row_count;
  insert into work_item as w (principal, kind, subject_id, due_on, facts)
  select t.principal, 'retention.due', '00000000-0000-0000-0000-000000000001', min(d.keep_until) + 1, jsonb_build_object('files', count(*))
  from team t cross join retention_due d where t.role = 'privacy_officer' and d.state = 'proposed' group by t.principal
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
  if not exists (select from retention_due where state = 'proposed') then
    update work_item set closed_at = now(), closed_why = 'done' where kind = 'retention.due' and closed_at is null;
  end if;
  return n;
end $$;
comment on function trust.end_holds is 'A hold ends by its date; the privacy officers are told what comes due.';

create function trust.hold_due(of_due uuid, why text, until date, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); n integer;
begin
  if asker.role is distinct from 'privacy_officer' then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  if until <= app.today() or until > app.today() + 1830 then raise exception 'not a term to hold' using errcode = 'check_violation'; end if;
  update retention_due set state = 'held', held_because = why, held_until = until, held_by = asker.professional_id, version = version + 1
  where id = of_due and state in ('proposed', 'held') and version = seen_version;
  get diagnostics n = row_count;
  return n = 1;
end $$;
comment on function trust.hold_due is 'The privacy officer keeps back what would be destroyed, with a reason and a day.';

create function trust.release_due(of_due uuid, seen_version integer) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); n integer;
begin
  if asker.role is distinct from 'privacy_officer' then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  update retention_due set state = 'proposed', held_because = null, held_until = null, held_by = null, version = version + 1 where id = of_due and state = 'held' and version = seen_version;
  get diagnostics n = row_count;
  return n = 1;
end $$;
comment on function trust.release_due is 'Takes back a hold.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.retention_candidates(integer)', 'trust.propose_destruction(uuid, text, date)', 'trust.due_to_destroy(integer)', 'trust.destroy_due(uuid)',
    'trust.destroy_questions(integer)', 'trust.end_holds()', 'trust.hold_due(uuid, text, date, integer)', 'trust.release_due(uuid, integer)']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.hold_due, trust.release_due to wieg_app;
grant execute on function trust.retention_candidates, trust.propose_destruction, trust.due_to_destroy, trust.destroy_due, trust.end_holds, trust.destroy_questions to wieg_worker;
