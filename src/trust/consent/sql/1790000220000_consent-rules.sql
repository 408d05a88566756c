-- Up Migration
-- What must hold of every consent, whoever records it, and the one question that an asked organisation may ask of it.
alter table consent add constraint consent_ends_after_it_began check (until is null or until >= given_on);
alter table consent add constraint consent_refusal_shares_nothing check (given or (parts = '{}' and not medical_too));
comment on column consent.reason is 'Why the family said no, in its own words. Of a yes by someone of 12 to 15 alone: why her parents were not asked [BW 7:450].';
comment on column consent.given_by is 'Who answered: self, self_with_parents, self_without_parents or parents [BW 7:447, 7:450].';
comment on column consent.withdrawn_by is 'Who withdrew it: a family member''s part, as given_by; replaced: a newer answer took its place.';

create function trust.consent_is_ones_own() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  new.own_person := (select f.own_person from family_member f where f.id = new.about_person);
  return new;
end $$;
comment on function trust.consent_is_ones_own is 'The partner''s data need his own consent: whose it is follows from the person, never from who records it [domain 6.3].';
create trigger consent_is_ones_own before insert on consent for each row execute function trust.consent_is_ones_own();

create function trust.consent_state(of_trajectory uuid, of_purpose text, organisation uuid)
returns table (given boolean, in_force boolean, given_on date, withdrawn_on date, until date, parts text[])
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or not (
    exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today())
    or (asker.organisation_id = organisation and exists (select from relation_offer o where o.trajectory_id = of_trajectory and o.organisation_id = asker.organisation_id))
  ) then raise exception 'not involved' using errcode = 'insufficient_privilege'; end if;
  return query select c.given, c.given and c.withdrawn_on is null and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today() as in_force,
      c.given_on, c.withdrawn_on, c.until, c.parts
    from consent c
    where c.trajectory_id = of_trajectory and c.purpose = of_purpose and c.own_person is null
      and (c.recipient_organisation_id = organisation
        or c.recipient_role in (select t.role from team t where t.organisation_id = consent_state.organisation)
        or (not c.given and c.recipient_organisation_id is null and c.recipient_role is null))
    order by 2 desc, c.given_on desc, c.recorded_at desc limit 1;
end $$;
comment on function trust.consent_state is 'Whether the family allows this to an organisation: for who is involved, and for who was asked to do something and can see no more yet.';
alter function trust.consent_is_ones_own owner to wieg_guard;
alter function trust.consent_state owner to wieg_guard;
grant execute on function trust.consent_state to wieg_app;
