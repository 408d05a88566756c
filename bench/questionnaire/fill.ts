import { createHash, randomBytes } from "node:crypto";
import { urlFor } from "../../src/platform/db/roles.ts";
import pg from "pg";
import { suppliedInstruments } from "../../src/study/instruments/suppliedInstruments.ts";

/** So many women with an open list of the resilience scale, each with a link of her own. Answers the secrets of the links. */
export async function fillLists(adminUrl: string, women: number): Promise<{ tokens: readonly string[]; owner: pg.Client }> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  await owner.connect();
  const found = suppliedInstruments.find(({ scale }) => scale.form === "brs-6");
  if (!found) throw new Error("The resilience scale is not there");
  const items = found.questionnaire.item.map(({ linkId }) => linkId);
  const texts = JSON.stringify([{ form: "brs-6", language: "en", version: found.scale.version, validated: false, items }]);
  const tokens = Array.from({ length: women }, () => randomBytes(32).toString("base64url"));
  await owner.query("insert into organisation (kind, name, home_municipality) values ('midwifery_practice', 'Praktijk', 'GM0917')");
  await owner.query(
    `insert into study_participant (code, site_id) select study.new_code(), (select id from organisation limit 1) from generate_series(1, $1)`,
    [women],
  );
  await owner.query(
    `insert into study_ask (participant_id, waves, instruments, opens_on, expires_on, state, way, told, opened_at)
     select id, '{study_1:T0}', $1, app.today(), app.today() + 14, 'open', 'link', 'mail', now() from study_participant`,
    [texts],
  );
  await owner.query(
    `insert into study_link (ask_id, token_hash, expires_at)
     select a.id, h.hash, now() + interval '14 days' from (select id, row_number() over () as nth from study_ask) a
     join unnest($1::bytea[]) with ordinality as h(hash, nth) using (nth)`,
    [tokens.map((token) => createHash("sha256").update(token).digest())],
  );
  return { tokens, owner };
}
