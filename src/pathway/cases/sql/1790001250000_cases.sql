-- Up Migration
-- What is stuck in the cases that someone leads, or coordinates for her municipality: why, how long, with whom [screens.md; domain 3.9].
create table app.followed_kind (
  name text primary key,
  part smallint not null references part,
  at_once boolean not null
);
comment on table app.followed_kind is 'Kinds of work that who leads or coordinates a case sees when it gets stuck, written at each migration from src/main/workKinds.ts.';
comment on column app.followed_kind.name is 'Kind, as in work_item.';
comment on column app.followed_kind.part is 'Seen by who may read this part of the line.';
comment on column app.followed_kind.at_once is 'Stuck as soon as it is there; else once its term has passed.';

create index work_item_taken_up on work_item (subject_id) where closed_at is null and kind = 'case.taken-up';

create function trust.my_cases(of_scope text) returns setof uuid language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); today date := app.today(); areas text[];
begin
  if asker.session_id is null or not 5 = any(asker.writes) then raise exception 'not for this role' using errcode = 'insufficient_privilege'; end if;
  if of_scope = 'lead' then
    return query select l.trajectory_id from case_lead l join trajectory t on t.id = l.trajectory_id and t.state = 'open'
      where l.membership_id = asker.membership_id and l.ended_at is null;
  elsif of_scope = 'municipality' and asker.role = 'knooppunt_coordinator' then
    areas := array(select o.home_municipality from organisation o where o.id = asker.organisation_id and o.home_municipality is not null
      union select a.municipality_code from organisation_area a where a.organisation_id = asker.organisation_id);
    return query
      select t.id from access_grant g join trajectory t on t.id = g.trajectory_id and t.state = 'open'
      where g.principal = any(asker.principals) and g.part = 1 and g.own_person is null and g.until >= today
        and (select c.route from category_route c where c.trajectory_id = t.id order by c.number desc limit 1) > 1
        and exists (select from access_grant r where r.trajectory_id = t.id and r.part = 10 and r.principal = any(asker.principals) and r.own_person is null and r.until >= today)
        and exists (select from family_address a where a.family_id = t.family_id and a.until is null and a.municipality_code = any(areas))
      union select a.trajectory_id from lead_alert a where a.organisation_id = asker.organisation_id and a.settled_at is null;
  end if;
end $$;
comment on function trust.my_cases is 'The open lines that the asker leads; or, for the coordinator of a Knooppunt, those on route 2 and 3 in her municipality that she may see, and those of which she was told that they have no lead.';

-- What the asker's organisation recorded itself it sees without a grant [access.md 1].
create function trust.recorded_by_mine(of_kind text, of_trajectory uuid, of_subject uuid, of_part smallint) returns boolean
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare mine uuid[] := trust.my_own(of_part);
begin
  return case split_part(of_kind, '.', 1)
    when 'referral' then exists (select from referral_candidate c where c.id = of_subject and c.author_organisation_id = any(mine))
    when 'plan' then exists (select from plan_agreement a where a.id = of_subject and a.author_organisation_id = any(mine))
      or exists (select from plan_goal g where g.id = of_subject and g.author_organisation_id = any(mine))
    when 'handover' then exists (select from handover h where h.id = of_subject and h.author_organisation_id = any(mine))
    when 'home-visit' then exists (select from home_visit h where h.id = of_subject and h.author_organisation_id = any(mine))
    when 'case_lead' then exists (select from case_lead l where l.trajectory_id = of_trajectory and l.ended_at is null and l.organisation_id = any(mine))
    when 'route' then exists (select from category_route c where c.trajectory_id = of_trajectory and c.author_organisation_id = any(mine))
    when 'assessment' then exists (select from category_route c where c.trajectory_id = of_trajectory and c.author_organisation_id = any(mine))
    else false end;
end $$;
comment on function trust.recorded_by_mine is 'Not for the application: whether what a piece of work is about was recorded by the asker''s organisation, and her role may read it.';

create function trust.case_work(of_scope text, only_items bigint[] default null) returns table (id bigint, trajectory_id uuid, kind text, subject_id uuid, due_on date, since date, facts jsonb, principal integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker(); today date := app.today(); mine uuid[] := array(select trust.my_cases(of_scope));
begin
  return query
    with granted as (
      select g.trajectory_id, array_agg(distinct g.part) as parts from access_grant g
      where g.trajectory_id = any(mine) and g.principal = any(asker.principals) and g.own_person is null and g.until >= today group by g.trajectory_id
    )
    select w.id, w.trajectory_id, w.kind, w.subject_id, w.due_on, w.since, case when only_items is not null then w.facts end, w.principal
    from work_item w join followed_kind k on k.name = w.kind left join granted g on g.trajectory_id = w.trajectory_id
    where w.trajectory_id = any(mine) and w.closed_at is null and w.side = 'mine' and (k.at_once or w.due_on < today) and (only_items is null or w.id = any(only_items))
      and (k.part = any(g.parts) or w.principal = any(asker.principals) or trust.recorded_by_mine(w.kind, w.trajectory_id, w.subject_id, k.part));
end $$;
comment on function trust.case_work is 'Work that is stuck in the asker''s cases, whoever has it, of the parts that she may read; with its facts when single items are asked for. Facts are codes, days and names of organisations.';

create function trust.taken_up(subjects uuid[]) returns table (subject_id uuid, membership_id uuid, professional text, taken_on date)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select w.subject_id, m.id, p.display_name, w.since from work_item w join membership m on m.principal = w.principal join professional p on p.id = m.professional_id
  where w.subject_id = any(subjects) and w.kind = 'case.taken-up' and w.closed_at is null
    and w.trajectory_id in (select trust.my_cases('lead') union all select trust.my_cases('municipality')) $$;
comment on function trust.taken_up is 'Who looks into what is stuck, of the asker''s cases.';

create function trust.take_up_case_work(of_item bigint, due date, with_facts jsonb) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); item record;
begin
  if not coalesce(trust.plain_facts(with_facts) and due between app.today() and app.today() + 31, false) then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  select w.* into item from (select * from trust.case_work('lead', array[of_item]) union all select * from trust.case_work('municipality', array[of_item])) w limit 1;
  if item.id is null then return 'case-not-stuck'; end if;
  perform from work_item w where w.id = item.id for update; -- of two who take it up at once one is first
  if exists (select from work_item w where w.subject_id = item.subject_id and w.kind = 'case.taken-up' and w.closed_at is null) then return 'case-taken-already'; end if;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, item.trajectory_id, 'case.taken-up', item.subject_id, 'mine', due, with_facts from membership m where m.id = asker.membership_id;
  return 'done';
end $$;
comment on function trust.take_up_case_work is 'Puts what is stuck on the asker''s own list, and says so to who else follows the case. One at a time.';

-- What is solved waits for nobody who took it up either.
create function trust.case_work_solved() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  update work_item w set closed_at = now(), closed_why = 'solved' where w.subject_id = new.subject_id and w.kind = 'case.taken-up' and w.closed_at is null
    and not exists (select from work_item s join followed_kind k on k.name = s.kind where s.trajectory_id = w.trajectory_id and s.subject_id = w.subject_id
      and s.closed_at is null and s.side = 'mine' and (k.at_once or s.due_on < app.today()));
  return null;
end $$;
create trigger case_work_solved after update of closed_at on work_item for each row
  when (old.closed_at is null and new.closed_at is not null and new.trajectory_id is not null and new.kind <> 'case.taken-up') execute function trust.case_work_solved();

do $$ declare f regprocedure; begin
  foreach f in array array['trust.my_cases(text)', 'trust.recorded_by_mine(text, uuid, uuid, smallint)', 'trust.case_work(text, bigint[])', 'trust.taken_up(uuid[])', 'trust.take_up_case_work(bigint, date, jsonb)', 'trust.case_work_solved()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.my_cases, trust.case_work, trust.taken_up, trust.take_up_case_work to wieg_app;
