-- Up Migration
-- What happens to a family while visits are planned: a loss, a line that ends, a move. Visits stay as they are; who plans looks at them.
create function trust.put_planned_visits(of_trajectory uuid, because text) returns void language sql security definer set search_path = public, trust, app, pg_catalog as $$
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select t.principal, of_trajectory, 'visits-look-again', of_trajectory, 'mine', app.today() + 1,
    jsonb_build_object('because', because, 'visits', count(*))
  from care_visit v join team t on t.organisation_id = v.author_organisation_id and t.role = 'maternity_coordinator'
  where v.trajectory_id = of_trajectory and v.state = 'planned' and (v.planned_until at time zone 'Europe/Amsterdam')::date >= app.today()
  group by t.principal
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = case when w.facts ->> 'because' = 'loss' then w.facts else excluded.facts end
    where w.trajectory_id = excluded.trajectory_id $$;
comment on function trust.put_planned_visits is 'Not for the application: visits that were planned before something happened to the family come before who plans, once.';

create function trust.visits_follow_line() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.loss_on is not null and old.loss_on is null then perform trust.put_planned_visits(new.id, 'loss'); end if;
  if new.state = 'ended' and old.state = 'open' then perform trust.put_planned_visits(new.id, 'ended'); end if;
  return null;
end $$;
comment on function trust.visits_follow_line is 'After a loss, or when the line ends, who plans looks at what was planned.';

create function trust.visits_follow_move() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.until is null then
    perform trust.put_planned_visits(t.id, 'moved') from trajectory t where t.family_id = new.family_id and t.state = 'open'
      and exists (select from family_address a where a.family_id = new.family_id and a.id <> new.id);
  end if;
  return null;
end $$;
comment on function trust.visits_follow_move is 'A family lives elsewhere: the route of what was planned changes.';

create function trust.visit_asks() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  if new.check_date then
    insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select t.principal, new.trajectory_id, 'visit-check-date', new.id, 'mine', app.today() + 2,
      jsonb_build_object('day', (new.started_at at time zone 'Europe/Amsterdam')::date)
    from team t where t.organisation_id = new.author_organisation_id and t.role = 'maternity_coordinator'
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.trajectory_id = excluded.trajectory_id;
  else
    update work_item w set closed_at = now(), closed_why = 'done' where w.kind = 'visit-check-date' and w.subject_id = new.id and w.trajectory_id = new.trajectory_id
      and w.closed_at is null;
  end if;
  if tg_op = 'UPDATE' and old.state = 'planned' and new.state <> 'planned'
    and not exists (select from care_visit v where v.trajectory_id = new.trajectory_id and v.state = 'planned') then
    update work_item w set closed_at = now(), closed_why = 'done' where w.kind = 'visits-look-again' and w.trajectory_id = new.trajectory_id and w.closed_at is null;
  end if;
  return null;
end $$;
comment on function trust.visit_asks is 'Whether the day is right is asked of who coordinates, until someone says so; what is no longer planned need not be looked at.';

do $$ declare f text; begin
  foreach f in array array['put_planned_visits', 'visits_follow_line', 'visits_follow_move', 'visit_asks'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
create trigger visit_asks after insert or update on care_visit for each row execute function trust.visit_asks();
create trigger visits_follow_line after update on trajectory for each row execute function trust.visits_follow_line();
create trigger visits_follow_move after insert on family_address for each row execute function trust.visits_follow_move();
