-- Up Migration
-- What a professional does about someone's own pages, the mother's or her partner's: invite, take the invitation back, stop the pages [access.md 5].
create function trust.must_change_identity(of_trajectory uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_be_involved(of_trajectory);
begin
  if not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_write
      and (exists (select from trajectory t where t.id = of_trajectory and t.author_organisation_id = asker.organisation_id)
        or exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 1 and g.own_person is null
          and g.may_write and g.until >= app.today()))) then
    raise exception 'not hers to change' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_change_identity is 'Not for the application: raises insufficient_privilege unless the asker may change who this family is.';

-- Who registered the partner, or whom he himself lets change who he is: what she allows says nothing about him.
create function trust.pages_of(of_trajectory uuid, of_kind text) returns family_member language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_change_identity(of_trajectory); one family_member;
begin
  select m.* into one from trajectory t join family_member m on m.family_id = t.family_id and m.kind = of_kind and m.kind in ('mother', 'partner') and m.until is null and m.died_on is null
  where t.id = of_trajectory and (m.kind = 'mother' or m.author_organisation_id = asker.organisation_id or exists (select from access_grant g
    where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 1 and g.own_person = m.id and g.may_write and g.until >= app.today()))
  order by m.created_at limit 1;
  return one;
end $$;
comment on function trust.pages_of is 'Not for the application: the mother or the partner, for who may arrange pages of her or his own.';

create function trust.family_pages(of_trajectory uuid, of_kind text) returns table (person_id uuid, birth_date date, allowed boolean, invited_until date, invited_by text, account_since date,
  last_used date, stopped_on date, stopped_by text) language plpgsql stable security definer set search_path = public, trust, family, app, pg_catalog as $$
#variable_conflict use_column
declare one family_member := trust.pages_of(of_trajectory, of_kind);
begin
  return query select one.id, one.birth_date, family.allows_pages(of_trajectory, one.id), i.until, p.display_name, (a.created_at at time zone 'Europe/Amsterdam')::date,
      (a.used_at at time zone 'Europe/Amsterdam')::date, (z.ended_at at time zone 'Europe/Amsterdam')::date, z.ended_by
    from (select one.id as id where one.id is not null) m
      left join family_invitation i on i.person_id = m.id and i.used_at is null and i.withdrawn_at is null and i.until >= app.today()
      left join professional p on p.id = i.author_id
      left join family_account a on a.person_id = m.id and a.ended_at is null
      left join lateral (select e.* from family_account e where e.person_id = m.id and e.ended_at is not null order by e.ended_at desc limit 1) z on true;
end $$;
comment on function trust.family_pages is 'Whether the mother or the partner was invited, and has pages of her or his own: for who may arrange them. No row: there is no such person, or he is not the asker''s to know.';

create function trust.invite_family(of_trajectory uuid, of_kind text, digest bytea, last_day date, his_email text) returns text language plpgsql security definer set search_path = public, trust, family, app, pg_catalog as $$
declare asker trust.asker := trust.must_change_identity(of_trajectory); one family_member := trust.pages_of(of_trajectory, of_kind); youngest interval;
begin
  youngest := case of_kind when 'mother' then interval '12 years' else interval '16 years' end; -- he decides by himself, or not here
  if one.id is null or not exists (select from trajectory t where t.id = of_trajectory and t.state = 'open') or one.birth_date is null or one.birth_date > app.today() - youngest then
    return 'nobody-to-invite'; end if;
  if not family.allows_pages(of_trajectory, one.id) then return 'no-digital-contact'; end if;
  if of_kind = 'mother' and not exists (select from family_contact c where c.family_id = one.family_id and c.safe and c.channel in ('phone', 'sms', 'email')) then return 'nothing-safe'; end if;
  if not coalesce(last_day between app.today() and app.today() + 14, false) then raise exception 'no such term' using errcode = 'check_violation'; end if;
  perform pg_advisory_xact_lock(hashtextextended('family-invitation ' || one.id, 0)); -- of two colleagues at once, the last code works
  update family_invitation set withdrawn_at = now() where person_id = one.id and used_at is null and withdrawn_at is null;
  insert into family_invitation (trajectory_id, person_id, code_digest, email, until, author_organisation_id, author_id)
  values (of_trajectory, one.id, digest, case when of_kind = 'partner' then his_email end, last_day, asker.organisation_id, asker.professional_id);
  return 'done';
end $$;
comment on function trust.invite_family is 'A new code for the mother, or for her partner by an own invitation, when digital contact is fine with that very person; an earlier one works no more.';

create function trust.withdraw_family_invitation(of_trajectory uuid, of_kind text) returns boolean language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare one family_member := trust.pages_of(of_trajectory, of_kind);
begin
  update family_invitation set withdrawn_at = now() where person_id = one.id and used_at is null and withdrawn_at is null;
  return found;
end $$;
comment on function trust.withdraw_family_invitation is 'Takes the invitation back: the code works no more.';

create function trust.stop_family_pages(of_trajectory uuid, of_kind text) returns boolean language plpgsql security definer set search_path = public, trust, family, app, pg_catalog as $$
declare one family_member := trust.pages_of(of_trajectory, of_kind); account uuid;
begin
  update family_invitation set withdrawn_at = now() where person_id = one.id and used_at is null and withdrawn_at is null;
  select a.id into account from family_account a where a.person_id = one.id and a.ended_at is null; -- also pages that were begun on an earlier line: who can't be stopped here could be nowhere
  if account is null then return false; end if;
  perform family.close_account(account, 'professional');
  return true;
end $$;
comment on function trust.stop_family_pages is 'Stops someone''s own pages at once, on every device: when a phone is in the wrong hands.';

create function trust.family_reader(of_trajectory uuid) returns table (reads boolean, mailed boolean, decides_herself boolean, after_loss boolean) language plpgsql stable security definer set search_path = public, trust, family, app, pg_catalog as $$
#variable_conflict use_column
begin
  if not trust.knows_family(of_trajectory) then return; end if;
  return query select m.id is not null, family.quiet_address(of_trajectory) is not null, coalesce(m.birth_date <= (app.today() - interval '16 years')::date, false), t.loss_on is not null
    from trajectory t left join family_member m on m.id = trust.reading_mother(t.id) where t.id = of_trajectory;
end $$;
comment on function trust.family_reader is 'For who is involved: whether the mother has pages of her own now, gets a mail without content when there is something new, and is 16 or older [BW 7:447].';

do $$ declare f text; begin
  foreach f in array array['must_change_identity', 'pages_of', 'family_pages', 'invite_family', 'withdraw_family_invitation', 'stop_family_pages', 'family_reader'] loop execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.family_pages, trust.invite_family, trust.withdraw_family_invitation, trust.stop_family_pages, trust.family_reader to wieg_app;
