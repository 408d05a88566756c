-- Up Migration
-- Someone without an account reads or answers one thing: a secret address by a mail without content, and a code that goes another way.
create table one_time_link (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('referral', 'conference-guest')),
  subject_id uuid not null,
  holder_name text not null,
  holder_organisation text not null,
  token_hash bytea not null unique,
  code text not null check (code ~ '^[0-9]{6}$'),
  until date not null,
  tries smallint not null default 0,
  ended_at timestamptz,
  organisation_id uuid not null references organisation,
  made_at timestamptz not null default now()
);
create index one_time_link_of_subject on one_time_link (purpose, subject_id, made_at desc);
comment on table one_time_link is 'A link for someone without an account. Opens nothing without its code, which goes another way; nothing of a family stands in it.';
comment on column one_time_link.id is 'Random id; in the trail it says by which link someone came.';
comment on column one_time_link.purpose is 'What it is for: referral (answering one) or conference-guest (one case of a sitting).';
comment on column one_time_link.subject_id is 'What it opens: the candidate, or the guest.';
comment on column one_time_link.holder_name is 'To whom it was given, for the trail: a professional, or the help that is asked.';
comment on column one_time_link.holder_organisation is 'Organisation of the holder.';
comment on column one_time_link.token_hash is 'SHA-256 of the token in the link; the token is kept nowhere.';
comment on column one_time_link.code is 'Code that who asked reads out by telephone. Useless without the link.';
comment on column one_time_link.until is 'Last day on which it works.';
comment on column one_time_link.tries is 'Wrong codes so far; after some it works no more.';
comment on column one_time_link.ended_at is 'When it was used up, or replaced by a newer one.';
comment on column one_time_link.organisation_id is 'Organisation that sent it.';
comment on column one_time_link.made_at is 'When made.';
alter table one_time_link enable row level security;
alter table one_time_link force row level security;
create policy guard on one_time_link to wieg_guard using (true) with check (true);
create policy owner on one_time_link to wieg_owner using (true) with check (true);
create policy see on one_time_link for select to wieg_app using ((select trust.my_role()) = 'privacy_officer');
grant select, insert, update, delete on one_time_link to wieg_guard;
grant select (id, holder_name, holder_organisation) on one_time_link to wieg_app;

create function trust.put_link(for_what text, of_subject uuid, hash bytea, with_code text, last_day date, name text, organisation text, address text, mail_subject text, mail_body text)
returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  perform trust.end_links(for_what, of_subject);
  insert into one_time_link (purpose, subject_id, holder_name, holder_organisation, token_hash, code, until, organisation_id)
  values (for_what, of_subject, name, organisation, hash, with_code, last_day, asker.organisation_id);
  perform app.put_mail(address, mail_subject, mail_body, for_what || '-link ' || encode(sha256(hash), 'hex'));
end $$;
comment on function trust.put_link is 'Not for the application: a new link in a mail; an earlier one works no more. Who calls it has asked whether this one may send it.';

create function trust.end_links(for_what text, of_subject uuid) returns void language sql security definer set search_path = public, pg_catalog as $$
  update one_time_link set ended_at = now() where purpose = for_what and subject_id = of_subject and ended_at is null $$;
comment on function trust.end_links is 'Not for the application: what was sent for this works no more.';

create function trust.link_by_code(for_what text, hash bytea, typed_code text, most_tries integer) returns one_time_link
language plpgsql security definer set search_path = public, app, pg_catalog as $$
declare link one_time_link;
begin
  select l.* into link from one_time_link l
  where l.purpose = for_what and l.token_hash = hash and l.ended_at is null and l.until >= app.today() and l.tries < most_tries for update;
  if link.id is null then return null; end if;
  if link.code is distinct from typed_code then
    update one_time_link set tries = tries + 1 where id = link.id;
    return null;
  end if;
  return link;
end $$;
comment on function trust.link_by_code is 'Not for the application: the link, when it still works and the code is right; a wrong code is counted.';

create function trust.newest_link(for_what text, of_subject uuid, most_tries integer) returns table (code text, until date, works boolean, organisation_id uuid)
language sql stable security definer set search_path = public, app, pg_catalog as $$
  select l.code, l.until, l.ended_at is null and l.until >= app.today() and l.tries < most_tries, l.organisation_id from one_time_link l
  where l.purpose = for_what and l.subject_id = of_subject order by l.made_at desc, l.ended_at desc nulls first limit 1 $$;
comment on function trust.newest_link is 'Not for the application: the code to read out, and whether it still works.';

-- Who reads or changes by a link has no session: the trail says by which link she came, and the link whose it was.
create function trust.record_by_link(of_event text, of_link uuid, line uuid, of_part text, why text, from_where text, of_request text) returns void
language sql security definer set search_path = public, trust, pg_catalog as $$
  insert into trail_event (event, outcome, role, session_id, request_id, source, trajectory_ids, part, ground, purpose, digest)
  values (of_event, 'done', 'link_holder', of_link, of_request, from_where, array[line], of_part, 'consent', why, trust.digest_of_changes(trust.epoch(), pg_current_xact_id())) $$;
comment on function trust.record_by_link is 'Not for the application: an event of someone without an account on a line [NEN 7513].';

create function trust.forget_links() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  delete from one_time_link l where l.purpose = tg_argv[0] and l.subject_id = old.id;
  return null;
end $$;
comment on function trust.forget_links is 'What was destroyed has no link either. Put on each table that links are sent for.';

do $$ declare f text; begin
  foreach f in array array['put_link', 'end_links', 'link_by_code', 'newest_link', 'record_by_link', 'forget_links'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
