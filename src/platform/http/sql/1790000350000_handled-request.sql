-- Up Migration
create table handled_request (
  key uuid primary key,
  session_id uuid not null,
  at timestamptz not null default now(),
  outcome jsonb
);
comment on table handled_request is 'Each sent form has a key: the same form sent twice is done once and answered twice.';
comment on column handled_request.key is 'Key made when the form was shown.';
comment on column handled_request.session_id is 'Session that sent it.';
comment on column handled_request.at is 'When first sent; removed after a day.';
comment on column handled_request.outcome is 'What the use case answered: codes and ids, no content.';

create function trust.claim_request(of_key uuid) returns table (first boolean, outcome jsonb)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); claimed integer;
begin
  insert into handled_request (key, session_id) values (of_key, asker.session_id) on conflict do nothing;
  get diagnostics claimed = row_count;
  return query select claimed = 1, h.outcome from handled_request h where h.key = of_key and h.session_id = asker.session_id;
end $$;
create function trust.finish_request(of_key uuid, with_outcome jsonb) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update handled_request set outcome = with_outcome where key = of_key and session_id = (trust.asker()).session_id $$;
alter function trust.claim_request owner to wieg_guard;
alter function trust.finish_request owner to wieg_guard;
grant execute on function trust.claim_request, trust.finish_request to wieg_app;

create function trust.release_request(of_key uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from handled_request where key = of_key and session_id = (trust.asker()).session_id $$;
comment on function trust.release_request is 'A form that was refused may be sent again.';
alter function trust.release_request owner to wieg_guard;
grant execute on function trust.release_request to wieg_app;
