-- Up Migration
-- Closing a line: what was open is settled first, relations end by a rule, and it can be opened again for a while as it was [domain 3.10; access.md 7].
create table line_closing (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  reason text not null check (reason in ('second_birthday', 'moved_away', 'family_stopped', 'other')),
  on_day date not null,
  relations_until date not null,
  relations uuid[] not null default '{}',
  relations_were date[] not null default '{}',
  lead_id uuid,
  goes_on text[] not null default '{}',
  reopened_on date,
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index line_closing_of_trajectory on line_closing (trajectory_id, created_at desc);
comment on table line_closing is 'That a line was closed: what ended with it, so that it can be opened again as it was, and what goes on without Wieg.';
comment on column line_closing.id is 'Random id.';
comment on column line_closing.trajectory_id is 'The line.';
comment on column line_closing.reason is 'Why.';
comment on column line_closing.on_day is 'Day on which it ended.';
comment on column line_closing.relations_until is 'Last day on which who was involved still sees what the family shared.';
comment on column line_closing.relations is 'Relations that ended with it.';
comment on column line_closing.relations_were is 'Last day that each of them had before; infinity for one without.';
comment on column line_closing.lead_id is 'Case lead that ended with it.';
comment on column line_closing.goes_on is 'Kinds of help that the family and the professional agreed to go on without Wieg.';
comment on column line_closing.reopened_on is 'Day on which it was opened again.';
comment on column line_closing.author_organisation_id is 'Organisation that closed it; the registering one where the second birthday did.';
comment on column line_closing.author_id is 'Who closed it; empty for the night.';
comment on column line_closing.created_at is 'When.';
comment on column line_closing.version is 'Raised by one at each change.';
select trust.protect('line_closing', 'identity');
drop policy add on line_closing; -- a line is closed and opened by the functions below alone
revoke insert, update on line_closing from wieg_app;

-- What may not be lost, whoever recorded it: the night closes no line on which it stands.
create function trust.open_on_line(of_line uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_catalog as $$
begin
  return exists (select from signal s where s.trajectory_id = of_line and s.state = 'open' and s.discussed_on is null)
    or exists (select from home_visit v where v.trajectory_id = of_line and v.state in ('requested', 'accepted', 'scheduled', 'no_show', 'held'))
    or exists (select from referral_candidate c where c.trajectory_id = of_line and c.state in ('requested', 'waitlisted', 'accepted', 'started'))
    or exists (select from handover h where h.trajectory_id = of_line and h.state in ('prepared', 'offered', 'accepted'))
    or exists (select from conference_case c where c.trajectory_id = of_line and c.state = 'waiting');
end $$;
comment on function trust.open_on_line is 'Not for the application: whether something stands on this line that would be lost with it.';

create function trust.end_line_now(of_line uuid, why text, last_day date, until date, going_on text[], by_organisation uuid, by_professional uuid) returns void
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare ended uuid[]; were date[]; lead uuid;
begin
  with over as (select r.id, coalesce(r.until, 'infinity') as was from care_relation r where r.trajectory_id = of_line and coalesce(r.until, 'infinity') > end_line_now.until for update)
  select coalesce(array_agg(id order by id), '{}'), coalesce(array_agg(was order by id), '{}') into ended, were from over;
  update care_relation r set until = end_line_now.until where r.id = any(ended);
  update relation_offer set answered_at = now() where trajectory_id = of_line and answered_at is null;
  update lead_transfer set state = 'withdrawn', answered_on = app.today(), answered_at = now(), version = version + 1 where trajectory_id = of_line and state = 'offered';
  update case_lead set ended_on = greatest(last_day, since), ended_at = now(), version = version + 1 where trajectory_id = of_line and ended_at is null returning id into lead;
  update trajectory set state = 'ended', ended_on = last_day, end_reason = why, version = version + 1 where id = of_line;
  insert into line_closing (trajectory_id, reason, on_day, relations_until, relations, relations_were, lead_id, goes_on, author_organisation_id, author_id)
  values (of_line, why, last_day, until, ended, were, lead, going_on, by_organisation, by_professional);
  -- A signal that was not discussed yet, and what goes by the Meldcode, go on asking for it.
  update work_item set closed_at = now(), closed_why = 'line-ended' where trajectory_id = of_line and closed_at is null
    and kind not like 'signal%' and kind not like 'own-%' and kind not like 'emergency%' and kind not like 'referral.%' and kind not like 'handover.%' and kind not like 'message%' and kind <> 'loss';
  perform trust.recompute_grants(of_line);
end $$;
comment on function trust.end_line_now is 'Not for the application: ends a line with its relations, lead and work.';

-- Nothing that would keep a line open comes on one that ends in the same instant: who was too late begins again, and is told that it ended.
create function trust.needs_open_line() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform from trajectory t where t.id = new.trajectory_id and t.state = 'open' for key share;
  if not found and (trust.asker()).session_id is not null then raise exception 'the line ended meanwhile' using errcode = 'serialization_failure'; end if;
  return null;
end $$;
comment on function trust.needs_open_line is 'Whoever puts on a line what keeps it open waits for who is closing it, and begins again when that one was first.';
create trigger y_needs_open_line after insert on signal for each row execute function trust.needs_open_line();
create trigger y_needs_open_line after insert on home_visit for each row execute function trust.needs_open_line();
create trigger y_needs_open_line after insert on referral_candidate for each row execute function trust.needs_open_line();
create trigger y_needs_open_line after insert on handover for each row execute function trust.needs_open_line();

create function trust.may_close_line(of_line uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or not exists (select from trajectory t join role_part p on p.role = asker.role and p.part = 1 and p.may_write where t.id = of_line
      and (t.author_organisation_id = asker.organisation_id or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_line
        and g.part = 1 and g.may_write and g.own_person is null and g.until >= app.today()))) then
    raise exception 'not hers to close' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.may_close_line is 'Not for the application: raises insufficient_privilege unless the asker may change this line.';

create function trust.close_line(of_line uuid, why text, last_day date, until date, going_on text[], seen_version integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.may_close_line(of_line);
begin
  perform from trajectory where id = of_line and state = 'open' and version = seen_version for update;
  if not found then return false; end if;
  if last_day > app.today() or until not between app.today() and app.today() + 31 then raise exception 'not a day to close' using errcode = 'check_violation'; end if;
  perform trust.end_line_now(of_line, why, last_day, until, going_on, asker.organisation_id, asker.professional_id);
  return true;
end $$;
comment on function trust.close_line is 'Closes a line. False when someone else was first.';

create function trust.reopen_line(of_line uuid, most_days integer, seen_version integer) returns boolean language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker; closing line_closing;
begin
  select c.* into closing from line_closing c where c.trajectory_id = of_line and c.reopened_on is null order by c.created_at desc limit 1;
  asker := trust.asker();
  if not coalesce(asker.session_id is not null and exists (select from care_relation r where r.id = any(closing.relations) and r.organisation_id = asker.organisation_id)
    and exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write), false) then asker := trust.may_close_line(of_line); end if;
  perform from trajectory t where t.id = of_line and t.state = 'ended' and t.version = seen_version and t.ended_on >= app.today() - most_days for update;
  if not found then return false; end if;
  update trajectory set state = 'open', ended_on = null, end_reason = null, version = version + 1 where id = of_line;
  -- As it was: what had a last day of its own has it again, and what someone ended meanwhile stays ended.
  update care_relation r set until = nullif(w.until, 'infinity') from unnest(closing.relations, closing.relations_were) w(id, until) where r.id = w.id and r.until = closing.relations_until;
  update case_lead l set ended_on = null, ended_at = null, version = version + 1 where l.id = closing.lead_id
    and not exists (select from case_lead o where o.trajectory_id = of_line and o.ended_at is null);
  update line_closing set reopened_on = app.today(), version = version + 1 where id = closing.id;
  perform trust.recompute_grants(of_line);
  return true;
end $$;
comment on function trust.reopen_line is 'Opens a line again as it was: relations and lead that ended with it go on. False when someone else was first, or it is too long ago.';

-- At two: closed when nothing is open, else put before who leads or registered the family, once.
create function trust.close_lines_at_two(until_days integer) returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare two record; ended integer := 0;
begin
  for two in select id, author_organisation_id as organisation, (born_on + interval '2 years')::date + (to_char(born_on, 'MMDD') = '0229')::integer as second from trajectory
      where state = 'open' and loss_on is null and born_on <= app.today() - 730 loop
    continue when two.second > app.today();
    perform from trajectory where id = two.id and state = 'open' for update; -- whoever puts something on it now comes before, or finds it ended
    continue when not found;
    if trust.open_on_line(two.id) then
      insert into work_item (principal, trajectory_id, kind, subject_id, due_on)
      select m.principal, two.id, 'line.close', two.id, app.today() + 28 from case_lead l join membership m on m.id = l.membership_id and coalesce(m.until, 'infinity') >= app.today()
        where l.trajectory_id = two.id and l.ended_at is null
      union select t.principal, two.id, 'line.close', two.id, app.today() + 28 from team t join role_part p on p.role = t.role and p.part = 1 and p.may_write where t.organisation_id = two.organisation
      on conflict do nothing;
    else
      perform trust.end_line_now(two.id, 'second_birthday', two.second, app.today() + until_days, '{}', two.organisation, null);
      ended := ended + 1;
    end if;
  end loop;
  return ended;
end $$;
comment on function trust.close_lines_at_two is 'Ends the lines whose child is two today; born on 29 February counts as 1 March. After a loss a line is ended by a professional alone, and so is one on which something is open.';

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'trust'
    and p.proname in ('open_on_line', 'needs_open_line', 'end_line_now', 'may_close_line', 'close_line', 'reopen_line', 'close_lines_at_two') loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.close_line, trust.reopen_line to wieg_app;
grant execute on function trust.close_lines_at_two to wieg_worker;
