-- Up Migration
-- Who may write the plan of this line: her role does, and the family shares it with her, or it is her own organisation's. Involved is not enough.
create function trust.may_write_plan(of_trajectory uuid, author uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return coalesce(5::smallint = any(asker.writes), false) and (coalesce(author = asker.organisation_id, false)
    or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 5 and g.own_person is null and g.may_write and g.until >= app.today()));
end $$;
comment on function trust.may_write_plan is 'Not for the application: the asker''s role writes plans, and this one is shared with her or of her own organisation.';
alter function trust.may_write_plan owner to wieg_guard;

-- An evaluation of the plan that scales up puts the case on the list again [domain 3.5, 3.7], by who may write the plan.
create function trust.list_case_again(of_trajectory uuid, with_question text, sitting_by date) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); newest route_step;
begin
  if not trust.may_write_plan(of_trajectory, (select t.author_organisation_id from trajectory t where t.id = of_trajectory)) then
    raise exception 'not her plan to write' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended('route_step ' || of_trajectory, 0));
  if exists (select from conference_case k where k.trajectory_id = of_trajectory and k.state = 'waiting') then return false; end if;
  select * into newest from route_step s where s.trajectory_id = of_trajectory and s.step = 'conference' order by s.number desc limit 1;
  if newest.outcome in ('done', 'declined') then -- the step is open again; where the family's case was discussed it waits again by that
    insert into route_step (trajectory_id, step, outcome, author_organisation_id) values (of_trajectory, 'conference', 'reopened', asker.organisation_id);
  end if;
  insert into conference_case as k (trajectory_id, conference_organisation_id, due_on, question, basis, author_organisation_id, author_id)
  values (of_trajectory, trust.conference_of(of_trajectory), sitting_by, with_question, 'evaluation', asker.organisation_id, asker.professional_id)
  on conflict (trajectory_id) where state = 'waiting' do update set due_on = excluded.due_on, question = excluded.question, basis = excluded.basis, version = k.version + 1;
  return true;
end $$;
comment on function trust.list_case_again is 'Puts a case on the list of the conference with its question. False when it waits there already.';
alter function trust.list_case_again owner to wieg_guard;
grant execute on function trust.list_case_again to wieg_app;

-- Whether it waits: for who may write the plan but not see the assessment that put it there. Nothing of the case itself.
create function trust.case_waits(of_trajectory uuid) returns boolean
language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select exists (select from trust.asker() a join role_part p on p.role = a.role and p.part = 5 and p.may_write
    join access_grant g on g.principal = any(a.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today()
    join conference_case k on k.trajectory_id = of_trajectory and k.state = 'waiting') $$;
comment on function trust.case_waits is 'Whether the case waits for a conference, for who writes the plan.';
alter function trust.case_waits owner to wieg_guard;
grant execute on function trust.case_waits to wieg_app;
