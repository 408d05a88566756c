-- Up Migration
-- The public front door: someone asks for help without an account. What she asks is seen by the organisation that receives it alone.
create table front_door_receiver (
  municipality_code text primary key references municipality,
  organisation_id uuid not null references organisation,
  changed_by uuid default trust.my_professional() references professional,
  changed_at timestamptz not null default now()
);
comment on table front_door_receiver is 'Which organisation answers who asks for help, by municipality; without a line the rule decideReceiver finds one.';
comment on column front_door_receiver.municipality_code is 'Municipality in which she lives.';
comment on column front_door_receiver.organisation_id is 'Organisation that answers: the JGZ or the Knooppunt.';
comment on column front_door_receiver.changed_by is 'Administrator who chose it.';
comment on column front_door_receiver.changed_at is 'When.';
alter table front_door_receiver enable row level security;
create policy see on front_door_receiver for select using (true);
create policy owner on front_door_receiver to wieg_owner using (true) with check (true);
create policy add on front_door_receiver for insert to wieg_app with check ((select trust.my_role()) = 'platform_admin');
create policy change on front_door_receiver for update to wieg_app using ((select trust.my_role()) = 'platform_admin') with check ((select trust.my_role()) = 'platform_admin');
create policy remove on front_door_receiver for delete to wieg_app using ((select trust.my_role()) = 'platform_admin');
grant select, insert, update, delete on front_door_receiver to wieg_app;

create table front_door_limit (
  act text primary key check (act in ('begin', 'send')),
  of_source_a_day integer not null check (of_source_a_day > 0),
  of_all_an_hour integer not null check (of_all_an_hour > 0),
  source text not null
);
comment on table front_door_limit is 'How much the front door takes, so that a flood does not drown who needs help. Above it she is told to call.';
comment on column front_door_limit.act is 'begin: a first answer; send: the question itself.';
comment on column front_door_limit.of_source_a_day is 'From one network address on one day: a shelter or a clinic has one address for many.';
comment on column front_door_limit.of_all_an_hour is 'From everyone together in one hour.';
comment on column front_door_limit.source is 'Where the figure comes from.';
insert into front_door_limit values ('begin', 60, 2000, 'own choice: no source'), ('send', 12, 200, 'own choice: 4,400 births a year in the region are 1 an hour');

create table front_door_salt (
  day date primary key,
  salt bytea not null
);
comment on table front_door_salt is 'Salt of one day for the hashes of network addresses; thrown away after the next day, so that nobody can be found by it.';
comment on column front_door_salt.day is 'Day.';
comment on column front_door_salt.salt is 'Random.';

create table front_door_use (
  act text not null references front_door_limit,
  since timestamptz not null,
  source_hash bytea not null,
  times integer not null default 1,
  primary key (act, since, source_hash)
);
comment on table front_door_use is 'Counts of the front door, kept for two days: by salted hash of the source a day, and of all (an empty hash) an hour.';
comment on column front_door_use.act is 'begin or send.';
comment on column front_door_use.since is 'Begin of the day or the hour.';
comment on column front_door_use.source_hash is 'SHA-256 of the day''s salt and the network; empty for everyone together.';
comment on column front_door_use.times is 'How often.';

create table help_request (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  sent_key bytea not null unique,
  municipality_code text not null references municipality,
  topics text[] not null default '{}' check (cardinality(topics) <= 12),
  words text check (length(words) <= 5000),
  given_name text check (length(given_name) <= 120),
  channel text not null check (channel in ('phone', 'sms', 'email', 'self')),
  contact text check (length(contact) <= 200),
  safe_moments text[] not null default '{}' check (cardinality(safe_moments) <= 8),
  moment_words text check (length(moment_words) <= 500),
  others_may_answer boolean not null,
  speaks text check (length(speaks) <= 60),
  door_language text not null check (door_language in ('nl', 'en')),
  organisation_id uuid not null references organisation,
  received_on date not null default app.today(),
  due_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'answered', 'closed')),
  taken_by uuid references membership,
  answered_on date,
  trajectory_id uuid references trajectory,
  closed_reason text check (closed_reason in ('answered', 'not_reached', 'withdrawn', 'double', 'not_meant')),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((channel = 'self') = (contact is null)),
  check ((state = 'waiting') = (taken_by is null) or state = 'closed'),
  check ((state = 'closed') = (closed_reason is not null))
);
create index help_request_of_organisation on help_request (organisation_id, state, due_on);
create index help_request_of_trajectory on help_request (trajectory_id);
comment on table help_request is 'Someone asked for help at the front door, without an account. FHIR ServiceRequest.';
comment on column help_request.id is 'Random id.';
comment on column help_request.reference is 'The number she was given; without letters and figures that look alike.';
comment on column help_request.sent_key is 'Hash of the key of her answers: the same question sent twice arrives once.';
comment on column help_request.municipality_code is 'Where she lives.';
comment on column help_request.topics is 'What she wants help with, as codes.';
comment on column help_request.words is 'Her own words.';
comment on column help_request.given_name is 'The name she gave, if any.';
comment on column help_request.channel is 'The safe way to reach her: phone, sms, email; self: she gets in touch herself.';
comment on column help_request.contact is 'Telephone number or e-mail address.';
comment on column help_request.safe_moments is 'When it is safe to reach her, as codes.';
comment on column help_request.moment_words is 'When it is safe, in her own words.';
comment on column help_request.others_may_answer is 'Whether someone else may take the call or read the message.';
comment on column help_request.speaks is 'Language she wants to speak, in her own words.';
comment on column help_request.door_language is 'Language of the pages on which she asked.';
comment on column help_request.organisation_id is 'Organisation that has to answer.';
comment on column help_request.received_on is 'Day on which it arrived.';
comment on column help_request.due_on is 'Last day of the term that was promised to her.';
comment on column help_request.state is 'waiting for someone, taken up by one person, answered, or closed.';
comment on column help_request.taken_by is 'Who took it up.';
comment on column help_request.answered_on is 'Day on which someone spoke with her.';
comment on column help_request.trajectory_id is 'The line of her family, once known.';
comment on column help_request.closed_reason is 'How it ended.';
comment on column help_request.created_at is 'When it arrived.';
comment on column help_request.version is 'Raised by one at each change.';

create table help_request_event (
  id bigint generated always as identity primary key,
  request_id uuid not null references help_request,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('taken', 'taken_over', 'released', 'no_contact', 'spoke', 'linked', 'registered', 'forwarded', 'closed')),
  on_day date not null default app.today(),
  note text check (length(note) <= 5000),
  to_organisation_id uuid references organisation,
  professional_id uuid not null default trust.my_professional() references professional,
  at timestamptz not null default now()
);
create index help_request_event_of_request on help_request_event (request_id, id);
comment on table help_request_event is 'What was done with a question, in its order. Added to, never changed.';
comment on column help_request_event.id is 'Running number.';
comment on column help_request_event.request_id is 'The question.';
comment on column help_request_event.organisation_id is 'Organisation that did it.';
comment on column help_request_event.kind is 'What was done.';
comment on column help_request_event.on_day is 'Day.';
comment on column help_request_event.note is 'What was said, or why.';
comment on column help_request_event.to_organisation_id is 'To whom it was forwarded.';
comment on column help_request_event.professional_id is 'Who did it.';
comment on column help_request_event.at is 'When recorded.';

create table help_draft (
  token_hash bytea primary key,
  content bytea check (length(content) <= 32768),
  changes integer not null default 1,
  request_id uuid references help_request,
  changed_at timestamptz not null default now()
);
comment on table help_draft is 'Answers of someone who is still filling in, encrypted with a key that only her browser has; gone after an hour, when sent, and when she leaves.';
comment on column help_draft.token_hash is 'Hash of the key in her browser.';
comment on column help_draft.content is 'Her answers, encrypted; empty once sent.';
comment on column help_draft.changes is 'How often changed: bounded.';
comment on column help_draft.request_id is 'The question it became.';
comment on column help_draft.changed_at is 'Last change.';

do $$ declare t text; begin
  foreach t in array array['front_door_limit', 'front_door_salt', 'front_door_use', 'help_request', 'help_request_event', 'help_draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
  end loop;
end $$;
insert into protected_table (name, part, scope) values ('help_request', 'signals', 'own'), ('help_request_event', 'signals', 'own'), ('help_draft', 'signals', 'own');

create function trust.receives_help_requests(of_role text) returns boolean language sql immutable set search_path = pg_catalog as
$$ select of_role in ('youth_nurse', 'municipal_worker', 'knooppunt_coordinator') $$;
comment on function trust.receives_help_requests is 'Roles that answer questions of the front door.';
grant execute on function trust.receives_help_requests to wieg_app, wieg_guard;

create policy see on help_request for select to wieg_app using (organisation_id = (select trust.my_organisation()) and (select trust.receives_help_requests(trust.my_role())));
create policy change on help_request for update to wieg_app using (organisation_id = (select trust.my_organisation()) and (select trust.receives_help_requests(trust.my_role())))
  with check (organisation_id = (select trust.my_organisation()) and (select trust.receives_help_requests(trust.my_role())));
grant select, update (state, taken_by, answered_on, trajectory_id, closed_reason, version) on help_request to wieg_app;
create policy see on help_request_event for select to wieg_app using ((select true from help_request r where r.id = help_request_event.request_id));
create policy add on help_request_event for insert to wieg_app with check (organisation_id = (select trust.my_organisation()) and professional_id = (select trust.my_professional())
  and (select true from help_request r where r.id = help_request_event.request_id));
grant select, insert on help_request_event to wieg_app;
