-- Up Migration
-- An organisation that closes leaves nobody in the dark until the next morning: who asked it for help, who waits for its answer as lead, who
-- agreed something with it, and the coordinator of the Knooppunt are told in the transaction of its closing.
create function trust.organisation_closes() returns trigger language plpgsql security definer set search_path = public, trust, app, pg_catalog as $$
begin
  perform trust.escalate_referrals(app.today() + 1);
  perform trust.alert_case_leads();
  perform trust.ask_about_plans();
  return null;
end $$;
comment on function trust.organisation_closes is 'What hangs on an organisation that closes comes at once before who has to go on with it.';
alter function trust.organisation_closes owner to wieg_guard;
create trigger organisation_closes after update of active on organisation for each row when (old.active and not new.active) execute function trust.organisation_closes();
