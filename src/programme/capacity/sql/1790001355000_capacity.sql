-- Up Migration
-- What is expected beside what there is, week by week; sets of assumptions are kept under a name [domain 4.5].
create table capacity_scenario (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  name text not null check (length(trim(name)) between 2 and 80),
  assumptions jsonb not null check (jsonb_typeof(assumptions) = 'object'),
  created_by uuid not null references professional,
  created_at timestamptz not null default now(),
  unique (programme_id, name)
);
comment on table capacity_scenario is 'Assumptions of a forecast of capacity, kept to compare. No care data.';
comment on column capacity_scenario.id is 'Random id.';
comment on column capacity_scenario.programme_id is 'The programme.';
comment on column capacity_scenario.name is 'What people call it.';
comment on column capacity_scenario.assumptions is 'Each assumption as a number, as in src/programme/capacity/capacity.ts.';
comment on column capacity_scenario.created_by is 'Professional who kept it.';
comment on column capacity_scenario.created_at is 'When.';
grant select, insert on capacity_scenario to wieg_app;
alter table capacity_scenario enable row level security;
create policy see on capacity_scenario for select to wieg_app
  using ((select trust.my_role()) in ('project_group', 'maternity_coordinator') and trust.reads_steering(programme_id));
create policy add on capacity_scenario for insert to wieg_app
  with check ((select trust.my_role()) in ('project_group', 'maternity_coordinator') and trust.reads_steering(programme_id) and created_by = (select trust.my_professional()));

create function trust.expected_births(of_programme uuid) returns table (week date, municipality text, families integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare step integer := case (trust.asker()).role when 'maternity_coordinator' then 1 else 10 end;
begin
  if coalesce((trust.asker()).role, '') not in ('project_group', 'maternity_coordinator') then
    raise exception 'for the project group and the coordinator' using errcode = 'insufficient_privilege'; end if;
  if not trust.reads_steering(of_programme) then return; end if;
  -- Uncut for the coordinator alone; the project group gets whole tens, which no single family moves [domain 5.4].
  return query
    select date_trunc('week', t.due_date)::date, a.municipality_code, (count(*) / step * step)::integer
    from trajectory t join programme_version v on v.id = (select o.id from programme_version o where o.programme_id = of_programme and o.starts_on <= app.today()
      and o.withdrawn_at is null order by o.starts_on desc limit 1)
    join lateral (select f.municipality_code from family_address f where f.family_id = t.family_id and f.until is null limit 1) a on true
    where t.state = 'open' and t.loss_on is null and t.born_on is null and t.due_date >= date_trunc('week', app.today()::timestamp)::date
      and t.maternity_care_organisation_id = (v.settings -> 'maternityCare' ->> 'organisationId')::uuid
    group by 1, 2 having count(*) >= step;
end $$;
comment on function trust.expected_births is 'Families registered with the programme''s maternity care, counted by the week they are due and by municipality; never a family. Uncut for its coordinator, in whole tens for the project group.';
alter function trust.expected_births owner to wieg_guard;
grant execute on function trust.expected_births to wieg_app;
