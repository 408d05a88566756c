-- Up Migration
-- What the research desk looks at every day, ready to be counted: where each participant stands in each study. A copy of what the tables of participation and
-- waves say, made again with each change of them, so that a page over all participants need not read all lists.
create table study_standing (
  participant_id uuid not null references study_participant on delete cascade,
  study text not null,
  site_id uuid not null,
  arm text,
  arm_over boolean not null,
  out text check (out in ('withdrawn', 'loss', 'moved', 'other')),
  lists text[] not null default '{}',
  month date not null,
  kind bigint generated always as (hash_array_extended(array[study, site_id::text, coalesce(arm, ''), arm_over::text, coalesce(out, '')] || lists, 0)) stored,
  primary key (participant_id, study)
);
create index study_standing_of_study on study_standing (study, month, arm);
create index study_standing_alike on study_standing (study, kind);
comment on table study_standing is 'Where a participant stands in a study. Made from study_participant, study_participation and study_ask at each change; nothing is decided here.';
comment on column study_standing.participant_id is 'Who, by pseudonym.';
comment on column study_standing.study is 'In which study.';
comment on column study_standing.site_id is 'Organisation that asked her.';
comment on column study_standing.arm is 'Her arm; empty while not fixed, or when she belongs to none.';
comment on column study_standing.arm_over is 'The rule of the arms was applied: an empty arm stays empty.';
comment on column study_standing.out is 'Why she is in it no more; empty: in it, or the study was over for her.';
comment on column study_standing.lists is 'Each list that was asked, as wave=state, in order.';
comment on column study_standing.month is 'First day of the month in which she agreed.';
comment on column study_standing.kind is 'One number for site, arm, out and lists together: participants that are alike are counted along one index.';

create table study_inflow_plan (
  study text not null check (study ~ '^[a-z0-9_]{1,40}$'),
  number integer not null check (number > 0),
  starts_on date not null,
  months smallint not null check (months between 1 and 120),
  set_by uuid not null references professional,
  set_at timestamptz not null default now(),
  primary key (study, number)
);
comment on table study_inflow_plan is 'From when and over how many months a study is meant to take in its participants. A change is a next one; the last counts.';
comment on column study_inflow_plan.study is 'Code of the study.';
comment on column study_inflow_plan.number is '1, 2, 3.';
comment on column study_inflow_plan.starts_on is 'First day of inflow.';
comment on column study_inflow_plan.months is 'Over how many months.';
comment on column study_inflow_plan.set_by is 'Who decided.';
comment on column study_inflow_plan.set_at is 'When.';

create table study_comparison (
  study text primary key,
  made_at timestamptz not null default now(),
  content jsonb not null
);
comment on table study_comparison is 'How alike the arms of a study are before anything was done: made from the answers at T0 each night and when the desk asks for it. No outcome of a later wave.';
comment on column study_comparison.study is 'Code of the study.';
comment on column study_comparison.made_at is 'When counted.';
comment on column study_comparison.content is 'By measure: known and missing in each arm, mean, spread, standardised difference.';

do $$ declare t text; begin
  foreach t in array array['study_standing', 'study_inflow_plan', 'study_comparison'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
    execute format('create policy see on %I for select to wieg_app using ((select trust.my_role()) = ''research_desk'')', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
end $$;
grant insert on study_inflow_plan to wieg_app;
create policy add on study_inflow_plan for insert to wieg_app with check ((select trust.my_role()) = 'research_desk' and set_by = (select trust.my_professional()));

create index study_ask_by_end on study_ask (state, expires_on, id);

create view study.standing_now with (security_invoker = true) as
select p.participant_id, p.study, s.site_id, p.arm, p.arm_fixed_on is not null as arm_over,
  case when p.withdrawn_on is not null or s.state = 'withdrawn' then 'withdrawn' when s.state = 'ended' and s.ended_because <> 'study_over' then s.ended_because end as out,
  date_trunc('month', p.consent_on)::date as month
from study_participation p join study_participant s on s.id = p.participant_id;
comment on view study.standing_now is 'Not for the application: where each participant stands, without her lists.';

create function study.refresh_standing(of_participant uuid) returns void language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  -- two changes of one participant at the same moment: the second looks after the first
  perform pg_advisory_xact_lock(hashtextextended('study standing ' || of_participant, 0));
  insert into study_standing as t (participant_id, study, site_id, arm, arm_over, out, lists, month)
  select n.participant_id, n.study, n.site_id, n.arm, n.arm_over, n.out,
    array(select split_part(w, ':', 2) || '=' || a.state from study_ask a cross join unnest(a.waves) w
      where a.participant_id = n.participant_id and a.state <> 'planned' and split_part(w, ':', 1) = n.study order by 1), n.month
  from study.standing_now n where n.participant_id = of_participant
  on conflict (participant_id, study) do update set site_id = excluded.site_id, arm = excluded.arm, arm_over = excluded.arm_over, out = excluded.out, lists = excluded.lists, month = excluded.month
  where (t.site_id, t.arm, t.arm_over, t.out, t.lists, t.month) is distinct from (excluded.site_id, excluded.arm, excluded.arm_over, excluded.out, excluded.lists, excluded.month);
end $$;
comment on function study.refresh_standing is 'Not for the application: where one participant stands, made again.';

create function study.rebuild_standing() returns void language sql security definer set search_path = public, study, pg_catalog set work_mem = '128MB' as $$
  delete from study_standing;
  insert into study_standing (participant_id, study, site_id, arm, arm_over, out, lists, month)
  select n.participant_id, n.study, n.site_id, n.arm, n.arm_over, n.out, coalesce(l.lists, '{}'), n.month from study.standing_now n left join (
    select a.participant_id, split_part(w, ':', 1) as study, array_agg(split_part(w, ':', 2) || '=' || a.state order by split_part(w, ':', 2) || '=' || a.state) as lists
    from study_ask a cross join unnest(a.waves) w where a.state <> 'planned' group by 1, 2) l on l.participant_id = n.participant_id and l.study = n.study $$;
comment on function study.rebuild_standing is 'Not for the application: all of it made again, after a bulk load.';

create function study.ask_moves_standing() returns trigger language plpgsql security definer set search_path = study, pg_catalog as $$
begin perform refresh_standing(coalesce(new.participant_id, old.participant_id)); return null; end $$;
comment on function study.ask_moves_standing is 'A list that opens, is answered or ends.';
create trigger z_moves_standing after insert or delete or update of state, waves on study_ask for each row execute function study.ask_moves_standing();
create trigger z_moves_standing after insert or update on study_participation for each row execute function study.ask_moves_standing();

create function study.participant_moves_standing() returns trigger language plpgsql security definer set search_path = study, pg_catalog as $$
begin perform refresh_standing(new.id); return null; end $$;
comment on function study.participant_moves_standing is 'A participant who withdrew, or was ended.';
create trigger z_moves_standing after update of state, ended_because, site_id on study_participant for each row execute function study.participant_moves_standing();

-- Who said no, or has not answered, is no participant and has no pseudonym: here they are numbers.
create function study.asked_at_sites() returns table (study text, site_id uuid, answer text, families integer)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if trust.my_role() is distinct from 'research_desk' then raise exception 'for the research desk' using errcode = 'insufficient_privilege'; end if;
  return query
  with answered as (
    select distinct on (c.purpose, c.trajectory_id, c.about_person) c.purpose, c.trajectory_id, c.about_person, c.author_organisation_id as site, c.given
    from consent c where c.purpose ~ '^study_[0-9]+$' order by c.purpose, c.trajectory_id, c.about_person, c.recorded_at desc)
  select a.purpose, a.site, 'no', count(*)::integer from answered a
  where not a.given and not exists (select from study_key k join study_participation p on p.participant_id = k.participant_id and p.study = a.purpose
    where k.trajectory_id = a.trajectory_id and k.person_id = a.about_person) group by 1, 2
  union all
  select asked, q.author_organisation_id, 'open', count(*)::integer from study_proposal q cross join unnest(q.asks) asked
  where q.state = 'open' and asked ~ '^study_[0-9]+$' group by 1, 2;
end $$;
comment on function study.asked_at_sites is 'For the research desk: how many families said no to a study or have not answered yet, by the organisation that asked.';

create function study.places_of(of_participant uuid) returns table (pillar smallint, days_after_consent integer, given_back boolean)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
#variable_conflict use_column
begin
  if trust.my_role() is distinct from 'research_desk' then raise exception 'for the research desk' using errcode = 'insufficient_privilege'; end if;
  return query select q.pillar, q.taken_on - (select min(p.consent_on) from study_participation p where p.participant_id = of_participant), q.state = 'given_back'
    from study_key k join programme_place q on q.trajectory_id = k.trajectory_id where k.participant_id = of_participant order by q.taken_on, q.pillar;
end $$;
comment on function study.places_of is 'For the research desk: whether and when one participant was enrolled in a pillar, as days after her consent.';

-- What is known of participants at T0, for comparing the arms and for nothing else: no later wave can be asked for.
create function study.baseline_of(of_study text, after uuid, most integer)
returns table (participant_id uuid, arm text, category text, language text, late boolean, answers jsonb)
language sql stable security definer set search_path = public, study, pg_catalog as $$
  with who as materialized (
    select p.participant_id, p.arm, p.arm_facts ->> 'category' as category, s.language, p.late from study_participation p join study_participant s on s.id = p.participant_id
    where p.study = of_study and p.arm is not null and p.withdrawn_on is null and p.participant_id > after order by p.participant_id limit most)
  select w.participant_id, w.arm, w.category, w.language, w.late,
    coalesce((select jsonb_object_agg(n.item, n.value) from (
      select distinct on (v.item) v.item, v.value from study_ask a join study_answer v on v.ask_id = a.id
      where a.participant_id = w.participant_id and a.waves @> array[of_study || ':T0'] and (v.entry in (0, 3) or (v.entry = 1 and exists (
        select from study_answer o where o.ask_id = v.ask_id and o.item = v.item and o.entry = 2 and (o.value, o.missing) is not distinct from (v.value, v.missing))))
      order by v.item, v.entry desc) n where n.value is not null), '{}')
  from who w order by w.participant_id $$;
comment on function study.baseline_of is 'For the job alone: arm, facts and answers at T0, so many participants after the one named; nobody who withdrew.';

create function study.keep_comparison(of_study text, what jsonb) returns void language sql security definer set search_path = public, pg_catalog as $$
  insert into study_comparison (study, content) values (of_study, what) on conflict (study) do update set content = excluded.content, made_at = now() $$;
comment on function study.keep_comparison is 'For the job alone: how alike the arms are, in place of what was counted before.';

do $$ declare f text; begin
  foreach f in array array['refresh_standing(uuid)', 'rebuild_standing()', 'ask_moves_standing()', 'participant_moves_standing()', 'asked_at_sites()', 'places_of(uuid)',
    'baseline_of(text, uuid, integer)', 'keep_comparison(text, jsonb)'] loop
    execute format('revoke execute on function study.%s from public', f);
    execute format('alter function study.%s owner to wieg_guard', f);
  end loop;
end $$;
alter view study.standing_now owner to wieg_guard;
grant execute on function study.asked_at_sites, study.places_of to wieg_app;
grant execute on function study.baseline_of, study.keep_comparison to wieg_worker;
