-- Up Migration
-- Shared questions for help in a municipality, from which a collective offer can start [003]. Figures, never a family: what stands here may be
-- seen by who may not see persons, and holds no count below ten, nor one from which such a count follows [domain 5.4].
create table shared_theme (
  source text not null check (source in ('factor', 'question', 'offer')),
  code text not null check (length(code) between 1 and 100),
  theme text not null check (length(theme) between 1 and 40),
  primary key (source, code, theme)
);
comment on table shared_theme is 'Which theme of the service directory a factor or a topic of a question for help belongs to. Written at each migration from src/registry/data/shared-themes.json. No care data.';
comment on column shared_theme.source is 'factor: of a signal or of a question in the plan; question: topic of a question at the front door; offer: topic of an offer that was asked.';
comment on column shared_theme.code is 'Code of the factor or the topic.';
comment on column shared_theme.theme is 'Theme: a topic of the service directory.';
alter table shared_theme enable row level security;
create policy see on shared_theme for select using (true);
create policy owner on shared_theme to wieg_owner using (true) with check (true);
grant select on shared_theme to wieg_app, wieg_guard, wieg_worker;

create table shared_question_figure (
  quarter date not null,
  theme text not null,
  municipality_code text references municipality,
  families integer check (families >= 10),
  published_on date not null default app.today(),
  unique nulls not distinct (quarter, theme, municipality_code)
);
comment on table shared_question_figure is 'How many families had a question about a theme in a quarter that is over: published once, never changed. No count below ten.';
comment on column shared_question_figure.quarter is 'First day of the quarter.';
comment on column shared_question_figure.theme is 'Theme: a topic of the service directory.';
comment on column shared_question_figure.municipality_code is 'Municipality in which the families live; empty: the whole region.';
comment on column shared_question_figure.families is 'How many; empty: fewer than ten, or hidden so that no such count follows from others.';
comment on column shared_question_figure.published_on is 'Day of publishing.';
alter table shared_question_figure enable row level security;
create policy see on shared_question_figure for select to wieg_app using ((select trust.my_role()) in ('municipal_worker', 'knooppunt_coordinator', 'project_group'));
create policy owner on shared_question_figure to wieg_owner using (true) with check (true);
create policy look on shared_question_figure for select to wieg_worker using (true);
create policy add on shared_question_figure for insert to wieg_worker with check (true);
grant select on shared_question_figure to wieg_app;
grant select, insert on shared_question_figure to wieg_worker;

-- Raw, and so for the job alone: it hides what is small before anything is written. A signal or a question of the plan counts while it stands,
-- for a year; a request in the quarter in which it was made. What was not discussed with the family is not counted,
-- nor what was withdrawn; the Meldcode is in no count [domain 3.1]. Each family counts once a theme.
create function trust.count_shared_questions(from_day date, until_day date) returns table (theme text, municipality text, families integer)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with asked as (
    select s.trajectory_id, null::uuid as request, null::text as lives, t.theme from signal s cross join lateral unnest(s.factors) named
      join shared_theme t on t.source = 'factor' and t.code = named
    where s.observed_on between from_day - 365 and until_day and s.state = 'open' and s.discussed_on is not null
    union
    select l.trajectory_id, null, null, t.theme from plan_question_factor l join plan_question q on q.id = l.question_id
      join shared_theme t on t.source = 'factor' and t.code = l.factor_code
    where l.linked and (q.created_at at time zone 'Europe/Amsterdam')::date between from_day - 365 and until_day
    union
    select c.trajectory_id, null, null, t.theme from referral_candidate c join support_offer o on o.id = c.offer_id cross join lateral unnest(o.topics) topic
      join shared_theme t on t.source = 'offer' and t.code = topic
    where c.requested_on between from_day and until_day
    union
    select h.trajectory_id, case when h.trajectory_id is null then h.id end, case when h.trajectory_id is null then h.municipality_code end, t.theme
    from help_request h cross join lateral unnest(h.topics) topic join shared_theme t on t.source = 'question' and t.code = topic
    where h.received_on between from_day and until_day and coalesce(h.closed_reason, '') not in ('double', 'not_meant', 'withdrawn')
  )
  select a.theme, coalesce(a.lives, (select d.municipality_code from family_address d where d.family_id = t.family_id and d.until is null order by d.since desc limit 1)) as municipality,
    count(distinct coalesce(a.request, t.family_id))::integer
  from asked a left join trajectory t on t.id = a.trajectory_id where t.id is null or t.state = 'open' or t.ended_on >= from_day group by 1, 2 having count(*) > 0 $$;
comment on function trust.count_shared_questions is 'Not for the application: families by theme and municipality, uncut; the job hides what is small.';
alter function trust.count_shared_questions owner to wieg_guard;
grant execute on function trust.count_shared_questions to wieg_worker;
