-- Up Migration
-- What is asked of a participant, and what she answered [001 ch. 6; domain 5.2]. All of it by pseudonym: no table here knows a family, a name or an address.
create table study_ask (
  id uuid primary key default gen_random_uuid(),
  participant_id uuid not null references study_participant on delete cascade,
  waves text[] not null check (cardinality(waves) between 1 and 6),
  instruments jsonb not null default '[]' check (jsonb_typeof(instruments) = 'array'),
  opens_on date not null,
  remind_on date[] not null default '{}',
  expires_on date not null,
  state text not null default 'planned' check (state in ('planned', 'open', 'answered', 'declined', 'expired', 'stopped')),
  late boolean not null default false,
  way text check (way in ('link', 'paper', 'help')),
  told text check (told in ('mail', 'no_address', 'paper', 'help', 'no_text')),
  reminded integer not null default 0,
  form_code text unique check (form_code ~ '^[A-Z0-9]{9}$'),
  printed_on date,
  opened_at timestamptz,
  answered_on date,
  stopped_because text,
  reached text,
  version integer not null default 1,
  check (expires_on >= opens_on),
  check ((state = 'answered') = (answered_on is not null)),
  check ((state = 'stopped') = (stopped_because is not null)),
  check ((state in ('open', 'answered', 'declined')) <= (opened_at is not null))
);
create index study_ask_of_participant on study_ask (participant_id);
create index study_ask_due on study_ask (state, opens_on) where state in ('planned', 'open');
comment on table study_ask is 'One list for one participant: a wave, or waves of two studies that fall together. Follows the dates of her line until it opens. FHIR Task, QuestionnaireResponse.';
comment on column study_ask.id is 'Random id.';
comment on column study_ask.participant_id is 'Whom it is for, by pseudonym.';
comment on column study_ask.waves is 'What it is of, such as study_1:T1 and study_2:T0 in one list. A wave of a participant stands in one list only.';
comment on column study_ask.instruments is 'Texts with language, version and items, fixed when it opens: a next version loaded meanwhile leaves it as it is.';
comment on column study_ask.opens_on is 'First day; once open, the day on which it did.';
comment on column study_ask.remind_on is 'Days on which a reminder goes.';
comment on column study_ask.expires_on is 'Last day on which it can be answered.';
comment on column study_ask.state is 'planned, open, answered, declined (she said no to this list), expired, stopped (withdrawal, loss or end).';
comment on column study_ask.late is 'Asked later than the plan has it: entry after the birth, or a date that became known late.';
comment on column study_ask.way is 'How it is answered: by a personal link, on paper by post, or with help of a professional. Set when it opens.';
comment on column study_ask.told is 'Whether she could be told: by mail, not (no safe address), on paper, through who helps; no_text: no validated text in her language.';
comment on column study_ask.reminded is 'How many reminders went.';
comment on column study_ask.form_code is 'Number on a printed form: eight signs and a check sign. Says nothing of her, and is not her pseudonym.';
comment on column study_ask.printed_on is 'Day on which the form was last printed.';
comment on column study_ask.opened_at is 'When it opened.';
comment on column study_ask.answered_on is 'Day on which it was completed.';
comment on column study_ask.stopped_because is 'Why it stopped: withdrawn, loss, moved, study_over, other.';
comment on column study_ask.reached is 'The last page that she saved, so that she can go on there.';
comment on column study_ask.version is 'Raised by one at each change.';

create table study_link (
  id uuid primary key default gen_random_uuid(),
  ask_id uuid not null references study_ask on delete cascade,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index study_link_of_ask on study_link (ask_id);
comment on table study_link is 'A personal link to one list. Shows the list and nothing else; no name, no pseudonym.';
comment on column study_link.id is 'Random id.';
comment on column study_link.ask_id is 'The list.';
comment on column study_link.token_hash is 'SHA-256 of the token in the link; the token is kept nowhere.';
comment on column study_link.made_at is 'When made.';
comment on column study_link.expires_at is 'It works until this moment, and never longer than the list is open.';
comment on column study_link.revoked_at is 'When it was revoked.';
comment on column study_link.used_at is 'When it was first opened.';

create table study_answer (
  ask_id uuid not null references study_ask on delete cascade,
  item text not null check (length(item) <= 40),
  entry smallint not null check (entry between 0 and 3),
  instrument text not null,
  instrument_version text not null,
  value smallint,
  missing text check (missing in ('skipped', 'declined', 'not_reached', 'illegible')),
  way text not null check (way in ('link', 'paper', 'help')),
  entered_by uuid references professional,
  answered_at timestamptz not null default now(),
  shown_at timestamptz,
  primary key (ask_id, item, entry),
  check ((value is null) = (missing is not null)),
  check ((entry = 0) = (way <> 'paper'))
);
comment on table study_answer is 'The answer to one item of a list. Counts: the settled one (3), else 1 when 1 and 2 are equal, else 0. FHIR QuestionnaireResponse.item.';
comment on column study_answer.ask_id is 'The list.';
comment on column study_answer.item is 'Item of the instrument (linkId).';
comment on column study_answer.entry is '0: herself, or with help. 1 and 2: two entries of one paper form. 3: settled by a third.';
comment on column study_answer.instrument is 'Text that was answered: form and language, such as brs-6.nl.';
comment on column study_answer.instrument_version is 'Version of that text.';
comment on column study_answer.value is 'The answer, as the scale counts it.';
comment on column study_answer.missing is 'Why there is none: skipped, declined ("liever niet"), not_reached (stopped before), illegible (paper).';
comment on column study_answer.way is 'link, paper or help.';
comment on column study_answer.entered_by is 'Who entered it: of paper, or who helped; empty when she did so herself.';
comment on column study_answer.answered_at is 'When.';
comment on column study_answer.shown_at is 'When the page was shown on which it was answered: a page that is sent twice is one page. Empty on paper.';

create table study_answer_earlier (
  id bigint generated always as identity primary key,
  ask_id uuid not null references study_ask on delete cascade,
  item text not null,
  entry smallint not null,
  value smallint,
  missing text,
  answered_at timestamptz not null,
  replaced_at timestamptz not null default now()
);
create index study_answer_earlier_of_ask on study_answer_earlier (ask_id);
comment on table study_answer_earlier is 'What an answer was before it was changed, on this device or another: the last one counts, nothing is lost.';
comment on column study_answer_earlier.id is 'Running number.';
comment on column study_answer_earlier.ask_id is 'The list.';
comment on column study_answer_earlier.item is 'The item.';
comment on column study_answer_earlier.entry is 'As in study_answer.';
comment on column study_answer_earlier.value is 'What was answered before.';
comment on column study_answer_earlier.missing is 'Or why there was no answer.';
comment on column study_answer_earlier.answered_at is 'When that was.';
comment on column study_answer_earlier.replaced_at is 'When it was changed.';

do $$ declare t text; begin
  foreach t in array array['study_ask', 'study_link', 'study_answer', 'study_answer_earlier'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wieg_guard', t);
    insert into protected_table (name, part, scope) values (t, 'study', 'own');
  end loop;
  -- The research desk reads by pseudonym; it writes through functions alone. The links are nobody's to read.
  foreach t in array array['study_ask', 'study_answer'] loop
    execute format('create policy desk on %I for select to wieg_app using ((select trust.my_role()) = ''research_desk'')', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
end $$;

create function study.guard_ask() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('study ask ' || new.participant_id, 0));
  if exists (select from study_ask a where a.participant_id = new.participant_id and a.id <> new.id and a.waves && new.waves) then
    raise exception 'a wave is asked once' using errcode = 'unique_violation'; end if;
  return new;
end $$;
comment on function study.guard_ask is 'A wave of a participant stands in one list only.';
create trigger guard_ask before insert or update of waves, participant_id on study_ask for each row execute function study.guard_ask();

create function study.keep_earlier_answer() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  insert into study_answer_earlier (ask_id, item, entry, value, missing, answered_at) values (old.ask_id, old.item, old.entry, old.value, old.missing, old.answered_at);
  return null;
end $$;
comment on function study.keep_earlier_answer is 'What is changed is kept beside it.';
create trigger keep_earlier_answer after update on study_answer for each row
  when ((old.value, old.missing) is distinct from (new.value, new.missing)) execute function study.keep_earlier_answer();

-- Links of a list that is no longer open work no more, and mail about it that still waits goes nowhere.
create function study.close_links() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  update study_link l set revoked_at = now() where l.ask_id = new.id and l.revoked_at is null;
  return null;
end $$;
comment on function study.close_links is 'At once, when a list is answered, declined, expired or stopped.';
create trigger close_links after update of state on study_ask for each row when (new.state not in ('planned', 'open')) execute function study.close_links();

create function study.drop_mail() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  -- also what failed or is in doubt, which somebody could send again by hand
  delete from mail m where m.once = 'study-link ' || encode(new.token_hash, 'hex') and m.state in ('waiting', 'failed', 'in-doubt');
  return null;
end $$;
comment on function study.drop_mail is 'A link that is revoked is not mailed any more. What is over by time is not either: mail.not_after.';
create trigger drop_mail after update of revoked_at on study_link for each row when (new.revoked_at is not null) execute function study.drop_mail();

-- Withdrawal, loss and end stop what is planned and what is open, in the transaction in which they are recorded [domain 3.10].
create function study.stop_asks() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  update study_ask set state = 'stopped', stopped_because = coalesce(new.ended_because, 'withdrawn'), version = version + 1
  where participant_id = new.id and state in ('planned', 'open');
  return null;
end $$;
comment on function study.stop_asks is 'Nothing is asked any more of who withdrew or ended.';
create trigger stop_asks after update of state on study_participant for each row when (new.state <> 'active') execute function study.stop_asks();

create function study.drop_waves() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  update study_ask set state = 'stopped', stopped_because = 'withdrawn', version = version + 1
  where participant_id = new.participant_id and state in ('planned', 'open') and not exists (select from unnest(waves) w where split_part(w, ':', 1) <> new.study);
  update study_ask set waves = array(select w from unnest(waves) w where split_part(w, ':', 1) <> new.study), version = version + 1
  where participant_id = new.participant_id and state in ('planned', 'open') and exists (select from unnest(waves) w where split_part(w, ':', 1) = new.study);
  return null;
end $$;
comment on function study.drop_waves is 'Who withdraws from one of two studies keeps the lists of the other.';
create trigger drop_waves after update of withdrawn_on on study_participation for each row when (new.withdrawn_on is not null) execute function study.drop_waves();

-- The gate before the decision follows the first list [domain 5.2].
create function study.tell_gate() returns trigger language plpgsql security definer set search_path = public, study, pg_catalog as $$
begin
  perform study.set_t0(new.participant_id, split_part(w, ':', 1), case new.state when 'answered' then 'completed' when 'declined' then 'declined' when 'expired' then 'expired' else 'open' end, new.expires_on)
  from unnest(new.waves) w where w like '%:T0' and new.state <> 'stopped';
  return null;
end $$;
comment on function study.tell_gate is 'What became of the list before the decision opens or holds the gate.';
create trigger tell_gate after insert or update of state, expires_on on study_ask for each row execute function study.tell_gate();

do $$ declare f text; begin
  foreach f in array array['guard_ask', 'tell_gate', 'keep_earlier_answer', 'close_links', 'drop_mail', 'stop_asks', 'drop_waves'] loop
    execute format('alter function study.%I() owner to wieg_guard', f);
  end loop;
end $$;
