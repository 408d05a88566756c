-- Up Migration
-- What is still to come, and how many families a sum is about: for who steers, never a family.
create index hour_line_of_month on hour_line (programme_id, month, pillar) where corrects is null;

create table programme_commitment (
  programme_id uuid not null references programme,
  pillar smallint not null,
  families bigint not null,
  minutes bigint not null,
  without_hours bigint not null,
  counted_at timestamptz not null default now(),
  primary key (programme_id, pillar)
);
comment on table programme_commitment is 'What a large programme promised and did not deliver yet, as it was counted in the morning. A small one is counted when it is asked.';
comment on column programme_commitment.programme_id is 'The programme.';
comment on column programme_commitment.pillar is 'Pillar 1 or 2.';
comment on column programme_commitment.families is 'Families with a place that is not used up.';
comment on column programme_commitment.minutes is 'Minutes agreed or indicated, and not delivered yet.';
comment on column programme_commitment.without_hours is 'Families of which no hours are known yet.';
comment on column programme_commitment.counted_at is 'When.';
do $$ begin
  alter table programme_commitment enable row level security;
  alter table programme_commitment force row level security;
  create policy guard on programme_commitment to wieg_guard using (true) with check (true);
  create policy owner on programme_commitment to wieg_owner using (true) with check (true);
  grant select, insert, update, delete on programme_commitment to wieg_guard;
end $$;

create function trust.count_commitments(of_programme uuid) returns table (pillar smallint, families bigint, minutes bigint, without_hours bigint)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare today date := app.today();
begin
  return query
  with places as materialized (
    select p.trajectory_id, p.pillar, p.agreed_minutes, t.born_on,
      coalesce((select b.minutes from hour_balance b where b.trajectory_id = p.trajectory_id and b.programme_id = of_programme and b.pillar = p.pillar), 0) as delivered
    from place_pool o join programme_place p on p.pool_id = o.id join trajectory t on t.id = p.trajectory_id
    where o.programme_id = of_programme and p.state = 'taken' and t.state = 'open'
      -- a place is used up at the latest some months after the last birth it can be for
      and p.taken_on > today - 550 and (t.loss_on is null or t.born_on is not null)
      and (t.born_on is null or today <= case p.pillar when 1 then t.born_on + 41 else (t.born_on + interval '6 months')::date end)
  ), promised as (
    select p.pillar, p.delivered, case p.pillar when 2 then p.agreed_minutes::bigint
      else (select i.minutes_after_hospital::bigint from indication i where i.trajectory_id = p.trajectory_id order by i.created_at desc limit 1) end as minutes from places p
  ) select pillar, count(*), coalesce(sum(greatest(minutes - delivered, 0)), 0)::bigint, count(*) filter (where minutes is null) from promised group by pillar order by pillar;
end $$;
comment on function trust.count_commitments is 'Not for the application: hours agreed or indicated and not delivered yet, by pillar; and families of which no hours are known yet.';

create function trust.keep_commitments() returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  delete from programme_commitment;
  insert into programme_commitment (programme_id, pillar, families, minutes, without_hours)
  select p.id, c.pillar, c.families, c.minutes, c.without_hours from programme p cross join lateral trust.count_commitments(p.id) c
  where (select sum(o.taken) from place_pool o where o.programme_id = p.id) > 5000;
end $$;
comment on function trust.keep_commitments is 'Not for the application: counts in the morning what programmes of more than 5,000 places promised.';

create function trust.programme_commitments(of_programme uuid) returns table (pillar smallint, families bigint, minutes bigint, without_hours bigint, counted_at timestamptz)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
begin
  perform trust.must_steer_programme(of_programme);
  return query select k.pillar, k.families, k.minutes, k.without_hours, k.counted_at from programme_commitment k where k.programme_id = of_programme order by 1;
  if not found then
    return query select c.pillar, c.families, c.minutes, c.without_hours, null::timestamptz from trust.count_commitments(of_programme) c order by 1;
  end if;
end $$;
comment on function trust.programme_commitments is 'Hours promised and not delivered yet, by pillar, for who steers: as they are now, or of a large programme as counted in the morning.';

create function trust.new_families(of_programme uuid) returns table (month date, pillar smallint, funder text, families bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  perform trust.must_run_programme(of_programme);
  return query
  with firsts as (select h.trajectory_id, h.pillar, coalesce(h.insurer_group, 'insurer-unnamed') as funder, min(h.month) as month from hour_line h
    where h.programme_id = of_programme and h.corrects is null group by 1, 2, 3)
  select f.month, f.pillar, f.funder, count(*) from firsts f group by 1, 2, 3 order by 1, 2, 3;
end $$;
comment on function trust.new_families is 'How many families got their first hours from an insurer by month and pillar: a sum over few families is told to no insurer.';

create function trust.undecided_hours(most integer) returns table (trajectory_id uuid, day date, minutes integer, reason text)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role <> 'maternity_coordinator' then raise exception 'for the coordinator' using errcode = 'insufficient_privilege'; end if;
  return query select h.trajectory_id, h.day, h.minutes, h.reason from hour_line h
    where h.author_organisation_id = asker.organisation_id and h.source = 'undecided' and h.corrects is null
      and not exists (select from hour_line c where c.corrects = h.id) and trust.am_involved(h.trajectory_id) order by h.day, h.id limit most;
end $$;
comment on function trust.undecided_hours is 'Hours of the own organisation of which nobody decided yet who pays.';

do $$ declare f text; begin
  foreach f in array array['count_commitments', 'keep_commitments', 'programme_commitments', 'new_families', 'undecided_hours'] loop execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.programme_commitments, trust.new_families, trust.undecided_hours to wieg_app;
