-- Up Migration
-- What someone of the family sees of her own line [domain 6.3]. Never here: the category, factors, the assessment, signals that were not discussed with
-- her, the programme and the studies before the T0 gate [domain 5.2], the Meldcode, what is her partner's own.
create function family.plan() returns jsonb language plpgsql stable security definer set search_path = public, family, trust, app, pg_catalog as $$
declare me family.person := family.must_be();
begin
  if not family.reads_plan(me) then raise exception 'not shared with him' using errcode = 'insufficient_privilege'; end if;
  return jsonb_build_object(
    'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'wording', q.wording, 'state', q.state, 'source', null, 'by', '', 'version', q.version) order by q.created_at, q.id), '[]')
      from plan_question q where q.trajectory_id = me.trajectory_id),
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'wording', g.wording, 'state', g.state, 'source', null, 'by', '', 'version', g.version, 'questionId', g.question_id,
        'evaluateOn', g.evaluate_on) order by g.created_at, g.id), '[]') from plan_goal g where g.trajectory_id = me.trajectory_id),
    'agreements', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'wording', a.wording, 'state', a.state, 'source', null, 'by', '', 'version', a.version, 'questionId', a.question_id,
        'goalId', a.goal_id, 'evaluateOn', a.evaluate_on, 'left', a.state = 'open' and trust.responsible_left(a), 'kind', a.responsible_kind,
        'key', coalesce(a.responsible_membership_id::text, a.responsible_person_id::text, a.responsible_name), 'member', f.kind, 'mine', coalesce(f.id = me.person_id, false),
        'who', coalesce(a.responsible_name, (select d.display_name || ', ' || w.name from membership m join professional d on d.id = m.professional_id
          join organisation w on w.id = m.organisation_id where m.id = a.responsible_membership_id), '')) order by a.evaluate_on, a.created_at, a.id), '[]')
      from plan_agreement a left join family_member f on f.id = a.responsible_person_id where a.trajectory_id = me.trajectory_id),
    'versions', (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'agreedOn', v.agreed_on, 'way', v.way, 'content', v.content, 'mine', me.person_id = any(v.agreed_by)) order by v.number desc), '[]')
      from plan_version v where v.trajectory_id = me.trajectory_id));
end $$;
comment on function family.plan is 'Her plan: questions, goals, agreements, and the versions that were agreed. Of her partner nothing but that he does something. He reads it while she shares it.';

create function family.factor_labels() returns setof text language sql stable security definer set search_path = public, pg_catalog as $$ select label from factor_now $$;
comment on function family.factor_labels is 'Words that may not stand on paper in a home. They are the region''s, of no family.';

create function family.lead() returns table (name text, role text, organisation text, phone text) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select p.display_name, l.role, o.name, coalesce(p.phone, o.phone) from case_lead l join professional p on p.id = l.professional_id join organisation o on o.id = l.organisation_id
    where l.trajectory_id = me.trajectory_id and l.ended_at is null;
end $$;
comment on function family.lead is 'Who keeps the line, and how to reach her.';

-- An organisation that only signalled, and did not discuss it with the family, is not told of here.
create function family.team() returns table (organisation text, kind text, phone text, since date) language plpgsql stable security definer set search_path = public, family, app, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select o.name, o.kind, o.phone, min(r.since) from care_relation r join organisation o on o.id = r.organisation_id
    where r.trajectory_id = me.trajectory_id and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()
      and (r.basis <> 'signal' or exists (select from signal s where s.trajectory_id = me.trajectory_id and s.author_organisation_id = r.organisation_id and s.discussed_on is not null and s.own_person is null))
      and r.basis <> 'enrolment'
    group by o.name, o.kind, o.phone order by min(r.since), o.name;
end $$;
comment on function family.team is 'The organisations that are involved now, and how to reach them.';

create function family.visits() returns table (state text, day date, at_time text, place text, organisation text, phone text, who text) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select v.state, v.scheduled_on, v.scheduled_at, v.place, o.name, o.phone, p.display_name
    from home_visit v join organisation o on o.id = v.asked_organisation_id left join membership m on m.id = v.accepted_by left join professional p on p.id = m.professional_id
    where v.trajectory_id = me.trajectory_id and v.state in ('requested', 'accepted', 'scheduled') order by v.scheduled_on nulls last, v.number;
end $$;
comment on function family.visits is 'Visits that are asked for or planned: who comes when.';

create function family.referrals() returns table (id uuid, version integer, state text, offer text, organisation text, phone text, requested_on date, expected_on date, started_on date, ended_on date,
  helper text, urgent boolean, asked_by text, question text, said_yes boolean) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select c.id, c.version, c.state, o.name, g.name, g.phone, c.requested_on, c.expected_on, c.started_on, c.ended_on,
      coalesce(h.display_name, c.helper_name), c.urgent, b.display_name || ', ' || a.name, r.question,
      exists (select from family_yes y where y.candidate_id = c.id and y.person_id = me.person_id)
    from referral_candidate c join referral r on r.id = c.referral_id join support_offer o on o.id = c.offer_id join organisation g on g.id = c.asked_organisation_id
      join organisation a on a.id = c.author_organisation_id join membership m on m.id = c.asked_by join professional b on b.id = m.professional_id
      left join membership k on k.id = c.accepted_by left join professional h on h.id = k.professional_id
    where c.trajectory_id = me.trajectory_id order by c.ended_on is not null, c.created_at desc limit 100;
end $$;
comment on function family.referrals is 'Help that was asked for her, and how it stands.';

create function family.consents() returns table (id uuid, version integer, purpose text, recipient text, recipient_role text, parts text[], given_on date, until date, way text)
language plpgsql stable security definer set search_path = public, family, app, pg_catalog as $$
declare me family.person := family.must_be();
begin
  return query select c.id, c.version, c.purpose, o.name, c.recipient_role, c.parts, c.given_on, c.until, c.way from consent c left join organisation o on o.id = c.recipient_organisation_id
    where c.trajectory_id = me.trajectory_id and c.about_person = me.person_id and c.given and c.withdrawn_on is null and coalesce(c.until, 'infinity') >= app.today()
      and c.purpose not like 'study%'
    order by c.given_on desc, c.recorded_at desc;
end $$;
comment on function family.consents is 'What she allows now: her own answers alone, never those about her partner. The studies have their own place.';

create function family.looked(most integer) returns table (at timestamptz, who text, role text, organisation text, event text, part text, emergency boolean)
language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select e.at, coalesce(p.display_name, l.holder_name, ''), e.role, coalesce(o.name, l.holder_organisation), e.event, e.part, e.ground = 'emergency'
    from trail_event e left join professional p on p.id = e.professional_id left join organisation o on o.id = e.organisation_id
      left join one_time_link l on l.id = e.session_id and e.role = 'link_holder'
      left join family_session s on s.id = e.session_id and e.role = 'family' left join family_account a on a.id = s.account_id and a.person_id <> me.person_id
    where (p.id is not null or l.id is not null or (a.id is not null and e.part = 'plan')) and e.trajectory_ids @> array[me.trajectory_id] and e.outcome = 'done' and e.event not like 'meldcode%' and e.event not like 'retention%' and e.event not like 'programme.%'
      and coalesce(e.part, '') not in ('meldcode', 'programme', 'study')
      and not exists (select from emergency_access x where x.trajectory_id = me.trajectory_id and (x.held_back or x.reviewed_at is null)
        and (e.ground = 'oversight' or e.event like 'emergency.%'
          or x.membership_id = e.membership_id and e.ground = 'emergency' and e.at between x.since - interval '1 minute' and x.until + interval '1 minute'))
      and not coalesce(e.organisation_id = any(array(select trust.silent_organisations(me.trajectory_id, null))), false)
      and not exists (select from signal s where s.trajectory_id = me.trajectory_id and s.discussed_on is null and s.author_id = e.professional_id and (e.part = 'signals' or e.event like 'signal%'))
    order by e.at desc, e.seq desc limit least(most, 200);
end $$;
comment on function family.looked is 'Who looked into or changed her file, her partner at her plan too: without the Meldcode, signals in confidence, and emergency access that the privacy officer holds back or has not looked at yet [domain 6.4].';

create function family.partner() returns table (plan_shared_since date) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return query select s.since from family_member m left join family_share s on s.with_person = m.id and s.person_id = me.person_id and s.trajectory_id = me.trajectory_id and s.ended_on is null
    where m.family_id = me.family_id and m.kind = 'partner' and m.until is null and m.died_on is null
      and (s.id is not null or not exists (select from family_member o where o.family_id = m.family_id and o.id <> m.id and o.kind = 'partner' and o.until is null and o.died_on is null))
    order by s.since nulls last limit 1;
end $$;
comment on function family.partner is 'Whether she has a partner, and since when he may read her plan; no row: she has none, or two are registered and it is not known whom she would mean. Not whether he has pages: that is his own.';

create function family.invited_by() returns table (organisation text, phone text) language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be();
begin
  return query select o.name, o.phone from family_account a join organisation o on o.id = a.author_organisation_id where a.id = me.account_id;
end $$;
comment on function family.invited_by is 'Whom the partner can call: who invited him, and nobody else who is involved with her.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.plan, family.factor_labels, family.lead, family.team, family.visits, family.referrals, family.consents, family.looked, family.partner, family.invited_by to wieg_family;
