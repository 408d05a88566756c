-- Up Migration
-- Who may put what work before whom, and take it away. Involved is not enough: the kind must be one of the asker's own parts, it goes to
-- nobody but who has to do with the line, and its facts hold no stories.
create table app.work_kind (
  name text primary key,
  parts smallint[] not null
);
comment on table app.work_kind is 'The kinds of work that the application itself puts and takes away, written at each migration from src/main/workKinds.ts.';
comment on column app.work_kind.name is 'Kind, as in work_item.';
comment on column app.work_kind.parts is 'Who may write one of these parts may put it and take it away; empty: it is put by the database alone, and each takes it off her own list.';

create function trust.may_move_work(of_trajectory uuid, of_kind text) returns boolean
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return exists (select from work_kind k join role_part p on p.part = any(k.parts) and p.role = asker.role and p.may_write and not p.own_only where k.name = of_kind)
    and exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today());
end $$;
comment on function trust.may_move_work is 'Not for the application: whether the asker is involved with the line and her role writes a part that this kind of work belongs to.';

create function trust.organisation_of(of_principal integer) returns uuid language sql stable security definer set search_path = public, pg_catalog as $$
  select organisation_id from (
    select t.organisation_id, t.role from team t where t.principal = of_principal
    union all select m.organisation_id, m.role from membership m where m.principal = of_principal) whom
  where exists (select from role_part p where p.role = whom.role)
  union all select o.id from organisation o where o.principal = of_principal $$;
comment on function trust.organisation_of is 'Not for the application: the organisation of a team, of someone''s job, or itself. Empty for a role that never works with families.';

create function trust.plain_facts(facts jsonb) returns boolean language sql immutable set search_path = pg_catalog as $$
  select case when jsonb_typeof(facts) <> 'object' then false else length(facts::text) <= 2000 and not exists (
    select from jsonb_each(facts) f where f.key !~ '^[a-zA-Z]{1,30}$' or jsonb_typeof(f.value) not in ('string', 'number', 'null') or length(f.value #>> '{}') > 200) end $$;
comment on function trust.plain_facts is 'A few codes, days, numbers and names of organisations, by plain names: no lists, nothing within, nothing long.';

create or replace function trust.put_work(for_principal integer, of_trajectory uuid, of_kind text, of_subject uuid, on_side text, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); worker uuid := trust.organisation_of(for_principal);
begin
  if not trust.may_move_work(of_trajectory, of_kind) then raise exception 'not work of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  if not coalesce(trust.plain_facts(with_facts) and due between app.today() - 1500 and app.today() + 1500, false) then
    raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  if worker is null or (worker <> asker.organisation_id
    and not exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = worker)
    and not exists (select from care_relation r where r.trajectory_id = of_trajectory and r.organisation_id = worker)
    and not exists (select from relation_offer o where o.trajectory_id = of_trajectory and o.organisation_id = worker)) then
    raise exception 'not someone of this line' using errcode = 'insufficient_privilege'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  values (for_principal, of_trajectory, of_kind, of_subject, on_side, due, with_facts)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;

create or replace function trust.close_work(of_trajectory uuid, of_kind text, of_subject uuid, why text) returns integer
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare
  mine integer[] := trust.my_principals();
  every_list boolean := trust.may_move_work(of_trajectory, of_kind);
  involved boolean := exists (select from access_grant g where g.principal = any(mine) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today());
  closed integer;
begin
  if not exists (select from work_kind k where k.name = of_kind) or not coalesce(why ~ '^[a-z_-]{1,40}$', false) then
    raise exception 'not work that the application closes' using errcode = 'insufficient_privilege'; end if;
  if not involved and not exists (select from work_item w where w.trajectory_id = of_trajectory and w.principal = any(mine)) then
    raise exception 'not involved' using errcode = 'insufficient_privilege'; end if;
  update work_item w set closed_at = now(), closed_why = why
  where w.trajectory_id = of_trajectory and w.kind = of_kind and (of_subject is null or w.subject_id = of_subject) and w.closed_at is null
    and (every_list or w.principal = any(mine)
      -- who was asked something and is not involved (yet) answers it: for who asked it waits no longer either
      or not involved and exists (select from work_item a where a.trajectory_id = of_trajectory and a.subject_id = of_subject and a.principal = any(mine)
        and split_part(a.kind, '.', 1) = split_part(of_kind, '.', 1)));
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function trust.close_work is 'Takes a piece of work off every list it stands on, by who may write its part; others take it off their own.';

create or replace function trust.tell_involved(of_trajectory uuid, of_kind text, of_subject uuid, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  if not trust.may_move_work(of_trajectory, of_kind) then raise exception 'not work of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  if not coalesce(trust.plain_facts(with_facts), false) then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, due_on, facts)
  select told.principal, of_trajectory, of_kind, of_subject, due, with_facts from (
    select g.principal from access_grant g where g.trajectory_id = of_trajectory and g.part = 1 and g.own_person is null and g.until >= app.today()
    union
    select m.principal from trajectory t join team m on m.organisation_id = t.author_organisation_id
      join role_part p on p.role = m.role and p.part = 1 and p.may_read where t.id = of_trajectory) as told
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;

create or replace function trust.tell_asking_of_visit(of_visit uuid, of_kind text, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not coalesce(trust.plain_facts(with_facts), false) then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, v.trajectory_id, of_kind, v.id, 'mine', due, with_facts
  from home_visit v join membership m on m.id = v.asked_by
  where v.id = of_visit and v.asked_organisation_id = asker.organisation_id and of_kind = 'home-visit.declined'
    and exists (select from role_part p where p.role = asker.role and p.part = trust.part('exploration') and p.may_write)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;

create or replace function trust.settle_route_step(of_trajectory uuid, of_step text, of_outcome text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); made uuid; newest route_step; began timestamptz;
begin
  if not trust.may_move_work(of_trajectory, 'route.' || of_step) then raise exception 'not a step of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended('route_step ' || of_trajectory, 0));
  select * into newest from route_step s where s.trajectory_id = of_trajectory and s.step = of_step order by s.number desc limit 1;
  select c.since_at into began from category_route c where c.trajectory_id = of_trajectory order by c.number desc limit 1;
  if newest.outcome = of_outcome and newest.created_at >= coalesce(began, '-infinity') then return null; end if;
  if newest.id is null and of_outcome = 'reopened' then return null; end if;
  insert into route_step (trajectory_id, step, outcome, author_organisation_id) values (of_trajectory, of_step, of_outcome, asker.organisation_id)
  returning id into made;
  return made;
end $$;

alter function trust.may_move_work owner to wieg_guard;
alter function trust.organisation_of owner to wieg_guard;
alter function trust.plain_facts owner to wieg_guard;
