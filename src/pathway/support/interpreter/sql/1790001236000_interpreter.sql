-- Up Migration
-- An interpreter for one appointment: the bottleneck that professionals name most [003; domain 3.1]. FHIR Appointment's participant.
create table interpreter_booking (
  id uuid primary key default gen_random_uuid(),
  trajectory_id uuid not null references trajectory,
  occasion text not null check (occasion in ('home_visit', 'conversation', 'sitting', 'handover', 'other')),
  occasion_id uuid,
  on_day date not null,
  at_time text check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  language text not null,
  dialect text check (length(trim(dialect)) between 2 and 80),
  way text not null check (way in ('person', 'telephone', 'video')),
  arranged_by uuid not null references membership,
  agency text check (length(trim(agency)) between 2 and 120),
  cost text not null check (cost in ('organisation', 'municipality', 'insurer', 'programme', 'unknown')),
  state text not null default 'asked' check (state in ('asked', 'arranged', 'confirmed', 'held', 'missed', 'cancelled')),
  reason text check (reason in ('family_no', 'moved', 'not_needed', 'no_interpreter', 'mistake')),
  author_organisation_id uuid not null references organisation,
  author_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (id, trajectory_id),
  check (state not in ('arranged', 'confirmed', 'held', 'missed') or agency is not null),
  check ((state = 'cancelled') = (reason is not null))
);
create index interpreter_booking_of_trajectory on interpreter_booking (trajectory_id, on_day);
create index interpreter_booking_of_occasion on interpreter_booking (occasion_id) where occasion_id is not null;
create unique index interpreter_booking_once on interpreter_booking (trajectory_id, occasion, occasion_id) where occasion_id is not null and state in ('asked', 'arranged', 'confirmed');
comment on table interpreter_booking is 'An interpreter for one appointment: asked for, arranged, confirmed.';
comment on column interpreter_booking.id is 'Random id.';
comment on column interpreter_booking.trajectory_id is 'The line.';
comment on column interpreter_booking.occasion is 'For what kind of appointment.';
comment on column interpreter_booking.occasion_id is 'The appointment, where it is in Wieg. No reference: its table depends on the occasion.';
comment on column interpreter_booking.on_day is 'Day of the appointment.';
comment on column interpreter_booking.at_time is 'Time, where known.';
comment on column interpreter_booking.language is 'Language, BCP 47.';
comment on column interpreter_booking.dialect is 'Dialect or region, in words: Arabic of Morocco is not that of Syria.';
comment on column interpreter_booking.way is 'In person, by telephone or by video.';
comment on column interpreter_booking.arranged_by is 'Job of who arranges it.';
comment on column interpreter_booking.agency is 'With whom it was arranged; never a name of a child or relative who interprets.';
comment on column interpreter_booking.cost is 'Who pays.';
comment on column interpreter_booking.state is 'asked, arranged, confirmed, held, missed or cancelled.';
comment on column interpreter_booking.reason is 'Why it was cancelled.';
comment on column interpreter_booking.author_organisation_id is 'Organisation that recorded it.';
comment on column interpreter_booking.author_id is 'Professional who recorded it.';
comment on column interpreter_booking.created_at is 'When recorded.';
comment on column interpreter_booking.version is 'Raised by one at each change.';
select trust.protect('interpreter_booking', 'plan');

-- An interpreter for a home visit stands here and nowhere else: the visit's own reminder goes when one is booked, and comes back when that one does not come.
create function trust.interpreter_follows() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare visit home_visit; days constant integer := 5; -- as arrangeDaysBefore
begin
  if new.occasion <> 'home_visit' or new.occasion_id is null then return null; end if;
  select v.* into visit from home_visit v where v.id = new.occasion_id and v.trajectory_id = new.trajectory_id for no key update;
  if visit.id is null then return null; end if;
  if new.state in ('asked', 'arranged', 'confirmed') then
    update home_visit set interpreter_booked_on = app.today() where id = visit.id and interpreter_booked_on is null;
    update work_item set closed_at = now(), closed_why = 'done' where trajectory_id = new.trajectory_id and kind = 'home-visit.interpreter' and subject_id = visit.id and closed_at is null;
  elsif (new.state = 'missed' or new.reason in ('moved', 'no_interpreter', 'mistake')) and visit.state in ('accepted', 'scheduled', 'no_show')
    and not exists (select from interpreter_booking b where b.occasion_id = visit.id and b.trajectory_id = new.trajectory_id and b.state in ('asked', 'arranged', 'confirmed')) then
    update home_visit set interpreter_booked_on = null where id = visit.id;
    insert into work_item (principal, trajectory_id, kind, subject_id, due_on, facts)
    select case when coalesce(m.until, 'infinity') >= app.today() then m.principal else t.principal end, visit.trajectory_id, 'home-visit.interpreter', visit.id,
      greatest(app.today(), coalesce(visit.scheduled_on - days, visit.visit_before)), coalesce((select w.facts from work_item w where w.subject_id = visit.id and w.trajectory_id = visit.trajectory_id
        and w.kind like 'home-visit.%' order by w.id desc limit 1), '{}')
    from membership m join team t on t.organisation_id = m.organisation_id and t.role = m.role where m.id = visit.accepted_by and visit.interpreter_needed
    on conflict do nothing;
  end if;
  return null;
end $$;
comment on function trust.interpreter_follows is 'The reminder of a home visit without an interpreter goes when one is booked, and comes back when that one was cancelled or did not come.';
create trigger interpreter_follows after insert or update on interpreter_booking for each row execute function trust.interpreter_follows();

-- Appointments of the coming days, of families that need an interpreter, for which nobody asked one. Home visits remind by themselves.
create function trust.remind_of_interpreters(days integer) returns integer language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
declare n integer;
begin
  insert into work_item (principal, trajectory_id, kind, subject_id, due_on, facts)
  select m.principal, h.trajectory_id, 'interpreter.missing', h.id, h.moment_on, jsonb_build_object('occasion', 'handover', 'onDay', h.moment_on)
  from handover h join membership m on m.id = h.prepared_by and coalesce(m.until, 'infinity') >= app.today()
  where h.state in ('offered', 'accepted') and h.interpreter_needed and h.moment_on between app.today() and app.today() + days
    and not exists (select from interpreter_booking b where b.trajectory_id = h.trajectory_id and b.occasion_id = h.id and b.state in ('asked', 'arranged', 'confirmed'))
  union all
  select m.principal, i.trajectory_id, 'interpreter.missing', i.id, s.held_on, jsonb_build_object('occasion', 'sitting', 'onDay', s.held_on)
  from agenda_item i join conference_sitting s on s.id = i.sitting_id and s.state in ('planned', 'agenda_set') and s.held_on between app.today() and app.today() + days
    join conference_case c on c.id = i.case_id and c.presence in ('comes', 'words')
    join trajectory t on t.id = i.trajectory_id join family f on f.id = t.family_id and f.interpreter_needed
    join membership m on m.professional_id = c.author_id and m.organisation_id = c.author_organisation_id and coalesce(m.until, 'infinity') >= app.today()
  where i.state = 'on_agenda' and not exists (select from interpreter_booking b where b.trajectory_id = i.trajectory_id and b.occasion_id = i.id and b.state in ('asked', 'arranged', 'confirmed'))
  on conflict do nothing;
  get diagnostics n = row_count;
  update work_item w set closed_at = now(), closed_why = 'done' where w.kind = 'interpreter.missing' and w.closed_at is null
    and (w.due_on < app.today() or exists (select from interpreter_booking b where b.trajectory_id = w.trajectory_id and b.occasion_id = w.subject_id and b.state in ('asked', 'arranged', 'confirmed')));
  return n;
end $$;
comment on function trust.remind_of_interpreters is 'A conversation in a language that nobody in the room speaks is put before who prepared it, in time to ask an interpreter.';
alter function trust.interpreter_follows owner to wieg_guard;
alter function trust.remind_of_interpreters owner to wieg_guard;
grant execute on function trust.remind_of_interpreters to wieg_worker;
