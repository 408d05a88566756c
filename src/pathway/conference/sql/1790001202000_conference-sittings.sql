-- Up Migration
-- The moves of a sitting. Which are possible stands once, in rules/sittingMoves.ts; here each asks again from which state it comes, and who asks.
create function trust.sitting_work(of_sitting uuid) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare s conference_sitting; facts jsonb;
begin
  select * into s from conference_sitting x where x.id = of_sitting;
  facts := jsonb_build_object('name', (select r.name from conference_series r where r.id = s.series_id), 'on', s.held_on, 'at', to_char(s.starts_at, 'HH24.MI'));
  with wanted as (
    select 'conference.agenda' as kind, m.principal, null::uuid as trajectory_id, s.id as subject_id, greatest(s.held_on - 5, app.today()) as due_on, facts
    from conference_series r join membership m on m.id = r.chair_id where r.id = s.series_id and s.state = 'planned'
    union all
    select 'conference.hold', m.principal, null, s.id, s.held_on, facts from conference_series r join membership m on m.id = r.chair_id where r.id = s.series_id and s.state in ('agenda_set', 'open')
    union all
    select 'conference.prepare', coalesce(m.principal, t.principal), null, s.id, s.held_on, facts || jsonb_build_object('cases', count(distinct i.id))
    from conference_participant p left join membership m on m.id = p.membership_id left join team t on t.organisation_id = p.organisation_id and t.role = p.role
      join agenda_item i on i.sitting_id = s.id and i.state = 'on_agenda' and (p.item_id is null or p.item_id = i.id)
    where p.sitting_id = s.id and p.kind <> 'chair' and s.state = 'agenda_set' group by coalesce(m.principal, t.principal)
    union all
    select 'conference.case', m.principal, i.trajectory_id, i.id, greatest(s.held_on - 2, app.today()), facts
    from agenda_item i join case_lead l on l.trajectory_id = i.trajectory_id and l.ended_at is null join membership m on m.id = l.membership_id
    where i.sitting_id = s.id and i.state = 'on_agenda' and s.state = 'agenda_set'
  ), gone as (
    update work_item w set closed_at = now(), closed_why = s.state where w.closed_at is null and w.kind in ('conference.agenda', 'conference.hold', 'conference.prepare', 'conference.case')
      and (w.subject_id = s.id or w.subject_id in (select i.id from agenda_item i where i.sitting_id = s.id))
      and not exists (select from wanted x where (x.kind, x.subject_id) = (w.kind, w.subject_id))
  )
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select x.principal, x.trajectory_id, x.kind, x.subject_id, 'mine', x.due_on, x.facts from wanted x where x.principal is not null
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
end $$;
comment on function trust.sitting_work is 'Not for the application: what a sitting asks of its chair, of its table and of the leads of its cases, as it is now.';

create function trust.follow_sitting(of_sitting uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.seat_relations(array(select distinct i.trajectory_id from agenda_item i where i.sitting_id = of_sitting and i.state in ('on_agenda', 'discussed')));
  perform trust.sitting_work(of_sitting);
end $$;
comment on function trust.follow_sitting is 'Not for the application: relations and work of a sitting follow its state, day and table.';

create function trust.tell_table(of_sitting uuid, of_kind text) returns void language sql security definer set search_path = public, trust, app, pg_catalog as $$
  insert into work_item as w (principal, kind, subject_id, side, due_on, facts)
  select distinct coalesce(m.principal, t.principal), of_kind, s.id, 'mine', greatest(s.held_on, app.today() + 1),
    jsonb_build_object('name', r.name, 'on', s.held_on, 'at', to_char(s.starts_at, 'HH24.MI'))
  from conference_sitting s join conference_series r on r.id = s.series_id join conference_participant p on p.sitting_id = s.id
    left join membership m on m.id = p.membership_id left join team t on t.organisation_id = p.organisation_id and t.role = p.role
  where s.id = of_sitting and coalesce(m.principal, t.principal) is not null
    and (p.membership_id is null or p.membership_id is distinct from trust.my_membership()) -- who did it knows
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts $$;
comment on function trust.tell_table is 'Not for the application: everyone at the table is told.';

-- The chair opens it for a change: locked, so that of two chairs at once one is first.
create function trust.take_sitting(of_sitting uuid, seen_version integer, from_states text[], out code text, out s conference_sitting)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  select x.* into s from conference_sitting x where x.id = of_sitting for update;
  if s.id is null or not trust.chairs_series(s.series_id) then raise exception 'not hers to chair' using errcode = 'insufficient_privilege'; end if;
  code := case when not s.state = any(from_states) then 'not-in-state' when s.version is distinct from seen_version then 'changed-meanwhile' else 'done' end;
end $$;
comment on function trust.take_sitting is 'Not for the application: a sitting for its chair, when it is as she saw it.';

create function trust.plan_sitting(of_series uuid, on_day date, begins time, ends time, at_place text, at_link text, out code text, out sitting uuid)
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  if not trust.chairs_series(of_series) then raise exception 'not hers to chair' using errcode = 'insufficient_privilege'; end if;
  if not (select r.active from conference_series r where r.id = of_series) then code := 'series-ended'; return; end if;
  insert into conference_sitting (series_id, held_on, starts_at, ends_at, place, link) values (of_series, on_day, begins, ends, at_place, at_link) returning id into sitting;
  perform trust.seat_members(sitting);
  perform trust.tell_table(sitting, 'conference.invited');
  code := 'done';
end $$;
comment on function trust.plan_sitting is 'The chair plans a sitting; its table is invited.';

create function trust.move_sitting(of_sitting uuid, seen_version integer, on_day date, begins time, ends time, at_place text, at_link text, tell text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['planned', 'agenda_set']);
  if taken.code <> 'done' then return taken.code; end if;
  update conference_sitting x set held_on = on_day, starts_at = begins, ends_at = ends, place = at_place, link = at_link, told = tell, sequence = x.sequence + 1,
    changed_at = now(), version = x.version + 1 where x.id = of_sitting;
  perform trust.take_off(array(select i.id from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda' and not trust.conference_allowed(i.trajectory_id, on_day)), 'consent');
  perform trust.follow_sitting(of_sitting);
  perform trust.tell_table(of_sitting, 'conference.moved');
  return 'done';
end $$;
comment on function trust.move_sitting is 'Another day, time or place; everyone is told, and sight of its cases lasts until the new day.';

create function trust.cancel_sitting(of_sitting uuid, seen_version integer, tell text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['planned', 'agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  update conference_sitting x set state = 'cancelled', told = tell, sequence = x.sequence + 1, changed_at = now(), version = x.version + 1 where x.id = of_sitting;
  perform trust.take_off(array(select i.id from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda'), 'sitting');
  perform trust.follow_sitting(of_sitting);
  perform trust.tell_table(of_sitting, 'conference.cancelled');
  update work_item w set closed_at = now(), closed_why = 'cancelled' where w.subject_id = of_sitting and w.kind in ('conference.invited', 'conference.moved') and w.closed_at is null;
  return 'done';
end $$;
comment on function trust.cancel_sitting is 'It is not held: its cases go back to the list, nobody keeps sight of them, everyone is told.';

-- What the family allows is looked up with the cases, not case by case: thousands wait. The rule is that of trust.conference_allowed.
create function trust.agenda_proposal(of_sitting uuid, among uuid[] default null)
returns table (case_id uuid, due_on date, since date, question text, basis text, organisation text, phone text)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare s conference_sitting; today date := app.today(); day date;
begin
  select x.* into s from conference_sitting x where x.id = of_sitting;
  if s.id is null or not trust.chairs_series(s.series_id) then raise exception 'not hers to chair' using errcode = 'insufficient_privilege'; end if;
  day := greatest(s.held_on, today);
  return query
    select k.id, k.due_on, k.since, k.question, k.basis, o.name, o.phone
    from conference_case k join organisation o on o.id = k.author_organisation_id
    where k.state = 'waiting' and (among is null or k.id = any(among)) and k.conference_organisation_id in (
        select g.id from organisation g join conference_area a on a.series_id = s.series_id and a.municipality_code = g.home_municipality where g.kind = 'municipality'
          and a.municipality_code in (select trust.convenes_in(r.organisation_id) from conference_series r where r.id = s.series_id))
      and exists (select from consent c where c.trajectory_id = k.trajectory_id and c.purpose = 'case_conference' and c.own_person is null and c.given
        and c.withdrawn_on is null and c.given_on <= today and coalesce(c.until, 'infinity') >= today)
      and exists (select from consent c where c.trajectory_id = k.trajectory_id and c.purpose = 'case_conference' and c.own_person is null and c.given
        and c.withdrawn_on is null and c.given_on <= day and coalesce(c.until, 'infinity') >= day)
      and not exists (select from agenda_item i where i.case_id = k.id and i.state = 'on_agenda')
    order by k.due_on, k.since, k.id limit 200;
end $$;
comment on function trust.agenda_proposal is 'For the chair: cases of her municipalities that wait, with the family''s consent until the day of the sitting; or which of some do. Not who the family is.';

create function trust.set_agenda(of_sitting uuid, seen_version integer, cases uuid[]) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record; unknown integer;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['planned', 'agenda_set']);
  if taken.code <> 'done' then return taken.code; end if;
  if (taken.s).held_on < app.today() then return 'day-passed'; end if;
  perform from conference_case k where k.id = any(cases) order by k.id for update; -- two agendas at once: one gets the case
  select count(*) into unknown from unnest(cases) c where not exists (select from agenda_item i where i.sitting_id = of_sitting and i.case_id = c and i.state = 'on_agenda')
    and not exists (select from trust.agenda_proposal(of_sitting, cases) p where p.case_id = c and p.question is not null);
  if unknown > 0 then return 'case-gone'; end if;
  perform trust.take_off(array(select i.id from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda' and not i.case_id = any(cases)), 'chair');
  update agenda_item i set place_nr = array_position(cases, i.case_id), version = i.version + 1
  where i.sitting_id = of_sitting and i.state = 'on_agenda' and i.place_nr <> array_position(cases, i.case_id);
  insert into agenda_item (trajectory_id, sitting_id, case_id, place_nr, author_organisation_id)
  select k.trajectory_id, of_sitting, k.id, array_position(cases, k.id), k.author_organisation_id from conference_case k where k.id = any(cases)
    and not exists (select from agenda_item i where i.case_id = k.id and i.state = 'on_agenda');
  update conference_sitting x set state = 'agenda_set', version = x.version + 1 where x.id = of_sitting;
  perform trust.follow_sitting(of_sitting);
  return 'done';
end $$;
comment on function trust.set_agenda is 'The chair sets which cases, in which order: from then on the table sees them, each with one question and with consent.';

create function trust.reorder_agenda(of_sitting uuid, seen_version integer, of_item uuid, upward boolean, out code text, out nr integer)
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record; other agenda_item; mine agenda_item;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['agenda_set', 'open']);
  code := taken.code;
  if code <> 'done' then return; end if;
  select i.* into mine from agenda_item i where i.id = of_item and i.sitting_id = of_sitting and i.state = 'on_agenda';
  if mine.id is null then code := 'case-gone'; return; end if;
  select i.* into other from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda' and (i.place_nr < mine.place_nr) = upward and i.place_nr <> mine.place_nr
    order by abs(i.place_nr - mine.place_nr) limit 1;
  nr := coalesce(other.place_nr, mine.place_nr);
  update agenda_item i set place_nr = case when i.id = mine.id then other.place_nr else mine.place_nr end, version = i.version + 1 where other.id is not null and i.id in (mine.id, other.id);
  update conference_sitting x set version = x.version + 1 where x.id = of_sitting;
end $$;
comment on function trust.reorder_agenda is 'The chair moves a case one place up or down among those still to be discussed.';

create function trust.invite_guest(of_sitting uuid, seen_version integer, guest uuid, of_item uuid) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['planned', 'agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  if of_item is not null and not exists (select from agenda_item i where i.id = of_item and i.sitting_id = of_sitting and i.state = 'on_agenda') then return 'case-gone'; end if;
  insert into conference_participant (sitting_id, kind, organisation_id, role, membership_id, item_id)
  select of_sitting, 'guest', m.organisation_id, m.role, m.id, of_item from membership m join organisation o on o.id = m.organisation_id and o.active
  where m.id = guest and coalesce(m.until, 'infinity') >= app.today() and exists (select from role_part p where p.role = m.role and p.part = 1)
    and not exists (select from conference_participant p where p.sitting_id = of_sitting and p.membership_id = guest and (p.item_id is null or p.item_id = of_item))
  on conflict do nothing;
  if not found then return 'guest-known'; end if;
  insert into work_item (principal, kind, subject_id, side, due_on, facts)
  select m.principal, 'conference.invited', of_sitting, 'mine', greatest((taken.s).held_on, app.today()), jsonb_build_object('name', r.name, 'on', (taken.s).held_on, 'at', to_char((taken.s).starts_at, 'HH24.MI'))
  from membership m, conference_series r where m.id = guest and r.id = (taken.s).series_id on conflict do nothing;
  update conference_sitting x set version = x.version + 1 where x.id = of_sitting;
  perform trust.follow_sitting(of_sitting);
  return 'done';
end $$;
comment on function trust.invite_guest is 'The chair asks someone to come, for the whole sitting or for one case alone.';

create function trust.dismiss_guest(of_sitting uuid, seen_version integer, guest uuid) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['planned', 'agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  delete from conference_participant p where p.id = guest and p.sitting_id = of_sitting and p.kind = 'guest';
  update conference_sitting x set version = x.version + 1 where x.id = of_sitting;
  perform trust.follow_sitting(of_sitting);
  return 'done';
end $$;
comment on function trust.dismiss_guest is 'A guest does not come after all: what she saw by it, she sees no longer.';

create function trust.open_sitting(of_sitting uuid, seen_version integer, present_ids uuid[]) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record;
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['agenda_set', 'open']);
  if taken.code <> 'done' then return taken.code; end if;
  if (taken.s).held_on <> app.today() then return 'not-today'; end if;
  update conference_participant p set present = p.id = any(present_ids) where p.sitting_id = of_sitting;
  update conference_guest g set present = g.id = any(present_ids) where g.sitting_id = of_sitting;
  update conference_sitting x set state = 'open', version = x.version + 1 where x.id = of_sitting;
  perform trust.take_off(array(select i.id from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda' and not trust.conference_allowed(i.trajectory_id, app.today())), 'consent');
  perform trust.follow_sitting(of_sitting);
  return 'done';
end $$;
comment on function trust.open_sitting is 'The sitting begins, with who is present; consent of each case is looked at again. Pressed again: who is present changed.';

create function trust.close_sitting(of_sitting uuid, seen_version integer) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare taken record; lines uuid[];
begin
  select * into taken from trust.take_sitting(of_sitting, seen_version, array['open']);
  if taken.code <> 'done' then return taken.code; end if;
  lines := array(select distinct i.trajectory_id from agenda_item i where i.sitting_id = of_sitting);
  update conference_sitting x set state = 'held', changed_at = now(), version = x.version + 1 where x.id = of_sitting;
  perform trust.take_off(array(select i.id from agenda_item i where i.sitting_id = of_sitting and i.state = 'on_agenda'), 'not_reached');
  perform trust.seat_relations(lines);
  perform trust.sitting_work(of_sitting);
  update work_item w set closed_at = now(), closed_why = 'held' where w.subject_id = of_sitting and w.kind in ('conference.invited', 'conference.moved', 'conference.fell-off') and w.closed_at is null;
  return 'done';
end $$;
comment on function trust.close_sitting is 'The sitting is over: the table sees its cases no longer, but for who the outcome names; what was not reached waits for the next.';

create function trust.seen_of_sitting(of_sitting uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update work_item w set closed_at = now(), closed_why = 'seen' where w.subject_id = of_sitting and w.closed_at is null and w.principal = any(trust.my_principals())
    and w.kind in ('conference.invited', 'conference.moved', 'conference.cancelled', 'conference.fell-off') $$;
comment on function trust.seen_of_sitting is 'The asker has read what she was told about a sitting: off her own list.';

-- Who of those present has no right to a part of a case: what one of them may not see is not shown on the wall.
create function trust.lacking_at_table(of_item uuid) returns table (part_name text, organisation_id uuid, reads_own boolean)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare i agenda_item;
begin
  select x.* into i from agenda_item x join conference_sitting s on s.id = x.sitting_id where x.id = of_item and trust.chairs_series(s.series_id);
  if i.id is null then raise exception 'not hers to show' using errcode = 'insufficient_privilege'; end if;
  return query
    with there as (
      select p.organisation_id, p.role, p.membership_id from conference_participant p where p.sitting_id = i.sitting_id and (p.item_id is null or p.item_id = i.id)
        and (p.present or not exists (select from conference_participant x where x.sitting_id = i.sitting_id and x.present))
    ), has as (
      select t.*, array_remove(array[o.principal, team.principal, m.principal, d.principal], null) as principals
      from there t join organisation o on o.id = t.organisation_id left join team on team.organisation_id = t.organisation_id and team.role = t.role
        left join membership m on m.id = t.membership_id left join professional d on d.id = m.professional_id
    )
    select w.name, h.organisation_id, exists (select from role_part r where r.role = h.role and r.part = w.code and r.may_read)
    from has h cross join part w where w.name in ('identity', 'category_route', 'plan')
      and not exists (select from access_grant g where g.principal = any(h.principals) and g.trajectory_id = i.trajectory_id and g.part = w.code
        and g.own_person is null and g.until >= app.today())
    union all -- a guest without an account reads no file; who the family is, where everyone at the table may know
    select w.name, null, false from part w where w.name in ('identity', 'category_route', 'plan') and (w.name <> 'identity' or not trust.table_knows_family(i.trajectory_id))
      and exists (select from conference_guest g where g.item_id = i.id and g.ended_at is null
        and (g.present or not exists (select from conference_participant x where x.sitting_id = i.sitting_id and x.present)));
end $$;
comment on function trust.lacking_at_table is 'For the chair: who of those present sees no identity, category or plan of this case, but perhaps what the own organisation recorded.';

do $$ declare f text; begin
  foreach f in array array['sitting_work', 'follow_sitting', 'tell_table', 'take_sitting', 'plan_sitting', 'move_sitting', 'cancel_sitting', 'agenda_proposal', 'set_agenda', 'reorder_agenda',
    'invite_guest', 'dismiss_guest', 'open_sitting', 'close_sitting', 'seen_of_sitting', 'lacking_at_table'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.plan_sitting, trust.move_sitting, trust.cancel_sitting, trust.agenda_proposal, trust.set_agenda, trust.reorder_agenda, trust.invite_guest, trust.dismiss_guest,
  trust.open_sitting, trust.close_sitting, trust.seen_of_sitting, trust.lacking_at_table to wieg_app;
