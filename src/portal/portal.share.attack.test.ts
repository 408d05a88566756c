import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { browse, type Browser } from "../main/testing/browse.ts";
import { addedAgreement } from "../pathway/plan/testing/aPlan.ts";
import { beginNextLine } from "../pathway/trajectory/server/changeLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { urlFor } from "../platform/db/roles.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { invite } from "./server/invite.ts";
import {
  afresh,
  anInvitableLine,
  aPartnerOf,
  aPortal,
  closePortal,
  signedIn,
  signedInPartner,
  type OpenLine,
} from "./testing/aRelative.ts";

// What someone could try with the pages of a partner, and with what a mother shares with him.

/** What is asked before anybody knows who it is, and what keeps a form from being sent twice: of nobody's line. */
const ofTheDoor = new Set(
  [
    "add_passkey 23502",
    "begin_with_passkey",
    "claim_request 23502",
    "demonstrate",
    "demonstration_accounts",
    "find_invitation",
    "find_passkey",
  ].concat([
    "finish_request",
    "keep_step 23502",
    "read_step",
    "record 23502",
    "release_request",
    "send_code 23502",
    "sign_out",
    "take_step",
    "use_code",
    "use_passkey",
  ]),
);

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let line: OpenLine & { address: string };
let partner: Awaited<ReturnType<typeof aPartnerOf>>;
let hers: Browser;
let his: Browser;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-09"));
});
after(() => closePortal({ region, server, midwife }));
beforeEach(async () => {
  await afresh({ region });
  line = await anInvitableLine(region, midwife);
  await addedAgreement(midwife, line.trajectoryId, { wording: "Elke week samen de post openen" });
  partner = await aPartnerOf(region, midwife, line);
  hers = await signedIn(server, region, midwife, line);
  his = await signedInPartner(server, region, midwife, line, partner);
});

const press = async (which: "ja" | "nee") => {
  await hers.get("/mijn/toestemming");
  return hers.submit(`/mijn/toestemming/partner/${which}`);
};
const open = () => region.asOwner("select from family_share where trajectory_id = $1 and ended_on is null", [line.trajectoryId]);

test("once her own pages are stopped she could not take it back any more: so he does not read her plan any more either", async () => {
  await press("ja");
  assert.equal((await his.get("/mijn/plan")).status, 200);
  await browse(server, midwife).post(`/gezinnen/${line.trajectoryId}/eigen-pagina/stoppen`, { wie: "mother" });
  assert.equal((await hers.get("/mijn")).location, "/mijn/aanmelden");
  assert.equal((await his.get("/mijn/plan")).status, 404);
  assert.equal((await open()).length, 0);
  hers = await signedIn(server, region, midwife, line);
  assert.equal((await his.get("/mijn/plan")).status, 404, "who begins again shares nothing of herself");
  assert.match((await hers.get("/mijn/toestemming")).text, /Mag uw partner uw plan lezen\?/);
});

test("nor when a professional records that digital contact is not fine with her any more, or that she died", async () => {
  await press("ja");
  await region.asOwner(
    "update consent set withdrawn_on = given_on, withdrawn_by = 'self' where about_person = $1 and purpose = 'digital_contact'",
    [line.motherId],
  );
  assert.equal((await his.get("/mijn/plan")).status, 404);
  assert.doesNotMatch((await his.get("/mijn")).text, /laat u het plan lezen/);
});

test("taking it back is done each time, also by a form that was sent before", async () => {
  await press("ja");
  const form = (await hers.get("/mijn/toestemming")).hidden("/mijn/toestemming/partner/nee") ?? {};
  await hers.post("/mijn/toestemming/partner/nee", form);
  await press("ja");
  await hers.get("/mijn/account");
  const again = await hers.post("/mijn/toestemming/partner/nee", form);
  assert.equal(again.location, "/mijn/toestemming");
  assert.equal((await his.get("/mijn/plan")).status, 404, "she was told that he can't read it any more");
});

test("shared and taken back in the same instant: what she pressed last holds", async () => {
  const token = crypto.randomUUID();
  await region.asOwner(
    `update family_session s set token_hash = sha256(convert_to($2, 'UTF8')) from family_account a where a.id = s.account_id and a.person_id = $1 and s.ended_at is null`,
    [line.motherId, token],
  );
  const [first, second] = [0, 1].map(() => new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([first.connect(), second.connect()]);
  try {
    for (const one of [first, second]) await one.query("select set_config('app.family_session', $1, false)", [token]);
    await first.query("begin");
    await first.query("select family.share_plan(true)");
    await second.query("set lock_timeout = '1ms'");
    await assert.rejects(second.query("select family.share_plan(false)"), { code: "55P03" }, "it waits for what is being shared");
    await second.query("reset lock_timeout");
    await first.query("commit");
    await second.query("select family.share_plan(false)");
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
  assert.equal((await open()).length, 0);
});

test("two codes asked in the same instant: one works, and nobody sees a fault", async () => {
  for (const owner of ["mother", "partner"] as const) {
    const made = await Promise.all([1, 2, 3].map(() => invite(midwife, line.trajectoryId, { owner, email: null })));
    assert.deepEqual(
      made.map(({ code }) => code),
      ["done", "done", "done"],
    );
  }
});

test("an address that is too long, or none at all, is told and is no fault", async () => {
  const desk = browse(server, midwife);
  const pages = `/gezinnen/${line.trajectoryId}/eigen-pagina`;
  for (const email of [`${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.nl`, "x", "a@b.nl\0"]) {
    const answer = await desk.post(`${pages}/uitnodigen`, { wie: "partner", manier: "voorlezen", email });
    assert.equal(answer.status, 303, email);
  }
  for (const wie of ["child", "other", "", "partner' or true --"])
    assert.ok([303, 404, 422].includes((await desk.post(`${pages}/stoppen`, { wie })).status), wie);
  assert.equal((await his.get("/mijn")).status, 200);
});

test("of all that the family's connection may call, a partner gets an answer to what is his own alone", async () => {
  const token = crypto.randomUUID();
  await region.asOwner(
    `update family_session s set token_hash = sha256(convert_to($2, 'UTF8')) from family_account a where a.id = s.account_id and a.person_id = $1 and s.ended_at is null`,
    [partner.id, token],
  );
  const family = new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) });
  await family.connect();
  const answered: string[] = [];
  try {
    const { rows } = await family.query<{ name: string; types: string[] }>(
      `select p.oid::regproc::text as name, array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u(t, n) order by n) as types
       from pg_proc p where p.pronamespace = 'family'::regnamespace and has_function_privilege(p.oid, 'execute') order by 1`,
    );
    for (const { name, types } of rows) {
      await family.query("begin");
      await family.query("select set_config('app.family_session', $1, true)", [token]);
      try {
        await family.query(`select ${name}(${types.map((type) => `null::${type}`).join(", ")})`);
        answered.push(name);
      } catch (error) {
        if ((error as pg.DatabaseError).code !== "42501") answered.push(`${name} ${(error as pg.DatabaseError).code}`);
      }
      await family.query("rollback");
    }
  } finally {
    await family.end();
  }
  assert.deepEqual(
    answered.filter((name) => !ofTheDoor.has(name.replace(/^family\./, ""))),
    [
      "family.answer_ask",
      "family.asks",
      "family.consents",
      "family.factor_labels",
      "family.invited_by",
      "family.open_session",
      "family.stop_pages",
      "family.was_asked",
      "family.withdraw_consent",
    ],
  );
});

test("pages of the line before are stopped from the next line too: it is one telephone", async () => {
  await region.asOwner("update trajectory set born_on = '2026-01-01' where id = $1", [line.trajectoryId]);
  const next = await beginNextLine(midwife, line.trajectoryId, { dueDate: "2027-06-01", parity: null });
  assert.ok("trajectoryId" in next, next.code);
  const desk = browse(server, midwife);
  const pages = `/gezinnen/${next.trajectoryId}/eigen-pagina`;
  assert.match((await desk.get(pages)).text, /Heeft toegang sinds/);
  assert.match((await desk.submit(`${pages}/stoppen`, { wie: "mother" })).text, /De eigen pagina is gestopt, op elk apparaat/);
  assert.equal((await hers.get("/mijn")).location, "/mijn/aanmelden");
});

test("with another partner registered beside him she can share with neither, as nobody knows whom she means; what she shared she takes back", async () => {
  await press("ja");
  await aPartnerOf(region, midwife, line);
  assert.match((await press("nee")).text, /kan uw plan niet meer lezen/);
  assert.equal((await his.get("/mijn/plan")).status, 404);
  assert.doesNotMatch((await hers.get("/mijn/toestemming")).text, /Mag uw partner uw plan lezen/);
  const token = (await hers.get("/mijn")).hidden("/mijn/afmelden")?.["_csrf"] ?? "";
  assert.equal((await hers.post("/mijn/toestemming/partner/ja", { _csrf: token })).status, 404);
  assert.equal((await open()).length, 0);
});
