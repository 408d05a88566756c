-- Up Migration
-- Who is behind a pseudonym is shown only when desk and key keeper both want it: the desk asks with a reason, the key keeper grants, and it is shown once, for a short while.
create table study_reveal (
  id uuid primary key default gen_random_uuid(),
  participant_id uuid not null references study_participant on delete cascade,
  reason text not null check (length(trim(reason)) between 10 and 2000),
  asked_by uuid not null references professional,
  asked_at timestamptz not null default now(),
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'over')),
  answer text check (length(trim(answer)) between 3 and 2000),
  answered_by uuid references professional,
  answered_at timestamptz,
  shown_until timestamptz,
  version integer not null default 1,
  check ((state = 'asked') = (answered_by is null)),
  check (answered_by is distinct from asked_by)
);
create unique index study_reveal_open on study_reveal (participant_id) where state = 'asked';
comment on table study_reveal is 'The research desk asks to know who is behind a pseudonym; the key keeper grants or refuses. Names are never kept here.';
comment on column study_reveal.id is 'Random id.';
comment on column study_reveal.participant_id is 'Whose pseudonym.';
comment on column study_reveal.reason is 'Why, without anything that leads to a person.';
comment on column study_reveal.asked_by is 'Who of the research desk asked.';
comment on column study_reveal.asked_at is 'When.';
comment on column study_reveal.state is 'asked, granted, refused, or over: it was shown.';
comment on column study_reveal.answer is 'Why it was refused.';
comment on column study_reveal.answered_by is 'The key keeper who answered; never who asked.';
comment on column study_reveal.answered_at is 'When answered.';
comment on column study_reveal.shown_until is 'Until when the name is shown, to who granted it and nobody else.';
comment on column study_reveal.version is 'Raised by one at each change.';
alter table study_reveal enable row level security;
alter table study_reveal force row level security;
create policy guard on study_reveal to wieg_guard using (true) with check (true);
create policy owner on study_reveal to wieg_owner using (true) with check (true);
create policy see on study_reveal for select to wieg_app using ((select trust.my_role()) in ('research_desk', 'key_keeper'));
grant select on study_reveal to wieg_app;
insert into protected_table (name, part, scope) values ('study_reveal', 'study', 'own');

create function study.ask_reveal(of_code text, why text) returns text language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); one uuid := (select p.id from study_participant p where p.code = of_code);
begin
  if one is null then return 'not-found'; end if;
  insert into study_reveal (participant_id, reason, asked_by) values (one, trim(why), asker.professional_id) on conflict do nothing;
  return case when found then 'done' else 'asked-already' end;
end $$;
comment on function study.ask_reveal is 'The research desk asks who is behind a pseudonym, with its reason.';

create function study.code_of(of_participant uuid) returns text language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  if coalesce((trust.asker()).role, '') not in ('research_desk', 'key_keeper') then return null; end if;
  return (select p.code from study_participant p where p.id = of_participant);
end $$;
comment on function study.code_of is 'The pseudonym of a participant, for desk and key keeper.';

create function study.answer_reveal(of_reveal uuid, yes boolean, why text) returns boolean language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); changed integer;
begin
  if asker.role is distinct from 'key_keeper' then raise exception 'for the key keeper' using errcode = 'insufficient_privilege'; end if;
  update study_reveal r set state = case when yes then 'granted' else 'refused' end, answer = nullif(trim(why), ''), answered_by = asker.professional_id, answered_at = now(),
    shown_until = case when yes then now() + interval '10 minutes' end, version = r.version + 1
  where r.id = of_reveal and r.state = 'asked' and r.asked_by <> asker.professional_id;
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function study.answer_reveal is 'The key keeper grants or refuses, and is never who asked. False when it was answered already.';

create function study.reveal(of_reveal uuid) returns table (code text, name text, born_on date, phone text, email text, site text) language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.role is distinct from 'key_keeper' then raise exception 'for the key keeper' using errcode = 'insufficient_privilege'; end if;
  update study_reveal r set state = 'over', version = r.version + 1 where r.id = of_reveal and r.state = 'granted' and r.answered_by = asker.professional_id and r.shown_until > now();
  if not found then return; end if;
  return query select s.code, concat_ws(' ', m.given_name, m.prefix, m.family_name), m.birth_date,
      (select c.value from family_contact c where c.family_id = m.family_id and c.channel = 'phone' and c.safe order by c.created_at limit 1),
      (select c.value from family_contact c where c.family_id = m.family_id and c.channel = 'email' and c.safe order by c.created_at limit 1), o.name
    from study_reveal r join study_participant s on s.id = r.participant_id join study_key k on k.participant_id = s.id join family_member m on m.id = k.person_id
      join organisation o on o.id = s.site_id where r.id = of_reveal;
end $$;
comment on function study.reveal is 'The name behind a pseudonym, once, to the key keeper who granted it; with what is safe to reach her.';

do $$ declare f text; begin
  foreach f in array array['ask_reveal(text, text)', 'code_of(uuid)', 'answer_reveal(uuid, boolean, text)', 'reveal(uuid)'] loop execute format('alter function study.%s owner to wieg_guard', f); end loop;
end $$;
grant execute on function study.ask_reveal, study.code_of, study.answer_reveal, study.reveal to wieg_app;
