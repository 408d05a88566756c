-- Up Migration
-- Factors are data: a region changes its list without code. A line is never changed: a newer one of the same code takes its place.
create table factor (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[a-z0-9-]{2,40}$'),
  label text not null check (length(trim(label)) between 2 and 120),
  kind text not null check (kind in ('risk', 'protective', 'context')),
  domain text not null check (domain in ('lichaamsfuncties', 'mentaal-welbevinden', 'zingeving', 'kwaliteit-van-leven', 'meedoen', 'dagelijks-functioneren')),
  care_kind text not null check (care_kind in ('medical', 'social')),
  urgent boolean not null default false,
  since date not null default app.today(),
  until date,
  source text not null check (length(trim(source)) between 2 and 200),
  changed_by uuid default trust.my_professional() references professional,
  changed_at timestamptz not null default now(),
  check (until is null or until >= since),
  check (kind = 'risk' or not urgent)
);
create index factor_of_code on factor (code, id desc);
comment on table factor is 'Risk factors, protective factors and context, as a list that a region keeps. Lines are added, never changed: the newest of a code that has begun counts. FHIR CodeSystem.';
comment on column factor.id is 'Running number: the order in which lines were recorded.';
comment on column factor.code is 'Code that signals and assessments keep; it never changes its meaning.';
comment on column factor.label is 'Dutch words on screen.';
comment on column factor.kind is 'risk, protective, or context: what makes talking or care harder, never counted towards a category [domain 3.1].';
comment on column factor.domain is 'Life domain: one of the six dimensions of Positieve Gezondheid.';
comment on column factor.care_kind is 'medical: social partners see it only as a medical circumstance [access.md 2]. social: everyone with the part signals.';
comment on column factor.urgent is 'An urgent risk factor by itself: with insufficient protection it makes category d [001 annex 1].';
comment on column factor.since is 'First day on which this line counts.';
comment on column factor.until is 'Last day on which it can be chosen; what was recorded before keeps its words.';
comment on column factor.source is 'Where it comes from.';
comment on column factor.changed_by is 'Administrator; empty for the list that comes with Wieg.';
comment on column factor.changed_at is 'When recorded.';
alter table factor enable row level security;
create policy see on factor for select using (true);
create policy owner on factor to wieg_owner using (true) with check (true);
create policy add on factor for insert to wieg_app with check ((select trust.my_role()) = 'platform_admin' and changed_by = (select trust.my_professional()));
grant select, insert on factor to wieg_app;

create view factor_now with (security_invoker = true) as
  select distinct on (code) code, label, kind, domain, care_kind, urgent, since, until, source, (until is null or until >= (select today from app.day)) as selectable
  from factor where since <= (select today from app.day) order by code, id desc;
comment on view factor_now is 'The list as it counts today; what cannot be chosen any more keeps its words.';
comment on column factor_now.code is 'See factor.';
comment on column factor_now.label is 'See factor.';
comment on column factor_now.kind is 'See factor.';
comment on column factor_now.domain is 'See factor.';
comment on column factor_now.care_kind is 'See factor.';
comment on column factor_now.urgent is 'See factor.';
comment on column factor_now.since is 'See factor.';
comment on column factor_now.until is 'See factor.';
comment on column factor_now.source is 'See factor.';
comment on column factor_now.selectable is 'Whether a new signal may name it.';
grant select on factor_now to wieg_app;
