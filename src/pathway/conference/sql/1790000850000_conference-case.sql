-- Up Migration
-- Route 3: the family's case waits for the next sitting of the MDO or Knooppunt [domain 3.3, 3.7]. The sittings themselves come later.
create table conference_case (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  conference_organisation_id uuid references organisation,
  since date not null default app.today(),
  due_on date not null,
  question text check (length(trim(question)) between 3 and 500),
  basis text not null default 'category' check (basis in ('category', 'evaluation')),
  summary text check (length(trim(summary)) between 3 and 2000),
  summary_agreed_on date,
  presence text check (presence in ('comes', 'words', 'someone', 'no')),
  family_words text check (length(trim(family_words)) between 3 and 2000),
  state text not null default 'waiting' check (state in ('waiting', 'removed')),
  removed_on date,
  removed_because text check (removed_because in ('route_changed', 'discussed', 'family_refused', 'other')),
  removed_reason text check (length(trim(removed_reason)) between 3 and 5000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check ((state = 'removed') = (removed_on is not null and removed_because is not null)),
  check (removed_because is distinct from 'other' or removed_reason is not null),
  check ((summary is null) = (summary_agreed_on is null))
);
create index conference_case_of_trajectory on conference_case (trajectory_id);
create unique index conference_case_waiting on conference_case (trajectory_id) where state = 'waiting';
create index conference_case_of_conference on conference_case (conference_organisation_id, due_on) where state = 'waiting';
create index conference_case_list on conference_case (due_on, id) where state = 'waiting';
create index conference_case_of_author on conference_case (author_organisation_id, due_on) where state = 'waiting';
comment on table conference_case is 'A case that waits for a sitting of the conference, with its one question.';
comment on column conference_case.id is 'Random id.';
comment on column conference_case.trajectory_id is 'The line.';
comment on column conference_case.conference_organisation_id is 'Municipality whose Knooppunt holds the conference, by the family''s address; empty when it is not known.';
comment on column conference_case.since is 'Since when it waits.';
comment on column conference_case.due_on is 'Last day of the sitting: 21 days on category c, 7 on d [domain 3.3].';
comment on column conference_case.question is 'The one question for the conference, in one sentence.';
comment on column conference_case.basis is 'category: c or d [domain 3.3]; evaluation: an evaluation of the plan scaled up [domain 3.5].';
comment on column conference_case.summary is 'What the table may know beside what each role may see: kept only when the family agreed to these words.';
comment on column conference_case.summary_agreed_on is 'Day on which the family agreed to the summary.';
comment on column conference_case.presence is 'How the family wants to be heard [000 answer 5]: comes, words: its own words are read out, someone speaks for it, no.';
comment on column conference_case.family_words is 'What the family wants to be said, in its own words.';
comment on column conference_case.state is 'waiting or removed.';
comment on column conference_case.removed_on is 'Day on which it was taken off the list.';
comment on column conference_case.removed_because is 'route_changed: another category; discussed in a sitting; family_refused: the family did not want it; other: see the reason.';
comment on column conference_case.removed_reason is 'Why a professional took it off.';
comment on column conference_case.author_organisation_id is 'Organisation whose assessment put it on the list.';
comment on column conference_case.author_id is 'Professional whose assessment did.';
comment on column conference_case.created_at is 'When recorded.';
comment on column conference_case.version is 'Raised by one at each change.';

create function trust.my_conference_case(of_case uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return asker.role = 'knooppunt_coordinator' and exists (
    select from conference_case k join consent c on c.trajectory_id = k.trajectory_id and c.purpose = 'case_conference' and c.own_person is null
    where k.id = of_case and k.conference_organisation_id = asker.organisation_id and c.given and c.withdrawn_on is null
      and c.given_on <= app.today() and coalesce(c.until, 'infinity') >= app.today());
end $$;
comment on function trust.my_conference_case is 'The asker coordinates this conference and the family allows its case there: without that consent she does not see it.';
alter function trust.my_conference_case owner to wieg_guard;
grant execute on function trust.my_conference_case to wieg_app;

do $$ declare mine text := 'conference_organisation_id = (select trust.my_organisation()) and trust.my_conference_case(id)'; begin
  perform trust.protect('conference_case', 'plan', also => mine, also_write => mine);
end $$;
drop policy add on conference_case; -- the category puts it on the list
revoke insert on conference_case from wieg_app;

create function trust.conference_follows_category() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.route <> 3 then
    update conference_case set state = 'removed', removed_on = new.assessed_on, removed_because = 'route_changed', version = version + 1
    where trajectory_id = new.trajectory_id and state = 'waiting';
  elsif new.since_at = new.created_at then -- a category that stays is not listed again
    insert into conference_case (trajectory_id, conference_organisation_id, since, due_on, author_organisation_id, author_id)
    values (new.trajectory_id, trust.conference_of(new.trajectory_id), new.assessed_on, new.conference_by, new.author_organisation_id, new.author_id)
    on conflict (trajectory_id) where state = 'waiting' do update set due_on = excluded.due_on, version = conference_case.version + 1;
  end if;
  return null;
end $$;

create function trust.conference_of(of_trajectory uuid) returns uuid language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare lives_in text := trust.municipality_of(of_trajectory);
begin
  return (select o.id from organisation o where o.kind = 'municipality' and o.active
    and (o.home_municipality = lives_in or exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = lives_in))
    order by (o.home_municipality = lives_in) desc limit 1);
end $$;
comment on function trust.conference_of is 'The municipality whose Knooppunt a family belongs to, by its address.';
alter function trust.conference_of owner to wieg_guard;
alter function trust.conference_follows_category owner to wieg_guard;
create trigger conference_follows after insert on category_route for each row execute function trust.conference_follows_category();

-- A sitting that was held, or that the family did not want, takes the case off the list.
create function trust.conference_follows_step() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  if new.step = 'conference' and new.outcome in ('done', 'declined') then
    update conference_case set state = 'removed', removed_on = new.ended_on, version = version + 1,
      removed_because = case new.outcome when 'done' then 'discussed' else 'family_refused' end
    where trajectory_id = new.trajectory_id and state = 'waiting';
  elsif new.step = 'conference' then
    update conference_case c set state = 'waiting', removed_on = null, removed_because = null, removed_reason = null, version = c.version + 1
    where c.id = (select k.id from conference_case k where k.trajectory_id = new.trajectory_id order by k.created_at desc limit 1) and c.removed_because in ('discussed', 'family_refused');
  end if;
  return null;
end $$;
alter function trust.conference_follows_step owner to wieg_guard;
create trigger conference_follows after insert on route_step for each row execute function trust.conference_follows_step();
