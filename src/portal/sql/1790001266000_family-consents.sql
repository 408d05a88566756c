-- Up Migration
-- She gives consent herself [domain 6.3], and her partner about himself: to what was asked, all of it, less of it, or nothing. Own data only, from 16
-- years on; neither ever answers for the other.
create function family.asks() returns table (id uuid, version integer, purpose text, recipients jsonb, roles text[], parts text[], medical_too boolean, until date, asked_by text, asked_for text, asked_on date, earlier boolean)
language plpgsql stable security definer set search_path = public, family, app, pg_catalog as $$
declare me family.person := family.must_be();
begin
  return query select a.id, a.version, a.purpose, (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]') from organisation o where o.id = any(a.recipients)),
      a.roles, a.parts, a.medical_too, a.until, p.display_name, g.name, (a.created_at at time zone 'Europe/Amsterdam')::date,
      exists (select from consent c where c.trajectory_id = a.trajectory_id and c.about_person = a.about_person and c.purpose = a.purpose and c.given and c.withdrawn_on is null
        and (c.recipient_organisation_id = any(a.recipients) or c.recipient_role = any(a.roles)))
    from consent_ask a join membership m on m.id = a.asked_membership_id join professional p on p.id = m.professional_id join organisation g on g.id = a.author_organisation_id
    where a.trajectory_id = me.trajectory_id and a.about_person = me.person_id and a.state = 'open' and coalesce(a.until, 'infinity') >= app.today()
      -- that a place is looked for she may not hear before her first list is over [domain 5.2]
      and (a.purpose <> 'programme' or not study.gate_closed(a.trajectory_id)) order by a.created_at;
end $$;
comment on function family.asks is 'What is asked of her and not answered yet: to whom, which parts, what for, until when.';

create function family.was_asked(of_ask uuid) returns boolean language plpgsql stable security definer set search_path = public, family, pg_catalog as $$
declare me family.person := family.must_be();
begin return exists (select from consent_ask a where a.id = of_ask and a.trajectory_id = me.trajectory_id and a.about_person = me.person_id); end $$;
comment on function family.was_asked is 'Whether this was ever asked of her: then she is told that it is open no more. Of any other id nothing is told.';

create function family.put_answer(ask consent_ask, yes boolean, organisation uuid, of_role text, of_parts text[], medical boolean, last_day date) returns void
language plpgsql security definer set search_path = public, app, pg_catalog as $$
begin
  if yes then
    update consent c set withdrawn_on = greatest(app.today(), c.given_on), withdrawn_by = 'replaced', version = c.version + 1
    where c.trajectory_id = ask.trajectory_id and c.about_person = ask.about_person and c.purpose = ask.purpose and c.withdrawn_on is null
      and ((c.recipient_organisation_id is not distinct from organisation and c.recipient_role is not distinct from of_role)
        or (not c.given and c.recipient_organisation_id is null and c.recipient_role is null));
  elsif exists (select from consent c where c.trajectory_id = ask.trajectory_id and c.about_person = ask.about_person and c.purpose = ask.purpose and c.withdrawn_on is null
      and c.recipient_organisation_id is not distinct from organisation and c.recipient_role is not distinct from of_role) then return; -- what she said before stays as it is
  end if;
  insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, recipient_role, parts, medical_too, given, given_by, given_on, way, until, author_organisation_id)
  values (ask.trajectory_id, ask.about_person, ask.purpose, organisation, of_role, case when yes then of_parts else '{}' end, yes and medical, yes, 'self', app.today(), 'portal',
    case when yes then last_day end, ask.author_organisation_id);
end $$;
comment on function family.put_answer is 'Not for the application: one answer to one recipient. A yes takes the place of what she said before to that one; a no changes nothing of it.';

create function family.answer_ask(of_ask uuid, seen_version integer, yes boolean, to_organisations uuid[], to_roles text[], of_parts text[], medical boolean, last_day date) returns text
language plpgsql security definer set search_path = public, family, trust, app, pg_catalog as $$
declare me family.person := family.must_be(); ask consent_ask; organisation uuid; of_role text; less boolean;
begin
  perform from trajectory t where t.id = me.trajectory_id for no key update; -- in the order of who records an answer for her
  if exists (select from trajectory t where t.id = me.trajectory_id and t.state = 'ended') then raise exception 'this line has ended' using errcode = 'restrict_violation'; end if;
  select a.* into ask from consent_ask a where a.id = of_ask and a.trajectory_id = me.trajectory_id and a.about_person = me.person_id for update;
  if ask.id is null then return 'not-found'; end if;
  if ask.state <> 'open' or ask.until < app.today() then return 'ended'; end if;
  if ask.version is distinct from seen_version then return 'changed'; end if;
  if not exists (select from family_member m where m.id = me.person_id and coalesce(m.own_person, m.id) = m.id and m.birth_date <= app.today() - interval '16 years') then return 'with-parents'; end if;
  if yes and to_organisations is null then -- all that was asked
    to_organisations := ask.recipients; to_roles := ask.roles; of_parts := ask.parts; medical := ask.medical_too; last_day := ask.until;
  end if;
  if yes then
    if not (to_organisations <@ ask.recipients and to_roles <@ ask.roles and of_parts <@ ask.parts) or (medical and not ask.medical_too)
      or coalesce(last_day, 'infinity') > coalesce(ask.until, 'infinity') then return 'changed'; end if; -- more than was asked is no answer to it
    if cardinality(to_organisations) + cardinality(to_roles) = 0 or cardinality(of_parts) = 0 or last_day < app.today() then return 'nothing-chosen'; end if;
  else
    to_organisations := ask.recipients; to_roles := ask.roles;
  end if;
  less := yes and (cardinality(to_organisations) + cardinality(to_roles) < cardinality(ask.recipients) + cardinality(ask.roles) or cardinality(of_parts) < cardinality(ask.parts)
    or (ask.medical_too and not medical) or last_day is distinct from ask.until);
  perform trust.close_consent_ask(ask.id, case when yes then 'given' else 'refused' end);
  foreach organisation in array to_organisations loop perform family.put_answer(ask, yes, organisation, null, of_parts, medical, last_day); end loop;
  foreach of_role in array to_roles loop perform family.put_answer(ask, yes, null, of_role, of_parts, medical, last_day); end loop;
  perform trust.tell_who_asked(ask, case when less then 'less' when yes then 'given' else 'refused' end);
  perform trust.recompute_grants(me.trajectory_id);
  if me.is_mother and ask.purpose = 'prenatal_home_visit' and not yes then perform trust.act_on_visit_answer(me.trajectory_id, ask.author_organisation_id); end if;
  perform family.tell_of_sharing(me.trajectory_id);
  return 'done';
end $$;
comment on function family.answer_ask is 'Her own answer to what was asked: it works at the next request, everywhere. Never more than was asked.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.asks, family.was_asked, family.answer_ask to wieg_family;
