-- Up Migration
-- A warm handover: who is responsible for a family changes hands, with the family present [001; 002; 003; 004; domain 3.8]. FHIR Task and Composition.
create table handover (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  moment text not null check (moment in ('maternity_care', 'youth_health', 'first_line', 'childcare', 'move', 'other')),
  moment_on date not null,
  state text not null default 'prepared' check (state in ('prepared', 'offered', 'accepted', 'held', 'given', 'declined', 'withdrawn')),
  to_organisation_id uuid references organisation,
  to_role text,
  to_membership_id uuid references membership,
  prepared_by uuid not null references membership,
  prepared_on date not null default app.today(),
  sender_stays boolean not null default true,
  municipality_code text,
  language text,
  interpreter_needed boolean not null default false,
  period text not null default 'pregnancy' check (period in ('preconception', 'pregnancy', 'postpartum', 'infancy', 'after_loss')),
  weeks_from smallint,
  discussed_on date,
  offered_on date,
  offered_by uuid references membership,
  answer_by date,
  digest text,
  has_medical boolean not null default false,
  accepted_on date,
  accepted_by uuid references membership,
  held_on date,
  held_by uuid references membership,
  outside_to text check (length(trim(outside_to)) between 2 and 200),
  outside_way text check (outside_way in ('family', 'secure_mail', 'post', 'file')),
  ended_on date,
  reason text,
  note text check (length(note) <= 500),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (state not in ('offered', 'accepted', 'held', 'declined')
    or (to_organisation_id is not null and to_role is not null and discussed_on is not null and offered_on is not null and offered_by is not null and answer_by is not null)),
  check (state not in ('accepted', 'held') or (accepted_on is not null and accepted_by is not null)),
  check ((state = 'held') = (held_on is not null)),
  check ((state = 'given') = (outside_to is not null) and (state = 'given') = (outside_way is not null)),
  check (state <> 'given' or (to_organisation_id is null and discussed_on is not null and offered_on is not null and offered_by is not null)),
  check ((state in ('declined', 'withdrawn')) = (ended_on is not null)),
  check (state not in ('declined', 'withdrawn') or reason is not null)
);
create index handover_of_trajectory on handover (trajectory_id, created_at desc);
create index handover_of_receiver on handover (to_organisation_id, trajectory_id);
create index handover_open on handover (moment_on) where state in ('prepared', 'offered', 'accepted');
create unique index handover_one_open on handover (trajectory_id, author_organisation_id, moment) where state in ('prepared', 'offered', 'accepted') and moment <> 'other';
comment on table handover is 'A warm handover. Holds nothing that says who the family is: the receiver reads it before it accepts. FHIR Task.';
comment on column handover.id is 'Random id.';
comment on column handover.trajectory_id is 'The line.';
comment on column handover.moment is 'Which handover: a standard moment of the line, or other [domain 3.8].';
comment on column handover.moment_on is 'Day on which it has to be held at the latest: from the dates of the line, or chosen.';
comment on column handover.state is 'Where it stands; the moves are in rules/handoverMoves.ts.';
comment on column handover.to_organisation_id is 'Who receives it; empty while being prepared.';
comment on column handover.to_role is 'Team of the receiver on whose list it stands.';
comment on column handover.to_membership_id is 'One person of that team, when it was addressed to her; her colleagues may take it all the same.';
comment on column handover.prepared_by is 'Job of who prepared it.';
comment on column handover.prepared_on is 'Day on which it was begun.';
comment on column handover.sender_stays is 'The sender goes on caring for the family too; false: its care relation ends some days after it was held.';
comment on column handover.municipality_code is 'CBS code of where the family lived when it was begun.';
comment on column handover.language is 'Language of the family, BCP 47, as it was then.';
comment on column handover.interpreter_needed is 'An interpreter is needed [domain 3.1].';
comment on column handover.period is 'Period of the line when it was begun.';
comment on column handover.weeks_from is 'First week of the four in which the pregnancy, or the age of the child, was then.';
comment on column handover.discussed_on is 'Day on which the family read along and agreed that it is given on.';
comment on column handover.offered_on is 'Day on which the sender signed and offered it. From then on its words do not change.';
comment on column handover.offered_by is 'Job of who signed for the sender.';
comment on column handover.answer_by is 'Last day for an answer.';
comment on column handover.digest is 'SHA-256 of the words that were signed.';
comment on column handover.has_medical is 'There are medical words in it; who may not read them sees that there are.';
comment on column handover.accepted_on is 'Day on which the receiver signed, and became responsible.';
comment on column handover.accepted_by is 'Job of who signed for the receiver.';
comment on column handover.held_on is 'Day on which sender, receiver and family sat together.';
comment on column handover.held_by is 'Job of who recorded that.';
comment on column handover.outside_to is 'Who outside Wieg took the family on: the register of what was handed to whom.';
comment on column handover.outside_way is 'How it reached her: taken along by the family, secured mail, post, or a file into her own system.';
comment on column handover.ended_on is 'Day on which it was declined or withdrawn.';
comment on column handover.reason is 'Why, as a code.';
comment on column handover.note is 'Why, in words: never a name, since who is asked reads it too.';
comment on column handover.author_organisation_id is 'Organisation that hands over.';
comment on column handover.author_id is 'Professional who prepared it.';
comment on column handover.created_at is 'When recorded.';
comment on column handover.version is 'Raised by one at each change; a change names the version it saw.';
select trust.protect('handover', 'plan', limits => 'state <> ''prepared''',
  also => 'offered_on is not null and to_organisation_id = any((select trust.my_own(0::smallint))::uuid[])',
  also_write => 'offered_on is not null and to_organisation_id = any((select trust.my_own(0::smallint))::uuid[])');
create trigger b_handover_stays before update on handover for each row execute function trust.stamp_record('moment', 'prepared_by', 'prepared_on',
  'municipality_code', 'language', 'period', 'weeks_from');

create function trust.shares_plan_with(of_trajectory uuid, organisation uuid) returns boolean
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select trust.shares_with(of_trajectory, organisation) and exists (select from consent c where c.trajectory_id = of_trajectory and c.purpose = 'sharing'
    and c.own_person is null and c.given and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today() and 'plan' = any(c.parts)
    and (c.recipient_organisation_id = organisation or c.recipient_role in (select t.role from team t where t.organisation_id = organisation))) $$;
comment on function trust.shares_plan_with is 'Not for the application: whether the family allows that this organisation knows who it is, and reads its plan.';
alter function trust.shares_plan_with owner to wieg_guard;

create function trust.holds_handover(of_handover uuid, of_kind text) returns boolean
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from handover h where h.id = of_handover and h.state in ('accepted', 'held')
    and h.to_organisation_id = any(trust.my_own(0::smallint)) and trust.shares_plan_with(h.trajectory_id, h.to_organisation_id)
    and exists (select from care_relation r where r.trajectory_id = h.trajectory_id and r.organisation_id = h.to_organisation_id
      and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today())
    and (of_kind <> 'medical' or not exists (select from role_part p where p.role = trust.my_role() and p.social_only)
      or exists (select from consent c where c.trajectory_id = h.trajectory_id and c.purpose = 'sharing' and c.own_person is null and c.given and c.medical_too
        and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today() and 'plan' = any(c.parts)
        and (c.recipient_organisation_id = h.to_organisation_id or c.recipient_role = trust.my_role())))) $$;
comment on function trust.holds_handover is 'The asker''s organisation took this handover on, is involved, and the family allows that it reads words of this kind.';
alter function trust.holds_handover owner to wieg_guard;
grant execute on function trust.holds_handover to wieg_app;

create table handover_entry (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  handover_id uuid not null,
  heading text not null check (heading in ('going_on', 'medical', 'works', 'wants', 'agreements', 'next_pregnancy', 'attachment')),
  care_kind text not null check (care_kind in ('medical', 'social')),
  words text not null default '' check (length(words) <= 4000),
  signed boolean not null default false,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (handover_id, heading),
  foreign key (handover_id, trajectory_id) references handover (id, trajectory_id)
);
create index handover_entry_of_trajectory on handover_entry (trajectory_id);
comment on table handover_entry is 'The words of a handover under one heading, drawn from the plan and mended by who prepares it [domain 3.8]. FHIR Composition.section.';
comment on column handover_entry.id is 'Random id.';
comment on column handover_entry.trajectory_id is 'The line.';
comment on column handover_entry.handover_id is 'The handover.';
comment on column handover_entry.heading is 'What it is about: what is going on, medical, what works, what the family wants, open agreements, a next pregnancy, attachment.';
comment on column handover_entry.care_kind is 'medical or social: social partners do not read medical words [access.md 2].';
comment on column handover_entry.words is 'The words; one thing on a line. Empty: nothing to tell.';
comment on column handover_entry.signed is 'The sender signed it: others may read it, and it changes no more.';
comment on column handover_entry.author_organisation_id is 'Organisation that hands over.';
comment on column handover_entry.author_id is 'Professional who wrote it first.';
comment on column handover_entry.created_at is 'When recorded.';
comment on column handover_entry.version is 'Raised by one at each change.';
select trust.protect('handover_entry', 'plan', limits => 'signed', also => 'trust.holds_handover(handover_entry.handover_id, handover_entry.care_kind)');
create trigger b_entry_stays before update on handover_entry for each row execute function trust.stamp_record('handover_id', 'heading', 'care_kind');
