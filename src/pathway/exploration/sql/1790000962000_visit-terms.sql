-- Up Migration
-- The term of a prenatal visit follows the due date, whoever changes it and by whatever way, in the same transaction. The same reckoning as
-- rules/visitTerms.ts; a test compares the two.
create function trust.visit_before(requested_on date, due date) returns date language sql immutable set search_path = pg_catalog as $$
  select case when due - 43 > requested_on and due - 43 < requested_on + 21 then due - 43 else requested_on + 21 end $$;
comment on function trust.visit_before is 'Last day for a prenatal visit: 21 days after the request, and before week 34 unless that week is already here [domain 3.3].';

create function trust.move_visit_terms() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare v home_visit;
begin
  for v in update home_visit h set visit_before = trust.visit_before(h.requested_on, new.due_date)
    where h.trajectory_id = new.id and h.kind = 'prenatal' and h.state in ('requested', 'accepted', 'scheduled', 'no_show')
      and h.visit_before <> trust.visit_before(h.requested_on, new.due_date) returning h.*
  loop
    update work_item w set facts = jsonb_set(w.facts, '{visitBefore}', to_jsonb(v.visit_before::text)),
      due_on = case when v.state in ('accepted', 'no_show') and w.kind in ('home-visit.plan', 'home-visit.awaited', 'home-visit.interpreter')
        then v.visit_before else w.due_on end
    where w.subject_id = v.id and w.trajectory_id = new.id and w.kind like 'home-visit.%' and w.closed_at is null;
  end loop;
  return null;
end $$;
comment on function trust.move_visit_terms is 'The term of an open prenatal visit follows the due date.';
alter function trust.visit_before owner to wieg_guard;
alter function trust.move_visit_terms owner to wieg_guard;
create trigger move_visit_terms after update on trajectory for each row
  when (old.due_date is distinct from new.due_date) execute function trust.move_visit_terms();
