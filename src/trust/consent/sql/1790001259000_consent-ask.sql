-- Up Migration
-- A question for consent that waits for someone's own answer, in her or his own pages [domain 6.3]: the mother's, or the partner's about himself. What
-- she answers is a row of `consent` like any other answer, with the way `portal`; nobody else gives it.
create table consent_ask (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  about_person uuid not null references family_member,
  own_person uuid references family_member,
  purpose text not null check (purpose in ('sharing', 'prenatal_home_visit', 'triangle_consultation', 'case_conference', 'programme')),
  recipients uuid[] not null default '{}' check (cardinality(recipients) <= 20),
  roles text[] not null default '{}' check (cardinality(roles) <= 20),
  parts text[] not null check (cardinality(parts) between 1 and 8),
  medical_too boolean not null default false,
  until date,
  state text not null default 'open' check (state in ('open', 'given', 'refused', 'withdrawn', 'overtaken', 'closed')),
  answered_on date,
  asked_membership_id uuid not null references membership,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((answered_on is not null) = (state in ('given', 'refused')))
);
create index consent_ask_of_trajectory on consent_ask (trajectory_id);
comment on table consent_ask is 'Consent that is asked of the mother or the partner in own pages, until she or he answers. FHIR Task with a proposed Consent.';
comment on column consent_ask.id is 'Random id.';
comment on column consent_ask.trajectory_id is 'The line.';
comment on column consent_ask.about_person is 'Whose data it is about, who alone answers: the mother, or the partner.';
comment on column consent_ask.own_person is 'The partner, of what is asked of him: whoever may not know him reads nothing of it.';
comment on column consent_ask.purpose is 'What for.';
comment on column consent_ask.recipients is 'To which organisations.';
comment on column consent_ask.roles is 'To which roles, in each organisation involved.';
comment on column consent_ask.parts is 'Which parts they would see.';
comment on column consent_ask.medical_too is 'Whether social partners would see medical entries in full.';
comment on column consent_ask.until is 'Last day that is asked for; empty: until she takes it back.';
comment on column consent_ask.state is 'open; given (all of it or less) or refused by herself; withdrawn by who asked; overtaken by another answer or question about the same; closed with her pages.';
comment on column consent_ask.answered_on is 'Day on which she answered.';
comment on column consent_ask.asked_membership_id is 'Job of who asked.';
comment on column consent_ask.author_organisation_id is 'Organisation that asks.';
comment on column consent_ask.author_id is 'Professional who asks.';
comment on column consent_ask.created_at is 'When asked.';
comment on column consent_ask.version is 'Raised by one at each change.';
select trust.protect('consent_ask', 'identity');
drop policy add on consent_ask;
revoke insert, update on consent_ask from wieg_app;

create function trust.close_consent_ask(of_ask uuid, new_state text) returns void language sql security definer set search_path = public, app, pg_catalog as $$
  update consent_ask set state = new_state, answered_on = case when new_state in ('given', 'refused') then app.today() end, version = version + 1 where id = of_ask and state = 'open';
  update work_item set closed_at = now(), closed_why = new_state where subject_id = of_ask and kind = 'consent.asked' and closed_at is null $$;
comment on function trust.close_consent_ask is 'Not for the application: a question is open no more, and waits for nobody.';

create function trust.tell_who_asked(ask consent_ask, answer text) returns void language sql security definer set search_path = public, trust, app, pg_catalog as $$
  insert into work_item as w (principal, trajectory_id, kind, subject_id, due_on, facts)
  select case when coalesce(m.until, 'infinity') >= app.today() then m.principal else t.principal end, ask.trajectory_id, 'consent.answered', ask.id, app.today() + 3,
    jsonb_build_object('purpose', ask.purpose, 'answer', answer, 'who', case when ask.own_person is null then 'mother' else 'partner' end)
  from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role where m.id = ask.asked_membership_id
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.trajectory_id = excluded.trajectory_id $$;
comment on function trust.tell_who_asked is 'Not for the application: how it ended, for who asked; for her team when she has left.';

-- The partner is asked by who registered him, or whom he lets know who he is: what she allows says nothing about him.
create function trust.reading_partner(of_trajectory uuid) returns family_member language plpgsql stable security definer set search_path = public, trust, family, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); one family_member;
begin
  if not trust.knows_family(of_trajectory) then return null; end if;
  select m.* into one from family_account a join family_member m on m.id = a.person_id and m.kind = 'partner' and m.until is null and m.died_on is null
  where a.trajectory_id = of_trajectory and a.ended_at is null and family.allows_pages(a.trajectory_id, a.person_id)
    and (m.author_organisation_id = asker.organisation_id or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory
      and g.part = 1 and g.own_person = m.id and g.until >= app.today()))
  order by a.created_at desc limit 1;
  return one;
end $$;
comment on function trust.reading_partner is 'Not for the application: the partner, while he has pages of his own on this line, for who may know him.';

create function trust.partner_reader(of_trajectory uuid) returns table (person uuid, decides_himself boolean) language sql stable security definer set search_path = public, trust, app, pg_catalog as $$
  select p.id, coalesce(p.birth_date <= (app.today() - interval '16 years')::date, false) from trust.reading_partner(of_trajectory) p where p.id is not null $$;
comment on function trust.partner_reader is 'Whether the partner can be asked in his own pages: no row where he has none, or is not the asker''s to know.';

create function trust.ask_family(of_trajectory uuid, of_person uuid, of_purpose text, to_organisations uuid[], to_roles text[], of_parts text[], with_medical boolean, last_day date, due date, mail jsonb) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory); one family_member; made consent_ask; older uuid;
begin
  if not trust.knows_family(of_trajectory) or cardinality(asker.writes) = 0 then raise exception 'not hers to ask' using errcode = 'insufficient_privilege'; end if;
  select m.* into one from family_member m where m.id = of_person and m.id = trust.reading_mother(of_trajectory);
  if one.id is null then select p.* into one from trust.reading_partner(of_trajectory) p where p.id = of_person; end if;
  if one.id is null or not exists (select from trajectory t where t.id = of_trajectory and t.state = 'open') then return 'no-pages'; end if;
  -- before the first list of a study is over she does not hear that a place is looked for, in whichever arm [domain 5.2]
  if of_purpose = 'programme' and study.gate_closed(of_trajectory) then return 'waits-for-study'; end if;
  -- from 12 to 15 one decides with one's parents: that can't be heard from here [BW 7:447, 7:450]
  if one.birth_date is null or one.birth_date > app.today() - interval '16 years' then return 'with-parents'; end if;
  if exists (select from unnest(to_organisations) org where not exists (select from organisation o where o.id = org and o.active))
    or cardinality(to_organisations) + cardinality(to_roles) = 0 or last_day < app.today() then raise exception 'not to be asked' using errcode = 'check_violation'; end if;
  for older in select a.id from consent_ask a where a.trajectory_id = of_trajectory and a.about_person = one.id and a.purpose = of_purpose and a.state = 'open'
      and (a.recipients && to_organisations or a.roles && to_roles) for update loop
    perform trust.close_consent_ask(older, 'overtaken');
  end loop;
  insert into consent_ask (trajectory_id, about_person, own_person, purpose, recipients, roles, parts, medical_too, until, asked_membership_id, author_organisation_id, author_id)
  values (of_trajectory, one.id, one.own_person, of_purpose, to_organisations, to_roles, of_parts, with_medical, last_day, asker.membership_id, asker.organisation_id, asker.professional_id) returning * into made;
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select m.principal, of_trajectory, 'consent.asked', made.id, 'waiting', due, jsonb_build_object('purpose', of_purpose, 'who', one.kind) from membership m where m.id = asker.membership_id;
  if one.kind = 'mother' then perform trust.mail_mother(of_trajectory, mail); end if;
  return 'done';
end $$;
comment on function trust.ask_family is 'Asks the mother, or the partner about himself, for consent in own pages; a newer question about the same takes the place of an older one.';

create function trust.withdraw_consent_ask(of_ask uuid, seen_version integer) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker; ask consent_ask;
begin
  select a.* into ask from consent_ask a where a.id = of_ask for update;
  asker := trust.must_be_involved(ask.trajectory_id);
  if not trust.knows_family(ask.trajectory_id) or cardinality(asker.writes) = 0 then raise exception 'not hers to take back' using errcode = 'insufficient_privilege'; end if;
  if ask.state <> 'open' or ask.version is distinct from seen_version then return false; end if;
  perform trust.close_consent_ask(of_ask, 'withdrawn');
  return true;
end $$;
comment on function trust.withdraw_consent_ask is 'Takes a question back that she did not answer yet. False when someone was first.';

create function trust.end_consent_asks(of_trajectory uuid, person uuid) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare ask consent_ask;
begin
  for ask in select a.* from consent_ask a where a.trajectory_id = of_trajectory and a.about_person = person and a.state = 'open' for update loop
    perform trust.close_consent_ask(ask.id, 'closed');
    perform trust.tell_who_asked(ask, 'closed');
  end loop;
end $$;
comment on function trust.end_consent_asks is 'Not for the application: her pages stop, so that she answers nothing there any more; who asked is told.';

create function trust.consent_overtakes_ask() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare older uuid;
begin
  for older in select a.id from consent_ask a where a.trajectory_id = new.trajectory_id and a.about_person = new.about_person and a.purpose = new.purpose and a.state = 'open'
      and (new.recipient_organisation_id = any(a.recipients) or new.recipient_role = any(a.roles)
        or (not new.given and new.recipient_organisation_id is null and new.recipient_role is null)) for update loop
    perform trust.close_consent_ask(older, 'overtaken');
  end loop;
  return null;
end $$;
comment on function trust.consent_overtakes_ask is 'What she said to a professional meanwhile is the answer: she is not asked the same again.';
create trigger consent_overtakes_ask after insert on consent for each row execute function trust.consent_overtakes_ask();

do $$ declare f text; begin
  foreach f in array array['close_consent_ask', 'tell_who_asked', 'reading_partner', 'partner_reader', 'ask_family', 'withdraw_consent_ask', 'end_consent_asks', 'consent_overtakes_ask'] loop
    execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.partner_reader, trust.ask_family, trust.withdraw_consent_ask to wieg_app;
