-- Up Migration
-- A job acts for someone. She gives the right at the press of a button, in her own session; the token is made when the job runs, by the
-- worker alone, and is never written down: not in the queue, not in a table. The right is for one task and ends with it, with her job
-- there, or after a day.
create table job_right (
  id uuid primary key default gen_random_uuid(),
  task text not null references app.job_kind,
  professional_id uuid not null references professional,
  membership_id uuid not null references membership,
  given_at timestamptz not null default now(),
  until timestamptz not null default now() + interval '24 hours',
  session_id uuid references session on delete set null,
  ended_at timestamptz
);
comment on table job_right is 'What a background job may do in someone''s name: one task, once, for a day at most.';
comment on column job_right.id is 'Random id; it stands in the job''s payload and opens nothing but for the worker.';
comment on column job_right.task is 'The task it is for.';
comment on column job_right.professional_id is 'Who gave it.';
comment on column job_right.membership_id is 'In which of her jobs: when that has ended, so has the right.';
comment on column job_right.given_at is 'When she pressed.';
comment on column job_right.until is 'When it ends in any case.';
comment on column job_right.session_id is 'Session of the run of the job that is on now.';
comment on column job_right.ended_at is 'When the job was done.';
alter table job_right enable row level security;
alter table job_right force row level security;
create policy guard on job_right to wieg_guard using (true) with check (true);
create policy owner on job_right to wieg_owner using (true) with check (true);
insert into protected_table (name, part, scope) values ('job_right', 'identity', 'own');

create function trust.give_job_right(of_task text) returns uuid language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); made uuid;
begin
  if asker.session_id is null then raise exception 'nobody is asking' using errcode = 'insufficient_privilege'; end if;
  insert into job_right (task, professional_id, membership_id) values (of_task, asker.professional_id, asker.membership_id) returning id into made;
  return made;
end $$;
comment on function trust.give_job_right is 'Lets one job act in the name of the asker.';

create function trust.open_job(of_right uuid, of_task text, hash bytea) returns table (professional_id uuid, membership_id uuid, organisation_id uuid,
  role text, professional text, organisation text, organisation_kind text)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare held job_right; made uuid;
begin
  select r.* into held from job_right r join membership m on m.id = r.membership_id join organisation o on o.id = m.organisation_id and o.active
  where r.id = of_right and r.task = of_task and r.ended_at is null and r.until > now()
    and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
  for update of r;
  if held.id is null then return; end if;
  update session s set ended_at = now() where s.id = held.session_id and s.ended_at is null; -- a run that was broken off
  insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, ends_at)
  values (hash, held.professional_id, held.membership_id, true, 15, held.until) returning id into made;
  update job_right set session_id = made where id = held.id;
  return query select p.id, m.id, o.id, m.role, p.display_name, o.name, o.kind
    from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id where m.id = held.membership_id;
end $$;
comment on function trust.open_job is 'Begins a session for one run of a job; a run that was broken off loses its own. No row: the right is over.';

create function trust.close_job(of_right uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  with ended as (update job_right set ended_at = now() where id = of_right and ended_at is null returning session_id)
  update session s set ended_at = now() from ended where s.id = ended.session_id and s.ended_at is null $$;
comment on function trust.close_job is 'The job is done: its right and its session end.';

alter function trust.give_job_right owner to wieg_guard;
alter function trust.open_job owner to wieg_guard;
alter function trust.close_job owner to wieg_guard;
grant execute on function trust.give_job_right to wieg_app;
grant execute on function trust.open_job, trust.close_job to wieg_worker;
