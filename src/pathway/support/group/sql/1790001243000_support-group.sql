-- Up Migration
-- Groups of an offer, such as CenteringPregnancy: sessions, places, a waiting list [domain 3.6; 000: Centering Zorg]. No care data in the group.
create table support_group (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references support_offer,
  organisation_id uuid not null references organisation,
  leader_membership_id uuid references membership,
  name text not null check (length(trim(name)) between 2 and 120),
  location text check (length(location) <= 200),
  language text not null default 'nl',
  places smallint not null check (places between 1 and 60),
  state text not null default 'open' check (state in ('open', 'finished', 'cancelled')),
  ended_on date,
  created_at timestamptz not null default now(),
  created_by uuid default trust.my_professional() references professional,
  version integer not null default 1,
  check ((state = 'open') = (ended_on is null))
);
create index support_group_of_offer on support_group (offer_id) where state = 'open';
create index support_group_of_organisation on support_group (organisation_id, state);
comment on table support_group is 'A group of an offer in the service directory, with a number of places. FHIR Group, HSDS schedule. No care data: who takes part stands in group_place.';
comment on column support_group.id is 'Random id.';
comment on column support_group.offer_id is 'The offer that it is a group of.';
comment on column support_group.organisation_id is 'Organisation that gives it and keeps it.';
comment on column support_group.leader_membership_id is 'Job of who leads it: she is asked to call who is next on the list.';
comment on column support_group.name is 'Name, such as a due month.';
comment on column support_group.location is 'Where.';
comment on column support_group.language is 'Language, BCP 47.';
comment on column support_group.places is 'How many families can take part.';
comment on column support_group.state is 'open, finished or cancelled.';
comment on column support_group.ended_on is 'Day on which it was finished or cancelled.';
comment on column support_group.created_at is 'When recorded.';
comment on column support_group.created_by is 'Professional who recorded it.';
comment on column support_group.version is 'Raised by one at each change.';

create table group_session (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null references support_group,
  on_day date not null,
  begins text not null check (begins ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends text not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$' and ends > begins),
  cancelled boolean not null default false,
  version integer not null default 1
);
create index group_session_of_group on group_session (group_id, on_day);
comment on table group_session is 'One meeting of a group. HSDS schedule. No care data.';
comment on column group_session.id is 'Random id.';
comment on column group_session.group_id is 'The group.';
comment on column group_session.on_day is 'Day.';
comment on column group_session.begins is 'From, as hours and minutes.';
comment on column group_session.ends is 'Until, as hours and minutes.';
comment on column group_session.cancelled is 'It does not take place.';
comment on column group_session.version is 'Raised by one at each change.';

do $$ declare mine text := 'organisation_id = (select trust.my_organisation()) and (select trust.keeps_directory())'; begin
  alter table support_group enable row level security;
  create policy see on support_group for select using (true);
  create policy owner on support_group to wieg_owner using (true) with check (true);
  create policy guard on support_group to wieg_guard using (true) with check (true);
  execute format('create policy add on support_group for insert to wieg_app with check (%s)', mine);
  execute format('create policy change on support_group for update to wieg_app using (%s) with check (%s)', mine, mine);
  alter table group_session enable row level security;
  create policy see on group_session for select using (true);
  create policy owner on group_session to wieg_owner using (true) with check (true);
  create policy guard on group_session to wieg_guard using (true) with check (true);
  execute format('create policy add on group_session for insert to wieg_app with check (exists (select from support_group g where g.id = group_id and g.%s))', mine);
  execute format('create policy change on group_session for update to wieg_app using (exists (select from support_group g where g.id = group_id and g.%s))', mine);
end $$;
grant select, insert, update on support_group, group_session to wieg_app;

create table group_place (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  group_id uuid not null references support_group,
  candidate_id uuid,
  state text not null check (state in ('placed', 'waiting', 'asked', 'signed_off', 'finished')),
  joined_at timestamptz not null default clock_timestamp(),
  joined_on date not null default app.today(),
  answer_by date,
  ended_on date,
  reason text check (reason in ('family', 'moved', 'other_help', 'no_answer', 'group_cancelled', 'group_over', 'other')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  foreign key (candidate_id, trajectory_id) references referral_candidate (id, trajectory_id),
  check ((state = 'asked') = (answer_by is not null)),
  check ((state in ('signed_off', 'finished')) = (ended_on is not null)),
  check ((state = 'signed_off') = (reason is not null))
);
create unique index group_place_open on group_place (group_id, trajectory_id) where state in ('placed', 'waiting', 'asked');
create index group_place_in_line on group_place (group_id, joined_at, id) where state in ('placed', 'waiting', 'asked');
create index group_place_of_trajectory on group_place (trajectory_id);
comment on table group_place is 'A family in a group: a place, or a turn on the waiting list. FHIR Group.member. Seen by who gives the group, and of each family by who may see its referrals.';
comment on column group_place.id is 'Random id.';
comment on column group_place.trajectory_id is 'The line.';
comment on column group_place.group_id is 'The group.';
comment on column group_place.candidate_id is 'The referral that it came of; empty for a family of the own organisation.';
comment on column group_place.state is 'placed, waiting, asked (a place is kept until it answers), signed_off, finished; the moves are in rules/groupMoves.ts.';
comment on column group_place.joined_at is 'Moment of signing up: the order of the waiting list.';
comment on column group_place.joined_on is 'Day of signing up.';
comment on column group_place.answer_by is 'Until when a place is kept for a family that was asked.';
comment on column group_place.ended_on is 'Day on which it ended, in whatever way.';
comment on column group_place.reason is 'Why it was signed off, as a code.';
comment on column group_place.author_organisation_id is 'Organisation that gives the group.';
comment on column group_place.author_id is 'Professional who signed the family up.';
comment on column group_place.created_at is 'When recorded.';
comment on column group_place.version is 'Raised by one at each change.';
select trust.protect('group_place', 'referrals');

create table group_attendance (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  place_id uuid not null,
  session_id uuid not null references group_session,
  presence text not null check (presence in ('present', 'absent', 'told')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (place_id, session_id),
  foreign key (place_id, trajectory_id) references group_place (id, trajectory_id)
);
create index group_attendance_of_session on group_attendance (session_id);
create index group_attendance_of_trajectory on group_attendance (trajectory_id);
comment on table group_attendance is 'Whether a family was at a meeting of its group.';
comment on column group_attendance.id is 'Random id.';
comment on column group_attendance.trajectory_id is 'The line.';
comment on column group_attendance.place_id is 'Its place in the group.';
comment on column group_attendance.session_id is 'The meeting.';
comment on column group_attendance.presence is 'present, absent, or told (absent, and said so).';
comment on column group_attendance.author_organisation_id is 'Organisation that gives the group.';
comment on column group_attendance.author_id is 'Professional who recorded it.';
comment on column group_attendance.created_at is 'When recorded.';
comment on column group_attendance.version is 'Raised by one at each change.';
select trust.protect('group_attendance', 'referrals');
