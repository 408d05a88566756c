-- Up Migration
-- A next version is prepared, checked and approved by two people: who configures the region writes it, the project group decides [001 7.1].
create table programme_proposal (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  state text not null default 'draft' check (state in ('draft', 'offered', 'approved', 'dropped')),
  starts_on date not null,
  settings jsonb not null,
  why text check (length(trim(why)) between 3 and 5000),
  confirmed jsonb not null default '[]' check (jsonb_typeof(confirmed) = 'array'),
  prepared_by uuid not null references professional,
  prepared_at timestamptz not null default now(),
  answered_by uuid references professional,
  answered_at timestamptz,
  answer text check (length(trim(answer)) between 3 and 5000),
  version_id uuid references programme_version,
  version integer not null default 1,
  check ((state = 'approved') = (version_id is not null)),
  check (state <> 'approved' or answered_by <> prepared_by)
);
create unique index programme_proposal_one_open on programme_proposal (programme_id) where state in ('draft', 'offered');
comment on table programme_proposal is 'A next version of a programme while it is prepared, and who prepared and approved it. No care data.';
comment on column programme_proposal.id is 'Random id.';
comment on column programme_proposal.programme_id is 'The programme.';
comment on column programme_proposal.state is 'draft, offered to the project group, approved (then it is a version), or dropped.';
comment on column programme_proposal.starts_on is 'First day on which it would hold.';
comment on column programme_proposal.settings is 'All figures, as in programme_version.';
comment on column programme_proposal.why is 'Why this version, in words.';
comment on column programme_proposal.confirmed is 'Warnings that were looked at when it was offered: code and facts.';
comment on column programme_proposal.prepared_by is 'Professional who changed it last.';
comment on column programme_proposal.prepared_at is 'When.';
comment on column programme_proposal.answered_by is 'Professional who approved it or sent it back; never who prepared it.';
comment on column programme_proposal.answered_at is 'When.';
comment on column programme_proposal.answer is 'Why it was sent back, in words.';
comment on column programme_proposal.version_id is 'The version it became.';
comment on column programme_proposal.version is 'Raised by one at each change.';
grant select on programme_proposal to wieg_app;
alter table programme_proposal enable row level security;
create policy see on programme_proposal for select to wieg_app
  using ((select trust.my_role()) in ('platform_admin', 'project_group', 'maternity_coordinator'));
create policy guard on programme_proposal to wieg_guard using (true) with check (true);

create function trust.must_have_role(wanted text) returns trust.asker
language plpgsql stable security definer set search_path = trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role <> wanted then raise exception 'not for this role' using errcode = 'insufficient_privilege'; end if;
  return asker;
end $$;
comment on function trust.must_have_role is 'Raises insufficient_privilege unless the asker works in this role.';

create function trust.start_proposal(of_programme uuid, from_day date) returns uuid
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('platform_admin'); made uuid;
begin
  insert into programme_proposal (programme_id, starts_on, settings, prepared_by)
  select of_programme, from_day, v.settings, asker.professional_id from programme_version v
  where v.programme_id = of_programme and v.withdrawn_at is null order by v.starts_on desc limit 1
  on conflict (programme_id) where state in ('draft', 'offered') do nothing returning id into made;
  return made;
end $$;
comment on function trust.start_proposal is 'A next version to prepare, with the figures of the latest one. Null when there is one already.';

create function trust.save_proposal(of_proposal uuid, seen integer, from_day date, with_settings jsonb) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('platform_admin'); changed integer;
begin
  update programme_proposal p set starts_on = from_day, settings = with_settings, prepared_by = asker.professional_id, prepared_at = now(), state = 'draft',
    confirmed = '[]', version = p.version + 1
  where p.id = of_proposal and p.version = seen and p.state in ('draft', 'offered');
  get diagnostics changed = row_count;
  return changed = 1;
end $$;
comment on function trust.save_proposal is 'Changes what is prepared; what was offered is a draft again. False when someone was first.';

create function trust.offer_proposal(of_proposal uuid, seen integer, reason text, with_confirmed jsonb) returns boolean
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('platform_admin'); of_programme programme;
begin
  update programme_proposal p set state = 'offered', why = reason, confirmed = with_confirmed, prepared_by = asker.professional_id, prepared_at = now(),
    answered_by = null, answered_at = null, answer = null, version = p.version + 1
  where p.id = of_proposal and p.version = seen and p.state = 'draft';
  if not found then return false; end if;
  select r.* into of_programme from programme r join programme_proposal p on p.programme_id = r.id where p.id = of_proposal;
  perform trust.tell_team('programme-version-offered', of_proposal, 'project_group', jsonb_build_object('programme', of_programme.name, 'code', of_programme.code));
  return true;
end $$;
comment on function trust.offer_proposal is 'Lays a prepared version before the project group, with the warnings that were confirmed. False when someone was first.';

create function trust.tell_team(with_kind text, of_subject uuid, in_role text, with_facts jsonb) returns void
language sql security definer set search_path = public, app, pg_catalog as $$
  insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, facts)
  select t.principal, null, with_kind, of_subject, 'mine', app.today() + 14, with_facts from team t join organisation g on g.id = t.organisation_id and g.active
  where t.role = in_role on conflict (principal, kind, subject_id, side) where closed_at is null do nothing $$;
comment on function trust.tell_team is 'Puts work on no family before everyone in a role. For functions of the programme alone.';

create function trust.answer_proposal(of_proposal uuid, seen integer, approved boolean, words text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('project_group'); held programme_proposal; made uuid;
begin
  select * into held from programme_proposal p where p.id = of_proposal and p.version = seen and p.state = 'offered' for update;
  if held.id is null then return 'changed-meanwhile'; end if;
  if held.prepared_by = asker.professional_id then return 'own-proposal'; end if;
  update work_item set closed_at = now(), closed_why = 'done' where kind = 'programme-version-offered' and subject_id = of_proposal and closed_at is null;
  if not approved then
    update programme_proposal p set state = 'draft', answered_by = asker.professional_id, answered_at = now(), answer = words, version = p.version + 1 where p.id = of_proposal;
    perform trust.tell_team('programme-version-returned', of_proposal, 'platform_admin', jsonb_build_object('programme', r.name, 'code', r.code)) from programme r where r.id = held.programme_id;
    return 'done';
  end if;
  if held.starts_on < app.today() then return 'starts-in-the-past'; end if;
  if exists (select from programme_version v where v.programme_id = held.programme_id and v.withdrawn_at is null and v.starts_on >= held.starts_on) then
    return 'not-after-latest'; end if;
  insert into programme_version (programme_id, number, starts_on, settings)
  select held.programme_id, max(v.number) + 1, held.starts_on, held.settings from programme_version v where v.programme_id = held.programme_id returning id into made;
  update programme_proposal p set state = 'approved', answered_by = asker.professional_id, answered_at = now(), version_id = made, version = p.version + 1 where p.id = of_proposal;
  return 'done';
end $$;
comment on function trust.answer_proposal is 'The project group approves an offered version, which then holds from its first day, or sends it back with its reason.';

create function trust.drop_proposal(of_proposal uuid, seen integer) returns boolean
language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('platform_admin');
begin
  update programme_proposal p set state = 'dropped', prepared_by = asker.professional_id, version = p.version + 1
  where p.id = of_proposal and p.version = seen and p.state in ('draft', 'offered');
  if not found then return false; end if;
  update work_item set closed_at = now(), closed_why = 'dropped' where kind in ('programme-version-offered', 'programme-version-returned') and subject_id = of_proposal and closed_at is null;
  return true;
end $$;
comment on function trust.drop_proposal is 'What was prepared does not go on. False when someone was first.';

create function trust.withdraw_version(of_version uuid, reason text) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_have_role('project_group'); held programme_version;
begin
  select * into held from programme_version v where v.id = of_version for update;
  if held.id is null or held.withdrawn_at is not null then return 'changed-meanwhile'; end if;
  if held.starts_on <= app.today() then return 'in-force'; end if;
  update programme_version set withdrawn_at = now(), withdrawn_by = asker.professional_id, withdrawn_why = reason where id = of_version;
  return 'done';
end $$;
comment on function trust.withdraw_version is 'The project group takes back a version that does not hold yet.';

-- What the preview counts with: as the criteria see a family, grouped, so that no family can be told from it.
create function trust.waiting_requests() returns table (pillar smallint, municipality_code text, insurer text, maternity_care_organisation_id uuid, families integer)
language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
#variable_conflict use_column
declare asker trust.asker := trust.asker();
begin
  if asker.session_id is null or asker.role not in ('platform_admin', 'project_group', 'maternity_coordinator') then
    raise exception 'for who configures or steers the programme' using errcode = 'insufficient_privilege'; end if;
  return query
    select w.pillar, a.municipality_code, m.insurer, t.maternity_care_organisation_id, count(*)::integer
    from trajectory t cross join (values (1::smallint), (2::smallint)) w (pillar)
    join lateral (select r.category from category_route r where r.trajectory_id = t.id order by r.number desc limit 1) c on c.category in ('c', 'd')
    left join lateral (select f.municipality_code from family_address f where f.family_id = t.family_id and f.until is null limit 1) a on true
    left join lateral (select f.insurer from family_member f where f.family_id = t.family_id and f.kind = 'mother' limit 1) m on true
    where t.state = 'open' and t.loss_on is null
      and not exists (select from programme_place p where p.trajectory_id = t.id and p.pillar = w.pillar and p.state = 'taken')
      and case w.pillar when 1 then t.born_on is null else exists (select from programme_request q where q.trajectory_id = t.id) end
    group by 1, 2, 3, 4;
end $$;
comment on function trust.waiting_requests is 'Families in category c or d without a place, counted by what the figures of a programme look at: municipality, insurer, maternity care.';

create function trust.decisions_on(of_version uuid) returns integer
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select case when trust.my_role() in ('platform_admin', 'project_group', 'maternity_coordinator') then
    (select count(*)::integer from programme_decision d where d.version_id = of_version) end $$;
comment on function trust.decisions_on is 'How many decisions rest on a version, for who configures or steers the programme.';

do $$ declare f text; begin
  foreach f in array array['must_have_role', 'start_proposal', 'save_proposal', 'offer_proposal', 'tell_team', 'answer_proposal', 'drop_proposal', 'withdraw_version', 'waiting_requests', 'decisions_on'] loop
    execute format('alter function trust.%I owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.start_proposal, trust.save_proposal, trust.offer_proposal, trust.answer_proposal, trust.drop_proposal, trust.withdraw_version,
  trust.waiting_requests, trust.decisions_on to wieg_app;
