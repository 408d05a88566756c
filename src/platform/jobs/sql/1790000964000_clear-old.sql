-- Up Migration
-- What has had its use. Nothing of a family: that has its own terms of keeping. The trail knows the sessions by their ids, without these rows.
create function app.clear_old() returns void language plpgsql security definer set search_path = public, app, pg_catalog as $$
begin
  delete from kept_search where kept_at < now() - interval '1 hour';
  delete from handled_request where at < now() - interval '1 day';
  delete from help_draft where changed_at < now() - interval '1 hour';
  delete from front_door_use where since < now() - interval '2 days';
  delete from front_door_salt where day < app.today() - 1;
  delete from session s where least(coalesce(s.ended_at, s.ends_at), s.ends_at) < now() - interval '30 days';
  delete from job_right r where least(coalesce(r.ended_at, r.until), r.until) < now() - interval '30 days'
    and not exists (select from caseload_upload u where u.job_right = r.id);
  delete from sign_in_link where coalesce(used_at, withdrawn_at, expires_at) < now() - interval '13 months';
  delete from mail where state = 'sent' and sent_at < now() - interval '90 days';
  delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days';
end $$;
comment on function app.clear_old is 'Daily: keys of sent forms after a day, sessions and rights of jobs 30 days after their end, mail 90 days after it went, jobs that failed for good after 30 days, what a visitor left behind after the hour.';
alter function app.clear_old owner to wieg_guard;
grant execute on function app.clear_old to wieg_worker;
