-- Up Migration
-- The home visit by the youth health service, asked for with the family's consent [001 ch. 4 step 3; domain 3.4]. FHIR ServiceRequest, Encounter.
create table home_visit (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  kind text not null check (kind in ('prenatal', 'postnatal')),
  asked_organisation_id uuid not null references organisation,
  asked_by uuid not null references membership,
  state text not null default 'requested' check (state in ('requested', 'accepted', 'scheduled', 'no_show', 'held', 'reported', 'declined', 'cancelled')),
  requested_on date not null default app.today(),
  answer_by date not null,
  visit_before date not null,
  urgent boolean not null default false,
  municipality_code text,
  language text,
  interpreter_needed boolean not null default false,
  period text not null check (period in ('pregnancy', 'postpartum', 'infancy')),
  weeks_from smallint,
  interpreter_booked_on date,
  accepted_by uuid references membership,
  accepted_on date,
  scheduled_on date,
  scheduled_at text check (scheduled_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text check (place in ('home', 'elsewhere')),
  missed smallint not null default 0,
  held_on date,
  present text[] not null default '{}',
  reported_on date,
  ended_on date,
  ended_by text check (ended_by in ('asked', 'asking')),
  end_reason text,
  end_note text check (length(end_note) <= 500),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (state in ('requested', 'declined', 'cancelled') or (accepted_by is not null and accepted_on is not null)),
  check (state <> 'scheduled' or scheduled_on is not null),
  check (state not in ('held', 'reported') or held_on is not null),
  check ((state = 'reported') = (reported_on is not null)),
  check ((state in ('declined', 'cancelled')) = (ended_on is not null and end_reason is not null))
);
create index home_visit_of_trajectory on home_visit (trajectory_id, number desc);
create index home_visit_of_asked on home_visit (asked_organisation_id);
create unique index home_visit_open on home_visit (trajectory_id, kind) where state in ('requested', 'accepted', 'scheduled', 'no_show', 'held');
comment on table home_visit is 'Home visit by the youth health service, with the family''s consent. Holds nothing that says who the family is: the asked organisation reads it before it accepts.';
comment on column home_visit.id is 'Random id.';
comment on column home_visit.number is 'Order in which they were asked for.';
comment on column home_visit.trajectory_id is 'The line.';
comment on column home_visit.kind is 'prenatal, or postnatal when found after the birth.';
comment on column home_visit.asked_organisation_id is 'Youth health service that is asked. Who asks is the author.';
comment on column home_visit.asked_by is 'Job of the professional who asked: she is told what came of it.';
comment on column home_visit.state is 'Where it stands; the moves are in rules/homeVisitMoves.ts.';
comment on column home_visit.requested_on is 'Day of the request.';
comment on column home_visit.answer_by is 'Last day for an answer.';
comment on column home_visit.visit_before is 'Last day for the visit: 21 days, and before week 34 [domain 3.3].';
comment on column home_visit.urgent is 'Asked with urgency.';
comment on column home_visit.municipality_code is 'CBS code of where the family lives, as it was at the request.';
comment on column home_visit.language is 'Language of the family, BCP 47, as it was at the request.';
comment on column home_visit.interpreter_needed is 'An interpreter is needed [domain 3.1].';
comment on column home_visit.period is 'Period of the line at the request.';
comment on column home_visit.weeks_from is 'First week of the four in which the pregnancy, or the age of the child, was at the request.';
comment on column home_visit.interpreter_booked_on is 'Day since which an interpreter for it is being arranged: the booking tells how that stands.';
comment on column home_visit.accepted_by is 'Job of the youth nurse who took it on.';
comment on column home_visit.accepted_on is 'Day of acceptance.';
comment on column home_visit.scheduled_on is 'Day agreed with the family.';
comment on column home_visit.scheduled_at is 'Time agreed, as 14:00.';
comment on column home_visit.place is 'home, or elsewhere when the family wants that.';
comment on column home_visit.missed is 'How often the family was not there.';
comment on column home_visit.held_on is 'Day on which it was held.';
comment on column home_visit.present is 'Who was there: mother, partner, own_network, interpreter, colleague.';
comment on column home_visit.reported_on is 'Day of the report.';
comment on column home_visit.ended_on is 'Day on which it was declined or cancelled.';
comment on column home_visit.ended_by is 'Which side ended it.';
comment on column home_visit.end_reason is 'Why, as a code.';
comment on column home_visit.end_note is 'Why, in words: never a name, since it is read before acceptance too.';
comment on column home_visit.author_organisation_id is 'Organisation that asks.';
comment on column home_visit.author_id is 'Professional who asks.';
comment on column home_visit.created_at is 'When recorded.';
comment on column home_visit.version is 'Raised by one at each change; a change names the version it saw.';
select trust.protect('home_visit', 'exploration',
  also => 'asked_organisation_id = any((select trust.my_own(4::smallint))::uuid[])',
  also_write => 'asked_organisation_id = any((select trust.my_own_writing(4::smallint))::uuid[])');
create trigger b_request_stays before update on home_visit for each row execute function
  trust.stamp_record('asked_organisation_id', 'asked_by', 'kind', 'requested_on', 'municipality_code', 'language', 'period', 'weeks_from');

-- The backstop under rules/homeVisitMoves.ts: each side makes its own moves, and none but ending it without the family's consent.
create function trust.guard_home_visit() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or (new.state = old.state and new.scheduled_on is not distinct from old.scheduled_on) then return new; end if;
  if new.state = 'cancelled' then
    if asker.organisation_id not in (new.asked_organisation_id, new.author_organisation_id) then
      raise exception 'not a side of this visit' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if asker.organisation_id <> new.asked_organisation_id then
    raise exception 'only who was asked does this' using errcode = 'insufficient_privilege'; end if;
  perform trust.hold_line(new.trajectory_id);
  if new.state <> 'declined' and not exists (select from trust.consent_state(new.trajectory_id, 'prenatal_home_visit', new.asked_organisation_id) c where c.in_force) then
    raise exception 'no consent for this visit' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
comment on function trust.guard_home_visit is 'Each side makes its own moves of a home visit, and only while the family allows it [domain 3.4].';
alter function trust.guard_home_visit owner to wieg_guard;
create trigger c_guard_home_visit before update on home_visit for each row execute function trust.guard_home_visit();

create function trust.tell_asking_of_visit(of_visit uuid, of_kind text, due date, with_facts jsonb) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not coalesce(trust.plain_facts(with_facts), false) then raise exception 'no facts of work' using errcode = 'check_violation'; end if;
  insert into work_item as w (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, v.trajectory_id, of_kind, v.id, 'mine', due, with_facts
  from home_visit v join membership m on m.id = v.asked_by
  where v.id = of_visit and v.asked_organisation_id = asker.organisation_id and of_kind = 'home-visit.declined'
    and exists (select from role_part p where p.role = asker.role and p.part = trust.part('exploration') and p.may_write)
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts
    where w.trajectory_id = excluded.trajectory_id;
end $$;
comment on function trust.tell_asking_of_visit is 'The asked organisation answers who asked, also when it declined and so never was involved with the line.';
alter function trust.tell_asking_of_visit owner to wieg_guard;
grant execute on function trust.tell_asking_of_visit to wieg_app;

create table home_visit_question (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  home_visit_id uuid not null,
  question text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (home_visit_id, trajectory_id) references home_visit (id, trajectory_id)
);
create index home_visit_question_of_trajectory on home_visit_question (trajectory_id);
create index home_visit_question_of_visit on home_visit_question (home_visit_id);
comment on table home_visit_question is 'What who asks wants the visit to look at. Apart from the request: read only once accepted, with consent.';
comment on column home_visit_question.id is 'Random id.';
comment on column home_visit_question.trajectory_id is 'The line.';
comment on column home_visit_question.home_visit_id is 'The visit.';
comment on column home_visit_question.question is 'In the professional''s words.';
comment on column home_visit_question.author_organisation_id is 'Organisation that asks.';
comment on column home_visit_question.author_id is 'Professional who asks.';
comment on column home_visit_question.created_at is 'When recorded.';
comment on column home_visit_question.version is 'Always 1: it is not changed.';
select trust.protect('home_visit_question', 'exploration');
drop policy change on home_visit_question;
revoke update on home_visit_question from wieg_app;
