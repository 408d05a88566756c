-- Up Migration
-- How often something was tried: counted here, so that a restart or a second process forgets nothing.
create table app.attempt (
  kind text not null,
  subject bytea not null,
  window_ends timestamptz not null,
  times integer not null,
  primary key (kind, subject)
);
comment on table app.attempt is 'How often something limited was tried within its window: signing in per account and per source, requests per source.';
comment on column app.attempt.kind is 'What was tried, such as sign-in.account.';
comment on column app.attempt.subject is 'Keyed digest of the account name or network address: neither can be read back.';
comment on column app.attempt.window_ends is 'When the count begins anew.';
comment on column app.attempt.times is 'How often within the window.';

create function app.count_attempt(of_kind text, of_subject bytea, allowed integer, window_seconds integer, add_times integer) returns integer
language sql security definer set search_path = app, pg_catalog as $$
  insert into attempt as a (kind, subject, window_ends, times)
  values (of_kind, of_subject, clock_timestamp() + make_interval(secs => window_seconds), add_times)
  on conflict (kind, subject) do update set
    times = case when a.window_ends <= clock_timestamp() then excluded.times else least(a.times + excluded.times, 1000000) end,
    window_ends = case when a.window_ends <= clock_timestamp() then excluded.window_ends else a.window_ends end
  returning case when times > allowed then greatest(ceil(extract(epoch from window_ends - clock_timestamp()))::integer, 1) else 0 end $$;
comment on function app.count_attempt is 'Counts, and answers the seconds to wait: 0 when it may go on.';

create function app.forget_attempt(of_kind text, of_subject bytea, take_times integer) returns void language sql security definer set search_path = app, pg_catalog as $$
  update attempt set times = case when take_times is null then 0 else greatest(times - take_times, 0) end where kind = of_kind and subject = of_subject $$;
comment on function app.forget_attempt is 'Gives tries back after one that went well; all of them when no number is given.';

create function app.clear_attempts() returns integer language sql security definer set search_path = app, pg_catalog as $$
  with gone as (delete from attempt where window_ends < now() - interval '1 hour' returning 1) select count(*)::integer from gone $$;
comment on function app.clear_attempts is 'Removes counts whose window is long past.';

alter function app.count_attempt owner to wieg_guard;
alter function app.forget_attempt owner to wieg_guard;
alter function app.clear_attempts owner to wieg_guard;
grant execute on function app.count_attempt, app.forget_attempt to wieg_app;
grant execute on function app.clear_attempts to wieg_worker;
