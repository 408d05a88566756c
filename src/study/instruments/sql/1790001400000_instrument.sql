-- Up Migration
-- Instruments of a study: texts of questions in a language, with how they are scored [001 6.1, 6.2]. What comes with Wieg is in its files; here is what
-- the research desk loaded, such as a licensed Dutch text. No care data.
create table instrument (
  id uuid primary key default gen_random_uuid(),
  form text not null,
  language text not null,
  version text not null,
  content jsonb not null,
  validated boolean not null,
  loaded_by uuid not null references professional,
  loaded_at timestamptz not null default now(),
  unique (form, language, version)
);
comment on table instrument is 'A questionnaire with its scoring, as the research desk loaded it. Never changed: a next wording is a next version. FHIR Questionnaire.';
comment on column instrument.id is 'Random id.';
comment on column instrument.form is 'Form of the scale, such as brs-6: scores of different forms are never mixed.';
comment on column instrument.language is 'Language of the text.';
comment on column instrument.version is 'Version of scale and text.';
comment on column instrument.content is 'The whole file; checked against instrumentFile in src/study/instruments/instrument.ts.';
comment on column instrument.validated is 'The wording was validated in this language: only then it may be sent.';
comment on column instrument.loaded_by is 'Who loaded it.';
comment on column instrument.loaded_at is 'When.';
alter table instrument enable row level security;
alter table instrument force row level security;
create policy see on instrument for select using (true);
create policy owner on instrument to wieg_owner using (true) with check (true);
create policy add on instrument for insert to wieg_app with check ((select trust.my_role()) = 'research_desk' and loaded_by = (select trust.my_professional()));
grant select, insert on instrument to wieg_app;
grant select on instrument to wieg_worker;
