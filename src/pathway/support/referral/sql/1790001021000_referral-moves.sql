-- Up Migration
-- The places of an offer are counted down by acceptance and given back with the end of the help; where nobody counts them, there is nothing to keep.
create function trust.take_offer_place(of_offer uuid, must boolean) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update support_offer set capacity_available = capacity_available - 1, capacity_updated_on = app.today(), version = version + 1 where id = of_offer and capacity_available > 0;
  if found then return true; end if;
  if must and exists (select from support_offer o where o.id = of_offer and o.capacity_available = 0) then
    raise exception 'no place' using errcode = 'restrict_violation'; end if;
  return false;
end $$;
comment on function trust.take_offer_place is 'Not for the application: one place less, when places are counted. Who works without Wieg knows her own places: she is not held back by ours.';

create function trust.free_offer_place(of_offer uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update support_offer set capacity_available = least(capacity_available + 1, coalesce(capacity_maximum, capacity_available + 1)), capacity_updated_on = app.today(), version = version + 1
  where id = of_offer and capacity_available is not null;
end $$;
comment on function trust.free_offer_place is 'Not for the application: one place more, never above what there is in all.';

-- The backstop under rules/referralMoves.ts: legal moves alone, each by its side, and none towards help without the family's consent.
create function trust.guard_referral() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  new.place_taken := old.place_taken;
  if new.state = old.state and new.expected_on is not distinct from old.expected_on then return new; end if;
  if not ((old.state, new.state) in (('requested', 'accepted'), ('requested', 'declined'), ('requested', 'waitlisted'), ('requested', 'withdrawn'),
      ('waitlisted', 'waitlisted'), ('waitlisted', 'accepted'), ('waitlisted', 'declined'), ('waitlisted', 'withdrawn'), ('accepted', 'started'),
      ('accepted', 'stopped'), ('accepted', 'withdrawn'), ('started', 'completed'), ('started', 'stopped'), ('started', 'withdrawn'))
    or new.state = 'taken' and old.state in ('requested', 'waitlisted') and pg_trigger_depth() > 1) then
    raise exception 'no such move: % to %', old.state, new.state using errcode = 'restrict_violation'; end if;
  if asker.session_id is not null and new.state <> 'taken' and asker.organisation_id <> new.asked_organisation_id
    and not (asker.organisation_id = new.author_organisation_id and (new.state = 'withdrawn' or new.way <> 'wieg')) then
    raise exception 'only who was asked does this' using errcode = 'insufficient_privilege'; end if;
  if asker.session_id is not null and new.state = 'withdrawn' and asker.organisation_id <> new.author_organisation_id and old.state not in ('accepted', 'started') then
    raise exception 'who does not know the family yet declines' using errcode = 'insufficient_privilege'; end if;
  if new.state in ('accepted', 'started') then perform trust.hold_line(new.trajectory_id); end if;
  if new.state in ('accepted', 'started') and not trust.shares_with(new.trajectory_id, new.asked_organisation_id) then
    raise exception 'no consent for this referral' using errcode = 'restrict_violation'; end if;
  if new.state = 'accepted' then new.place_taken := trust.take_offer_place(new.offer_id, new.way = 'wieg');
  elsif new.ended_on is not null and old.place_taken then
    perform trust.free_offer_place(new.offer_id);
    new.place_taken := false;
  end if;
  return new;
end $$;
comment on function trust.guard_referral is 'Keeps the moves of a referral to those of the rule, whoever makes them [domain 3.6].';
create trigger c_guard_referral before update on referral_candidate for each row execute function trust.guard_referral();

-- After the policy had its say: a request begins as a request, of who gives the offer, and with the family's consent.
create function trust.guard_new_referral() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is not null and (new.state <> 'requested' or not trust.shares_with(new.trajectory_id, new.asked_organisation_id)
    or not exists (select from referral r where r.id = new.referral_id and r.author_organisation_id = asker.organisation_id)
    or not exists (select from support_offer o where o.id = new.offer_id and o.organisation_id = new.asked_organisation_id)) then
    raise exception 'not a request that may be made' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
comment on function trust.guard_new_referral is 'No request without consent, and none to another than who gives the offer.';
create trigger c_guard_new_referral after insert on referral_candidate for each row execute function trust.guard_new_referral();

-- Acceptance opens the care relation and lets the others go; the end of the help ends it.
create function trust.referral_follows() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.state = old.state then return null; end if;
  if new.state = 'accepted' then
    perform trust.open_relation(new.trajectory_id, new.asked_organisation_id, 'request');
    update referral_candidate set state = 'taken', ended_on = app.today(), version = version + 1
    where referral_id = new.referral_id and id <> new.id and state in ('requested', 'waitlisted');
  end if;
  if not exists (select from referral_candidate c where c.trajectory_id = new.trajectory_id and c.asked_organisation_id = new.asked_organisation_id
      and c.state in ('requested', 'waitlisted')) then
    update relation_offer set answered_at = now() where trajectory_id = new.trajectory_id and organisation_id = new.asked_organisation_id and basis = 'request' and answered_at is null;
  end if;
  if old.state in ('accepted', 'started') and new.state in ('completed', 'stopped', 'withdrawn') and not exists (select from referral_candidate c
      where c.trajectory_id = new.trajectory_id and c.asked_organisation_id = new.asked_organisation_id and c.state in ('accepted', 'started')) then
    update care_relation set until = app.today() where trajectory_id = new.trajectory_id and organisation_id = new.asked_organisation_id and basis = 'request'
      and coalesce(until, 'infinity') > app.today();
    perform trust.recompute_grants(new.trajectory_id);
  end if;
  return null;
end $$;
comment on function trust.referral_follows is 'Access follows the help: opened by acceptance, ended with it.';
create trigger referral_follows after update on referral_candidate for each row execute function trust.referral_follows();

create function trust.must_be_side(of_candidate uuid) returns referral_candidate language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); found referral_candidate;
begin
  select c.* into found from referral_candidate c where c.id = of_candidate and asker.session_id is not null
    and exists (select from role_part p where p.role = asker.role and p.part = 6 and p.may_write)
    and (c.author_organisation_id = asker.organisation_id or exists (select from referral_candidate s where s.referral_id = c.referral_id and s.asked_organisation_id = asker.organisation_id));
  if found.id is null then raise exception 'not a side of this referral' using errcode = 'insufficient_privilege'; end if;
  return found;
end $$;
comment on function trust.must_be_side is 'Not for the application: raises insufficient_privilege unless the asker asks or is asked in this referral.';

create function trust.lock_referral(of_candidate uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare side referral_candidate := trust.must_be_side(of_candidate);
begin perform from referral where id = side.referral_id for update; end $$;
comment on function trust.lock_referral is 'One at a time at a referral: of two who accept in the same instant one is first.';

create function trust.room_at(of_candidate uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare side referral_candidate := trust.must_be_side(of_candidate);
begin return (select o.capacity_available from support_offer o where o.id = side.offer_id for update); end $$;
comment on function trust.room_at is 'How many places the offer still has, or null when nobody counts them; who accepts next waits for this answer: of two who take the last place in the same instant one is first.';

create function trust.taken_with(of_candidate uuid) returns table (id uuid, way text) language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare side referral_candidate := trust.must_be_side(of_candidate);
begin return query select c.id, c.way from referral_candidate c where c.referral_id = side.referral_id and c.state = 'taken' and side.state = 'accepted'; end $$;
comment on function trust.taken_with is 'The candidates that are let go because this one accepted: ids alone, so that they are told.';

-- Work: who asks, who is asked and who took it on, as principals.
create function trust.referral_workers(c referral_candidate, whom text) returns setof integer language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with active as (select m.* from membership m join organisation o on o.id = m.organisation_id and o.active
      where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()),
    asker as (select m.principal from active m where m.id = c.asked_by),
    helper as (select m.principal from active m where m.id = c.accepted_by),
    contact as (select m.principal from support_offer o join active m on m.id = o.contact_membership_id and m.organisation_id = c.asked_organisation_id
      join role_part p on p.role = m.role and p.part = 6 and p.may_write where o.id = c.offer_id),
    team_asked as (select t.principal from team t join role_part p on p.role = t.role and p.part = 6 and p.may_write where t.organisation_id = c.asked_organisation_id)
  select principal from asker where whom = 'asker'
  union select t.principal from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role where whom = 'asker' and m.id = c.asked_by and not exists (select from asker)
  union select principal from helper where whom = 'helper'
  union select principal from contact where whom = 'asked' or (whom = 'helper' and not exists (select from helper))
  union select principal from team_asked where (whom = 'asked' or whom = 'helper' and not exists (select from helper)) and not exists (select from contact)
  union select m.principal from case_lead l join active m on m.id = l.membership_id where whom = 'lead' and l.trajectory_id = c.trajectory_id and l.ended_at is null $$;
comment on function trust.referral_workers is 'Not for the application: on whose list the work of a referral stands. Who left is replaced by her team.';

create function trust.set_referral_work(of_candidate uuid, items jsonb, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare c referral_candidate;
begin
  select r.* into c from referral_candidate r where r.id = of_candidate;
  if not coalesce(trust.plain_facts(with_facts), false) or jsonb_array_length(items) > 10 then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  update work_item w set closed_at = now(), closed_why = c.state where w.subject_id = c.id and w.kind like 'referral.%' and w.closed_at is null
    and not exists (select from jsonb_array_elements(items) i where i ->> 'kind' = w.kind and i ->> 'side' = w.side);
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select whom, c.trajectory_id, i ->> 'kind', c.id, i ->> 'side', (i ->> 'dueOn')::date, with_facts
  from jsonb_array_elements(items) i cross join trust.referral_workers(c, i ->> 'for') as whom
  where i ->> 'kind' like 'referral.%' and i ->> 'side' in ('mine', 'waiting')
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
end $$;
comment on function trust.set_referral_work is 'Not for the application: the work of one candidate is these items and no other.';

create function trust.follow_referral(of_candidate uuid, items jsonb, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_side(of_candidate);
  perform trust.set_referral_work(of_candidate, items, with_facts);
end $$;
comment on function trust.follow_referral is 'Puts before each side what a state asks of it, also before one that never was involved with the line.';

create function trust.tell_of_help(of_candidate uuid, due date, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare c referral_candidate := trust.must_be_side(of_candidate);
begin
  if not coalesce(trust.plain_facts(with_facts), false) or not c.feedback_allowed then return; end if;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select distinct m.principal, c.trajectory_id, 'referral.feedback', c.id, 'mine', due, with_facts
  from (select s.author_id, s.author_organisation_id from signal s where s.trajectory_id = c.trajectory_id) told
    join membership m on m.professional_id = told.author_id and m.organisation_id = told.author_organisation_id and coalesce(m.until, 'infinity') >= app.today()
    join team t on t.organisation_id = m.organisation_id and t.role = m.role
    join access_grant g on g.principal in (t.principal, m.principal) and g.trajectory_id = c.trajectory_id and g.part = 6 and g.own_person is null and g.until >= app.today()
  where m.id <> c.asked_by and m.organisation_id <> c.asked_organisation_id
  union
  select t.principal, c.trajectory_id, 'referral.feedback', c.id, 'mine', due, with_facts from team t join access_grant g on g.principal = t.principal
  where t.role = 'gp' and g.trajectory_id = c.trajectory_id and g.part = 6 and g.own_person is null and g.until >= app.today()
    and t.organisation_id not in (c.asked_organisation_id, c.author_organisation_id)
  on conflict do nothing;
end $$;
comment on function trust.tell_of_help is 'Who signalled, and the GP, hear that the help ended, where the family lets them read its referrals [003: "geen terugkoppeling"].';

create function trust.escalate_referrals(of_last date) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare c referral_candidate; told integer := 0; why text;
begin
  for c in select r.* from referral_candidate r where r.state in ('requested', 'waitlisted', 'accepted', 'started') loop
    why := case
      when not exists (select from organisation o where o.id = c.asked_organisation_id and o.active) then 'closed'
      when c.accepted_by is not null and not exists (select from membership m where m.id = c.accepted_by and coalesce(m.until, 'infinity') >= app.today()) then 'helper_left'
      when c.state = 'requested' and c.answer_by < app.today() then 'no_answer'
      when c.state = 'waitlisted' and c.expected_on < app.today() then 'waits_too_long'
      when not exists (select from membership m join organisation o on o.id = m.organisation_id and o.active
        where m.id = c.asked_by and coalesce(m.until, 'infinity') >= app.today()) then 'asker_left' end;
    if why is null then continue; end if;
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select whom, c.trajectory_id, 'referral.late', c.id, 'mine', of_last,
      (select jsonb_build_object('why', why, 'asked', g.name, 'offer', o.name, 'answerBy', c.answer_by) from organisation g, support_offer o where g.id = c.asked_organisation_id and o.id = c.offer_id)
    from (select trust.referral_workers(c, 'asker') union select trust.referral_workers(c, 'lead')
      union select trust.referral_workers(c, 'helper') where why = 'helper_left'
      union select trust.referral_workers(c, case when c.accepted_by is null then 'asked' else 'helper' end) where why = 'asker_left') as told_too(whom)
    on conflict do nothing;
    if found then told := told + 1; end if;
  end loop;
  return told;
end $$;
comment on function trust.escalate_referrals is 'A referral without an answer in its term, whose organisation closed or whose people left, is put before who asked and before the case lead [domain 3.6].';

create function trust.tell_referral_sharing(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select distinct whom, c.trajectory_id, 'referral.consent-gone', c.id, 'mine', app.today(), jsonb_build_object('asked', g.name, 'offer', o.name)
  from referral_candidate c join organisation g on g.id = c.asked_organisation_id join support_offer o on o.id = c.offer_id
    cross join lateral (select trust.referral_workers(c, 'asker') union select trust.referral_workers(c, 'helper') where c.accepted_by is not null) as told(whom)
  where c.trajectory_id = of_trajectory and c.state in ('requested', 'waitlisted', 'accepted', 'started') and not trust.shares_with(c.trajectory_id, c.asked_organisation_id)
  on conflict do nothing;
  update work_item w set closed_at = now(), closed_why = 'allowed' from referral_candidate c
  where w.kind = 'referral.consent-gone' and w.trajectory_id = of_trajectory and w.closed_at is null and c.id = w.subject_id and trust.shares_with(c.trajectory_id, c.asked_organisation_id);
  -- feedback that waits is no longer of who may not read referrals any more: its words name the help
  update work_item w set closed_at = now(), closed_why = 'consent-gone' where w.kind = 'referral.feedback' and w.trajectory_id = of_trajectory and w.closed_at is null
    and not exists (select from access_grant g where g.trajectory_id = of_trajectory and g.part = 6 and g.own_person is null and g.until >= app.today()
      and (g.principal = w.principal or g.principal in (select t.principal from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role where m.principal = w.principal)));
end $$;
comment on function trust.tell_referral_sharing is 'Not for the application: what follows for referrals from what the family last said about sharing, also when it said so itself.';

create function trust.follow_sharing_answer(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  perform trust.tell_referral_sharing(of_trajectory);
end $$;
comment on function trust.follow_sharing_answer is 'What follows for referrals from what the family last said about sharing, whoever recorded it: who asked and who helps are told.';

do $$ declare f text; begin
  foreach f in array array['guard_referral()', 'guard_new_referral()', 'referral_follows()', 'must_be_side(uuid)', 'take_offer_place(uuid, boolean)', 'free_offer_place(uuid)', 'room_at(uuid)', 'lock_referral(uuid)', 'taken_with(uuid)', 'referral_workers(referral_candidate, text)',
    'set_referral_work(uuid, jsonb, jsonb)', 'follow_referral(uuid, jsonb, jsonb)', 'tell_of_help(uuid, date, jsonb)', 'escalate_referrals(date)', 'tell_referral_sharing(uuid)', 'follow_sharing_answer(uuid)'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.lock_referral, trust.room_at, trust.taken_with, trust.follow_referral, trust.tell_of_help, trust.follow_sharing_answer to wieg_app;
grant execute on function trust.escalate_referrals to wieg_worker;
