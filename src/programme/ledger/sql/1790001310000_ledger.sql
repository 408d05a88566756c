-- Up Migration
-- Delivered hours with who pays them and why, and the money that follows: whole cents, double entry, append only. What was booked is never
-- changed: a correction is a counter line. A closed month takes nothing more: what comes later is dated in the open month [domain 4.2, 4.4].

create table exception_consultation (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  met text[] not null default '{}' check (met <@ array['very_vulnerable', 'midwife_indicated', 'no_days_between']),
  provider_on date,
  insurer_on date,
  agreed boolean not null,
  note text check (length(trim(note)) between 3 and 5000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index exception_consultation_of_trajectory on exception_consultation (trajectory_id, created_at desc);
comment on table exception_consultation is 'Consultation of provider and insurer about insured maternity care after day 10, for births since 2024; the newest counts (Besluit zorgverzekering art. 2.11, guidance of 2024).';
comment on column exception_consultation.id is 'Random id.';
comment on column exception_consultation.trajectory_id is 'The line.';
comment on column exception_consultation.met is 'Which conditions of the professional guidance are met.';
comment on column exception_consultation.provider_on is 'Day on which the provider was consulted; empty while not yet.';
comment on column exception_consultation.insurer_on is 'Day on which the insurer was consulted; empty while not yet.';
comment on column exception_consultation.agreed is 'Whether the insurer pays the hours.';
comment on column exception_consultation.note is 'What was agreed, in words.';
comment on column exception_consultation.author_organisation_id is 'Organisation that recorded it.';
comment on column exception_consultation.author_id is 'Professional who recorded it.';
comment on column exception_consultation.created_at is 'When recorded.';
comment on column exception_consultation.version is 'Always 1: a new consultation is a new record.';
select trust.protect('exception_consultation', 'maternity_care');
drop policy change on exception_consultation;
revoke update on exception_consultation from wieg_app;

create table hours_decision (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  visit_id uuid not null,
  day date not null,
  source text not null check (source in ('insurance', 'insurance_exception', 'programme', 'provider')),
  reason text not null check (length(trim(reason)) between 3 and 5000),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index hours_decision_of_trajectory on hours_decision (trajectory_id, created_at desc);
comment on table hours_decision is 'Who pays hours that no rule covers, as the coordinator decided; the newest of a visit and day counts. Never changed.';
comment on column hours_decision.id is 'Random id.';
comment on column hours_decision.trajectory_id is 'The line.';
comment on column hours_decision.visit_id is 'The visit.';
comment on column hours_decision.day is 'The day of these hours.';
comment on column hours_decision.source is 'Who pays: insurance, insurance_exception, programme, or provider (the organisation itself).';
comment on column hours_decision.reason is 'Why, in words.';
comment on column hours_decision.author_organisation_id is 'Organisation that decided.';
comment on column hours_decision.author_id is 'Professional who decided.';
comment on column hours_decision.created_at is 'When decided.';
comment on column hours_decision.version is 'Always 1: it is not changed.';
select trust.protect('hours_decision', 'maternity_care');
drop policy change on hours_decision;
revoke update on hours_decision from wieg_app;

create table hour_line (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  visit_id uuid not null,
  assistant_id uuid not null references professional,
  day date not null,
  month date not null check (extract(day from month) = 1),
  minutes integer not null check (minutes <> 0),
  source text not null check (source in ('insurance', 'insurance_exception', 'programme', 'undecided', 'provider')),
  reason text not null,
  co_payment_by text not null check (co_payment_by in ('programme', 'family', 'none', 'unknown')),
  pillar smallint check (pillar in (1, 2)),
  programme_id uuid references programme,
  version_id uuid references programme_version,
  rate_cents integer check (rate_cents >= 0),
  cents integer,
  municipality_code text,
  insurer_group text,
  corrects uuid references hour_line,
  booked_on date not null default app.today(),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((corrects is null) = (minutes > 0)),
  check ((programme_id is null) = (pillar is null) and (programme_id is null) = (version_id is null)),
  -- half a cent goes up
  check (programme_id is null or rate_cents is null and cents is null
    or cents = sign(minutes) * ((abs(minutes)::bigint * rate_cents + 30) / 60)),
  check (programme_id is not null or coalesce(cents, 0) = 0)
);
create index hour_line_of_trajectory on hour_line (trajectory_id, day, created_at);
create index hour_line_of_visit on hour_line (visit_id);
create unique index hour_line_corrected_once on hour_line (corrects) where corrects is not null;
create index hour_line_undecided on hour_line (author_organisation_id, day) where source = 'undecided';
create index hour_line_unknown on hour_line (programme_id, day) where cents is null and programme_id is not null;
comment on table hour_line is 'Delivered hours of a visit: one line a day and funding source, with the reason. Append only; written by trust.book_hours alone.';
comment on column hour_line.id is 'Random id.';
comment on column hour_line.trajectory_id is 'The line of the family.';
comment on column hour_line.visit_id is 'The visit.';
comment on column hour_line.assistant_id is 'Maternity-care assistant who gave the care.';
comment on column hour_line.day is 'Calendar day of the care, in the Netherlands.';
comment on column hour_line.month is 'First day of the month in which it is booked: that of the day, or the open one where that was closed already.';
comment on column hour_line.minutes is 'Minutes of care; below zero: counter line.';
comment on column hour_line.source is 'Who pays: insurance, insurance_exception, programme, provider (the organisation itself), or undecided.';
comment on column hour_line.reason is 'Why, as a code of src/programme/funding/funding.ts.';
comment on column hour_line.co_payment_by is 'Who pays the co-payment on insured hours: programme, family; none where there is none.';
comment on column hour_line.pillar is 'Pillar that pays; empty when the programme pays nothing.';
comment on column hour_line.programme_id is 'Programme that pays; empty when none does.';
comment on column hour_line.version_id is 'Figures that the place rests on: shares of the funders.';
comment on column hour_line.rate_cents is 'Cents for an hour, of the calendar year of the day; empty: unknown, which is not 0.';
comment on column hour_line.cents is 'What the programme pays, in whole cents; empty: unknown. Below zero: counter line.';
comment on column hour_line.municipality_code is 'Municipality of the place at its decision, or of the family where there is no place.';
comment on column hour_line.insurer_group is 'CZ or VGZ, as the place has it; empty while not named.';
comment on column hour_line.corrects is 'The line that this counter line takes back.';
comment on column hour_line.booked_on is 'Day on which it was booked.';
comment on column hour_line.author_organisation_id is 'Organisation that booked it.';
comment on column hour_line.author_id is 'Professional who booked it.';
comment on column hour_line.created_at is 'When booked.';
comment on column hour_line.version is 'Always 1: it is not changed.';
select trust.protect('hour_line', 'maternity_care');
drop policy add on hour_line;
drop policy change on hour_line;
revoke insert, update on hour_line from wieg_app;

create table ledger_entry (
  id bigint generated always as identity primary key,
  programme_id uuid not null references programme,
  debit_account text not null,
  credit_account text not null,
  cents integer not null check (cents > 0),
  occurred_on date not null,
  booked_on date not null default app.today(),
  month date not null check (extract(day from month) = 1),
  hour_line_id uuid not null,
  funder text not null,
  pillar smallint not null check (pillar in (1, 2)),
  municipality_code text not null,
  reverses bigint references ledger_entry,
  check (debit_account <> credit_account),
  check (case when reverses is null then debit_account = 'funder:' || funder and credit_account = 'pillar:' || pillar
    else credit_account = 'funder:' || funder and debit_account = 'pillar:' || pillar end)
);
create unique index ledger_entry_reversed_once on ledger_entry (reverses) where reverses is not null;
create index ledger_entry_of_line on ledger_entry (hour_line_id);
comment on table ledger_entry is 'The ledger: one row is one balanced transfer from an account to another. Append only; a correction is the transfer back. No family in it.';
comment on column ledger_entry.id is 'Running number.';
comment on column ledger_entry.programme_id is 'The programme.';
comment on column ledger_entry.debit_account is 'Who owes: funder:CZ, funder:GM0917; in a transfer back the pillar.';
comment on column ledger_entry.credit_account is 'Whose cost it is: pillar:1 (co-payments waived), pillar:2 (hours of flexible care).';
comment on column ledger_entry.cents is 'Amount in whole cents, always above zero.';
comment on column ledger_entry.occurred_on is 'Day of the care.';
comment on column ledger_entry.booked_on is 'Day on which it was booked.';
comment on column ledger_entry.month is 'First day of the month in which it counts.';
comment on column ledger_entry.hour_line_id is 'The line of hours it follows from; that line may have been destroyed since.';
comment on column ledger_entry.funder is 'Who pays this part: CZ, VGZ, insurer-unnamed, code of a municipality, or a name.';
comment on column ledger_entry.pillar is 'Pillar 1 or 2.';
comment on column ledger_entry.municipality_code is 'Municipality of the place at its decision.';
comment on column ledger_entry.reverses is 'The transfer that this one takes back.';

create table ledger_month (
  programme_id uuid not null references programme,
  month date not null,
  pillar smallint not null,
  funder text not null,
  municipality_code text not null,
  slot smallint not null default 0,
  cents bigint not null,
  primary key (programme_id, month, pillar, funder, municipality_code, slot)
);
comment on table ledger_month is 'The ledger by month, pillar, funder and municipality, kept in the transaction of each entry. Slots keep those who book at the same moment from waiting for each other; add them up.';
comment on column ledger_month.programme_id is 'The programme.';
comment on column ledger_month.month is 'First day of the month.';
comment on column ledger_month.pillar is 'Pillar 1 or 2.';
comment on column ledger_month.funder is 'Who pays.';
comment on column ledger_month.municipality_code is 'Municipality of the place at its decision.';
comment on column ledger_month.slot is 'Which of 16 parts of the sum.';
comment on column ledger_month.cents is 'Cents, transfers back taken off.';

create table hour_month (
  programme_id uuid not null references programme,
  month date not null,
  pillar smallint not null,
  municipality_code text not null,
  slot smallint not null default 0,
  minutes bigint not null,
  cents bigint not null,
  unknown_minutes bigint not null,
  lines bigint not null,
  primary key (programme_id, month, pillar, municipality_code, slot)
);
comment on table hour_month is 'Hours that a programme pays by month, pillar and municipality, kept in the transaction of each line of hours.';
comment on column hour_month.programme_id is 'The programme.';
comment on column hour_month.month is 'First day of the month.';
comment on column hour_month.pillar is 'Pillar 1: hours whose co-payment is waived; 2: hours of flexible care.';
comment on column hour_month.municipality_code is 'Municipality of the place at its decision.';
comment on column hour_month.slot is 'Which of 16 parts of the sum.';
comment on column hour_month.minutes is 'Minutes, counter lines taken off.';
comment on column hour_month.cents is 'Cents of these lines, as far as known.';
comment on column hour_month.unknown_minutes is 'Of these minutes, those whose rate is unknown.';
comment on column hour_month.lines is 'Lines of hours, counter lines among them.';

create table hour_balance (
  trajectory_id uuid not null references trajectory on delete cascade,
  programme_id uuid not null references programme,
  pillar smallint not null,
  minutes bigint not null,
  cents bigint not null,
  unknown_minutes bigint not null,
  primary key (trajectory_id, programme_id, pillar)
);
comment on table hour_balance is 'What a programme paid for one family by pillar, kept in the transaction of each line: hours delivered, co-payments waived.';
comment on column hour_balance.trajectory_id is 'The line.';
comment on column hour_balance.programme_id is 'The programme.';
comment on column hour_balance.pillar is 'Pillar 1 or 2.';
comment on column hour_balance.minutes is 'Minutes, counter lines taken off.';
comment on column hour_balance.cents is 'Cents, as far as known: in pillar 1 the co-payment that was waived.';
comment on column hour_balance.unknown_minutes is 'Minutes whose rate is unknown.';

create table ledger_closing (
  programme_id uuid not null references programme,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null default now(),
  closed_on date not null default app.today(),
  closed_by uuid not null references professional,
  cents bigint not null,
  minutes bigint not null,
  unknown_minutes bigint not null,
  primary key (programme_id, month)
);
comment on table ledger_closing is 'Months of a programme that are closed: nothing is booked in them any more, nor in an earlier one.';
comment on column ledger_closing.programme_id is 'The programme.';
comment on column ledger_closing.month is 'First day of the month.';
comment on column ledger_closing.closed_at is 'When.';
comment on column ledger_closing.closed_on is 'The same as a day.';
comment on column ledger_closing.closed_by is 'By which coordinator.';
comment on column ledger_closing.cents is 'Spent in that month, as it was closed.';
comment on column ledger_closing.minutes is 'Minutes in that month, as it was closed.';
comment on column ledger_closing.unknown_minutes is 'Of these, minutes whose rate was unknown.';

-- A file that is destroyed takes its hours along. What was paid for them stays to be accounted for, without anything that leads to a family.
create table hour_line_left (
  programme_id uuid not null references programme,
  version_id uuid not null references programme_version,
  month date not null,
  pillar smallint not null,
  municipality_code text not null,
  insurer_group text,
  rate_cents integer,
  cents integer,
  minutes integer not null
);
create index hour_line_left_of_programme on hour_line_left (programme_id, month);
comment on table hour_line_left is 'What a delivered hour cost, of a file that was destroyed: month, programme and municipality, no family, visit, assistant or day. Only the destruction writes it.';
comment on column hour_line_left.programme_id is 'The programme that paid.';
comment on column hour_line_left.version_id is 'Version of its rules.';
comment on column hour_line_left.month is 'Month in which it was booked.';
comment on column hour_line_left.pillar is '1 or 2.';
comment on column hour_line_left.municipality_code is 'Municipality of the place.';
comment on column hour_line_left.insurer_group is 'Insurer of the place.';
comment on column hour_line_left.rate_cents is 'Cents an hour; empty: unknown.';
comment on column hour_line_left.cents is 'What the programme paid.';
comment on column hour_line_left.minutes is 'Minutes; negative for a counter line.';

create view booked_hours with (security_invoker = true) as
  select programme_id, version_id, month, pillar, municipality_code, insurer_group, rate_cents, cents, minutes from hour_line where programme_id is not null
  union all select programme_id, version_id, month, pillar, municipality_code, insurer_group, rate_cents, cents, minutes from hour_line_left;
comment on view booked_hours is 'Every line of hours that a programme pays, also of files that were destroyed: what the sums of the ledger are made of.';

create function trust.leave_hours() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if old.programme_id is not null then
    insert into hour_line_left (programme_id, version_id, month, pillar, municipality_code, insurer_group, rate_cents, cents, minutes)
    values (old.programme_id, old.version_id, old.month, old.pillar, old.municipality_code, old.insurer_group, old.rate_cents, old.cents, old.minutes);
    update hour_balance b set minutes = b.minutes - old.minutes, cents = b.cents - coalesce(old.cents, 0),
      unknown_minutes = b.unknown_minutes - case when old.cents is null then old.minutes else 0 end
    where b.trajectory_id = old.trajectory_id and b.programme_id = old.programme_id and b.pillar = old.pillar;
  end if;
  return null;
end $$;
comment on function trust.leave_hours is 'Keeps what was paid for an hour when its file is destroyed.';
alter function trust.leave_hours owner to wieg_guard;
create trigger leave_hours after delete on hour_line for each row execute function trust.leave_hours();

-- Of the ledger nobody but its own functions reads or writes a row.
do $$ declare t text; begin
  foreach t in array array['ledger_entry', 'ledger_month', 'hour_month', 'hour_balance', 'hour_line_left', 'ledger_closing'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy guard on %I to wieg_guard using (true) with check (true)', t);
    execute format('create policy owner on %I to wieg_owner using (true) with check (true)', t);
  end loop;
end $$;

create function trust.ledger_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin raise exception 'what was booked is never changed: book a correction' using errcode = 'restrict_violation'; end $$;
comment on function trust.ledger_stays is 'Refuses to change what was booked, whoever asks.';
create trigger ledger_stays before update on hour_line for each row execute function trust.ledger_stays();
create trigger ledger_stays before update or delete on ledger_entry for each row execute function trust.ledger_stays();
create trigger ledger_stays before update or delete on ledger_closing for each row execute function trust.ledger_stays();
create trigger ledger_stays before update on hours_decision for each row execute function trust.ledger_stays();
create trigger ledger_stays before update on exception_consultation for each row execute function trust.ledger_stays();
