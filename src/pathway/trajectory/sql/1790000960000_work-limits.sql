-- Up Migration
-- Who may put what work before whom, and take it away. Involved is not enough: the kind must be one of the asker's own parts, it goes to
-- nobody but who has to do with the line, and its facts hold no stories.
create table app.work_kind (
  name text primary key,
  parts smallint[] not null
);
comment on table app.work_kind is 'The kinds of work that the application itself puts and takes away, written at each migration from src/main/workKinds.ts.';
comment on column app.work_kind.name is 'Kind, as in work_item.';
comment on column app.work_kind.parts is 'Who may write one of these parts may put it and take it away; empty: it is put by the database alone, and each takes it off her own list.';

create function trust.may_move_work(of_trajectory uuid, of_kind text) returns boolean
language plpgsql stable security definer set search_path = public, trust, app, pg_catalog as $$
declare asker trust.asker := trust.asker();
begin
  return exists (select from work_kind k join role_part p on p.part = any(k.parts) and p.role = asker.role and p.may_write and not p.own_only where k.name = of_kind)
    and exists (select from access_grant g where g.principal = any(asker.principals) and g.trajectory_id = of_trajectory and g.part = 0 and g.until >= app.today());
end $$;
comment on function trust.may_move_work is 'Not for the application: whether the asker is involved with the line and her role writes a part that this kind of work belongs to.';

create function trust.organisation_of(of_principal integer) returns uuid language sql stable security definer set search_path = public, pg_catalog as $$
  select organisation_id from (
    select t.organisation_id, t.role from team t where t.principal = of_principal
    union all select m.organisation_id, m.role from membership m where m.principal = of_principal) whom
  where exists (select from role_part p where p.role = whom.role)
  union all select o.id from organisation o where o.principal = of_principal $$;
comment on function trust.organisation_of is 'Not for the application: the organisation of a team, of someone''s job, or itself. Empty for a role that never works with families.';

create function trust.plain_facts(facts jsonb) returns boolean language sql immutable set search_path = pg_catalog as $$
  select case when jsonb_typeof(facts) <> 'object' then false else length(facts::text) <= 2000 and not exists (
    select from jsonb_each(facts) f where f.key !~ '^[a-zA-Z]{1,30}$' or jsonb_typeof(f.value) not in ('string', 'number', 'null') or length(f.value #>> '{}') > 200) end $$;
comment on function trust.plain_facts is 'A few codes, days, numbers and names of organisations, by plain names: no lists, nothing within, nothing long.';

alter function trust.may_move_work owner to wieg_guard;
alter function trust.organisation_of owner to wieg_guard;
alter function trust.plain_facts owner to wieg_guard;
