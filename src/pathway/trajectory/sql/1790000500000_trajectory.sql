-- Up Migration
-- The line of one family for one pregnancy, until the child's second birthday. FHIR EpisodeOfCare.
create table trajectory (
  id uuid primary key default gen_random_uuid(),
  family_id uuid not null references family,
  due_date date,
  born_on date,
  day date generated always as (coalesce(born_on, due_date)) stored,
  parity text,
  state text not null default 'open' check (state in ('open', 'ended')),
  ended_on date,
  end_reason text check (end_reason in ('second_birthday', 'moved_away', 'family_stopped', 'other')),
  loss_on date,
  loss text check (loss in ('pregnancy', 'child', 'one_of_more')),
  maternity_care_organisation_id uuid references organisation,
  maternity_care_text text,
  maternity_care_registered_on date,
  source_reference text,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, family_id),
  check ((state = 'ended') = (ended_on is not null)),
  check ((loss_on is null) = (loss is null))
);
create index trajectory_of_family on trajectory (family_id);
create index trajectory_by_day on trajectory (day, id);
create index trajectory_expected on trajectory (day, id) where born_on is null and loss_on is null and state = 'open';
create index trajectory_hoped_for on trajectory (id) where day is null and loss_on is null and state = 'open';
create index trajectory_lost on trajectory (day, id) where loss_on is not null and state = 'open';
create index trajectory_ended on trajectory (day, id) where state = 'ended';
create index trajectory_by_author_and_day on trajectory (author_organisation_id, day, id);
create unique index trajectory_by_source on trajectory (author_organisation_id, source_reference);
comment on table trajectory is 'The line of one family for one pregnancy, until the child''s second birthday.';
comment on column trajectory.id is 'Random id; it stands in addresses and says nothing.';
comment on column trajectory.family_id is 'The family.';
comment on column trajectory.due_date is 'Expected day of birth; empty while there is no pregnancy yet.';
comment on column trajectory.born_on is 'Day of birth of the first child of this pregnancy; kept from birth by a trigger.';
comment on column trajectory.day is 'Day of birth, or else the expected day: the order of lists.';
comment on column trajectory.parity is 'Earlier pregnancies and births, as the practice writes it (G2P1).';
comment on column trajectory.state is 'open or ended.';
comment on column trajectory.ended_on is 'Day on which the line ended.';
comment on column trajectory.end_reason is 'Why it ended [domain 3.10].';
comment on column trajectory.loss_on is 'Day of the loss of a pregnancy or a child. Support goes on; the system sends nothing by itself.';
comment on column trajectory.loss is 'pregnancy, child, or one_of_more (a surviving twin).';
comment on column trajectory.maternity_care_organisation_id is 'Maternity-care organisation with which the family registered.';
comment on column trajectory.maternity_care_text is 'What was written about maternity care where no organisation was recognised.';
comment on column trajectory.maternity_care_registered_on is 'Day of registration with maternity care.';
comment on column trajectory.source_reference is 'Client number in the practice''s own system: the same file twice changes nothing. Unique within one organisation only.';
comment on column trajectory.author_organisation_id is 'Organisation that registered it.';
comment on column trajectory.author_id is 'Professional who registered it.';
comment on column trajectory.created_at is 'When registered.';
comment on column trajectory.version is 'Raised by one at each change.';
select trust.protect('trajectory', 'identity');
create trigger keep_family_search_new after insert on trajectory referencing new table as changed for each statement execute function trust.keep_family_search();
create trigger keep_family_search after update on trajectory referencing new table as changed for each statement execute function trust.keep_family_search();
drop policy add on trajectory; -- a line is made by register_trajectory alone
revoke insert on trajectory from wieg_app;

alter table care_relation add foreign key (trajectory_id) references trajectory;
alter table relation_offer add foreign key (trajectory_id) references trajectory;
alter table consent add foreign key (trajectory_id) references trajectory;
alter table emergency_access add foreign key (trajectory_id) references trajectory;
-- Who sees the line sees who is involved and what is allowed; who works with families sees what is her own organisation's, its other people do not.
create policy see on care_relation for select to wieg_app using (
  organisation_id = any((select trust.my_own(0::smallint))::uuid[]) or (select true from trajectory t where t.id = care_relation.trajectory_id limit 1));
create policy see on relation_offer for select to wieg_app using (
  organisation_id = any((select trust.my_own(0::smallint))::uuid[]) or offered_by = any((select trust.my_own(0::smallint))::uuid[]));
-- Whether she takes part in a study is known to who asked her.
create policy see on consent for select to wieg_app using (
  author_organisation_id = any((select trust.my_own(1::smallint))::uuid[])
  or purpose not like 'study%' and (select true from trajectory t where t.id = consent.trajectory_id limit 1));

create table birth (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  child_id uuid not null references family_member,
  born_on date not null,
  place text check (place in ('home', 'birth_centre', 'hospital', 'elsewhere')),
  gestational_days integer check (gestational_days between 112 and 315),
  weight_grams integer check (weight_grams between 200 and 7000),
  small_for_age boolean,
  taken_back boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index birth_of_trajectory on birth (trajectory_id);
comment on table birth is 'Birth of one child; twins are two. The two indicators of the "Big 2" follow from it [domain 3.10].';
comment on column birth.id is 'Random id.';
comment on column birth.trajectory_id is 'The line.';
comment on column birth.child_id is 'The child.';
comment on column birth.born_on is 'Day of birth: day 1.';
comment on column birth.place is 'Where; empty while not known.';
comment on column birth.gestational_days is 'Days of pregnancy at birth; before 259 (37+0) is preterm.';
comment on column birth.weight_grams is 'Weight at birth in grams.';
comment on column birth.small_for_age is 'Small for gestational age, as the professional judged by the growth table.';
comment on column birth.taken_back is 'Recorded by mistake: counts for nothing.';
comment on column birth.author_organisation_id is 'Organisation that recorded it.';
comment on column birth.author_id is 'Professional who recorded it.';
comment on column birth.created_at is 'When recorded.';
comment on column birth.version is 'Raised by one at each change.';
select trust.protect('birth', 'identity');

create function trust.keep_born_on() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update trajectory t set born_on = (select min(b.born_on) from birth b where b.trajectory_id = t.id and not b.taken_back)
  where t.id = new.trajectory_id and t.born_on is distinct from (select min(b.born_on) from birth b where b.trajectory_id = t.id and not b.taken_back);
  return null;
end $$;
comment on function trust.keep_born_on is 'A line knows the day of its first birth, so that lists can be in its order.';
alter function trust.keep_born_on owner to wieg_guard;
create trigger keep_born_on after insert or update on birth for each row execute function trust.keep_born_on();

create function trust.register_trajectory(of_family uuid, due_date date, parity text, source_reference text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := trust.asker(); made uuid; family_id uuid := of_family;
begin
  if asker.session_id is null or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write) then
    raise exception 'this role registers no families' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from family f where f.id = of_family and f.author_organisation_id = asker.organisation_id) then
    if not exists (select from access_grant g where g.principal = any(asker.principals) and g.family_id = of_family and g.part = 1 and g.may_write
        and g.own_person is null and g.until >= app.today()) then
      raise exception 'no such family' using errcode = 'insufficient_privilege'; end if;
    family_id := trust.own_family(of_family);
  end if;
  insert into trajectory (family_id, due_date, parity, source_reference) values (family_id, due_date, parity, source_reference) returning id into made;
  perform trust.open_relation(made, asker.organisation_id, 'care');
  return made;
end $$;
comment on function trust.register_trajectory is 'Begins a line: the registering organisation has a care relation with it from the first moment, on a family of its own.';
alter function trust.register_trajectory owner to wieg_guard;
grant execute on function trust.register_trajectory to wieg_app;

create table work_item (
  id bigint generated always as identity primary key,
  principal integer not null references principal,
  trajectory_id uuid references trajectory,
  kind text not null,
  subject_id uuid not null,
  side text not null default 'mine' check (side in ('mine', 'waiting')),
  due_on date not null,
  since date not null default app.today(),
  facts jsonb not null default '{}',
  closed_at timestamptz,
  closed_why text
);
create unique index work_item_open on work_item (principal, kind, subject_id, side) where closed_at is null;
create index work_item_list on work_item (principal, side, due_on, id) where closed_at is null;
create index work_item_of_trajectory on work_item (trajectory_id) where closed_at is null;
comment on table work_item is 'One thing that waits for someone: every term, request and to-do of the line. Lists start here.';
comment on column work_item.id is 'Running number.';
comment on column work_item.principal is 'For whom: a professional, membership, team or organisation.';
comment on column work_item.trajectory_id is 'On which line; empty for work that is on none.';
comment on column work_item.kind is 'What has to happen; its words and its address are in workKinds.ts.';
comment on column work_item.subject_id is 'The record it is about.';
comment on column work_item.side is 'mine: waits for me; waiting: waits for someone else, shown to who asked.';
comment on column work_item.due_on is 'Last day of the term.';
comment on column work_item.since is 'Since when it waits.';
comment on column work_item.facts is 'What its sentence needs: codes, days and organisation names; never a name of a family or a content.';
comment on column work_item.closed_at is 'When done.';
comment on column work_item.closed_why is 'How it ended, as a code.';
create table app.whole_work (
  kind text not null,
  role text not null,
  primary key (role, kind)
);
comment on table app.whole_work is 'Which role does work of this kind that waits for a whole organisation, written at each migration from src/main/workKinds.ts.';
comment on column app.whole_work.kind is 'Kind, as in work_item.';
comment on column app.whole_work.role is 'Role on whose lists it stands.';
create function trust.my_whole_work() returns text[] language sql stable security definer set search_path = trust, app, pg_catalog as $$
  select array(select w.kind from whole_work w where w.role = trust.my_role()) $$;
comment on function trust.my_whole_work is 'Kinds of work for a whole organisation that someone with the asker''s role does.';
alter function trust.my_whole_work owner to wieg_guard;
grant select on app.whole_work to wieg_guard;
grant execute on function trust.my_whole_work to wieg_app;
create function trust.whole_work_has_doers() returns trigger language plpgsql security definer set search_path = public, app, pg_catalog as $$
begin
  if exists (select from organisation o where o.principal = new.principal) and not exists (select from whole_work w where w.kind = new.kind) then
    raise exception 'nobody of an organisation does work of kind %', new.kind using errcode = 'check_violation'; end if;
  return null;
end $$;
comment on function trust.whole_work_has_doers is 'Work for a whole organisation that would stand on nobody''s list is a fault, not a thing to lose.';
alter function trust.whole_work_has_doers owner to wieg_guard;
create trigger whole_work_has_doers after insert on work_item for each row execute function trust.whole_work_has_doers();
alter table work_item enable row level security;
alter table work_item force row level security;
create policy guard on work_item to wieg_guard using (true) with check (true);
create policy owner on work_item to wieg_owner using (true) with check (true);
-- Of what waits for a whole organisation each sees what her own role can do; the list of kinds is asked once, and only where such work waits.
create policy see on work_item for select to wieg_app using (principal = any((select trust.my_principals())::int[])
  and (principal <> (select (trust.my_principals())[3]) or kind = any((select trust.my_whole_work())::text[])));
grant select on work_item to wieg_app;
insert into protected_table (name, part, scope) values ('work_item', 'identity', 'own');

create function trust.put_work(for_principal integer, of_trajectory uuid, of_kind text, of_subject uuid, on_side text, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); worker uuid := trust.organisation_of(for_principal);
begin
  if not trust.may_move_work(of_trajectory, of_kind) then raise exception 'not work of the asker''s part' using errcode = 'insufficient_privilege'; end if;
  if not coalesce(trust.plain_facts(with_facts) and due between app.today() - 1500 and app.today() + 1500, false) then
    raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  if worker is null or (worker <> asker.organisation_id
    and not exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = worker)
    and not exists (select from care_relation r where r.trajectory_id = of_trajectory and r.organisation_id = worker)
    and not exists (select from relation_offer o where o.trajectory_id = of_trajectory and o.organisation_id = worker)) then
    raise exception 'not someone of this line' using errcode = 'insufficient_privilege'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  values (for_principal, of_trajectory, of_kind, of_subject, on_side, due, with_facts)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;
comment on function trust.put_work is 'Puts a piece of work before someone, once; put again it takes the new term.';

create function trust.close_work(of_trajectory uuid, of_kind text, of_subject uuid, why text) returns integer
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare
  mine integer[] := trust.my_principals();
  every_list boolean := trust.may_move_work(of_trajectory, of_kind);
  involved boolean := exists (select from access_grant g where g.principal = any(mine) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today());
  closed integer;
begin
  if not exists (select from work_kind k where k.name = of_kind) or not coalesce(why ~ '^[a-z_-]{1,40}$', false) then
    raise exception 'not work that the application closes' using errcode = 'insufficient_privilege'; end if;
  if not involved and not exists (select from work_item w where w.trajectory_id = of_trajectory and w.principal = any(mine)) then
    raise exception 'not involved' using errcode = 'insufficient_privilege'; end if;
  update work_item w set closed_at = now(), closed_why = why
  where w.trajectory_id = of_trajectory and w.kind = of_kind and (of_subject is null or w.subject_id = of_subject) and w.closed_at is null
    and (every_list or w.principal = any(mine)
      -- who was asked something and is not involved (yet) answers it: for who asked it waits no longer either
      or not involved and exists (select from work_item a where a.trajectory_id = of_trajectory and a.subject_id = of_subject and a.principal = any(mine)
        and split_part(a.kind, '.', 1) = split_part(of_kind, '.', 1)));
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function trust.close_work is 'Takes a piece of work off every list it stands on, by who may write its part; others take it off their own.';
alter function trust.put_work owner to wieg_guard;
alter function trust.close_work owner to wieg_guard;
grant execute on function trust.put_work, trust.close_work to wieg_app;
