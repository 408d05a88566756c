-- Up Migration
-- A right that rests on several consents lasts, as one row, no longer than what gives the widest of it: medical entries that one consent
-- names until Friday are not seen on Saturday because another one has no end. The clock then makes the grants anew from what still holds.
create or replace function trust.recompute_grants(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare family uuid := trust.family_of(of_trajectory);
begin
  delete from access_grant where trajectory_id = of_trajectory;
  insert into access_grant (principal, trajectory_id, family_id, part, own_person, social_only, may_write, until)
  with involved as (
    select r.organisation_id, t.role, coalesce(m.principal, t.principal) as principal, coalesce(r.until, 'infinity') as until
    from care_relation r
    join team t on t.organisation_id = r.organisation_id and (r.role is null or t.role = r.role)
    left join membership m on m.organisation_id = r.organisation_id and m.role = t.role and m.professional_id = r.professional_id
    where r.trajectory_id = of_trajectory and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()
      and (r.professional_id is null or m.id is not null)
  ), effective as (
    select i.principal, 0::smallint as part, null::uuid as own_person, false as social_only, true as may_write, i.until
    from involved i where exists (select from role_part p where p.role = i.role)
    union all
    select i.principal, p.part, c.own_person, p.social_only and not c.medical_too, p.may_write, least(i.until, coalesce(c.until, 'infinity'))
    from involved i
    join consent c on c.trajectory_id = of_trajectory and c.given and c.withdrawn_on is null and c.given_on <= app.today()
      and coalesce(c.until, 'infinity') >= app.today()
      and (c.recipient_organisation_id = i.organisation_id or c.recipient_role = i.role)
    join role_part p on p.role = i.role and p.may_read and not p.own_only
      and p.part in (select trust.part(given) from unnest(c.parts) given union all select 10::smallint where 'assessment' = any(c.parts)
        union all select 11::smallint where 'plan' = any(c.parts) union all select 13::smallint where 'exploration' = any(c.parts))
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

-- The clock finds what has ended by the grants themselves, however long ago: a day on which nothing ran leaves nothing open.
create index access_grant_ends on access_grant (until) where until < 'infinity';
create or replace function trust.start_and_end_grants() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare line uuid; made integer := 0; today date := app.today();
begin
  for line in select trajectory_id from care_relation where since = today union select trajectory_id from consent where given_on = today
    union select trajectory_id from access_grant where until < today and until < 'infinity' loop
    perform trust.recompute_grants(line);
    made := made + 1;
  end loop;
  return made;
end $$;
