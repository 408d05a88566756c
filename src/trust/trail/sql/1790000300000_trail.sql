-- Up Migration
-- The trail [NEN 7513]: every read and change of care data, added to and never changed.
create table trail_epoch (
  only_row boolean primary key default true check (only_row),
  epoch smallint not null default 1
);
comment on table trail_epoch is 'How often this database was restored: transaction numbers begin anew after each restore.';
comment on column trail_epoch.only_row is 'Keeps this table at one row.';
comment on column trail_epoch.epoch is 'Raised by one at each restore.';
insert into trail_epoch default values;

create function trust.epoch() returns smallint language sql stable security definer set search_path = public, pg_catalog as
$$ select epoch from trail_epoch $$;
alter function trust.epoch owner to wieg_guard;
grant execute on function trust.epoch to wieg_app, wieg_worker;

create table trail_event (
  seq bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  epoch smallint not null default trust.epoch(),
  xid xid8 not null default pg_current_xact_id(),
  event text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  professional_id uuid,
  membership_id uuid,
  organisation_id uuid,
  role text,
  session_id uuid,
  request_id text,
  source text,
  trajectory_ids uuid[] not null default '{}',
  part text,
  ground text not null,
  purpose text,
  digest bytea
) partition by range (at);
create index trail_event_by_xid on trail_event (epoch, xid, seq);
create index trail_event_by_trajectory on trail_event using gin (trajectory_ids);
comment on table trail_event is 'Who read or changed what, when, why, from where and with what outcome. Holds no content.';
comment on column trail_event.seq is 'Running number.';
comment on column trail_event.at is 'Moment.';
comment on column trail_event.epoch is 'Restore after which it was written.';
comment on column trail_event.xid is 'Transaction: the order in which events are sealed.';
comment on column trail_event.event is 'What was done, such as signal.raised.';
comment on column trail_event.outcome is 'done, refused or failed.';
comment on column trail_event.professional_id is 'Who; empty for a job or a family at the front door.';
comment on column trail_event.membership_id is 'In which job.';
comment on column trail_event.organisation_id is 'For which organisation.';
comment on column trail_event.role is 'In which role.';
comment on column trail_event.session_id is 'In which session.';
comment on column trail_event.request_id is 'Request, to find it back in the log.';
comment on column trail_event.source is 'From where: network address, or the name of the job.';
comment on column trail_event.trajectory_ids is 'On which lines; a list is one event.';
comment on column trail_event.part is 'Which part of the line.';
comment on column trail_event.ground is 'own, consent, emergency, oversight, job, public or none.';
comment on column trail_event.purpose is 'Why, where a reason was asked.';
comment on column trail_event.digest is 'Salted digest of all changes of its transaction, which stand in record_history; empty where nothing changed.';

-- What binds a change to its event: the transaction, and a salt without which the event's digest tells nothing of a content that was destroyed.
alter table record_history
  add column epoch smallint not null default trust.epoch(),
  add column xid xid8 not null default pg_current_xact_id(),
  add column salt bytea not null default uuid_send(gen_random_uuid());
create index record_history_of_transaction on record_history (epoch, xid);
comment on column record_history.epoch is 'Restore after which it was written.';
comment on column record_history.xid is 'Transaction: that of its event in the trail.';
comment on column record_history.salt is 'Random; part of the digest that its event keeps.';

-- Of a change whose content was destroyed a digest stays, of which nobody has the salt any more: the trail can still be verified.
create table destroyed_change (
  history_id bigint primary key,
  epoch smallint not null,
  xid xid8 not null,
  leaf bytea not null
);
create index destroyed_change_of_transaction on destroyed_change (epoch, xid);
comment on table destroyed_change is 'What is left of a change whose content was destroyed: a digest that tells nothing.';
comment on column destroyed_change.history_id is 'Its number in record_history.';
comment on column destroyed_change.epoch is 'Restore after which the change was written.';
comment on column destroyed_change.xid is 'Transaction of the change.';
comment on column destroyed_change.leaf is 'Salted digest of the change; its salt is gone.';

create function trust.digest_of_changes(of_epoch smallint, of_xid xid8) returns bytea language sql stable security definer set search_path = public, pg_catalog as $$
  select sha256(string_agg(h.leaf, ''::bytea order by h.id)) from (
    select r.id, sha256(r.salt || convert_to(jsonb_build_array(r.table_name, r.record_id, r.changed_by, r.was, r.became)::text, 'UTF8')) as leaf
    from record_history r where r.epoch = of_epoch and r.xid = of_xid
    union all select d.history_id, d.leaf from destroyed_change d where d.epoch = of_epoch and d.xid = of_xid) h $$;
comment on function trust.digest_of_changes is 'Digest over what a transaction changed, or null where it changed nothing.';
alter function trust.digest_of_changes owner to wieg_guard;
grant execute on function trust.digest_of_changes to wieg_owner;

create function trust.make_trail_partitions(months_ahead integer) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
declare first date := date_trunc('month', app.today())::date; month date;
begin
  for i in -1 .. months_ahead loop
    month := (first + make_interval(months => i))::date;
    execute format('create table if not exists %I partition of trail_event for values from (%L) to (%L)',
      'trail_event_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
  end loop;
end $$;
comment on function trust.make_trail_partitions is 'Makes the months of the trail ahead of time.';
create table trail_event_rest partition of trail_event default;
comment on table trail_event_rest is 'Events of a month without a partition: none is ever lost.';
select trust.make_trail_partitions(3);

create function trust.record(of_event text, of_outcome text, lines uuid[], of_part text, why text, from_where text, of_request text)
returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare
  asker trust.asker := trust.asker();
  ground text := 'none';
  changed boolean := pg_current_xact_id_if_assigned() is not null; -- whoever only looked has no number yet
begin
  if asker.session_id is null then ground := case when of_event like 'job.%' then 'job' else 'public' end;
  elsif cardinality(lines) > 0 then
    ground := case
      when asker.role = 'privacy_officer' then 'oversight'
      when exists (select from emergency_access e where e.membership_id = asker.membership_id and e.trajectory_id = any(lines) and e.until > now()) then 'emergency'
      when exists (select from care_relation r where r.trajectory_id = lines[1] and r.organisation_id = asker.organisation_id and r.basis = 'care') then 'own'
      else 'consent' end;
  end if;
  insert into trail_event (event, outcome, professional_id, membership_id, organisation_id, role, session_id, request_id, source, trajectory_ids, part, ground, purpose, digest)
  values (of_event, of_outcome, asker.professional_id, asker.membership_id, asker.organisation_id, asker.role, asker.session_id, of_request, from_where,
    coalesce(lines, '{}'), of_part, ground, why, case when changed then trust.digest_of_changes(trust.epoch(), pg_current_xact_id()) end);
end $$;
comment on function trust.record is 'Adds an event, after the changes it tells of; who asks is taken from the session, never from the caller.';
alter function trust.record owner to wieg_guard;
alter function trust.make_trail_partitions owner to wieg_owner;
grant execute on function trust.record to wieg_app, wieg_worker;
grant execute on function trust.make_trail_partitions to wieg_worker;

alter table trail_event enable row level security;
alter table trail_event force row level security;
create policy guard on trail_event to wieg_guard using (true) with check (true);
create policy owner on trail_event to wieg_owner using (true) with check (true);
create policy see on trail_event for select to wieg_app using ((select trust.my_role()) = 'privacy_officer');
grant select on trail_event to wieg_app;
