-- Up Migration
-- Mail that could not be handed to the mail server for three days is said to have failed; of mail that was cut off while it was handed over nobody knows
-- whether it arrived. Both are told to who administers Wieg, and sent again when she says so.
create function trust.watch_failed_mail() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare failed integer; doubt integer; since date; told integer;
begin
  update mail set state = 'failed' where state = 'waiting' and tried_since < now() - interval '3 days';
  select count(*), count(*) filter (where state = 'in-doubt'), min(created_at)::date into failed, doubt, since from mail where state in ('failed', 'in-doubt') and once not like 'family-code %';
  if failed = 0 then
    update work_item set closed_at = now(), closed_why = 'sent-again' where kind = 'mail.failed' and closed_at is null;
    return 0;
  end if;
  insert into work_item as w (principal, kind, subject_id, due_on, facts)
  select t.principal, 'mail.failed', t.organisation_id, app.today() + 1, jsonb_build_object('count', failed, 'doubt', doubt, 'since', since) from team t where t.role = 'platform_admin'
  on conflict (principal, kind, subject_id, side) where closed_at is null do update set facts = excluded.facts where w.facts <> excluded.facts;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function trust.watch_failed_mail is 'Every hour: mail that waited three days in vain has failed, and who administers Wieg is told how many there are, those in doubt with them.';

create function trust.failed_mail() returns table (to_address text, how_many integer, in_doubt integer, since timestamptz)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  if trust.my_role() is distinct from 'platform_admin' then raise exception 'only the administrator' using errcode = 'insufficient_privilege'; end if;
  return query select m.to_address, count(*)::integer, (count(*) filter (where m.state = 'in-doubt'))::integer, min(m.created_at) from mail m
    where m.state in ('failed', 'in-doubt') and m.once not like 'family-code %' group by m.to_address order by 4 limit 500;
end $$;
comment on function trust.failed_mail is 'To whom mail could not be sent: work addresses, never what it was about. Not the address of a mother, whose code is of no use any more.';

create function trust.send_mail_again() returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare again integer;
begin
  if trust.my_role() is distinct from 'platform_admin' then raise exception 'only the administrator' using errcode = 'insufficient_privilege'; end if;
  update mail set state = 'waiting', tried_since = now(), refusals = 0, next_try = now() where state in ('failed', 'in-doubt') and once not like 'family-code %';
  get diagnostics again = row_count;
  if again > 0 then perform app.enqueue('send-mail', '{}'); end if;
  perform trust.watch_failed_mail();
  return again;
end $$;
comment on function trust.send_mail_again is 'All that failed or is in doubt is tried again, for three days more.';

do $$ declare f regprocedure; begin
  foreach f in array array['trust.watch_failed_mail()', 'trust.failed_mail()', 'trust.send_mail_again()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.watch_failed_mail to wieg_worker;
grant execute on function trust.failed_mail, trust.send_mail_again to wieg_app;
