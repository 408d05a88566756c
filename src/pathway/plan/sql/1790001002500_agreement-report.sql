-- Up Migration
-- Who carries out an agreement but does not write the plan says how it goes; the plan itself changes with the family [domain 3.5; access.md 2].
create table plan_agreement_report (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  agreement_id uuid not null,
  outcome text not null check (outcome in ('done', 'goes_on', 'not_working')),
  sentence text not null check (length(trim(sentence)) between 1 and 1000),
  reported_on date not null default app.today(),
  reported_by uuid not null references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (agreement_id, trajectory_id) references plan_agreement (id, trajectory_id)
);
create index plan_agreement_report_of on plan_agreement_report (agreement_id, created_at desc);
create index plan_agreement_report_of_trajectory on plan_agreement_report (trajectory_id, created_at desc);
comment on table plan_agreement_report is 'How it goes with an agreement, by who carries it out and does not write the plan. FHIR CarePlan.activity.progress.';
comment on column plan_agreement_report.id is 'Random id.';
comment on column plan_agreement_report.trajectory_id is 'The line.';
comment on column plan_agreement_report.agreement_id is 'The agreement.';
comment on column plan_agreement_report.outcome is 'done, goes_on or not_working.';
comment on column plan_agreement_report.sentence is 'How it went, in a line; the family may read it.';
comment on column plan_agreement_report.reported_on is 'Day.';
comment on column plan_agreement_report.reported_by is 'Who, in her job.';
comment on column plan_agreement_report.author_organisation_id is 'Organisation that carries it out.';
comment on column plan_agreement_report.author_id is 'Professional who reported it.';
comment on column plan_agreement_report.created_at is 'When recorded.';
comment on column plan_agreement_report.version is 'Always one.';
-- Beside who may read the plan: who carries it out, and who recorded the agreement.
select trust.protect('plan_agreement_report', 'plan', also => $$author_organisation_id = (select trust.my_organisation())
  and (select true from access_grant g where g.principal = any((select trust.my_principals())::int[]) and g.trajectory_id = plan_agreement_report.trajectory_id
    and g.part = 11 and g.own_person is null and g.until >= (select app.today()) limit 1)
  or exists (select from plan_agreement a where a.id = agreement_id and a.author_organisation_id = any((select trust.my_own(5::smallint))::uuid[]))$$);
drop policy add on plan_agreement_report;
drop policy change on plan_agreement_report;
revoke insert, update on plan_agreement_report from wieg_app;

create function trust.report_agreement(of_agreement uuid, seen_version integer, came_of_it text, in_words text, due date) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); a plan_agreement;
begin
  select x.* into a from plan_agreement x where x.id = of_agreement for no key update;
  if a.id is null or asker.session_id is null or a.responsible_organisation_id is distinct from asker.organisation_id
    or not exists (select from role_part p where p.role = asker.role and p.part = 11 and p.may_read)
    or not exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = a.trajectory_id and g.part = 11 and g.own_person is null and g.until >= app.today()) then
    raise exception 'not hers to report' using errcode = 'insufficient_privilege'; end if;
  if a.state <> 'open' or not exists (select from trajectory t where t.id = a.trajectory_id and t.state = 'open') then return 'not-open'; end if;
  if a.version <> seen_version then return 'changed-meanwhile'; end if;
  insert into plan_agreement_report (trajectory_id, agreement_id, outcome, sentence, reported_by, author_organisation_id)
  values (a.trajectory_id, a.id, came_of_it, in_words, asker.membership_id, asker.organisation_id);
  if came_of_it <> 'goes_on' then -- nothing more is asked of her; what follows is looked at with the family
    update work_item w set closed_at = now(), closed_why = 'reported' where w.subject_id = a.id and w.kind = 'plan.agreement' and w.closed_at is null;
  end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select asked, a.trajectory_id, 'plan.reported', a.id, 'mine', due, jsonb_build_object('outcome', came_of_it, 'on', app.today(), 'by', o.name)
  from organisation o cross join lateral trust.asked_about_plan(a.trajectory_id, null, a.author_membership_id) as asked where o.id = asker.organisation_id and asked is not null
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
  return 'done';
end $$;
comment on function trust.report_agreement is 'Someone of the organisation that carries out an agreement says how it goes; it comes before the case lead.';
alter function trust.report_agreement owner to wieg_guard;
grant execute on function trust.report_agreement to wieg_app;
