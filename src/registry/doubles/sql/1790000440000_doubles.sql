-- Up Migration
-- Likely doubles between organisations. Whoever registers a family learns nothing of them: the application has no function that looks. A
-- job looks later, as itself, and puts what seems to be one line before a neutral reviewer of the region, who sees the least that says it.
-- Not partial: before its first statistics PostgreSQL takes a partial index for a small one, and would go through all of it to find one family.
create index family_member_by_birth on family_member (birth_date);

create index family_address_by_postcode on family_address (postcode);

create table double_check (
  family_id uuid primary key references family on delete cascade,
  since timestamptz not null default now()
);
comment on table double_check is 'Families that are new or whose mother changed: still to be looked up among those of other organisations.';
comment on column double_check.family_id is 'The family.';
comment on column double_check.since is 'Since when it waits.';

create table double_review (
  id uuid primary key default gen_random_uuid(),
  one_trajectory_id uuid not null,
  other_trajectory_id uuid not null,
  one_organisation_id uuid not null references organisation,
  other_organisation_id uuid not null references organisation,
  likeness text[] not null,
  found_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'same', 'different')),
  decided_by uuid references professional,
  decided_at timestamptz,
  check (one_trajectory_id < other_trajectory_id),
  unique (one_trajectory_id, other_trajectory_id)
);
comment on table double_review is 'Two lines of two organisations that may be one, before a neutral reviewer. Holds no facts of the families: those are looked up while it is open.';
comment on column double_review.id is 'Random id, in the address.';
comment on column double_review.one_trajectory_id is 'One line.';
comment on column double_review.other_trajectory_id is 'The other.';
comment on column double_review.one_organisation_id is 'Organisation that registered the one.';
comment on column double_review.other_organisation_id is 'Organisation that registered the other.';
comment on column double_review.likeness is 'What is alike, as codes.';
comment on column double_review.found_at is 'When found.';
comment on column double_review.state is 'open, same (merged) or different.';
comment on column double_review.decided_by is 'Which reviewer.';
comment on column double_review.decided_at is 'When.';

create table line_merge (
  id uuid primary key default gen_random_uuid(),
  review_id uuid not null references double_review,
  kept_trajectory_id uuid not null,
  folded_trajectory_id uuid not null,
  kept_organisation_id uuid not null references organisation,
  folded_organisation_id uuid not null references organisation,
  merged_by uuid not null references professional,
  merged_at timestamptz not null default now(),
  moved jsonb not null,
  finished_at timestamptz,
  finished_by uuid references professional,
  undone_at timestamptz,
  undone_by uuid references professional
);
create unique index line_merge_of_folded on line_merge (folded_trajectory_id) where undone_at is null;
create index line_merge_of_kept on line_merge (kept_trajectory_id) where undone_at is null;
comment on table line_merge is 'Two lines that are one: the kept one goes on. Each organisation keeps what it recorded itself; nothing is shown to the other without consent.';
comment on column line_merge.id is 'Random id, in the address.';
comment on column line_merge.review_id is 'The reviewer''s decision.';
comment on column line_merge.kept_trajectory_id is 'The line that goes on: the one that was registered first.';
comment on column line_merge.folded_trajectory_id is 'The line that counts no more; its records stay with their author.';
comment on column line_merge.kept_organisation_id is 'Organisation that registered the kept line.';
comment on column line_merge.folded_organisation_id is 'Organisation that registered the other; it has a care relation with the kept line from now on.';
comment on column line_merge.merged_by is 'Which reviewer.';
comment on column line_merge.merged_at is 'When.';
comment on column line_merge.moved is 'What was opened, closed and ended, so that undoing restores exactly that.';
comment on column line_merge.finished_at is 'When the folded line was ended: as soon as the family allowed its organisation to see the kept one.';
comment on column line_merge.finished_by is 'By which professional of that organisation.';
comment on column line_merge.undone_at is 'When undone.';
comment on column line_merge.undone_by is 'By which reviewer.';

do $$ declare t text; begin
  foreach t in array array['double_check', 'double_review', 'line_merge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    insert into protected_table (name, part, scope) values (t, 'identity', 'own');
  end loop;
end $$;
-- A reviewer is neutral: never of one of the two organisations.
create policy see on double_review for select to wieg_app using (
  (select trust.my_role()) = 'neutral_reviewer' and (select trust.my_organisation()) not in (one_organisation_id, other_organisation_id));
create policy see on line_merge for select to wieg_app using (
  case when (select trust.my_role()) = 'neutral_reviewer' then (select trust.my_organisation()) not in (kept_organisation_id, folded_organisation_id)
    else (select trust.my_organisation()) = kept_organisation_id and kept_organisation_id = any((select trust.my_own(1::smallint))::uuid[])
      or (select trust.my_organisation()) = folded_organisation_id and folded_organisation_id = any((select trust.my_own(1::smallint))::uuid[]) end);
grant select on double_review, line_merge to wieg_app;

create function trust.queue_double_check() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into double_check (family_id) select distinct family_id from changed where kind = 'mother' on conflict do nothing;
  return null;
end $$;
create trigger queue_double_check_new after insert on family_member referencing new table as changed for each statement execute function trust.queue_double_check();
create trigger queue_double_check after update on family_member referencing new table as changed for each statement execute function trust.queue_double_check();

create function trust.double_person(of_trajectory uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog as $$
begin
  return (select jsonb_build_object('givenName', m.given_name, 'prefix', m.prefix, 'familyName', m.family_name, 'birthDate', m.birth_date, 'dueDate', t.day,
      'postcode', (select a.postcode from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1))
    from trajectory t join family_member m on m.family_id = t.family_id and m.kind = 'mother' and m.until is null
    where t.id = of_trajectory order by m.created_at limit 1);
end $$;
comment on function trust.double_person is 'What a double is recognised by.';

create function trust.take_double_checks(most integer) returns table (trajectory_id uuid, person jsonb)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  return query
    with taken as (
      delete from double_check where family_id in (select c.family_id from double_check c order by c.since limit most for update skip locked) returning family_id)
    select t.id, trust.double_person(t.id) from taken join trajectory t on t.family_id = taken.family_id and t.state = 'open';
end $$;
comment on function trust.take_double_checks is 'For the job alone: takes families that wait out of the queue, with what a double is recognised by.';

create function trust.double_candidates(lines uuid[], near text[]) returns table (one uuid, other uuid, person jsonb)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  return query
    with asked as materialized (
      select t.id as line, t.author_organisation_id as organisation, t.day, m.birth_date, a.postcode,
        case when extract(day from m.birth_date) <= 12
          then make_date(extract(year from m.birth_date)::int, extract(day from m.birth_date)::int, extract(month from m.birth_date)::int) end as swapped
      from trajectory t join family_member m on m.family_id = t.family_id and m.kind = 'mother' and m.until is null
      left join lateral (select x.postcode from family_address x where x.family_id = t.family_id and x.until is null order by x.since desc limit 1) a on true
      where t.id = any(lines)
    ), there as materialized (
      select a.postcode, a.family_id, m.birth_date from family_address a join family_member m on m.family_id = a.family_id and m.kind = 'mother' and m.until is null
      where a.until is null and a.postcode = any(array(select q.postcode from asked q))
        and (m.birth_date is null or to_char(m.birth_date, 'YYYY-MM-DD') || a.postcode = any(near) or a.postcode = any(array(select q.postcode from asked q where q.birth_date is null)))
    ), found as (
      select asked.line, asked.organisation, m.family_id, null::date as around from asked join family_member m on m.birth_date = any(array[asked.birth_date, asked.swapped])
        and m.kind = 'mother' and m.until is null
      union
      select asked.line, asked.organisation, there.family_id, case when there.birth_date is null or asked.birth_date is null then asked.day end
      from asked join there on there.postcode = asked.postcode where there.birth_date is null or asked.birth_date is null
        or to_char(there.birth_date, 'YYYY-MM-DD') || there.postcode = any(near)
    ), pair as (
      select distinct found.line, t.id from found join trajectory t on t.family_id = found.family_id and t.state = 'open'
        and t.author_organisation_id <> found.organisation and (found.around is null or t.day between found.around - 3 and found.around + 3)
    )
    select pair.line, pair.id, trust.double_person(pair.id) from pair
    where not exists (select from double_review r where r.one_trajectory_id = least(pair.line, pair.id) and r.other_trajectory_id = greatest(pair.line, pair.id))
      and not exists (select from line_merge g where g.undone_at is null and g.folded_trajectory_id in (pair.line, pair.id));
end $$;
comment on function trust.double_candidates is 'For the job alone: lines of other organisations with her birth date or its swap, with a birth date and postcode among `near`, or, where no birth date is known, expected within days at her postcode.';

create function trust.double_checks_waiting() returns boolean language sql stable security definer set search_path = public, pg_catalog as
$$ select exists (select from double_check) $$;
comment on function trust.double_checks_waiting is 'Whether families wait to be looked up.';

create function trust.put_double_review(one uuid, other uuid, alike text[], due date) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
declare made uuid; first uuid := least(one, other); second uuid := greatest(one, other);
begin
  insert into double_review (one_trajectory_id, other_trajectory_id, one_organisation_id, other_organisation_id, likeness)
  select first, second, a.author_organisation_id, b.author_organisation_id, alike from trajectory a, trajectory b
  where a.id = first and b.id = second and a.author_organisation_id <> b.author_organisation_id
  on conflict do nothing returning id into made;
  insert into work_item (principal, kind, subject_id, side, due_on)
  select t.principal, 'double-review', r.id, 'mine', due from double_review r join team t on t.role = 'neutral_reviewer'
    and t.organisation_id not in (r.one_organisation_id, r.other_organisation_id)
  where r.id = made;
end $$;
comment on function trust.put_double_review is 'Puts two lines that may be one before the neutral reviewers of the region, but not one of the two organisations.';

create function trust.reviews_for_new_team() returns trigger language plpgsql security definer set search_path = public, app, pg_catalog as $$
begin
  insert into work_item (principal, kind, subject_id, side, due_on)
  select new.principal, 'double-review', r.id, 'mine', app.today() + 7 from double_review r
  where r.state = 'open' and new.organisation_id not in (r.one_organisation_id, r.other_organisation_id);
  return null;
end $$;
comment on function trust.reviews_for_new_team is 'The first reviewer of an organisation finds what already waits.';
create trigger reviews_for_new_team after insert on team for each row when (new.role = 'neutral_reviewer') execute function trust.reviews_for_new_team();

create function trust.must_review(of_review uuid) returns double_review language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); found double_review;
begin
  select * into found from double_review r where r.id = of_review and asker.role = 'neutral_reviewer'
    and asker.organisation_id not in (r.one_organisation_id, r.other_organisation_id) for update;
  if found.id is null then raise exception 'not yours to review' using errcode = 'insufficient_privilege'; end if;
  return found;
end $$;

create function trust.double_facts(of_review uuid) returns table (trajectory_id uuid, given_name text, prefix text, family_name text, birth_date date, due_date date,
  postcode text, organisation text, registered_on date)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asked double_review := trust.must_review(of_review);
begin
  if asked.state <> 'open' and not exists (select from line_merge g where g.review_id = asked.id and g.undone_at is null) then return; end if;
  return query
    select t.id, m.given_name, m.prefix, m.family_name, m.birth_date, t.day, a.postcode, o.name, (t.created_at at time zone 'Europe/Amsterdam')::date
    from trajectory t join organisation o on o.id = t.author_organisation_id
    join lateral (select * from family_member x where x.family_id = t.family_id and x.kind = 'mother' and x.until is null order by x.created_at limit 1) m on true
    left join lateral (select x.postcode from family_address x where x.family_id = t.family_id and x.until is null order by x.since desc limit 1) a on true
    where t.id in (asked.one_trajectory_id, asked.other_trajectory_id) order by t.created_at, t.id;
end $$;
comment on function trust.double_facts is 'The least that says whether two lines are one, for the reviewer, while it is open or can be undone.';

create function trust.decide_double(of_review uuid, is_same boolean, due date) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asked double_review := trust.must_review(of_review);
begin
  if asked.state <> 'open' then return false; end if;
  update double_review set state = case when is_same then 'same' else 'different' end, decided_by = trust.my_professional(), decided_at = now() where id = asked.id;
  update work_item set closed_at = now(), closed_why = 'decided' where kind = 'double-review' and subject_id = asked.id and closed_at is null;
  if is_same then perform trust.merge_lines(asked, due); end if;
  return true;
end $$;
comment on function trust.decide_double is 'The reviewer decides. False when it was decided already.';

create function trust.merge_lines(asked double_review, due date) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare kept record; folded record; relation uuid; made uuid;
begin
  select t.id, t.author_organisation_id as organisation into kept from trajectory t where t.id in (asked.one_trajectory_id, asked.other_trajectory_id) order by t.created_at, t.id limit 1;
  select t.id, t.author_organisation_id as organisation into folded from trajectory t where t.id in (asked.one_trajectory_id, asked.other_trajectory_id) and t.id <> kept.id;
  if not exists (select from care_relation r where r.trajectory_id = kept.id and r.organisation_id = folded.organisation and r.basis = 'care'
      and coalesce(r.until, 'infinity') >= app.today()) then
    relation := trust.open_relation(kept.id, folded.organisation, 'care'); end if;
  insert into line_merge (review_id, kept_trajectory_id, folded_trajectory_id, kept_organisation_id, folded_organisation_id, merged_by, moved)
  values (asked.id, kept.id, folded.id, kept.organisation, folded.organisation, trust.my_professional(), jsonb_build_object('relation', relation)) returning id into made;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select o.principal, side.trajectory, 'line-merged', made, 'mine', due, jsonb_build_object('organisation', n.name)
  from (values (kept.organisation, kept.id, folded.organisation), (folded.organisation, folded.id, kept.organisation)) as side(organisation, trajectory, other)
  join organisation o on o.id = side.organisation join organisation n on n.id = side.other;
end $$;
comment on function trust.merge_lines is 'Not for the application. The folded line''s organisation becomes involved with the kept line; consent alone opens what others recorded.';

create function trust.finish_merge(of_merge uuid) returns boolean language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); merge line_merge; closed bigint[];
begin
  select * into merge from line_merge g where g.id = of_merge and g.folded_organisation_id = any(trust.my_own_writing(1::smallint)) for update;
  if merge.id is null then raise exception 'no such merge' using errcode = 'insufficient_privilege'; end if;
  if merge.undone_at is not null or merge.finished_at is not null
    or not exists (select from trajectory t where t.id = merge.folded_trajectory_id and t.state = 'open')
    or not exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = merge.kept_trajectory_id and g.part = 1
      and g.own_person is null and g.until >= app.today()) then return false; end if;
  update trajectory set state = 'ended', ended_on = app.today(), end_reason = 'other', version = version + 1 where id = merge.folded_trajectory_id;
  with done as (update work_item set closed_at = now(), closed_why = 'merged' where trajectory_id = merge.folded_trajectory_id and closed_at is null returning id)
  select array_agg(id) into closed from done;
  update line_merge set finished_at = now(), finished_by = asker.professional_id, moved = moved || jsonb_build_object('work', coalesce(to_jsonb(closed), '[]')) where id = merge.id;
  return true;
end $$;
comment on function trust.finish_merge is 'The folded line ends, by its own organisation, once the family allowed that one to see the kept line. False where that can''t be (yet).';

create function trust.undo_merge(of_review uuid) returns boolean language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asked double_review := trust.must_review(of_review); merge line_merge;
begin
  select * into merge from line_merge g where g.review_id = asked.id and g.undone_at is null for update;
  if merge.id is null then return false; end if;
  delete from care_relation where id = (merge.moved ->> 'relation')::uuid;
  perform trust.recompute_grants(merge.kept_trajectory_id);
  if merge.finished_at is not null then
    update trajectory set state = 'open', ended_on = null, end_reason = null, version = version + 1 where id = merge.folded_trajectory_id and state = 'ended';
    update work_item w set closed_at = null, closed_why = null where w.id in (select jsonb_array_elements_text(merge.moved -> 'work')::bigint) and w.kind <> 'line-merged'
      and not exists (select from work_item n where n.principal = w.principal and n.kind = w.kind and n.subject_id = w.subject_id and n.side = w.side and n.closed_at is null);
  end if;
  update work_item set closed_at = now(), closed_why = 'undone' where kind = 'line-merged' and subject_id = merge.id and closed_at is null;
  update line_merge set undone_at = now(), undone_by = trust.my_professional() where id = merge.id;
  update double_review set state = 'different' where id = asked.id;
  return true;
end $$;
comment on function trust.undo_merge is 'Two lines again, as they were. What an organisation recorded meanwhile stays its own. False when there is nothing to undo.';

create function trust.see_merge(of_merge uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare own uuid := trust.my_organisation(); closed integer;
begin
  update work_item w set closed_at = now(), closed_why = 'seen' from organisation o, line_merge g
  where g.id = of_merge and own in (g.kept_organisation_id, g.folded_organisation_id) and o.id = own and w.principal = o.principal and w.kind = 'line-merged'
    and w.subject_id = g.id and w.closed_at is null;
  get diagnostics closed = row_count;
  return closed > 0;
end $$;
comment on function trust.see_merge is 'Takes the news of a merge off the list of the asker''s own organisation.';

create function trust.leading_line(of_trajectory uuid) returns uuid language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce((select kept_trajectory_id from line_merge where folded_trajectory_id = of_trajectory and undone_at is null), of_trajectory) $$;
comment on function trust.leading_line is 'The line that counts: for places and figures two merged lines are one. For other definer functions and jobs.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'trust' and p.proname in ('queue_double_check',
    'double_person', 'take_double_checks', 'double_candidates', 'double_checks_waiting', 'put_double_review', 'reviews_for_new_team', 'must_review', 'double_facts', 'decide_double', 'merge_lines', 'finish_merge', 'undo_merge', 'see_merge', 'leading_line') loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.take_double_checks, trust.double_candidates, trust.double_checks_waiting, trust.put_double_review, trust.leading_line to wieg_worker;
grant execute on function trust.double_facts, trust.decide_double, trust.finish_merge, trust.undo_merge, trust.see_merge to wieg_app;
