-- Up Migration
-- The only writers of relations, consents, emergencies and grants. Each checks who asks.
create function trust.family_of(of_trajectory uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_catalog as $$
begin return (select family_id from trajectory where id = of_trajectory); end $$;

-- A right that rests on several consents lasts, as one row, no longer than what gives the widest of it: medical entries that one consent
-- names until Friday are not seen on Saturday because another one has no end. The clock then makes the grants anew from what still holds.
create function trust.recompute_grants(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare family uuid;
begin
  -- One at a time on a line: who reckoned with a consent that is withdrawn in the same instant leaves no grant behind it.
  select t.family_id into family from trajectory t where t.id = of_trajectory for no key update;
  delete from access_grant where trajectory_id = of_trajectory;
  insert into access_grant (principal, trajectory_id, family_id, part, own_person, social_only, may_write, until)
  with involved as (
    select r.organisation_id, r.basis, t.role, coalesce(m.principal, t.principal) as principal, coalesce(r.until, 'infinity') as until
    from care_relation r
    join team t on t.organisation_id = r.organisation_id and (r.role is null or t.role = r.role)
    left join membership m on m.organisation_id = r.organisation_id and m.role = t.role and m.professional_id = r.professional_id
    where r.trajectory_id = of_trajectory and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()
      and (r.professional_id is null or m.id is not null)
  ), effective as (
    select i.principal, 0::smallint as part, null::uuid as own_person, false as social_only, true as may_write, i.until
    from involved i where i.basis <> 'agenda' and exists (select from role_part p where p.role = i.role)
    union all
    select i.principal, p.part, c.own_person, p.social_only and not c.medical_too, p.may_write and i.basis <> 'agenda', least(i.until, coalesce(c.until, 'infinity'))
    from involved i
    join consent c on c.trajectory_id = of_trajectory and c.given and c.withdrawn_on is null and c.given_on <= app.today()
      and coalesce(c.until, 'infinity') >= app.today()
      and (c.recipient_organisation_id = i.organisation_id or c.recipient_role = i.role or c.recipient_role = 'conference' and i.basis in ('agenda', 'conference'))
    join role_part p on p.role = i.role and p.may_read and not p.own_only
      and p.part in (select trust.part(given) from unnest(c.parts) given union all select 10::smallint where 'assessment' = any(c.parts)
        union all select 11::smallint where 'plan' = any(c.parts) union all select 13::smallint where 'exploration' = any(c.parts))
    union all -- a chair by role alone writes down what is decided about whom, and sees no more than who that is
    select i.principal, 1::smallint, null, true, false, least(i.until, coalesce(c.until, 'infinity'))
    from involved i join consent c on c.trajectory_id = of_trajectory and c.purpose = 'case_conference' and c.own_person is null and 'identity' = any(c.parts) and c.given
      and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today()
      and (c.recipient_organisation_id = i.organisation_id or c.recipient_role in ('conference', i.role))
    where i.basis = 'agenda' and i.role = 'conference_chair'
    union all
    select m.principal, p.part, null, false, false, (e.until at time zone 'Europe/Amsterdam')::date
    from emergency_access e join membership m on m.id = e.membership_id
    join role_part p on p.role = m.role and p.may_read
    where e.trajectory_id = of_trajectory and e.until > now()
    union all
    select t.principal, 1::smallint, null, true, false, 'infinity'::date
    from team t where t.role = 'privacy_officer' and exists (select from emergency_access e where e.trajectory_id = of_trajectory and e.reviewed_at is null)
  )
  select principal, of_trajectory, family, part, own_person, bool_and(social_only), bool_or(may_write),
    least(max(until), max(until) filter (where not social_only), max(until) filter (where may_write))
  from effective group by principal, part, own_person;
end $$;
comment on function trust.recompute_grants is 'Grants of one line, anew from its relations, consents and emergencies: relation and role and consent must all hold [domain 6.2]. A place on an agenda gives sight alone [domain 3.7].';

create function trust.hold_line(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin perform from trajectory t where t.id = of_trajectory for no key update; end $$;
comment on function trust.hold_line is 'Not for the application: whoever takes a consent back in this instant is waited for. What is asked of the consents of this line after it, is so until the end of the transaction.';

create function trust.must_be_involved(of_trajectory uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null then raise exception 'nobody is asking' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today())
  then raise exception 'not involved' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_be_involved is 'Raises insufficient_privilege unless the asker''s organisation has an active relation with this line.';

create function trust.am_involved(of_trajectory uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return asker.session_id is not null and exists (select from access_grant g
    where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= trust.my_day());
end $$;
comment on function trust.am_involved is 'Whether the asker''s organisation has an active relation with this line: what only who is involved may do is offered to nobody else.';

create function trust.knows_family(of_trajectory uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return coalesce(1::smallint = any(asker.reads), false) and trust.am_involved(of_trajectory) and (
    exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = asker.organisation_id)
    or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 1 and g.own_person is null and g.until >= app.today()));
end $$;
comment on function trust.knows_family is 'Not for the application: the asker is involved, and may know who the family is: it is shared with her, or her organisation registered it. Involved alone tells nobody of a loss, an age or own pages.';

create function trust.open_relation(of_trajectory uuid, organisation uuid, basis text, until date default null) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare relation uuid;
begin
  select r.id into relation from care_relation r where r.trajectory_id = of_trajectory and r.organisation_id = organisation and r.basis = basis
    and coalesce(r.until, 'infinity') >= app.today() limit 1;
  if relation is null then
    insert into care_relation (trajectory_id, organisation_id, basis, until) values (of_trajectory, organisation, basis, until) returning id into relation;
    perform trust.recompute_grants(of_trajectory);
  end if;
  return relation;
end $$;
comment on function trust.open_relation is 'Not for the application: other definer functions open relations with it.';

create function trust.offer_relation(of_trajectory uuid, organisation uuid, basis text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.must_be_involved(of_trajectory); offer uuid;
begin
  if not trust.knows_family(of_trajectory) then raise exception 'not a family that she knows' using errcode = 'insufficient_privilege'; end if;
  insert into relation_offer (trajectory_id, organisation_id, basis, offered_by) values (of_trajectory, organisation, basis, asker.organisation_id)
  on conflict do nothing returning id into offer;
  return offer;
end $$;
comment on function trust.offer_relation is 'An involved organisation asks another to do something: until that one accepts it sees the request alone.';

-- An answer follows the act: who was asked for a visit, or to lead, first takes that on or declines it, which its own function or trigger allows or refuses.
create function trust.may_answer_offer(of_trajectory uuid, basis text, asker trust.asker) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  return coalesce(case basis
    when 'home_visit' then trust.part('exploration') = any(asker.writes)
      and (select coalesce(bool_or(v.xmin = pg_current_xact_id()::xid), false) or not coalesce(bool_or(v.state = 'requested'), false)
        from home_visit v where v.trajectory_id = of_trajectory and asker.organisation_id in (v.asked_organisation_id, v.author_organisation_id))
    when 'case_lead' then trust.part('plan') = any(asker.writes)
      and (select coalesce(bool_or(t.xmin = pg_current_xact_id()::xid), false) or not coalesce(bool_or(t.state = 'offered'), false)
        from lead_transfer t where t.trajectory_id = of_trajectory and asker.organisation_id in (t.to_organisation_id, t.from_organisation_id))
    when 'enrolment' then asker.role = 'maternity_coordinator'
    else trust.part('identity') = any(asker.reads) end, false);
end $$;
comment on function trust.may_answer_offer is 'Not for the application: whether this role takes on what was asked, and it was answered itself in this transaction, or waits for nobody any more.';

create function trust.answer_relation_offer(of_trajectory uuid, basis text, accept boolean, until date default null) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.asker(); answered integer;
begin
  if asker.session_id is null or not trust.may_answer_offer(of_trajectory, basis, asker) then raise exception 'not hers to answer' using errcode = 'insufficient_privilege'; end if;
  update relation_offer o set answered_at = now()
  where o.trajectory_id = of_trajectory and o.basis = basis and o.answered_at is null
    and (o.organisation_id = asker.organisation_id or (not accept and o.offered_by = asker.organisation_id));
  get diagnostics answered = row_count;
  if answered = 0 then return false; end if;
  if accept then perform trust.open_relation(of_trajectory, asker.organisation_id, basis, until); end if;
  return true;
end $$;
comment on function trust.answer_relation_offer is 'Who was asked accepts (and so opens its own relation) or declines; who asked may take it back.';

create function trust.end_relation(of_trajectory uuid, organisation uuid, basis text, last_day date) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if organisation is distinct from asker.organisation_id and not exists (select from access_grant g
      where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 1 and g.may_write and g.until >= app.today())
    and not exists (select from trajectory t join role_part p on p.role = asker.role and p.part = 1 and p.may_write
      where t.id = of_trajectory and t.author_organisation_id = asker.organisation_id) then
    raise exception 'not hers to end' using errcode = 'insufficient_privilege'; end if;
  update care_relation r set until = last_day where r.trajectory_id = of_trajectory and r.organisation_id = organisation and r.basis = basis
    and coalesce(r.until, 'infinity') > last_day;
  perform trust.recompute_grants(of_trajectory);
end $$;
comment on function trust.end_relation is 'Ends a relation on a day: its own, or that of another by who may change the line.';

create function trust.record_consent(of_trajectory uuid, about_person uuid, own_person uuid, purpose text, organisation uuid, role text, parts text[],
  medical_too boolean, given boolean, reason text, given_by text, given_on date, way text, until date) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.must_be_involved(of_trajectory); made uuid;
begin
  if not exists (select from role_part p where p.role = asker.role and p.may_write) then
    raise exception 'this role records no consent' using errcode = 'insufficient_privilege'; end if;
  if given_on > app.today() then raise exception 'consent cannot lie in the future' using errcode = 'check_violation'; end if;
  if not exists (select from family_member f where f.id = about_person and f.family_id = trust.family_of(of_trajectory)) then
    raise exception 'not of this family' using errcode = 'insufficient_privilege'; end if;
  insert into consent (trajectory_id, about_person, own_person, purpose, recipient_organisation_id, recipient_role, parts, medical_too, given, reason,
    given_by, given_on, way, until, recorded_by, author_organisation_id)
  values (of_trajectory, about_person, own_person, purpose, organisation, role, parts, medical_too, given, reason, given_by, given_on, way, until,
    asker.professional_id, asker.organisation_id) returning id into made;
  perform trust.recompute_grants(of_trajectory);
  return made;
end $$;
comment on function trust.record_consent is 'Records what the family allows or refuses; works at the next request.';

create function trust.withdraw_consent(of_consent uuid, by_whom text, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid := (select trajectory_id from consent where id = of_consent); changed integer;
begin
  if not trust.knows_family(line) or not coalesce(by_whom in ('self', 'self_with_parents', 'self_without_parents', 'parents', 'replaced'), false) then
    raise exception 'not hers to withdraw' using errcode = 'insufficient_privilege'; end if;
  update consent set withdrawn_on = app.today(), withdrawn_by = by_whom, version = version + 1
  where id = of_consent and withdrawn_on is null and version = seen_version;
  get diagnostics changed = row_count;
  if changed = 1 then perform trust.recompute_grants(line); end if;
  return changed = 1;
end $$;
comment on function trust.withdraw_consent is 'Withdraws a consent today, by who works with families and may know this one, as on its page. False when it was withdrawn or changed by someone else meanwhile.';

create function trust.grants_after_new_team() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid;
begin
  for line in select distinct trajectory_id from care_relation where organisation_id = new.organisation_id loop perform trust.recompute_grants(line); end loop;
  return null;
end $$;
create trigger grants_after_new_team after insert on team for each row execute function trust.grants_after_new_team();

-- The definer functions belong to a role that cannot log in; the application may call only these.
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'trust' and p.prosecdef loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.part, trust.asker, trust.kept_asker, trust.my_principals, trust.my_organisation, trust.my_professional, trust.my_membership, trust.my_role, trust.my_day,
  trust.my_own, trust.my_own_writing, trust.open_session, trust.team, trust.offer_relation, trust.answer_relation_offer, trust.end_relation,
  trust.record_consent, trust.withdraw_consent, trust.must_be_involved,
  trust.am_involved, trust.records_on_line to wieg_app;
