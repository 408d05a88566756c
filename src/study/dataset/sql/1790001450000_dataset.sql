-- Up Migration
-- Frozen data sets of a study, and who took which file of them [001 ch. 6; domain 5.4]. By pseudonym alone; a version is never changed, so that each result
-- can be made again from exactly what it was made from.
create table study_dataset (
  id uuid primary key default gen_random_uuid(),
  study text not null check (study ~ '^[a-z0-9_]{1,40}$'),
  number integer not null check (number >= 1),
  frozen_on date not null default app.today(),
  frozen_at timestamptz not null default now(),
  frozen_by uuid not null references professional,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  rows integer not null check (rows >= 0),
  people integer not null check (people >= 0),
  variables jsonb not null check (jsonb_typeof(variables) = 'array'),
  content bytea not null,
  members uuid[] not null,
  plan_id uuid,
  unique (study, number)
);
comment on table study_dataset is 'A frozen version of the data set of a study: one row for each person and wave, from one moment. Never changed.';
comment on column study_dataset.id is 'Random id.';
comment on column study_dataset.study is 'Code of the study.';
comment on column study_dataset.number is 'Versions of a study are numbered from 1.';
comment on column study_dataset.frozen_on is 'Day on which it was frozen.';
comment on column study_dataset.frozen_at is 'When.';
comment on column study_dataset.frozen_by is 'Who of the research desk.';
comment on column study_dataset.sha256 is 'SHA-256 of the content as text: the same data have the same hash.';
comment on column study_dataset.rows is 'Number of rows.';
comment on column study_dataset.people is 'Number of participants.';
comment on column study_dataset.variables is 'The codebook: each variable with its labels, missing reasons and in what way it was made.';
comment on column study_dataset.content is 'The rows, as lines of JSON, compressed (gzip).';
comment on column study_dataset.members is 'Participants it holds, so that it can be told how many have withdrawn since.';
comment on column study_dataset.plan_id is 'Analysis plan it was frozen for; empty: none.';

create table study_export (
  id uuid primary key default gen_random_uuid(),
  dataset_id uuid not null references study_dataset,
  shape text not null check (shape in ('long', 'wide')),
  format text not null check (format in ('csv', 'sav', 'r', 'codebook')),
  deidentified boolean not null default false,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  left_out integer not null default 0 check (left_out >= 0),
  by uuid not null references professional,
  at timestamptz not null default now()
);
create index study_export_of_dataset on study_export (dataset_id, at);
comment on table study_export is 'A file of a frozen data set that somebody took. Never changed.';
comment on column study_export.id is 'Random id.';
comment on column study_export.dataset_id is 'The frozen version.';
comment on column study_export.shape is 'long: a row for each person and wave. wide: a row for each person.';
comment on column study_export.format is 'csv, sav (SPSS), r (script) or codebook.';
comment on column study_export.deidentified is 'With new numbers instead of pseudonyms, and small groups made larger.';
comment on column study_export.sha256 is 'SHA-256 of the file.';
comment on column study_export.left_out is 'Participants of the version who are not in the file, since they had withdrawn.';
comment on column study_export.by is 'Who took it.';
comment on column study_export.at is 'When.';

do $$ declare t text; begin
  foreach t in array array['study_dataset', 'study_export'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
    execute format('grant select, insert on %I to wieg_guard', t);
    execute format('create policy see on %I for select to wieg_app using ((select trust.my_role()) = ''research_desk'')', t);
    execute format('grant select on %I to wieg_app', t);
    execute format('create trigger stays before update on %I for each row execute function study.stays()', t);
  end loop;
end $$;

-- What only the family's side knows, told so that it leads nowhere: an age in bands of five years, a birth as days after the consent.
create function study.dataset_people(of_study text) returns table (participant_id uuid, age_band text, birth_days integer)
language plpgsql stable security definer set search_path = public, study, trust, pg_catalog as $$
#variable_conflict use_column
begin
  perform study.must_be_desk();
  return query select p.participant_id,
    case when years is null then null when years < 20 then 'under_20' when years < 25 then '20_24' when years < 30 then '25_29' when years < 35 then '30_34'
      when years < 40 then '35_39' else '40_up' end, t.born_on - p.consent_on
  from study_participation p join study_key k on k.participant_id = p.participant_id join trajectory t on t.id = k.trajectory_id
    join family_member m on m.id = k.person_id cross join lateral (select extract(year from age(p.consent_on, m.birth_date)) as years) y
  where p.study = of_study and p.withdrawn_on is null;
end $$;
comment on function study.dataset_people is 'For the research desk: age in a band, and days from consent to birth, by pseudonym. Nobody who withdrew.';

-- Whoever withdraws at this moment waits for the end of it, or was first: then a row is in the answer and the data are read again.
create function study.withdrawn_of(of_study text, of_members uuid[]) returns setof uuid language plpgsql volatile security definer set search_path = public, study, trust, pg_catalog as $$
begin
  perform study.must_be_desk();
  perform 1 from study_participation p where p.study = of_study and p.participant_id = any(of_members) order by p.participant_id for share;
  return query select m from unnest(of_members) m
    where not exists (select from study_participation p where p.study = of_study and p.participant_id = m and p.withdrawn_on is null);
end $$;
comment on function study.withdrawn_of is 'Who of these has withdrawn from the study, or is no longer known; none of the others can until the end of the transaction.';

create function study.keep_dataset(of_study text, hash text, row_count integer, codebook jsonb, packed bytea, of_members uuid[]) returns study_dataset
language plpgsql security definer set search_path = public, study, trust, app, pg_catalog as $$
declare asker trust.asker := study.must_be_desk(); kept study_dataset;
begin
  perform pg_advisory_xact_lock(hashtextextended('study dataset ' || of_study, 0));
  if exists (select from study.withdrawn_of(of_study, of_members)) then return null; end if;
  insert into study_dataset (study, number, frozen_by, sha256, rows, people, variables, content, members)
  values (of_study, coalesce((select max(d.number) from study_dataset d where d.study = of_study), 0) + 1, asker.professional_id, hash, row_count, cardinality(of_members),
    codebook, packed, of_members) returning * into kept;
  return kept;
end $$;
comment on function study.keep_dataset is 'Freezes a version with the next number; nothing when somebody of it has withdrawn meanwhile.';

create function study.keep_export(of_dataset uuid, of_shape text, of_format text, of_others boolean, hash text, without integer) returns void
language plpgsql security definer set search_path = public, study, trust, pg_catalog as $$
declare asker trust.asker := study.must_be_desk();
begin
  insert into study_export (dataset_id, shape, format, deidentified, sha256, left_out, by) values (of_dataset, of_shape, of_format, of_others, hash, without, asker.professional_id);
end $$;
comment on function study.keep_export is 'Keeps who took which file.';

do $$ declare f text; begin
  foreach f in array array['dataset_people(text)', 'withdrawn_of(text, uuid[])', 'keep_dataset(text, text, integer, jsonb, bytea, uuid[])',
    'keep_export(uuid, text, text, boolean, text, integer)'] loop
    execute format('alter function study.%s owner to wieg_guard', f);
    execute format('grant execute on function study.%s to wieg_app', f);
  end loop;
end $$;
