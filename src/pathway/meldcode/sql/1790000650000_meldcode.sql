-- Up Migration
-- Suspicion of violence or child abuse goes by the Meldcode, apart from the shared line: for its author and the Meldcode officer of her
-- organisation, for nobody else, by no consent, relation or emergency [domain 3.1; access.md 2]. So no grants, no record_history, no count.
insert into part (code, name) values (90, 'meldcode');

create table meldcode_case (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid references trajectory,
  about_whom text not null check (length(trim(about_whom)) between 1 and 200),
  state text not null default 'open' check (state in ('open', 'closed')),
  next_on date,
  organisation_id uuid not null default trust.my_organisation() references organisation,
  author_id uuid not null default trust.my_professional() references professional,
  author_membership_id uuid not null default trust.my_membership() references membership,
  started_on date not null default app.today(),
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index meldcode_case_of_organisation on meldcode_case (organisation_id, author_id);
comment on table meldcode_case is 'A suspicion of domestic violence or child abuse, followed by the five steps of the Meldcode. For its author and the Meldcode officer of her organisation alone.';
comment on column meldcode_case.id is 'Random id.';
comment on column meldcode_case.trajectory_id is 'The line it began from, if any. It gives nobody sight of the case.';
comment on column meldcode_case.about_whom is 'Whom it is about, as the author writes it: the officer sees no family page.';
comment on column meldcode_case.state is 'open or closed.';
comment on column meldcode_case.next_on is 'Day on which the author means to do the next step; she is reminded of it.';
comment on column meldcode_case.organisation_id is 'Organisation of the author.';
comment on column meldcode_case.author_id is 'Who has the suspicion.';
comment on column meldcode_case.author_membership_id is 'Her job: whose work the reminder is.';
comment on column meldcode_case.started_on is 'Day on which it began.';
comment on column meldcode_case.created_at is 'When recorded.';
comment on column meldcode_case.version is 'Raised by one at each change.';

create table meldcode_entry (
  id bigint generated always as identity primary key,
  case_id uuid not null references meldcode_case,
  kind text not null check (kind in ('signals', 'consult_veilig_thuis', 'consult_officer', 'consult_colleague', 'ask_officer', 'advice', 'talked', 'not_talked', 'weighed', 'decided',
    'closed', 'reopened')),
  on_day date not null,
  words text check (length(words) <= 5000),
  answers jsonb not null default '{}' check (pg_column_size(answers) < 4000),
  professional_id uuid not null default trust.my_professional() references professional,
  at timestamptz not null default now()
);
create index meldcode_entry_of_case on meldcode_entry (case_id, id);
comment on table meldcode_entry is 'What was done in the steps of the Meldcode, with its day. Added to, never changed: it is its own history.';
comment on column meldcode_entry.id is 'Running number.';
comment on column meldcode_entry.case_id is 'The case.';
comment on column meldcode_entry.kind is 'Which act of which step.';
comment on column meldcode_entry.on_day is 'Day.';
comment on column meldcode_entry.words is 'What was seen, said, advised or decided.';
comment on column meldcode_entry.answers is 'Answers of the weighing and the decision, as codes.';
comment on column meldcode_entry.professional_id is 'Who did it: the author or the officer.';
comment on column meldcode_entry.at is 'When recorded.';

create function trust.meldcode_author() returns uuid language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select a.professional_id from trust.asker() a where exists (select from role_part r where r.role = a.role and r.part = 1 and r.may_read) $$;
comment on function trust.meldcode_author is 'The asker, when she works with families in the job she is in now; administrators never.';
create function trust.meldcode_officer_of() returns uuid language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select a.organisation_id from trust.asker() a where a.role = 'meldcode_officer' $$;
comment on function trust.meldcode_officer_of is 'The organisation of which the asker is the Meldcode officer.';

do $$ declare t text; begin
  foreach t in array array['meldcode_case', 'meldcode_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    insert into protected_table (name, part, scope) values (t, 'meldcode', 'own');
  end loop;
end $$;
create policy see on meldcode_case for select to wieg_app using (
  (organisation_id = (select trust.my_organisation()) and author_id = (select trust.meldcode_author())) or organisation_id = (select trust.meldcode_officer_of()));
create policy add on meldcode_case for insert to wieg_app with check (
  organisation_id = (select trust.my_organisation()) and author_id = (select trust.meldcode_author()) and author_membership_id = (select trust.my_membership()));
create policy change on meldcode_case for update to wieg_app
  using ((organisation_id = (select trust.my_organisation()) and author_id = (select trust.meldcode_author())) or organisation_id = (select trust.meldcode_officer_of()))
  with check ((organisation_id = (select trust.my_organisation()) and author_id = (select trust.meldcode_author())) or organisation_id = (select trust.meldcode_officer_of()));
grant select, insert (trajectory_id, about_whom, next_on), update (state, next_on, version) on meldcode_case to wieg_app;
create policy see on meldcode_entry for select to wieg_app using ((select true from meldcode_case c where c.id = meldcode_entry.case_id));
create policy add on meldcode_entry for insert to wieg_app with check (
  professional_id = (select trust.my_professional()) and (select true from meldcode_case c where c.id = meldcode_entry.case_id));
grant select, insert (case_id, kind, on_day, words, answers) on meldcode_entry to wieg_app;

-- Reminders: to the author, and to the officer when she is asked. On no line, with no facts, and never by e-mail (kinds that begin with own-).
create function trust.watch_meldcode() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare
  of_case uuid := case when tg_table_name = 'meldcode_entry' then (to_jsonb(new) ->> 'case_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
  c meldcode_case; asked meldcode_entry;
begin
  select * into c from meldcode_case m where m.id = of_case;
  update work_item w set closed_at = now(), closed_why = 'done' where w.subject_id = of_case and w.kind in ('own-step', 'own-advice') and w.closed_at is null;
  if c.state = 'closed' then return null; end if;
  insert into work_item (principal, kind, subject_id, side, due_on)
  select m.principal, 'own-step', of_case, 'mine', c.next_on from membership m where m.id = c.author_membership_id and c.next_on is not null
  union all
  select t.principal, 'own-step', of_case, 'waiting', c.next_on from team t where t.organisation_id = c.organisation_id and t.role = 'meldcode_officer' and c.next_on is not null;
  select * into asked from meldcode_entry e where e.case_id = of_case and e.kind in ('ask_officer', 'advice') order by e.id desc limit 1;
  if asked.kind = 'ask_officer' then
    insert into work_item (principal, kind, subject_id, side, due_on)
    select t.principal, 'own-advice', of_case, 'mine', (asked.answers ->> 'by')::date from team t where t.organisation_id = c.organisation_id and t.role = 'meldcode_officer';
  end if;
  return null;
end $$;
comment on function trust.watch_meldcode is 'Reminds the author of the day she set, and the officer of a question that was put to her.';
create trigger watch_meldcode after insert or update on meldcode_case for each row execute function trust.watch_meldcode();
create trigger watch_meldcode after insert on meldcode_entry for each row execute function trust.watch_meldcode();

-- The trail of the Meldcode is for those who may see the case: not for the privacy officer's search, nor for anyone else's.
drop policy see on trail_event;
create policy see on trail_event for select to wieg_app using (
  ((select trust.my_role()) = 'privacy_officer' and event not like 'meldcode.%' and part is distinct from 'meldcode')
  or (event like 'meldcode.%' and organisation_id = (select trust.meldcode_officer_of())));

do $$ declare f regprocedure; begin
  foreach f in array array['trust.meldcode_author()', 'trust.meldcode_officer_of()', 'trust.watch_meldcode()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.meldcode_author, trust.meldcode_officer_of to wieg_app;
