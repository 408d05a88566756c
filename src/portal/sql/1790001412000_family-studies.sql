-- Up Migration
-- Taking part in research, in her own pages: asked in plain words, withdrawn with one press. The mother's alone. Never an arm, never what she answered.
create function family.study() returns jsonb language plpgsql stable security definer set search_path = public, family, study, app, pg_catalog as $$
declare me family.person := family.must_be_mother(); q study_proposal;
begin
  select p.* into q from study_proposal p join trajectory t on t.id = p.trajectory_id and t.state = 'open' and t.loss_on is null
  where p.trajectory_id = me.trajectory_id and p.about_person = me.person_id and p.state = 'open' and p.way = 'digital' and p.until >= app.today();
  return jsonb_build_object(
    'asked', case when q.id is not null then jsonb_build_object('asks', q.asks, 'textVersion', q.text_version, 'until', q.until, 'by', (select o.name from organisation o where o.id = q.author_organisation_id)) end,
    'given', (select coalesce(jsonb_agg(jsonb_build_object('purpose', c.purpose, 'since', c.given_on, 'textVersion', c.text_version) order by c.purpose), '[]') from consent c
      where c.trajectory_id = me.trajectory_id and c.about_person = me.person_id and c.purpose like 'study%' and c.given and c.withdrawn_on is null),
    'stopped', exists (select from consent c where c.trajectory_id = me.trajectory_id and c.about_person = me.person_id and c.purpose ~ '^study_[0-9]+$' and c.given and c.withdrawn_on is not null),
    'used', (select coalesce(jsonb_agg(jsonb_build_object('study', u.study, 'number', u.number, 'frozenOn', u.frozen_on) order by u.study, u.number), '[]') from study.used_in(me.trajectory_id, me.person_id) u));
end $$;
comment on function family.study is 'What is asked of her for research, what she said yes to, and what was already made with her answers.';

create function family.answer_study(answers jsonb, in_language text) returns text language plpgsql security definer set search_path = public, family, study, app, pg_catalog as $$
declare me family.person := family.must_be_mother(); q study_proposal; came text;
begin
  select p.* into q from study_proposal p where p.trajectory_id = me.trajectory_id and p.about_person = me.person_id and p.way = 'digital' order by p.created_at desc limit 1 for update;
  if q.id is null then return 'not-found'; end if;
  if q.state <> 'open' or q.until < app.today() then return 'ended'; end if;
  if not array(select jsonb_object_keys(answers)) <@ q.asks or answers = '{}' then return 'nothing-chosen'; end if;
  if exists (select from jsonb_each_text(answers) a where a.key in ('study_register_link', 'study_quotes') and a.value::boolean)
    and not exists (select from jsonb_each_text(answers) a where a.key ~ '^study_[0-9]+$' and a.value::boolean) then
    answers := (select jsonb_object_agg(a.key, case when a.key in ('study_register_link', 'study_quotes') then 'false'::jsonb else a.value end) from jsonb_each(answers) a); -- beside nothing there is nothing
  end if;
  if not exists (select from family_member m where m.id = me.person_id and m.birth_date <= app.today() - interval '16 years') then return 'with-parents'; end if;
  came := study.put_answers(me.trajectory_id, me.person_id, answers, q.text_version, in_language, 'portal', 'self', app.today(), q.author_organisation_id, null);
  return case came when 'not-now' then 'ended' when 'withdrawn-before' then 'ended' else came end;
end $$;
comment on function family.answer_study is 'She says yes or no to each question herself; it works at once.';

create function family.withdraw_study(what text) returns text language plpgsql security definer set search_path = public, family, study, pg_catalog as $$
declare me family.person := family.must_be_mother();
begin
  return case when study.take_back(me.trajectory_id, me.person_id, what, 'self') > 0 then 'done' else 'ended' end;
end $$;
comment on function family.withdraw_study is 'She stops with one press: links, lists and the next data set, at once.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function family.study, family.answer_study, family.withdraw_study to wieg_family;
