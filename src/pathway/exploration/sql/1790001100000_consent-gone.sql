-- Up Migration
-- A family says no, or takes back its yes, to whoever sits before it: also to a maternity assistant or a general practitioner, who sees
-- nothing of the visit and writes nothing of the route. What follows from her no is the database's to do, in the same transaction.
create function trust.write_route_step(of_trajectory uuid, of_step text, of_outcome text, by_organisation uuid default trust.my_organisation()) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare made uuid; newest route_step; began timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('route_step ' || of_trajectory, 0));
  select * into newest from route_step s where s.trajectory_id = of_trajectory and s.step = of_step order by s.number desc limit 1;
  select c.since_at into began from category_route c where c.trajectory_id = of_trajectory order by c.number desc limit 1;
  if newest.outcome = of_outcome and newest.created_at >= coalesce(began, '-infinity') then return null; end if;
  if newest.id is null and of_outcome = 'reopened' then return null; end if;
  insert into route_step (trajectory_id, step, outcome, author_organisation_id) values (of_trajectory, of_step, of_outcome, by_organisation)
  returning id into made;
  return made;
end $$;
comment on function trust.write_route_step is 'Not for the application: how a step of the route ended. Null when that was known already.';

create function trust.tell_visit_consent_gone(of_trajectory uuid) returns integer
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare told integer;
begin
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select coalesce(m.principal, t.principal), v.trajectory_id, 'home-visit.consent-gone', v.id, 'mine', app.today(),
    jsonb_build_object('kind', v.kind, 'asked', a.name, 'asking', b.name, 'requestedOn', v.requested_on, 'visitBefore', v.visit_before,
      'municipality', coalesce(g.name, v.municipality_code), 'on', v.scheduled_on)
  from home_visit v join organisation a on a.id = v.asked_organisation_id join organisation b on b.id = v.author_organisation_id
    left join municipality g on g.code = v.municipality_code
    left join membership m on m.id = v.accepted_by and coalesce(m.until, 'infinity') >= app.today()
    left join team t on t.organisation_id = v.asked_organisation_id and t.role = 'youth_nurse'
  where v.trajectory_id = of_trajectory and v.state in ('requested', 'accepted', 'scheduled', 'no_show', 'held') and coalesce(m.principal, t.principal) is not null
    and not exists (select from consent c where c.trajectory_id = v.trajectory_id and c.purpose = 'prenatal_home_visit' and c.own_person is null and c.given
      and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today()
      and (c.recipient_organisation_id = v.asked_organisation_id
        or c.recipient_role in (select r.role from team r where r.organisation_id = v.asked_organisation_id)))
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function trust.tell_visit_consent_gone is 'Not for the application: who has an open visit in hand that the family allows no longer is told; her team when she has left.';

create function trust.act_on_visit_answer(of_trajectory uuid, by_organisation uuid) returns void
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare said consent; declined uuid;
begin
  perform trust.tell_visit_consent_gone(of_trajectory);
  select * into said from consent c where c.trajectory_id = of_trajectory and c.purpose = 'prenatal_home_visit' and c.own_person is null
    and c.withdrawn_on is null order by c.recorded_at desc, c.given_on desc limit 1;
  if said.id is null or said.given or said.author_organisation_id <> by_organisation
    or exists (select from home_visit v where v.trajectory_id = of_trajectory and v.state in ('requested', 'accepted', 'scheduled', 'no_show', 'held'))
    or not exists (select from category_route c where c.trajectory_id = of_trajectory)
    or exists (select from trajectory t where t.id = of_trajectory and t.born_on is not null) then return; end if;
  declined := trust.write_route_step(of_trajectory, 'ask_home_visit', 'declined', by_organisation);
  if declined is not null then
    insert into route_step_refusal (trajectory_id, route_step_id, reason, author_organisation_id)
    values (of_trajectory, declined, case when length(trim(said.reason)) >= 3 then said.reason else 'Geen reden genoemd' end, by_organisation);
  end if;
  update work_item w set closed_at = now(), closed_why = 'declined'
  where w.trajectory_id = of_trajectory and w.kind = 'route.ask_home_visit' and w.subject_id = of_trajectory and w.closed_at is null;
end $$;
comment on function trust.act_on_visit_answer is 'Not for the application: what follows from what the family last said about the home visit, recorded for this organisation or said by herself.';

create function trust.follow_visit_answer(of_trajectory uuid) returns void
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  perform trust.act_on_visit_answer(of_trajectory, asker.organisation_id);
end $$;
comment on function trust.follow_visit_answer is 'What follows from what the family last said about the home visit, whoever recorded it: it reads the answer itself, so there is nothing to make up.';

create function trust.tell_ended_visit_consents() returns integer
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid; told integer := 0;
begin
  for line in select distinct v.trajectory_id from home_visit v where v.state in ('requested', 'accepted', 'scheduled', 'no_show', 'held') loop
    told := told + trust.tell_visit_consent_gone(line);
  end loop;
  return told;
end $$;
comment on function trust.tell_ended_visit_consents is 'Daily: a consent that ended by its own date is told like one that was withdrawn.';

alter function trust.tell_ended_visit_consents owner to wieg_guard;
grant execute on function trust.tell_ended_visit_consents to wieg_worker;
alter function trust.write_route_step owner to wieg_guard;
alter function trust.tell_visit_consent_gone owner to wieg_guard;
alter function trust.act_on_visit_answer owner to wieg_guard;
alter function trust.follow_visit_answer owner to wieg_guard;
grant execute on function trust.follow_visit_answer to wieg_app;
