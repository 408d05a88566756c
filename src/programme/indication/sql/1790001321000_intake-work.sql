-- Up Migration
-- The intake comes before the maternity-care organisation in good time [001 ch. 6: T1 is measured after it]; the weeks are configuration.
create function trust.open_intakes(of_line uuid) returns table (principal integer, trajectory_id uuid, due_on date)
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  with care as (
    select (v.settings -> 'maternityCare' ->> 'organisationId')::uuid as organisation_id, max((v.settings #>> '{indication,intake,askFromWeek}')::integer) as ask,
      max((v.settings #>> '{indication,intake,dueByWeek}')::integer) as due
    from programme p cross join lateral (select o.settings from programme_version o where o.programme_id = p.id and o.starts_on <= app.today() and o.withdrawn_at is null
      order by o.starts_on desc limit 1) v group by 1
  ), teams as (
    select c.*, coalesce((select t.principal from team t where t.organisation_id = c.organisation_id and t.role = 'maternity_intake'
        and exists (select from membership m where m.organisation_id = t.organisation_id and m.role = t.role and coalesce(m.until, 'infinity') >= app.today())),
      (select t.principal from team t where t.organisation_id = c.organisation_id and t.role = 'maternity_coordinator')) as principal
    from care c
  )
  -- Who came to know the family late has some days for it.
  select c.principal, t.id, greatest(t.due_date - (40 - c.due) * 7 + 6,
    (select min(r.since) from care_relation r where r.trajectory_id = t.id and r.organisation_id = c.organisation_id and coalesce(r.until, 'infinity') >= app.today()) + 10)
  from trajectory t join teams c on c.organisation_id = t.maternity_care_organisation_id and c.principal is not null
  where (of_line is null or t.id = of_line) and t.state = 'open' and t.loss_on is null and t.born_on is null
    and t.due_date - (40 - c.ask) * 7 <= app.today() and t.due_date >= app.today() - 21
    and exists (select from access_grant g where g.principal = c.principal and g.trajectory_id = t.id and g.part = 1 and g.until >= app.today())
    and not exists (select from care_intake i where i.trajectory_id = t.id) $$;
comment on function trust.open_intakes is 'Not for the application: families registered with the maternity care of a programme whose intake is asked for by now and was not held. Nothing after a birth or a loss.';

create function trust.put_intakes(of_line uuid) returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare put integer;
begin
  with wanted as materialized (select * from trust.open_intakes(of_line)), gone as (
    update work_item w set closed_at = now(), closed_why = 'followed'
    where w.kind = 'intake-due' and w.closed_at is null and (of_line is null or w.trajectory_id = of_line)
      and not exists (select from wanted c where c.principal = w.principal and c.trajectory_id = w.trajectory_id)
  )
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select c.principal, c.trajectory_id, 'intake-due', c.trajectory_id, 'mine', c.due_on, jsonb_build_object('dueOn', c.due_on) from wanted c
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.due_on is distinct from excluded.due_on;
  get diagnostics put = row_count;
  return put;
end $$;
comment on function trust.put_intakes is 'Not for the application: puts the intakes of one line or of all before maternity care, and takes off what waits no more.';

create function trust.ask_intakes() returns integer language sql security definer set search_path = trust, pg_catalog as $$ select trust.put_intakes(null) $$;
comment on function trust.ask_intakes is 'Each morning: the intakes whose week has come.';

create function trust.intakes_follow() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.put_intakes((to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end $$;
comment on function trust.intakes_follow is 'An intake that was held, a birth, a loss, an end, another day or organisation: followed at once.';
do $$ declare f text; begin
  foreach f in array array['open_intakes', 'put_intakes', 'ask_intakes', 'intakes_follow'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.ask_intakes to wieg_worker;
create trigger intakes_follow after insert on care_intake for each row execute function trust.intakes_follow('trajectory_id');
create trigger intakes_follow_line after update of state, loss_on, born_on, due_date, maternity_care_organisation_id on trajectory for each row
  when ((old.state, old.loss_on, old.born_on, old.due_date, old.maternity_care_organisation_id)
    is distinct from (new.state, new.loss_on, new.born_on, new.due_date, new.maternity_care_organisation_id)) execute function trust.intakes_follow('id');
