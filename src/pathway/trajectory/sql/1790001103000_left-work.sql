-- Up Migration
-- What waited for someone who no longer has that job waits for her team from then on; and a team without anyone is told to who can give
-- someone the job. A list that nobody opens loses a signal without a word.
create function trust.heir_of_work(of_principal integer, of_kind text) returns integer
language plpgsql stable security definer set search_path = public, app, pg_catalog as $$
begin
  -- What was between someone and herself (the Meldcode) is nobody's of her team: it goes to the Meldcode officer, or stays.
  return (select t.principal from membership m join team t on t.organisation_id = m.organisation_id
      and t.role = case when of_kind like 'own-%' then 'meldcode_officer' else m.role end
    where m.principal = of_principal and m.until < app.today());
end $$;
comment on function trust.heir_of_work is 'Not for the application: who has the work of a job that has ended. Empty while the job lasts, and when there is nobody.';

create function trust.work_for_who_works_here() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  new.principal := coalesce(trust.heir_of_work(new.principal, new.kind), new.principal);
  return new;
end $$;
comment on function trust.work_for_who_works_here is 'Work put before someone who has left is put before her team.';
create trigger a_for_who_works_here before insert on work_item for each row execute function trust.work_for_who_works_here();

create function trust.hand_over_left_work() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare item work_item; handed integer := 0;
begin
  for item in select w.* from membership m join work_item w on w.principal = m.principal and w.closed_at is null
    where m.until < app.today() and trust.heir_of_work(w.principal, w.kind) is not null order by w.id for update of w
  loop
    update work_item set closed_at = now(), closed_why = 'left' where id = item.id;
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, since, facts)
    values (item.principal, item.trajectory_id, item.kind, item.subject_id, item.side, item.due_on, item.since, item.facts) -- the trigger finds the heir
    on conflict do nothing;
    handed := handed + 1;
  end loop;
  return handed;
end $$;
comment on function trust.hand_over_left_work is 'Work of jobs that have ended goes to their teams, with the term that it had.';

create function trust.watch_empty_teams() returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare today date := app.today();
begin
  with manned as (
    select distinct m.organisation_id, m.role from membership m join organisation o on o.id = m.organisation_id and o.active
    where m.since <= today and coalesce(m.until, 'infinity') >= today
  ), alone as (
    select t.organisation_id, string_agg(t.role, ',' order by t.role) as roles from team t
    where not exists (select from manned m where m.organisation_id = t.organisation_id and m.role = t.role)
      and exists (select from work_item w where w.principal = t.principal and w.closed_at is null and w.side = 'mine'
        and w.kind not like 'own-%' and w.kind not like 'left-work%')
    group by t.organisation_id
  ), told as (
    insert into work_item as w (principal, kind, subject_id, due_on, facts)
    select t.principal, case t.role when 'organisation_admin' then 'left-work' else 'left-work-elsewhere' end, a.organisation_id, today + 1,
      jsonb_build_object('roles', left(a.roles, 200), 'organisation', (select o.name from organisation o where o.id = a.organisation_id))
    from alone a join team t on exists (select from manned m where m.organisation_id = t.organisation_id and m.role = t.role)
      and (t.role = 'organisation_admin' and t.organisation_id = a.organisation_id
        or t.role = 'platform_admin' and not exists (select from manned m where m.organisation_id = a.organisation_id and m.role = 'organisation_admin'))
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.facts <> excluded.facts
  )
  update work_item w set closed_at = now(), closed_why = 'taken-on'
  where w.kind in ('left-work', 'left-work-elsewhere') and w.closed_at is null and not exists (select from alone a where a.organisation_id = w.subject_id);
end $$;
comment on function trust.watch_empty_teams is 'Work that waits for a job that nobody has is told to who can give it to someone: which job, never what or about whom.';

create function trust.keep_left_work() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare handed integer := trust.hand_over_left_work();
begin
  perform trust.watch_empty_teams();
  perform trust.watch_left_families(); -- *_left-families.sql
  return handed;
end $$;
comment on function trust.keep_left_work is 'Daily, and at once when a job or an organisation is ended: no work waits for who has left.';

create function trust.someone_left() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.keep_left_work();
  return null;
end $$;
create trigger someone_left after update of until on membership for each row when (new.until < app.today()) execute function trust.someone_left();
create trigger organisation_closed after update of active on organisation for each row when (old.active and not new.active) execute function trust.someone_left();

-- An emergency of before there was a privacy officer waits for her when she comes.
create function trust.emergencies_for_new_officer() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  insert into work_item (principal, trajectory_id, kind, subject_id, due_on)
  select new.principal, e.trajectory_id, 'emergency-review', e.id, app.today() + 1 from emergency_access e where e.reviewed_at is null;
  perform trust.recompute_grants(e.trajectory_id) from emergency_access e where e.reviewed_at is null;
  return null;
end $$;
create trigger emergencies_for_new_officer after insert on team for each row when (new.role = 'privacy_officer') execute function trust.emergencies_for_new_officer();

do $$ declare f regprocedure; begin
  foreach f in array array['trust.heir_of_work(integer, text)', 'trust.work_for_who_works_here()', 'trust.hand_over_left_work()', 'trust.watch_empty_teams()',
    'trust.keep_left_work()', 'trust.someone_left()', 'trust.emergencies_for_new_officer()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.keep_left_work to wieg_worker;
