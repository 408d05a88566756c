-- Up Migration
-- Pillar 2 as it runs: agreed hours are raised by a decision with a reason, and it ends with its outcome [domain 4.3]. The place stays taken.
create table flexible_decision (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  place_id uuid not null,
  kind text not null check (kind in ('raised', 'ended')),
  minutes_before integer,
  minutes_after integer,
  outcome text check (outcome in ('self_reliant', 'handed_over', 'stopped', 'period_over')),
  reason text not null check (length(trim(reason)) between 3 and 2000),
  decided_on date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (place_id, trajectory_id) references programme_place (id, trajectory_id),
  check ((kind = 'raised') = (minutes_after is not null) and minutes_after > coalesce(minutes_before, 0)),
  check ((kind = 'ended') = (outcome is not null))
);
create index flexible_decision_of_trajectory on flexible_decision (trajectory_id, created_at desc);
create unique index flexible_decision_end on flexible_decision (place_id) where kind = 'ended';
comment on table flexible_decision is 'What was decided about flexible maternity care in a family while it ran: more hours, with a reason, and its end with its outcome. Never changed.';
comment on column flexible_decision.id is 'Random id.';
comment on column flexible_decision.trajectory_id is 'The line.';
comment on column flexible_decision.place_id is 'The place in pillar 2.';
comment on column flexible_decision.kind is 'raised: more agreed hours; ended.';
comment on column flexible_decision.minutes_before is 'Agreed minutes before.';
comment on column flexible_decision.minutes_after is 'Agreed minutes from now on.';
comment on column flexible_decision.outcome is 'How it ended: self_reliant, handed_over (to other help), stopped, period_over [domain 4.3].';
comment on column flexible_decision.reason is 'Why, in words.';
comment on column flexible_decision.decided_on is 'Day of the decision.';
comment on column flexible_decision.author_organisation_id is 'Organisation that decided.';
comment on column flexible_decision.author_id is 'Professional who decided.';
comment on column flexible_decision.created_at is 'When recorded.';
comment on column flexible_decision.version is 'Always 1: it is not changed.';
select trust.protect('flexible_decision', 'programme');
drop policy add on flexible_decision;
drop policy change on flexible_decision;
revoke insert, update on flexible_decision from wieg_app;

create function trust.running_flexible(of_place uuid) returns programme_place language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); held programme_place;
begin
  select * into held from programme_place p where p.id = of_place and p.pillar = 2 for update;
  if held.id is null or asker.role is distinct from 'maternity_coordinator' or held.maternity_care_organisation_id is distinct from asker.organisation_id then
    raise exception 'not hers to decide' using errcode = 'insufficient_privilege'; end if;
  perform trust.must_be_involved(held.trajectory_id);
  return held;
end $$;
comment on function trust.running_flexible is 'Not for the application: the place, locked, when the asker coordinates its maternity care.';

create function trust.raise_flexible(of_place uuid, minutes integer, reason text, seen_version integer) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.asker(); held programme_place := trust.running_flexible(of_place);
begin
  if held.version <> seen_version then return 'changed-meanwhile'; end if;
  if held.state <> 'taken' then return 'flexible-given-back'; end if;
  if exists (select from flexible_decision d where d.place_id = of_place and d.kind = 'ended') then return 'flexible-ended'; end if;
  if minutes <= coalesce(held.agreed_minutes, 0) then return 'flexible-not-more'; end if;
  update programme_place p set agreed_minutes = minutes, version = p.version + 1 where p.id = of_place;
  insert into flexible_decision (trajectory_id, place_id, kind, minutes_before, minutes_after, reason, author_organisation_id)
  values (held.trajectory_id, of_place, 'raised', held.agreed_minutes, minutes, reason, asker.organisation_id);
  return 'done';
end $$;
comment on function trust.raise_flexible is 'More hours than were agreed, by who coordinates, with a reason. Says why not as a code.';

create function trust.end_flexible(of_place uuid, with_outcome text, reason text) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); held programme_place := trust.running_flexible(of_place);
begin
  if held.state <> 'taken' then return 'flexible-given-back'; end if;
  if exists (select from flexible_decision d where d.place_id = of_place and d.kind = 'ended') then return 'flexible-ended'; end if;
  insert into flexible_decision (trajectory_id, place_id, kind, outcome, reason, author_organisation_id)
  values (held.trajectory_id, of_place, 'ended', with_outcome, reason, asker.organisation_id);
  update work_item w set closed_at = now(), closed_why = 'ended' where w.kind = 'flexible-period' and w.subject_id = of_place and w.trajectory_id = held.trajectory_id and w.closed_at is null;
  return 'done';
end $$;
comment on function trust.end_flexible is 'Flexible maternity care in a family ends, with its outcome. Says why not as a code.';

create function trust.flexible_mean(of_programme uuid) returns table (families integer, minutes integer)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or not exists (select from role_part p where p.role = asker.role and p.part = trust.part('programme') and p.may_read) then
    raise exception 'not for this role' using errcode = 'insufficient_privilege'; end if;
  return query select count(*)::integer, case when asker.role = 'maternity_coordinator' or count(*) >= 10 then round(avg(s.minutes))::integer end
    from (select sum(h.minutes) as minutes from hour_line h where h.programme_id = of_programme and h.pillar = 2 group by h.trajectory_id having sum(h.minutes) > 0) s;
end $$;
comment on function trust.flexible_mean is 'How many families had flexible maternity care in a programme, and the mean of their minutes: a number, never a family. Below ten families the mean is for who coordinates alone [domain 5.4].';

-- Each morning. Never after a loss, and never of a line that ended [domain 3.10].
create function trust.ask_flexible_endings() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asked integer;
begin
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, p.trajectory_id, 'flexible-period', p.id, 'mine', greatest(e.last_day, app.today()), jsonb_build_object('until', e.last_day)
  from programme_place p join trajectory t on t.id = p.trajectory_id and t.state = 'open' and t.loss_on is null and t.born_on is not null
    join place_pool o on o.id = p.pool_id
    join lateral (select v.settings from programme_version v where v.programme_id = o.programme_id and v.starts_on <= app.today() and v.withdrawn_at is null
      order by v.starts_on desc limit 1) s on true
    cross join lateral (select (t.born_on + make_interval(months => (s.settings -> 'windows' ->> 'pillar2Months')::integer))::date as last_day) e
    join team m on m.organisation_id = p.maternity_care_organisation_id and m.role = 'maternity_coordinator'
  where p.pillar = 2 and p.state = 'taken' and not exists (select from flexible_decision d where d.place_id = p.id and d.kind = 'ended')
    and app.today() >= e.last_day - (s.settings -> 'flexibleCare' ->> 'askDaysBefore')::integer
  on conflict (principal, kind, subject_id, side) where closed_at is null do nothing;
  get diagnostics asked = row_count;
  return asked;
end $$;
comment on function trust.ask_flexible_endings is 'Each morning: pillar 2 whose period runs out comes before who coordinates it.';

create function trust.flexible_follows_line() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if (new.loss_on is not null and old.loss_on is null) or (new.state = 'ended' and old.state = 'open') then
    update work_item w set closed_at = now(), closed_why = 'no-question' where w.kind = 'flexible-period' and w.trajectory_id = new.id and w.closed_at is null;
  end if;
  return null;
end $$;
comment on function trust.flexible_follows_line is 'After a loss, or at the end of the line, nothing asks how pillar 2 ended.';

do $$ declare f text; begin
  foreach f in array array['running_flexible', 'raise_flexible', 'end_flexible', 'flexible_mean', 'ask_flexible_endings', 'flexible_follows_line'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.raise_flexible, trust.end_flexible, trust.flexible_mean to wieg_app;
grant execute on function trust.ask_flexible_endings to wieg_worker;
create trigger flexible_follows_line after update on trajectory for each row execute function trust.flexible_follows_line();
