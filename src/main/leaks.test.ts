import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fastify, { type FastifyInstance } from "fastify";
import { beginCase } from "../pathway/meldcode/server/meldcode.ts";
import { raiseSignal } from "../pathway/signal/server/raiseSignal.ts";
import { aSignal, shareLine } from "../pathway/signal/testing/aSignal.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { logOptions } from "../platform/http/log.ts";
import { ensurePoppler, readPdf } from "../platform/pdf/testing/poppler.ts";
import { aRegion, type Region, type TestOrganisation } from "../registry/testing/aRegion.ts";
import type { Role } from "../trust/access/rules/policy.ts";
import { addressOf, ways } from "./testing/everyAddress.ts";
import { newWebServer } from "./webServer.ts";

// Words are planted where only some may read them; then everyone else walks every page there is and none may be met.

const words = {
  undiscussed: "Plantwoordongezegd",
  medical: "Plantwoordmedisch",
  partner: "Plantwoordpartner",
  meldcode: "Plantwoordmeldcode",
  name: "Plantnaamfamilie",
} as const;
type Word = keyof typeof words;
const today = "2026-11-22";

let region: Region;
let server: FastifyInstance;
let line: Awaited<ReturnType<typeof aLine>>;
let midwife: Actor;
let ids: readonly { table: string; id: string }[];

before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday(today);
  server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: 10_000_000,
  });
  midwife = await region.actor("midwife", "practice");
  line = await aLine(midwife, {
    mother: { givenName: "Sanne", prefix: null, familyName: words.name, birthDate: "1996-05-04", insurer: "CZ" },
    partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" },
  });
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    line.familyId,
  ]);
  const [medical] = await region.asOwner<{ code: string }>(
    "select code from factor_now where care_kind = 'medical' and kind = 'risk' order by code limit 1",
  );
  for (const signal of [
    aSignal(line, { today, seen: words.undiscussed, discussedOn: null }),
    aSignal(line, { today, seen: words.medical, factorCodes: [medical?.code ?? ""] }),
    aSignal(line, { today, seen: words.partner, aboutPerson: partner?.id ?? "" }),
  ])
    assert.equal((await raiseSignal(midwife, signal)).code, "done");
  assert.equal(
    (await beginCase(midwife, { trajectoryId: line.trajectoryId, aboutWhom: words.meldcode, onDay: today, words: words.meldcode })).code,
    "done",
  );
});
after(async () => {
  await server.close();
  await region.close();
});

/** Ids of all that is kept by now, with the table. */
async function everyId(): Promise<typeof ids> {
  const tables = await region.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'trail%' and a.atttypid = 'uuid'::regtype`,
  );
  const all = tables.map(({ name }) => `(select '${name}' as table, id::text from ${name} limit 6)`);
  return region.asOwner<{ table: string; id: string }>(all.join(" union all "));
}

/** All that this one is shown, at every address with every id that may stand there. */
async function everythingShownTo(actor: Actor): Promise<readonly { url: string; text: string }[]> {
  const shown: { url: string; text: string }[] = [];
  const headers = { cookie: `wieg-sessie=${actor.token}` };
  for (const way of ways.filter(({ method, address }) => method === "GET" && !address.startsWith("/aanmelden"))) {
    const last = way.params.at(-1);
    const near = ids.filter(({ table }) => last !== undefined && table.includes(last)).map(({ id }) => id);
    const notes = ids.filter(({ table }) => table === "signal" || table.startsWith("meldcode_case")).map(({ id }) => id);
    const choices = last === undefined || last === "trajectory" ? [""] : [...(near.length > 0 ? near : notes).slice(0, 8), "1"];
    for (const id of choices) {
      const url = addressOf(way, {
        ...Object.fromEntries(way.params.map((name) => [name, id])),
        ...(way.params.includes("trajectory") ? { trajectory: line.trajectoryId } : {}),
      });
      const answer = await server.inject({ url, headers });
      assert.ok(answer.statusCode < 500, `${actor.role} ${url}: ${answer.statusCode}`);
      const isPdf = String(answer.headers["content-type"]).includes("pdf");
      shown.push({ url, text: isPdf ? readPdf(answer.rawPayload).text : answer.payload });
    }
  }
  return shown;
}

async function meets(actor: Actor): Promise<{ words: readonly Word[]; where: string }> {
  const shown = await everythingShownTo(actor);
  const met = (Object.keys(words) as Word[]).filter((word) => shown.some(({ text }) => text.includes(words[word])));
  const where = met.map((word) => `${word} at ${shown.find(({ text }) => text.includes(words[word]))?.url}`).join(", ");
  return { words: met, where };
}

interface Case {
  readonly role: Role;
  readonly at: TestOrganisation;
  readonly shared?: boolean;
  readonly withdrawn?: boolean;
  readonly sees: readonly Word[];
}
const cases: readonly Case[] = [
  { role: "midwife", at: "practice", sees: ["undiscussed", "medical", "partner", "name"] },
  { role: "youth_nurse", at: "youthHealth", shared: true, sees: ["medical", "name"] },
  { role: "municipal_worker", at: "municipality", shared: true, sees: ["name"] },
  { role: "support_provider", at: "support", shared: true, sees: ["name"] },
  { role: "clinical_midwife", at: "hospital", shared: true, withdrawn: true, sees: [] },
  { role: "midwife", at: "otherPractice", sees: [] },
  { role: "organisation_admin", at: "practice", sees: [] },
  { role: "platform_admin", at: "office", sees: [] },
  { role: "privacy_officer", at: "practice", sees: [] },
  { role: "project_group", at: "practice", sees: [] },
];

for (const { role, at, shared, withdrawn, sees } of cases)
  test(`${role} at ${at}${withdrawn ? " after a withdrawal" : shared ? " with consent" : ""} meets ${sees.length === 0 ? "nothing" : sees.join(", ")} on no page too many`, async () => {
    const actor = await region.actor(role, at);
    if (shared) await shareLine(midwife, actor, line);
    if (withdrawn) {
      await region.asOwner(
        "update consent set withdrawn_on = app.today(), withdrawn_by = 'self', version = version + 1 where recipient_organisation_id = $1",
        [actor.organisationId],
      );
      await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
    }
    ids = await everyId();
    const met = await meets(actor);
    assert.deepEqual(met.words, sees, met.where);
  });

test("work, mail, jobs, the trail and kept answers hold none of the words", async () => {
  for (const table of [
    "work_item",
    "mail",
    "trail_event",
    "handled_request",
    "graphile_worker._private_jobs",
    "session",
    "relation_offer",
    "care_relation",
  ]) {
    const found = await region
      .asOwner<{ row: string }>(`select t::text as row from ${table} t where t::text ~ 'Plant(woord|naam)'`)
      .catch((error: unknown) => {
        if (table.startsWith("graphile_worker")) return [];
        throw error;
      });
    assert.deepEqual(found, [], table);
  }
});

test("neither an error page nor the log says what was typed", async () => {
  const lines: string[] = [];
  const logging = fastify({ logger: { ...logOptions, level: "trace", stream: { write: (line: string) => void lines.push(line) } } });
  logging.post("/gezinnen/:trajectory", (request) => {
    const error = Object.assign(new Error(`duplicate key: (${words.name}) already exists`), { code: "23505", detail: words.name });
    request.log.error({ err: error, req: request }, "request failed");
    throw error;
  });
  await logging.inject({
    method: "POST",
    url: `/gezinnen/${line.trajectoryId}?zoek=${words.name}`,
    headers: { cookie: `a=${words.name}` },
    payload: { name: words.name },
  });
  await logging.close();
  assert.ok(lines.length > 0);
  assert.doesNotMatch(lines.join(""), new RegExp(`${words.name}|${line.trajectoryId}`));
});
