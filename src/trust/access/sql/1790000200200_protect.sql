-- Up Migration
-- One function writes the policies of every table with care data: forced row-level security, one policy a command, no delete.
create table record_history (
  id bigint generated always as identity primary key,
  trajectory_id uuid,
  family_id uuid,
  part smallint not null references part,
  author_organisation_id uuid not null,
  own_person uuid,
  social_only boolean not null default false,
  hidden boolean not null default false,
  table_name text not null,
  record_id uuid not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  was jsonb,
  became jsonb not null
);
create index record_history_of_record on record_history (record_id);
create index record_history_of_trajectory on record_history (trajectory_id, id);
create index record_history_of_family on record_history (family_id, id) where family_id is not null;
comment on table record_history is 'What a record was and became at each change, under the policy of its own part. The trail holds no content; this does.';
comment on column record_history.id is 'Running number.';
comment on column record_history.trajectory_id is 'The line; empty for what belongs to the family.';
comment on column record_history.family_id is 'The family, for what belongs to it.';
comment on column record_history.part is 'Part of the line.';
comment on column record_history.author_organisation_id is 'Organisation that recorded the record.';
comment on column record_history.own_person is 'The partner, when it is about him.';
comment on column record_history.social_only is 'True for a medical entry: hidden from grants limited to social.';
comment on column record_history.hidden is 'True when the record was not to be seen outside its author''s organisation: the limits of its table, as they were met then.';
comment on column record_history.table_name is 'Table of the record.';
comment on column record_history.record_id is 'The record.';
comment on column record_history.changed_at is 'When.';
comment on column record_history.changed_by is 'By which professional.';
comment on column record_history.was is 'Before; empty when it was new.';
comment on column record_history.became is 'After.';

create function trust.stamp_record() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); keep text;
begin
  if tg_op = 'INSERT' and asker.session_id is not null then
    new.author_organisation_id := asker.organisation_id;
    new.author_id := asker.professional_id;
  end if;
  if tg_op = 'UPDATE' then
    new.author_organisation_id := old.author_organisation_id;
    new.author_id := old.author_id;
    foreach keep in array tg_argv loop
      if to_jsonb(new) -> keep is distinct from to_jsonb(old) -> keep then
        raise exception '% of a record cannot change', keep using errcode = 'restrict_violation';
      end if;
    end loop;
  end if;
  return new;
end $$;
comment on function trust.stamp_record is 'Who recorded a record is taken from the session, and neither that nor the line it belongs to can change.';

create function trust.keep_history() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare became jsonb := to_jsonb(new); was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end; told boolean := true;
begin
  if was = became then return null; end if;
  -- The same condition as in the policy of the table: what may not be seen of a record may not be read in its history either.
  if tg_argv[2] <> 'true' then execute format('select %s from (select ($1).*) as %I', tg_argv[2], tg_table_name) into told using new; end if;
  insert into record_history (trajectory_id, family_id, part, author_organisation_id, own_person, social_only, hidden, table_name, record_id, changed_by, was, became)
  values (
    case when tg_argv[1] = 'trajectory' then coalesce((became ->> 'trajectory_id')::uuid, (became ->> 'id')::uuid) end,
    case when tg_argv[1] = 'family' then coalesce((became ->> 'family_id')::uuid, (became ->> 'id')::uuid) end,
    trust.part(tg_argv[0]), (became ->> 'author_organisation_id')::uuid, (became ->> 'own_person')::uuid,
    coalesce(became ->> 'care_kind' = 'medical', false), not coalesce(told, false),
    tg_table_name, (became ->> 'id')::uuid, trust.my_professional(), was, became);
  return null;
end $$;
comment on function trust.keep_history is 'Keeps what a record was and became.';

-- Who serves has no right to delete, and what is done with the guard's rights deletes only within a destruction that leaves its proof.
create function trust.only_by_destruction() returns trigger language plpgsql set search_path = public, trust, pg_catalog as $$
begin
  if current_user in ('wieg_app', 'wieg_worker', 'wieg_guard')
    and (tg_table_name like 'trail_event%' or not exists (select from destroyed_file d where d.xid = pg_current_xact_id())) then
    raise exception 'a record goes by destruction alone' using errcode = 'insufficient_privilege'; end if;
  return old;
end $$;
comment on function trust.only_by_destruction is 'Care rows go only within a transaction that writes the proof of their destruction.';

-- limits: a condition that a grant must meet beside the usual ones, such as `discussed_on is not null`.
-- also: a condition that gives sight without a grant, such as the asked organisation on a request; only to roles that work with families.
-- also_write: the same for changing.
create function trust.protect(tab regclass, of_part text, limits text default 'true', also text default 'false', also_write text default 'false',
  scope text default 'trajectory') returns void language plpgsql set search_path = public, trust, pg_catalog as $$
declare
  bare text := (select relname from pg_class where oid = tab);
  columns text[] := array(select attname::text from pg_attribute where attrelid = tab and attnum > 0 and not attisdropped);
  code smallint := trust.part(of_part);
  own_key text := case when scope = 'family' then 'family_id' else 'trajectory_id' end;
  key text := format('%I.%I', bare, case when own_key = any(columns) then own_key else 'id' end);
  narrower text := '';
  granted text; seen text; written text; involved text; fixed text;
begin
  if not (columns @> array['id', 'author_organisation_id', 'author_id']) then
    raise exception '% needs id, author_organisation_id and author_id to be protected', bare;
  end if;
  if 'own_person' = any(columns) then narrower := format(' and (g.own_person is not distinct from %I.own_person)', bare);
  else narrower := ' and g.own_person is null'; end if;
  if 'care_kind' = any(columns) then narrower := narrower || format(' and (not g.social_only or %I.care_kind <> ''medical'')', bare); end if;
  -- That a grant is the asker's own is the policy of access_grant itself.
  granted := format('(select true from access_grant g where g.%s = %s and g.part = %s%%s%s and g.until >= (select trust.my_day()) limit 1)',
    own_key, key, code, narrower);
  involved := format('(select true from access_grant g where g.%s = %s and g.part in (0, %s) and g.until >= (select trust.my_day()) limit 1)',
    own_key, key, code);
  if scope = 'family' then involved := case when own_key = any(columns)
    then format('(select true from family f where f.id = %s limit 1)', key) else 'true' end; end if; -- a new family is everybody's to register
  seen := format('author_organisation_id = any((select trust.my_own(%s::smallint))::uuid[]) or ((%s) and %s) or ((%s) and (select trust.my_own(0::smallint)) <> ''{}'')', code, limits, format(granted, ''), also);
  written := format('author_organisation_id = any((select trust.my_own_writing(%s::smallint))::uuid[]) or ((%s) and %s) or ((%s) and (select trust.my_own(0::smallint)) <> ''{}'')',
    code, limits, format(granted, ' and g.may_write'), also_write);

  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy guard on %s to wieg_guard using (true) with check (true)', tab);
  execute format('create policy owner on %s to wieg_owner using (true) with check (true)', tab);
  execute format('create policy see on %s for select to wieg_app using (%s)', tab, seen);
  execute format('create policy add on %s for insert to wieg_app with check (author_organisation_id = any((select trust.my_own_writing(%s::smallint))::uuid[]) and %s)', tab, code, involved);
  execute format('create policy change on %s for update to wieg_app using (%s) with check (%s)', tab, written, written);
  execute format('grant select, insert, update on %s to wieg_app', tab);
  fixed := case when own_key = any(columns) then quote_literal(own_key) else quote_literal('id') end;
  execute format('create trigger a_stamp_record before insert or update on %s for each row execute function trust.stamp_record(%s)', tab, fixed);
  execute format('create trigger z_keep_history after insert or update on %s for each row execute function trust.keep_history(%L, %L, %L)', tab, of_part, scope, limits);
  execute format('create trigger b_only_by_destruction before delete on %s for each row execute function trust.only_by_destruction()', tab);
  -- That a signal was raised in confidence is told to nobody.
  insert into protected_table (name, part, scope, counted) values (bare, of_part, scope, scope = 'trajectory' and bare not in ('trajectory', 'signal'));
end $$;
comment on function trust.protect is 'Puts a table with care data under the one policy. Table needs id, author_organisation_id, author_id and trajectory_id or family_id; own_person and care_kind narrow it further.';

-- A page of a family would ask some thirty tables that hold nothing of most families. What was ever recorded of a line, by table, is kept
-- beside it: one question then tells which need not be asked. Never which of them the asker may read: that is for their own policies.
create table line_holds (
  trajectory_id uuid not null,
  table_name text not null,
  part smallint not null references part
);
create index line_holds_of_line on line_holds (trajectory_id);
comment on table line_holds is 'Which tables may hold something of a line: one row at the first record of each. Only the guard reads it (decision 0013).';
comment on column line_holds.trajectory_id is 'The line.';
comment on column line_holds.table_name is 'Table with care data.';
comment on column line_holds.part is 'Part of the line that the table belongs to.';

-- Two first records at once may write it twice, which says the same: a key would make one wait for the other.
create function trust.note_on_line() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  insert into line_holds (trajectory_id, table_name, part) select new.trajectory_id, tg_table_name, tg_argv[0]::smallint
    where new.trajectory_id is not null and not exists (select from line_holds h where h.trajectory_id = new.trajectory_id and h.table_name = tg_table_name);
  return null;
end $$;
comment on function trust.note_on_line is 'Notes that a table holds something of a line.';

create function trust.count_table() returns trigger language plpgsql set search_path = public, trust, pg_catalog as $$
begin
  execute format('create trigger y_note_on_line after insert on %I for each row execute function trust.note_on_line(%s)', new.name, trust.part(new.part));
  return null;
end $$;
comment on function trust.count_table is 'Each table that is counted notes what it holds.';
create trigger count_table after insert on protected_table for each row when (new.counted) execute function trust.count_table();

create function trust.records_on_line(of_line uuid) returns text[] language plpgsql stable security definer set search_path = public, trust, pg_catalog
set plan_cache_mode = force_generic_plan as $$
declare asker trust.asker := trust.asker(); today date := trust.my_day(); told smallint[];
begin
  told := array(select g.part from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_line and g.until >= today);
  if not 0::smallint = any(told) then return null; end if;
  if exists (select from trajectory t where t.id = of_line and t.author_organisation_id = asker.organisation_id) then told := told || asker.reads; end if;
  -- Of a part that is not shared with her nothing is told, not even that there is nothing: each of its tables she asks.
  return array(select h.table_name from line_holds h where h.trajectory_id = of_line and h.part = any(told)
    union all select p.name from protected_table p where p.counted and not trust.part(p.part) = any(told));
end $$;
comment on function trust.records_on_line is 'The tables that may hold something of this line for who is involved with it: all but those of a part that she reads, and that hold nothing; null for anyone else.';

-- The trust tables themselves.
do $$ declare t text; begin
  foreach t in array array['care_relation', 'relation_offer', 'consent', 'emergency_access', 'access_grant', 'record_history', 'line_holds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    if t <> 'line_holds' then execute format('grant select on %I to wieg_app', t); end if;
    if t <> 'access_grant' then insert into protected_table (name, part, scope) values (t, 'identity', 'own'); end if;
  end loop;
end $$;
create policy see on access_grant for select to wieg_app using (principal = any((select trust.my_principals())::int[]));
create policy see on emergency_access for select to wieg_app using (
  membership_id = (select trust.my_membership()) or (select trust.my_role()) = 'privacy_officer');
create policy see on record_history for select to wieg_app using (
  author_organisation_id = any((select trust.my_own(0::smallint))::uuid[]) and exists (select from role_part r where r.role = (select trust.my_role()) and r.part = record_history.part and r.may_read)
  or (not hidden and (
    (select true from access_grant g where g.trajectory_id = record_history.trajectory_id and g.part = record_history.part
      and g.own_person is not distinct from record_history.own_person and (not g.social_only or not record_history.social_only)
      and g.until >= (select trust.my_day()) limit 1)
    -- What belongs to a family is identity. Two questions, each with an index of its own: as one it would read every grant of the asker.
    or (record_history.part = 1 and (select true from access_grant g where g.family_id = record_history.family_id and g.part = 1
      and g.own_person is not distinct from record_history.own_person and (not g.social_only or not record_history.social_only)
      and g.until >= (select trust.my_day()) limit 1)))));
grant select on role_part, part, protected_table to wieg_app, wieg_worker;
