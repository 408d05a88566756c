-- Up Migration
-- Where every family stands on the route Geboortezorg Flex [001 ch. 4; issue: the route as a picture].
create function trust.route_stage(is_over boolean, category text, visit text, has_plan boolean, in_pillar_1 boolean, in_pillar_2 boolean, no_place boolean, care boolean)
returns text language sql immutable set search_path = pg_catalog as $$
  select case
    when is_over then null
    when in_pillar_2 then 'flexible'
    when in_pillar_1 then case when care then 'maternity' else 'placed' end
    when no_place then 'support'
    when category is null then 'intake'
    when category = 'a' then 'self_reliant'
    when visit = 'asked' then 'visit_asked'
    when visit <> 'held' then 'ask_visit'
    when not has_plan then 'agreements'
    when category = 'b' then 'support'
    else 'decision' end $$;
comment on function trust.route_stage is 'The same as rules/stageOf.ts: where a family stands on the route. A test walks both.';

-- Under the asker's own policies: what she may not read counts as not there, so only who reads every part of the route is shown families by it.
create view flow_line with (security_invoker = true) as
  select f.*, trust.route_stage(f.is_over, f.category, f.visit, f.plan_on is not null, f.place_1_on is not null, f.place_2_on is not null, f.refused_on is not null, f.care_on is not null) as stage,
    case when f.place_2_on is not null then f.place_2_on when f.place_1_on is not null then coalesce(f.care_on, f.place_1_on) when f.refused_on is not null then f.refused_on
      when f.category is null then f.begun_on when f.category = 'a' then f.category_on when f.visit = 'asked' then f.visit_on when f.visit = 'none' then f.category_on
      else greatest(f.visit_on, f.plan_on) end as since
  from (
    select t.id as trajectory_id, t.family_id,
      -- Flexible care that was rounded off is the end of the route [domain 4.3].
      t.state = 'ended' or t.loss_on is not null or l.flexible_ended as is_over, coalesce((select min(r.since) from care_relation r where r.trajectory_id = t.id), (t.created_at at time zone 'Europe/Amsterdam')::date) as begun_on,
      c.category, c.since as category_on, coalesce(v.state, 'none') as visit, v.day as visit_on, p.plan_on, l.place_1_on, l.place_2_on, l.programme_id, d.refused_on, k.care_on
    from trajectory t
    left join lateral (select r.category, r.since from category_route r where r.trajectory_id = t.id order by r.number desc limit 1) c on true
    left join lateral (
      select case when h.held_on is not null then 'held' else 'asked' end as state, coalesce(h.held_on, h.requested_on) as day from home_visit h
      where h.trajectory_id = t.id and h.state not in ('declined', 'cancelled') order by h.held_on is null, h.number desc limit 1) v on true
    left join lateral (select min(n.agreed_on) as plan_on from plan_version n where n.trajectory_id = t.id) p on true
    left join lateral (
      select min(a.taken_on) filter (where a.pillar = 1) as place_1_on, min(a.taken_on) filter (where a.pillar = 2) as place_2_on, (array_agg(o.programme_id))[1] as programme_id,
        coalesce(bool_or(exists (select from flexible_decision e where e.place_id = a.id and e.kind = 'ended')), false) as flexible_ended
      from programme_place a join place_pool o on o.id = a.pool_id where a.trajectory_id = t.id and a.state = 'taken') l on true
    left join lateral (select max(e.decided_on) as refused_on from programme_decision e where e.trajectory_id = t.id and e.outcome = 'no_place') d on true
    left join lateral (select min(s.started_at)::date as care_on from care_visit s where s.trajectory_id = t.id and s.state = 'delivered') k on true) f;
comment on view flow_line is 'Each line with where it stands on the route and since when, as far as the asker may see.';
grant select on flow_line to wieg_app, wieg_guard;

create function trust.route_numbers(of_programme uuid) returns table (stage text, families integer, days integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare every boolean := trust.sees_small_counts(of_programme); area text[];
begin
  select array(select jsonb_array_elements_text(v.settings -> 'area' -> 'municipalities')) into area
  from programme_version v where v.programme_id = of_programme and v.starts_on <= app.today() and v.withdrawn_at is null order by v.starts_on desc limit 1;
  return query
  select f.stage, case when every then count(*) when count(*) >= 10 then count(*) / 5 * 5 end::integer,
    case when every or count(*) >= 10 then percentile_disc(0.5) within group (order by greatest(0, app.today() - f.since)) end::integer
  from flow_line f
  where f.stage is not null and (f.programme_id = of_programme or f.programme_id is null and (
    select a.municipality_code from family_address a where a.family_id = f.family_id and a.until is null order by a.since desc limit 1) = any(area))
  group by 1;
end $$;
comment on function trust.route_numbers is 'Families at each step of the route, in the area of a programme: for its coordinator as they are; for the project group in fives, and never fewer than ten.';
alter function trust.route_stage owner to wieg_guard;
alter function trust.route_numbers owner to wieg_guard;
grant execute on function trust.route_stage, trust.route_numbers to wieg_app, wieg_worker;
