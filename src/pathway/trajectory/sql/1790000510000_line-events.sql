-- Up Migration
-- What happens to a line beside its own fields: maternity care, and telling everyone who is involved.
create function trust.register_maternity_care(of_trajectory uuid, of_organisation uuid, as_written text, on_day date, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); changed integer;
begin
  if not exists (select from role_part p where p.role = asker.role and p.part in (1, 7) and p.may_write
      and (exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = asker.organisation_id)
        or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part in (1, 7) and g.own_person is null
          and (g.may_write or p.own_only) and g.until >= app.today()))) then
    raise exception 'not hers to record' using errcode = 'insufficient_privilege'; end if;
  update trajectory set maternity_care_organisation_id = of_organisation, maternity_care_text = as_written, maternity_care_registered_on = on_day, version = version + 1
  where id = of_trajectory and version = seen_version;
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function trust.register_maternity_care is 'With whom the family registered for maternity care: recorded by who may change the family or its maternity care. False when someone else was first.';

create function trust.tell_involved(of_trajectory uuid, of_kind text, of_subject uuid, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_be_involved(of_trajectory);
  if not trust.may_move_work(of_trajectory, of_kind) then raise exception 'not work of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  if not coalesce(trust.plain_facts(with_facts), false) then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, due_on, facts)
  select told.principal, of_trajectory, of_kind, of_subject, due, with_facts from (
    select g.principal from access_grant g where g.trajectory_id = of_trajectory and g.part = 1 and g.own_person is null and g.until >= app.today()
    union
    select m.principal from trajectory t join team m on m.organisation_id = t.author_organisation_id
      join role_part p on p.role = m.role and p.part = 1 and p.may_read where t.id = of_trajectory) as told
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;
comment on function trust.tell_involved is 'Puts one message before every team that may see this line. Who may not see it is not told.';

create function trust.close_own_work(of_trajectory uuid, of_kind text) returns integer
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare closed integer;
begin
  update work_item set closed_at = now(), closed_why = 'seen'
  where trajectory_id = of_trajectory and kind = of_kind and principal = any((trust.asker()).principals) and closed_at is null;
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function trust.close_own_work is 'Takes a message off the own list; others keep theirs.';

do $$ declare f text; begin
  foreach f in array array['trust.register_maternity_care(uuid, uuid, text, date, integer)', 'trust.tell_involved(uuid, text, uuid, date, jsonb)', 'trust.close_own_work(uuid, text)'] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.register_maternity_care, trust.tell_involved, trust.close_own_work to wieg_app;
