-- Up Migration
-- A partner without an account answers by a one-time link (src/trust/oneTimeLink), once.
create trigger forget_links after delete on referral_candidate for each row execute function trust.forget_links('referral');

create function trust.send_referral_link(of_candidate uuid, hash bytea, with_code text, last_day date, mail_subject text, mail_body text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare c referral_candidate := trust.must_be_side(of_candidate); asker trust.asker := trust.asker(); address text; offer text; organisation text;
begin
  if c.author_organisation_id <> asker.organisation_id or c.way <> 'link' then raise exception 'not hers to send' using errcode = 'insufficient_privilege'; end if;
  if c.state not in ('requested', 'waitlisted') then return 'referral-not-in-state'; end if;
  select coalesce(o.contact_email, g.email), o.name, g.name into address, offer, organisation from support_offer o join organisation g on g.id = o.organisation_id where o.id = c.offer_id;
  if address is null then return 'referral-no-address'; end if;
  perform trust.put_link('referral', c.id, hash, with_code, last_day, offer, organisation, address, mail_subject, mail_body);
  return 'done';
end $$;
comment on function trust.send_referral_link is 'Sends a candidate without an account its link; an earlier one works no more.';

create function trust.sent_referral_link(of_candidate uuid, most_tries integer) returns table (code text, until date, works boolean)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare c referral_candidate := trust.must_be_side(of_candidate);
begin
  if c.author_organisation_id <> trust.my_organisation() then return; end if;
  return query select l.code, l.until, l.works and c.state in ('requested', 'waitlisted') from trust.newest_link('referral', c.id, most_tries) l;
end $$;
comment on function trust.sent_referral_link is 'For who asked: the code to read out by telephone, and whether it still works.';

create function trust.referral_by_link(hash bytea, typed_code text, most_tries integer) returns table (link_id uuid, candidate_id uuid)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare link one_time_link := trust.link_by_code('referral', hash, typed_code, most_tries);
begin
  return query select link.id, c.id from referral_candidate c where c.id = link.subject_id and c.state in ('requested', 'waitlisted');
end $$;
comment on function trust.referral_by_link is 'Not for the application: the request that still waits for an answer, when its link works and the code is right.';

create function trust.open_referral_link(hash bytea, typed_code text, most_tries integer, from_where text, of_request text) returns table (candidate_id uuid, state text, way text, offer text, asked text, asking text, phone text,
  asked_by text, municipality text, language text, interpreter_needed boolean, period text, weeks_from smallint, urgent boolean, answer_by date, requested_on date, allowed boolean)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare opened record;
begin
  select * into opened from trust.referral_by_link(hash, typed_code, most_tries);
  if opened.link_id is null then return; end if;
  perform trust.record_by_link('referral.request-read', opened.link_id, c.trajectory_id, 'request', null, from_where, of_request) from referral_candidate c where c.id = opened.candidate_id;
  return query select c.id, c.state, c.way, o.name, g.name, a.name, coalesce(p.phone, a.phone), p.display_name, n.name, c.language, c.interpreter_needed, c.period, c.weeks_from, c.urgent,
      c.answer_by, c.requested_on, trust.shares_with(c.trajectory_id, c.asked_organisation_id)
    from referral_candidate c join support_offer o on o.id = c.offer_id join organisation g on g.id = c.asked_organisation_id join organisation a on a.id = c.author_organisation_id
      join membership m on m.id = c.asked_by join professional p on p.id = m.professional_id left join municipality n on n.code = c.municipality_code
    where c.id = opened.candidate_id;
end $$;
comment on function trust.open_referral_link is 'What a candidate without an account may read before it answers: nothing that says who the family is.';

create function trust.answer_referral_link(hash bytea, typed_code text, most_tries integer, from_where text, of_request text, new_state text, by_name text, expected date, why text, in_words text) returns table (code text, candidate_id uuid, taken uuid[], family text, question text)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_variable
declare link record; c referral_candidate; gone uuid[];
begin
  select * into link from trust.referral_by_link(hash, typed_code, most_tries);
  if link.link_id is null or new_state not in ('accepted', 'declined', 'waitlisted') then return; end if;
  select r.* into c from referral_candidate r where r.id = link.candidate_id;
  perform from referral r where r.id = c.referral_id for update;
  select r.* into c from referral_candidate r where r.id = link.candidate_id;
  if c.state not in ('requested', 'waitlisted') then return; end if;
  if new_state = 'accepted' and not trust.shares_with(c.trajectory_id, c.asked_organisation_id) then
    return query select 'referral-no-consent', c.id, '{}'::uuid[], null::text, null::text; return; end if;
  update referral_candidate set state = new_state, answered_on = app.today(), helper_name = case when new_state = 'accepted' then by_name end, expected_on = expected,
    ended_on = case when new_state = 'declined' then app.today() end, ended_by = case when new_state = 'declined' then 'asked' end, reason = why, note = in_words, version = version + 1
  where id = c.id;
  perform trust.end_links('referral', c.id);
  perform trust.record_by_link('referral.link-answered', link.link_id, c.trajectory_id, case when new_state = 'accepted' then 'identity' else 'referrals' end, null, from_where, of_request);
  if new_state = 'accepted' then gone := array(select s.id from referral_candidate s where s.referral_id = c.referral_id and s.state = 'taken'); end if;
  return query select 'done', c.id, coalesce(gone, '{}'), f.name, f.question from (
    select case when new_state = 'accepted' then concat_ws(' ', m.given_name, m.prefix, m.family_name) end as name, case when new_state = 'accepted' then r.question end as question
    from referral r join trajectory t on t.id = r.trajectory_id join family_member m on m.family_id = t.family_id and m.kind = 'mother' where r.id = c.referral_id order by m.created_at limit 1) f;
end $$;
comment on function trust.answer_referral_link is 'The answer of a candidate without an account; the link is used up. Who accepts is told who the family is, once, when the family allows it.';

create function trust.follow_referral_link(hash bytea, of_candidate uuid, items jsonb, with_facts jsonb) returns void language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not exists (select from one_time_link l join referral_candidate c on l.purpose = 'referral' and c.id = l.subject_id join referral_candidate s on s.referral_id = c.referral_id
      where l.token_hash = hash and l.ended_at = now() and s.id = of_candidate) then
    raise exception 'not answered in this transaction' using errcode = 'insufficient_privilege'; end if;
  perform trust.set_referral_work(of_candidate, items, with_facts);
end $$;
comment on function trust.follow_referral_link is 'Puts before each side what an answer by link asks of it, in the transaction of that answer.';

do $$ declare f text; begin
  foreach f in array array['send_referral_link', 'sent_referral_link', 'referral_by_link', 'open_referral_link', 'answer_referral_link', 'follow_referral_link'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.send_referral_link, trust.sent_referral_link, trust.open_referral_link, trust.answer_referral_link, trust.follow_referral_link to wieg_app;
