-- Up Migration
-- A partner without an account answers by a one-time link from a mail without content; the code that who asked reads out by telephone says who it is.
create table referral_link (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  candidate_id uuid not null,
  token_hash bytea not null,
  code text not null check (code ~ '^[0-9]{6}$'),
  until date not null,
  tries smallint not null default 0,
  used_at timestamptz,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (candidate_id, trajectory_id) references referral_candidate (id, trajectory_id)
);
create index referral_link_by_token on referral_link (token_hash);
create index referral_link_of_candidate on referral_link (candidate_id, created_at desc);
comment on table referral_link is 'A one-time link for a partner without an account. Opens nothing without its code, which goes another way.';
comment on column referral_link.id is 'Random id.';
comment on column referral_link.trajectory_id is 'The line.';
comment on column referral_link.candidate_id is 'Who is asked.';
comment on column referral_link.token_hash is 'SHA-256 of the token in the link; the token is kept nowhere.';
comment on column referral_link.code is 'Code that who asked reads out by telephone. Useless without the link.';
comment on column referral_link.until is 'Last day on which it works.';
comment on column referral_link.tries is 'Wrong codes so far; after some it works no more.';
comment on column referral_link.used_at is 'When it was used, or replaced by a newer one.';
comment on column referral_link.author_organisation_id is 'Organisation that asks.';
comment on column referral_link.author_id is 'Professional who sent it.';
comment on column referral_link.created_at is 'When made.';
comment on column referral_link.version is 'Always 1: the application does not change it.';
select trust.protect('referral_link', 'referrals');
drop policy add on referral_link;
drop policy change on referral_link;
revoke insert, update on referral_link from wieg_app;

create function trust.send_referral_link(of_candidate uuid, hash bytea, with_code text, last_day date, mail_subject text, mail_body text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare c referral_candidate := trust.must_be_side(of_candidate); asker trust.asker := trust.asker(); address text;
begin
  if c.author_organisation_id <> asker.organisation_id or c.way <> 'link' then raise exception 'not hers to send' using errcode = 'insufficient_privilege'; end if;
  if c.state not in ('requested', 'waitlisted') then return 'referral-not-in-state'; end if;
  select coalesce(o.contact_email, g.email) into address from support_offer o join organisation g on g.id = o.organisation_id where o.id = c.offer_id;
  if address is null then return 'referral-no-address'; end if;
  update referral_link set used_at = now() where candidate_id = c.id and used_at is null;
  insert into referral_link (trajectory_id, candidate_id, token_hash, code, until, author_organisation_id)
  values (c.trajectory_id, c.id, hash, with_code, last_day, asker.organisation_id);
  perform app.put_mail(address, mail_subject, mail_body, 'referral-link ' || encode(sha256(hash), 'hex'));
  return 'done';
end $$;
comment on function trust.send_referral_link is 'Sends a candidate without an account its link; an earlier one works no more.';

create function trust.referral_by_link(hash bytea, typed_code text, most_tries integer) returns referral_link
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare link referral_link;
begin
  select l.* into link from referral_link l join referral_candidate c on c.id = l.candidate_id and c.state in ('requested', 'waitlisted')
  where l.token_hash = hash and l.used_at is null and l.until >= app.today() and l.tries < most_tries for update of l;
  if link.id is null then return null; end if;
  if link.code is distinct from typed_code then
    update referral_link set tries = tries + 1 where id = link.id;
    return null;
  end if;
  return link;
end $$;
comment on function trust.referral_by_link is 'Not for the application: the link, when it still works and the code is right; a wrong code is counted.';

create function trust.open_referral_link(hash bytea, typed_code text, most_tries integer) returns table (candidate_id uuid, state text, way text, offer text, asked text, asking text, phone text,
  asked_by text, municipality text, language text, interpreter_needed boolean, period text, weeks_from smallint, urgent boolean, answer_by date, requested_on date, allowed boolean)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare link referral_link := trust.referral_by_link(hash, typed_code, most_tries);
begin
  return query select c.id, c.state, c.way, o.name, g.name, a.name, coalesce(p.phone, a.phone), p.display_name, n.name, c.language, c.interpreter_needed, c.period, c.weeks_from, c.urgent,
      c.answer_by, c.requested_on, trust.shares_with(c.trajectory_id, c.asked_organisation_id)
    from referral_candidate c join support_offer o on o.id = c.offer_id join organisation g on g.id = c.asked_organisation_id join organisation a on a.id = c.author_organisation_id
      join membership m on m.id = c.asked_by join professional p on p.id = m.professional_id left join municipality n on n.code = c.municipality_code
    where c.id = link.candidate_id;
end $$;
comment on function trust.open_referral_link is 'What a candidate without an account may read before it answers: nothing that says who the family is.';

create function trust.answer_referral_link(hash bytea, typed_code text, most_tries integer, new_state text, by_name text, expected date, why text, in_words text) returns table (code text, candidate_id uuid, taken uuid[], family text, question text)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare link referral_link := trust.referral_by_link(hash, typed_code, most_tries); c referral_candidate; gone uuid[];
begin
  if link.id is null or new_state not in ('accepted', 'declined', 'waitlisted') then return; end if;
  select r.* into c from referral_candidate r where r.id = link.candidate_id;
  perform from referral r where r.id = c.referral_id for update;
  select r.* into c from referral_candidate r where r.id = link.candidate_id;
  if c.state not in ('requested', 'waitlisted') then return; end if;
  if new_state = 'accepted' and not trust.shares_with(c.trajectory_id, c.asked_organisation_id) then
    return query select 'referral-no-consent', c.id, '{}'::uuid[], null::text, null::text; return; end if;
  update referral_candidate set state = new_state, answered_on = app.today(), helper_name = case when new_state = 'accepted' then by_name end, expected_on = expected,
    ended_on = case when new_state = 'declined' then app.today() end, ended_by = case when new_state = 'declined' then 'asked' end, reason = why, note = in_words, version = version + 1
  where id = c.id;
  update referral_link l set used_at = now() where l.id = link.id;
  if new_state = 'accepted' then gone := array(select s.id from referral_candidate s where s.referral_id = c.referral_id and s.state = 'taken'); end if;
  return query select 'done', c.id, coalesce(gone, '{}'), f.name, f.question from (
    select case when new_state = 'accepted' then concat_ws(' ', m.given_name, m.prefix, m.family_name) end as name, case when new_state = 'accepted' then r.question end as question
    from referral r join trajectory t on t.id = r.trajectory_id join family_member m on m.family_id = t.family_id and m.kind = 'mother' where r.id = c.referral_id order by m.created_at limit 1) f;
end $$;
comment on function trust.answer_referral_link is 'The answer of a candidate without an account; the link is used up. Who accepts is told who the family is, once, when the family allows it.';

create function trust.follow_referral_link(hash bytea, of_candidate uuid, items jsonb, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from referral_link l join referral_candidate c on c.id = l.candidate_id join referral_candidate s on s.referral_id = c.referral_id
      where l.token_hash = hash and l.used_at = now() and s.id = of_candidate) then
    raise exception 'not answered in this transaction' using errcode = 'insufficient_privilege'; end if;
  perform trust.set_referral_work(of_candidate, items, with_facts);
end $$;
comment on function trust.follow_referral_link is 'Puts before each side what an answer by link asks of it, in the transaction of that answer.';

do $$ declare f text; begin
  foreach f in array array['send_referral_link(uuid, bytea, text, date, text, text)', 'referral_by_link(bytea, text, integer)', 'open_referral_link(bytea, text, integer)',
    'answer_referral_link(bytea, text, integer, text, text, date, text, text)', 'follow_referral_link(bytea, uuid, jsonb, jsonb)'] loop
    execute format('alter function trust.%s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.send_referral_link, trust.open_referral_link, trust.answer_referral_link, trust.follow_referral_link to wieg_app;
