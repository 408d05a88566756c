-- Up Migration
-- Childcare and pre-school on the line: a place, and the VVE indication of a child [004 "JGZ en kinderopvang/peuterspeelzaal"; 003].
create table childcare_place (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  child_id uuid not null references family_member,
  kind text not null check (kind in ('childcare', 'preschool', 'childminder')),
  state text not null default 'wished' check (state in ('wished', 'asked', 'waiting', 'placed', 'ended')),
  organisation_id uuid references organisation,
  place_name text check (length(trim(place_name)) between 2 and 120),
  vve text not null default 'unknown' check (vve in ('unknown', 'indicated', 'not_indicated')),
  vve_on date,
  half_days smallint check (half_days between 1 and 10),
  since date,
  until date,
  remark text check (length(remark) <= 1000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((vve = 'indicated') or vve_on is null),
  check (state <> 'placed' or (since is not null and (organisation_id is not null or place_name is not null))),
  check ((state = 'ended') = (until is not null))
);
create index childcare_place_of_trajectory on childcare_place (trajectory_id, created_at);
comment on table childcare_place is 'A place at a childcare, pre-school or childminder for a child, from the wish until it ends, with the VVE indication. FHIR ServiceRequest.';
comment on column childcare_place.id is 'Random id.';
comment on column childcare_place.trajectory_id is 'The line.';
comment on column childcare_place.child_id is 'The child.';
comment on column childcare_place.kind is 'Childcare, pre-school (VVE) or childminder.';
comment on column childcare_place.state is 'wished, asked, waiting, placed, ended; the moves are in rules/childcareMoves.ts.';
comment on column childcare_place.organisation_id is 'Organisation that works with Wieg.';
comment on column childcare_place.place_name is 'Name of another one.';
comment on column childcare_place.vve is 'Whether the youth health service gave an indication for early education (VVE).';
comment on column childcare_place.vve_on is 'Day of that indication.';
comment on column childcare_place.half_days is 'Half days a week.';
comment on column childcare_place.since is 'First day there.';
comment on column childcare_place.until is 'Last day there, or the day on which it was not needed any more.';
comment on column childcare_place.remark is 'What matters for it, in plain words.';
comment on column childcare_place.author_organisation_id is 'Organisation that recorded it.';
comment on column childcare_place.author_id is 'Professional who recorded it.';
comment on column childcare_place.created_at is 'When recorded.';
comment on column childcare_place.version is 'Raised by one at each change.';
-- Beside who may read the referrals: the childcare where the child is to be, as long as the family lets it know who they are. It says when the child came or left.
do $$ declare hers text := $own$organisation_id = (select trust.my_organisation()) and (select trust.my_role()) = 'childcare'
  and (select true from access_grant g where g.principal = any((select trust.my_principals())::int[]) and g.trajectory_id = childcare_place.trajectory_id
    and g.part = 1 and g.own_person is null and g.until >= (select app.today()) limit 1)$own$;
begin
  perform trust.protect('childcare_place', 'referrals', also => hers, also_write => hers);
end $$;

create function trust.guard_childcare_place() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.child_id, new.kind) is distinct from (old.child_id, old.kind) then
    raise exception 'a place is for one child' using errcode = 'restrict_violation'; end if;
  if not exists (select from family_member m where m.id = new.child_id and m.family_id = trust.family_of(new.trajectory_id))
    or new.organisation_id is not null and not exists (select from organisation o where o.id = new.organisation_id and o.kind = 'childcare') then
    raise exception 'not of this family, or not a childcare' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
comment on function trust.guard_childcare_place is 'A place is for someone of this family, at an organisation for childcare.';
alter function trust.guard_childcare_place owner to wieg_guard;
create trigger b_guard_childcare_place before insert or update on childcare_place for each row execute function trust.guard_childcare_place();
