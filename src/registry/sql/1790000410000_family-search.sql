-- Up Migration
-- Looking up families by a part of a name. A trigram index cannot be used under a policy (ilike is not leakproof), so a definer function
-- looks and gives back ids that the asker may see, nothing else. Who may see is in the same index as the words: a search costs the same
-- for someone with 200 families as for someone with 100,000, and never walks through the names of others.
create function app.search_text(value text) returns text language plpgsql immutable strict parallel safe set search_path = app, pg_catalog as $$
declare plain text := trim(regexp_replace(replace(app.plain_text(value), 'ij', 'y'), '[^[:alnum:]]+', ' ', 'g'));
begin
  -- Trigrams are made of what the server's locale calls a letter, often only a to z: letters of other scripts get a word of those.
  if plain ~ '[^ -~]' then
    plain := (select string_agg(case when c ~ '[ -~]' then c else 'z' || to_hex(ascii(c)) end, '' order by nr) from regexp_split_to_table(plain, '') with ordinality as s(c, nr));
  end if;
  return ' ' || plain || ' ';
end $$;
comment on function app.search_text is 'A name as it is searched: plain, ij as y, words apart by one space and with a space around, so that a whole word can be looked for.';
grant execute on function app.search_text to wieg_app, wieg_guard;

create table family_search (
  member_id uuid primary key references family_member,
  family_id uuid not null references family,
  author_organisation_id uuid not null,
  own_person uuid,
  words text not null,
  viewers integer[] not null
);
comment on table family_search is 'What people are found by, kept by triggers. Only trust.search_families reads it, and it checks each person that it gives back.';
comment on column family_search.member_id is 'The person.';
comment on column family_search.family_id is 'The family.';
comment on column family_search.author_organisation_id is 'Organisation that recorded the person.';
comment on column family_search.own_person is 'The partner, who is found only by those with his own consent.';
comment on column family_search.words is 'Names as they are searched, then b and the day of birth; for others than the partner also the postcode, and d and the expected day.';
comment on column family_search.viewers is 'Principals that may see this person, at least: it narrows the search; the grants decide.';
create index family_search_of_family on family_search (family_id);
create index family_search_by_words on family_search using gin (viewers, words gin_trgm_ops) with (fastupdate = off);
alter table family_search enable row level security;
alter table family_search force row level security;
create policy guard on family_search to wieg_guard using (true) with check (true);
create policy owner on family_search to wieg_owner using (true) with check (true);
insert into protected_table (name, part, scope) values ('family_search', 'identity', 'own');

create function trust.refresh_family_search(families uuid[]) returns void language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  delete from family_search s using family_member m where s.family_id = any(families) and m.id = s.member_id and m.until is not null;
  insert into family_search (member_id, family_id, author_organisation_id, own_person, words, viewers)
  select m.id, m.family_id, m.author_organisation_id, m.own_person,
    app.search_text(concat_ws(' ', m.given_name, m.prefix, m.family_name, to_char(m.birth_date, '"b"YYYYMMDD'), case when m.own_person is null then concat_ws(' ', a.postcode, f.due) end)),
    array(select o.principal from organisation o where o.id = m.author_organisation_id
      union select g.principal from access_grant g where g.trajectory_id = any(f.lines) and g.part = 1 and g.own_person is not distinct from m.own_person order by 1)
  from unnest(families) as wanted(family_id)
  join lateral (select array_agg(t.id) as lines, string_agg(to_char(t.due_date, '"d"YYYYMMDD'), ' ') as due from trajectory t where t.family_id = wanted.family_id) as f
    on f.lines is not null
  join lateral (select string_agg(a.postcode, ' ') as postcode from family_address a where a.family_id = wanted.family_id and a.until is null) as a on true
  join family_member m on m.family_id = wanted.family_id and m.until is null
  on conflict (member_id) do update set words = excluded.words, viewers = excluded.viewers
  where family_search.words <> excluded.words or family_search.viewers <> excluded.viewers;
end $$;
comment on function trust.refresh_family_search is 'Makes anew by what these families are found. After filling in bulk: call it with some thousands at a time.';

create function trust.keep_family_search() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
begin
  perform trust.refresh_family_search(array(select distinct family_id from changed));
  return null;
end $$;
comment on function trust.keep_family_search is 'Keeps family_search right. Grants of a line are always made anew as a whole, so their insert is enough.';
create trigger keep_family_search_new after insert on family_member referencing new table as changed for each statement execute function trust.keep_family_search();
create trigger keep_family_search after update on family_member referencing new table as changed for each statement execute function trust.keep_family_search();
create trigger keep_family_search_new after insert on family_address referencing new table as changed for each statement execute function trust.keep_family_search();
create trigger keep_family_search after update on family_address referencing new table as changed for each statement execute function trust.keep_family_search();
create trigger keep_family_search after insert on access_grant referencing new table as changed for each statement execute function trust.keep_family_search();

create type trust.found_line as (trajectory_id uuid, family_id uuid, score real);

create function trust.search_families(typed text, most integer) returns setof trust.found_line
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog
set pg_trgm.word_similarity_threshold = 0.32 as $$
declare
  asker trust.asker := trust.asker();
  words text[] := string_to_array(trim(app.search_text(typed)), ' ');
  -- Of few families the words are read one by one; of many they are looked up in the index.
  looked_in text := case when trust.sees_many_families() then 's.words' else $few$(s.words || '')$few$ end;
  whole text; part text; near text; alike text;
  found trust.found_line[]; whole_found trust.found_line[];
  maybe_more boolean;
begin
  if asker.session_id is null or not exists (select from role_part p where p.role = asker.role and p.part = 1 and p.may_read) then return; end if;
  if cardinality(words) = 0 or cardinality(words) > 8 then return; end if;
  -- A word of one or two letters is the beginning of a name. Days and postcodes are never "nearly".
  select string_agg(format('%s like %L', looked_in, '% ' || w || ' %'), ' and '),
    string_agg(format('%s like %L', looked_in, case when length(w) < 3 then '% ' else '%' end || w || '%'), ' and '),
    string_agg(case when w ~ '[0-9]' then format('%s like %L', looked_in, '%' || w || '%') when length(w) > 2 then format('%s %%> %L', looked_in, w) end, ' and '),
    string_agg(case when length(w) > 2 and w !~ '[0-9]' then format('word_similarity(%L, s.words)', w) end, ' + ')
  into whole, part, near, alike from unnest(words) w;

  execute trust.search_statement(part, format('case when %s then 3 else 2 end', whole)) into found, maybe_more
    using asker.principals, asker.organisation_id, most, app.today();
  if maybe_more then
    execute trust.search_statement(whole, '3') into whole_found, maybe_more using asker.principals, asker.organisation_id, most, app.today();
    found := whole_found || array(select f from unnest(found) f where f.trajectory_id not in (select w.trajectory_id from unnest(whole_found) w));
  elsif cardinality(found) = 0 and alike is not null then
    execute trust.search_statement(near, format('(%s) / %s', alike, cardinality(words))) into found, maybe_more
      using asker.principals, asker.organisation_id, most, app.today();
  end if;
  return query select * from unnest(found) limit most;
end $$;
comment on function trust.search_families is 'Lines that the asker may see of families with these words: whole words first, then parts of words, else a letter off. No count of the rest.';

create function trust.sees_many_families() returns boolean language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker(); most constant integer := 1000; seen integer;
begin
  select count(*) into seen from (select from access_grant g where g.principal = any(asker.principals) and g.part = 1 limit most + 1) few;
  if seen <= most then
    select seen + count(*) into seen from (select from trajectory t where t.author_organisation_id = asker.organisation_id limit most + 1) few; end if;
  return seen > most;
end $$;
comment on function trust.sees_many_families is 'Whether the asker may see so many families that looking up their words is quicker than reading them.';

create function trust.search_statement(condition text, rank text) returns text language sql immutable set search_path = pg_catalog as $$
  select format($query$
    with candidate as materialized (
      select s.family_id, s.author_organisation_id, s.own_person, (%s)::real as score from family_search s where s.viewers && $1 and %s limit 200
    ), seen as (
      -- The best first, and no more checked than fit: a family can be found by several of its people.
      select s.family_id, max(s.score) as score from (
        select c.family_id, c.score from (select * from candidate order by score desc) c
        where c.author_organisation_id = $2 or (select true from access_grant g where g.principal = any($1) and g.family_id = c.family_id
          and g.part = 1 and g.own_person is not distinct from c.own_person and g.until >= $4 limit 1)
        limit 2 * $3) s
      group by s.family_id
    ), line as (
      select t.id, t.family_id, seen.score, t.day from seen join trajectory t on t.family_id = seen.family_id
      where t.author_organisation_id = $2 or (select true from access_grant g where g.principal = any($1) and g.trajectory_id = t.id and g.part = 1
        and g.own_person is null and g.until >= $4 limit 1)
      order by seen.score desc, t.day desc nulls last, t.id limit $3
    )
    select (select coalesce(array_agg(row(line.id, line.family_id, line.score)::trust.found_line order by line.score desc, line.day desc nulls last, line.id), '{}') from line),
      (select count(*) = 200 from candidate)$query$, rank, condition) $$;
comment on function trust.search_statement is 'The statement of trust.search_families for one way of looking; every word in it was quoted there. Says too whether there may be more.';

do $$ declare f text; begin
  foreach f in array array['trust.refresh_family_search(uuid[])', 'trust.keep_family_search()', 'trust.search_families(text, integer)', 'trust.sees_many_families()', 'trust.search_statement(text, text)'] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.search_families to wieg_app;

-- What someone looks for is a name: it may stand in no address and no browser's history, so it is kept here for as long as her session.
create table kept_search (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references session,
  typed text not null,
  kept_at timestamptz not null default now()
);
create index kept_search_of_session on kept_search (session_id);
create index kept_search_by_time on kept_search (kept_at);
comment on table kept_search is 'What someone looked for, so that going back shows it again. Gone after an hour.';
comment on column kept_search.id is 'Random id: it stands in the address instead of the words.';
comment on column kept_search.session_id is 'Whose search it is: of this session alone.';
comment on column kept_search.typed is 'What was typed.';
comment on column kept_search.kept_at is 'When.';
alter table kept_search enable row level security;
alter table kept_search force row level security;
create policy guard on kept_search to wieg_guard using (true) with check (true);
create policy owner on kept_search to wieg_owner using (true) with check (true);
insert into protected_table (name, part, scope) values ('kept_search', 'identity', 'own');

create function trust.keep_search(of_typed text) returns uuid language sql security definer set search_path = public, trust, pg_catalog as $$
  delete from kept_search where kept_at < now() - interval '1 hour';
  insert into kept_search (session_id, typed) select a.session_id, left(of_typed, 200) from trust.asker() a where a.session_id is not null returning id $$;
comment on function trust.keep_search is 'Keeps what the asker looks for, and forgets what was looked for an hour ago.';
create function trust.kept_search(of_id uuid) returns text language sql stable security definer set search_path = public, trust, pg_catalog as $$
  select k.typed from kept_search k where k.id = of_id and k.session_id = (trust.asker()).session_id and k.kept_at > now() - interval '1 hour' $$;
comment on function trust.kept_search is 'What the asker looked for under this id; null when it was someone else, or long ago.';
alter function trust.keep_search owner to wieg_guard;
alter function trust.kept_search owner to wieg_guard;
grant execute on function trust.keep_search, trust.kept_search to wieg_app;
