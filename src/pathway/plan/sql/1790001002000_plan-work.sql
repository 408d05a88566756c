-- Up Migration
-- What the plan asks by itself: on its day how it went, and who takes over what someone left behind.
create function trust.responsible_left(agreed plan_agreement) returns boolean
language sql stable security definer set search_path = public, app, pg_catalog as $$
  select case agreed.responsible_kind
    when 'professional' then not exists (select from membership m join organisation o on o.id = m.organisation_id and o.active
      join care_relation r on r.organisation_id = o.id and r.trajectory_id = agreed.trajectory_id and coalesce(r.until, 'infinity') >= app.today()
      where m.id = agreed.responsible_membership_id and coalesce(m.until, 'infinity') >= app.today())
    when 'family' then not exists (select from family_member f where f.id = agreed.responsible_person_id and f.until is null and f.died_on is null)
    else false end $$;
comment on function trust.responsible_left is 'Who is responsible for an agreement does not work there any more, her organisation is not involved any more, or she or he is not in the family any more.';

-- Not for the application: who is asked about a part of the plan. She herself if she may write it, else the case lead, else who recorded it, else her team.
create function trust.asked_about_plan(of_trajectory uuid, first_membership uuid, recorded_by uuid) returns integer
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select asked.principal from (
    select 1 as nth, m.principal, m.id from membership m where m.id = first_membership
    union all
    select 2, m.principal, m.id from case_lead l join membership m on m.id = l.membership_id where l.trajectory_id = of_trajectory and l.ended_at is null
    union all
    select 3, m.principal, m.id from membership m where m.id = recorded_by) asked
  join membership m on m.id = asked.id and coalesce(m.until, 'infinity') >= app.today()
  join organisation o on o.id = m.organisation_id and o.active
  join team t on t.organisation_id = m.organisation_id and t.role = m.role
  join role_part p on p.role = m.role and p.part = 5 and p.may_write
  where asked.nth > 1 or exists (select from access_grant g where g.principal in (m.principal, t.principal) and g.trajectory_id = of_trajectory
    and g.part = 5 and g.may_write and g.until >= app.today()) or exists (select from membership r where r.id = recorded_by and r.organisation_id = m.organisation_id)
  union all
  select t.principal from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role where m.id = recorded_by
  limit 1 $$;
comment on function trust.asked_about_plan is 'Not for the application: who is asked how a goal or an agreement went.';

create function trust.ask_about_plans() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare due record; asked integer; put integer; total integer := 0;
begin
  for due in
    select 'plan.evaluation' as kind, 'goal' as what, g.id, g.trajectory_id, null::uuid as first_membership, g.author_membership_id as recorded_by, g.evaluate_on as due_on
    from plan_goal g join trajectory t on t.id = g.trajectory_id and t.state = 'open' where g.state = 'open' and g.evaluate_on <= app.today()
    union all
    select 'plan.evaluation', 'agreement', a.id, a.trajectory_id, a.responsible_membership_id, a.author_membership_id, a.evaluate_on
    from plan_agreement a join trajectory t on t.id = a.trajectory_id and t.state = 'open'
    where a.state = 'open' and a.evaluate_on <= app.today() and not trust.responsible_left(a)
    union all
    select 'plan.responsible-left', 'agreement', a.id, a.trajectory_id, null, a.author_membership_id, app.today() + 3
    from plan_agreement a join trajectory t on t.id = a.trajectory_id and t.state = 'open' where a.state = 'open' and trust.responsible_left(a)
  loop
    asked := trust.asked_about_plan(due.trajectory_id, due.first_membership, due.recorded_by);
    -- a lead who was followed up is asked no longer; who already has the agreement on her list is not asked twice
    update work_item w set closed_at = now(), closed_why = 'other-person' where w.subject_id = due.id and w.kind = due.kind and w.closed_at is null
      and w.principal is distinct from asked;
    if due.kind = 'plan.responsible-left' then
      update work_item w set closed_at = now(), closed_why = 'left' where w.subject_id = due.id and w.kind = 'plan.agreement' and w.closed_at is null;
    end if;
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select asked, due.trajectory_id, due.kind, due.id, 'mine', due.due_on, jsonb_build_object('what', due.what, 'on', due.due_on)
    where asked is not null and not exists (select from work_item w where w.subject_id = due.id and w.kind = 'plan.agreement' and w.principal = asked and w.closed_at is null)
    on conflict do nothing;
    get diagnostics put = row_count;
    total := total + put;
  end loop;
  return total;
end $$;
comment on function trust.ask_about_plans is 'Daily: asks how what reached its day went, and puts before the case lead what someone who left was responsible for. Asked once.';

do $$ declare f text; begin
  foreach f in array array['responsible_left', 'asked_about_plan', 'ask_about_plans'] loop execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.responsible_left to wieg_app;
grant execute on function trust.ask_about_plans to wieg_worker;
