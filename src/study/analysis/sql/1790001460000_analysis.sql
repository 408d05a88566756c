-- Up Migration
-- The analysis plan of a study, locked before outcomes by arm are opened, and the results made with it [001 ch. 6; domain 5; issue of the studies, 9].
-- Nothing here is about a person. Plans and results are only added to: what was locked or made is never changed.
create table study_plan (
  id uuid primary key default gen_random_uuid(),
  study text not null check (study ~ '^[A-Za-z0-9_-]{1,40}$'),
  number integer not null check (number > 0),
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  why text check (length(trim(why)) between 3 and 2000),
  after_result boolean not null,
  made_by uuid not null references professional,
  made_at timestamptz not null default now(),
  locked_by uuid references professional,
  locked_at timestamptz,
  check ((locked_at is null) = (locked_by is null)),
  unique (study, number)
);
comment on table study_plan is 'A version of the analysis plan of a study. Never changed but by locking it, once. Outcomes by arm are not shown before a plan of the study is locked.';
comment on column study_plan.id is 'Random id.';
comment on column study_plan.study is 'Code of the study, such as study_1.';
comment on column study_plan.number is 'Version, from 1, within the study.';
comment on column study_plan.content is 'The plan; checked against analysisPlan in src/study/analysis/analysisPlan.ts.';
comment on column study_plan.sha256 is 'SHA-256 of content as PostgreSQL writes it, in hex; computed by the database.';
comment on column study_plan.why is 'Why there is a next version, where an earlier one was locked; empty otherwise.';
comment on column study_plan.after_result is 'Whether a result of this study was made before this version was: the page says so.';
comment on column study_plan.made_by is 'Who made it.';
comment on column study_plan.made_at is 'When.';
comment on column study_plan.locked_by is 'Who locked it; empty while it is a draft.';
comment on column study_plan.locked_at is 'When it was locked; empty while it is a draft.';

create table study_result (
  id uuid primary key default gen_random_uuid(),
  study text not null,
  plan_id uuid not null references study_plan,
  dataset_id uuid not null references study_dataset,
  dataset_sha256 text not null check (dataset_sha256 ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  r_script text not null,
  made_by uuid not null references professional,
  made_at timestamptz not null default now(),
  unique (plan_id, dataset_sha256, sha256)
);
comment on table study_result is 'The figures of one study, made with a locked plan on a frozen data set. Never changed; the same inputs give the same content.';
comment on column study_result.id is 'Random id.';
comment on column study_result.study is 'Code of the study.';
comment on column study_result.plan_id is 'The locked plan.';
comment on column study_result.dataset_id is 'The frozen data set.';
comment on column study_result.dataset_sha256 is 'SHA-256 of the data set as it was read; the same as that of the frozen one.';
comment on column study_result.content is 'The figures with their numbers in and out; checked against studyResult in src/study/analysis/studyResult.ts.';
comment on column study_result.sha256 is 'SHA-256 of content as PostgreSQL writes it, in hex; computed by the database.';
comment on column study_result.r_script is 'The R script that gives the same numbers from the data set.';
comment on column study_result.made_by is 'Who asked for it.';
comment on column study_result.made_at is 'When.';

create table study_result_run (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references study_plan,
  dataset_id uuid not null references study_dataset,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  step text not null default 'waiting' check (length(step) <= 80),
  steps_done integer not null default 0 check (steps_done between 0 and steps),
  steps integer not null default 1 check (steps > 0),
  failure text check (length(failure) <= 80),
  result_id uuid references study_result,
  asked_by uuid not null references professional,
  asked_at timestamptz not null default now(),
  ended_at timestamptz
);
create index study_result_run_of_plan on study_result_run (plan_id, asked_at desc);
comment on table study_result_run is 'The making of a result in the background, with how far it is.';
comment on column study_result_run.id is 'Random id.';
comment on column study_result_run.plan_id is 'The locked plan.';
comment on column study_result_run.dataset_id is 'The frozen data set.';
comment on column study_result_run.state is 'waiting, running, done or failed.';
comment on column study_result_run.step is 'What it does now, as a code.';
comment on column study_result_run.steps_done is 'Steps that are over.';
comment on column study_result_run.steps is 'Steps in all.';
comment on column study_result_run.failure is 'Why it failed, as a code; empty otherwise.';
comment on column study_result_run.result_id is 'The result, when done: an earlier one where the figures came out the same.';
comment on column study_result_run.asked_by is 'Who asked for it.';
comment on column study_result_run.asked_at is 'When.';
comment on column study_result_run.ended_at is 'When it ended.';

create table study_release (
  id uuid primary key default gen_random_uuid(),
  result_id uuid not null unique references study_result,
  study text not null,
  content jsonb not null,
  released_by uuid not null references professional,
  released_on date not null default app.today()
);
comment on table study_release is 'A result as everybody with an account may read it, frozen when the research desk released it: no count of people below ten. Never changed.';
comment on column study_release.id is 'Random id.';
comment on column study_release.result_id is 'The result.';
comment on column study_release.study is 'Code of the study.';
comment on column study_release.content is 'What may be read; checked against releasedResult in src/study/analysis/studyResult.ts.';
comment on column study_release.released_by is 'Who released it.';
comment on column study_release.released_on is 'When.';

-- Added to, never changed: by nobody, whoever asks.
create function trust.keep_study_plan_whole() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and old.locked_at is null and new.locked_at is not null
    and (to_jsonb(new) - 'locked_at' - 'locked_by') = (to_jsonb(old) - 'locked_at' - 'locked_by') then return new; end if;
  raise exception 'an analysis plan is never changed' using errcode = 'insufficient_privilege';
end $$;
comment on function trust.keep_study_plan_whole is 'Refuses every change of an analysis plan but its locking.';
create trigger kept_whole before update or delete on study_plan for each row execute function trust.keep_study_plan_whole();
create function trust.keep_study_result_whole() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin raise exception 'a result is never changed' using errcode = 'insufficient_privilege'; end $$;
comment on function trust.keep_study_result_whole is 'Refuses every change of a result, and of what was released of it.';
create trigger kept_whole before update or delete on study_result for each row execute function trust.keep_study_result_whole();
create trigger kept_whole before update or delete on study_release for each row execute function trust.keep_study_result_whole();

do $$ declare t text; begin
  foreach t in array array['study_plan', 'study_result', 'study_result_run', 'study_release'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to wieg_guard', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
  foreach t in array array['study_plan', 'study_result', 'study_result_run'] loop
    execute format('create policy see on %I for select to wieg_app using ((select trust.my_role()) = ''research_desk'')', t);
  end loop;
end $$;
create policy see on study_release for select to wieg_app using (true);
create policy change on study_result_run for update to wieg_app
  using ((select trust.my_role()) = 'research_desk' and asked_by = (select trust.my_professional()))
  with check (asked_by = (select trust.my_professional()));
grant update (state, step, steps_done, steps, failure, result_id, ended_at) on study_result_run to wieg_app;

create function trust.must_be_research_desk() returns trust.asker
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role is distinct from 'research_desk' then
    raise exception 'for the research desk' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_be_research_desk is 'Raises insufficient_privilege unless the research desk asks.';

create function trust.has_locked_plan(of_study text) returns boolean
language sql stable security definer set search_path = public, pg_catalog as $$
  select exists (select from study_plan p where p.study = of_study and p.locked_at is not null) $$;
comment on function trust.has_locked_plan is 'Whether outcomes by arm of this study may be opened: a plan of it is locked.';

-- A frozen data set has the arm beside the outcomes, and is what every file and every result is made from: there is none before the plan.
create function trust.freeze_after_plan() returns trigger language plpgsql set search_path = public, trust, pg_catalog as $$
begin
  if not trust.has_locked_plan(new.study) then
    raise exception 'a data set is frozen after its analysis plan was locked' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
comment on function trust.freeze_after_plan is 'Refuses a frozen data set of a study of which no analysis plan is locked.';
create trigger after_plan before insert on study_dataset for each row execute function trust.freeze_after_plan();

create function trust.keep_study_plan(of_study text, what jsonb, reason text) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_research_desk();
begin
  perform pg_advisory_xact_lock(hashtextextended('study plan ' || of_study, 0));
  if trust.has_locked_plan(of_study) and coalesce(length(trim(reason)), 0) < 3 then return 'why-missing'; end if;
  insert into study_plan (study, number, content, sha256, why, after_result, made_by)
  select of_study, coalesce(max(p.number), 0) + 1, what, encode(sha256(convert_to(what::text, 'UTF8')), 'hex'),
    case when trust.has_locked_plan(of_study) then trim(reason) end,
    exists (select from study_result r where r.study = of_study), asker.professional_id
  from study_plan p where p.study = of_study;
  return 'done';
end $$;
comment on function trust.keep_study_plan is 'Keeps a next version of the plan as a draft; after a locked one only with the reason.';

create function trust.lock_study_plan(of_study text, of_number integer, seen_sha256 text) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_research_desk(); held study_plan%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended('study plan ' || of_study, 0));
  select * into held from study_plan p where p.study = of_study order by p.number desc limit 1;
  if held.id is null then return 'not-visible'; end if;
  if held.number <> of_number or held.sha256 <> seen_sha256 then return 'changed-meanwhile'; end if;
  if held.locked_at is not null then return 'locked-already'; end if;
  update study_plan set locked_at = now(), locked_by = asker.professional_id where id = held.id;
  return 'done';
end $$;
comment on function trust.lock_study_plan is 'Locks the newest version of the plan, as it was seen.';

create function trust.ask_study_result(of_plan uuid, of_dataset uuid) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_research_desk(); made uuid;
begin
  if not exists (select from study_plan p where p.id = of_plan and p.locked_at is not null) then return null; end if;
  insert into study_result_run (plan_id, dataset_id, asked_by) values (of_plan, of_dataset, asker.professional_id) returning id into made;
  return made;
end $$;
comment on function trust.ask_study_result is 'Asks for a result with a locked plan. Null where the plan is not locked.';

create function trust.abandon_study_run(of_run uuid) returns void
language sql security definer set search_path = public, pg_catalog as $$
  update study_result_run set state = 'failed', failure = 'broken-off', ended_at = now() where id = of_run and state in ('waiting', 'running') $$;
comment on function trust.abandon_study_run is 'Ends the making of a result that may no longer go on in the name of who asked; for the job.';

create function trust.keep_study_result(of_plan uuid, of_dataset uuid, of_dataset_sha256 text, what jsonb, script text) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_research_desk(); held study_plan%rowtype; hash text := encode(sha256(convert_to(what::text, 'UTF8')), 'hex'); made uuid;
begin
  select * into held from study_plan p where p.id = of_plan;
  if held.locked_at is null then raise exception 'outcomes are opened with a locked plan only' using errcode = 'insufficient_privilege'; end if;
  insert into study_result (study, plan_id, dataset_id, dataset_sha256, content, sha256, r_script, made_by)
  values (held.study, of_plan, of_dataset, of_dataset_sha256, what, hash, script, asker.professional_id)
  on conflict (plan_id, dataset_sha256, sha256) do nothing returning id into made;
  return coalesce(made, (select r.id from study_result r where r.plan_id = of_plan and r.dataset_sha256 = of_dataset_sha256 and r.sha256 = hash));
end $$;
comment on function trust.keep_study_result is 'Keeps a result made with a locked plan; the same figures of the same inputs are kept once.';

create function trust.release_study_result(of_result uuid, what jsonb) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_research_desk();
begin
  insert into study_release (result_id, study, content, released_by)
  select r.id, r.study, what, asker.professional_id from study_result r where r.id = of_result on conflict (result_id) do nothing;
  if not found then return 'released-already'; end if;
  return 'done';
end $$;
comment on function trust.release_study_result is 'What everybody with an account may read of a result, once.';

-- Of fewer than ten families no money is told: it would be the money of somebody.
create function trust.study_costs(until_day date) returns table (pillar smallint, families bigint, minutes bigint, cents bigint, unknown_minutes bigint)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
begin
  perform trust.must_be_research_desk();
  return query
  with held as (
    select h.pillar, h.trajectory_id, sum(h.minutes)::bigint as minutes, coalesce(sum(h.cents), 0)::bigint as cents,
      coalesce(sum(h.minutes) filter (where h.cents is null), 0)::bigint as unknown
    from hour_line h where h.pillar is not null and h.booked_on <= until_day group by 1, 2 having sum(h.minutes) > 0)
  select pillar, count(*), sum(minutes)::bigint, sum(cents)::bigint, sum(unknown)::bigint from held group by pillar having count(*) >= 10 order by pillar;
end $$;
comment on function trust.study_costs is 'By pillar: families with hours that a programme pays, the hours and the money, as booked until a day; for the research desk, never of fewer than ten families.';

do $$ declare f text; begin
  foreach f in array array['must_be_research_desk', 'has_locked_plan', 'keep_study_plan', 'lock_study_plan', 'ask_study_result', 'abandon_study_run', 'keep_study_result',
    'release_study_result', 'study_costs'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.has_locked_plan, trust.keep_study_plan, trust.lock_study_plan, trust.ask_study_result, trust.keep_study_result,
  trust.release_study_result, trust.study_costs to wieg_app;
grant execute on function trust.abandon_study_run to wieg_worker;
