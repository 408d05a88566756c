-- Up Migration
create function app.demonstration_mailbox() returns setof mail language sql stable security definer set search_path = public, app, pg_catalog as
$$ select * from mail where app.is_demonstration() order by id desc limit 200 $$;
comment on function app.demonstration_mailbox is 'What would have been mailed, in a demonstration region only.';
alter function app.demonstration_mailbox owner to wieg_guard;
grant execute on function app.demonstration_mailbox to wieg_app;
