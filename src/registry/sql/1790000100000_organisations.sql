-- Up Migration
-- Who works here: organisations, professionals and their memberships. No care data: every signed-in professional may read it.
create table municipality (
  code text primary key check (code ~ '^GM[0-9]{4}$'),
  name text not null,
  subregion text not null
);
comment on table municipality is 'The municipalities of the region by their CBS code; matched on the code, never on the name.';
comment on column municipality.code is 'CBS code, such as GM0917.';
comment on column municipality.name is 'Name as the municipality writes it.';
comment on column municipality.subregion is 'Subregion of Zuid-Limburg: parkstad, westelijke-mijnstreek or maastricht-heuvelland.';

create table principal (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('organisation', 'team', 'professional', 'membership'))
);
comment on table principal is 'Whoever a grant or a piece of work can be given to, as one small number.';
comment on column principal.id is 'Number used in grants and work items.';
comment on column principal.kind is 'organisation, team (one role in one organisation), professional, or membership.';

create table organisation (
  id uuid primary key default gen_random_uuid(),
  principal integer not null unique references principal,
  kind text not null check (kind in ('midwifery_practice', 'hospital', 'maternity_care', 'youth_health', 'municipality', 'gp_practice',
    'support_provider', 'childcare', 'public_health', 'programme_office', 'platform')),
  name text not null,
  phone text,
  email text,
  home_municipality text references municipality,
  active boolean not null default true
);
comment on table organisation is 'A partner in the region: practice, hospital, maternity care, JGZ, municipality and others. FHIR Organization.';
comment on column organisation.id is 'Random id.';
comment on column organisation.principal is 'Its number in grants and work items.';
comment on column organisation.kind is 'What kind of partner it is.';
comment on column organisation.name is 'Name as colleagues know it.';
comment on column organisation.phone is 'Telephone for colleagues.';
comment on column organisation.email is 'General e-mail address, for notices without content.';
comment on column organisation.home_municipality is 'Municipality in which it has its seat.';
comment on column organisation.active is 'False once it no longer takes part.';

create table organisation_area (
  organisation_id uuid not null references organisation,
  municipality_code text not null references municipality,
  primary key (organisation_id, municipality_code)
);
comment on table organisation_area is 'The municipalities that an organisation works for.';
comment on column organisation_area.organisation_id is 'The organisation.';
comment on column organisation_area.municipality_code is 'A municipality it works for.';

create table professional (
  id uuid primary key default gen_random_uuid(),
  principal integer not null unique references principal,
  display_name text not null,
  email text,
  phone text,
  notices boolean not null default true
);
comment on table professional is 'A person who works with Wieg. FHIR Practitioner.';
comment on column professional.id is 'Random id.';
comment on column professional.principal is 'Its number in grants and work items.';
comment on column professional.display_name is 'Name as shown to colleagues and families.';
comment on column professional.email is 'Work e-mail address, for notices without content.';
comment on column professional.phone is 'Work telephone, for colleagues.';
comment on column professional.notices is 'Whether e-mail notices are wanted.';

create table membership (
  id uuid primary key default gen_random_uuid(),
  principal integer not null unique references principal,
  professional_id uuid not null references professional,
  organisation_id uuid not null references organisation,
  role text not null,
  since date not null,
  until date
);
create index membership_of_organisation on membership (organisation_id, role);
create index membership_of_professional on membership (professional_id);
comment on table membership is 'One role of one professional in one organisation. FHIR PractitionerRole. Who has two jobs chooses one when signing in.';
comment on column membership.id is 'Random id.';
comment on column membership.principal is 'Its number in grants and work items.';
comment on column membership.professional_id is 'Who.';
comment on column membership.organisation_id is 'Where.';
comment on column membership.role is 'As what: a role of the access policy.';
comment on column membership.since is 'First day.';
comment on column membership.until is 'Last day; sessions end at once when it has passed.';

create table team (
  organisation_id uuid not null references organisation,
  role text not null,
  principal integer not null unique references principal,
  primary key (organisation_id, role)
);
comment on table team is 'Everyone with one role in one organisation: what a grant is usually given to.';
comment on column team.organisation_id is 'The organisation.';
comment on column team.role is 'The role.';
comment on column team.principal is 'Its number in grants and work items.';

create function trust.new_principal(of_kind text) returns integer language sql security definer set search_path = public, pg_catalog as
$$ insert into principal (kind) values (of_kind) returning id $$;

create function trust.give_principal() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.principal is null then new.principal := trust.new_principal(tg_argv[0]); end if;
  if tg_table_name = 'membership' then
    insert into team (organisation_id, role, principal)
    select new.organisation_id, new.role, trust.new_principal('team')
    where not exists (select from team t where t.organisation_id = new.organisation_id and t.role = new.role)
    on conflict do nothing;
  end if;
  return new;
end $$;
create trigger give_principal before insert on organisation for each row execute function trust.give_principal('organisation');
create trigger give_principal before insert on professional for each row execute function trust.give_principal('professional');
create trigger give_principal before insert or update of role, organisation_id on membership
  for each row execute function trust.give_principal('membership');

grant select on municipality, organisation, organisation_area, professional, membership, team to wieg_app, wieg_worker;
