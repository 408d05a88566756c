-- Up Migration
create table mail (
  id bigint generated always as identity primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  once text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  tried_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
comment on table mail is 'E-mail that goes out. It never holds a name of a family, a reason or a case [access.md 6].';
comment on column mail.id is 'Running number.';
comment on column mail.to_address is 'Work address of a professional, or the address that a mother called safe.';
comment on column mail.subject is 'Subject, the same for everyone.';
comment on column mail.body is 'Text without content.';
comment on column mail.once is 'What it is about and for which day: the same mail is made once.';
comment on column mail.state is 'waiting; sending: handed to the mail server, so never sent again; sent; failed: not taken for three days, until someone sends it again.';
comment on column mail.tried_since is 'Since when it is tried: its making, or when someone sent it again.';
comment on column mail.created_at is 'When made.';
comment on column mail.sent_at is 'When the mail server took it.';
grant select, update on mail to wieg_worker;

create function app.put_mail(address text, with_subject text, with_body text, of_once text) returns boolean
language plpgsql security definer set search_path = public, app, pg_catalog as $$
declare made bigint;
begin
  insert into mail (to_address, subject, body, once) values (address, with_subject, with_body, of_once) on conflict (once) do nothing returning id into made;
  if made is not null then perform app.enqueue('send-mail', jsonb_build_object('mail', made)); end if;
  return made is not null;
end $$;
comment on function app.put_mail is 'Makes a mail, once, and asks for its sending in the same transaction.';
alter function app.put_mail owner to wieg_guard;
grant execute on function app.put_mail to wieg_worker;
