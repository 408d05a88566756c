-- Up Migration
-- Messages on a family, between the professionals around it. FHIR Communication. A message is no way around consent: a conversation belongs to
-- one part of the line, and who takes part reads it as long as relation, role and consent let her read that part, and not a day longer. So its
-- policy is its own: trust.protect knows one part for a whole table, lets everyone with that part read, and keeps a history under that part.
create function trust.clock_moment() returns timestamptz language sql stable security definer set search_path = pg_catalog, app as
$$ select (app.today() + (now() at time zone 'Europe/Amsterdam')::time) at time zone 'Europe/Amsterdam' $$;
comment on function trust.clock_moment is 'Now, on the day on which Wieg believes it is.';
alter function trust.clock_moment owner to wieg_guard;

create table message_thread (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  part smallint not null references part check (part between 1 and 7),
  own_person uuid references family_member,
  with_person uuid references family_member,
  care_kind text not null check (care_kind in ('social', 'medical')),
  subject_kind text check (subject_kind in ('signal', 'referral', 'plan')),
  subject_id uuid,
  topic text not null check (length(trim(topic)) between 2 and 120),
  state text not null default 'open' check (state in ('open', 'closed')),
  teams integer[] not null default '{}',
  messages integer not null default 0,
  last_at timestamptz not null default trust.clock_moment(),
  begun_on date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default trust.clock_moment(),
  version integer not null default 1,
  unique (id, trajectory_id),
  -- what the family has no page of, it reads nothing about here either; nor what is about the partner, or began at a signal
  check (with_person is null or (part in (1, 4, 5, 6, 7) and own_person is null and subject_kind is distinct from 'signal'))
);
create index message_thread_of_trajectory on message_thread (trajectory_id, last_at desc);
comment on table message_thread is 'A conversation about one part of a line, of professionals and, when it began so, the mother. Read by the teams of who takes part, while each may read that part.';
comment on column message_thread.id is 'Random id.';
comment on column message_thread.trajectory_id is 'The line.';
comment on column message_thread.part is 'What it is about: who may not read this part does not read the conversation.';
comment on column message_thread.own_person is 'Filled when it is also about the partner: then his own consent is needed beside hers.';
comment on column message_thread.with_person is 'The mother who reads and writes along in her own pages, from the first message on. Never filled or emptied later.';
comment on column message_thread.care_kind is 'medical: social partners do not read it, unless the consent names medical matters [access.md 2].';
comment on column message_thread.subject_kind is 'Where it began: a signal, a referral, the plan. Empty: the family as a whole.';
comment on column message_thread.subject_id is 'The note of the signal, the candidate of the referral, or the line of the plan.';
comment on column message_thread.topic is 'What it is about, in a few words; as protected as what is written in it.';
comment on column message_thread.state is 'open, or closed: then nothing is added until it is opened again.';
comment on column message_thread.teams is 'Principals of the teams (organisation and role) of who takes part: a colleague takes over when someone is away or leaves.';
comment on column message_thread.messages is 'How many messages.';
comment on column message_thread.last_at is 'When the last was written.';
comment on column message_thread.begun_on is 'Day on which it began.';
comment on column message_thread.author_organisation_id is 'Organisation that began it; the one that registered the line when the mother did.';
comment on column message_thread.author_id is 'Professional who began it; empty when the mother did.';
comment on column message_thread.created_at is 'When it began.';
comment on column message_thread.version is 'Raised by one when it is closed or opened again.';

create table message_participant (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  thread_id uuid not null,
  principal integer not null references principal,
  team integer not null references principal,
  membership_id uuid references membership,
  organisation_id uuid not null references organisation,
  role text not null,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default trust.clock_moment(),
  foreign key (thread_id, trajectory_id) references message_thread (id, trajectory_id),
  unique (thread_id, principal)
);
comment on table message_participant is 'Who takes part in a conversation: a professional in her job, or a whole team.';
comment on column message_participant.id is 'Random id.';
comment on column message_participant.trajectory_id is 'The line.';
comment on column message_participant.thread_id is 'The conversation.';
comment on column message_participant.principal is 'On whose list a new message comes: her job, or the team.';
comment on column message_participant.team is 'Her team, which reads along.';
comment on column message_participant.membership_id is 'Her job; empty for a whole team.';
comment on column message_participant.organisation_id is 'Her organisation.';
comment on column message_participant.role is 'Her role, which is what the team is.';
comment on column message_participant.author_organisation_id is 'Organisation of who added her.';
comment on column message_participant.author_id is 'Professional who added her.';
comment on column message_participant.created_at is 'Since when she takes part. She reads the conversation from its beginning.';

create table message (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  thread_id uuid not null,
  number integer not null,
  part smallint not null references part,
  kind text not null default 'words' check (kind in ('words', 'added', 'closed', 'reopened')),
  words text check (length(words) between 1 and 5000),
  corrects uuid references message,
  about_participant uuid references message_participant,
  author_membership_id uuid references membership,
  author_person uuid references family_member,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default trust.clock_moment(),
  foreign key (thread_id, trajectory_id) references message_thread (id, trajectory_id),
  unique (thread_id, number),
  check (author_person is null or (author_id is null and kind = 'words'))
);
create index message_of_trajectory on message (trajectory_id, author_organisation_id);
comment on table message is 'One message, as it was sent: never changed or removed; what was wrong is put right by a next one.';
comment on column message.id is 'Random id.';
comment on column message.trajectory_id is 'The line.';
comment on column message.thread_id is 'The conversation.';
comment on column message.number is 'Place in the conversation, from 1.';
comment on column message.part is 'Part of the line, as of the conversation.';
comment on column message.kind is 'words: someone wrote; added, closed, reopened: what was done with the conversation.';
comment on column message.words is 'What was written; empty for what was done.';
comment on column message.corrects is 'The own message that this one puts right.';
comment on column message.about_participant is 'Who was added.';
comment on column message.author_membership_id is 'Job of who wrote it.';
comment on column message.author_person is 'The mother, when she wrote it.';
comment on column message.author_organisation_id is 'Organisation of who wrote it: it keeps what it wrote, whatever becomes of the conversation. Of what the mother wrote the one that registered the line, which keeps nothing by it.';
comment on column message.author_id is 'Professional who wrote it; empty when the mother did.';
comment on column message.created_at is 'When.';

create table message_receipt (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  thread_id uuid not null,
  message_id uuid not null references message,
  reader_person uuid references family_member,
  author_organisation_id uuid not null references organisation,
  author_id uuid references professional,
  created_at timestamptz not null default trust.clock_moment(),
  foreign key (thread_id, trajectory_id) references message_thread (id, trajectory_id),
  unique (message_id, author_id),
  unique (message_id, reader_person),
  check (num_nonnulls(author_id, reader_person) = 1)
);
create index message_receipt_of_thread on message_receipt (thread_id);
comment on table message_receipt is 'Who read a message, and when first. Shown to who wrote it.';
comment on column message_receipt.id is 'Random id.';
comment on column message_receipt.trajectory_id is 'The line.';
comment on column message_receipt.thread_id is 'The conversation.';
comment on column message_receipt.message_id is 'The message.';
comment on column message_receipt.reader_person is 'The mother, when she read it in her own pages.';
comment on column message_receipt.author_organisation_id is 'Organisation of who read it; the one that registered the line when the mother did.';
comment on column message_receipt.author_id is 'Professional who read it; empty when the mother did.';
comment on column message_receipt.created_at is 'When she read it first.';

create function trust.keep_thread_company() returns trigger language plpgsql set search_path = pg_catalog as $$
begin raise exception 'a conversation is with the mother from its beginning, or never' using errcode = 'restrict_violation'; end $$;
comment on function trust.keep_thread_company is 'What professionals wrote to each other is not shown to the family afterwards, by nobody.';
alter function trust.keep_thread_company owner to wieg_guard;
create trigger keep_thread_company before update on message_thread for each row when (old.with_person is distinct from new.with_person) execute function trust.keep_thread_company();

-- The ground to read: the role reads the part, and consent gives it with all its limits. Two more grounds, of what is one's own: who registered the
-- line arranges practical matters (part identity), and the two sides of a referral speak about that referral as far as the family lets them.
create function trust.may_converse(of_trajectory uuid, of_part smallint, of_person uuid, of_care text, of_subject_kind text, of_subject uuid,
  of_organisation uuid, of_role text, principals integer[]) returns boolean
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare its_role role_part; today date := app.today();
begin
  select p.* into its_role from role_part p where p.role = of_role and p.part = of_part and p.may_read;
  if its_role.role is null then return false; end if;
  if of_person is not null and not exists (select from access_grant g where g.trajectory_id = of_trajectory and g.part = of_part and g.principal = any(principals)
      and g.own_person = of_person and (not g.social_only or of_care <> 'medical') and g.until >= today) then return false; end if;
  if exists (select from access_grant g where g.trajectory_id = of_trajectory and g.part = of_part and g.principal = any(principals)
      and g.own_person is null and (not g.social_only or of_care <> 'medical') and g.until >= today) then return true; end if;
  if of_person is not null or (of_care = 'medical' and its_role.social_only) then return false; end if;
  if of_part = 1 and exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = of_organisation)
    and exists (select from access_grant g where g.trajectory_id = of_trajectory and g.part = 0 and g.principal = any(principals) and g.until >= today) then return true; end if;
  return of_subject_kind = 'referral' and exists (select from referral_candidate c where c.id = of_subject and c.trajectory_id = of_trajectory and (
    (c.asked_organisation_id = of_organisation and c.state in ('accepted', 'started', 'completed') and trust.shares_with(of_trajectory, of_organisation))
    or (c.author_organisation_id = of_organisation and c.feedback_allowed and trust.shares_with(of_trajectory, c.asked_organisation_id))));
end $$;
comment on function trust.may_converse is 'Not for the application: whether these principals, of one organisation and role, may read a conversation about this.';
alter function trust.may_converse owner to wieg_guard;

create function trust.my_other_ground(of_thread uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return asker.session_id is not null and coalesce((select trust.may_converse(t.trajectory_id, t.part, t.own_person, t.care_kind, t.subject_kind, t.subject_id,
    asker.organisation_id, asker.role, asker.principals) from message_thread t where t.id = of_thread and t.teams && asker.principals), false);
end $$;
comment on function trust.my_other_ground is 'Whether the asker takes part in this conversation and may read it, on whatever ground.';
alter function trust.my_other_ground owner to wieg_guard;
grant execute on function trust.my_other_ground to wieg_app;

do $$ declare t text; begin
  foreach t in array array['message_thread', 'message_participant', 'message', 'message_receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select on %I to wieg_app', t); -- all writing is by the functions of messages
    insert into protected_table (name, part, scope, counted) values (t, 'identity', 'own', t = 'message_thread');
  end loop;
end $$;
-- Written out first what most rest on, since a function in a policy is asked for each row [access.md 3].
create policy see on message_thread for select to wieg_app using (
  teams && (select trust.my_principals())::int[]
  and (coalesce((select true from access_grant g where g.trajectory_id = message_thread.trajectory_id and g.part = message_thread.part and g.own_person is null
        and (not g.social_only or message_thread.care_kind <> 'medical') and g.until >= (select app.today()) limit 1)
      and (own_person is null or (select true from access_grant g where g.trajectory_id = message_thread.trajectory_id and g.part = message_thread.part
        and g.own_person = message_thread.own_person and (not g.social_only or message_thread.care_kind <> 'medical') and g.until >= (select app.today()) limit 1)), false)
    or trust.my_other_ground(message_thread.id)));
create policy see on message_participant for select to wieg_app using ((select true from message_thread t where t.id = message_participant.thread_id limit 1));
create policy see on message_receipt for select to wieg_app using ((select true from message_thread t where t.id = message_receipt.thread_id limit 1));
create policy see on message for select to wieg_app using (
  (select true from message_thread t where t.id = message.thread_id limit 1)
  or (author_person is null and author_organisation_id = (select trust.my_organisation()) and author_organisation_id = any(trust.my_own(part))));
