-- Up Migration
-- Booking: the only way in. Sums follow within the same transaction, in a fixed order, so that two who book never wait for each other in a circle.

create function trust.open_month(of_programme uuid, of_day date) returns date language sql stable security definer set search_path = public, pg_catalog as $$
  select greatest(date_trunc('month', of_day)::date, (select (max(c.month) + interval '1 month')::date from ledger_closing c where c.programme_id = of_programme)) $$;
comment on function trust.open_month is 'The month in which care of a day is booked: its own, or the first one that is open.';

create function trust.may_book(of_trajectory uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if asker.role not in ('maternity_assistant', 'maternity_intake', 'maternity_coordinator') then
    raise exception 'not hers to book' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.may_book is 'Raises insufficient_privilege unless the asker is of the maternity care that is involved with this line.';

create function trust.funding_facts(of_trajectory uuid) returns jsonb language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.may_book(of_trajectory);
  return (select jsonb_build_object('bornOn', t.born_on, 'lossOn', t.loss_on,
    'municipality', (select a.municipality_code from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('programmeId', d.programme_id, 'versionId', d.version_id, 'pillar', p.pillar, 'takenOn', p.taken_on,
        'givenBackOn', p.given_back_on, 'municipality', p.municipality_code, 'insurer', p.funder) order by p.taken_on, p.created_at), '[]')
      from programme_place p join programme_decision d on d.id = p.decision_id where p.trajectory_id = t.id),
    'exception', (select jsonb_build_object('met', e.met, 'providerOn', e.provider_on, 'insurerOn', e.insurer_on, 'agreed', e.agreed)
      from exception_consultation e where e.trajectory_id = t.id order by e.created_at desc, e.id limit 1),
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('visitId', h.visit_id, 'day', h.day, 'source', h.source) order by h.created_at desc, h.id), '[]')
      from hours_decision h where h.trajectory_id = t.id))
  from trajectory t where t.id = of_trajectory);
end $$;
comment on function trust.funding_facts is 'All that the funding source of hours follows from, for who may book them. Not for screens: places stay under their own policy there.';

-- of_lines: new lines as the rules made them, each with the shares of its funders; of_counters: lines to take back, copied from what was booked.
create function trust.book_hours(of_trajectory uuid, of_visit uuid, of_assistant uuid, of_counters uuid[], of_lines jsonb) returns integer
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare
  asker trust.asker := trust.may_book(of_trajectory);
  my_slot smallint := pg_backend_pid() % 16;
  made uuid[];
  programme uuid;
begin
  -- A month that is being closed waits for who is booking, and the other way round.
  for programme in select distinct p.id from programme p where p.id in (select (l ->> 'programmeId')::uuid from jsonb_array_elements(of_lines) l
      union select h.programme_id from hour_line h where h.id = any(of_counters)) order by p.id loop
    perform pg_advisory_xact_lock_shared(hashtextextended('ledger ' || programme, 0));
  end loop;
  with countered as (
    insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id,
      rate_cents, cents, municipality_code, insurer_group, corrects, author_organisation_id)
    select h.trajectory_id, h.visit_id, h.assistant_id, h.day, trust.open_month(h.programme_id, h.day), -h.minutes, h.source, h.reason, h.co_payment_by, h.pillar,
      h.programme_id, h.version_id, h.rate_cents, -h.cents, h.municipality_code, h.insurer_group, h.id, asker.organisation_id
    from hour_line h where h.id = any(of_counters) and h.trajectory_id = of_trajectory and h.visit_id = of_visit and h.corrects is null
    returning id
  ), booked as (
    insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id,
      rate_cents, cents, municipality_code, insurer_group, author_organisation_id)
    select of_trajectory, of_visit, of_assistant, (l ->> 'day')::date, trust.open_month((l ->> 'programmeId')::uuid, (l ->> 'day')::date), (l ->> 'minutes')::integer,
      l ->> 'source', l ->> 'reason', l ->> 'coPaymentBy', (l ->> 'pillar')::smallint, (l ->> 'programmeId')::uuid, (l ->> 'versionId')::uuid,
      (l ->> 'rateCents')::integer, (l ->> 'cents')::integer, l ->> 'municipality', l ->> 'insurer', asker.organisation_id
    from jsonb_array_elements(of_lines) l returning id, day
  ) select array_agg(id) into made from (select id from countered union all select id from booked) all_made;
  if coalesce(cardinality(made), 0) = 0 then return 0; end if;

  -- Transfers: for a new line by the shares it came with, for a counter line each transfer back.
  insert into ledger_entry (programme_id, debit_account, credit_account, cents, occurred_on, month, hour_line_id, funder, pillar, municipality_code)
  select h.programme_id, 'funder:' || (s ->> 'funder'), 'pillar:' || h.pillar, (s ->> 'cents')::integer, h.day, h.month, h.id, s ->> 'funder', h.pillar, h.municipality_code
  from hour_line h join jsonb_array_elements(of_lines) l on (l ->> 'day')::date = h.day and l ->> 'source' = h.source, jsonb_array_elements(l -> 'shares') s
  where h.id = any(made) and h.corrects is null and h.programme_id is not null;
  insert into ledger_entry (programme_id, debit_account, credit_account, cents, occurred_on, month, hour_line_id, funder, pillar, municipality_code, reverses)
  select e.programme_id, e.credit_account, e.debit_account, e.cents, e.occurred_on, h.month, h.id, e.funder, e.pillar, e.municipality_code, e.id
  from hour_line h join ledger_entry e on e.hour_line_id = h.corrects where h.id = any(made) and h.corrects is not null;
  if exists (select from hour_line h where h.id = any(made) and h.programme_id is not null
    and coalesce(h.cents, 0) <> (select coalesce(sum(case when e.reverses is null then e.cents else -e.cents end), 0) from ledger_entry e where e.hour_line_id = h.id)) then
    raise exception 'shares do not add up to their line' using errcode = 'check_violation'; end if;

  insert into ledger_month as m (programme_id, month, pillar, funder, municipality_code, slot, cents)
  select e.programme_id, e.month, e.pillar, e.funder, e.municipality_code, my_slot, sum(case when e.reverses is null then e.cents else -e.cents end)
  from ledger_entry e where e.hour_line_id = any(made) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (programme_id, month, pillar, funder, municipality_code, slot) do update set cents = m.cents + excluded.cents;
  insert into hour_month as m (programme_id, month, pillar, municipality_code, slot, minutes, cents, unknown_minutes, lines)
  select h.programme_id, h.month, h.pillar, h.municipality_code, my_slot, sum(h.minutes), sum(coalesce(h.cents, 0)), coalesce(sum(h.minutes) filter (where h.cents is null), 0), count(*)
  from hour_line h where h.id = any(made) and h.programme_id is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (programme_id, month, pillar, municipality_code, slot) do update set minutes = m.minutes + excluded.minutes, cents = m.cents + excluded.cents,
    unknown_minutes = m.unknown_minutes + excluded.unknown_minutes, lines = m.lines + excluded.lines;
  insert into hour_balance as b (trajectory_id, programme_id, pillar, minutes, cents, unknown_minutes)
  select of_trajectory, h.programme_id, h.pillar, sum(h.minutes), sum(coalesce(h.cents, 0)), coalesce(sum(h.minutes) filter (where h.cents is null), 0)
  from hour_line h where h.id = any(made) and h.programme_id is not null group by 2, 3 order by 2, 3
  on conflict (trajectory_id, programme_id, pillar) do update set minutes = b.minutes + excluded.minutes, cents = b.cents + excluded.cents,
    unknown_minutes = b.unknown_minutes + excluded.unknown_minutes;
  perform trust.tell_undecided(of_trajectory, asker.organisation_id);
  return cardinality(made);
end $$;
comment on function trust.book_hours is 'Books new lines of a visit and takes back others, with the transfers between accounts and all sums, or nothing.';

create function trust.tell_undecided(of_trajectory uuid, of_organisation uuid) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare open_minutes bigint;
begin
  select sum(h.minutes) into open_minutes from hour_line h where h.trajectory_id = of_trajectory and h.source = 'undecided';
  if coalesce(open_minutes, 0) = 0 then
    update work_item w set closed_at = now(), closed_why = 'decided' where w.trajectory_id = of_trajectory and w.kind = 'hours-undecided' and w.closed_at is null;
  -- After a loss nothing prompts: the hours stand on the page of the money.
  elsif not exists (select from trajectory t where t.id = of_trajectory and t.loss_on is not null) then
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select t.principal, of_trajectory, 'hours-undecided', of_trajectory, 'mine', app.today() + 7, jsonb_build_object('minutes', open_minutes)
    from team t where t.organisation_id = of_organisation and t.role = 'maternity_coordinator'
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts;
  end if;
end $$;
comment on function trust.tell_undecided is 'Tells the coordinator of hours that no rule covers, and takes it off her list when none are left.';

create function trust.close_ledger_month(of_programme uuid, of_month date) returns text language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_run_programme(of_programme); closed date;
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger ' || of_programme, 0));
  if of_month >= date_trunc('month', app.today()) then return 'month-not-over'; end if;
  select max(c.month) into closed from ledger_closing c where c.programme_id = of_programme;
  if of_month <= closed then return 'closed-already'; end if;
  insert into ledger_closing (programme_id, month, closed_by, cents, minutes, unknown_minutes)
  select of_programme, of_month, asker.professional_id, coalesce((select sum(m.cents) from ledger_month m where m.programme_id = of_programme and m.month = of_month), 0),
    coalesce(sum(h.minutes), 0), coalesce(sum(h.unknown_minutes), 0) from hour_month h where h.programme_id = of_programme and h.month = of_month;
  return 'done';
end $$;
comment on function trust.close_ledger_month is 'Closes a month that is over, and with it each earlier one. Waits for who is booking at this moment.';

create function trust.must_run_programme(of_programme uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role <> 'maternity_coordinator' or not exists (select from programme_version v
    where v.programme_id = of_programme and (v.settings -> 'maternityCare' ->> 'organisationId')::uuid = asker.organisation_id) then
    raise exception 'for the coordinator of the programme' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_run_programme is 'Raises insufficient_privilege unless the asker coordinates the maternity care of this programme.';

create function trust.must_steer_programme(of_programme uuid) returns void language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is not null and asker.role = 'project_group' then return; end if;
  perform trust.must_run_programme(of_programme);
end $$;
comment on function trust.must_steer_programme is 'Raises insufficient_privilege unless the asker is of the project group or coordinates the programme.';

create function trust.ledger_sums(of_programme uuid) returns table (month date, pillar smallint, funder text, municipality_code text, cents bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_steer_programme(of_programme);
  return query select m.month, m.pillar, m.funder, m.municipality_code, sum(m.cents)::bigint from ledger_month m where m.programme_id = of_programme group by 1, 2, 3, 4;
end $$;
comment on function trust.ledger_sums is 'Money by month, pillar, funder and municipality, for who steers the programme; never a family.';

create function trust.hour_sums(of_programme uuid) returns table (month date, pillar smallint, municipality_code text, minutes bigint, cents bigint, unknown_minutes bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_steer_programme(of_programme);
  return query select m.month, m.pillar, m.municipality_code, sum(m.minutes)::bigint, sum(m.cents)::bigint, sum(m.unknown_minutes)::bigint
    from hour_month m where m.programme_id = of_programme group by 1, 2, 3;
end $$;
comment on function trust.hour_sums is 'Hours that a programme pays by month, pillar and municipality, for who steers it; never a family.';

create function trust.ledger_closings(of_programme uuid) returns table (month date, closed_on date, closed_by text, cents bigint, minutes bigint, unknown_minutes bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_steer_programme(of_programme);
  return query select c.month, c.closed_on, p.display_name, c.cents, c.minutes, c.unknown_minutes
    from ledger_closing c join professional p on p.id = c.closed_by where c.programme_id = of_programme order by c.month desc;
end $$;
comment on function trust.ledger_closings is 'Closed months, with who closed them.';

create function trust.hour_balances(of_trajectory uuid) returns table (programme_id uuid, pillar smallint, minutes bigint, cents bigint, unknown_minutes bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  if not trust.part('maternity_care') = any((trust.asker()).reads) then raise exception 'not hers to read' using errcode = 'insufficient_privilege'; end if;
  return query select b.programme_id, b.pillar, b.minutes, b.cents, b.unknown_minutes from hour_balance b where b.trajectory_id = of_trajectory order by 1, 2;
end $$;
comment on function trust.hour_balances is 'What the programme paid for one family by pillar: hours delivered, co-payments waived.';

create function trust.unknown_lines(of_programme uuid, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_run_programme(of_programme);
  return query select s.trajectory_id from (select distinct h.trajectory_id from hour_line h
    where h.programme_id = of_programme and h.corrects is null and not exists (select from hour_line c where c.corrects = h.id)
      and (h.cents is null or h.insurer_group is null and exists (select from ledger_entry e where e.hour_line_id = h.id and e.funder = 'insurer-unnamed'))) s
    where trust.am_involved(s.trajectory_id) order by 1 limit most;
end $$;
comment on function trust.unknown_lines is 'Families with hours of which the amount or the insurer is unknown, to be booked anew when it is: of who coordinates and is involved.';

do $$ declare f text; begin
  foreach f in array array['open_month', 'may_book', 'funding_facts', 'book_hours', 'tell_undecided', 'close_ledger_month', 'must_run_programme', 'must_steer_programme',
    'ledger_sums', 'hour_sums', 'ledger_closings', 'hour_balances', 'unknown_lines'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.may_book, trust.funding_facts, trust.book_hours, trust.close_ledger_month, trust.must_run_programme, trust.must_steer_programme,
  trust.ledger_sums, trust.hour_sums, trust.ledger_closings, trust.hour_balances, trust.unknown_lines to wieg_app;
