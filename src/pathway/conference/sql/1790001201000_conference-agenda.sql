-- Up Migration
-- A case on the agenda of a sitting, and what was decided about it.
create table agenda_item (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  sitting_id uuid not null references conference_sitting,
  case_id uuid not null,
  place_nr integer not null,
  state text not null default 'on_agenda' check (state in ('on_agenda', 'discussed', 'off')),
  off_because text check (off_because in ('consent', 'chair', 'case', 'sitting', 'not_reached')),
  question text check (length(trim(question)) between 3 and 500),
  decision text check (length(trim(decision)) between 3 and 1000),
  decided_on date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (case_id, trajectory_id) references conference_case (id, trajectory_id),
  check ((state = 'off') = (off_because is not null)),
  check ((state = 'discussed') = (decision is not null and decided_on is not null))
);
create unique index agenda_item_open on agenda_item (case_id) where state = 'on_agenda';
create index agenda_item_of_sitting on agenda_item (sitting_id, place_nr);
create index agenda_item_of_trajectory on agenda_item (trajectory_id);
comment on table agenda_item is 'A case on the agenda of a sitting, and its outcome: what was decided, not retold.';
comment on column agenda_item.id is 'Random id.';
comment on column agenda_item.trajectory_id is 'The line.';
comment on column agenda_item.sitting_id is 'The sitting.';
comment on column agenda_item.case_id is 'The case, with its question, summary and the family''s own words.';
comment on column agenda_item.place_nr is 'Place on the agenda.';
comment on column agenda_item.state is 'on_agenda, discussed, or off: back to the list.';
comment on column agenda_item.off_because is 'consent: the family no longer allows it; chair took it off; case: it does not wait any more; sitting: it was cancelled; not_reached.';
comment on column agenda_item.question is 'The question as it was answered.';
comment on column agenda_item.decision is 'What was decided.';
comment on column agenda_item.decided_on is 'Day.';
comment on column agenda_item.author_organisation_id is 'Organisation that brought the case in, not that of the chair: the table keeps nothing of a family [access.md 2].';
comment on column agenda_item.author_id is 'Who put it on the agenda.';
comment on column agenda_item.created_at is 'When recorded.';
comment on column agenda_item.version is 'Raised by one at each change.';
alter table conference_participant add foreign key (item_id) references agenda_item on delete cascade;

create table agenda_outcome (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  item_id uuid not null,
  kind text not null check (kind in ('lead', 'join', 'agreement', 'referral')),
  organisation_id uuid references organisation,
  role text,
  membership_id uuid references membership,
  offer_id uuid references support_offer,
  subject_id uuid,
  settled_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (item_id, trajectory_id) references agenda_item (id, trajectory_id)
);
create index agenda_outcome_of_item on agenda_outcome (item_id);
create index agenda_outcome_of_trajectory on agenda_outcome (trajectory_id);
comment on table agenda_outcome is 'One thing that came of a case: who is asked to lead, who joins, an agreement, help to ask for. The record itself stands where it belongs.';
comment on column agenda_outcome.id is 'Random id.';
comment on column agenda_outcome.trajectory_id is 'The line.';
comment on column agenda_outcome.item_id is 'The case on the agenda.';
comment on column agenda_outcome.kind is 'lead, join, agreement or referral.';
comment on column agenda_outcome.organisation_id is 'Who leads or joins.';
comment on column agenda_outcome.role is 'In which role.';
comment on column agenda_outcome.membership_id is 'This one professional.';
comment on column agenda_outcome.offer_id is 'The help to ask for.';
comment on column agenda_outcome.subject_id is 'The transfer, relation, agreement or referral that it became; empty: still to be carried out by the lead.';
comment on column agenda_outcome.settled_at is 'When it was carried out, or the family did not want it.';
comment on column agenda_outcome.author_organisation_id is 'Organisation that brought the case in.';
comment on column agenda_outcome.author_id is 'The chair.';
comment on column agenda_outcome.created_at is 'When recorded.';
comment on column agenda_outcome.version is 'Raised by one at each change.';

select trust.protect('agenda_item', 'plan');
select trust.protect('agenda_outcome', 'plan');
do $$ declare t text; begin
  foreach t in array array['agenda_item', 'agenda_outcome'] loop
    execute format('drop policy add on %I', t);
    execute format('drop policy change on %I', t);
    execute format('revoke insert, update on %I from wieg_app', t);
  end loop;
end $$;

-- The table is not the author: what the chair records belongs to who brought the case in.
create function trust.author_is_of_case() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  new.author_organisation_id := coalesce((select k.author_organisation_id from conference_case k where k.trajectory_id = new.trajectory_id order by k.created_at desc limit 1),
    new.author_organisation_id);
  return new;
end $$;
comment on function trust.author_is_of_case is 'Author of what a conference records is the organisation that brought the case in.';
alter function trust.author_is_of_case owner to wieg_guard;
create trigger b_author_is_of_case before insert on agenda_item for each row execute function trust.author_is_of_case();
create trigger b_author_is_of_case before insert on agenda_outcome for each row execute function trust.author_is_of_case();

create function trust.conference_allowed(of_trajectory uuid, on_day date) returns boolean language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from consent c where c.trajectory_id = of_trajectory and c.purpose = 'case_conference' and c.own_person is null and c.given and c.withdrawn_on is null
    and c.given_on <= on_day and coalesce(c.until, 'infinity') >= on_day) $$;
comment on function trust.conference_allowed is 'Not for the application: the family allows its case in a conference on this day.';

-- Who is at the table sees a case from the agenda until the sitting closes, and never longer than its day; the chair while she sets the agenda too.
create function trust.items_at_table() returns setof agenda_item language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); today date := app.today();
begin
  return query
    select distinct i.* from conference_participant p join conference_sitting s on s.id = p.sitting_id join agenda_item i on i.sitting_id = s.id
    where (p.membership_id = asker.membership_id or p.membership_id is null and p.organisation_id = asker.organisation_id and p.role = asker.role)
      and (p.item_id is null or p.item_id = i.id) and i.state in ('on_agenda', 'discussed') and s.held_on >= today
      and (s.state in ('agenda_set', 'open') or s.state = 'planned' and p.kind = 'chair')
      and trust.conference_allowed(i.trajectory_id, today);
end $$;
comment on function trust.items_at_table is 'Not for the application: the cases before the asker.';
create function trust.my_agenda_items() returns uuid[] language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return array(select i.id from items_at_table() i); end $$;
create function trust.my_agenda_cases() returns uuid[] language plpgsql stable security definer set search_path = trust, pg_catalog as
$$ begin return array(select i.case_id from items_at_table() i); end $$;
comment on function trust.my_agenda_items is 'Cases before the asker, now: items of agendas.';
comment on function trust.my_agenda_cases is 'The same as cases: their question, summary and the family''s own words.';
create policy at_table on agenda_item for select to wieg_app using (id = any((select trust.my_agenda_items())::uuid[]));
create policy at_table on agenda_outcome for select to wieg_app using (item_id = any((select trust.my_agenda_items())::uuid[]));
create policy at_table on conference_case for select to wieg_app using (id = any((select trust.my_agenda_cases())::uuid[]));

-- The relations of the table: a place on an agenda gives sight, never a right to change.
create function trust.seat_relations(lines uuid[]) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare today date := app.today(); line uuid;
begin
  with wanted as (
    select distinct i.trajectory_id, p.organisation_id, p.role, m.professional_id, s.held_on
    from agenda_item i join conference_sitting s on s.id = i.sitting_id and s.state in ('agenda_set', 'open') and s.held_on >= today
    join conference_participant p on p.sitting_id = s.id and (p.item_id is null or p.item_id = i.id) left join membership m on m.id = p.membership_id
    where i.trajectory_id = any(lines) and i.state in ('on_agenda', 'discussed') and trust.conference_allowed(i.trajectory_id, today)
  ), gone as (
    update care_relation r set until = today - 1 where r.trajectory_id = any(lines) and r.basis = 'agenda' and coalesce(r.until, 'infinity') >= today
      and not exists (select from wanted w where (w.trajectory_id, w.organisation_id, w.role, w.held_on) = (r.trajectory_id, r.organisation_id, r.role, r.until)
        and w.professional_id is not distinct from r.professional_id)
  )
  insert into care_relation (trajectory_id, organisation_id, role, professional_id, basis, until)
  select w.trajectory_id, w.organisation_id, w.role, w.professional_id, 'agenda', w.held_on from wanted w
  where not exists (select from care_relation r where (w.trajectory_id, w.organisation_id, w.role, w.held_on) = (r.trajectory_id, r.organisation_id, r.role, r.until)
    and r.basis = 'agenda' and w.professional_id is not distinct from r.professional_id);
  foreach line in array lines loop perform trust.recompute_grants(line); end loop;
end $$;
comment on function trust.seat_relations is 'Not for the application: who is at the table of these lines has a relation until the day of the sitting, and nobody else by that ground.';

create function trust.take_off(of_items uuid[], because text) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare lines uuid[]; sittings uuid[];
begin
  with off as (
    update agenda_item i set state = 'off', off_because = because, version = version + 1 where i.id = any(of_items) and i.state = 'on_agenda' returning i.*
  ), told as ( -- the lead hears why; a family that said no is not asked about it again here
    insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
    select m.principal, off.trajectory_id, 'conference.off', off.id, 'mine', app.today() + 3, jsonb_build_object('because', because, 'on', s.held_on)
    from off join conference_sitting s on s.id = off.sitting_id join case_lead l on l.trajectory_id = off.trajectory_id and l.ended_at is null join membership m on m.id = l.membership_id
    where because <> 'case' on conflict do nothing
  ), chairs as ( -- the chair hears that the agenda changed, not of whom
    insert into work_item (principal, kind, subject_id, side, due_on, facts)
    select distinct m.principal, 'conference.fell-off', s.id, 'mine', app.today() + 1, jsonb_build_object('on', s.held_on)
    from off join conference_sitting s on s.id = off.sitting_id join conference_series r on r.id = s.series_id join membership m on m.id = r.chair_id
    where because in ('consent', 'case') on conflict do nothing
  )
  select array_agg(distinct off.trajectory_id), array_agg(distinct off.sitting_id) into lines, sittings from off;
  if lines is null then return; end if;
  update work_item w set closed_at = now(), closed_why = 'off' where w.kind = 'conference.case' and w.subject_id = any(of_items) and w.closed_at is null;
  perform trust.seat_relations(lines);
  perform trust.sitting_work(s) from unnest(sittings) s;
end $$;
comment on function trust.take_off is 'Not for the application: cases off the agenda and back to the list, for everyone at once; the lead and the chair are told.';

-- Withdrawn or refused consent takes a case off for all at once, also in the middle of a sitting. At the end of the transaction: a newer yes takes the place of an older one.
create function trust.conference_follows_consent() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  if not trust.conference_allowed(new.trajectory_id, app.today()) then
    perform trust.take_off(array(select i.id from agenda_item i where i.trajectory_id = new.trajectory_id and i.state = 'on_agenda'), 'consent');
    perform trust.seat_relations(array[new.trajectory_id]);
  end if;
  return null;
end $$;
create constraint trigger conference_follows_consent after insert or update on consent deferrable initially deferred
  for each row when (new.purpose = 'case_conference') execute function trust.conference_follows_consent();

-- A case that does not wait any more (another route, the family does not want it) leaves the agenda.
create function trust.agenda_follows_case() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.take_off(array(select i.id from agenda_item i where i.case_id = new.id and i.state = 'on_agenda'), 'case');
  return null;
end $$;
create trigger agenda_follows_case after update of state on conference_case for each row when (old.state = 'waiting' and new.state = 'removed') execute function trust.agenda_follows_case();

do $$ declare f text; begin
  foreach f in array array['conference_allowed', 'items_at_table', 'my_agenda_items', 'my_agenda_cases', 'seat_relations', 'take_off', 'conference_follows_consent', 'agenda_follows_case'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.my_agenda_items, trust.my_agenda_cases to wieg_app;
