-- Up Migration
-- The backstop under rules/handoverMoves.ts: legal moves alone, each by its side, and none towards the receiver without the family's consent.
create function trust.guard_handover() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare
  asker trust.asker := trust.asker();
  own_side boolean := case when new.state in ('prepared', 'offered', 'given', 'withdrawn') then asker.organisation_id = new.author_organisation_id
    when new.state = 'held' then asker.organisation_id in (new.author_organisation_id, new.to_organisation_id)
    else asker.organisation_id = new.to_organisation_id end;
  words text;
  said text[] := array['state', 'version'] || case new.state when 'accepted' then array['accepted_on', 'accepted_by'] when 'held' then array['held_on', 'held_by']
    else array['ended_on', 'reason', 'note'] end;
begin
  if (to_jsonb(new) - 'version') = (to_jsonb(old) - 'version') then return new; end if;
  if new.state = old.state and old.state <> 'prepared' then raise exception 'what was signed does not change' using errcode = 'restrict_violation'; end if;
  if new.state <> old.state and (old.state, new.state) not in (('prepared', 'offered'), ('prepared', 'given'), ('prepared', 'withdrawn'), ('offered', 'accepted'), ('offered', 'declined'),
      ('offered', 'withdrawn'), ('accepted', 'held')) then
    raise exception 'no such move: % to %', old.state, new.state using errcode = 'restrict_violation'; end if;
  if old.state <> 'prepared' and (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then -- each move says its own, and nothing of what was signed
    raise exception 'what was signed does not change' using errcode = 'restrict_violation'; end if;
  if asker.session_id is not null and not coalesce(own_side, false) then
    raise exception 'not of this side' using errcode = 'insufficient_privilege'; end if;
  if new.state in ('offered', 'accepted') then perform trust.hold_line(new.trajectory_id); end if;
  if new.state in ('offered', 'accepted') and not trust.shares_plan_with(new.trajectory_id, new.to_organisation_id) then
    raise exception 'no consent for this handover' using errcode = 'restrict_violation'; end if;
  if new.state <> old.state and asker.session_id is not null then -- who signs is who is signed in
    if new.state in ('offered', 'given') then
      select string_agg(e.heading || ': ' || e.words, E'\n' order by e.heading) into words from handover_entry e where e.handover_id = new.id;
      new.offered_on := app.today(); new.offered_by := asker.membership_id; new.digest := encode(sha256(convert_to(coalesce(words, ''), 'UTF8')), 'hex');
      new.has_medical := exists (select from handover_entry e where e.handover_id = new.id and e.care_kind = 'medical' and trim(e.words) <> '');
    elsif new.state = 'accepted' then new.accepted_on := app.today(); new.accepted_by := asker.membership_id;
    elsif new.state = 'held' then new.held_by := asker.membership_id;
    else new.ended_on := app.today(); end if;
  end if;
  return new;
end $$;
comment on function trust.guard_handover is 'Keeps the moves of a handover to those of the rule, whoever makes them, and signs them with who is signed in [domain 3.8].';
create trigger c_guard_handover before update on handover for each row execute function trust.guard_handover();

create function trust.guard_new_handover() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is not null and (new.state <> 'prepared' or new.prepared_by <> asker.membership_id) then
    raise exception 'a handover begins as prepared' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
comment on function trust.guard_new_handover is 'A handover begins as prepared, by who is signed in.';
create trigger c_guard_new_handover after insert on handover for each row execute function trust.guard_new_handover();

create function trust.guard_handover_entry() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); whole handover;
begin
  if tg_op = 'UPDATE' and (new.words, new.signed) is not distinct from (old.words, old.signed) then return null; end if;
  select h.* into whole from handover h where h.id = new.handover_id;
  if asker.session_id is not null and not (whole.author_organisation_id = asker.organisation_id and (whole.state = 'prepared' and not new.signed
      or tg_op = 'UPDATE' and pg_trigger_depth() > 1 and new.words = old.words)) then
    raise exception 'what was signed does not change' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
comment on function trust.guard_handover_entry is 'The words of a handover are of who prepares it, until she signs.';
create trigger c_guard_handover_entry after insert or update on handover_entry for each row execute function trust.guard_handover_entry();

-- The sender lets go: its care relation ends some days after the handover was held, so that questions can still be answered. Never of who
-- leads the case: first the lead is handed over [domain 3.9]. Never while the receiver is not involved, or when the sender took
-- the family on again since: then nobody would be. The same as rules/letsGo.ts.
create function trust.let_sender_go(h handover) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if h.state <> 'held' or h.sender_stays
    or exists (select from case_lead l where l.trajectory_id = h.trajectory_id and l.ended_at is null and l.organisation_id = h.author_organisation_id)
    or not exists (select from care_relation r join organisation o on o.id = r.organisation_id and o.active where r.trajectory_id = h.trajectory_id
      and r.organisation_id = h.to_organisation_id and coalesce(r.until, 'infinity') > app.today() + 14)
    or exists (select from handover x where x.trajectory_id = h.trajectory_id and x.to_organisation_id = h.author_organisation_id and x.state in ('accepted', 'held') and x.created_at > h.created_at)
    then return false; end if;
  update care_relation r set until = app.today() + 14 where r.trajectory_id = h.trajectory_id and r.organisation_id = h.author_organisation_id
    and coalesce(r.until, 'infinity') > app.today() + 14 and (r.basis in ('care', 'handover', 'signal', 'front_door', 'case_lead', 'conference')
      or r.basis = 'request' and not exists (select from referral_candidate c where c.trajectory_id = h.trajectory_id and c.asked_organisation_id = h.author_organisation_id
        and c.state in ('requested', 'waitlisted', 'accepted', 'started'))
      or r.basis = 'home_visit' and not exists (select from home_visit v where v.trajectory_id = h.trajectory_id and v.asked_organisation_id = h.author_organisation_id
        and v.state in ('requested', 'accepted', 'scheduled', 'no_show', 'held')));
  perform trust.recompute_grants(h.trajectory_id);
  return true;
end $$;
comment on function trust.let_sender_go is 'Not for the application: ends the care relation of who handed over and does not stay. False when it cannot be yet.';

create function trust.handover_follows() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.state = old.state then return null; end if;
  if new.state = 'given' then update handover_entry set signed = true, version = version + 1 where handover_id = new.id; end if;
  if new.state = 'offered' then
    update handover_entry set signed = true, version = version + 1 where handover_id = new.id;
    insert into relation_offer (trajectory_id, organisation_id, basis, offered_by) values (new.trajectory_id, new.to_organisation_id, 'handover', new.author_organisation_id) on conflict do nothing;
  elsif not exists (select from handover h where h.trajectory_id = new.trajectory_id and h.to_organisation_id = new.to_organisation_id and h.state = 'offered') then
    update relation_offer set answered_at = now() where trajectory_id = new.trajectory_id and organisation_id = new.to_organisation_id and basis = 'handover' and answered_at is null;
  end if;
  if new.state = 'accepted' then perform trust.open_relation(new.trajectory_id, new.to_organisation_id, 'handover'); end if;
  if new.state = 'held' then perform trust.let_sender_go(new); end if;
  return null;
end $$;
comment on function trust.handover_follows is 'Signing shows the words, acceptance opens the care relation, and holding lets the sender go.';
create trigger handover_follows after update on handover for each row execute function trust.handover_follows();

create function trust.lead_gone_on() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare h handover;
begin
  for h in select x.* from handover x where x.trajectory_id = new.trajectory_id and x.state = 'held' and not x.sender_stays and x.author_organisation_id = old.organisation_id loop
    if trust.let_sender_go(h) then
      update work_item w set closed_at = now(), closed_why = 'handed-over' where w.subject_id = h.id and w.kind = 'handover.lead' and w.closed_at is null;
    end if;
  end loop;
  return null;
end $$;
comment on function trust.lead_gone_on is 'The lead went on to another: who handed the family over and waited for that lets go now.';
create constraint trigger lead_gone_on after update on case_lead deferrable initially deferred for each row
  when (old.ended_at is null and new.ended_at is not null) execute function trust.lead_gone_on();

create function trust.must_be_handover_side(of_handover uuid) returns handover language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); found handover;
begin
  select h.* into found from handover h where h.id = of_handover and asker.session_id is not null
    and (h.author_organisation_id = any(trust.my_own_writing(5::smallint)) or h.offered_on is not null and h.to_organisation_id = any(trust.my_own(0::smallint)));
  if found.id is null then raise exception 'not a side of this handover' using errcode = 'insufficient_privilege'; end if;
  return found;
end $$;
comment on function trust.must_be_handover_side is 'Not for the application: raises insufficient_privilege unless the asker hands over or receives.';

create function trust.lock_handover(of_handover uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare side handover := trust.must_be_handover_side(of_handover);
begin perform from handover where id = side.id for update; end $$;
comment on function trust.lock_handover is 'One at a time at a handover: of two who accept in the same instant one is first.';

create function trust.sender_leads(of_handover uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare side handover := trust.must_be_handover_side(of_handover);
begin return exists (select from case_lead l where l.trajectory_id = side.trajectory_id and l.ended_at is null and l.organisation_id = side.author_organisation_id); end $$;
comment on function trust.sender_leads is 'Whether who hands over leads the case: then the lead has to go along [domain 3.9].';

create function trust.handover_workers(h handover, whom text) returns setof integer language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with active as (select m.* from membership m join organisation o on o.id = m.organisation_id and o.active
      where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()),
    sender as (select m.principal from active m where m.id = coalesce(h.offered_by, h.prepared_by)),
    receiver as (select m.principal from active m where m.id = coalesce(h.accepted_by, h.to_membership_id) and m.organisation_id = h.to_organisation_id)
  select principal from sender where whom = 'sender'
  union select t.principal from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role
    where whom = 'sender' and m.id = h.prepared_by and not exists (select from sender)
  union select principal from receiver where whom = 'receiver'
  union select t.principal from team t where (whom = 'receiver' and not exists (select from receiver) or whom = 'receiving-team')
    and t.organisation_id = h.to_organisation_id and t.role = h.to_role
  union select m.principal from case_lead l join active m on m.id = l.membership_id where whom = 'lead' and l.trajectory_id = h.trajectory_id and l.ended_at is null $$;
comment on function trust.handover_workers is 'Not for the application: on whose list the work of a handover stands. Who left is replaced by her team.';

create function trust.follow_handover(of_handover uuid, items jsonb, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare h handover;
begin
  perform trust.must_be_handover_side(of_handover);
  select x.* into h from handover x where x.id = of_handover;
  if not coalesce(trust.plain_facts(with_facts), false) or jsonb_array_length(items) > 10 then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  update work_item w set closed_at = now(), closed_why = h.state where w.subject_id = h.id and w.kind like 'handover.%' and w.closed_at is null
    and not exists (select from jsonb_array_elements(items) i where i ->> 'kind' = w.kind and i ->> 'side' = w.side);
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select whom, h.trajectory_id, i ->> 'kind', h.id, i ->> 'side', (i ->> 'dueOn')::date, with_facts
  from jsonb_array_elements(items) i cross join trust.handover_workers(h, i ->> 'for') as whom
  where i ->> 'kind' like 'handover.%' and i ->> 'kind' not like 'handover.due.%' and i ->> 'side' in ('mine', 'waiting')
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts;
end $$;
comment on function trust.follow_handover is 'Puts before each side what a state asks of it, also before one that was not involved with the line.';

create function trust.alert_handovers(due date, team_since date) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare h handover; told integer := 0; why text; more integer;
begin
  for h in select x.* from handover x join trajectory t on t.id = x.trajectory_id and t.state = 'open' where x.state in ('prepared', 'offered', 'accepted') loop
    if h.state = 'offered' and h.to_membership_id is not null and h.offered_on <= team_since then -- she is away, it seems: her team has it too
      insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
      select whom, w.trajectory_id, w.kind, w.subject_id, w.side, w.due_on, w.facts from work_item w cross join trust.handover_workers(h, 'receiving-team') as whom
      where w.subject_id = h.id and w.kind = 'handover.answer' and w.closed_at is null on conflict do nothing;
    end if;
    why := case
      when exists (select from organisation o where o.id = h.author_organisation_id and not o.active) then 'sender_closed'
      when h.to_organisation_id is not null and exists (select from organisation o where o.id = h.to_organisation_id and not o.active) then 'receiver_closed'
      when h.moment_on < app.today() then 'moment_passed'
      when h.state = 'offered' and h.answer_by < app.today() then 'no_answer' end;
    if why is null then continue; end if;
    insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select whom, h.trajectory_id, 'handover.late', h.id, 'mine', due,
      jsonb_build_object('why', why, 'moment', h.moment, 'momentOn', h.moment_on, 'state', h.state, 'from', f.name, 'to', coalesce(r.name, ''))
    from organisation f left join organisation r on r.id = h.to_organisation_id cross join lateral (
      select trust.handover_workers(h, 'sender') union select trust.handover_workers(h, 'receiver') where h.offered_on is not null
      union select trust.handover_workers(h, 'lead') where why in ('sender_closed', 'receiver_closed')) as told_too(whom)
    where f.id = h.author_organisation_id
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.facts <> excluded.facts;
    get diagnostics more = row_count;
    told := told + more;
  end loop;
  return told;
end $$;
comment on function trust.alert_handovers is 'Daily: an open handover whose moment passed, that got no answer, or of which a side closed, is an alert on both sides [domain 3.8].';

create function trust.tell_plan_sharing(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select distinct whom, h.trajectory_id, 'handover.consent-gone', h.id, 'mine', app.today(), jsonb_build_object('moment', h.moment, 'from', f.name, 'to', r.name)
  from handover h join organisation f on f.id = h.author_organisation_id join organisation r on r.id = h.to_organisation_id
    cross join lateral (select trust.handover_workers(h, 'sender') union select trust.handover_workers(h, 'receiver') where h.state = 'accepted') as told(whom)
  where h.trajectory_id = of_trajectory and h.state in ('offered', 'accepted') and not trust.shares_plan_with(h.trajectory_id, h.to_organisation_id)
  on conflict do nothing;
  update work_item w set closed_at = now(), closed_why = 'allowed' from handover h
  where w.kind = 'handover.consent-gone' and w.trajectory_id = of_trajectory and w.closed_at is null and h.id = w.subject_id and trust.shares_plan_with(h.trajectory_id, h.to_organisation_id);
  perform trust.propose_handovers(of_trajectory); -- who may know the family now can hand it over
end $$;
comment on function trust.tell_plan_sharing is 'Not for the application: what follows for handovers from what the family last said about sharing, also when it said so itself.';

create function trust.follow_plan_sharing(of_trajectory uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  perform trust.tell_plan_sharing(of_trajectory);
end $$;
comment on function trust.follow_plan_sharing is 'What follows for handovers from what the family last said about sharing, whoever recorded it.';

do $$ declare f text; begin
  foreach f in array array['guard_handover()', 'guard_new_handover()', 'guard_handover_entry()', 'let_sender_go(handover)', 'handover_follows()', 'lead_gone_on()',
    'must_be_handover_side(uuid)', 'lock_handover(uuid)', 'sender_leads(uuid)', 'handover_workers(handover, text)', 'follow_handover(uuid, jsonb, jsonb)', 'alert_handovers(date, date)', 'tell_plan_sharing(uuid)', 'follow_plan_sharing(uuid)'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.lock_handover, trust.sender_leads, trust.follow_handover, trust.follow_plan_sharing to wieg_app;
grant execute on function trust.alert_handovers to wieg_worker;
