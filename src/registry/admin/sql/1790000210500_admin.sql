-- Up Migration
-- Who works here is kept by administrators: of people and jobs by those of the organisation, of organisations by those of Wieg. No care data.
create table registry_history (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  by_professional uuid,
  by_name text,
  organisation_id uuid,
  table_name text not null,
  record_id uuid,
  about text,
  was jsonb,
  became jsonb
);
create index registry_history_of_organisation on registry_history (organisation_id, at desc);
comment on table registry_history is 'Who changed what in organisations, people, jobs and identity providers.';
comment on column registry_history.id is 'Running number.';
comment on column registry_history.at is 'When.';
comment on column registry_history.by_professional is 'Who; empty for the command line and the filling of a demonstration.';
comment on column registry_history.by_name is 'Her name at that moment.';
comment on column registry_history.organisation_id is 'Organisation it concerns; empty for a person.';
comment on column registry_history.table_name is 'organisation, organisation_area, professional, membership or identity_provider.';
comment on column registry_history.record_id is 'The record.';
comment on column registry_history.about is 'Name of what was changed, at that moment.';
comment on column registry_history.was is 'Before; empty when new. Secrets are left out.';
comment on column registry_history.became is 'After; empty when removed. Secrets are left out.';

create function trust.keep_registry_history() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - array['principal', 'client_secret', 'notices'] end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - array['principal', 'client_secret', 'notices'] end;
  row jsonb := coalesce(became, was); who uuid := trust.my_professional();
begin
  if was = became then return null; end if;
  insert into registry_history (by_professional, by_name, organisation_id, table_name, record_id, about, was, became)
  values (who, (select display_name from professional where id = who),
    case tg_table_name when 'organisation' then (row ->> 'id')::uuid else (row ->> 'organisation_id')::uuid end, tg_table_name, (row ->> 'id')::uuid,
    case tg_table_name
      when 'membership' then (select display_name from professional where id = (row ->> 'professional_id')::uuid)
      when 'organisation_area' then (select name from municipality where code = row ->> 'municipality_code')
      when 'professional' then row ->> 'display_name'
      else coalesce(row ->> 'name', row ->> 'issuer') end, was, became);
  return null;
end $$;
comment on function trust.keep_registry_history is 'Keeps who changed what, without secrets.';
alter function trust.keep_registry_history owner to wieg_guard;
do $$ declare t text; begin
  foreach t in array array['organisation', 'organisation_area', 'professional', 'membership', 'identity_provider'] loop
    execute format('create trigger z_keep_registry_history after insert or update or delete on %I for each row execute function trust.keep_registry_history()', t);
  end loop;
end $$;

create table role_of_kind (
  kind text not null,
  role text not null,
  given_by_organisation boolean not null,
  given_by_platform boolean not null,
  primary key (kind, role)
);
comment on table role_of_kind is 'Which roles fit which kind of organisation, and who gives them. Written at each migration from src/registry/admin/rules/rolesOfKind.ts.';
comment on column role_of_kind.kind is 'Kind of organisation.';
comment on column role_of_kind.role is 'Role of a membership.';
comment on column role_of_kind.given_by_organisation is 'The organisation''s own administrator may give it.';
comment on column role_of_kind.given_by_platform is 'The administrator of Wieg may give it.';

create function trust.must_administer(of_organisation uuid) returns trust.asker language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or not (asker.role = 'platform_admin' or asker.role = 'organisation_admin' and asker.organisation_id = of_organisation)
    or not exists (select from organisation where id = of_organisation) then
    raise exception 'not hers to administer' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_administer is 'Raises insufficient_privilege unless the asker administers this organisation.';

create function trust.may_give_role(of_organisation uuid, of_role text, to_professional uuid) returns text
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_administer(of_organisation); held text[];
begin
  if not exists (select from role_of_kind k join organisation o on o.kind = k.kind where o.id = of_organisation and k.role = of_role
    and case asker.role when 'platform_admin' then k.given_by_platform else k.given_by_organisation end) then return 'not-this-role'; end if;
  if to_professional = asker.professional_id and asker.role = 'platform_admin' then return 'yourself'; end if;
  held := array(select m.role from membership m where m.professional_id = to_professional and coalesce(m.until, 'infinity') >= app.today());
  if cardinality(held) > 0 and (of_role = 'platform_admin' or 'platform_admin' = any(held)) then return 'stands-alone'; end if;
  if of_role = 'research_desk' and 'key_keeper' = any(held) or of_role = 'key_keeper' and 'research_desk' = any(held) then return 'kept-apart'; end if;
  return 'yes';
end $$;
comment on function trust.may_give_role is 'yes, or why not. Wieg''s administrator gives herself nothing, and works in no other role; key and research are never in one hand.';

create function trust.people_of(of_organisation uuid) returns table (membership_id uuid, professional_id uuid, name text, email text, phone text, role text, since date, until date,
  account_state text, link_until timestamptz, last_seen timestamptz)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_administer(of_organisation);
  return query select m.id, p.id, p.display_name, p.email, p.phone, m.role, m.since, m.until, a.state,
    (select max(l.expires_at) from sign_in_link l where l.professional_id = p.id and l.used_at is null and l.withdrawn_at is null and l.expires_at > now()),
    (select max(s.seen_at) from session s where s.membership_id = m.id)
  from membership m join professional p on p.id = m.professional_id left join account a on a.professional_id = p.id
  where m.organisation_id = of_organisation and coalesce(m.until, 'infinity') >= app.today() - 90
  order by coalesce(m.until, 'infinity') < app.today(), p.display_name, m.role;
end $$;
comment on function trust.people_of is 'The people of an organisation, for its administrator: those who left in the last three months at the end.';

create function trust.invite_person(of_organisation uuid, with_login text, with_name text, with_phone text, of_role text, from_day date)
returns table (outcome text, membership_id uuid, professional_id uuid, is_new boolean)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare who uuid; judged text; made uuid; fresh boolean := false;
begin
  perform trust.must_administer(of_organisation);
  perform pg_advisory_xact_lock(hashtextextended(lower(with_login), 4917));
  select a.professional_id into who from account a where a.login = lower(with_login);
  judged := trust.may_give_role(of_organisation, of_role, who);
  if judged <> 'yes' then return query select judged, null::uuid, null::uuid, false; return; end if;
  if exists (select from membership m where m.professional_id = who and m.organisation_id = of_organisation and m.role = of_role and coalesce(m.until, 'infinity') >= app.today()) then
    return query select 'already-here', null::uuid, null::uuid, false; return; end if;
  if who is null then
    insert into professional (display_name, email, phone) values (with_name, lower(with_login), with_phone) returning id into who;
    insert into account (professional_id, login) values (who, lower(with_login));
    fresh := true;
  end if;
  insert into membership (professional_id, organisation_id, role, since) values (who, of_organisation, of_role, from_day) returning id into made;
  return query select 'done', made, who, fresh;
end $$;
comment on function trust.invite_person is 'A person and her job, or one more job for who has an account. Her name and address stay as her own organisation wrote them.';

create function trust.change_role(of_membership uuid, new_role text) returns table (outcome text, membership_id uuid)
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare job membership; judged text; made uuid; asker trust.asker;
begin
  select * into job from membership m where m.id = of_membership and coalesce(m.until, 'infinity') >= app.today() for update;
  if not found then raise exception 'no such job' using errcode = 'insufficient_privilege'; end if;
  asker := trust.must_administer(job.organisation_id);
  if job.role = new_role then return query select 'done', job.id; return; end if;
  judged := trust.may_end_job(job, asker);
  if judged = 'yes' then judged := trust.may_give_role(job.organisation_id, new_role, job.professional_id); end if;
  if judged = 'yes' and exists (select from membership m where m.professional_id = job.professional_id and m.organisation_id = job.organisation_id and m.role = new_role
    and coalesce(m.until, 'infinity') >= app.today()) then judged := 'already-here'; end if;
  if judged <> 'yes' then return query select judged, null::uuid; return; end if;
  perform trust.stop_job(job.id);
  insert into membership (professional_id, organisation_id, role, since) values (job.professional_id, job.organisation_id, new_role, app.today()) returning id into made;
  return query select 'done', made;
end $$;
comment on function trust.change_role is 'Ends one job and begins another today: what was done in the old role stays with that role.';

create function trust.may_end_job(job membership, asker trust.asker) returns text language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select case
    when job.id = asker.membership_id then 'yourself'
    when not exists (select from role_of_kind k join organisation o on o.kind = k.kind where o.id = job.organisation_id and k.role = job.role
      and case asker.role when 'platform_admin' then k.given_by_platform else k.given_by_organisation end) then 'not-this-role'
    when job.role in ('organisation_admin', 'platform_admin') and asker.role <> 'platform_admin' and not exists (
      select from membership m where m.organisation_id = job.organisation_id and m.role = job.role and m.id <> job.id and m.since <= app.today()
        and coalesce(m.until, 'infinity') >= app.today()) then 'last-administrator'
    else 'yes' end $$;

create function trust.stop_job(of_membership uuid) returns void language sql security definer set search_path = public, trust, pg_catalog as $$
  update membership set until = app.today() - 1 where id = of_membership;
  update session set ended_at = now() where membership_id = of_membership and ended_at is null $$;

create function trust.end_membership(of_membership uuid, last_day date) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare job membership; judged text; asker trust.asker;
begin
  select * into job from membership m where m.id = of_membership and coalesce(m.until, 'infinity') >= app.today() for update;
  if not found then raise exception 'no such job' using errcode = 'insufficient_privilege'; end if;
  asker := trust.must_administer(job.organisation_id);
  judged := trust.may_end_job(job, asker);
  if judged <> 'yes' then return judged; end if;
  if last_day is null then perform trust.stop_job(job.id);
  elsif last_day < app.today() then return 'past';
  else update membership set until = last_day where id = job.id; end if;
  return 'done';
end $$;
comment on function trust.end_membership is 'Ends a job on a day, or at once: then its sessions end too.';

create function trust.change_person(of_professional uuid, with_name text, with_phone text) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if not trust.may_manage_means(of_professional) then raise exception 'not hers' using errcode = 'insufficient_privilege'; end if;
  update professional set display_name = with_name, phone = with_phone where id = of_professional;
  return found;
end $$;
comment on function trust.change_person is 'Name and telephone of someone who works nowhere else.';

create function trust.save_organisation(of_organisation uuid, of_kind text, with_name text, with_phone text, with_email text, home text, areas text[], is_active boolean) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker(); target uuid := of_organisation;
begin
  if asker.session_id is null or asker.role <> 'platform_admin' then raise exception 'not hers' using errcode = 'insufficient_privilege'; end if;
  if of_organisation = asker.organisation_id and not is_active then return 'yourself'; end if;
  if exists (select from organisation o where lower(o.name) = lower(with_name) and o.id is distinct from of_organisation and o.kind = of_kind) then return 'same-name'; end if;
  if exists (select from organisation o join membership m on m.organisation_id = o.id where o.id = of_organisation and o.kind <> of_kind) then return 'kind-in-use'; end if;
  if of_organisation is null then
    insert into organisation (kind, name, phone, email, home_municipality, active) values (of_kind, with_name, with_phone, with_email, home, is_active) returning id into target;
  else
    update organisation set kind = of_kind, name = with_name, phone = with_phone, email = with_email, home_municipality = home, active = is_active where id = target;
    if not found then raise exception 'no such organisation' using errcode = 'insufficient_privilege'; end if;
  end if;
  delete from organisation_area where organisation_id = target and not municipality_code = any(areas);
  insert into organisation_area (organisation_id, municipality_code) select target, code from unnest(areas) code
  where not exists (select from organisation_area a where a.organisation_id = target and a.municipality_code = code);
  return 'done ' || target;
end $$;
comment on function trust.save_organisation is 'Makes or changes an organisation and the municipalities it works for. Made inactive, all its people are out at once.';

create function trust.provider_of(of_organisation uuid) returns table (id uuid, issuer text, client_id text, has_secret boolean, subject_claim text, email_domains text[],
  factor_values text[], active boolean, version integer, people integer)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  if (trust.must_administer(of_organisation)).role <> 'platform_admin' then raise exception 'not hers' using errcode = 'insufficient_privilege'; end if;
  return query select i.id, i.issuer, i.client_id, i.client_secret is not null, i.subject_claim, i.email_domains, i.factor_values, i.active, i.version,
    (select count(*)::integer from external_identity e where e.provider_id = i.id) from identity_provider i where i.organisation_id = of_organisation;
end $$;

create function trust.save_provider(of_organisation uuid, with_issuer text, with_client text, with_secret text, with_claim text, domains text[], factors text[], is_active boolean,
  of_version integer) returns text
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare before identity_provider;
begin
  if (trust.must_administer(of_organisation)).role <> 'platform_admin' then raise exception 'not hers' using errcode = 'insufficient_privilege'; end if;
  select * into before from identity_provider where organisation_id = of_organisation for update;
  if coalesce(before.version, 0) <> of_version then return 'changed-meanwhile'; end if;
  if before.id is null then
    insert into identity_provider (organisation_id, issuer, client_id, client_secret, subject_claim, email_domains, factor_values, active)
    values (of_organisation, with_issuer, with_client, with_secret, with_claim, domains, factors, is_active);
    return 'done';
  end if;
  update identity_provider set issuer = with_issuer, client_id = with_client, client_secret = coalesce(with_secret, case when before.issuer = with_issuer then client_secret end), subject_claim = with_claim,
    email_domains = domains, factor_values = factors, active = is_active, version = version + 1 where id = before.id;
  if before.issuer <> with_issuer or before.subject_claim <> with_claim then delete from external_identity where provider_id = before.id; end if;
  if before.active and not is_active then update session set ended_at = now() where provider_id = before.id and ended_at is null; end if;
  return 'done';
end $$;
comment on function trust.save_provider is 'Sets up the identity provider of an organisation. Another issuer or claim names people otherwise: the links to them go, and a secret is not shown to another issuer.';

create function trust.registry_history_of(of_organisation uuid, page integer) returns table (at timestamptz, by_name text, table_name text, about text, was jsonb, became jsonb)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.must_administer(of_organisation);
  return query select h.at, h.by_name, h.table_name, h.about, h.was, h.became from registry_history h
    where h.organisation_id = of_organisation order by h.at desc, h.id desc limit 51 offset greatest(page - 1, 0) * 50;
end $$;

do $$ declare f text; begin
  foreach f in array array['must_administer', 'may_give_role', 'people_of', 'invite_person', 'change_role', 'may_end_job', 'stop_job', 'end_membership', 'change_person', 'save_organisation', 'provider_of',
    'save_provider', 'registry_history_of'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
    if f not in ('may_end_job', 'stop_job', 'must_administer') then execute format('grant execute on function trust.%I to wieg_app', f); end if;
  end loop;
end $$;
grant select on role_of_kind to wieg_app;
