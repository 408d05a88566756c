-- Up Migration
-- The broad conversation over all life domains on Positieve Gezondheid [001 ch. 1.2, 4; domain 3.4].
create table broad_conversation (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  trajectory_id uuid not null references trajectory,
  held_on date not null,
  family_wants text,
  recorded_on date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id)
);
create index broad_conversation_of_trajectory on broad_conversation (trajectory_id, held_on desc, number desc);
comment on table broad_conversation is 'A broad conversation with the family, in its own words. FHIR Observation group.';
comment on column broad_conversation.id is 'Random id.';
comment on column broad_conversation.number is 'Order in which they were recorded.';
comment on column broad_conversation.trajectory_id is 'The line.';
comment on column broad_conversation.held_on is 'Day of the conversation.';
comment on column broad_conversation.family_wants is 'What the family wants to change, in its own words.';
comment on column broad_conversation.recorded_on is 'Day on which it was recorded: its author may mend it on that day.';
comment on column broad_conversation.author_organisation_id is 'Organisation that recorded it.';
comment on column broad_conversation.author_id is 'Professional who recorded it.';
comment on column broad_conversation.created_at is 'When recorded.';
comment on column broad_conversation.version is 'Raised by one at each change.';
select trust.protect('broad_conversation', 'exploration');

create table conversation_dimension (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  conversation_id uuid not null,
  dimension text not null check (dimension in ('lichaamsfuncties', 'mentaal-welbevinden', 'zingeving', 'kwaliteit-van-leven', 'meedoen', 'dagelijks-functioneren')),
  score smallint check (score between 0 and 10),
  remark text,
  care_kind text not null check (care_kind in ('medical', 'social')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (conversation_id, dimension),
  foreign key (conversation_id, trajectory_id) references broad_conversation (id, trajectory_id)
);
create index conversation_dimension_of_trajectory on conversation_dimension (trajectory_id);
comment on table conversation_dimension is 'What the family said about one of the six dimensions of Positieve Gezondheid.';
comment on column conversation_dimension.id is 'Random id.';
comment on column conversation_dimension.trajectory_id is 'The line.';
comment on column conversation_dimension.conversation_id is 'The conversation.';
comment on column conversation_dimension.dimension is 'Dimension of Positieve Gezondheid.';
comment on column conversation_dimension.score is 'How the family rates it, 0 to 10; empty: not asked, or the family skipped it.';
comment on column conversation_dimension.remark is 'What the family said about it.';
comment on column conversation_dimension.care_kind is 'medical for lichaamsfuncties, social for the others [access.md 2].';
comment on column conversation_dimension.author_organisation_id is 'Organisation that recorded it.';
comment on column conversation_dimension.author_id is 'Professional who recorded it.';
comment on column conversation_dimension.created_at is 'When recorded.';
comment on column conversation_dimension.version is 'Raised by one at each change.';
select trust.protect('conversation_dimension', 'exploration');
