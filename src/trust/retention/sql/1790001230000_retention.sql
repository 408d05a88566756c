-- Up Migration
-- How long what is kept, as data: the law gives the period, the kind of record, and from when it counts [access.md 7].
create table retention_period (
  kind text not null,
  since date not null,
  months integer check (months > 0),
  counts_from text not null check (counts_from in ('last_change', 'made', 'end_of_year', 'end_of_line', 'closed', 'consent')),
  source text not null,
  on_request text not null check (on_request in ('may', 'never')),
  primary key (kind, since),
  check ((counts_from = 'consent') = (months is null))
);
comment on table retention_period is 'For each kind of record how long it is kept, from when that counts, and the law it rests on. The newest row that has begun counts.';
comment on column retention_period.kind is 'Kind of record; its words are in retention.texts.ts.';
comment on column retention_period.since is 'First day on which this period holds.';
comment on column retention_period.months is 'Months; empty where the consent itself says until when.';
comment on column retention_period.counts_from is 'last_change of the file, made (the newest record), end_of_year of the last change, end_of_line, closed (a question), or consent.';
comment on column retention_period.source is 'Law or decision it comes from.';
comment on column retention_period.on_request is 'may: destroyed when the person asks, unless something stands in the way; never: only by its term.';
insert into retention_period (kind, since, months, counts_from, source, on_request) values
  ('medical_file', '2020-01-01', 240, 'last_change', 'BW 7:454 lid 3 (WGBO)', 'may'),
  ('youth_help', '2020-01-01', 240, 'last_change', 'Jeugdwet art. 7.3.8 lid 3', 'may'),
  ('social_support', '2015-01-01', 180, 'made', 'Wmo 2015 art. 5.3.4', 'may'),
  ('partner_note', '2018-05-25', 24, 'end_of_line', 'AVG art. 5 lid 1 onder e', 'may'),
  ('meldcode', '2020-01-01', 240, 'last_change', 'Wmo 2015 art. 5.1.1, BW 7:454 lid 3', 'never'),
  ('programme', '2014-01-01', 84, 'end_of_year', 'AWR art. 52 lid 4', 'never'),
  ('study', '2018-05-25', null, 'consent', 'AVG art. 89, toestemming voor het onderzoek', 'may'),
  ('question', '2018-05-25', 12, 'closed', 'AVG art. 5 lid 1 onder e', 'may'),
  ('trail', '2018-01-01', 240, 'made', 'NEN 7513, Besluit elektronische gegevensverwerking door zorgaanbieders art. 5', 'never');
create table retention_of_table (
  table_name text primary key,
  kind text not null
);
comment on table retention_of_table is 'Tables whose records are of one kind, whoever recorded them. Of the others the kind follows from the organisation that recorded it.';
comment on column retention_of_table.table_name is 'Table.';
comment on column retention_of_table.kind is 'Kind of record.';
insert into retention_of_table (table_name, kind) values ('programme_decision', 'programme'), ('programme_place', 'programme'), ('programme_request', 'programme'),
  ('meldcode_case', 'meldcode'), ('meldcode_entry', 'meldcode'), ('help_request', 'question');
create table retention_of_organisation (
  organisation_kind text primary key,
  kind text not null
);
comment on table retention_of_organisation is 'Which law the file of a kind of organisation falls under.';
comment on column retention_of_organisation.organisation_kind is 'Kind of organisation.';
comment on column retention_of_organisation.kind is 'Kind of record.';
insert into retention_of_organisation (organisation_kind, kind) values ('midwifery_practice', 'medical_file'), ('hospital', 'medical_file'), ('gp_practice', 'medical_file'),
  ('maternity_care', 'medical_file'), ('youth_health', 'medical_file'), ('municipality', 'social_support'), ('support_provider', 'social_support'),
  ('childcare', 'partner_note'), ('programme_office', 'programme');
grant select on retention_period, retention_of_table, retention_of_organisation to wieg_app, wieg_worker;

create function trust.kind_of_record(of_table text, organisation uuid) returns text language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce((select r.kind from retention_of_table r where r.table_name = of_table),
    (select r.kind from organisation o join retention_of_organisation r on r.organisation_kind = o.kind where o.id = organisation), 'medical_file') $$;
comment on function trust.kind_of_record is 'Kind of record: by its table, else by the organisation that recorded it; what nobody named counts as a medical file, which is kept longest.';

create function trust.period_of(of_kind text) returns retention_period language sql stable security definer set search_path = public, pg_catalog as $$
  select p from retention_period p where p.kind = of_kind and p.since <= app.today() order by p.since desc limit 1 $$;
comment on function trust.period_of is 'The period that holds today for a kind of record.';

-- What a rule has to know of a line, for each kind of record in it. Meldcode apart: it has no history.
create function trust.retention_facts(of_line uuid) returns table (kind text, made date, last_change date, line_ended date)
language sql stable security definer set search_path = public, trust, pg_catalog as $$
  with line as (select t.id, t.family_id, t.author_organisation_id, t.created_at,
      -- a line that nobody closed is over at the second birthday, or 15 months after the day it waited for
      coalesce(t.ended_on, (t.born_on + interval '2 years')::date, (t.due_date + interval '15 months')::date, (t.created_at + interval '3 years')::date) as ended
    from trajectory t where t.id = of_line), changed as (
    select trust.kind_of_record(h.table_name, h.author_organisation_id) as kind, max(h.changed_at) filter (where h.was is null) as made, max(h.changed_at) as last
    from line l join record_history h on h.trajectory_id = l.id or h.family_id = l.family_id group by 1
    union all select trust.kind_of_record('trajectory', l.author_organisation_id), l.created_at, l.created_at from line l
    union all select trust.kind_of_record('message', m.author_organisation_id), min(m.created_at), max(m.created_at) from message m where m.trajectory_id = of_line group by 1
    union all select 'meldcode', max(c.created_at), coalesce(max(e.at), max(c.created_at)) from meldcode_case c left join meldcode_entry e on e.case_id = c.id
      where c.trajectory_id = of_line having count(*) > 0)
  select c.kind, (coalesce(max(c.made), max(c.last)) at time zone 'Europe/Amsterdam')::date, (max(c.last) at time zone 'Europe/Amsterdam')::date, (select ended from line)
  from changed c group by c.kind $$;
comment on function trust.retention_facts is 'For each kind of record of a line: when the newest was made, when the last one changed, and when the line ended.';

create function trust.keep_until(of_line uuid, of_kind text) returns date language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare period retention_period := trust.period_of(of_kind); facts record;
begin
  select f.* into facts from trust.retention_facts(of_line) f where f.kind = of_kind;
  if facts.kind is null or period.months is null then return null; end if;
  return (case period.counts_from when 'last_change' then facts.last_change when 'made' then facts.made when 'end_of_line' then greatest(facts.line_ended, facts.last_change)
    when 'end_of_year' then (date_trunc('year', facts.last_change) + interval '1 year - 1 day')::date when 'closed' then facts.last_change end + make_interval(months => period.months))::date;
end $$;
comment on function trust.keep_until is 'Last day on which this kind of record of a line is kept: the backstop under rules/keepUntil.ts. Null: no such record, or no period.';

create table destroyed_file (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid,
  why text not null check (why in ('term', 'request')),
  request_id uuid,
  kinds text[] not null,
  records jsonb not null default '{}',
  whole boolean not null default false,
  xid xid8 not null default pg_current_xact_id(),
  destroyed_at timestamptz not null default now()
);
create index destroyed_file_of_transaction on destroyed_file (xid);
comment on table destroyed_file is 'That something was destroyed, when, on what ground and how much: the proof, without any content. What it was nobody can tell any more.';
comment on column destroyed_file.id is 'Random id.';
comment on column destroyed_file.trajectory_id is 'Id of the line; it refers to nothing any more where the whole file went. Empty for questions of the front door, which have none of their own.';
comment on column destroyed_file.why is 'term: its time was over; request: the person asked.';
comment on column destroyed_file.request_id is 'The request it carried out.';
comment on column destroyed_file.kinds is 'Kinds of record.';
comment on column destroyed_file.records is 'How many records of each kind.';
comment on column destroyed_file.whole is 'The line itself and its people went too.';
comment on column destroyed_file.xid is 'Transaction of the destruction: only within it can rows with care data go.';
comment on column destroyed_file.destroyed_at is 'When.';
alter table destroyed_file enable row level security;
alter table destroyed_file force row level security;
create policy guard on destroyed_file to wieg_guard using (true) with check (true);
create policy owner on destroyed_file to wieg_owner using (true) with check (true);
create policy see on destroyed_file for select to wieg_app using ((select trust.my_role()) = 'privacy_officer');
grant select on destroyed_file to wieg_app;
insert into protected_table (name, part, scope) values ('destroyed_file', 'identity', 'own');

do $$ declare f regprocedure; begin
  foreach f in array array['trust.kind_of_record(text, uuid)', 'trust.period_of(text)', 'trust.retention_facts(uuid)', 'trust.keep_until(uuid, text)']::regprocedure[] loop
    execute format('alter function %s owner to wieg_guard', f);
  end loop;
end $$;
grant execute on function trust.kind_of_record, trust.period_of to wieg_app, wieg_worker;
