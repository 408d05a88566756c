-- Up Migration
-- Who takes part in a study, under a pseudonym [001 ch. 6; domain 5.1, 5.2; access.md 2]. The research desk reads these tables and nothing that leads to a
-- family; what links the two is `study_key`, which no role of the application can read: the definer functions alone.
create schema study;
grant usage on schema study to wieg_app, wieg_worker, wieg_guard;
grant create on schema study to wieg_guard;

create table study_participant (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^W-[A-HJ-NPR-Z2-9]{6}$'),
  site_id uuid not null references organisation,
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  answers_by text not null default 'link' check (answers_by in ('link', 'paper', 'help')),
  state text not null default 'active' check (state in ('active', 'withdrawn', 'ended')),
  ended_on date,
  ended_because text check (ended_because in ('loss', 'moved', 'study_over', 'other')),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((state = 'ended') = (ended_because is not null)),
  check ((state = 'active') = (ended_on is null))
);
comment on table study_participant is 'Someone who takes part in a study, by her pseudonym: one for each pregnant woman on her line. FHIR ResearchSubject.';
comment on column study_participant.id is 'Random id.';
comment on column study_participant.code is 'Pseudonym as people write it: W- and six unambiguous signs, drawn at random.';
comment on column study_participant.site_id is 'Organisation that asked her.';
comment on column study_participant.language is 'Language in which she read what taking part is, and answers.';
comment on column study_participant.answers_by is 'How she answers: by a personal link, on paper by post, or with the help of a professional.';
comment on column study_participant.state is 'active, withdrawn (by herself, from every study), or ended (without any contact).';
comment on column study_participant.ended_on is 'Since when she takes part no more.';
comment on column study_participant.ended_because is 'Why it ended: a loss, a move out of the region, the study was over, something else.';
comment on column study_participant.created_at is 'When she first agreed.';
comment on column study_participant.version is 'Raised by one at each change.';

create table study_participation (
  participant_id uuid not null references study_participant on delete cascade,
  study text not null check (study ~ '^[a-z0-9_]{1,40}$'),
  consent_on date not null,
  consent_version text not null,
  consent_way text not null check (consent_way in ('digital', 'paper')),
  arm text check (arm in ('intervention', 'control')),
  arm_fixed_on date,
  arm_facts jsonb,
  late boolean not null default false,
  register_link boolean not null default false,
  quotes boolean not null default false,
  t0 text not null default 'open' check (t0 in ('open', 'completed', 'declined', 'expired')),
  t0_until date,
  withdrawn_on date,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (participant_id, study)
);
comment on table study_participation is 'Taking part in one study: consent, arm, and how it stands with the list before the decision (T0).';
comment on column study_participation.participant_id is 'Who.';
comment on column study_participation.study is 'Code of the study, as in its configuration.';
comment on column study_participation.consent_on is 'Day of her consent.';
comment on column study_participation.consent_version is 'Version of the text that she agreed to.';
comment on column study_participation.consent_way is 'digital (in her own pages) or paper (signed).';
comment on column study_participation.arm is 'Arm by the rule of the study, fixed at T0 and kept; empty while not fixed, or when a fact was not known then.';
comment on column study_participation.arm_fixed_on is 'Day on which T0 was completed, declined or expired and the rule was applied.';
comment on column study_participation.arm_facts is 'The facts as they were at T0: category, maternityCare, residence, insurer.';
comment on column study_participation.late is 'T0 was asked at entry after the birth.';
comment on column study_participation.register_link is 'She agreed to linking with data of registers.';
comment on column study_participation.quotes is 'Words of hers may be quoted, without name.';
comment on column study_participation.t0 is 'How it stands with the list before the decision: the gate is closed while it is open [domain 5.2].';
comment on column study_participation.t0_until is 'Last day on which T0 can be answered; empty while the date it is counted from is not known.';
comment on column study_participation.withdrawn_on is 'Day on which she withdrew from this study.';
comment on column study_participation.created_at is 'When recorded.';
comment on column study_participation.version is 'Raised by one at each change.';

create table study_arm_change (
  id uuid primary key default gen_random_uuid(),
  participant_id uuid not null,
  study text not null,
  from_arm text check (from_arm in ('intervention', 'control')),
  to_arm text check (to_arm in ('intervention', 'control')),
  why text not null check (length(trim(why)) between 10 and 2000),
  by uuid not null references professional,
  at timestamptz not null default now(),
  foreign key (participant_id, study) references study_participation on delete cascade,
  check (from_arm is distinct from to_arm)
);
create index study_arm_change_of_participant on study_arm_change (participant_id, study, at);
comment on table study_arm_change is 'A participant who turned out to be in the wrong arm: what it was, what it became, why and by whom. Never changed.';
comment on column study_arm_change.id is 'Random id.';
comment on column study_arm_change.participant_id is 'Who.';
comment on column study_arm_change.study is 'In which study.';
comment on column study_arm_change.from_arm is 'Arm before; empty: none was known.';
comment on column study_arm_change.to_arm is 'Arm from now on.';
comment on column study_arm_change.why is 'Why, without anything that leads to a person.';
comment on column study_arm_change.by is 'Who of the research desk.';
comment on column study_arm_change.at is 'When.';

create table study_key (
  participant_id uuid primary key references study_participant on delete cascade,
  trajectory_id uuid not null references trajectory on delete cascade,
  person_id uuid not null references family_member on delete cascade,
  unique (trajectory_id, person_id)
);
comment on table study_key is 'Which family a pseudonym belongs to. No role reads it: the functions that answer with pseudonyms do, and the one that shows a name when desk and key keeper both want it.';
comment on column study_key.participant_id is 'The pseudonym.';
comment on column study_key.trajectory_id is 'The line. When a file is destroyed the key goes with it, and what was answered leads to nobody any more.';
comment on column study_key.person_id is 'The woman.';

do $$ declare t text; begin
  foreach t in array array['study_participant', 'study_participation', 'study_arm_change', 'study_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    insert into protected_table (name, part, scope) values (t, 'study', 'own');
    if t <> 'study_key' then
      execute format('create policy see on %I for select to wieg_app using ((select trust.my_role()) = ''research_desk'')', t);
      execute format('grant select on %I to wieg_app', t);
    end if;
  end loop;
end $$;

create function study.stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin raise exception 'this is never changed' using errcode = 'restrict_violation'; end $$;
comment on function study.stays is 'A change of arm is added and never edited.';
create trigger stays before update on study_arm_change for each row execute function study.stays();

create function study.must_be_desk() returns trust.asker language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.role is distinct from 'research_desk' then raise exception 'for the research desk' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function study.must_be_desk is 'Raises insufficient_privilege unless the research desk is asking.';

create function study.new_code() returns text language plpgsql volatile security definer set search_path = public, pg_catalog as $$
declare signs text := 'ABCDEFGHJKLMNPRSTUVWXYZ23456789'; bytes bytea; made text;
begin
  loop
    bytes := sha256(uuid_send(gen_random_uuid()));
    made := 'W-' || (select string_agg(substr(signs, get_byte(bytes, at) % length(signs) + 1, 1), '') from generate_series(0, 5) at);
    exit when not exists (select from study_participant p where p.code = made);
  end loop;
  return made;
end $$;
comment on function study.new_code is 'Not for the application: a pseudonym that is not in use; it follows from nothing.';

-- The facts of the rule of the arms, as they are now. Not a definer: a professional gets what she may see herself, the guard all of it.
create function study.facts_of(of_trajectory uuid) returns table (category text, maternity_care uuid, municipality text, insurer text, born_on date) language sql stable set search_path = public, app, pg_catalog as $$
  select (select c.category from category_route c where c.trajectory_id = t.id order by c.number desc limit 1), t.maternity_care_organisation_id,
    (select a.municipality_code from family_address a where a.family_id = t.family_id and a.since <= app.today() and coalesce(a.until, 'infinity') >= app.today() order by a.since desc limit 1),
    (select m.insurer from family_member m where m.family_id = t.family_id and m.kind = 'mother' order by m.until is null desc limit 1), t.born_on
  from trajectory t where t.id = of_trajectory $$;
comment on function study.facts_of is 'The facts by which the arm is decided, as care recorded them: nothing is registered for the study.';

-- The dates that waves are counted from. Within the database alone: together they would lead to a family.
create function study.dates_of(of_participant uuid) returns table (study text, consent date, maternity_intake date, birth date, flexible_care_start date, due date)
language sql stable security definer set search_path = public, pg_catalog as $$
  select p.study, p.consent_on, coalesce((select min(i.on_day) from care_intake i where i.trajectory_id = k.trajectory_id), case when p.late then p.consent_on end), t.born_on,
    coalesce((select min((v.started_at at time zone 'Europe/Amsterdam')::date) from care_visit v where v.trajectory_id = k.trajectory_id and v.kind = 'flexible' and v.state = 'delivered'),
      (select min(q.taken_on) from programme_place q where q.trajectory_id = k.trajectory_id and q.pillar = 2 and q.state = 'taken')), t.due_date
  from study_participation p join study_key k on k.participant_id = p.participant_id join trajectory t on t.id = k.trajectory_id where p.participant_id = of_participant $$;
comment on function study.dates_of is 'Dates that the waves of a participant are counted from, by study. For jobs and other definer functions: who serves pages never gets them.';

-- What she said follows from `consent`, whoever recorded it and wherever: taking part begins and ends with it, in the same transaction.
create function study.follow_answers(of_trajectory uuid, person uuid) returns void language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare said consent; one uuid; linking boolean; quoting boolean;
begin
  select k.participant_id into one from study_key k where k.trajectory_id = of_trajectory and k.person_id = person;
  linking := exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = 'study_register_link' and c.given and c.withdrawn_on is null);
  quoting := exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose = 'study_quotes' and c.given and c.withdrawn_on is null);
  for said in select c.* from consent c where c.trajectory_id = of_trajectory and c.about_person = person and c.purpose ~ '^study_[0-9]+$' and c.given and c.withdrawn_on is null loop
    if one is null then
      insert into study_participant (code, site_id, language, answers_by)
      values (new_code(), said.author_organisation_id, coalesce(said.text_language, 'nl'), case when said.way = 'portal' then 'link' else 'paper' end) returning id into one;
      insert into study_key (participant_id, trajectory_id, person_id) values (one, of_trajectory, person);
    end if;
    insert into study_participation (participant_id, study, consent_on, consent_version, consent_way, late, t0_until)
    select one, said.purpose, said.given_on, coalesce(said.text_version, '1'), case when said.way = 'portal' then 'digital' else 'paper' end, t.born_on is not null,
      case when said.purpose = 'study_1' then said.given_on + 14 end from trajectory t where t.id = of_trajectory
    on conflict do nothing;
  end loop;
  if one is null then return; end if;
  update study_participation p set register_link = linking, quotes = quoting, version = p.version + 1
  where p.participant_id = one and (p.register_link, p.quotes) is distinct from (linking, quoting);
  update study_participation p set withdrawn_on = app.today(), register_link = false, quotes = false, version = p.version + 1
  where p.participant_id = one and p.withdrawn_on is null and not exists (select from consent c where c.trajectory_id = of_trajectory and c.about_person = person
    and c.purpose = p.study and c.given and c.withdrawn_on is null);
  update study_participant s set state = 'withdrawn', ended_on = app.today(), version = s.version + 1
  where s.id = one and s.state = 'active' and not exists (select from study_participation p where p.participant_id = s.id and p.withdrawn_on is null);
  update study_participant s set state = 'active', ended_on = null, version = s.version + 1
  where s.id = one and s.state = 'withdrawn' and exists (select from study_participation p where p.participant_id = s.id and p.withdrawn_on is null);
end $$;
comment on function study.follow_answers is 'Not for the application: taking part, anew from what she allows. A consent that is taken back ends it at once; who withdrew from a study does not enter it again.';

create function study.follow_consent() returns trigger language plpgsql security definer set search_path = study, pg_catalog as $$
begin perform follow_answers(new.trajectory_id, new.about_person); return null; end $$;
comment on function study.follow_consent is 'What she allows or takes back works at once.';
create trigger w_follow_study after insert or update of withdrawn_on on consent for each row when (new.purpose like 'study%') execute function study.follow_consent();

-- A loss, a move and an ended line end it by themselves, and nobody is asked or told [domain 3.10].
create function study.follow_line() returns trigger language plpgsql security definer set search_path = public, app, pg_catalog as $$
declare why text := case when new.loss_on is not null then 'loss' when new.state = 'ended' then case new.end_reason when 'moved_away' then 'moved' else 'other' end end;
begin
  update study_participant s set state = 'ended', ended_on = app.today(), ended_because = why, version = s.version + 1
  from study_key k where why is not null and k.trajectory_id = new.id and s.id = k.participant_id and s.state = 'active';
  -- who withdrew meanwhile stays out
  update study_participant s set state = case when p.goes_on then 'active' else 'withdrawn' end, ended_on = case when p.goes_on then null else s.ended_on end, ended_because = null, version = s.version + 1
  from study_key k cross join lateral (select exists (select from study_participation q where q.participant_id = k.participant_id and q.withdrawn_on is null) as goes_on) p
  where why is null and (old.loss_on is not null or old.state = 'ended') and k.trajectory_id = new.id and s.id = k.participant_id and s.state = 'ended' and s.ended_because <> 'study_over';
  return null;
end $$;
comment on function study.follow_line is 'A loss, a move or an ended line ends taking part without any contact; what was recorded by mistake and is taken back lets it go on.';
create trigger w_follow_study after update of loss_on, state, end_reason on trajectory for each row
  when ((old.loss_on, old.state, old.end_reason) is distinct from (new.loss_on, new.state, new.end_reason)) execute function study.follow_line();

create function study.follow_mother() returns trigger language plpgsql security definer set search_path = public, app, pg_catalog as $$
begin
  update study_participant s set state = 'ended', ended_on = app.today(), ended_because = 'other', version = s.version + 1
  from study_key k where k.person_id = new.id and s.id = k.participant_id and s.state = 'active';
  return null;
end $$;
comment on function study.follow_mother is 'Who died is asked nothing any more.';
create trigger w_follow_study after update of died_on on family_member for each row when (new.died_on is not null and old.died_on is null) execute function study.follow_mother();

create function study.end_participation(of_participant uuid, because text) returns boolean language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); changed integer;
begin
  if because not in ('study_over', 'other') then raise exception 'not for the desk to say' using errcode = 'check_violation'; end if;
  update study_participant set state = 'ended', ended_on = app.today(), ended_because = because, version = version + 1 where id = of_participant and state = 'active';
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function study.end_participation is 'The research desk ends taking part, on the pseudonym. False when it had ended already.';

-- How it stands with T0, from who asks the questions; and when the gate opens.
create function study.set_t0(of_participant uuid, of_study text, how text, last_day date) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update study_participation p set t0 = how, t0_until = last_day, version = p.version + 1
  where p.participant_id = of_participant and p.study = of_study and p.arm_fixed_on is null and (p.t0, p.t0_until) is distinct from (how, last_day);
end $$;
comment on function study.set_t0 is 'Not for the application: the list before the decision was opened, completed, declined or is over. After the arm was fixed nothing of it changes.';

create function study.fix_arm(of_participant uuid, of_study text, to_arm text, facts jsonb) returns boolean language plpgsql security definer set search_path = public, study, app, pg_catalog as $$
declare changed integer;
begin
  update study_participation p set t0 = case when p.t0 = 'open' then 'expired' else p.t0 end, arm = to_arm, arm_facts = facts, arm_fixed_on = app.today(), version = p.version + 1
  where p.participant_id = of_participant and p.study = of_study and p.arm_fixed_on is null and (p.t0 <> 'open' or p.t0_until < app.today());
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function study.fix_arm is 'For the job alone: keeps the arm as it is at T0, once. Nothing that happens later in care changes it [domain 5.1].';

create function study.arms_to_fix() returns table (participant_id uuid, study text, category text, maternity_care uuid, municipality text, insurer text)
language sql stable security definer set search_path = public, study, app, pg_catalog as $$
  select p.participant_id, p.study, f.category, f.maternity_care, f.municipality, f.insurer
  from study_participation p join study_key k on k.participant_id = p.participant_id cross join lateral study.facts_of(k.trajectory_id) f
  where p.arm_fixed_on is null and (p.t0 <> 'open' or p.t0_until < app.today()) order by p.created_at $$;
comment on function study.arms_to_fix is 'For the job alone: whose T0 is over and has no arm yet, with the facts of that moment and no name.';

create function study.change_arm(of_participant uuid, of_study text, to_arm text, why text, seen_version integer) returns text language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); p study_participation;
begin
  select q.* into p from study_participation q where q.participant_id = of_participant and q.study = of_study for update;
  if p.participant_id is null then return 'not-found'; end if;
  if p.version is distinct from seen_version then return 'changed'; end if;
  if p.arm_fixed_on is null then return 'not-fixed'; end if;
  if p.arm is not distinct from to_arm then return 'same-arm'; end if;
  insert into study_arm_change (participant_id, study, from_arm, to_arm, why, by) values (p.participant_id, p.study, p.arm, to_arm, trim(change_arm.why), asker.professional_id);
  update study_participation q set arm = to_arm, version = q.version + 1 where q.participant_id = p.participant_id and q.study = p.study;
  return 'done';
end $$;
comment on function study.change_arm is 'The research desk corrects an arm, on the pseudonym and with a reason; what it was stays readable.';

create function study.places() returns table (participant_id uuid, pillar smallint, entry text, days_after_consent integer, given_back boolean) language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk();
begin
  return query select k.participant_id, q.pillar, q.entry, q.taken_on - (select min(p.consent_on) from study_participation p where p.participant_id = k.participant_id), q.state = 'given_back'
    from study_key k join programme_place q on q.trajectory_id = k.trajectory_id order by 1, 2, q.taken_on;
end $$;
comment on function study.places is 'For the research desk: whether and when a participant was enrolled in a pillar, as days after her consent. Beside the arm, which it never changes [domain 5.1].';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'study' loop execute format('alter function %s owner to wieg_guard', f); end loop;
end $$;
grant execute on function study.facts_of, study.end_participation, study.change_arm, study.places to wieg_app;
grant execute on function study.dates_of, study.fix_arm, study.arms_to_fix to wieg_worker;
