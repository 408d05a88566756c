-- Up Migration
-- The service directory (sociale kaart): who offers what, where, for whom [003; 004; domain 3.6]. Names after Open Referral HSDS 3. No care data.
create function trust.keeps_directory() returns boolean language sql stable security definer set search_path = trust, pg_catalog as
$$ select coalesce((select trust.my_own(0::smallint)) <> '{}' or (select trust.my_role()) = 'organisation_admin', false) $$;
comment on function trust.keeps_directory is 'The asker works with families or administers her organisation: she may keep what her own organisation offers.';
alter function trust.keeps_directory owner to wieg_guard;
grant execute on function trust.keeps_directory to wieg_app;

create table support_offer (
  id uuid primary key default gen_random_uuid(),
  code text unique,
  organisation_id uuid references organisation,
  provider text check (length(provider) <= 120),
  name text not null check (length(trim(name)) between 2 and 120),
  description text not null default '' check (length(description) <= 2000),
  audience text check (length(audience) <= 300),
  status text not null default 'active' check (status in ('active', 'temporarily closed', 'inactive', 'defunct')),
  topics text[] not null default '{}' check (cardinality(topics) <= 12),
  url text check (url ~ '^https?://' and length(url) <= 300),
  contact_name text check (length(contact_name) <= 120),
  contact_phone text check (length(contact_phone) <= 40),
  contact_email text check (length(contact_email) <= 200),
  contact_membership_id uuid references membership,
  location_name text check (length(location_name) <= 120),
  location_address text check (length(location_address) <= 200),
  periods text[] not null default '{}' check (periods <@ array['preconception', 'pregnancy', 'postpartum', 'infancy']),
  pregnancy_from_week smallint check (pregnancy_from_week between 1 and 42),
  pregnancy_before_week smallint check (pregnancy_before_week between 1 and 43),
  child_before_months smallint check (child_before_months between 1 and 48),
  minimum_age smallint check (minimum_age between 10 and 99),
  maximum_age smallint check (maximum_age between 10 and 99),
  first_child_only boolean not null default false,
  categories text[] not null default '{}' check (categories <@ array['a', 'b', 'c', 'd']),
  municipalities text[] not null default '{}' check (cardinality(municipalities) <= 60),
  languages text[] not null default '{nl}' check (cardinality(languages) <= 30),
  interpretation_services text check (length(interpretation_services) <= 300),
  eligibility_description text check (length(eligibility_description) <= 500),
  fees_description text check (length(fees_description) <= 300),
  application_process text check (length(application_process) <= 500),
  wait_weeks smallint check (wait_weeks between 0 and 104),
  capacity_available integer check (capacity_available >= 0),
  capacity_maximum integer check (capacity_maximum >= 0),
  capacity_updated_on date,
  assured_on date,
  assured_by uuid references membership,
  reported_on date,
  words text generated always as (app.search_text(name || ' ' || description || ' ' || coalesce(audience, '') || ' ' || coalesce(provider, ''))) stored,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by uuid default trust.my_professional() references professional,
  version integer not null default 1,
  check (organisation_id is not null or provider is not null),
  check (pregnancy_before_week > pregnancy_from_week),
  check (capacity_available <= capacity_maximum),
  check ((assured_on is null) = (assured_by is null))
);
create index support_offer_by_name on support_offer (name, id) where status <> 'defunct';
create index support_offer_by_words on support_offer using gin (words gin_trgm_ops);
create index support_offer_of_organisation on support_offer (organisation_id);
comment on table support_offer is 'One offer of support, as it stands in the service directory. HSDS service, FHIR HealthcareService. No care data: every role that works with families reads it.';
comment on column support_offer.id is 'Random id.';
comment on column support_offer.code is 'Code in the set that comes with Wieg; empty for what a region added.';
comment on column support_offer.organisation_id is 'Organisation that offers it and keeps it; empty until a region linked one. HSDS organization.';
comment on column support_offer.provider is 'Kind of organisation that gives it, as in the set that comes with Wieg.';
comment on column support_offer.name is 'Name as families and colleagues know it. HSDS service.name.';
comment on column support_offer.description is 'What it is. HSDS service.description.';
comment on column support_offer.audience is 'For whom, in one sentence.';
comment on column support_offer.status is 'HSDS service.status.';
comment on column support_offer.topics is 'What it is about. HSDS taxonomy_term.';
comment on column support_offer.url is 'Website.';
comment on column support_offer.contact_name is 'Contact person who does not work with Wieg. HSDS contact.name.';
comment on column support_offer.contact_phone is 'Telephone for colleagues. HSDS phone.number.';
comment on column support_offer.contact_email is 'E-mail for colleagues, for messages without content. HSDS contact.email.';
comment on column support_offer.contact_membership_id is 'Contact person who works with Wieg: she is asked to check it.';
comment on column support_offer.location_name is 'Where it is given. HSDS location.name.';
comment on column support_offer.location_address is 'Address of it. HSDS address.address_1.';
comment on column support_offer.periods is 'Periods of a line in which it can be used; empty: each.';
comment on column support_offer.pregnancy_from_week is 'First week of pregnancy in which it begins.';
comment on column support_offer.pregnancy_before_week is 'It begins before this week of pregnancy.';
comment on column support_offer.child_before_months is 'For a child younger than this, in months.';
comment on column support_offer.minimum_age is 'Least age of the mother, in years. HSDS service.minimum_age.';
comment on column support_offer.maximum_age is 'Highest age of the mother, in years. HSDS service.maximum_age.';
comment on column support_offer.first_child_only is 'Only for a first child.';
comment on column support_offer.categories is 'Categories of vulnerability that it is for; empty: each.';
comment on column support_offer.municipalities is 'CBS codes that it is for; empty: the whole region. HSDS service_area.';
comment on column support_offer.languages is 'Languages in which it is given, BCP 47. HSDS language.';
comment on column support_offer.interpretation_services is 'How an interpreter comes along; empty: none. HSDS service.interpretation_services.';
comment on column support_offer.eligibility_description is 'What else has to be asked before it fits. HSDS service.eligibility_description.';
comment on column support_offer.fees_description is 'What it costs the family. HSDS service.fees_description.';
comment on column support_offer.application_process is 'How one gets in. HSDS service.application_process.';
comment on column support_offer.wait_weeks is 'Weeks that a family waits now. HSDS service.wait_time.';
comment on column support_offer.capacity_available is 'Places that are free now. HSDS service_capacity.available.';
comment on column support_offer.capacity_maximum is 'Places there are. HSDS service_capacity.maximum.';
comment on column support_offer.capacity_updated_on is 'Day on which the places were last told. HSDS service_capacity.updated.';
comment on column support_offer.assured_on is 'Day on which someone last checked that all of it is right. HSDS service.assured_date.';
comment on column support_offer.assured_by is 'Job of who checked it. HSDS service.assurer_email.';
comment on column support_offer.reported_on is 'Day on which a colleague said that it is not right (any more); empty once someone looked.';
comment on column support_offer.words is 'What it is found by.';
comment on column support_offer.created_at is 'When recorded.';
comment on column support_offer.changed_at is 'When last changed.';
comment on column support_offer.changed_by is 'Professional who last changed it; empty for what came with Wieg.';
comment on column support_offer.version is 'Raised by one at each change.';

create table fixed_contact (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  membership_id uuid not null references membership,
  for_organisation_id uuid references organisation,
  for_municipality text references municipality,
  subject text check (length(subject) <= 200),
  since date not null default app.today(),
  ended_on date,
  recorded_by uuid not null default trust.my_professional() references professional,
  check (for_organisation_id is not null or for_municipality is not null)
);
create index fixed_contact_of_organisation on fixed_contact (organisation_id) where ended_on is null;
create unique index fixed_contact_once on fixed_contact (membership_id, coalesce(for_organisation_id::text, ''), coalesce(for_municipality, '')) where ended_on is null;
comment on table fixed_contact is 'Who is the fixed contact of an organisation for another, or for a municipality [004: "vast aanspreekpunt"]. No care data.';
comment on column fixed_contact.id is 'Random id.';
comment on column fixed_contact.organisation_id is 'Organisation that is called.';
comment on column fixed_contact.membership_id is 'Who answers.';
comment on column fixed_contact.for_organisation_id is 'For this organisation; empty: for all.';
comment on column fixed_contact.for_municipality is 'For families of this municipality; empty: of each.';
comment on column fixed_contact.subject is 'What for, in a few words.';
comment on column fixed_contact.since is 'First day.';
comment on column fixed_contact.ended_on is 'Day on which it was taken off.';
comment on column fixed_contact.recorded_by is 'Professional who recorded it.';

do $$ declare t text; mine text := 'organisation_id = (select trust.my_organisation()) and (select trust.keeps_directory())'; begin
  foreach t in array array['support_offer', 'fixed_contact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy see on %I for select using (true)', t); -- a constant: searching may use its index
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy add on %I for insert to wieg_app with check ((%s) or (select trust.my_role()) = ''platform_admin'')', t, mine);
    execute format('create policy change on %I for update to wieg_app using ((%s) or (select trust.my_role()) = ''platform_admin'') with check ((%s) or (select trust.my_role()) = ''platform_admin'')', t, mine, mine);
    execute format('grant select, insert on %I to wieg_app', t);
  end loop;
end $$;
grant update on support_offer to wieg_app;
grant update (ended_on) on fixed_contact to wieg_app;

-- Whoever answers for an organisation works there.
create function trust.check_fixed_contact() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if not exists (select from membership m where m.id = new.membership_id and m.organisation_id = new.organisation_id) then
    raise exception 'not of this organisation' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
alter function trust.check_fixed_contact owner to wieg_guard;
create trigger check_fixed_contact before insert on fixed_contact for each row execute function trust.check_fixed_contact();

-- Who keeps an offer: its contact person, else her organisation; as long as there is none, the administrators of Wieg.
create function trust.keepers_of_offer(of_offer uuid) returns setof integer language sql stable security definer set search_path = public, pg_catalog as $$
  with offer as (select o.*, g.principal as organisation_principal from support_offer o left join organisation g on g.id = o.organisation_id and g.active where o.id = of_offer),
    contact as (select m.principal from offer o join membership m on m.id = o.contact_membership_id and m.organisation_id = o.organisation_id
      where o.organisation_principal is not null and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
  select principal from contact
  union all select organisation_principal from offer where organisation_principal is not null and not exists (select from contact)
  union all select t.principal from team t where t.role = 'platform_admin' and exists (select from offer where organisation_principal is null) $$;
comment on function trust.keepers_of_offer is 'Not for the application: who is asked to look at an offer.';

create function trust.put_offer_work(of_offer uuid, of_kind text, due date) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  insert into work_item (principal, kind, subject_id, side, due_on, facts)
  select keeper, of_kind, o.id, 'mine', due, jsonb_build_object('offer', left(o.name, 120), 'on', coalesce(o.assured_on::text, ''))
  from support_offer o cross join trust.keepers_of_offer(o.id) as keeper where o.id = of_offer
  on conflict (principal, kind, subject_id, side) where closed_at is null do nothing $$;
comment on function trust.put_offer_work is 'Not for the application: puts an offer before who keeps it.';

create function trust.report_offer(of_offer uuid) returns text language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); changed integer;
begin
  if asker.session_id is null or not trust.keeps_directory() and asker.role <> 'platform_admin' then
    raise exception 'not for this role' using errcode = 'insufficient_privilege'; end if;
  update support_offer set reported_on = app.today() where id = of_offer and reported_on is null and status <> 'defunct';
  get diagnostics changed = row_count;
  if changed = 0 then return case when exists (select from support_offer o where o.id = of_offer) then 'offer-reported-already' else 'offer-not-found' end; end if;
  perform trust.put_offer_work(of_offer, 'offer.reported', app.today() + 7);
  return 'done';
end $$;
comment on function trust.report_offer is 'A colleague says, with one press, that an offer is not right (any more): its keeper is asked to look.';

create function trust.ask_offer_checks(older_than date) returns integer language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asked integer := 0; one uuid;
begin
  for one in select o.id from support_offer o where o.status in ('active', 'temporarily closed') and (o.assured_on is null or o.assured_on <= older_than)
    and not exists (select from work_item w where w.kind = 'offer.check' and w.subject_id = o.id and w.closed_at is null) limit 1000 loop
    perform trust.put_offer_work(one, 'offer.check', app.today() + 14);
    asked := asked + 1;
  end loop;
  return asked;
end $$;
comment on function trust.ask_offer_checks is 'Asks the keepers of offers that nobody checked for too long to look at them.';

create function trust.offer_was_checked() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update work_item set closed_at = now(), closed_why = 'checked' where kind in ('offer.check', 'offer.reported') and subject_id = new.id and closed_at is null;
  return null;
end $$;
create trigger offer_was_checked after update of assured_on on support_offer for each row execute function trust.offer_was_checked();

do $$ declare f regprocedure; begin
  foreach f in array array['trust.keepers_of_offer(uuid)', 'trust.put_offer_work(uuid, text, date)', 'trust.report_offer(uuid)', 'trust.ask_offer_checks(date)', 'trust.offer_was_checked()']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.report_offer to wieg_app;
grant execute on function trust.ask_offer_checks to wieg_worker;
