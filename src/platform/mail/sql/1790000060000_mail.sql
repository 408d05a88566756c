-- Up Migration
create table mail (
  id bigint generated always as identity primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  once text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'in-doubt', 'failed')),
  refusals integer not null default 0,
  next_try timestamptz not null default now(),
  tried_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  not_after timestamptz
);
comment on table mail is 'E-mail that goes out. It never holds a name of a family, a reason or a case [access.md 6].';
comment on column mail.id is 'Running number.';
comment on column mail.to_address is 'Work address of a professional, or the address that a mother called safe.';
comment on column mail.subject is 'Subject, the same for everyone.';
comment on column mail.body is 'Text without content.';
comment on column mail.once is 'What it is about and for which day: the same mail is made once.';
comment on column mail.state is 'waiting; sending: about to be wholly with the mail server, so never sent again by itself; sent; in-doubt: whether it arrived is not known, as the connection or the process was cut off at that moment; failed: not taken for three days. In doubt and failed wait until someone sends them again.';
comment on column mail.refusals is 'How often the mail server refused this mail: each time it waits twice as long.';
comment on column mail.next_try is 'Not tried before.';
comment on column mail.tried_since is 'Since when it is tried: its making, or when someone sent it again.';
comment on column mail.created_at is 'When made.';
comment on column mail.sent_at is 'When the mail server took it.';
comment on column mail.not_after is 'What it tells of is over then: still waiting at that moment it is not sent any more. Empty: it keeps.';
create index mail_to_send on mail (id) where state in ('waiting', 'sending');
grant select, update on mail to wieg_worker;

create function app.put_mail(address text, with_subject text, with_body text, of_once text, keeps_until timestamptz default null) returns boolean
language plpgsql security definer set search_path = public, app, pg_catalog as $$
declare made bigint;
begin
  insert into mail (to_address, subject, body, once, not_after) values (address, with_subject, with_body, of_once, keeps_until) on conflict (once) do nothing returning id into made;
  if made is not null and current_setting('wieg.sending_asked', true) is distinct from 'yes' then
    perform set_config('wieg.sending_asked', 'yes', true);
    perform app.enqueue('send-mail', '{}'); end if;
  return made is not null;
end $$;
comment on function app.put_mail is 'Makes a mail, once, and asks for its sending in the same transaction: one job for all mail of that transaction.';
alter function app.put_mail owner to wieg_guard;
grant execute on function app.put_mail to wieg_worker;
