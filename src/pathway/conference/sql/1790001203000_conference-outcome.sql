-- Up Migration
-- What is decided goes straight to where it belongs [002; domain 3.7, 3.9]. The chair has no right of her own on a plan or a lead: in an open
-- sitting, for a case before it, with the family's consent, and for who is at the table, this function does it for her.
create function trust.sits_at(of_item agenda_item, organisation uuid, of_role text, of_membership uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from conference_participant p left join membership m on m.id = of_membership
    where p.sitting_id = of_item.sitting_id and (p.item_id is null or p.item_id = of_item.id) and exists (select from role_part r where r.role = p.role and r.part = 1)
      and (of_membership is null or (m.organisation_id, m.role) = (organisation, of_role))
      and (p.membership_id is not null and p.membership_id = of_membership
        or p.membership_id is null and (p.organisation_id, p.role) = (coalesce(m.organisation_id, organisation), coalesce(m.role, of_role))
          and (of_membership is null or coalesce(m.until, 'infinity') >= app.today()))) $$;
comment on function trust.sits_at is 'Not for the application: is at the table for this case, by herself or in her team.';

create function trust.keep_outcome(of_item agenda_item, of_kind text, organisation uuid, of_role text, of_membership uuid, offer uuid, subject uuid) returns void
language sql security definer set search_path = public, pg_catalog as $$
  insert into agenda_outcome (trajectory_id, item_id, kind, organisation_id, role, membership_id, offer_id, subject_id, settled_at, author_organisation_id)
  values (of_item.trajectory_id, of_item.id, of_kind, organisation, of_role, of_membership, offer, subject, case when subject is not null then now() end, of_item.author_organisation_id) $$;
comment on function trust.keep_outcome is 'Not for the application: one thing that came of a case.';

create function trust.join_after_conference(of_item agenda_item, organisation uuid, of_role text, of_membership uuid) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare relation uuid; person uuid := (select m.professional_id from membership m where m.id = of_membership);
begin
  if not trust.sits_at(of_item, organisation, of_role, of_membership) then return false; end if;
  if exists (select from agenda_outcome a where a.item_id = of_item.id and a.kind = 'join' and a.organisation_id = organisation and a.role = of_role) then return true; end if;
  insert into care_relation (trajectory_id, organisation_id, role, professional_id, basis) values (of_item.trajectory_id, organisation, of_role, person, 'conference') returning id into relation;
  perform trust.keep_outcome(of_item, 'join', organisation, of_role, of_membership, null, relation);
  return true;
end $$;
comment on function trust.join_after_conference is 'Not for the application: who the outcome names stays involved after the sitting.';

create function trust.name_lead(of_item agenda_item, organisation uuid, of_role text, of_membership uuid, answer_by date) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare lead case_lead; transfer uuid; asked integer; facts jsonb;
begin
  select l.* into lead from case_lead l where l.trajectory_id = of_item.trajectory_id and l.ended_at is null for update;
  if lead.id is null then return 'no-lead'; end if;
  if lead.membership_id = of_membership or of_membership is null and (lead.organisation_id, lead.role) = (organisation, of_role) then
    perform trust.keep_outcome(of_item, 'lead', lead.organisation_id, lead.role, lead.membership_id, null, lead.id);
    return 'done';
  end if;
  if not trust.sits_at(of_item, organisation, of_role, of_membership) then return 'not-at-table'; end if;
  if not exists (select from role_part p where p.role = of_role and p.part = 5 and p.may_write and not p.own_only) then return 'leads-no-case'; end if;
  with taken_back as ( -- what the conference decides takes the place of an offer that waits
    update lead_transfer x set state = 'withdrawn', answered_on = app.today(), answered_at = now(), version = version + 1
    where x.trajectory_id = of_item.trajectory_id and x.state = 'offered' returning x.id)
  update work_item w set closed_at = now(), closed_why = 'withdrawn' from taken_back where w.kind = 'case_lead.offered' and w.subject_id = taken_back.id and w.closed_at is null;
  insert into lead_transfer (trajectory_id, lead_id, from_organisation_id, to_organisation_id, to_role, to_membership_id, answer_by, municipality_code, by_conference, author_organisation_id)
  values (of_item.trajectory_id, lead.id, lead.organisation_id, organisation, of_role, of_membership, answer_by, trust.municipality_of(of_item.trajectory_id), true, lead.organisation_id)
  returning id into transfer;
  if not exists (select from care_relation r where r.trajectory_id = of_item.trajectory_id and r.organisation_id = organisation and r.basis <> 'agenda'
      and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()) then
    insert into relation_offer (trajectory_id, organisation_id, basis, offered_by) values (of_item.trajectory_id, organisation, 'case_lead', lead.organisation_id) on conflict do nothing;
  end if;
  facts := jsonb_build_object('from', (select o.name from organisation o where o.id = lead.organisation_id), 'on', app.today());
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select whom.principal, of_item.trajectory_id, 'case_lead.offered', transfer, whom.side, answer_by, facts
  from (select coalesce((select m.principal from membership m where m.id = of_membership), (select t.principal from team t where t.organisation_id = organisation and t.role = of_role)) as principal, 'mine' as side
    union all select m.principal, 'waiting' from membership m where m.id = lead.membership_id) whom on conflict do nothing;
  perform trust.keep_outcome(of_item, 'lead', organisation, of_role, of_membership, null, transfer);
  return 'done';
end $$;
comment on function trust.name_lead is 'Not for the application: the conference names who leads; it takes effect when that one accepts [domain 3.9].';

create function trust.agree_at_conference(of_item agenda_item, agreed jsonb, discuss_by date) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare member membership; made uuid; evaluate date := (agreed ->> 'evaluateOn')::date;
begin
  if agreed ->> 'kind' = 'professional' then
    select m.* into member from membership m where m.id = (agreed ->> 'key')::uuid;
    if member.id is null or not trust.join_after_conference(of_item, member.organisation_id, member.role, member.id) then return 'not-at-table'; end if;
  end if;
  insert into plan_agreement (trajectory_id, wording, responsible_kind, responsible_membership_id, responsible_person_id, responsible_name, evaluate_on, author_organisation_id)
  values (of_item.trajectory_id, agreed ->> 'wording', agreed ->> 'kind', member.id, case when agreed ->> 'kind' = 'family' then (agreed ->> 'key')::uuid end,
    case when agreed ->> 'kind' = 'network' then agreed ->> 'key' end, evaluate, of_item.author_organisation_id) returning id into made;
  perform trust.keep_outcome(of_item, 'agreement', null, null, null, null, made);
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select member.principal, of_item.trajectory_id, 'plan.agreement', made, 'mine', evaluate, jsonb_build_object('on', evaluate, 'by', (select o.name from organisation o where o.id = trust.my_organisation()))
  where member.id is not null
  union all
  select m.principal, of_item.trajectory_id, 'plan.discuss', of_item.trajectory_id, 'mine', discuss_by, jsonb_build_object('on', app.today())
  from case_lead l join membership m on m.id = l.membership_id where l.trajectory_id = of_item.trajectory_id and l.ended_at is null
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
  return 'done';
end $$;
comment on function trust.agree_at_conference is 'Not for the application: an agreement straight into the family plan; the lead discusses it with the family.';

create function trust.decide_case(of_item uuid, seen_version integer, made_decision text, joining jsonb, lead_to jsonb, agreements jsonb, offers uuid[], answer_by date, discuss_by date) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare s conference_sitting; i agenda_item; one jsonb; outcome text := 'done'; asked text;
begin
  select x.* into s from conference_sitting x where x.id = (select a.sitting_id from agenda_item a where a.id = of_item) for update;
  if s.id is null or not trust.chairs_series(s.series_id) then raise exception 'not hers to chair' using errcode = 'insufficient_privilege'; end if;
  select a.* into i from agenda_item a where a.id = of_item for update;
  if i.state = 'off' or not trust.conference_allowed(i.trajectory_id, app.today()) then return 'case-gone'; end if;
  if i.version is distinct from seen_version then return 'changed-meanwhile'; end if;
  if s.state <> 'open' or i.state <> 'on_agenda' then return 'not-in-state'; end if;
  asked := (select k.question from conference_case k where k.id = i.case_id);
  update agenda_item set state = 'discussed', question = asked, decision = made_decision, decided_on = app.today(), version = version + 1 where id = of_item returning * into i;
  for one in select * from jsonb_array_elements(joining) loop
    if not trust.join_after_conference(i, (one ->> 'organisationId')::uuid, one ->> 'role', (one ->> 'membershipId')::uuid) then outcome := 'not-at-table'; end if;
  end loop;
  if lead_to is not null and outcome = 'done' then
    outcome := trust.name_lead(i, (lead_to ->> 'organisationId')::uuid, lead_to ->> 'role', (lead_to ->> 'membershipId')::uuid, answer_by); end if;
  for one in select * from jsonb_array_elements(agreements) loop
    if outcome = 'done' then outcome := trust.agree_at_conference(i, one, discuss_by); end if;
  end loop;
  if outcome <> 'done' then return outcome; end if; -- nothing of it stands: the caller takes the transaction back
  insert into agenda_outcome (trajectory_id, item_id, kind, offer_id, author_organisation_id) select i.trajectory_id, i.id, 'referral', o.id, i.author_organisation_id from support_offer o where o.id = any(offers);
  if exists (select from category_route c where c.trajectory_id = i.trajectory_id) then
    perform trust.write_route_step(i.trajectory_id, 'conference', 'done'); end if;
  update conference_case k set state = 'removed', removed_on = app.today(), removed_because = 'discussed', version = k.version + 1 where k.id = i.case_id and k.state = 'waiting';
  update work_item w set closed_at = now(), closed_why = 'done' where w.trajectory_id = i.trajectory_id and w.closed_at is null
    and (w.kind = 'route.conference' or w.kind = 'conference.case' and w.subject_id = i.id);
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, i.trajectory_id, 'conference.outcome', i.id, 'mine', app.today() + 3, jsonb_build_object('on', app.today(), 'name', (select r.name from conference_series r where r.id = s.series_id))
  from case_lead l join membership m on m.id = l.membership_id where l.trajectory_id = i.trajectory_id and l.ended_at is null on conflict do nothing;
  perform trust.seat_relations(array[i.trajectory_id]);
  perform trust.sitting_work(s.id);
  return 'done';
end $$;
comment on function trust.decide_case is 'The chair records what was decided about a case: who leads, who joins, agreements, help to ask for. Each goes where it belongs; the lead carries out the rest.';

create function trust.settle_outcome(of_outcome uuid, subject uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare o agenda_outcome; asker trust.asker;
begin
  select * into o from agenda_outcome a where a.id = of_outcome for update;
  asker := trust.must_be_involved(o.trajectory_id);
  if not trust.may_write_plan(o.trajectory_id, o.author_organisation_id) then raise exception 'not hers to settle' using errcode = 'insufficient_privilege'; end if;
  if o.settled_at is not null then return false; end if;
  update agenda_outcome set subject_id = subject, settled_at = now(), version = version + 1 where id = of_outcome;
  return true;
end $$;
comment on function trust.settle_outcome is 'Who carries out an outcome says what became of it: the referral, or nothing because the family does not want it.';

do $$ declare f text; begin
  foreach f in array array['sits_at', 'keep_outcome', 'join_after_conference', 'name_lead', 'agree_at_conference', 'decide_case', 'settle_outcome'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.decide_case, trust.settle_outcome to wieg_app;
