-- Up Migration
-- The category confirmed by both: obstetric care and the youth health service, after the home visit [domain 3.4; 001 3.3.1].
create table category_confirmation (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  assessment_id uuid not null,
  category text not null check (category in ('a', 'b', 'c', 'd')),
  state text not null default 'open' check (state in ('open', 'confirmed', 'differs', 'superseded')),
  asked_organisation_id uuid not null references organisation,
  obstetric_category text check (obstetric_category in ('a', 'b', 'c', 'd')),
  obstetric_organisation_id uuid references organisation,
  obstetric_professional_id uuid references professional,
  obstetric_role text check (obstetric_role in ('midwife', 'clinical_midwife', 'gynaecologist')),
  obstetric_on date,
  obstetric_reason text,
  youth_category text check (youth_category in ('a', 'b', 'c', 'd')),
  youth_organisation_id uuid references organisation,
  youth_professional_id uuid references professional,
  youth_role text check (youth_role in ('youth_nurse', 'youth_doctor')),
  youth_on date,
  youth_reason text,
  due_on date not null,
  settled_on date,
  settled_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (assessment_id, trajectory_id) references vulnerability_assessment (id, trajectory_id),
  check (obstetric_organisation_id <> youth_organisation_id),
  check (obstetric_professional_id <> youth_professional_id),
  check (num_nulls(obstetric_category, obstetric_organisation_id, obstetric_professional_id, obstetric_role, obstetric_on) in (0, 5)),
  check (num_nulls(youth_category, youth_organisation_id, youth_professional_id, youth_role, youth_on) in (0, 5)),
  check (state <> 'confirmed' or (obstetric_category = category and youth_category = category and settled_on is not null)),
  check (state <> 'differs' or obstetric_category <> youth_category)
);
create unique index category_confirmation_open on category_confirmation (trajectory_id) where state in ('open', 'differs');
create index category_confirmation_of_trajectory on category_confirmation (trajectory_id, number desc);
comment on table category_confirmation is 'Both sides say to which category they come: the same one confirms it, another one asks for a new assessment.';
comment on column category_confirmation.id is 'Random id.';
comment on column category_confirmation.number is 'Order in which they were opened.';
comment on column category_confirmation.trajectory_id is 'The line.';
comment on column category_confirmation.assessment_id is 'The assessment that is confirmed.';
comment on column category_confirmation.category is 'Category that is put before both.';
comment on column category_confirmation.state is 'open; confirmed by both; differs: they came to different ones; superseded by a newer assessment.';
comment on column category_confirmation.asked_organisation_id is 'Organisation of the other side: sees this question even before more is shared with it.';
comment on column category_confirmation.obstetric_category is 'Category that the midwife, clinical midwife or gynaecologist came to.';
comment on column category_confirmation.obstetric_organisation_id is 'Her organisation.';
comment on column category_confirmation.obstetric_professional_id is 'Who.';
comment on column category_confirmation.obstetric_role is 'As what.';
comment on column category_confirmation.obstetric_on is 'On which day.';
comment on column category_confirmation.obstetric_reason is 'Why she came to another category.';
comment on column category_confirmation.youth_category is 'Category that the youth nurse or youth doctor came to.';
comment on column category_confirmation.youth_organisation_id is 'Her organisation.';
comment on column category_confirmation.youth_professional_id is 'Who.';
comment on column category_confirmation.youth_role is 'As what.';
comment on column category_confirmation.youth_on is 'On which day.';
comment on column category_confirmation.youth_reason is 'Why she came to another category.';
comment on column category_confirmation.due_on is 'Last day on which the other side is asked to answer.';
comment on column category_confirmation.settled_on is 'Day on which it was confirmed or superseded.';
comment on column category_confirmation.settled_at is 'The same as a moment.';
comment on column category_confirmation.author_organisation_id is 'Organisation that opened it.';
comment on column category_confirmation.author_id is 'Professional who opened it.';
comment on column category_confirmation.created_at is 'When recorded.';
comment on column category_confirmation.version is 'Raised by one at each change.';
do $$
declare asked text := $also$asked_organisation_id = (select trust.my_organisation())
  and (select trust.my_role()) in ('midwife', 'clinical_midwife', 'gynaecologist', 'youth_nurse', 'youth_doctor')
  and (select true from access_grant g where g.principal = any((select trust.my_principals())::int[]) and g.trajectory_id = category_confirmation.trajectory_id
    and g.part = 0 and g.until >= (select app.today()) limit 1)$also$;
begin
  perform trust.protect('category_confirmation', 'assessment', also => asked, also_write => asked);
end $$;

-- Nobody speaks for the other side, and what was said once stays.
create function trust.guard_confirmation() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null then return new; end if;
  if tg_op = 'UPDATE' and (
    (old.obstetric_professional_id is not null and row(new.obstetric_category, new.obstetric_professional_id, new.obstetric_on) is distinct from row(old.obstetric_category, old.obstetric_professional_id, old.obstetric_on))
    or (old.youth_professional_id is not null and row(new.youth_category, new.youth_professional_id, new.youth_on) is distinct from row(old.youth_category, old.youth_professional_id, old.youth_on))
    or new.category <> old.category or new.assessment_id <> old.assessment_id or new.asked_organisation_id <> old.asked_organisation_id
    or old.state in ('confirmed', 'superseded')) then
    raise exception 'a confirmation cannot be rewritten' using errcode = 'restrict_violation'; end if;
  if new.obstetric_professional_id is not null and (tg_op = 'INSERT' or old.obstetric_professional_id is null)
    and row(new.obstetric_professional_id, new.obstetric_organisation_id, new.obstetric_role) is distinct from row(asker.professional_id, asker.organisation_id, asker.role) then
    raise exception 'nobody confirms for someone else' using errcode = 'restrict_violation'; end if;
  if new.youth_professional_id is not null and (tg_op = 'INSERT' or old.youth_professional_id is null)
    and row(new.youth_professional_id, new.youth_organisation_id, new.youth_role) is distinct from row(asker.professional_id, asker.organisation_id, asker.role) then
    raise exception 'nobody confirms for someone else' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
alter function trust.guard_confirmation owner to wieg_guard;
create trigger b_guard_confirmation before insert or update on category_confirmation for each row execute function trust.guard_confirmation();

create function trust.supersede_confirmation(of_trajectory uuid) returns setof uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if not 3::smallint = any(asker.writes) then raise exception 'this role writes no assessment' using errcode = 'insufficient_privilege'; end if;
  return query update category_confirmation c set state = 'superseded', settled_on = app.today(), settled_at = now(), version = version + 1
    where c.trajectory_id = of_trajectory and c.state in ('open', 'differs') returning c.id;
end $$;
comment on function trust.supersede_confirmation is 'A newer assessment takes away what was still open, also where the assessor does not see it.';
alter function trust.supersede_confirmation owner to wieg_guard;
grant execute on function trust.supersede_confirmation to wieg_app;
