-- Up Migration
-- Another version of a programme may raise a ceiling: there is room again although nobody gave a place back. A lower one may fill what was not.
create function trust.tell_changed_ceilings() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare found integer := 0; pool record;
begin
  for pool in
    select o.id, o.taken, trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved as places,
      (select max(w.id) from work_item w where w.kind = 'programme-full' and w.subject_id = o.id) as told_full,
      (select max(w.id) from work_item w where w.kind = 'programme-room' and w.subject_id = o.id) as told_room
    from place_pool o where o.taken > 0
  loop
    if pool.taken < pool.places and pool.told_full > coalesce(pool.told_room, 0) then
      perform trust.close_full_notice(pool.id, 'free-again');
      found := found + 1;
    elsif pool.taken >= pool.places and coalesce(pool.told_full, 0) <= coalesce(pool.told_room, 0) then
      perform trust.tell_programme_full(pool.id);
      found := found + 1;
    end if;
  end loop;
  return found;
end $$;
comment on function trust.tell_changed_ceilings is 'Tells all practices which places are free again, or are full, since another version of a programme holds. Who heard it hears nothing.';
alter function trust.tell_changed_ceilings owner to wieg_guard;
grant execute on function trust.tell_changed_ceilings to wieg_worker;
