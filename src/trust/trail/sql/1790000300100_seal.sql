-- Up Migration
-- The chain: events are written unsealed and sealed in batches, below the oldest running transaction, so that no writer waits for another.
create table trail_seal (
  id bigint generated always as identity primary key,
  epoch smallint not null,
  from_xid xid8 not null,
  below_xid xid8 not null,
  events integer not null,
  leaves bytea not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  unique (epoch, from_xid)
);
comment on table trail_seal is 'Seals over batches of the trail, each resting on the one before: what is changed, removed or put between later shows.';
comment on column trail_seal.id is 'Running number.';
comment on column trail_seal.epoch is 'Restore to which the transaction numbers belong.';
comment on column trail_seal.from_xid is 'First transaction sealed.';
comment on column trail_seal.below_xid is 'First transaction not sealed any more.';
comment on column trail_seal.events is 'How many events it seals.';
comment on column trail_seal.leaves is 'Eight bytes of each event''s digest, in order: finds which event was touched.';
comment on column trail_seal.previous is 'Hash of the seal before.';
comment on column trail_seal.hash is 'SHA-256 over the seal before and the digests of its events.';
comment on column trail_seal.sealed_at is 'When sealed.';
alter table trail_seal enable row level security;
alter table trail_seal force row level security;
create policy guard on trail_seal to wieg_guard using (true) with check (true);
create policy owner on trail_seal to wieg_owner using (true) with check (true);

create function trust.digest_of(e trail_event) returns bytea language sql stable set search_path = public, pg_catalog set timezone = 'UTC' as $$
  select sha256(convert_to(jsonb_build_array(e.seq, e.at, e.epoch, e.xid::text, e.event, e.outcome, e.professional_id, e.membership_id, e.organisation_id, e.role,
    e.session_id, e.request_id, e.source, e.trajectory_ids, e.part, e.ground, e.purpose, encode(e.digest, 'hex'))::text, 'UTF8')) $$;
comment on function trust.digest_of is 'Digest of one event, over every column.';

create function trust.batch_digests(of_epoch smallint, from_xid xid8, below_xid xid8) returns table (events integer, leaves bytea, root bytea)
language sql stable set search_path = public, trust, pg_catalog as $$
  select count(*)::integer, coalesce(string_agg(substr(d.digest, 1, 8), ''::bytea order by d.xid, d.seq), ''),
    sha256(coalesce(string_agg(d.digest, ''::bytea order by d.xid, d.seq), ''))
  from (select e.xid, e.seq, trust.digest_of(e) as digest from trail_event e where e.epoch = of_epoch and e.xid >= from_xid and e.xid < below_xid) d $$;

create function trust.seal_trail() returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare
  now_epoch smallint := trust.epoch();
  last trail_seal;
  first xid8;
  below xid8 := pg_snapshot_xmin(pg_current_snapshot());
  batch record;
begin
  perform pg_advisory_xact_lock(4917003); -- one sealer at a time
  select * into last from trail_seal order by id desc limit 1;
  first := case when last.epoch = now_epoch then last.below_xid else '0'::xid8 end;
  if below <= first then return 0; end if;
  select * into batch from trust.batch_digests(now_epoch, first, below);
  if batch.events = 0 then return 0; end if;
  insert into trail_seal (epoch, from_xid, below_xid, events, leaves, previous, hash)
  values (now_epoch, first, below, batch.events, batch.leaves, coalesce(last.hash, '\x'), sha256(coalesce(last.hash, '\x') || batch.root));
  return batch.events;
end $$;
comment on function trust.seal_trail is 'Seals what was written by transactions that have all ended. Gives the number of events.';

create function trust.trail_head() returns table (seal bigint, hash text, sealed_at timestamptz) language sql stable security definer set search_path = public, pg_catalog as
$$ select s.id, encode(s.hash, 'hex'), s.sealed_at from trail_seal s order by s.id desc limit 1 $$;
comment on function trust.trail_head is 'The newest seal, to be given out to a place outside the database.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.digest_of(trail_event)', 'trust.batch_digests(smallint, xid8, xid8)', 'trust.seal_trail()', 'trust.trail_head()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.digest_of, trust.batch_digests to wieg_owner;
grant execute on function trust.seal_trail, trust.trail_head to wieg_worker;
