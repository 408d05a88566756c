-- Up Migration
-- A family that moves to where the asked youth health service does not work, while a visit is asked or planned: both sides are told, and one
-- of them decides who goes. The visit stays with who was asked until then: never with nobody [domain 3.4, 3.8].
create function trust.visits_follow_address() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  if new.until is not null or new.municipality_code is null then return null; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select distinct whom.principal, v.trajectory_id, 'home-visit.moved', v.id, 'mine', least(v.visit_before, app.today() + 3),
    jsonb_build_object('asked', a.name, 'asking', b.name, 'requestedOn', v.requested_on, 'municipality', coalesce((select g.name from municipality g where g.code = new.municipality_code), new.municipality_code))
  from trajectory t join home_visit v on v.trajectory_id = t.id and v.state in ('requested', 'accepted', 'scheduled', 'no_show')
    join organisation a on a.id = v.asked_organisation_id join organisation b on b.id = v.author_organisation_id
    cross join lateral (
      select coalesce(n.principal, s.principal) as principal from team s left join membership n on n.id = v.accepted_by and coalesce(n.until, 'infinity') >= app.today()
      where s.organisation_id = v.asked_organisation_id and s.role = 'youth_nurse'
      union select coalesce(case when coalesce(m.until, 'infinity') >= app.today() then m.principal end, s.principal)
      from membership m join team s on s.organisation_id = m.organisation_id and s.role = m.role where m.id = v.asked_by) whom
  where t.family_id = new.family_id and t.state = 'open' and v.municipality_code is distinct from new.municipality_code
    and not trust.serves(v.asked_organisation_id, new.municipality_code)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.trajectory_id = excluded.trajectory_id;
  update work_item w set closed_at = now(), closed_why = 'moved-back' from trajectory t join home_visit v on v.trajectory_id = t.id
  where t.family_id = new.family_id and w.kind = 'home-visit.moved' and w.subject_id = v.id and w.closed_at is null
    and (v.municipality_code is not distinct from new.municipality_code or trust.serves(v.asked_organisation_id, new.municipality_code));
  return null;
end $$;
comment on function trust.visits_follow_address is 'A move to where the asked youth health service does not work is put before both sides of a visit that was not held yet; a move back takes it away.';
alter function trust.visits_follow_address owner to wieg_guard;
create trigger visits_follow_address after insert or update on family_address for each row execute function trust.visits_follow_address();
