-- Up Migration
-- The backstop under rules/groupMoves.ts: legal moves alone, never more families than places, and who waits first is asked first.
create function trust.group_shares(of_trajectory uuid, organisation uuid) returns boolean
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select trust.shares_with(of_trajectory, organisation) or exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = organisation) $$;
comment on function trust.group_shares is 'Not for the application: the family is of this organisation, or allows that it knows who it is.';

create function trust.lock_group(of_group uuid) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); room integer;
begin
  select g.places into room from support_group g where g.id = of_group and g.organisation_id = asker.organisation_id and g.state = 'open' for update;
  if not found then return null; end if;
  return room - (select count(*)::integer from group_place p where p.group_id = of_group and p.state in ('placed', 'asked'));
end $$;
comment on function trust.lock_group is 'One at a time at a group: how many places are free; empty when it is not the asker''s or not open.';

create function trust.taken_in_group(of_group uuid) returns integer language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select count(*)::integer from group_place p where p.group_id = of_group and p.state in ('placed', 'asked')
    and (trust.asker()).session_id is not null $$;
comment on function trust.taken_in_group is 'How many places of a group are held: a number alone.';

create function trust.guard_group_place() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); room support_group;
begin
  if (new.group_id, new.candidate_id, new.joined_at, new.joined_on) is distinct from (old.group_id, old.candidate_id, old.joined_at, old.joined_on) then
    raise exception 'a place is of one family in one group' using errcode = 'restrict_violation'; end if;
  if new.state = old.state then return new; end if;
  if not ((old.state, new.state) in (('asked', 'placed'), ('asked', 'signed_off'), ('placed', 'signed_off'), ('waiting', 'signed_off'), ('placed', 'finished'))
      or (old.state, new.state) = ('waiting', 'asked') and pg_trigger_depth() > 1) then
    raise exception 'no such move in a group' using errcode = 'restrict_violation'; end if;
  select g.* into room from support_group g where g.id = new.group_id for update;
  -- Whoever may change a family's referrals signs it off; all else is of who gives the group.
  if asker.session_id is not null and pg_trigger_depth() = 1 and asker.organisation_id <> room.organisation_id and new.state <> 'signed_off' then
    raise exception 'only who gives the group does this' using errcode = 'insufficient_privilege'; end if;
  if new.state in ('placed', 'asked') and room.state <> 'open' then raise exception 'this group is over' using errcode = 'restrict_violation'; end if;
  if new.state = 'placed' then perform trust.hold_line(new.trajectory_id); end if;
  if new.state = 'placed' and not trust.group_shares(new.trajectory_id, room.organisation_id) then
    raise exception 'no consent for this group' using errcode = 'restrict_violation'; end if;
  if new.state = 'asked' and (select count(*) from group_place p where p.group_id = new.group_id and p.state in ('placed', 'asked')) >= room.places then
    raise exception 'this group is full' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
comment on function trust.guard_group_place is 'Keeps the moves in a group to those of the rule and its families to its places, whoever makes them.';
create trigger c_guard_group_place before update on group_place for each row execute function trust.guard_group_place();

-- After the policy had its say: who comes in comes into an open group of the own organisation, with the family's yes, and there is a place for it.
create function trust.guard_new_group_place() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); room support_group;
begin
  select g.* into room from support_group g where g.id = new.group_id for update;
  if asker.session_id is not null and (new.state not in ('placed', 'waiting') or room.state <> 'open' or asker.organisation_id <> room.organisation_id
    or not trust.group_shares(new.trajectory_id, room.organisation_id)) then
    raise exception 'not a family that may come in' using errcode = 'restrict_violation'; end if;
  if (select count(*) from group_place p where p.group_id = new.group_id and p.state in ('placed', 'asked')) > room.places then
    raise exception 'this group is full' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
comment on function trust.guard_new_group_place is 'Never more families than places, and none without its yes.';
create trigger c_guard_new_group_place after insert on group_place for each row execute function trust.guard_new_group_place();

-- Who waits longest is asked for each place that is free. Nobody is asked after a loss, when its line ended, or when the family no longer
-- allows that this organisation knows it: it keeps its turn [domain 3.10].
create function trust.ask_next_in_group(of_group uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare room support_group; next uuid;
begin
  select g.* into room from support_group g where g.id = of_group for update;
  while room.state = 'open' and (select count(*) from group_place p where p.group_id = of_group and p.state in ('placed', 'asked')) < room.places loop
    select p.id into next from group_place p join trajectory t on t.id = p.trajectory_id and t.state = 'open' and t.loss_on is null
    where p.group_id = of_group and p.state = 'waiting' and trust.group_shares(p.trajectory_id, room.organisation_id) order by p.joined_at, p.id limit 1;
    exit when next is null;
    update group_place set state = 'asked', answer_by = app.today() + 5, version = version + 1 where id = next;
    next := null;
  end loop;
end $$;
comment on function trust.ask_next_in_group is 'Not for the application: keeps each free place for who waits longest.';

create function trust.group_place_follows() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare was text := case when tg_op = 'UPDATE' then old.state end; room support_group; news text;
begin
  if was = new.state then return null; end if;
  select g.* into room from support_group g where g.id = new.group_id;
  if was = 'asked' then
    update work_item set closed_at = now(), closed_why = new.state where kind = 'group.ask' and subject_id = new.id and closed_at is null;
  end if;
  if new.state = 'asked' then
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select coalesce((select m.principal from membership m where m.id = room.leader_membership_id and coalesce(m.until, 'infinity') >= app.today()), o.principal),
      new.trajectory_id, 'group.ask', new.id, 'mine', new.answer_by, jsonb_build_object('group', room.name, 'answerBy', new.answer_by)
    from organisation o where o.id = room.organisation_id
    on conflict (principal, kind, subject_id, side) where closed_at is null do nothing;
  end if;
  news := case when new.state in ('placed', 'signed_off', 'finished') then new.state when was is null then 'waiting' end;
  if news is not null and new.candidate_id is not null then
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select m.principal, new.trajectory_id, 'group.news', new.id, 'mine', app.today() + 7, jsonb_build_object('group', room.name, 'news', news, 'reason', coalesce(new.reason, ''))
    from referral_candidate c join membership m on m.id = c.asked_by and coalesce(m.until, 'infinity') >= app.today()
    where c.id = new.candidate_id and c.feedback_allowed and m.organisation_id <> room.organisation_id
    on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts, due_on = excluded.due_on;
  end if;
  if was in ('placed', 'asked') and new.state not in ('placed', 'asked') then perform trust.ask_next_in_group(new.group_id); end if;
  perform trust.count_group_places(room.offer_id);
  return null;
end $$;
comment on function trust.group_place_follows is 'A free place is kept for who waits longest, who gives the group is asked to call it, and who referred hears what came of it.';

-- The service directory says how many places there are: the sum over the open groups of an offer.
create function trust.count_group_places(of_offer uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update support_offer o set capacity_maximum = c.places, capacity_available = c.places - c.taken, capacity_updated_on = app.today()
  from (select sum(g.places)::integer as places, sum((select count(*) from group_place p where p.group_id = g.id and p.state in ('placed', 'asked')))::integer as taken
    from support_group g where g.offer_id = of_offer and g.state = 'open') c
  where o.id = of_offer and c.places is not null
    and (o.capacity_maximum, o.capacity_available) is distinct from (c.places, c.places - c.taken);
end $$;
comment on function trust.count_group_places is 'Not for the application: how many places the open groups of an offer have, in the service directory.';

create function trust.group_follows() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new.state <> 'open' and old.state = 'open' then
    update group_place set state = case when new.state = 'finished' and state = 'placed' then 'finished' else 'signed_off' end, answer_by = null, ended_on = app.today(),
      reason = case when new.state = 'cancelled' then 'group_cancelled' when state = 'placed' then null else 'group_over' end, version = version + 1
    where group_id = new.id and state in ('placed', 'waiting', 'asked');
  end if;
  if tg_op = 'UPDATE' and new.state = 'open' and new.places > old.places then perform trust.ask_next_in_group(new.id); end if;
  perform trust.count_group_places(new.offer_id);
  return null;
end $$;
comment on function trust.group_follows is 'The end of a group ends each place in it; more places are offered to who waits.';

create function trust.guard_group() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.offer_id, new.organisation_id) is distinct from (old.offer_id, old.organisation_id) or tg_op = 'UPDATE' and old.state <> 'open' then
    raise exception 'a group stays of its offer, and what is over is over' using errcode = 'restrict_violation'; end if;
  if (trust.asker()).session_id is null then return new; end if;
  if not exists (select from support_offer o where o.id = new.offer_id and o.organisation_id = new.organisation_id)
    or new.leader_membership_id is not null and not exists (select from membership m where m.id = new.leader_membership_id and m.organisation_id = new.organisation_id) then
    raise exception 'not an offer, or not someone, of this organisation' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'UPDATE' and new.state = 'open' and new.places < (select count(*) from group_place p where p.group_id = new.id and p.state in ('placed', 'asked')) then
    raise exception 'more families than places' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
comment on function trust.guard_group is 'A group is of an offer of its own organisation, and never has fewer places than families.';

-- Who was there is told of a meeting of the family's own group.
create function trust.guard_attendance() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from group_place p join group_session s on s.group_id = p.group_id where p.id = new.place_id and s.id = new.session_id) then
    raise exception 'not a meeting of this group' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
comment on function trust.guard_attendance is 'Attendance is of a meeting of the group in which the family has its place.';
create trigger c_guard_attendance after insert or update on group_attendance for each row execute function trust.guard_attendance();

do $$ declare f regprocedure; begin
  foreach f in array array['trust.guard_attendance()', 'trust.group_shares(uuid, uuid)', 'trust.taken_in_group(uuid)', 'trust.lock_group(uuid)', 'trust.guard_group_place()', 'trust.guard_new_group_place()', 'trust.ask_next_in_group(uuid)', 'trust.group_place_follows()',
    'trust.count_group_places(uuid)', 'trust.group_follows()', 'trust.guard_group()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.lock_group, trust.taken_in_group to wieg_app;
create trigger group_place_follows after insert or update on group_place for each row execute function trust.group_place_follows();
create trigger b_guard_group before insert or update on support_group for each row execute function trust.guard_group();
create trigger group_follows after insert or update on support_group for each row execute function trust.group_follows();
