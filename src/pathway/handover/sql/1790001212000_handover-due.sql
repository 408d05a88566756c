-- Up Migration
-- Which handovers are due, from the dates of the line, of whom. The same reckoning as rules/dueHandovers.ts; a test compares the two.
create function trust.serves(organisation uuid, municipality text) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from organisation o where o.id = organisation and o.home_municipality = municipality)
    or exists (select from organisation_area a where a.organisation_id = organisation and a.municipality_code = municipality) $$;
comment on function trust.serves is 'Not for the application: whether an organisation works for this municipality.';

create function trust.due_handovers(of_trajectory uuid) returns table (moment text, organisation_id uuid, opens_on date, due_on date)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with line as (
    select t.*, (t.born_on + interval '2 years')::date + (to_char(t.born_on, 'MMDD') = '0229')::integer as second, n.municipality_code as lives_in, n.since as moved_on, b.municipality_code as lived_in,
      exists (select from birth w where w.trajectory_id = t.id and w.place = 'hospital' and not w.taken_back) as born_in_hospital
    from trajectory t
    left join lateral (select a.municipality_code, a.since from family_address a join municipality m on m.code = a.municipality_code
      where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) n on true
    left join lateral (select a.municipality_code from family_address a where a.family_id = t.family_id and a.until is not null order by a.until desc, a.since desc limit 1) b on true
    where t.id = of_trajectory and t.state = 'open' and t.loss_on is null
  ), involved as (
    select o.id, o.kind, min(r.since) as since from care_relation r join organisation o on o.id = r.organisation_id and o.active
    where r.trajectory_id = of_trajectory and r.basis <> 'agenda' and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today() group by o.id, o.kind
  ), possible as (
    select 'maternity_care' as moment, i.id, case when l.born_on is null then l.due_date - 56 else l.born_on end as opens,
      case when l.born_on is null then l.due_date - 42 else least(l.due_date - 42, l.born_on) end as due, case when l.born_on is null then l.due_date + 15 else l.born_on + 10 end as closes
    from line l cross join involved i where l.due_date is not null and (i.kind = 'midwifery_practice' or i.kind = 'hospital' and not exists (select from involved p where p.kind = 'midwifery_practice'))
    union all select 'youth_health', i.id, l.born_on + 4, l.born_on + 9, l.born_on + 42 from line l cross join involved i where i.kind = 'maternity_care'
    union all select 'first_line', i.id, l.born_on, l.born_on + 3, l.born_on + 42 from line l cross join involved i where i.kind = 'hospital' and l.born_in_hospital
    union all select 'childcare', i.id, l.second - 84, l.second - 28, l.second from line l cross join involved i where i.kind = 'youth_health'
    union all select 'move', i.id, l.moved_on, l.moved_on + 14, l.moved_on + 365 from line l cross join involved i
    where i.kind in ('municipality', 'youth_health', 'midwifery_practice', 'maternity_care') and l.lived_in <> l.lives_in
      and trust.serves(i.id, l.lived_in) and not trust.serves(i.id, l.lives_in) and (i.kind in ('municipality', 'youth_health') or l.born_on is null or app.today() < l.born_on + 42)
  )
  -- who came to the family later has a week: nobody is late on the first day
  select p.moment, p.id, p.opens, greatest(p.due, i.since + 7) from possible p join involved i on i.id = p.id cross join line l
  where p.opens <= app.today() and app.today() < p.closes and not exists (select from handover h where h.trajectory_id = of_trajectory and h.author_organisation_id = p.id
    and h.moment = p.moment and (h.state in ('prepared', 'offered', 'accepted', 'held', 'given') or h.state = 'withdrawn' and h.reason in ('family_no', 'not_needed'))
    and (p.moment <> 'move' or h.municipality_code is not distinct from l.lives_in)) $$;
comment on function trust.due_handovers is 'Not for the application: the standard moments that are here and of which nothing was done yet. After a loss none [domain 3.8, 3.10].';

create function trust.propose_handovers(of_trajectory uuid) returns integer language sql security definer set search_path = public, trust, pg_catalog as $$
  with due as materialized (
    select 'handover.due.' || d.moment as kind, t.principal, d.due_on from trust.due_handovers(of_trajectory) d
      join team t on t.organisation_id = d.organisation_id join role_part p on p.role = t.role and p.part = 5 and p.may_write and not p.own_only
    where (exists (select from access_grant g where g.trajectory_id = of_trajectory and g.principal = t.principal and g.part = 1 and g.own_person is null and g.until >= app.today())
      or exists (select from trajectory l where l.id = of_trajectory and l.author_organisation_id = t.organisation_id))
    and exists (select from membership m where m.organisation_id = t.organisation_id and m.role = t.role and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
  ), gone as (
    update work_item w set closed_at = now(), closed_why = 'not-due' where w.trajectory_id = of_trajectory and w.kind like 'handover.due.%' and w.closed_at is null
      and not exists (select from due d where d.kind = w.kind and d.principal = w.principal)
  ), told as (
    insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select distinct d.principal, of_trajectory, d.kind, of_trajectory, 'mine', d.due_on, jsonb_build_object('dueOn', d.due_on) from due d
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts where w.due_on <> excluded.due_on
    returning 1)
  select count(*)::integer from told $$;
comment on function trust.propose_handovers is 'Not for the application: what is due stands on the lists of who hands over and may know the family, and nothing that is not due any more.';

create function trust.handovers_follow_line() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.propose_handovers(new.id);
  return null;
end $$;
comment on function trust.handovers_follow_line is 'What is due follows the dates of the line, whoever changes them; a loss ends every proposal at once [domain 3.10].';
create trigger handovers_follow_line after update on trajectory for each row when (old.due_date is distinct from new.due_date or old.born_on is distinct from new.born_on
  or old.loss_on is distinct from new.loss_on or old.state <> new.state) execute function trust.handovers_follow_line();

create function trust.handovers_follow_relation() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.propose_handovers(new.trajectory_id);
  return null;
end $$;
comment on function trust.handovers_follow_relation is 'What is due follows what was done.';

-- At the end of the transaction: by then the grants that follow from the relation are there. Of the seats at a line that one transaction wrote, one
-- asks for all: an agenda seats a whole table on thirty lines.
create function trust.handovers_follow_relations() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.basis = 'agenda' and exists (select from care_relation r
      where r.trajectory_id = new.trajectory_id and r.basis = 'agenda' and r.xmin = pg_current_xact_id()::xid and r.id < new.id) then return null; end if;
  perform trust.propose_handovers(new.trajectory_id);
  return null;
end $$;
comment on function trust.handovers_follow_relations is 'What is due follows who is involved; for the seats of an agenda once a line.';
create constraint trigger handovers_follow_relation after insert or update on care_relation deferrable initially deferred for each row execute function trust.handovers_follow_relations();
create trigger propose_after_handover after insert or update of state on handover for each row execute function trust.handovers_follow_relation();

-- A family that moves takes its line along: who does not work where it lives now is asked to hand over [domain 3.8].
create function trust.handovers_follow_address() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.propose_handovers(t.id) from trajectory t where t.family_id = new.family_id and t.state = 'open';
  return null;
end $$;
comment on function trust.handovers_follow_address is 'A move to where an organisation does not work asks it to hand over.';
create trigger handovers_follow_address after insert or update on family_address for each row execute function trust.handovers_follow_address();

create function trust.propose_handovers_of_today(days_back integer) returns integer language sql security definer set search_path = public, trust, pg_catalog as $$
  select coalesce(sum(trust.propose_handovers(l.id)), 0)::integer from (
    select t.id from trajectory t where t.state = 'open' and t.loss_on is null and t.born_on is null and t.due_date between app.today() + 56 - days_back and app.today() + 56
    union select t.id from trajectory t where t.state = 'open' and t.loss_on is null and t.born_on between app.today() - 4 - days_back and app.today() - 4
    union select t.id from trajectory t where t.state = 'open' and t.loss_on is null and t.born_on between (app.today() + 84 - days_back - interval '2 years')::date and (app.today() + 84 - interval '2 years')::date
    union select w.trajectory_id from work_item w where w.kind like 'handover.due.%' and w.closed_at is null) l $$;
comment on function trust.propose_handovers_of_today is 'Daily: the lines of which a moment opened these days, and those of which one may have passed.';

do $$ declare f text; begin
  foreach f in array array['serves(uuid, text)', 'due_handovers(uuid)', 'propose_handovers(uuid)', 'handovers_follow_line()', 'handovers_follow_relation()', 'handovers_follow_relations()',
    'handovers_follow_address()', 'propose_handovers_of_today(integer)'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.propose_handovers_of_today to wieg_worker;
