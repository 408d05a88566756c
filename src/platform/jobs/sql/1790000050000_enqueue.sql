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
