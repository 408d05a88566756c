-- Up Migration
create table app.job_kind (name text primary key);
comment on table app.job_kind is 'The jobs that may be asked for: nothing else can be put in the queue.';
comment on column app.job_kind.name is 'Task of the worker.';

-- The key of a recurring job is the worker's alone: whoever put another day under it in the session of the application would stop the
-- sealing of the trail, or the clock that takes back rights.
create function app.enqueue(task text, payload jsonb, at timestamptz default now(), once text default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from app.job_kind k where k.name = task) then raise exception 'unknown job %', task; end if;
  if session_user = 'wieg_app' and (at > now() + interval '31 days' or exists (select from app.job_kind k where k.name = once)) then
    raise exception 'not the application''s to plan' using errcode = 'insufficient_privilege'; end if;
  perform graphile_worker.add_job(task, payload::json, run_at => at, job_key => once, max_attempts => 20);
end $$;
comment on function app.enqueue is 'Asks for a job inside the running transaction. The payload holds ids only.';
alter function app.enqueue owner to wieg_guard;
grant execute on function app.enqueue to wieg_app, wieg_worker;

create function app.plan_recurring(task text, at timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from graphile_worker._private_jobs j where j.key = task and j.attempts < j.max_attempts) then
    perform app.enqueue(task, '{}', at, task); end if;
end $$;
comment on function app.plan_recurring is 'At the start of a worker: asks for a recurring job, unless it waits already. One that fell due while no worker ran is still to be done.';

create function app.release_jobs() returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare gone text[];
begin
  select array_agg(w.locked_by) into gone from (
    select distinct j.locked_by from graphile_worker._private_jobs j where j.locked_by is not null offset 0
  ) w where pg_try_advisory_xact_lock(hashtextextended('wieg-worker ' || w.locked_by, 0));
  perform graphile_worker.force_unlock_workers(gone);
  return coalesce(cardinality(gone), 0);
end $$;
comment on function app.release_jobs is 'Jobs in the hand of a worker that is gone wait again: of one that was killed, the queue would keep them for four hours. A worker that runs holds a lock on its own name.';

do $$ declare f regprocedure; begin
  foreach f in array array['app.plan_recurring(text, timestamptz)', 'app.release_jobs()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to wieg_worker', f);
  end loop;
end $$;
