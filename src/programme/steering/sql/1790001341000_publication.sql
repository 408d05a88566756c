-- Up Migration
-- What everybody may know of the inflow, frozen when it is published. A block is a number of ten or more, of some municipalities over some months;
-- no two blocks of a pillar overlap, and nothing is told that is not a sum of whole blocks: so no smaller number follows from what is laid
-- side by side, of one month or of two [domain 5.4; src/insight/disclosure].
create table inflow_publication (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programme,
  until_month date not null check (extract(day from until_month) = 1),
  published_on date not null default app.today(),
  published_by uuid not null references professional,
  unique (programme_id, until_month)
);
comment on table inflow_publication is 'A month up to which the inflow of a programme was told to everybody. Never changed.';
comment on column inflow_publication.id is 'Random id.';
comment on column inflow_publication.programme_id is 'The programme.';
comment on column inflow_publication.until_month is 'First day of the last month that counts.';
comment on column inflow_publication.published_on is 'Day of publishing.';
comment on column inflow_publication.published_by is 'Who published it for the project group.';

create table published_block (
  publication_id uuid not null references inflow_publication,
  programme_id uuid not null references programme,
  pillar smallint not null,
  municipality_codes text[] not null check (cardinality(municipality_codes) > 0),
  after_months date[] not null,
  until_month date not null,
  families integer not null check (families >= 10),
  check (cardinality(after_months) = cardinality(municipality_codes)),
  unique (publication_id, pillar, municipality_codes)
);
create index published_block_of_programme on published_block (programme_id, until_month);
comment on table published_block is 'One number of a publication: families that got a place, in these municipalities together, in months that no other block counts. Never below ten.';
comment on column published_block.publication_id is 'The publication.';
comment on column published_block.programme_id is 'The programme.';
comment on column published_block.pillar is 'The pillar.';
comment on column published_block.municipality_codes is 'The municipalities that are counted together.';
comment on column published_block.after_months is 'For each of them the last month that an earlier block counted; the counting goes on after it.';
comment on column published_block.until_month is 'The last month that is counted.';
comment on column published_block.families is 'How many places were given.';

do $$ declare t text; begin
  foreach t in array array['inflow_publication', 'published_block'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('create policy see on %I for select to wieg_app using (true)', t);
    execute format('grant select, insert on %I to wieg_guard', t);
    execute format('grant select on %I to wieg_app', t);
  end loop;
end $$;

-- What was not told yet: of each municipality of the programme and each pillar, from the month after its last block.
create function trust.pending_inflow(of_programme uuid, until_day date) returns table (pillar smallint, municipality text, after_month date, families integer)
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
#variable_conflict use_column
begin
  if not trust.reads_steering(of_programme) then raise exception 'for who steers' using errcode = 'insufficient_privilege'; end if;
  return query
  with cell as (
    select l.number as pillar, g.code from pillar l cross join lateral (
      select jsonb_array_elements_text(v.settings -> 'area' -> 'municipalities') as code from programme_version v where v.programme_id = of_programme
      union select i.municipality_code from steering_inflow i where i.programme_id = of_programme) g
    where l.programme_id = of_programme),
  told as (
    select b.pillar, c.code, max(b.until_month) as month from published_block b cross join lateral unnest(b.municipality_codes) c (code)
    where b.programme_id = of_programme group by 1, 2)
  select cell.pillar, cell.code, coalesce(told.month, date '1900-01-01'),
    coalesce((select sum(i.given) from steering_inflow i where i.programme_id = of_programme and i.pillar = cell.pillar and i.municipality_code = cell.code
      and i.month > coalesce(told.month, date '1900-01-01') and i.month <= until_day), 0)::integer
  from cell left join told on told.pillar = cell.pillar and told.code = cell.code order by 1, 2;
end $$;
comment on function trust.pending_inflow is 'Places given that no publication counted yet, for who steers.';

create function trust.publish_inflow(of_programme uuid, until_day date, blocks jsonb) returns text
language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.must_steer(of_programme); made uuid; one record;
begin
  perform pg_advisory_xact_lock(hashtextextended('publish ' || of_programme, 0));
  if until_day >= date_trunc('month', app.today()) or exists (select from inflow_publication p where p.programme_id = of_programme and p.until_month >= until_day) then
    return 'not-publishable'; end if;
  insert into inflow_publication (programme_id, until_month, published_by) values (of_programme, until_day, asker.professional_id) returning id into made;
  for one in select b.pillar, b.codes, b.families from jsonb_to_recordset(blocks) b (pillar smallint, codes text[], families integer) loop
    -- The numbers are the database's own; whoever asks cannot make a block of anything else.
    insert into published_block (publication_id, programme_id, pillar, municipality_codes, after_months, until_month, families)
    select made, of_programme, one.pillar, array_agg(p.municipality order by p.municipality), array_agg(p.after_month order by p.municipality), until_day, sum(p.families)
    from trust.pending_inflow(of_programme, until_day) p where p.pillar = one.pillar and p.municipality = any(one.codes)
    having sum(p.families) = one.families and count(*) = cardinality(one.codes);
    if not found then raise exception 'no block of this programme' using errcode = 'check_violation'; end if;
  end loop;
  return 'done';
end $$;
comment on function trust.publish_inflow is 'Publishes a month that is over, once and in order: blocks of ten or more that no earlier block counted.';

do $$ declare f text; begin
  foreach f in array array['pending_inflow', 'publish_inflow'] loop execute format('alter function trust.%I owner to wieg_guard', f); end loop;
end $$;
grant execute on function trust.pending_inflow, trust.publish_inflow to wieg_app;
