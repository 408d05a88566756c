-- Up Migration
-- Who leads follows from an assessment and from accepted transfers; nothing else writes it.

-- On routes 2 and 3 there is a lead from the first moment: until another accepts, who made the assessment [domain 3.9]. A change of category
-- is told to the lead [domain 3.2].
create function trust.lead_follows_category() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare assessor membership; lead case_lead; before text;
begin
  select m.* into assessor from membership m where m.professional_id = new.author_id and m.organisation_id = new.author_organisation_id and m.role = new.role
    order by m.until nulls first limit 1;
  if new.route > 1 and assessor.id is not null then
    insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, since, author_organisation_id, author_id)
    values (new.trajectory_id, assessor.id, assessor.professional_id, assessor.organisation_id, assessor.role, 'assessment', new.assessed_on, new.author_organisation_id, new.author_id)
    on conflict (trajectory_id) where ended_at is null do nothing;
    -- the youth health service or the municipality leads from the start: nothing to arrange [002]
    if found and exists (select from organisation o where o.id = assessor.organisation_id and o.kind in ('youth_health', 'municipality')) then
      insert into route_step (trajectory_id, step, outcome, author_organisation_id) values (new.trajectory_id, 'case_lead', 'done', new.author_organisation_id);
    end if;
  end if;
  select c.category into before from category_route c where c.trajectory_id = new.trajectory_id and c.number < new.number order by c.number desc limit 1;
  select l.* into lead from case_lead l where l.trajectory_id = new.trajectory_id and l.ended_at is null;
  if before <> new.category and lead.professional_id <> new.author_id then
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select m.principal, new.trajectory_id, 'case_lead.category_changed', new.trajectory_id, 'mine', new.assessed_on + 3, jsonb_build_object('on', new.assessed_on)
    from membership m where m.id = lead.membership_id
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
  end if;
  return null;
end $$;
alter function trust.lead_follows_category owner to wieg_guard;
create trigger lead_follows after insert on category_route for each row execute function trust.lead_follows_category();

create function trust.lead_has_left(of_lead case_lead) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select not exists (select from membership m join organisation o on o.id = m.organisation_id
    where m.id = of_lead.membership_id and o.active and coalesce(m.until, 'infinity') >= app.today()) $$;
comment on function trust.lead_has_left is 'The lead no longer works there.';

create function trust.offer_case_lead(of_trajectory uuid, organisation uuid, of_role text, of_membership uuid, answer_by date, out code text, out transfer uuid)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.must_be_involved(of_trajectory); lead case_lead;
begin
  select l.* into lead from case_lead l where l.trajectory_id = of_trajectory and l.ended_at is null for update;
  if lead.id is null then code := 'no-lead'; return; end if;
  if not exists (select from role_part p where p.role = asker.role and p.part = 5 and p.may_write)
    or (asker.organisation_id <> lead.organisation_id and not trust.lead_has_left(lead)) then code := 'not-the-lead'; return; end if;
  if of_membership = lead.membership_id then code := 'leads-already'; return; end if;
  if not exists (select from membership m join organisation o on o.id = m.organisation_id join role_part p on p.role = m.role and p.part = 5 and p.may_write and not p.own_only
    where m.organisation_id = organisation and m.role = of_role and o.active and coalesce(m.until, 'infinity') >= app.today() and (of_membership is null or m.id = of_membership))
    then code := 'nobody-there'; return; end if;
  if not exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = organisation)
    and not exists (select from consent c where c.trajectory_id = of_trajectory and c.own_person is null and c.given and c.withdrawn_on is null and c.given_on <= app.today()
      and coalesce(c.until, 'infinity') >= app.today() and 'identity' = any(c.parts)
      and (c.recipient_organisation_id = organisation or c.recipient_role = of_role)) then code := 'needs-consent'; return; end if;
  if exists (select from lead_transfer x where x.trajectory_id = of_trajectory and x.state = 'offered') then code := 'offered-already'; return; end if;
  insert into lead_transfer (trajectory_id, lead_id, from_organisation_id, to_organisation_id, to_role, to_membership_id, answer_by, municipality_code, author_organisation_id)
  values (of_trajectory, lead.id, lead.organisation_id, organisation, of_role, of_membership, answer_by, trust.municipality_of(of_trajectory), asker.organisation_id)
  returning id into transfer;
  code := 'done';
end $$;
comment on function trust.offer_case_lead is 'The lead''s organisation offers the lead to another; nothing changes until that one accepts. A lead must be allowed to know who the family is.';

create function trust.municipality_of(of_trajectory uuid) returns text language plpgsql stable security definer set search_path = public, pg_catalog as $$
begin
  return (select a.municipality_code from trajectory t join family_address a on a.family_id = t.family_id and a.until is null
    where t.id = of_trajectory order by a.since desc limit 1);
end $$;

create function trust.answer_case_lead(of_transfer uuid, accept boolean, why text) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); t lead_transfer; lead case_lead;
begin
  -- the lead first, then the transfer: the same order as an offer, so that two at once wait for each other
  perform from case_lead l where l.trajectory_id = (select x.trajectory_id from lead_transfer x where x.id = of_transfer) and l.ended_at is null for update;
  select x.* into t from lead_transfer x where x.id = of_transfer and x.to_organisation_id = asker.organisation_id and x.to_role = asker.role
    and (x.to_membership_id is null or x.to_membership_id = asker.membership_id) for update;
  if t.id is null then raise exception 'nothing was asked' using errcode = 'insufficient_privilege'; end if;
  if t.state <> 'offered' then return 'answered-already'; end if;
  update lead_transfer set state = case when accept then 'accepted' else 'declined' end, reason = case when accept then null else why end,
    answered_on = app.today(), answered_at = now(), answered_by = asker.professional_id, version = version + 1 where id = t.id;
  select l.* into lead from case_lead l where l.trajectory_id = t.trajectory_id and l.ended_at is null;
  if accept then
    update case_lead set ended_on = app.today(), ended_at = now(), version = version + 1 where id = lead.id;
    insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id)
    values (t.trajectory_id, asker.membership_id, asker.professional_id, asker.organisation_id, asker.role, case when t.by_conference then 'conference' else 'transfer' end, asker.organisation_id);
    if t.by_conference then perform trust.open_relation(t.trajectory_id, asker.organisation_id, 'conference'); end if;
  end if;
  perform trust.tell_former_lead(t.trajectory_id, t.id, lead.membership_id, case when accept then 'case_lead.accepted' else 'case_lead.declined' end);
  perform trust.settle_lead_alerts(t.trajectory_id, accept);
  return 'done';
end $$;
comment on function trust.answer_case_lead is 'Who was asked accepts, and leads from that moment, or declines with a reason. Of two who accept at once one is first.';

create function trust.tell_former_lead(of_trajectory uuid, of_subject uuid, of_membership uuid, of_kind text) returns void
language sql security definer set search_path = public, pg_catalog as $$
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, of_trajectory, of_kind, of_subject, 'mine', app.today() + 3, jsonb_build_object('on', app.today())
  from membership m where m.id = of_membership and coalesce(m.until, 'infinity') >= app.today()
  on conflict do nothing $$;

create function trust.settle_lead_alerts(of_trajectory uuid, new_lead boolean) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update work_item w set closed_at = now(), closed_why = 'settled' where w.closed_at is null and w.trajectory_id = of_trajectory
    and (w.kind in ('case_lead.not_accepted', 'case_lead.offer_again') or (new_lead and w.kind in ('case_lead.lead_left', 'case_lead.take_over')));
  update lead_alert a set settled_at = now(), version = version + 1 where a.trajectory_id = of_trajectory and a.settled_at is null
    and (a.kind = 'not_accepted' or new_lead);
end $$;

create function trust.withdraw_case_lead(of_transfer uuid) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); t lead_transfer;
begin
  select x.* into t from lead_transfer x where x.id = of_transfer and (x.from_organisation_id = asker.organisation_id or x.author_organisation_id = asker.organisation_id) for update;
  if t.id is null then raise exception 'not offered by you' using errcode = 'insufficient_privilege'; end if;
  perform trust.must_be_involved(t.trajectory_id);
  if t.state <> 'offered' then return 'answered-already'; end if;
  update lead_transfer set state = 'withdrawn', answered_on = app.today(), answered_at = now(), answered_by = asker.professional_id, version = version + 1 where id = t.id;
  perform trust.settle_lead_alerts(t.trajectory_id, false);
  return 'done';
end $$;
comment on function trust.withdraw_case_lead is 'Who offered takes the offer back, as long as it was not answered.';

create function trust.alert_case_leads() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare stuck record; alert uuid; coordinator record; raised integer := 0;
begin
  for stuck in
    select 'not_accepted' as kind, x.id as subject, x.trajectory_id, l.membership_id, l.organisation_id as lead_organisation, l.role as lead_role, x.to_organisation_id as asked, x.answer_by as since
    from lead_transfer x join case_lead l on l.id = x.lead_id join trajectory t on t.id = x.trajectory_id and t.state = 'open'
    where x.state = 'offered' and x.answer_by < app.today()
    union all
    select 'lead_left', l.id, l.trajectory_id, l.membership_id, l.organisation_id, l.role, null, l.since
    from case_lead l join trajectory t on t.id = l.trajectory_id and t.state = 'open'
    join membership m on m.id = l.membership_id join organisation o on o.id = l.organisation_id
    where l.ended_at is null and (m.until < app.today() or not o.active)
  loop
    select o.id, team.principal into coordinator from organisation o join team on team.organisation_id = o.id and team.role = 'knooppunt_coordinator'
    where o.kind = 'municipality' and o.active and (o.home_municipality = trust.municipality_of(stuck.trajectory_id)
      or exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = trust.municipality_of(stuck.trajectory_id)))
      and exists (select from membership m where m.organisation_id = o.id and m.role = 'knooppunt_coordinator' and coalesce(m.until, 'infinity') >= app.today())
    order by (o.home_municipality = trust.municipality_of(stuck.trajectory_id)) desc limit 1;
    insert into lead_alert (trajectory_id, kind, subject_id, organisation_id, lead_organisation_id, asked_organisation_id, municipality_code, author_organisation_id)
    values (stuck.trajectory_id, stuck.kind, stuck.subject, coordinator.id, stuck.lead_organisation, stuck.asked, trust.municipality_of(stuck.trajectory_id), stuck.lead_organisation)
    on conflict (kind, subject_id) where settled_at is null do nothing returning id into alert;
    if alert is null then continue; end if;
    raised := raised + 1;
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select p.principal, stuck.trajectory_id, p.kind, p.subject, 'mine', app.today() + 1, jsonb_build_object('since', stuck.since)
    from (select coordinator.principal, 'case_lead.' || stuck.kind as kind, alert as subject
      union all select m.principal, 'case_lead.offer_again', stuck.trajectory_id from membership m where stuck.kind = 'not_accepted' and m.id = stuck.membership_id
      union all select m.principal, 'case_lead.take_over', stuck.trajectory_id from team m
        where stuck.kind = 'lead_left' and m.organisation_id = stuck.lead_organisation and m.role = stuck.lead_role) p
    where p.principal is not null on conflict do nothing;
  end loop;
  return raised;
end $$;
comment on function trust.alert_case_leads is 'Daily: tells the coordinator of the Knooppunt, and the lead or her colleagues, what got stuck. Told once until it is settled.';

do $$ declare f text; begin
  foreach f in array array['lead_has_left', 'offer_case_lead', 'municipality_of', 'answer_case_lead', 'tell_former_lead', 'settle_lead_alerts', 'withdraw_case_lead', 'alert_case_leads'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.offer_case_lead, trust.answer_case_lead, trust.withdraw_case_lead to wieg_app;
grant execute on function trust.alert_case_leads to wieg_worker;
