-- Up Migration
-- The group in figures: children by month of birth, municipality and what is known of each, for one figure at a time. Uncut for the research desk and
-- the coordinator of a programme's maternity care alone; everybody else reads what was published of a year that is over [domain 5.4].
-- Everything counts children, also what is of the family: two units side by side would tell how many twins there were.
create table figure_cell (
  figure text not null check (figure ~ '^[a-z_]{3,30}$'),
  month date not null check (extract(day from month) = 1),
  municipality_code text not null,
  value text not null check (value ~ '^[a-z0-9_]{1,30}$'),
  children integer not null check (children > 0),
  primary key (figure, month, municipality_code, value)
);
comment on table figure_cell is 'Children born in a month in a municipality, by one thing that is known of them. Uncut; counted each night anew from the raw lines.';
comment on column figure_cell.figure is 'Which figure, such as preterm or category.';
comment on column figure_cell.month is 'First day of the month of birth.';
comment on column figure_cell.municipality_code is 'Municipality in which the family lived on the day of birth; CBS code.';
comment on column figure_cell.value is 'Value of the figure, such as preterm, term or unknown.';
comment on column figure_cell.children is 'How many children.';

create table figure_counted (only_row boolean primary key default true check (only_row), counted_at timestamptz not null);
comment on table figure_counted is 'When the figures were counted last.';
comment on column figure_counted.only_row is 'There is one row.';
comment on column figure_counted.counted_at is 'When.';

create table figure_publication (
  year smallint primary key check (year between 2000 and 2200),
  published_on date not null default app.today()
);
comment on table figure_publication is 'A year of which the figures were told. Told once, never changed: two versions could be subtracted.';
comment on column figure_publication.year is 'Year of birth.';
comment on column figure_publication.published_on is 'Day of publishing.';

create table figure_block (
  year smallint not null references figure_publication,
  figure text not null,
  municipality_codes text[] not null check (cardinality(municipality_codes) > 0),
  value_codes text[] not null check (cardinality(value_codes) > 0),
  children integer not null check (children >= 10),
  primary key (year, figure, municipality_codes, value_codes)
);
comment on table figure_block is 'One number that may be told: children of a year, in these municipalities together, with one of these values. Never below ten [domain 5.4].';
comment on column figure_block.year is 'Year of birth.';
comment on column figure_block.figure is 'Which figure.';
comment on column figure_block.municipality_codes is 'The municipalities that are counted together.';
comment on column figure_block.value_codes is 'The values that are counted together.';
comment on column figure_block.children is 'How many children.';

do $$ declare t text; begin
  foreach t in array array['figure_cell', 'figure_counted', 'figure_publication', 'figure_block'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
  end loop;
  foreach t in array array['figure_publication', 'figure_block'] loop
    execute format('create policy see on %I for select to wieg_app using ((select trust.my_role()) in (''municipal_worker'', ''knooppunt_coordinator'', ''project_group'', ''maternity_coordinator'', ''research_desk''))', t);
    execute format('create policy look on %I for select to wieg_worker using (true)', t);
    execute format('create policy add on %I for insert to wieg_worker with check (true)', t);
    execute format('grant select on %I to wieg_app', t);
    execute format('grant select, insert on %I to wieg_worker', t);
  end loop;
end $$;
create policy see on figure_counted for select to wieg_app using (true);
grant select on figure_counted to wieg_app;

-- A child counts from 24+0 weeks, or when its weeks are not known; where the family lived on the day of birth. What was taken back counts nowhere.
create function trust.rebuild_figures() returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog set work_mem = '128MB' as $$
begin
  lock table figure_cell in exclusive mode;
  delete from figure_cell;
  with child as materialized (
    select b.trajectory_id, b.born_on, b.gestational_days, b.weight_grams, b.small_for_age, b.place,
      (select a.municipality_code from family_address a where a.family_id = t.family_id
       order by a.since <= b.born_on desc, case when a.since <= b.born_on then a.since end desc nulls last, a.since limit 1) as municipality
    from birth b join trajectory t on t.id = b.trajectory_id
    where not b.taken_back and coalesce(b.gestational_days, 168) >= 168 and b.born_on <= app.today()),
  born as materialized (select trajectory_id, min(born_on) as born_on from child group by 1),
  judged as materialized (
    select distinct on (c.trajectory_id) c.trajectory_id, c.category, c.route from category_route c join born b on b.trajectory_id = c.trajectory_id
    where c.since <= b.born_on order by c.trajectory_id, c.number desc),
  hospital as materialized (
    select distinct r.trajectory_id from care_relation r join organisation o on o.id = r.organisation_id join born b on b.trajectory_id = r.trajectory_id
    where o.kind = 'hospital' and r.basis <> 'agenda' and r.since <= b.born_on),
  first_line as materialized (
    select distinct r.trajectory_id from care_relation r join organisation o on o.id = r.organisation_id join born b on b.trajectory_id = r.trajectory_id
    where o.kind = 'midwifery_practice' and r.basis <> 'agenda' and r.since <= b.born_on),
  indicated as materialized (
    select distinct on (i.trajectory_id) i.trajectory_id, i.minutes_after_hospital as minutes from indication i join born b on b.trajectory_id = i.trajectory_id
    order by i.trajectory_id, i.created_at desc),
  said as materialized (
    select distinct on (c.trajectory_id) c.trajectory_id, c.accepted_minutes as minutes, c.less_reasons as reasons from care_intake c
    join born b on b.trajectory_id = c.trajectory_id order by c.trajectory_id, c.created_at desc),
  given as materialized (
    select h.trajectory_id, sum(h.minutes) as minutes from hour_line h join born b on b.trajectory_id = h.trajectory_id
    where h.day between b.born_on and b.born_on + 9 group by 1),
  known as (
    select c.*, j.category, j.route, s.reasons, g.minutes as given,
      case when s.minutes = 0 then 'none' when s.minutes is null or i.minutes is null then 'unknown' when s.minutes < i.minutes then 'less' else 'full' end as uptake,
      case when h.trajectory_id is not null then 'hospital' when f.trajectory_id is not null then 'first_line' else 'unknown' end as line
    from child c left join judged j using (trajectory_id) left join hospital h using (trajectory_id) left join first_line f using (trajectory_id)
      left join indicated i using (trajectory_id) left join said s using (trajectory_id) left join given g using (trajectory_id)
    where c.municipality is not null)
  insert into figure_cell (figure, month, municipality_code, value, children)
  select e.figure, date_trunc('month', k.born_on)::date, k.municipality, e.value, count(*)
  from known k cross join lateral (values
    ('births', 'all'),
    ('preterm', case when k.gestational_days is null then 'unknown' when k.gestational_days < 259 then 'preterm' else 'term' end),
    ('low_weight', case when k.weight_grams is null then 'unknown' when k.weight_grams < 2500 then 'low' else 'not_low' end),
    ('small_for_age', case when k.small_for_age is null then 'unknown' when k.small_for_age then 'small' else 'not_small' end),
    ('category', coalesce(k.category, 'unknown')),
    ('route', coalesce('route_' || k.route, 'unknown')),
    ('uptake', case when k.born_on + 9 >= app.today() then 'unknown' else k.uptake end),
    ('less_reason', case when k.born_on + 9 >= app.today() or k.uptake not in ('less', 'none') then 'no_less' when cardinality(k.reasons) = 0 then 'not_said'
      when cardinality(k.reasons) > 1 then 'several' else k.reasons[1] end),
    ('hours', case when k.born_on + 9 >= app.today() then 'unknown' when coalesce(k.given, 0) = 0 then 'none'
      when k.given < 1440 then 'under_24' when k.given < 2520 then 'under_42' else 'from_42' end),
    ('birth_place', coalesce(k.place, 'unknown')),
    ('care_line', k.line)) e (figure, value)
  group by 1, 2, 3, 4;
  insert into figure_counted (counted_at) values (now()) on conflict (only_row) do update set counted_at = excluded.counted_at;
end $$;
comment on function trust.rebuild_figures is 'Not for the application: counts every figure of the group anew from the raw lines.';

create function trust.figure_year(of_year integer) returns table (figure text, municipality text, value text, children integer)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select c.figure, c.municipality_code, c.value, sum(c.children)::integer from figure_cell c
  where c.month >= make_date(of_year, 1, 1) and c.month < make_date(of_year + 1, 1, 1) group by 1, 2, 3 $$;
comment on function trust.figure_year is 'Not for the application: children of a year, uncut; the job hides what is small before anything is written.';

create function trust.figure_years() returns table (year integer) language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select distinct extract(year from c.month)::integer from figure_cell c where c.figure = 'births' $$;
comment on function trust.figure_years is 'Not for the application: years in which children were born.';

create function trust.sees_figures_uncut() returns boolean language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select coalesce(a.role = 'research_desk' or a.role = 'maternity_coordinator' and exists (
    select from programme_version v where v.starts_on <= app.today() and v.withdrawn_at is null
      and (v.settings -> 'maternityCare' ->> 'organisationId')::uuid = a.organisation_id), false)
  from trust.asker() a $$;
comment on function trust.sees_figures_uncut is 'Whether the asker sees counts below ten: the research desk and the coordinator of a programme''s own maternity care [domain 5.4].';

create function trust.figure_cells(of_figures text[], from_month date, until_month date)
returns table (figure text, year integer, municipality text, value text, children integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
begin
  if not trust.sees_figures_uncut() then raise exception 'for who sees figures uncut' using errcode = 'insufficient_privilege'; end if;
  return query select c.figure, extract(year from c.month)::integer, c.municipality_code, c.value, sum(c.children)::integer
  from figure_cell c where c.figure = any(of_figures) and c.month between from_month and until_month group by 1, 2, 3, 4;
end $$;
comment on function trust.figure_cells is 'Figures of a period of own choice, by year of birth, uncut.';

create function trust.figure_months() returns table (first_month date, last_month date)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
begin
  if not trust.sees_figures_uncut() then raise exception 'for who sees figures uncut' using errcode = 'insufficient_privilege'; end if;
  return query select min(c.month), max(c.month) from figure_cell c where c.figure = 'births';
end $$;
comment on function trust.figure_months is 'The first and the last month in which a child was born that counts; for who sees figures uncut.';

do $$ declare f text; begin
  foreach f in array array['rebuild_figures', 'figure_year', 'figure_years', 'sees_figures_uncut', 'figure_cells', 'figure_months'] loop
    execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.sees_figures_uncut, trust.figure_cells, trust.figure_months to wieg_app;
grant execute on function trust.rebuild_figures, trust.figure_year, trust.figure_years to wieg_worker;
