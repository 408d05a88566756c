-- Up Migration
-- Terms that rest on the dates of the line follow them, whoever changes a date and by whatever way (a form, a caseload file, a birth that
-- is recorded, changed or taken back), in the same transaction. The same reckoning as rules/stepsOf.ts; a test compares the two.
create function trust.next_assessment(assessed_on date, due date, born date) returns date language sql immutable set search_path = pg_catalog as $$
  select case
    when born is not null then case when assessed_on < born then born + 10 end
    when 280 - (due - assessed_on) <= 97 then due - 85
    when 280 - (due - assessed_on) <= 195 then due
    else due + 10 end $$;
comment on function trust.next_assessment is 'Category a: last day of the next assessment, once in each trimester and at the close of the maternity period [domain 3.3].';

create function trust.move_route_terms() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare newest category_route; due date;
begin
  if new.state <> 'open' or new.loss_on is not null then return null; end if;
  select c.* into newest from category_route c where c.trajectory_id = new.id order by c.number desc limit 1;
  if newest.route = 1 then
    due := trust.next_assessment(newest.assessed_on, new.due_date, new.born_on);
    if due is null then
      update work_item w set closed_at = now(), closed_why = 'not-needed' where w.trajectory_id = new.id and w.kind = 'route.reassess' and w.closed_at is null;
    else
      insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
      select t.principal, new.id, 'route.reassess', new.id, 'mine', due, jsonb_build_object('category', newest.category, 'since', newest.since)
      from team t where t.organisation_id = newest.author_organisation_id and t.role = newest.role
      on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on;
    end if;
  elsif newest.route > 1 and new.born_on is null and old.born_on is not null then
    -- a birth that was recorded by mistake took the asking of the visit away
    update work_item w set closed_at = null, closed_why = null where w.id in (
      select max(c.id) from work_item c join team t on t.principal = c.principal and t.organisation_id = newest.author_organisation_id and t.role = newest.role
      where c.trajectory_id = new.id and c.kind = 'route.ask_home_visit' and c.closed_why = 'born'
        and not exists (select from work_item o where o.trajectory_id = new.id and o.kind = c.kind and o.closed_at is null));
  end if;
  return null;
end $$;
comment on function trust.move_route_terms is 'Terms of the route follow the due date and the birth.';
alter function trust.next_assessment owner to wieg_guard;
alter function trust.move_route_terms owner to wieg_guard;
create trigger move_route_terms after update on trajectory for each row
  when (old.due_date is distinct from new.due_date or old.born_on is distinct from new.born_on) execute function trust.move_route_terms();
