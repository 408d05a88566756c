-- Up Migration
-- A next line for a family that an organisation knows by consent alone: consent can end, and then it would have a line without a name. It
-- must keep what it needs for its own care [access.md 1: what it recorded itself], and no more: so it gets a record of its own, as every
-- organisation that registers a woman has (../../../registry/doubles), with what it may see of her at that moment. What others record later
-- stays theirs to share; the partner's data are his.
alter table family add column copied_from uuid;
comment on column family.copied_from is 'The family, known by consent, from which an organisation began its own record. No reference: it tells nothing of whether that one exists.';
create index family_copied_from on family (copied_from) where copied_from is not null;

create function trust.own_family(of_family uuid) returns uuid language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); own uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('own family ' || of_family || asker.organisation_id, 0));
  select f.id into own from family f where f.copied_from = of_family and f.author_organisation_id = asker.organisation_id limit 1;
  if own is not null then return own; end if;
  own := gen_random_uuid();
  insert into family (id, language, interpreter_needed, reads_little, contact_wish, copied_from, author_organisation_id)
  select own, f.language, f.interpreter_needed, f.reads_little, f.contact_wish, f.id, asker.organisation_id from family f where f.id = of_family;
  insert into family_member (family_id, kind, given_name, prefix, family_name, birth_date, insurer, author_organisation_id)
  select own, m.kind, m.given_name, m.prefix, m.family_name, m.birth_date, m.insurer, asker.organisation_id
  from family_member m where m.family_id = of_family and m.kind = 'mother' and m.until is null and m.own_person is null;
  insert into family_address (family_id, street, house_number, postcode, place, municipality_code, since, author_organisation_id)
  select own, a.street, a.house_number, a.postcode, a.place, a.municipality_code, a.since, asker.organisation_id
  from family_address a where a.family_id = of_family and a.until is null;
  insert into family_contact (family_id, channel, value, safe, safe_moments, from_file, author_organisation_id)
  select own, c.channel, c.value, c.safe, c.safe_moments, c.from_file, asker.organisation_id from family_contact c where c.family_id = of_family;
  return own;
end $$;
comment on function trust.own_family is 'Not for the application: the asker''s organisation''s own record of a family that it knows by consent.';
alter function trust.own_family owner to wieg_guard;
