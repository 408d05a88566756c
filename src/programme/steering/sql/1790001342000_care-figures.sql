-- Up Migration
-- Hours and waiting times for who steers, counted each morning from the raw lines. Numbers by quarter, never a family. Whoever sees them with small
-- counts hidden (the project group: inflow and places alone are hers uncut [domain 5.4]) gets only quarters that are over.
create table steering_care (
  programme_id uuid not null references programme,
  quarter date not null,
  families integer not null,
  few integer not null,
  indicated_families integer not null,
  indicated_minutes bigint not null,
  delivered_minutes bigint not null,
  refused_minutes bigint not null,
  primary key (programme_id, quarter)
);
comment on table steering_care is 'Maternity care of families with a place in pillar 1, by the quarter in which their tenth day fell. Counted each morning.';
comment on column steering_care.programme_id is 'The programme.';
comment on column steering_care.quarter is 'First day of the quarter in which the tenth day after birth fell.';
comment on column steering_care.families is 'Families of whom the maternity week is over.';
comment on column steering_care.few is 'Of these, with fewer hours than the programme''s least.';
comment on column steering_care.indicated_families is 'Of these, with an indication.';
comment on column steering_care.indicated_minutes is 'Minutes indicated, by the last indication.';
comment on column steering_care.delivered_minutes is 'Minutes delivered on day 1 to 10.';
comment on column steering_care.refused_minutes is 'Planned minutes of visits that the family refused.';

create table steering_flexible (
  programme_id uuid not null references programme,
  quarter date not null,
  families integer not null,
  agreed_minutes bigint not null,
  delivered_minutes bigint not null,
  refused_minutes bigint not null,
  primary key (programme_id, quarter)
);
comment on table steering_flexible is 'Flexible maternity care of families with a place in pillar 2, by the quarter in which the place was taken. Counted each morning.';
comment on column steering_flexible.programme_id is 'The programme.';
comment on column steering_flexible.quarter is 'First day of the quarter in which the place was taken.';
comment on column steering_flexible.families is 'Families with such a place.';
comment on column steering_flexible.agreed_minutes is 'Minutes agreed with them, raised hours with them.';
comment on column steering_flexible.delivered_minutes is 'Minutes given since.';
comment on column steering_flexible.refused_minutes is 'Planned minutes of visits that the family refused.';

create table steering_wait (
  programme_id uuid not null references programme,
  step text not null check (step in ('visit', 'decision', 'care')),
  quarter date not null,
  days integer not null,
  families integer not null,
  primary key (programme_id, step, quarter, days)
);
comment on table steering_wait is 'Days from the first signal to the visit, the decision and the first care: how many families took so many. Counted each morning.';
comment on column steering_wait.programme_id is 'The programme.';
comment on column steering_wait.step is 'What was waited for: visit, decision or care.';
comment on column steering_wait.quarter is 'First day of the quarter in which it came.';
comment on column steering_wait.days is 'Days since the first signal that was discussed with the family.';
comment on column steering_wait.families is 'How many families.';

create table steering_counted (only_row boolean primary key default true check (only_row), counted_at timestamptz not null);
comment on table steering_counted is 'When hours and waiting times were counted last.';
comment on column steering_counted.only_row is 'There is one row.';
comment on column steering_counted.counted_at is 'When.';

do $$ declare t text; begin
  foreach t in array array['steering_care', 'steering_flexible', 'steering_wait', 'steering_counted'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
  end loop;
end $$;
create policy see on steering_counted for select to wieg_app using (true);
grant select on steering_counted to wieg_app;

create function trust.rebuild_steering() returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog set work_mem = '128MB' as $$
begin
  perform trust.rebuild_steering_inflow();
  perform trust.keep_commitments();
  lock table steering_care, steering_flexible, steering_wait in exclusive mode;
  delete from steering_care;
  delete from steering_flexible;
  delete from steering_wait;
  with placed as materialized (
    select o.programme_id, p.trajectory_id, bool_or(p.pillar = 1) as first_pillar, min(d.decided_on) as decided_on,
      min(p.taken_on) filter (where p.pillar = 2) as flexible_since, coalesce(sum(p.agreed_minutes) filter (where p.pillar = 2), 0) as agreed
    from programme_place p join place_pool o on o.id = p.pool_id join programme_decision d on d.id = p.decision_id where p.state = 'taken' group by 1, 2),
  line as materialized (
    select t.id, t.born_on, t.loss_on from trajectory t where t.id in (select trajectory_id from placed)),
  delivered as materialized (
    select h.trajectory_id, min(h.day) filter (where h.minutes > 0) as first_day, sum(h.minutes) filter (where h.day between l.born_on and l.born_on + 9) as minutes,
      coalesce(sum(h.minutes) filter (where h.pillar = 2), 0) as flexible
    from hour_line h join line l on l.id = h.trajectory_id group by 1),
  least as (
    select distinct on (v.programme_id) v.programme_id, (v.settings -> 'steering' ->> 'fewHours')::numeric * 60 as minutes
    from programme_version v where v.starts_on <= app.today() and v.withdrawn_at is null order by v.programme_id, v.starts_on desc),
  cared as (
    select p.programme_id, date_trunc('quarter', l.born_on + 9)::date as quarter, l.id, coalesce(d.minutes, 0) as minutes
    from placed p join line l on l.id = p.trajectory_id left join delivered d on d.trajectory_id = l.id
    where p.first_pillar and l.loss_on is null and l.born_on + 9 < app.today()),
  indicated as (
    select distinct on (i.trajectory_id) i.trajectory_id, i.minutes_after_hospital as minutes from indication i where i.trajectory_id in (select id from cared)
    order by i.trajectory_id, i.created_at desc),
  refused as (
    select v.trajectory_id, sum(extract(epoch from v.planned_until - v.planned_from) / 60) as minutes from care_visit v
    where v.state = 'refused' and v.kind = 'maternity' and v.trajectory_id in (select id from cared) group by 1),
  kept as (
    insert into steering_care (programme_id, quarter, families, few, indicated_families, indicated_minutes, delivered_minutes, refused_minutes)
    select c.programme_id, c.quarter, count(*), count(*) filter (where c.minutes < e.minutes), count(i.trajectory_id), coalesce(sum(i.minutes), 0), sum(c.minutes),
      coalesce(sum(r.minutes), 0)::bigint
    from cared c join least e on e.programme_id = c.programme_id left join indicated i on i.trajectory_id = c.id left join refused r on r.trajectory_id = c.id group by 1, 2),
  declined as (
    select v.trajectory_id, sum(extract(epoch from v.planned_until - v.planned_from) / 60) as minutes from care_visit v
    where v.state = 'refused' and v.kind = 'flexible' group by 1),
  kept_flexible as (
    insert into steering_flexible (programme_id, quarter, families, agreed_minutes, delivered_minutes, refused_minutes)
    select p.programme_id, date_trunc('quarter', p.flexible_since)::date, count(*), sum(p.agreed), coalesce(sum(d.flexible), 0), coalesce(sum(r.minutes), 0)::bigint
    from placed p join line l on l.id = p.trajectory_id left join delivered d on d.trajectory_id = l.id left join declined r on r.trajectory_id = l.id
    where p.flexible_since is not null and l.loss_on is null group by 1, 2),
  started as (
    select s.trajectory_id, min(s.observed_on) as day from signal s where s.state = 'open' and s.discussed_on is not null
      and s.trajectory_id in (select trajectory_id from placed) group by 1),
  visited as (
    select v.trajectory_id, min(v.held_on) as day from home_visit v where v.held_on is not null and v.trajectory_id in (select trajectory_id from placed) group by 1),
  waited as (
    select p.programme_id, e.step, e.day, e.day - s.day as days from placed p join started s on s.trajectory_id = p.trajectory_id
      left join visited v on v.trajectory_id = p.trajectory_id left join delivered d on d.trajectory_id = p.trajectory_id
      cross join lateral (values ('visit', v.day), ('decision', p.decided_on), ('care', d.first_day)) e (step, day)
    where e.day >= s.day)
  insert into steering_wait (programme_id, step, quarter, days, families)
  select w.programme_id, w.step, date_trunc('quarter', w.day)::date, w.days, count(*) from waited w group by 1, 2, 3, 4;
  insert into steering_counted (counted_at) values (now()) on conflict (only_row) do update set counted_at = excluded.counted_at;
end $$;
comment on function trust.rebuild_steering is 'Not for the application: counts every figure of the monthly page anew from the raw lines.';

create function trust.sees_small_counts(of_programme uuid) returns boolean language plpgsql stable security definer set search_path = trust, pg_catalog as $$
begin
  if not trust.reads_steering(of_programme) then raise exception 'for who steers' using errcode = 'insufficient_privilege'; end if;
  return trust.my_role() <> 'project_group';
end $$;
comment on function trust.sees_small_counts is 'Whether the asker sees counts below ten of hours and waiting times: the coordinator and the research desk. Raises for who does not steer.';

create function trust.steering_care(of_programme uuid)
returns table (quarter date, families integer, few integer, indicated_mean integer, delivered_mean integer, indicated_minutes bigint, delivered_minutes bigint, refused_minutes bigint)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare every boolean := trust.sees_small_counts(of_programme);
begin
  return query select c.quarter, c.families, case when every or (c.few >= 10 and c.families - c.few >= 10) then c.few end,
    case when every or c.indicated_families >= 10 then (c.indicated_minutes / nullif(c.indicated_families, 0))::integer end, (c.delivered_minutes / c.families)::integer,
    case when c.indicated_families >= 10 or (every and c.indicated_families > 0) then c.indicated_minutes end, c.delivered_minutes, c.refused_minutes
  from steering_care c where c.programme_id = of_programme and (every or (c.families >= 10 and c.quarter < date_trunc('quarter', app.today()))) order by 1;
end $$;
comment on function trust.steering_care is 'Hours of maternity care by quarter, for who steers.';

create function trust.steering_flexible(of_programme uuid)
returns table (quarter date, families integer, agreed_minutes bigint, delivered_minutes bigint, refused_minutes bigint, agreed_mean integer, delivered_mean integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare every boolean := trust.sees_small_counts(of_programme);
begin
  return query select f.quarter, f.families, f.agreed_minutes, f.delivered_minutes, f.refused_minutes, (f.agreed_minutes / f.families)::integer, (f.delivered_minutes / f.families)::integer
  from steering_flexible f where f.programme_id = of_programme and (every or (f.families >= 10 and f.quarter < date_trunc('quarter', app.today()))) order by 1;
end $$;
comment on function trust.steering_flexible is 'Hours of flexible maternity care by quarter, for who steers.';

create function trust.steering_waits(of_programme uuid) returns table (step text, quarter date, families integer, median integer, ninetieth integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare every boolean := trust.sees_small_counts(of_programme);
begin
  return query
  with counted as (
    select w.step, w.quarter, w.days, sum(w.families) over (partition by w.step, w.quarter order by w.days) as until, sum(w.families) over (partition by w.step, w.quarter) as all_of
    from steering_wait w where w.programme_id = of_programme and (every or w.quarter < date_trunc('quarter', app.today())))
  select c.step, c.quarter, max(c.all_of)::integer, min(c.days) filter (where c.until >= c.all_of * 0.5), min(c.days) filter (where c.until >= c.all_of * 0.9)
  from counted c where every or c.all_of >= 10 group by 1, 2 order by array_position(array['visit', 'decision', 'care'], c.step), 2;
end $$;
comment on function trust.steering_waits is 'Days from the first signal, by quarter: half of the families waited at most the median, nine in ten at most the ninetieth.';

do $$ declare f text; begin
  foreach f in array array['rebuild_steering', 'sees_small_counts', 'steering_care', 'steering_flexible', 'steering_waits'] loop execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.steering_care, trust.steering_flexible, trust.steering_waits to wieg_app;
grant execute on function trust.rebuild_steering to wieg_worker;
