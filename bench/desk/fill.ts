import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";

export interface Filled {
  /** The session of someone of the research desk. */
  readonly token: string;
  /** Some pseudonyms. */
  readonly codes: readonly string[];
}

/**
 * Participants of study 1 over twenty sites, each with her line, three lists in every state there is, and her answers at T0. Written by the administrator
 * past triggers and keys, as a bulk load; what the desk keeps ready for its pages is then made by the function that a bulk load has for it.
 */
export async function fillStudy(adminUrl: string, participants: number): Promise<Filled> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  const admin = new pg.Client({ connectionString: adminUrl });
  await Promise.all([owner.connect(), admin.connect()]);
  try {
    const token = createHash("sha256").update("desk").digest("base64url");
    await owner.query(
      `with o as (insert into organisation (kind, name) values ('youth_health', 'GGD Voorbeeld') returning id),
        p as (insert into professional (display_name) values ('Thomas Voorbeeld') returning id),
        m as (insert into membership (professional_id, organisation_id, role, since) select p.id, o.id, 'research_desk', app.today() - 100 from p cross join o returning id, professional_id)
      insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) select sha256(convert_to($1, 'UTF8')), professional_id, id, true, 720 from m`,
      [token],
    );
    await owner.query(
      "insert into organisation (kind, name) select 'midwifery_practice', 'Praktijk ' || nr from generate_series(1, 20) nr",
    );
    await owner.query(
      "insert into study_inflow_plan (study, number, starts_on, months, set_by) select 'study_1', 1, app.today() - 730, 30, id from professional limit 1",
    );
    await admin.query("set session_replication_role = replica");
    await admin.query("set synchronous_commit = off");
    for (const text of statements) await admin.query(text.replaceAll("$PARTICIPANTS", String(participants)));
    await admin.query("select study.rebuild_standing()");
    await admin.query("vacuum analyze");
    const { rows } = await owner.query<{ code: string }>("select code from study_participant order by id limit 500");
    return { token, codes: rows.map(({ code }) => code) };
  } finally {
    await Promise.all([owner.end(), admin.end()]);
  }
}

/** Six signs of the alphabet of pseudonyms, by number. */
const code = `'W-' || (select string_agg(substr('ABCDEFGHJKLMNPRSTUVWXYZ23456789', 1 + (nr / (31 ^ d)::bigint % 31)::integer, 1), '') from generate_series(0, 5) d)`;
const items = `array['stress-1', 'brs-1', 'brs-2', 'brs-3', 'brs-4', 'brs-5', 'brs-6', 'mastery-1', 'mastery-2', 'mastery-3', 'mastery-4', 'mastery-5', 'mastery-6', 'mastery-7']`;

const statements = [
  `create unlogged table made as select nr, gen_random_uuid() as id, gen_random_uuid() as family, gen_random_uuid() as line, gen_random_uuid() as mother, ${code} as code,
     app.today() - 730 + (nr % 720)::int as day, case when nr % 11 = 0 then null when nr % 2 = 0 then 'intervention' else 'control' end as arm,
     case when nr % 23 = 0 then 'withdrawn' when nr % 41 = 0 then 'loss' when nr % 53 = 0 then 'moved' end as gone, (select array_agg(id) from organisation where kind = 'midwifery_practice') as sites
     from generate_series(1, $PARTICIPANTS) nr`,
  `insert into family (id, author_organisation_id) select family, sites[1] from made`,
  `insert into trajectory (id, family_id, born_on, author_organisation_id) select line, family, day + 200, sites[1] from made`,
  `insert into study_participant (id, code, site_id, answers_by, state, ended_on, ended_because)
     select id, code, sites[1 + nr % 20], case when nr % 5 = 0 then 'paper' else 'link' end, case when gone = 'withdrawn' then 'withdrawn' when gone is null then 'active' else 'ended' end,
       case when gone is not null then day + 40 end, nullif(gone, 'withdrawn') from made`,
  `insert into study_participation (participant_id, study, consent_on, consent_version, consent_way, arm, arm_fixed_on, arm_facts, register_link, t0, withdrawn_on)
     select id, 'study_1', day, '1', 'digital', arm, case when nr % 11 <> 0 then day + 14 end, jsonb_build_object('category', case when nr % 3 = 0 then 'd' else 'c' end), nr % 2 = 0,
       case when nr % 11 <> 0 then 'completed' else 'open' end, case when gone = 'withdrawn' then day + 40 end from made`,
  `insert into study_key (participant_id, trajectory_id, person_id) select id, line, mother from made`,
  `insert into study_ask (participant_id, waves, instruments, opens_on, remind_on, expires_on, state, way, told, opened_at, answered_on, stopped_because, reached)
     select m.id, array['study_1:T' || w], '[{"form":"brs-6","language":"nl","version":"2008","validated":true,"items":["brs-1","brs-2","brs-3","brs-4","brs-5","brs-6"]}]', o.day, array[o.day + 5, o.day + 10], o.day + 14,
       s.state, case when m.nr % 5 = 0 then 'paper' else 'link' end, case when m.nr % 5 = 0 then 'paper' else 'mail' end, case when s.state not in ('planned', 'stopped') then o.day end,
       case when s.state = 'answered' then o.day + 3 end, case when s.state = 'stopped' then m.gone end, case when m.nr % 7 = 0 then '2' end
     from made m cross join generate_series(0, 2) w cross join lateral (select m.day + w * 100 as day) o cross join lateral (select case
       when m.gone is not null and w > 0 then 'stopped' when o.day > app.today() then 'planned' when o.day > app.today() - 14 then 'open' when (m.nr + w) % 6 = 0 then 'expired'
       when (m.nr + w) % 37 = 0 then 'declined' else 'answered' end as state) s`,
  `insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, way)
     select a.id, item, 0, case when item like 'brs%' then 'brs-6.nl' when item like 'mastery%' then 'mastery-7x5.nl' else 'stress-4-weeks.nl' end, '1', 1 + (('x' || substr(md5(a.id::text || item), 1, 4))::bit(16)::int % 4), 'link'
     from study_ask a cross join unnest(${items}) item where a.state = 'answered' and a.waves = array['study_1:T0']`,
];
