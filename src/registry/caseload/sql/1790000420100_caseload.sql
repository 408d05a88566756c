-- Up Migration
-- A practice's caseload file between its upload and the lines that come of it. Seen by the organisation that offered it alone, by roles that
-- may record families; removed after 30 days.
create table caseload_upload (
  id uuid primary key default gen_random_uuid(),
  author_organisation_id uuid not null references organisation,
  author_id uuid not null,
  file_name text not null check (length(file_name) <= 200),
  file_digest bytea not null,
  bytes integer not null check (bytes > 0),
  created_at timestamptz not null default now(),
  state text not null default 'reading' check (state in ('reading', 'unreadable', 'open', 'taking')),
  refusal jsonb,
  layout jsonb,
  encoding text,
  bytes_read integer not null default 0,
  lines_read integer not null default 0,
  to_take integer not null default 0,
  job_right uuid not null references job_right,
  run uuid,
  worked_at timestamptz not null default now(),
  taken_at timestamptz,
  unique (id, author_organisation_id)
);
create index caseload_upload_of_organisation on caseload_upload (author_organisation_id, created_at desc);
create index caseload_upload_at_work on caseload_upload (worked_at) where state in ('reading', 'taking');
comment on table caseload_upload is 'A caseload file that a practice offered: what was recognised in it waits here for the uploader''s answers.';
comment on column caseload_upload.id is 'Random id, in the address.';
comment on column caseload_upload.author_organisation_id is 'Organisation that offered it.';
comment on column caseload_upload.author_id is 'Professional who offered it.';
comment on column caseload_upload.file_name is 'Name of the file, for its uploader to know it by.';
comment on column caseload_upload.file_digest is 'SHA-256 of the file: tells that the same file was offered before.';
comment on column caseload_upload.bytes is 'Size in bytes.';
comment on column caseload_upload.created_at is 'When offered; after 30 days all of it is removed.';
comment on column caseload_upload.state is 'reading in the background, unreadable, open for answers, or taking its lines over in the background.';
comment on column caseload_upload.refusal is 'Why the file as a whole cannot be read: a code with its facts.';
comment on column caseload_upload.layout is 'What the file calls its columns and which were recognised.';
comment on column caseload_upload.encoding is 'How its letters are written.';
comment on column caseload_upload.bytes_read is 'How far the reading is, in bytes.';
comment on column caseload_upload.lines_read is 'How far the reading is, in lines.';
comment on column caseload_upload.to_take is 'Lines that were ready when taking over began, for the progress.';
comment on column caseload_upload.job_right is 'The right under which the job that is on now works.';
comment on column caseload_upload.run is 'The run of the job that is on now: an earlier one that wakes up again stops.';
comment on column caseload_upload.worked_at is 'Last sign of the job: one that was broken off is started again.';
comment on column caseload_upload.taken_at is 'When lines were last taken over.';

create table caseload_upload_chunk (
  upload_id uuid not null references caseload_upload on delete cascade,
  author_organisation_id uuid not null,
  place integer not null,
  content bytea not null,
  primary key (upload_id, place),
  foreign key (upload_id, author_organisation_id) references caseload_upload (id, author_organisation_id) on delete cascade
);
comment on table caseload_upload_chunk is 'The file itself in pieces, until it was read: any process can read it, also after a restart.';
comment on column caseload_upload_chunk.upload_id is 'The upload.';
comment on column caseload_upload_chunk.author_organisation_id is 'Organisation that offered it.';
comment on column caseload_upload_chunk.place is 'Order, from 0.';
comment on column caseload_upload_chunk.content is 'Piece of the file.';

create table caseload_line (
  upload_id uuid not null,
  author_organisation_id uuid not null,
  line integer not null,
  kind text not null check (kind in ('good', 'doubtful', 'refused')),
  state text not null check (state in ('ready', 'asked', 'changed', 'double', 'known', 'left_out', 'refused', 'taken', 'failed')),
  cells text[],
  record jsonb,
  findings jsonb not null default '[]',
  double_of integer,
  questions text[] not null default '{}',
  answers jsonb not null default '{}',
  match jsonb,
  outcome text,
  trajectory_id uuid,
  primary key (upload_id, line),
  foreign key (upload_id, author_organisation_id) references caseload_upload (id, author_organisation_id) on delete cascade
);
create index caseload_line_by_state on caseload_line (upload_id, state, line);
comment on table caseload_line is 'One line of an offered file: what was recognised, what was found, what the uploader answered, what came of it.';
comment on column caseload_line.upload_id is 'The upload.';
comment on column caseload_line.author_organisation_id is 'Organisation that offered it.';
comment on column caseload_line.line is 'Number of the line in the file, as an editor shows it.';
comment on column caseload_line.kind is 'good, doubtful or refused, as it was read.';
comment on column caseload_line.state is 'ready goes in; asked, changed and double wait for an answer; known was in already; left_out, refused and failed stay out; taken is in.';
comment on column caseload_line.cells is 'As written, of doubtful and refused lines; columns that are not taken over (a BSN) are emptied.';
comment on column caseload_line.record is 'What was recognised, with the answers applied; without the remark.';
comment on column caseload_line.findings is 'What was found, as codes with their facts.';
comment on column caseload_line.double_of is 'Earlier line of this file with, as it seems, the same person.';
comment on column caseload_line.questions is 'Codes of the doubts that still wait for an answer.';
comment on column caseload_line.answers is 'The uploader''s answers, by doubt.';
comment on column caseload_line.match is 'What it was compared with among the organisation''s own families, what differs, and what the uploader decided.';
comment on column caseload_line.outcome is 'What taking over did: registered, updated, attached, pregnancy; or why it failed.';
comment on column caseload_line.trajectory_id is 'The line that came of it or was found.';

create table caseload_source (
  author_organisation_id uuid not null references organisation,
  reference text not null,
  trajectory_id uuid not null,
  digest bytea not null,
  answered bytea,
  taken_at timestamptz not null default now(),
  primary key (author_organisation_id, reference)
);
create index caseload_source_of_trajectory on caseload_source (trajectory_id);
create index caseload_source_answered on caseload_source (answered) where answered is not null;
comment on table caseload_source is 'Which line came of which client number, and what the file said last: the same file twice changes nothing.';
comment on column caseload_source.author_organisation_id is 'Organisation whose number it is.';
comment on column caseload_source.reference is 'Client number; without one a digest of name, birth date and due date.';
comment on column caseload_source.trajectory_id is 'The line.';
comment on column caseload_source.digest is 'SHA-256 of what the file said: what was mended in Wieg since is no change of the file.';
comment on column caseload_source.answered is 'SHA-256 of a line with doubts as it stood in the file: what was answered once is not asked again.';
comment on column caseload_source.taken_at is 'When last taken over.';

do $$ declare t text; begin
  foreach t in array array['caseload_upload', 'caseload_upload_chunk', 'caseload_line', 'caseload_source'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('create policy see on %I for select to wieg_app using (author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[]))', t);
    execute format('create policy add on %I for insert to wieg_app with check (author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[]))', t);
    execute format('create policy change on %I for update to wieg_app using (author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[])) with check (author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[]))', t);
    execute format('grant select, insert on %I to wieg_app', t);
    insert into protected_table (name, part, scope) values (t, 'identity', 'own');
  end loop;
end $$;
grant update on caseload_upload, caseload_line, caseload_source to wieg_app;
create trigger a_stamp_record before insert or update on caseload_upload for each row execute function trust.stamp_record('id');

create function trust.own_caseload(of_upload uuid) returns uuid language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare own uuid := (select u.id from caseload_upload u where u.id = of_upload and u.author_organisation_id = any(trust.my_own_writing(1::smallint)));
begin
  if own is null then raise exception 'no such upload' using errcode = 'insufficient_privilege'; end if;
  return own;
end $$;
comment on function trust.own_caseload is 'Raises insufficient_privilege unless the upload is of the asker''s organisation and her role may record families.';

create function trust.empty_caseload(of_upload uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from caseload_line where upload_id = trust.own_caseload(of_upload) $$;
comment on function trust.empty_caseload is 'Reading begins anew after it was broken off.';

create function trust.forget_caseload_file(of_upload uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from caseload_upload_chunk where upload_id = trust.own_caseload(of_upload) $$;
comment on function trust.forget_caseload_file is 'The file was read: its bytes go.';

create function trust.remove_caseload(of_upload uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from caseload_upload where id = trust.own_caseload(of_upload) $$;
comment on function trust.remove_caseload is 'The uploader takes an offered file away with all that was read in it; families that were taken over stay.';

create function trust.remove_old_caseloads() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare removed integer;
begin
  delete from caseload_upload where created_at < now() - interval '30 days';
  get diagnostics removed = row_count;
  return removed;
end $$;
comment on function trust.remove_old_caseloads is 'An offered file with all that was read in it is kept for 30 days.';

create function trust.stalled_caseloads() returns table (upload uuid, held uuid, task text) language sql security definer set search_path = public, trust, pg_catalog as $$
  update caseload_upload u set worked_at = now()
  where u.state in ('reading', 'taking') and u.worked_at < now() - interval '2 minutes'
  returning u.id, u.job_right, (select r.task from job_right r where r.id = u.job_right) $$;
comment on function trust.stalled_caseloads is 'Uploads whose job gave no sign for two minutes: they are asked for again, from where they were.';

create function trust.abandon_caseload(of_upload uuid, held uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  delete from caseload_upload where id = of_upload and job_right = held and state = 'reading';
  update caseload_upload set state = 'open' where id = of_upload and job_right = held and state = 'taking';
end $$;
comment on function trust.abandon_caseload is 'Who asked may not any more: what was not read goes, what was being taken over waits for a colleague.';

do $$ declare f text; begin
  foreach f in array array['abandon_caseload(uuid, uuid)', 'own_caseload(uuid)', 'empty_caseload(uuid)', 'forget_caseload_file(uuid)', 'remove_caseload(uuid)', 'remove_old_caseloads()', 'stalled_caseloads()'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.own_caseload, trust.empty_caseload, trust.forget_caseload_file, trust.remove_caseload to wieg_app;
grant execute on function trust.abandon_caseload, trust.remove_old_caseloads, trust.stalled_caseloads to wieg_worker;
