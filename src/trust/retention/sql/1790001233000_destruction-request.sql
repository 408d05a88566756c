-- Up Migration
-- Destruction because the person asks [BW 7:455, Jeugdwet 7.3.9, Wmo 5.3.5, AVG 17]: asked through a professional, decided by the privacy
-- officer, confirmed by another than who decided, carried out by the worker alone. What is left of it is a proof without content.
create table destruction_request (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null,
  about_person uuid not null,
  about text not null check (about in ('mother', 'partner', 'child', 'other')),
  asked_by text not null check (asked_by in ('self', 'parent', 'representative')),
  identity_checked text not null check (identity_checked in ('document', 'known')),
  concerns text[] not null default '{}',
  asked_on date not null default app.today(),
  due_on date not null,
  extended_because text,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'confirmed', 'carried_out', 'withdrawn')),
  kept jsonb not null default '{}',
  destroyed_kinds text[] not null default '{}',
  decided_on date,
  decided_by uuid references professional,
  confirmed_on date,
  confirmed_by uuid references professional,
  settled_on date,
  records jsonb not null default '{}',
  whole boolean not null default false,
  asked_membership_id uuid not null references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid not null references professional,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (state in ('asked', 'withdrawn') or decided_by is not null),
  check (state not in ('confirmed', 'carried_out') or (confirmed_by is not null and confirmed_by <> decided_by))
);
create index destruction_request_of_trajectory on destruction_request (trajectory_id);
create unique index destruction_request_open on destruction_request (trajectory_id, about_person) where state in ('asked', 'granted', 'confirmed');
create index destruction_request_of_organisation on destruction_request (author_organisation_id, created_at);
comment on table destruction_request is 'Someone asks that her file is destroyed: what was decided, by whom, and that it was carried out. It holds no name and no content, so that it can stay as the proof.';
comment on column destruction_request.id is 'Random id.';
comment on column destruction_request.trajectory_id is 'The line; refers to nothing once the whole file is gone.';
comment on column destruction_request.about_person is 'Whose file: her own, the partner''s or a child''s; each asks for his own.';
comment on column destruction_request.about is 'Who that is in the family.';
comment on column destruction_request.asked_by is 'self, a parent with custody, or a representative.';
comment on column destruction_request.identity_checked is 'How the professional knew who asked: by a document, or known in person.';
comment on column destruction_request.concerns is 'Codes of what may stand in the way, as the professional who took the request sees it.';
comment on column destruction_request.asked_on is 'Day of the request.';
comment on column destruction_request.due_on is 'Last day to decide: a month, or three where that was told with a reason [AVG 12 lid 3].';
comment on column destruction_request.extended_because is 'Code of why it takes longer.';
comment on column destruction_request.state is 'asked, granted (whole or in part), refused, confirmed, carried_out, withdrawn.';
comment on column destruction_request.kept is 'Kinds of record that stay, each with the code of the reason.';
comment on column destruction_request.destroyed_kinds is 'Kinds of record that go.';
comment on column destruction_request.decided_on is 'Day of the decision.';
comment on column destruction_request.decided_by is 'Privacy officer who decided.';
comment on column destruction_request.confirmed_on is 'Day on which another person confirmed it with the family: from here it cannot be taken back.';
comment on column destruction_request.confirmed_by is 'Who confirmed; never who decided.';
comment on column destruction_request.settled_on is 'Day on which it was carried out, refused or withdrawn.';
comment on column destruction_request.records is 'How many records went, by table.';
comment on column destruction_request.whole is 'The line and its people went too.';
comment on column destruction_request.asked_membership_id is 'Job of who took the request.';
comment on column destruction_request.author_organisation_id is 'Organisation that took the request.';
comment on column destruction_request.author_id is 'Professional who took the request.';
comment on column destruction_request.created_at is 'When recorded.';
comment on column destruction_request.version is 'Raised by one at each change.';
alter table destruction_request enable row level security;
alter table destruction_request force row level security;
create policy guard on destruction_request to wieg_guard using (true) with check (true);
create policy owner on destruction_request to wieg_owner using (true) with check (true);
create policy see on destruction_request for select to wieg_app using ((select trust.my_role()) = 'privacy_officer'
  or author_organisation_id = any((select trust.my_own_writing(1::smallint))::uuid[]));
grant select on destruction_request to wieg_app;
insert into protected_table (name, part, scope, counted) values ('destruction_request', 'identity', 'own', true);

create function trust.put_destruction_work(request destruction_request, of_kind text, to_side text, due date) returns void
language sql security definer set search_path = public, trust, pg_catalog as $$
  insert into work_item as w (principal, kind, subject_id, side, due_on, facts)
  select told.principal, of_kind, request.id, told.side, due, jsonb_build_object('askedOn', request.asked_on) from (
    select t.principal, 'mine' as side from team t where to_side = 'officer' and t.role = 'privacy_officer'
    union all select m.principal, case when of_kind = 'destruction.decide' then 'waiting' else 'mine' end from membership m
      where m.id = request.asked_membership_id and (to_side = 'asker' or of_kind = 'destruction.decide')) told
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set due_on = excluded.due_on, facts = excluded.facts $$;
comment on function trust.put_destruction_work is 'Not for the application: what waits in a request, on nobody''s line: it must outlive the file.';

create function trust.close_destruction_work(request uuid, why text) returns void language sql security definer set search_path = public, pg_catalog as $$
  update work_item set closed_at = now(), closed_why = why where subject_id = request and kind like 'destruction.%' and closed_at is null $$;
comment on function trust.close_destruction_work is 'Not for the application: nothing waits in this request any more.';

create function trust.ask_destruction(of_line uuid, of_person uuid, who_asks text, checked text, in_the_way text[], due date) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); line trajectory; person family_member; made destruction_request;
begin
  select t.* into line from trajectory t where t.id = of_line for key share;
  select m.* into person from family_member m where m.id = of_person and m.family_id = line.family_id;
  if asker.session_id is null or person.id is null or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write)
    or not (line.author_organisation_id = asker.organisation_id or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_line
      and g.part = 1 and g.may_write and g.own_person is not distinct from person.own_person and g.until >= app.today())) then
    raise exception 'not hers to ask' using errcode = 'insufficient_privilege'; end if;
  if due not between app.today() + 25 and app.today() + 31 then raise exception 'not the term of a request' using errcode = 'check_violation'; end if;
  insert into destruction_request (trajectory_id, about_person, about, asked_by, identity_checked, concerns, due_on, asked_membership_id, author_organisation_id, author_id)
  values (of_line, of_person, person.kind, who_asks, checked, in_the_way, due, asker.membership_id, asker.organisation_id, asker.professional_id)
  on conflict (trajectory_id, about_person) where state in ('asked', 'granted', 'confirmed') do nothing returning * into made;
  if made.id is null then return null; end if;
  perform put_destruction_work(made, 'destruction.decide', 'officer', made.due_on);
  return made.id;
end $$;
comment on function trust.ask_destruction is 'Takes a request to destroy the file of one person. Null: it was asked already.';

create function trust.destruction_overview(of_request uuid) returns table (kind text, organisation text, records bigint, keep_until date)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); request destruction_request; mother uuid; tab record; parts text[] := '{}';
begin
  select r.* into request from destruction_request r where r.id = of_request;
  if asker.session_id is null or request.id is null or not (asker.role = 'privacy_officer' or request.author_organisation_id = asker.organisation_id
      and exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write)) then
    raise exception 'not hers to see' using errcode = 'insufficient_privilege'; end if;
  select m.id into mother from trajectory t join family_member m on m.family_id = t.family_id and m.kind = 'mother' where t.id = request.trajectory_id order by m.created_at limit 1;
  for tab in select p.name, to_regclass('public.' || quote_ident(p.name)) as rel from protected_table p where p.scope = 'trajectory' and p.name <> 'trajectory' order by p.name loop
    parts := parts || format('select %L as t, t.author_organisation_id as o from %s t where t.trajectory_id = $1 and coalesce(%s, $2) = $3', tab.name, tab.rel, person_of_row(tab.rel, 't'));
  end loop;
  parts := parts || 'select ''message'', m.author_organisation_id from message m join message_thread t on t.id = m.thread_id where m.trajectory_id = $1 and m.kind = ''words'' and coalesce(t.own_person, $2) = $3'::text;
  return query execute 'select trust.kind_of_record(f.t, f.o) as kind, o.name, count(*), trust.keep_until($1, trust.kind_of_record(f.t, f.o)) from ('
    || array_to_string(parts, ' union all ') || ') f join organisation o on o.id = f.o where $4 or f.o = $5 group by 1, 2 order by 1, 2'
    using request.trajectory_id, mother, request.about_person, asker.role = 'privacy_officer', asker.organisation_id;
end $$;
comment on function trust.destruction_overview is 'How many records of each kind a request is about, by organisation: all for the privacy officer, its own for who took it. No content, and never a Meldcode.';

create function trust.decide_destruction(of_request uuid, to_destroy text[], to_keep jsonb, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); done destruction_request;
begin
  if asker.role is distinct from 'privacy_officer' then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  if exists (select from unnest(to_destroy) k where (trust.period_of(k)).on_request is distinct from 'may')
    or exists (select from jsonb_each_text(to_keep) k where k.key = any(to_destroy) or k.value !~ '^[a-z_]{1,40}$') then
    raise exception 'not to be destroyed on request' using errcode = 'check_violation'; end if;
  update destruction_request set state = case when cardinality(to_destroy) = 0 then 'refused' else 'granted' end, kept = to_keep, destroyed_kinds = to_destroy, decided_on = app.today(),
    decided_by = asker.professional_id, settled_on = case when cardinality(to_destroy) = 0 then app.today() end, version = version + 1
  where id = of_request and state = 'asked' and version = seen_version returning * into done;
  if done.id is null then return false; end if;
  perform close_destruction_work(of_request, 'decided');
  perform put_destruction_work(done, case done.state when 'granted' then 'destruction.confirm' else 'destruction.refused' end, 'asker', app.today() + 14);
  return true;
end $$;
comment on function trust.decide_destruction is 'The privacy officer decides which kinds of record go and which stay, each with a reason.';

create function trust.extend_destruction(of_request uuid, why text, due date, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); done destruction_request;
begin
  if asker.role is distinct from 'privacy_officer' then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  update destruction_request r set due_on = due, extended_because = why, version = version + 1
  where id = of_request and state = 'asked' and extended_because is null and version = seen_version and due > due_on and due <= (asked_on + interval '3 months')::date returning * into done;
  if done.id is null then return false; end if;
  perform put_destruction_work(done, 'destruction.decide', 'officer', due);
  return true;
end $$;
comment on function trust.extend_destruction is 'Two months more, once, with a reason that the family is told [AVG 12 lid 3].';

create function trust.confirm_destruction(of_request uuid, seen_version integer) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); request destruction_request;
begin
  select r.* into request from destruction_request r where r.id = of_request for update;
  if asker.session_id is null or request.id is null or request.author_organisation_id <> asker.organisation_id
    or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write) then
    raise exception 'not hers to confirm' using errcode = 'insufficient_privilege'; end if;
  if request.decided_by = asker.professional_id then return 'same-person'; end if;
  update destruction_request set state = 'confirmed', confirmed_on = app.today(), confirmed_by = asker.professional_id, version = version + 1
  where id = of_request and state = 'granted' and version = seen_version;
  if not found then return 'changed-meanwhile'; end if;
  perform close_destruction_work(of_request, 'confirmed');
  perform app.enqueue('carry-out-destruction', jsonb_build_object('request', of_request));
  return 'done';
end $$;
comment on function trust.confirm_destruction is 'The second person confirms, with the family: the worker then carries it out, and nothing brings it back.';

create function trust.withdraw_destruction(of_request uuid, seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); n integer;
begin
  update destruction_request set state = 'withdrawn', settled_on = app.today(), version = version + 1
  where id = of_request and state in ('asked', 'granted') and version = seen_version and author_organisation_id = asker.organisation_id
    and exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write);
  get diagnostics n = row_count;
  if n = 1 then perform close_destruction_work(of_request, 'withdrawn'); end if;
  return n = 1;
end $$;
comment on function trust.withdraw_destruction is 'The family takes its request back, until it is confirmed.';

create function trust.carry_out_destruction(of_request uuid) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare request destruction_request; made destroyed_file;
begin
  select r.* into request from destruction_request r where r.id = of_request and r.state = 'confirmed' for update;
  if request.id is null then return 'settled'; end if;
  made := trust.destroy_file(request.trajectory_id, 'request', of_request, request.destroyed_kinds, request.about_person);
  update destruction_request set state = 'carried_out', settled_on = app.today(), records = coalesce(made.records, '{}'), whole = coalesce(made.whole, true), concerns = '{}', version = version + 1
  where id = of_request returning * into request;
  update retention_due set state = 'destroyed', settled_at = now(), held_because = null, held_until = null, version = version + 1
  where trajectory_id = request.trajectory_id and coalesce(made.whole, true) and state in ('proposed', 'held');
  perform put_destruction_work(request, 'destruction.done', 'asker', app.today() + 14);
  return 'done';
end $$;
comment on function trust.carry_out_destruction is 'Carries out a confirmed request, once: called again it does nothing.';

create function trust.confirmed_destructions() returns setof uuid language sql security definer set search_path = public, pg_catalog as $$
  select id from destruction_request where state = 'confirmed' order by confirmed_on, id $$;
comment on function trust.confirmed_destructions is 'What was confirmed and not carried out yet: a job that was lost is taken up by the night.';

-- A line of which the destruction was confirmed changes no more.
create function trust.no_change_before_destruction() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.state = 'open' and old.state = 'ended' and exists (select from destruction_request r where r.trajectory_id = new.id and r.state = 'confirmed') then
    raise exception 'this line is about to be destroyed' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
comment on function trust.no_change_before_destruction is 'A line is not opened again once its destruction was confirmed.';
create trigger c_no_change_before_destruction before update of state on trajectory for each row execute function trust.no_change_before_destruction();

create function trust.is_being_destroyed(of_line uuid) returns boolean language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select exists (select from destruction_request r where r.trajectory_id = of_line and r.state = 'confirmed')
    and (trust.knows_family(of_line) or exists (select from trajectory t where t.id = of_line and t.author_organisation_id = any(trust.my_own_writing(1::smallint)))) $$;
comment on function trust.is_being_destroyed is 'For who may change this line, and nobody else: whether the destruction of (a part of) this line was confirmed and is not carried out yet.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'trust'
    and p.proname in ('put_destruction_work', 'close_destruction_work', 'ask_destruction', 'destruction_overview', 'decide_destruction', 'extend_destruction', 'confirm_destruction',
      'withdraw_destruction', 'carry_out_destruction', 'confirmed_destructions', 'no_change_before_destruction', 'is_being_destroyed') loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.ask_destruction, trust.destruction_overview, trust.decide_destruction, trust.extend_destruction, trust.confirm_destruction, trust.withdraw_destruction,
  trust.is_being_destroyed to wieg_app;
grant execute on function trust.carry_out_destruction, trust.confirmed_destructions to wieg_worker;

create function trust.tell_destruction(of_request uuid) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not exists (select from destruction_request r where r.id = of_request and r.state in ('refused', 'carried_out') and r.author_organisation_id = asker.organisation_id)
    or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write) then
    raise exception 'not hers to tell' using errcode = 'insufficient_privilege'; end if;
  update work_item set closed_at = now(), closed_why = 'told' where subject_id = of_request and kind in ('destruction.refused', 'destruction.done') and closed_at is null;
  return found;
end $$;
comment on function trust.tell_destruction is 'The family was told how its request ended.';
alter function trust.tell_destruction owner to wieg_guard;
grant execute on function trust.tell_destruction to wieg_app;
