-- Up Migration
-- Whoever changes her means of signing in may do so because someone else has them: then no session and no half sign-in of before goes on.
-- A changed password or code app did so already; a passkey, codes on paper and a used link do so too.
create function trust.end_what_was_begun(of_professional uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update session s set ended_at = now() where s.professional_id = of_professional and s.ended_at is null and s.id is distinct from (trust.asker()).session_id;
  delete from sign_in_step s where s.professional_id = of_professional and s.kind in ('second-factor', 'first-code', 'choose-job') $$;
comment on function trust.end_what_was_begun is 'Not for the application: ends every session of this professional but the asking one, and each sign-in that is under way.';
alter function trust.end_what_was_begun owner to wieg_guard;

create function trust.link_was_used() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.end_what_was_begun(new.professional_id);
  return null;
end $$;
comment on function trust.link_was_used is 'Whoever chose new means with a link begins anew: what was begun with the old ones ends.';
alter function trust.link_was_used owner to wieg_guard;
create trigger link_was_used after update on sign_in_link for each row when (old.used_at is null and new.used_at is not null)
  execute function trust.link_was_used();
