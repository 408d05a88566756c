-- Up Migration
-- Hours of maternity care by a protocol that is data, with their build-up; and what the family wished and accepted [domain 4.1, 4.2; 001 6.1].
create function trust.gives_maternity_care(of_trajectory uuid) returns boolean language plpgsql stable security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return asker.role in ('maternity_intake', 'maternity_assistant')
    and exists (select from trajectory t where t.id = of_trajectory and t.maternity_care_organisation_id = asker.organisation_id)
    and exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 1 and g.until >= trust.my_day())
    and exists (select from consent c where c.trajectory_id = of_trajectory and c.given and c.withdrawn_on is null and c.own_person is null and 'maternity_care' = any(c.parts)
      and trust.my_day() between c.given_on and coalesce(c.until, 'infinity') and (c.recipient_organisation_id = asker.organisation_id or c.recipient_role = asker.role));
end $$;
comment on function trust.gives_maternity_care is 'The asker works where the family is registered for maternity care, and the family allows it: hours indicated by the midwife are meant for her to carry out.';
alter function trust.gives_maternity_care owner to wieg_guard;
grant execute on function trust.gives_maternity_care to wieg_app;

create table indication (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  occasion text not null check (occasion in ('intake', 'pregnancy', 'birth', 'changed', 'hospital')),
  version_id uuid not null references programme_version,
  protocol_code text not null,
  protocol_name text not null,
  days smallint not null check (days between 1 and 60),
  feeding text not null check (feeding in ('bottle', 'breast')),
  children smallint not null default 1 check (children between 1 and 6),
  additions text[] not null default '{}',
  own_minutes integer not null default 0 check (own_minutes between -4800 and 4800),
  hospital_days smallint not null default 0 check (hospital_days between 0 and 60),
  minutes integer not null check (minutes between 0 and 20000),
  minutes_after_hospital integer not null check (minutes_after_hospital between 0 and 20000),
  lines jsonb not null default '[]',
  limits text[] not null default '{}',
  why text check (length(why) <= 5000),
  on_day date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  unique (id, trajectory_id)
);
create index indication_of_trajectory on indication (trajectory_id, created_at);
comment on table indication is 'Hours of maternity care that were indicated, each time anew: the newest counts, none is ever changed. FHIR ServiceRequest.';
comment on column indication.id is 'Random id.';
comment on column indication.trajectory_id is 'The line.';
comment on column indication.occasion is 'intake (the first, before the birth), pregnancy, birth (the first after it), changed, hospital (only the days in hospital).';
comment on column indication.version_id is 'Version of the programme that holds the protocol.';
comment on column indication.protocol_code is 'Protocol, by its code.';
comment on column indication.protocol_name is 'Protocol with its version, as it was called then.';
comment on column indication.days is 'Days over which the hours are meant.';
comment on column indication.feeding is 'bottle or breast.';
comment on column indication.children is 'Children born or expected.';
comment on column indication.additions is 'Reasons for more hours, codes of the protocol.';
comment on column indication.own_minutes is 'What the professional added or took away by her own judgement.';
comment on column indication.hospital_days is 'Days spent in hospital after the birth, before coming home.';
comment on column indication.minutes is 'Indicated, days in hospital not taken off.';
comment on column indication.minutes_after_hospital is 'What is left after the days in hospital.';
comment on column indication.lines is 'The build-up, line by line, as it was computed.';
comment on column indication.limits is 'Where the protocol stopped it: minimum, maximum, hospital-days.';
comment on column indication.why is 'Why there is a new indication, or the own judgement in it.';
comment on column indication.on_day is 'Day of the indication.';
comment on column indication.author_organisation_id is 'Organisation that recorded it.';
comment on column indication.author_id is 'Professional who recorded it.';
comment on column indication.created_at is 'When recorded: the newest counts.';
comment on column indication.version is 'Stays 1: an indication is never changed.';
select trust.protect('indication', 'maternity_care', also => '(select trust.gives_maternity_care(indication.trajectory_id))');

create table care_intake (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  on_day date not null,
  way text not null check (way in ('home', 'phone', 'office')),
  wished_minutes integer check (wished_minutes between 0 and 20000),
  accepted_minutes integer check (accepted_minutes between 0 and 20000),
  less_reasons text[] not null default '{}',
  note text check (length(note) <= 5000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1
);
create index care_intake_of_trajectory on care_intake (trajectory_id, created_at);
comment on table care_intake is 'The intake of maternity care: hours that the family wishes and accepts, and why less. For families with a place, without one, and that take no care. FHIR Encounter.';
comment on column care_intake.id is 'Random id.';
comment on column care_intake.trajectory_id is 'The line.';
comment on column care_intake.on_day is 'Day of the talk.';
comment on column care_intake.way is 'home, phone or office.';
comment on column care_intake.wished_minutes is 'What the family would like; empty when it did not say.';
comment on column care_intake.accepted_minutes is 'What it takes; 0: no maternity care at all; empty: not decided.';
comment on column care_intake.less_reasons is 'Why less than was indicated, as codes.';
comment on column care_intake.note is 'In the words of the talk.';
comment on column care_intake.author_organisation_id is 'Organisation that recorded it.';
comment on column care_intake.author_id is 'Professional who recorded it.';
comment on column care_intake.created_at is 'When recorded: the newest counts.';
comment on column care_intake.version is 'Stays 1: what was said then is never changed.';
select trust.protect('care_intake', 'maternity_care', also => '(select trust.gives_maternity_care(care_intake.trajectory_id))');

-- Who writes which of the two is finer than the part: the assistant and the youth nurse indicate nothing [access.md 2].
create function trust.guard_indication() returns trigger language plpgsql security definer set search_path = public, trust, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) is distinct from to_jsonb(old) then raise exception 'what was recorded is never changed' using errcode = 'restrict_violation'; end if;
    return new;
  end if;
  if asker.session_id is not null and asker.role not in ('midwife', 'clinical_midwife', 'gynaecologist')
    and not (asker.role in ('maternity_intake', 'maternity_coordinator')
      and (tg_table_name = 'care_intake' or to_jsonb(new) ->> 'occasion' in ('intake', 'hospital'))) then
    raise exception 'not hers to record' using errcode = 'check_violation'; end if;
  return new;
end $$;
comment on function trust.guard_indication is 'Hours are indicated by the midwife; at the intake, and after days in hospital, by maternity care too. Nothing of it is changed afterwards.';
alter function trust.guard_indication owner to wieg_guard;
create trigger b_guard_indication after insert or update on indication for each row execute function trust.guard_indication();
create trigger b_guard_indication after insert or update on care_intake for each row execute function trust.guard_indication();
