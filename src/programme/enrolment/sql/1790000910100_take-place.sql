-- Up Migration
-- Who may decide, and the acts that change how many places are taken.
create function trust.may_decide_place(of_trajectory uuid) returns trust.asker
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if asker.role not in ('midwife', 'clinical_midwife', 'gynaecologist', 'maternity_coordinator') or not exists (
    select from trajectory t where t.id = of_trajectory and t.author_organisation_id = asker.organisation_id
    union all
    select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = trust.part('programme')
      and g.may_write and g.own_person is null and g.until >= app.today()
  ) then raise exception 'not hers to decide' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.may_decide_place is 'Raises insufficient_privilege unless the asker may decide on a place for this line [access.md 2: W start].';

-- Who goes on from pillar 1 goes on within one programme; a place in another programme makes no way in here.
create function trust.holds_pillar_1(of_trajectory uuid, of_programme uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from programme_place p join place_pool o on o.id = p.pool_id
    where p.trajectory_id = of_trajectory and p.pillar = 1 and p.state = 'taken' and o.programme_id = of_programme) $$;
comment on function trust.holds_pillar_1 is 'Whether the family holds a place in pillar 1 of this programme.';

-- One short statement: first the line (the same family twice), then the one row of its places. Who finds them gone is told at once, and
-- nothing was written. What has to follow is done here too, so that the row stays locked for one round trip and the commit only.
create function trust.take_place(of_trajectory uuid, of_version uuid, of_pillar smallint, seen_entry text, with_criteria jsonb, in_municipality text,
  paid_by text, minutes integer, answer_by date) returns table (code text, place_id uuid, now_full uuid)
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
declare
  asker trust.asker := trust.may_decide_place(of_trajectory);
  held programme_version;
  in_entry text;
  in_pool place_pool;
  decision uuid;
  place uuid;
  maternity uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('place ' || of_trajectory, 0));
  select * into held from programme_version v where v.id = of_version;
  if exists (select from programme_place p where p.trajectory_id = of_trajectory and p.pillar = of_pillar and p.state = 'taken') then
    return query select 'place-already', null::uuid, null::uuid; return; end if;
  in_entry := case when of_pillar = 2 and trust.holds_pillar_1(of_trajectory, held.programme_id) then 'flow_on' else 'direct' end;
  if in_entry <> seen_entry then return query select 'changed-meanwhile', null::uuid, null::uuid; return; end if;
  maternity := (held.settings -> 'maternityCare' ->> 'organisationId')::uuid;

  update place_pool o set taken = o.taken + 1
  where o.programme_id = held.programme_id and o.pillar = of_pillar and o.entry = in_entry
    and o.taken < trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved
  returning * into in_pool;
  if in_pool.id is null then return query select 'cap-reached', null::uuid, null::uuid; return; end if;

  insert into programme_decision (trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, role, author_organisation_id)
  values (of_trajectory, held.programme_id, of_version, of_pillar, in_entry, 'place', with_criteria, asker.role, asker.organisation_id) returning id into decision;
  insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, municipality_code, funder, agreed_minutes, maternity_care_organisation_id, author_organisation_id)
  values (of_trajectory, decision, in_pool.id, of_pillar, in_entry, in_municipality, paid_by, minutes, maternity, asker.organisation_id) returning id into place;

  update work_item set closed_at = now(), closed_why = 'decided' where trajectory_id = of_trajectory and closed_at is null and kind like 'programme-%-unknown'
    and subject_id = of_trajectory and facts ->> 'pillar' = of_pillar::text;
  if not exists (select from care_relation r where r.trajectory_id = of_trajectory and r.organisation_id = maternity and coalesce(r.until, 'infinity') >= app.today()) then
    perform trust.offer_relation(of_trajectory, maternity, 'enrolment'); end if;
  if asker.organisation_id <> maternity then
    perform trust.put_work(t.principal, of_trajectory, 'programme-place-given', place, 'mine', answer_by, jsonb_build_object('pillar', of_pillar, 'since', app.today()))
    from team t where t.organisation_id = maternity and t.role = 'maternity_coordinator'; end if;
  if paid_by is null then
    perform trust.put_work(t.principal, of_trajectory, 'programme-funder-unknown', place, 'mine', answer_by, jsonb_build_object('pillar', of_pillar))
    from team t where t.organisation_id = asker.organisation_id and t.role = asker.role; end if;
  return query select 'done', place,
    case when in_pool.taken >= trust.pool_places(in_pool.programme_id, in_pool.pillar, in_pool.entry) + in_pool.moved then in_pool.id end;
end $$;
comment on function trust.take_place is 'Gives the family a place when there is one, with its decision. cap-reached: there is none and nothing was written.';

create function trust.keep_no_place(of_trajectory uuid, of_version uuid, of_pillar smallint, with_criteria jsonb, offered text[], note text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.may_decide_place(of_trajectory); made uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('place ' || of_trajectory, 0));
  if exists (select from programme_place p where p.trajectory_id = of_trajectory and p.pillar = of_pillar and p.state = 'taken') then return null; end if;
  insert into programme_decision (trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, offered, note, role, author_organisation_id)
  select of_trajectory, v.programme_id, of_version, of_pillar,
    case when of_pillar = 2 and trust.holds_pillar_1(of_trajectory, v.programme_id) then 'flow_on' else 'direct' end,
    'no_place', with_criteria, offered, note, asker.role, asker.organisation_id
  from programme_version v where v.id = of_version returning id into made;
  update work_item set closed_at = now(), closed_why = 'decided' where trajectory_id = of_trajectory and closed_at is null and kind like 'programme-%-unknown'
    and subject_id = of_trajectory and facts ->> 'pillar' = of_pillar::text;
  return made;
end $$;
comment on function trust.keep_no_place is 'Keeps a decision that there is no place, with its reasons. Null when the family holds one.';

create function trust.name_funder(of_place uuid, of_group text, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare line uuid := (select trajectory_id from programme_place where id = of_place); changed integer;
begin
  perform trust.may_decide_place(line);
  update programme_place set funder = of_group, version = version + 1 where id = of_place and version = seen_version and funder is null;
  get diagnostics changed = row_count;
  if changed = 1 then update work_item set closed_at = now(), closed_why = 'done' where trajectory_id = line and kind = 'programme-funder-unknown' and closed_at is null; end if;
  return changed = 1;
end $$;
comment on function trust.name_funder is 'Says which insurer pays for a place, where the label could be of both.';

-- Who was told that there is no place hears it too when there is one again, once.
create function trust.close_full_notice(of_pool uuid, why text) returns void language sql security definer set search_path = public, app, pg_catalog as $$
  update work_item set closed_at = now(), closed_why = why where kind = 'programme-full' and subject_id = of_pool and closed_at is null;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select f.principal, null, 'programme-room', of_pool, 'mine', app.today() + 14, f.facts || jsonb_build_object('since', app.today())
  from (select distinct on (w.principal) w.principal, w.id, w.facts from work_item w where w.kind = 'programme-full' and w.subject_id = of_pool order by w.principal, w.id desc) f
  where not exists (select from work_item r where r.principal = f.principal and r.kind = 'programme-room' and r.subject_id = of_pool and r.id > f.id)
  on conflict (principal, kind, subject_id, side) where closed_at is null do nothing $$;

create function trust.give_back_place(of_place uuid, seen_version integer, why text, note text) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare held programme_place; asker trust.asker;
begin
  select * into held from programme_place p where p.id = of_place;
  asker := trust.may_decide_place(held.trajectory_id);
  perform pg_advisory_xact_lock(hashtextextended('place ' || held.trajectory_id, 0));
  if held.pillar = 1 and exists (select from programme_place p where p.trajectory_id = held.trajectory_id and p.entry = 'flow_on' and p.state = 'taken') then return false; end if;
  update programme_place p set state = 'given_back', given_back_on = app.today(), given_back_why = why, given_back_note = note,
    given_back_by = asker.professional_id, version = p.version + 1
  where p.id = of_place and p.version = seen_version and p.state = 'taken' returning p.* into held;
  if not found then return false; end if;
  update place_pool o set taken = o.taken - 1 where o.id = held.pool_id;
  perform trust.close_full_notice(held.pool_id, 'free-again');
  update work_item set closed_at = now(), closed_why = 'given-back' where trajectory_id = held.trajectory_id and kind in ('programme-place-given', 'programme-funder-unknown')
    and subject_id = of_place and closed_at is null;
  return true;
end $$;
comment on function trust.give_back_place is 'A place on which no care was or will be delivered is free again. False when someone was first, or the family went on to pillar 2 with it.';

create function trust.move_places(of_programme uuid, of_pillar smallint, to_which text, places integer, reason text) returns table (code text, now_full uuid)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.asker(); free integer; source uuid; target uuid; from_which text := case to_which when 'direct' then 'flow_on' else 'direct' end;
begin
  if asker.session_id is null or asker.role <> 'project_group' then raise exception 'the project group decides' using errcode = 'insufficient_privilege'; end if;
  perform 1 from place_pool o where o.programme_id = of_programme and o.pillar = of_pillar order by o.entry for update;
  select trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved - o.taken into free
  from place_pool o where o.programme_id = of_programme and o.pillar = of_pillar and o.entry = from_which;
  if free is null or free < places then return query select 'not-so-many-free', null::uuid; return; end if;
  insert into place_release (programme_id, pillar, to_entry, places, reason, decided_by) values (of_programme, of_pillar, to_which, places, reason, asker.professional_id);
  update place_pool o set moved = o.moved - places where o.programme_id = of_programme and o.pillar = of_pillar and o.entry = from_which returning o.id into source;
  update place_pool o set moved = o.moved + places where o.programme_id = of_programme and o.pillar = of_pillar and o.entry = to_which returning o.id into target;
  perform trust.close_full_notice(target, 'free-again');
  return query select 'done', case when free = places then source end;
end $$;
comment on function trust.move_places is 'The project group moves free places between flow-on and direct entry, either way, with a reason: the ceiling of the pillar stays [001 3.3].';

create function trust.tell_programme_full(of_pool uuid) returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare told integer; full_pool place_pool;
begin
  select * into full_pool from place_pool o where o.id = of_pool and o.taken >= trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved;
  if full_pool.id is null then return 0; end if;
  update work_item set closed_at = now(), closed_why = 'full-again' where kind = 'programme-room' and subject_id = of_pool and closed_at is null;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select t.principal, null, 'programme-full', of_pool, 'mine', app.today() + 14,
    jsonb_build_object('pillar', full_pool.pillar, 'entry', full_pool.entry, 'places', full_pool.taken, 'since', app.today(), 'programme', r.name, 'code', r.code)
      || coalesce((select jsonb_build_object('call', o.name, 'phone', o.phone) from programme_version v
        join organisation o on o.id = (v.settings -> 'maternityCare' ->> 'organisationId')::uuid
        where v.programme_id = r.id and v.starts_on <= app.today() and v.withdrawn_at is null order by v.starts_on desc limit 1), '{}')
  from programme r cross join team t join organisation g on g.id = t.organisation_id and g.active
  where r.id = full_pool.programme_id
    and (t.role in ('midwife', 'clinical_midwife', 'gynaecologist', 'maternity_coordinator') or (full_pool.pillar = 2 and t.role = 'youth_nurse'))
  on conflict (principal, kind, subject_id, side) where closed_at is null do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function trust.tell_programme_full is 'Tells all practices that a ceiling is reached [domain 4.4]. Does nothing when there is a place again.';

create function trust.heard_programme_full(of_programme uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update work_item set closed_at = now(), closed_why = 'read' where kind in ('programme-full', 'programme-room') and closed_at is null and principal = any((trust.asker()).principals)
    and subject_id in (select id from place_pool where programme_id = of_programme) $$;
comment on function trust.heard_programme_full is 'The asker''s team read that a ceiling is reached.';

create function trust.programme_inflow(of_programme uuid) returns table (month text, municipality_code text, pillar smallint, entry text, families integer)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if coalesce((trust.asker()).role, '') not in ('project_group', 'maternity_coordinator') then
    raise exception 'for the project group and the coordinator' using errcode = 'insufficient_privilege'; end if;
  return query select to_char(p.taken_on, 'YYYY-MM'), p.municipality_code, p.pillar, p.entry, count(*)::integer
    from programme_place p join place_pool o on o.id = p.pool_id
    where o.programme_id = of_programme and p.state = 'taken' group by 1, 2, 3, 4 order by 1, 2, 3, 4;
end $$;
comment on function trust.programme_inflow is 'Inflow by month, municipality and pillar, uncut, for who steers the programme; never a family [domain 4.4].';

do $$ declare f text; begin
  foreach f in array array['may_decide_place', 'holds_pillar_1', 'take_place', 'keep_no_place', 'name_funder', 'close_full_notice', 'give_back_place', 'move_places',
    'tell_programme_full', 'heard_programme_full', 'programme_inflow'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.may_decide_place, trust.take_place, trust.keep_no_place, trust.name_funder, trust.give_back_place, trust.move_places,
  trust.heard_programme_full, trust.programme_inflow to wieg_app;
grant execute on function trust.tell_programme_full to wieg_worker;
