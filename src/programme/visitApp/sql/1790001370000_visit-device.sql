-- Up Migration
-- The phones of maternity-care assistants. A phone holds a token of its own, with which it begins a short session in her name; blocked, or
-- her job ended, it gets nothing and wipes itself at the next contact [docs/decisions/0015].
create table visit_device (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  farewell_hash bytea,
  professional_id uuid not null references professional,
  membership_id uuid not null references membership,
  organisation_id uuid not null references organisation,
  label text not null check (length(trim(label)) between 1 and 60),
  means text,
  provider_id uuid,
  registered_at timestamptz not null default now(),
  last_seen_at timestamptz,
  blocked_at timestamptz,
  blocked_by uuid references professional,
  blocked_why text check (length(blocked_why) <= 200),
  signed_off boolean not null default false,
  told_at timestamptz
);
create index visit_device_of_organisation on visit_device (organisation_id, registered_at desc);
create index visit_device_of_membership on visit_device (membership_id);
comment on table visit_device is 'A phone that an assistant takes along to families. Written by definer functions alone.';
comment on column visit_device.id is 'Random id. The phone knows it and asks with it whether it may still keep what it has.';
comment on column visit_device.token_hash is 'SHA-256 of the token that only this phone has, encrypted under her PIN.';
comment on column visit_device.farewell_hash is 'SHA-256 of what the phone has in the open, only to say that it wiped itself; it opens nothing.';
comment on column visit_device.professional_id is 'Whose phone.';
comment on column visit_device.membership_id is 'The job it is for; ends it, the phone ends.';
comment on column visit_device.organisation_id is 'The organisation of that job, whose coordinator and administrator may block it.';
comment on column visit_device.label is 'What she calls it, such as "Mijn Samsung".';
comment on column visit_device.means is 'The two factors she had shown when she took it in use; goes along in each session of the phone..';
comment on column visit_device.provider_id is 'The identity provider she had used then; empty otherwise.';
comment on column visit_device.registered_at is 'When she took it in use.';
comment on column visit_device.last_seen_at is 'Last time it was sent to or fetched from with success.';
comment on column visit_device.blocked_at is 'When it was blocked or signed off; it gets nothing since.';
comment on column visit_device.blocked_by is 'Who blocked it.';
comment on column visit_device.blocked_why is 'Why, such as "verloren".';
comment on column visit_device.signed_off is 'True when she stopped using it herself.';
comment on column visit_device.told_at is 'When a blocked phone first heard of it, upon which it wiped itself. Empty: it has had no contact since.';

-- What a phone sent, once: the same three times is one. It is taken in at once, and written into the visits by a job right after: 200 phones
-- that come back on line in the same second need not wait for each other's hours.
create table visit_receipt (
  entry_id uuid primary key,
  device_id uuid not null references visit_device,
  visit_id uuid not null,
  digest text not null,
  content text,
  outcome jsonb,
  visit_version integer,
  received_at timestamptz not null default clock_timestamp(),
  entered_at timestamptz not null,
  clock_off_seconds integer not null,
  check ((content is null) <> (outcome is null))
);
create index visit_receipt_waiting on visit_receipt (device_id, received_at, entered_at) where outcome is null;
create index visit_receipt_of_device on visit_receipt (device_id);
comment on table visit_receipt is 'That something from a phone came in, and what became of it. Keeps the same entry from being done twice.';
comment on column visit_receipt.entry_id is 'The id that the phone made when she saved it.';
comment on column visit_receipt.device_id is 'The phone.';
comment on column visit_receipt.visit_id is 'The visit it is about.';
comment on column visit_receipt.digest is 'SHA-256 of what was sent: another content under the same id is no repeat.';
comment on column visit_receipt.content is 'What was sent, encrypted with the installation''s key, until it is written into the visit; empty from then on.';
comment on column visit_receipt.outcome is 'What became of it: done, refused with a code, or that someone else changed the visit. No words of a family. Empty: not written yet.';
comment on column visit_receipt.visit_version is 'Version of the visit after it was recorded; empty when it was not.';
comment on column visit_receipt.received_at is 'When it came in, by the server''s clock.';
comment on column visit_receipt.entered_at is 'When she saved it, by the phone''s clock.';
comment on column visit_receipt.clock_off_seconds is 'How far the phone''s clock was ahead when it was sent; negative: behind. Beyond two minutes, times by that clock were set right.';

do $$ declare t text; begin
  foreach t in array array['visit_device', 'visit_receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to wieg_guard', t);
  end loop;
end $$;

create function trust.register_visit_device(hash bytea, farewell bytea, with_label text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); made uuid;
begin
  if asker.role is distinct from 'maternity_assistant' then raise exception 'no phone for this role' using errcode = 'insufficient_privilege'; end if;
  perform from membership m where m.id = asker.membership_id for update; -- one at a time, or a fourth slips in
  if (select count(*) from visit_device d where d.membership_id = asker.membership_id and d.blocked_at is null) >= 3 then return null; end if;
  insert into visit_device (token_hash, farewell_hash, professional_id, membership_id, organisation_id, label, means, provider_id)
    select hash, farewell, asker.professional_id, asker.membership_id, asker.organisation_id, trim(with_label), s.means, s.provider_id
    from session s where s.id = asker.session_id returning id into made;
  return made;
end $$;
comment on function trust.register_visit_device is 'Takes a phone in use, for who asks, in the job she is signed in with. Null when she has three already.';

create function trust.open_visit_device(of_device uuid, hash bytea, session_token text, from_where text) returns table (state text, professional_id uuid, membership_id uuid,
  organisation_id uuid, role text, professional text, organisation text, organisation_kind text)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare device visit_device;
begin
  select * into device from visit_device d where d.id = of_device and d.token_hash = hash;
  if not found then return query select 'unknown', null::uuid, null::uuid, null::uuid, null::text, null::text, null::text, null::text; return; end if;
  if device.blocked_at is not null
    or exists (select from account a where a.professional_id = device.professional_id and a.state = 'blocked')
    or not exists (select from membership m join organisation o on o.id = m.organisation_id and o.active where m.id = device.membership_id
      and m.role = 'maternity_assistant' and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()) then
    update visit_device d set told_at = coalesce(d.told_at, now()), blocked_at = coalesce(d.blocked_at, now()), blocked_why = coalesce(d.blocked_why, 'job-ended') where d.id = device.id;
    return query select 'blocked', null::uuid, null::uuid, null::uuid, null::text, null::text, null::text, null::text; return;
  end if;
  update visit_device d set last_seen_at = now() where d.id = device.id;
  insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, ends_at, device, means, provider_id)
    values (sha256(convert_to(session_token, 'UTF8')), device.professional_id, device.membership_id, true, 2, now() + interval '2 minutes',
      left('telefoon ' || device.label, 80), device.means, device.provider_id);
  return query select 'open', p.id, m.id, o.id, m.role, p.display_name, o.name, o.kind
    from professional p, membership m join organisation o on o.id = m.organisation_id where p.id = device.professional_id and m.id = device.membership_id;
end $$;
comment on function trust.open_visit_device is 'Begins a session of two minutes for one contact of a phone: open, blocked (it wipes itself) or unknown.';

create function trust.visit_device_stands(of_device uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare stands boolean;
begin
  select d.blocked_at is null and coalesce(m.until, 'infinity') >= app.today() and m.role = 'maternity_assistant' into stands
    from visit_device d join membership m on m.id = d.membership_id where d.id = of_device;
  if stands is not true then update visit_device d set told_at = coalesce(d.told_at, now()) where d.id = of_device and d.blocked_at is not null; end if;
  return coalesce(stands, false);
end $$;
comment on function trust.visit_device_stands is 'Whether a phone may keep what it has; asked by a locked phone, which has no token at hand. The id is random and tells nothing else.';

create function trust.visit_device_wiped(of_device uuid, farewell bytea) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update visit_device d set blocked_at = now(), blocked_why = 'wrong-pins', told_at = now() where d.id = of_device and d.farewell_hash = farewell and d.blocked_at is null $$;
comment on function trust.visit_device_wiped is 'A phone wiped itself after wrong PINs: it gets nothing any more. It says so without its token, which went with the rest.';

create function trust.sign_off_visit_device(of_device uuid, hash bytea) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  update visit_device d set blocked_at = now(), blocked_by = d.professional_id, signed_off = true, told_at = now()
    where d.id = of_device and d.token_hash = hash and d.blocked_at is null;
  return found;
end $$;
comment on function trust.sign_off_visit_device is 'She stops using this phone: it gets nothing any more.';

create function trust.list_visit_devices() returns table (id uuid, professional_id uuid, professional text, label text, registered_at timestamptz, last_seen_at timestamptz,
  blocked_at timestamptz, blocked_by text, blocked_why text, signed_off boolean, told_at timestamptz)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return query select d.id, d.professional_id, p.display_name, d.label, d.registered_at, d.last_seen_at, d.blocked_at, b.display_name, d.blocked_why, d.signed_off, d.told_at
    from visit_device d join professional p on p.id = d.professional_id left join professional b on b.id = d.blocked_by
    where d.organisation_id = asker.organisation_id and (asker.role in ('maternity_coordinator', 'organisation_admin') or d.professional_id = asker.professional_id)
      and (d.blocked_at is null or d.blocked_at > now() - interval '90 days')
    order by d.blocked_at is not null, p.display_name, d.registered_at desc;
end $$;
comment on function trust.list_visit_devices is 'Phones of the own organisation for its coordinator and administrator; anyone else her own.';

create function trust.block_visit_device(of_device uuid, why text) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  update visit_device d set blocked_at = now(), blocked_by = asker.professional_id, blocked_why = left(why, 200)
    where d.id = of_device and d.blocked_at is null and d.organisation_id = asker.organisation_id
      and (asker.role in ('maternity_coordinator', 'organisation_admin') or d.professional_id = asker.professional_id);
  if not found then return false; end if;
  update session s set ended_at = now() where s.ended_at is null and s.membership_id = (select d.membership_id from visit_device d where d.id = of_device) and s.device like 'telefoon %';
  return true;
end $$;
comment on function trust.block_visit_device is 'Blocks a phone that is lost: what it is doing now ends, and at its next contact it wipes itself.';

create function trust.my_visit_device(of_device uuid) returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from visit_device d where d.id = of_device and d.membership_id = trust.my_membership()) $$;
comment on function trust.my_visit_device is 'Whether a phone is the asker''s own, in the job she has now.';

create function trust.receive_visit_entries(of_device uuid, entries jsonb, clock_off integer) returns table (entry_id uuid, same boolean, outcome jsonb, visit_version integer)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if not my_visit_device(of_device) then raise exception 'not her phone' using errcode = 'insufficient_privilege'; end if;
  insert into visit_receipt (entry_id, device_id, visit_id, digest, content, entered_at, clock_off_seconds)
    select e.entry_id, of_device, e.visit_id, e.digest, e.content, e.entered_at, clock_off
    from jsonb_to_recordset(entries) e (entry_id uuid, visit_id uuid, digest text, content text, entered_at timestamptz) order by e.entry_id
    on conflict (entry_id) do nothing; -- a twin that is under way is waited for
  -- Of an entry of another phone nothing is told but that the id is taken.
  return query select e.entry_id, r.digest = e.digest and r.device_id = of_device, case when r.device_id = of_device then r.outcome end, case when r.device_id = of_device then r.visit_version end
    from jsonb_to_recordset(entries) e (entry_id uuid, digest text) join visit_receipt r on r.entry_id = e.entry_id;
end $$;
comment on function trust.receive_visit_entries is 'Takes in what a phone sent: new once, and of what came before what became of it.';

create function trust.waiting_visit_entries(of_device uuid) returns table (entry_id uuid, content text, clock_off_seconds integer)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if not my_visit_device(of_device) then return; end if;
  return query select r.entry_id, r.content, r.clock_off_seconds from visit_receipt r where r.device_id = of_device and r.outcome is null
    order by r.received_at, r.entered_at limit 100 for update;
end $$;
comment on function trust.waiting_visit_entries is 'What a phone sent and is not written yet, in the order in which she saved it; nobody else''s until this transaction ends.';

create function trust.finish_visit_entries(outcomes jsonb) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update visit_receipt r set outcome = o.outcome, visit_version = o.visit_version, content = null
  from jsonb_to_recordset(outcomes) o (entry_id uuid, outcome jsonb, visit_version integer)
  where r.entry_id = o.entry_id and r.outcome is null and trust.my_visit_device(r.device_id) $$;
comment on function trust.finish_visit_entries is 'Writes what became of entries, in the transaction that did it.';

create function trust.visit_entry_outcomes(of_device uuid, entries uuid[]) returns table (entry_id uuid, visit_id uuid, outcome jsonb, visit_version integer)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select r.entry_id, r.visit_id, r.outcome, r.visit_version from visit_receipt r where r.entry_id = any(entries) and r.device_id = of_device and trust.my_visit_device(of_device) $$;
comment on function trust.visit_entry_outcomes is 'What became of entries of this phone.';

do $$ declare f text; begin
  foreach f in array array['register_visit_device', 'open_visit_device', 'visit_device_stands', 'visit_device_wiped', 'sign_off_visit_device', 'list_visit_devices', 'block_visit_device',
    'my_visit_device', 'receive_visit_entries', 'waiting_visit_entries', 'finish_visit_entries', 'visit_entry_outcomes'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
    execute format('grant execute on function trust.%I to wieg_app', f);
  end loop;
end $$;
