-- Up Migration
-- What someone of the family decides: each with what it asks of a professional, in one transaction with its trail event.
create function family.tell_lead(of_trajectory uuid, of_kind text, of_subject uuid, due date) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select told.principal, of_trajectory, of_kind, of_subject, 'mine', due, jsonb_build_object('on', app.today())
  from (
    select m.principal, true as leads from case_lead l join membership m on m.id = l.membership_id join organisation o on o.id = m.organisation_id and o.active
      where l.trajectory_id = of_trajectory and l.ended_at is null and coalesce(m.until, 'infinity') >= app.today()
    union all
    select t.principal, false from trajectory r join team t on t.organisation_id = r.author_organisation_id join role_part p on p.role = t.role and p.part = 5 and p.may_write
      where r.id = of_trajectory) told
  where told.leads or not exists (select from case_lead l join membership m on m.id = l.membership_id join organisation o on o.id = m.organisation_id and o.active
    where l.trajectory_id = of_trajectory and l.ended_at is null and coalesce(m.until, 'infinity') >= app.today())
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts where w.trajectory_id = excluded.trajectory_id;
end $$;
comment on function family.tell_lead is 'Not for the application: puts it before the case lead; without one before the team that registered the line.';

create function family.must_decide() returns family.person language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  if exists (select from trajectory t where t.id = me.trajectory_id and t.state = 'ended') then raise exception 'this line has ended' using errcode = 'restrict_violation'; end if;
  return me;
end $$;
comment on function family.must_decide is 'Not for the application: the mother, who decides on a line that goes on.';

create function family.lock_plan() returns void language plpgsql security definer set search_path = family, pg_catalog as $$
declare me family.person := family.must_decide();
begin perform pg_advisory_xact_lock(hashtextextended('family-plan ' || me.trajectory_id, 0)); end $$;
comment on function family.lock_plan is 'Nobody changes the plan while she agrees to it.';

create function family.agree_plan(content jsonb, with_number integer, due date) returns integer language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare me family.person := family.must_decide(); made uuid;
begin
  perform family.lock_plan();
  if with_number <> (select coalesce(max(v.number), 0) + 1 from plan_version v where v.trajectory_id = me.trajectory_id)
    or exists (select q.id::text, q.wording from plan_question q where q.trajectory_id = me.trajectory_id and q.state = 'open' except select e ->> 'id', e ->> 'wording' from jsonb_array_elements(content -> 'questions') e)
    or exists (select g.id::text, g.wording from plan_goal g where g.trajectory_id = me.trajectory_id and g.state = 'open' except select e ->> 'id', e ->> 'wording' from jsonb_array_elements(content -> 'goals') e)
    or exists (select a.id::text, a.wording, a.evaluate_on::text from plan_agreement a where a.trajectory_id = me.trajectory_id and a.state = 'open'
      except select e ->> 'id', e ->> 'wording', e ->> 'evaluateOn' from jsonb_array_elements(content -> 'agreements') e)
    or (select count(*) from plan_question q where q.trajectory_id = me.trajectory_id and q.state = 'open') <> jsonb_array_length(content -> 'questions')
    or (select count(*) from plan_goal g where g.trajectory_id = me.trajectory_id and g.state = 'open') <> jsonb_array_length(content -> 'goals')
    or (select count(*) from plan_agreement a where a.trajectory_id = me.trajectory_id and a.state = 'open') <> jsonb_array_length(content -> 'agreements')
  then raise exception 'not the plan as it stands' using errcode = 'restrict_violation'; end if;
  insert into plan_version (trajectory_id, number, content, agreed_on, way, agreed_by, author_organisation_id)
  select me.trajectory_id, with_number, content, app.today(), 'portal', array[me.person_id], t.author_organisation_id from trajectory t where t.id = me.trajectory_id returning id into made;
  update work_item w set closed_at = now(), closed_why = 'agreed' where w.trajectory_id = me.trajectory_id and w.kind = 'plan.discuss' and w.closed_at is null;
  perform family.tell_lead(me.trajectory_id, 'portal.plan-agreed', made, due);
  return with_number;
end $$;
comment on function family.agree_plan is 'She agrees to the plan as it stands: a version of exactly what is open.';

create function family.agree_referral(of_candidate uuid, due date) returns text language plpgsql security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_decide(); c referral_candidate;
begin
  select r.* into c from referral_candidate r where r.id = of_candidate and r.trajectory_id = me.trajectory_id;
  if c.id is null then return 'not-found'; end if;
  if c.ended_on is not null then return 'ended'; end if;
  insert into family_yes (trajectory_id, person_id, candidate_id, author_organisation_id) values (me.trajectory_id, me.person_id, c.id, c.author_organisation_id) on conflict do nothing;
  if found then perform family.tell_lead(me.trajectory_id, 'portal.referral-agreed', c.id, due); end if;
  return 'done';
end $$;
comment on function family.agree_referral is 'She says yes to help that is asked for her. Saying it twice changes nothing.';

create function family.withdraw_referral(of_candidate uuid, seen_version integer, due date) returns text language plpgsql security definer set search_path = public, family, trust, app, pg_catalog as $$
declare me family.person := family.must_decide(); c referral_candidate;
begin
  select r.* into c from referral_candidate r where r.id = of_candidate and r.trajectory_id = me.trajectory_id;
  if c.id is null then return 'not-found'; end if;
  perform from referral r where r.id = c.referral_id for update;
  select r.* into c from referral_candidate r where r.id = of_candidate for update;
  if c.state not in ('requested', 'waitlisted', 'accepted', 'started') then return 'ended'; end if;
  if c.version is distinct from seen_version then return 'changed'; end if;
  update referral_candidate set state = 'withdrawn', withdrawn_by = 'family', ended_by = 'asking', ended_on = app.today(), version = version + 1 where id = c.id;
  perform trust.set_referral_work(c.id,
    jsonb_build_array(jsonb_build_object('kind', 'referral.withdrawn', 'for', 'asker', 'side', 'mine', 'dueOn', due))
      || case when c.way = 'wieg' then jsonb_build_array(jsonb_build_object('kind', 'referral.withdrawn', 'for', case when c.accepted_by is null then 'asked' else 'helper' end, 'side', 'mine', 'dueOn', due)) else '[]' end,
    (select jsonb_build_object('offer', o.name, 'asked', g.name, 'asking', a.name, 'requestedOn', c.requested_on, 'answerBy', c.answer_by, 'state', 'withdrawn', 'way', c.way, 'by', 'family')
      from support_offer o, organisation g, organisation a where o.id = c.offer_id and g.id = c.asked_organisation_id and a.id = c.author_organisation_id));
  return 'done';
end $$;
comment on function family.withdraw_referral is 'She does not want this help (any more): who asked and who was asked are told in the same transaction.';

create function family.tell_of_sharing(of_trajectory uuid) returns void language plpgsql security definer set search_path = trust, pg_catalog as $$
begin
  perform trust.tell_referral_sharing(of_trajectory);
  perform trust.tell_plan_sharing(of_trajectory);
  perform trust.tell_visit_consent_gone(of_trajectory);
  perform trust.forget_unreadable(of_trajectory);
  perform trust.forget_outcomes(of_trajectory);
end $$;
comment on function family.tell_of_sharing is 'Not for the application: what follows from an answer of hers, as when a professional records it: for referrals, handovers, visits and messages.';

create function family.withdraw_consent(of_consent uuid, seen_version integer, due date) returns text language plpgsql security definer set search_path = public, family, trust, app, pg_catalog as $$
declare me family.person := family.must_be(); c consent;
begin
  select k.* into c from consent k where k.id = of_consent and k.trajectory_id = me.trajectory_id and k.about_person = me.person_id and k.given
    and k.purpose not like 'study%' for update;
  if c.id is null then return 'not-found'; end if;
  if c.withdrawn_on is not null then return 'ended'; end if;
  if c.version is distinct from seen_version then return 'changed'; end if;
  perform family.tell_lead(me.trajectory_id, 'portal.consent-withdrawn', c.id, due);
  update consent set withdrawn_on = greatest(app.today(), given_on), withdrawn_by = 'self', version = version + 1 where id = c.id;
  perform trust.recompute_grants(me.trajectory_id);
  perform family.tell_of_sharing(me.trajectory_id);
  if c.purpose = 'digital_contact' and not family.allows_pages(me.trajectory_id, me.person_id) then perform family.close_account(me.account_id, 'family'); end if;
  return 'done';
end $$;
comment on function family.withdraw_consent is 'She withdraws what she allowed: it works at the next request, everywhere. Without digital contact her own pages stop too.';

create function family.share_plan(yes boolean) returns text language plpgsql security definer set search_path = public, family, app, pg_catalog as $$
declare me family.person := family.must_be_mother(); partner uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('family-share ' || me.trajectory_id, 0)); -- taken back while it is being shared, it is taken back
  if not yes then
    update family_share set ended_on = greatest(app.today(), since), version = version + 1 where person_id = me.person_id and trajectory_id = me.trajectory_id and ended_on is null;
    return 'done';
  end if;
  perform family.must_decide();
  if not exists (select from family_member m where m.id = me.person_id and m.birth_date <= app.today() - interval '16 years') then return 'with-parents'; end if;
  -- of two at a time, the one before and the one now, nobody knows whom she means
  select m.id into partner from family_member m where m.family_id = me.family_id and m.kind = 'partner' and m.until is null and m.died_on is null
    and not exists (select from family_member o where o.family_id = m.family_id and o.id <> m.id and o.kind = 'partner' and o.until is null and o.died_on is null);
  if partner is null then return 'not-found'; end if;
  insert into family_share (trajectory_id, person_id, with_person, author_organisation_id) select me.trajectory_id, me.person_id, partner, t.author_organisation_id from trajectory t
  where t.id = me.trajectory_id on conflict do nothing;
  return 'done';
end $$;
comment on function family.share_plan is 'She lets her partner read her plan, or no longer: at his next request. Nobody is told of it, he neither.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.lock_plan, family.agree_plan, family.agree_referral, family.withdraw_referral, family.withdraw_consent, family.share_plan to wieg_family;
