-- Up Migration
-- Who signalled hears what became of it: taken along in an assessment, a home visit, the plan, or the line closed [003 "geen terugkoppeling"].
-- That it was taken along is of her own signal, so it needs no more than that she may know the family; of a visit or the plan she hears when she may read it.
create function trust.parts_of_outcome(what text) returns smallint[] language sql stable set search_path = trust, pg_catalog as $$
  select case what when 'visit' then array[trust.part('exploration'), trust.part('exploration_summary')] when 'plan' then array[trust.part('plan')] else array[trust.part('identity')] end $$;
comment on function trust.parts_of_outcome is 'Not for the application: of which parts one must see at least one to hear this.';

create function trust.hears_outcome(of_membership integer, of_trajectory uuid, what text) returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role
    where m.principal = of_membership and coalesce(m.until, 'infinity') >= app.today()
      and (exists (select from access_grant g where g.principal in (m.principal, t.principal) and g.trajectory_id = of_trajectory and g.part = any(trust.parts_of_outcome(what))
          and g.own_person is null and g.until >= app.today())
        or what in ('assessed', 'closed') and exists (select from trajectory l where l.id = of_trajectory and l.author_organisation_id = m.organisation_id))) $$;
comment on function trust.hears_outcome is 'Not for the application: whether this job may hear this of the line today.';

create function trust.tell_signallers(of_trajectory uuid, what text, of_day date, by_organisation uuid, noted_after timestamptz) returns void
language sql security definer set search_path = public, trust, app, pg_catalog as $$
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select distinct m.principal, s.trajectory_id, 'signal-followed', s.noted_together, 'mine', app.today() + 14, jsonb_build_object('what', what, 'on', of_day, 'by', o.name)
  from signal s join membership m on m.id = s.author_membership_id join organisation o on o.id = by_organisation
  where s.trajectory_id = of_trajectory and s.state = 'open' and s.discussed_on is not null and s.created_at > noted_after and s.created_at < now()
    and m.id is distinct from trust.my_membership() and m.organisation_id <> (select t.author_organisation_id from trajectory t where t.id = of_trajectory)
    and trust.hears_outcome(m.principal, of_trajectory, what)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.trajectory_id = excluded.trajectory_id $$;
comment on function trust.tell_signallers is 'Not for the application: tells who signalled after a moment, as far as each may hear it: not of what she did herself, and not whose organisation has the family in hand and is told by the work itself.';

create function trust.signals_followed() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  case tg_table_name
    when 'vulnerability_assessment' then
      perform trust.tell_signallers(new.trajectory_id, 'assessed', new.assessed_on, new.author_organisation_id,
        coalesce((select max(a.created_at) from vulnerability_assessment a where a.trajectory_id = new.trajectory_id and a.id <> new.id), '-infinity'));
    when 'home_visit' then perform trust.tell_signallers(new.trajectory_id, 'visit', new.held_on, new.asked_organisation_id, '-infinity');
    when 'plan_agreement' then
      perform trust.tell_signallers(new.trajectory_id, 'plan', app.today(), new.author_organisation_id,
        coalesce((select max(a.created_at) from plan_agreement a where a.trajectory_id = new.trajectory_id and a.id <> new.id), '-infinity'));
    else perform trust.tell_signallers(new.id, 'closed', new.ended_on, coalesce(trust.my_organisation(), new.author_organisation_id), '-infinity');
  end case;
  return null;
end $$;
comment on function trust.signals_followed is 'The first assessment and the first agreement after a signal, each report of a visit, and the end of the line.';
create trigger signals_followed after insert on vulnerability_assessment for each row execute function trust.signals_followed();
create trigger signals_followed after insert on plan_agreement for each row execute function trust.signals_followed();
create trigger signals_followed after update of state on home_visit for each row when (new.state = 'reported' and old.state <> 'reported') execute function trust.signals_followed();
create trigger signals_followed after update of state on trajectory for each row when (new.state = 'ended' and old.state = 'open') execute function trust.signals_followed();

create function trust.signal_taken_along(of_note uuid) returns table (on_day date, organisation text)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select a.assessed_on, o.name from (select s.trajectory_id, min(s.created_at) as noted_at from signal s
      where s.noted_together = of_note and s.author_organisation_id = trust.my_organisation() and s.discussed_on is not null group by s.trajectory_id) noted
    join vulnerability_assessment a on a.trajectory_id = noted.trajectory_id and a.created_at > noted.noted_at join organisation o on o.id = a.author_organisation_id
  where exists (select from membership m where m.id = trust.my_membership() and trust.hears_outcome(m.principal, noted.trajectory_id, 'assessed')) order by a.number limit 1 $$;
comment on function trust.signal_taken_along is 'For whose organisation signalled and may know the family: the day of the first assessment after it and by which organisation, and nothing of what it said.';

create function trust.forget_outcomes(of_trajectory uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update work_item w set closed_at = now(), closed_why = 'no_ground' where w.trajectory_id = of_trajectory and w.kind = 'signal-followed' and w.closed_at is null
    and not trust.hears_outcome(w.principal, of_trajectory, w.facts ->> 'what') $$;
comment on function trust.forget_outcomes is 'Not for the application: what may no longer be heard leaves the lists.';

create function trust.follow_outcome_consent(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  perform trust.forget_outcomes(of_trajectory);
end $$;
comment on function trust.follow_outcome_consent is 'The family changed what it allows: what may no longer be heard leaves the lists at once.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.parts_of_outcome(text)', 'trust.hears_outcome(integer, uuid, text)', 'trust.tell_signallers(uuid, text, date, uuid, timestamptz)',
    'trust.signals_followed()', 'trust.signal_taken_along(uuid)', 'trust.forget_outcomes(uuid)', 'trust.follow_outcome_consent(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.signal_taken_along, trust.follow_outcome_consent to wieg_app;
