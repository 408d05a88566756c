-- Up Migration
-- Families of an organisation that closed, whom no other organisation works with: without open work nobody would hear of them.
create function trust.watch_left_families() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare told integer;
begin
  with left_behind as (
    select o.id, o.name, count(*) as families from organisation o join trajectory t on t.author_organisation_id = o.id and t.state = 'open'
    where not o.active and not exists (select from care_relation r join organisation other on other.id = r.organisation_id and other.active
      where r.trajectory_id = t.id and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today())
    group by o.id
  ), gone as (
    update work_item w set closed_at = now(), closed_why = 'taken-on' where w.kind = 'left-families' and w.closed_at is null
      and not exists (select from left_behind l where l.id = w.subject_id)
  )
  insert into work_item as w (principal, kind, subject_id, due_on, facts)
  select t.principal, 'left-families', l.id, app.today() + 3, jsonb_build_object('organisation', left(l.name, 120), 'families', l.families)
  from left_behind l join team t on t.role = 'platform_admin'
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.facts <> excluded.facts;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function trust.watch_left_families is 'How many families a closed organisation left behind, told to who administers the region: how many, never who.';
alter function trust.watch_left_families owner to wieg_guard;
grant execute on function trust.watch_left_families to wieg_worker;

create function trust.families_left() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.watch_left_families();
  return null;
end $$;
alter function trust.families_left owner to wieg_guard;
create trigger families_left after update of active on organisation for each row when (old.active <> new.active) execute function trust.families_left();
