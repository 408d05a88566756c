-- Up Migration
-- Consent to a study, apart from care and from each other [domain 5.1, access.md 1]: asked on paper or in her own pages, answered by herself, taken back with one press.
create table study_proposal (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  about_person uuid not null references family_member,
  asks text[] not null check (asks <@ array['study_1', 'study_2', 'study_register_link', 'study_quotes', 'study_interview'] and cardinality(asks) > 0),
  text_version text not null,
  language text not null,
  way text not null check (way in ('digital', 'paper')),
  until date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  asked_membership_id uuid not null references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index study_proposal_open on study_proposal (trajectory_id) where state = 'open';
create index study_proposal_of_trajectory on study_proposal (trajectory_id, created_at desc);
comment on table study_proposal is 'That she was asked to take part in a study, and has time to think. FHIR Task with a proposed Consent.';
comment on column study_proposal.id is 'Random id.';
comment on column study_proposal.trajectory_id is 'The line.';
comment on column study_proposal.about_person is 'Who is asked: the pregnant woman or mother.';
comment on column study_proposal.asks is 'What is asked, each a question of its own.';
comment on column study_proposal.text_version is 'Version of the text she reads.';
comment on column study_proposal.language is 'Language of that text.';
comment on column study_proposal.way is 'digital: in her own pages; paper: a form to sign.';
comment on column study_proposal.until is 'Until when she thinks about it. After that the gate no longer waits for her answer.';
comment on column study_proposal.state is 'open, answered, or withdrawn by who asked.';
comment on column study_proposal.asked_membership_id is 'Job of who asked.';
comment on column study_proposal.author_organisation_id is 'Organisation that asked.';
comment on column study_proposal.author_id is 'Professional who asked.';
comment on column study_proposal.created_at is 'When asked.';
comment on column study_proposal.version is 'Raised by one at each change.';
select trust.protect('study_proposal', 'study');
drop policy add on study_proposal;
revoke insert, update on study_proposal from wieg_app;

create function study.must_ask(of_trajectory uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if not trust.knows_family(of_trajectory) or not trust.part('study') = any(asker.writes) then raise exception 'not hers to ask' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function study.must_ask is 'Not for the application: a professional who may know this family, in a role that asks for consent to a study.';

create function study.mother_of(of_trajectory uuid) returns family_member language sql stable security definer set search_path = public, pg_catalog as $$
  select m.* from family_member m join trajectory t on t.family_id = m.family_id where t.id = of_trajectory and m.kind = 'mother' and m.until is null and m.died_on is null order by m.created_at limit 1 $$;
comment on function study.mother_of is 'Not for the application: who of the family is asked.';

create function study.propose(of_trajectory uuid, asking text[], text_version text, in_language text, way text, last_day date, mail jsonb) returns text
language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
#variable_conflict use_variable
declare asker trust.asker := study.must_ask(of_trajectory); mother family_member := study.mother_of(of_trajectory);
begin
  if mother.id is null or not exists (select from trajectory t where t.id = of_trajectory and t.state = 'open' and t.loss_on is null) then return 'not-now'; end if;
  if way = 'digital' and trust.reading_mother(of_trajectory) is null then return 'no-pages'; end if;
  if way = 'digital' and coalesce(mother.birth_date, app.today()) > app.today() - interval '16 years' then return 'with-parents'; end if;
  if exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = mother.id and c.purpose = any(asking) and (c.withdrawn_by is null or c.withdrawn_by <> 'replaced')) then return 'answered-before'; end if;
  update study_proposal p set state = 'withdrawn', version = p.version + 1 where p.trajectory_id = of_trajectory and p.state = 'open';
  insert into study_proposal (trajectory_id, about_person, asks, text_version, language, way, until, asked_membership_id, author_organisation_id, author_id)
  values (of_trajectory, mother.id, asking, text_version, in_language, way, last_day, asker.membership_id, asker.organisation_id, asker.professional_id);
  if way = 'digital' then perform trust.mail_mother(of_trajectory, mail); end if;
  return 'done';
end $$;
comment on function study.propose is 'Asks her for a study, by who may know the family. Never after a loss, and never again what she said no to or took back.';

create function study.take_proposal_back(of_trajectory uuid) returns boolean language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_ask(of_trajectory); changed integer;
begin
  update study_proposal p set state = 'withdrawn', version = p.version + 1 where p.trajectory_id = of_trajectory and p.state = 'open';
  get diagnostics changed = row_count;
  return changed > 0;
end $$;
comment on function study.take_proposal_back is 'Takes the question back. False when she had answered, or nothing was asked.';

create function study.put_answers(of_trajectory uuid, person uuid, answers jsonb, version_of_text text, in_language text, of_way text, by_whom text, on_day date, organisation uuid, professional uuid)
returns text language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asked text; yes boolean;
begin
  perform from trajectory t where t.id = of_trajectory for no key update;
  if on_day > app.today() or not exists (select from trajectory t where t.id = of_trajectory and t.state = 'open' and t.loss_on is null) then return 'not-now'; end if;
  if exists (select from study_key k join study_participation p on p.participant_id = k.participant_id and p.withdrawn_on is not null
    where k.trajectory_id = of_trajectory and k.person_id = person and (answers ->> p.study)::boolean) then return 'withdrawn-before'; end if;
  for asked, yes in select a.key, a.value::boolean from jsonb_each_text(answers) a order by a.key desc loop -- what goes beside a study before the study itself
    if asked not in ('study_1', 'study_2', 'study_register_link', 'study_quotes', 'study_interview') then raise exception 'not a study' using errcode = 'check_violation'; end if;
    continue when exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = asked and c.given = yes and c.withdrawn_on is null);
    update consent c set withdrawn_on = greatest(app.today(), c.given_on), withdrawn_by = case when c.given then by_whom else 'replaced' end, version = c.version + 1
    where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = asked and c.withdrawn_on is null;
    insert into consent (trajectory_id, about_person, purpose, given, given_by, given_on, way, text_version, text_language, recorded_by, author_organisation_id)
    values (of_trajectory, person, asked, yes, by_whom, on_day, of_way, version_of_text, in_language, professional, organisation);
  end loop;
  update study_proposal p set state = 'answered', version = p.version + 1 where p.trajectory_id = of_trajectory and p.state = 'open';
  return 'done';
end $$;
comment on function study.put_answers is 'Not for the application: what she said to each question, with the version and language of the text. Who withdrew from a study is not taken in again.';

create function study.record_answers(of_trajectory uuid, answers jsonb, text_version text, in_language text, by_whom text, on_day date, answering text) returns text
language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_ask(of_trajectory); mother family_member := study.mother_of(of_trajectory); came text;
begin
  if mother.id is null then return 'not-now'; end if;
  came := study.put_answers(of_trajectory, mother.id, answers, text_version, in_language, 'signed', by_whom, on_day, asker.organisation_id, asker.professional_id);
  if came = 'done' then
    update study_participant s set answers_by = answering, version = s.version + 1 from study_key k
    where k.trajectory_id = of_trajectory and k.person_id = mother.id and s.id = k.participant_id and s.answers_by <> answering;
  end if;
  return came;
end $$;
comment on function study.record_answers is 'A professional records what she signed on paper: each question apart.';

create function study.take_back(of_trajectory uuid, person uuid, what text, by_whom text) returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare changed integer;
begin
  perform from trajectory t where t.id = of_trajectory for no key update;
  update consent c set withdrawn_on = greatest(app.today(), c.given_on), withdrawn_by = by_whom, version = c.version + 1
  where c.trajectory_id = of_trajectory and c.about_person = person and c.given and c.withdrawn_on is null
    and (c.purpose = what or what = 'all' and c.purpose like 'study%'
      -- with the last study goes what was agreed beside it
      or c.purpose in ('study_register_link', 'study_quotes', 'study_interview') and what ~ '^study_[0-9]+$' and not exists (select from consent o where o.trajectory_id = of_trajectory
        and o.about_person = person and o.purpose ~ '^study_[0-9]+$' and o.purpose <> what and o.given and o.withdrawn_on is null));
  get diagnostics changed = row_count;
  return changed;
end $$;
comment on function study.take_back is 'Not for the application: withdraws from one study, from what goes beside it, or from all of it.';

create function study.withdraw_for(of_trajectory uuid, what text, by_whom text) returns boolean language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_ask(of_trajectory);
begin
  if coalesce(by_whom not in ('self', 'self_with_parents', 'self_without_parents', 'parents'), true) then raise exception 'who withdrew' using errcode = 'check_violation'; end if;
  return study.take_back(of_trajectory, (study.mother_of(of_trajectory)).id, what, by_whom) > 0;
end $$;
comment on function study.withdraw_for is 'A professional records that she withdraws: it works at once. Any professional who may know the family, whoever asked her.';

create function study.said(of_trajectory uuid) returns table (purpose text, given boolean, in_force boolean, given_on date, withdrawn_on date, way text, text_version text, text_language text, asked_by text)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not trust.am_involved(of_trajectory) or not trust.knows_family(of_trajectory) or not trust.part('study') = any(asker.reads) then return; end if;
  return query select distinct on (c.purpose) c.purpose, c.given, c.given and c.withdrawn_on is null, c.given_on, c.withdrawn_on, c.way, c.text_version, c.text_language, o.name
    from consent c join organisation o on o.id = c.author_organisation_id where c.trajectory_id = of_trajectory and c.purpose like 'study%' order by c.purpose, c.recorded_at desc, c.withdrawn_on nulls first;
end $$;
comment on function study.said is 'What she said to each question of the studies, for a professional who may know her. Not the arm, not what she answered to a questionnaire.';

create function study.proposed(of_trajectory uuid) returns table (asks text[], text_version text, language text, way text, until date, asked_on date, asked_by text, asked_for text)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not trust.am_involved(of_trajectory) or not trust.knows_family(of_trajectory) or not trust.part('study') = any(asker.reads) then return; end if;
  return query select p.asks, p.text_version, p.language, p.way, p.until, (p.created_at at time zone 'Europe/Amsterdam')::date, d.display_name, o.name
    from study_proposal p join membership m on m.id = p.asked_membership_id join professional d on d.id = m.professional_id join organisation o on o.id = p.author_organisation_id
    where p.trajectory_id = of_trajectory and p.state = 'open';
end $$;
comment on function study.proposed is 'The question that waits for her answer, for a professional who may know her.';

-- What was already made with her answers stays: it is said honestly, and no next one has her in it.
create function study.used_in(of_trajectory uuid, person uuid) returns table (study text, number integer, frozen_on date) language plpgsql stable security definer set search_path = public, study, pg_catalog as $$
begin
  if to_regclass('public.study_dataset') is null then return; end if;
  return query execute 'select d.study, d.number::integer, d.frozen_on from study_dataset d join study_participation p on p.study = d.study join study_key k on k.participant_id = p.participant_id
    where k.trajectory_id = $1 and k.person_id = $2 and k.participant_id = any(d.members) order by d.study, d.number' using of_trajectory, person;
end $$;
comment on function study.used_in is 'Not for the application: the frozen data sets that were made while she took part.';

create function study.uses(of_trajectory uuid) returns table (study text, number integer, frozen_on date) language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if not trust.am_involved(of_trajectory) or not trust.knows_family(of_trajectory) or not trust.part('study') = any(asker.reads) then return; end if;
  return query select * from study.used_in(of_trajectory, (study.mother_of(of_trajectory)).id);
end $$;
comment on function study.uses is 'What was already made with her answers, for a professional who may know her.';

-- The gate before T0 [domain 5.2].
create function study.gates(of_trajectory uuid) returns table (study text, state text, t0 text, arm text, until date) language sql stable security definer set search_path = public, app, pg_catalog as $$
  select p.study, 'taking_part', case when p.t0 = 'open' and p.t0_until < app.today() then 'expired' else p.t0 end, p.arm, p.t0_until
  from study_participation p join study_key k on k.participant_id = p.participant_id join study_participant s on s.id = p.participant_id
  where k.trajectory_id = of_trajectory and not (p.arm_fixed_on is null and p.t0 = 'open' and coalesce(p.t0_until, 'infinity') >= app.today() and (p.withdrawn_on is not null or s.state <> 'active'))
  union all
  select asked, 'undecided', null, null, q.until from study_proposal q, unnest(q.asks) asked where q.trajectory_id = of_trajectory and q.state = 'open' and q.until >= app.today() and asked ~ '^study_[0-9]+$'
    and exists (select from trajectory t where t.id = q.trajectory_id and t.state = 'open' and t.loss_on is null) $$;
comment on function study.gates is 'Not for the application: how she stands towards each study. Who withdrew before T0 was over is in no study; who withdrew after it keeps her arm.';

create function study.gate_closed(of_trajectory uuid) returns boolean language sql stable security definer set search_path = study, pg_catalog as $$
  select exists (select from study.gates(of_trajectory) g where g.state = 'undecided' or g.t0 = 'open') $$;
comment on function study.gate_closed is 'Not for the application: whether she may not hear yet that a place is looked for, or found. Also true while she thinks about taking part.';

create function study.standing(of_trajectory uuid) returns table (study text, state text, t0 text, arm text, until date) language plpgsql stable security definer set search_path = study, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if not trust.part('programme') = any(asker.reads) then return; end if;
  return query select * from study.gates(of_trajectory);
end $$;
comment on function study.standing is 'How a family stands towards the studies, for what decides whether a letter goes out. No page shows the arm.';

create function study.waits(of_trajectory uuid) returns boolean language plpgsql stable security definer set search_path = study, trust, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin return study.gate_closed(of_trajectory); end $$;
comment on function study.waits is 'Whether this family may not hear yet that a place is looked for, for who is involved: what is printed for it or asked of it waits.';

create function study.await_t0() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
declare from_day date := (to_jsonb(new) ->> tg_argv[0])::date;
begin
  update study_participation p set t0_until = from_day + 14, version = p.version + 1 from study_key k
  where k.trajectory_id = new.trajectory_id and p.participant_id = k.participant_id and p.study = 'study_2' and p.t0 = 'open' and p.t0_until is null;
  return null;
end $$;
comment on function study.await_t0 is 'Study 2 asks its first list after the intake, or at entry: from there its gate is closed for 14 days at most.';
create trigger w_await_t0 after insert on care_intake for each row execute function study.await_t0('on_day');
create trigger w_await_t0 after insert on programme_decision for each row when (new.pillar = 2) execute function study.await_t0('decided_on');

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'study' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function study.propose, study.take_proposal_back, study.record_answers, study.withdraw_for, study.said, study.proposed, study.uses, study.standing, study.waits to wieg_app;
