-- Up Migration
-- The yearly file of Statistics Netherlands (PC6;Huisnummer;Buurt;Wijk;Gemeente): which municipality a postcode and number lie in. No care data.
create table postcode_area (
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  number_from integer not null,
  number_to integer not null,
  municipality_code text not null check (municipality_code ~ '^GM[0-9]{4}$'),
  primary key (postcode, number_from)
);
comment on table postcode_area is 'Municipality by postcode and house numbers: one row for a postcode that lies in one municipality, as nearly all do.';
comment on column postcode_area.postcode is 'Postcode without space.';
comment on column postcode_area.number_from is 'First house number.';
comment on column postcode_area.number_to is 'Last house number.';
comment on column postcode_area.municipality_code is 'CBS code.';
grant select on postcode_area to wieg_app, wieg_worker;

create table postcode_load (
  id uuid primary key default gen_random_uuid(),
  state text not null default 'uploading' check (state in ('uploading', 'reading', 'asking', 'done', 'refused')),
  year text,
  lines_read bigint not null default 0,
  lines_refused bigint not null default 0,
  bytes bigint not null default 0,
  refusal text,
  areas integer,
  areas_before integer,
  confirmed_by uuid,
  loaded_by uuid,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table postcode_load is 'Each time an administrator loads the postcode table, with how far it is.';
comment on column postcode_load.id is 'Random id.';
comment on column postcode_load.state is 'uploading, reading in the background, asking (far smaller than what is in use: an administrator decides), done, or refused.';
comment on column postcode_load.year is 'Year of the municipalities, from the file''s own heading.';
comment on column postcode_load.lines_read is 'Lines read so far.';
comment on column postcode_load.lines_refused is 'Lines that could not be read.';
comment on column postcode_load.bytes is 'Size of the file.';
comment on column postcode_load.refusal is 'Why it was refused, as a code.';
comment on column postcode_load.areas is 'How many postcodes the file holds, when it asks.';
comment on column postcode_load.areas_before is 'How many were in use then.';
comment on column postcode_load.confirmed_by is 'Administrator who decided to use it all the same.';
comment on column postcode_load.loaded_by is 'Administrator.';
comment on column postcode_load.started_at is 'When begun.';
comment on column postcode_load.ended_at is 'When ready.';

create table postcode_chunk (
  load_id uuid not null references postcode_load on delete cascade,
  place integer not null,
  content bytea not null,
  primary key (load_id, place)
);
comment on table postcode_chunk is 'The uploaded file in pieces, until it was read: any process can read it, also after a restart.';
comment on column postcode_chunk.load_id is 'The load.';
comment on column postcode_chunk.place is 'Order.';
comment on column postcode_chunk.content is 'Piece of the file.';
grant select on postcode_load to wieg_app;
grant select, update on postcode_load to wieg_worker;
grant select, delete on postcode_chunk to wieg_worker;
grant insert, delete on postcode_area to wieg_worker;

create function trust.add_postcode_chunk(of_load uuid, at_place integer, bytes bytea) returns uuid
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); load uuid := of_load;
begin
  if asker.role is distinct from 'platform_admin' then raise exception 'only the administrator' using errcode = 'insufficient_privilege'; end if;
  if load is null then insert into postcode_load (loaded_by) values (asker.professional_id) returning id into load; end if;
  insert into postcode_chunk (load_id, place, content) values (load, at_place, bytes);
  update postcode_load l set bytes = l.bytes + length(add_postcode_chunk.bytes) where l.id = load and l.loaded_by = asker.professional_id and l.state = 'uploading';
  if not found then raise exception 'not your load' using errcode = 'insufficient_privilege'; end if;
  return load;
end $$;
comment on function trust.add_postcode_chunk is 'Takes a piece of the postcode file; without a load it begins one.';

create function trust.finish_postcode_upload(of_load uuid, complete boolean) returns void
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.role is distinct from 'platform_admin' then raise exception 'only the administrator' using errcode = 'insufficient_privilege'; end if;
  if complete then
    update postcode_load set state = 'reading' where id = of_load and state = 'uploading';
    perform app.enqueue('load-postcodes', jsonb_build_object('load', of_load));
  else
    update postcode_load set state = 'refused', refusal = 'broken-off', ended_at = now() where id = of_load and state = 'uploading';
    delete from postcode_chunk where load_id = of_load;
  end if;
end $$;
comment on function trust.finish_postcode_upload is 'The file is whole: it is read in the background. Or it broke off, and its pieces go.';

create function trust.answer_postcode_load(of_load uuid, use_it boolean) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.role is distinct from 'platform_admin' then raise exception 'only the administrator' using errcode = 'insufficient_privilege'; end if;
  update postcode_load set state = case when use_it then 'reading' else 'refused' end, confirmed_by = case when use_it then asker.professional_id end,
    refusal = case when not use_it then 'not-used' end, ended_at = case when not use_it then now() end
  where id = of_load and state = 'asking';
  if not found then return false; end if;
  if use_it then perform app.enqueue('load-postcodes', jsonb_build_object('load', of_load));
  else delete from postcode_chunk where load_id = of_load; end if;
  return true;
end $$;
comment on function trust.answer_postcode_load is 'A file far smaller than the table in use is used all the same, or not. Of two answers the first counts.';
alter function trust.answer_postcode_load owner to wieg_guard;
grant execute on function trust.answer_postcode_load to wieg_app;
alter function trust.add_postcode_chunk owner to wieg_guard;
alter function trust.finish_postcode_upload owner to wieg_guard;
grant execute on function trust.add_postcode_chunk, trust.finish_postcode_upload to wieg_app;
