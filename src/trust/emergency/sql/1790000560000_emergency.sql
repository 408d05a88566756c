-- Up Migration
-- Acute danger: a line opened without relation or consent, told to the privacy officer in the same transaction [domain 6.4].
create function trust.open_emergency(of_name text, born date, why text, hours integer) returns uuid
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); line uuid; found integer; made uuid;
begin
  if asker.session_id is null or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_read) then
    raise exception 'this role has no emergency access' using errcode = 'insufficient_privilege'; end if;
  if (select count(*) from trail_event e where e.membership_id = asker.membership_id and e.event = 'emergency.opened' and e.outcome = 'refused' and e.at > now() - interval '1 day') >= 5 then
    return '00000000-0000-0000-0000-000000000000'; end if;
  select count(*), (array_agg(t.id order by t.state = 'open' desc, t.created_at desc))[1] into found, line
  from family_member m join trajectory t on t.family_id = m.family_id
  where m.kind = 'mother' and m.birth_date = born
    and app.plain_text(of_name) in (app.plain_text(m.family_name), app.plain_text(coalesce(m.prefix || ' ', '') || m.family_name));
  if found = 0 or (select count(distinct m.family_id) from family_member m join trajectory t on t.family_id = m.family_id
      where m.kind = 'mother' and m.birth_date = born and app.plain_text(of_name) in (app.plain_text(m.family_name), app.plain_text(coalesce(m.prefix || ' ', '') || m.family_name))) > 1 then
    return null; end if;
  insert into emergency_access (trajectory_id, membership_id, reason, until) values (line, asker.membership_id, why, now() + make_interval(hours => least(hours, 72))) returning id into made;
  insert into work_item (principal, trajectory_id, kind, subject_id, due_on) select t.principal, line, 'emergency-review', made, app.today() + 1 from team t where t.role = 'privacy_officer';
  perform trust.recompute_grants(line);
  return line;
end $$;
comment on function trust.open_emergency is 'Opens the one line of this woman (family name and day of birth), for at most 72 hours. Null: no such woman, or more than one; all zeros: too many attempts today.';

create function trust.review_emergency(of_access uuid, outcome text, hold_back_because text, end_now boolean) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); line uuid;
begin
  if asker.role is distinct from 'privacy_officer' then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  update emergency_access set reviewed_at = now(), reviewed_by = asker.professional_id, review_outcome = outcome,
    held_back = hold_back_because is not null, held_back_reason = hold_back_because,
    until = case when end_now then least(until, now()) else until end
  where id = of_access and reviewed_at is null returning trajectory_id into line;
  if line is null then return false; end if;
  update work_item set closed_at = now(), closed_why = 'reviewed' where kind = 'emergency-review' and subject_id = of_access and closed_at is null;
  perform trust.recompute_grants(line);
  return true;
end $$;
comment on function trust.review_emergency is 'The privacy officer closes the review of one emergency, and may end it at once or keep it from the family with a reason.';

create function trust.end_emergencies() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid; ended integer := 0;
begin
  for line in select distinct trajectory_id from emergency_access where until between now() - interval '2 days' and now() loop
    perform trust.recompute_grants(line);
    ended := ended + 1;
  end loop;
  return ended;
end $$;
comment on function trust.end_emergencies is 'Takes back the grants of emergencies whose time has passed.';

-- The clock finds what has ended by the grants themselves, however long ago: a day on which nothing ran leaves nothing open.
create function trust.start_and_end_grants() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare line uuid; made integer := 0; today date := app.today();
begin
  for line in select trajectory_id from care_relation where since = today union select trajectory_id from consent where given_on = today
    union select trajectory_id from access_grant where until < today and until < 'infinity' loop
    perform trust.recompute_grants(line);
    made := made + 1;
  end loop;
  return made;
end $$;
comment on function trust.start_and_end_grants is 'Makes the grants anew of lines on which a relation or consent begins or has ended by its date.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.open_emergency(text, date, text, integer)', 'trust.review_emergency(uuid, text, text, boolean)', 'trust.end_emergencies()', 'trust.start_and_end_grants()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.open_emergency, trust.review_emergency to wieg_app;
grant execute on function trust.end_emergencies, trust.start_and_end_grants to wieg_worker;
