-- Up Migration
-- Notices: "there is something for you in Wieg". At most one of a kind a day for each professional, whatever happens to the process.
create function trust.notice_of_new_work() returns trigger language plpgsql security definer set search_path = public, app, trust, pg_catalog as $$
begin
  if new.side = 'mine' and new.kind not like 'own-%' and exists (select from app.job_kind k where k.name = 'notice-new-work') then
    perform app.enqueue('notice-new-work', jsonb_build_object('principal', new.principal), now() + interval '2 minutes', 'notice-new-work-' || new.principal); end if;
  return null;
end $$;
comment on function trust.notice_of_new_work is 'Asks for a notice, a little later so that several pieces of work give one. Kinds that begin with own- are never written about to anyone.';
create trigger notice_of_new_work after insert on work_item for each row execute function trust.notice_of_new_work();

create function trust.members_of(of_principal integer) returns setof professional language sql stable security definer set search_path = public, pg_catalog as $$
  select distinct p.* from professional p join membership m on m.professional_id = p.id
  left join team t on t.organisation_id = m.organisation_id and t.role = m.role
  where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    and of_principal in (p.principal, m.principal, t.principal) $$;
comment on function trust.members_of is 'Who works under a principal today. Work of a whole organisation sends no notices: it has no one in particular.';

create function trust.notice_new_work(of_principal integer, subject text, body text) returns integer
language sql security definer set search_path = public, app, trust, pg_catalog as $$
  select count(*)::integer from trust.members_of(of_principal) p
  where p.notices and p.email is not null and app.put_mail(p.email, subject, body, 'new-work/' || p.id || '/' || app.today()) $$;
comment on function trust.notice_new_work is 'Tells who works under this principal that there is new work: once a day each.';

-- Some at a time, each once: thousands fall due on the same morning, and who is killed half-way goes on where it was.
create function trust.notice_due_work(subject text, body text, most integer) returns integer
language sql security definer set search_path = public, app, trust, pg_catalog as $$
  with due as (
    select distinct principal from work_item where closed_at is null and side = 'mine' and kind not like 'own-%' and due_on <= app.today()
  ), working as (
    select m.principal, m.professional_id, m.organisation_id, m.role from membership m where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
  ), told as (
    select w.professional_id from due d join working w on w.principal = d.principal
    union select w.professional_id from due d join team t on t.principal = d.principal join working w on w.organisation_id = t.organisation_id and w.role = t.role
    union select p.id from due d join professional p on p.principal = d.principal join working w on w.professional_id = p.id
  ), late as (
    select p.id, p.email from told join professional p on p.id = told.professional_id where p.notices and p.email is not null
      and not exists (select from mail m where m.once = 'due-work/' || p.id || '/' || app.today()) limit most
  )
  select count(*)::integer from late where app.put_mail(late.email, subject, body, 'due-work/' || late.id || '/' || app.today()) $$;
comment on function trust.notice_due_work is 'Reminds everyone with work that is due or late: once a day each, some at a time.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.notice_of_new_work()', 'trust.members_of(integer)', 'trust.notice_new_work(integer, text, text)', 'trust.notice_due_work(text, text, integer)']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.notice_new_work, trust.notice_due_work to wieg_worker;
