import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { urlFor } from "../platform/db/roles.ts";
import { aPilot } from "../programme/enrolment/testing/anEligibleLine.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import type { Role } from "../trust/access/rules/policy.ts";
import { addressOf, fieldsFor, ways, type Way } from "./testing/everyAddress.ts";
import { oneOfEach, type Made } from "./testing/oneOfEach.ts";
import { sender, type Answer, type Sender } from "./testing/sender.ts";
import { newWebServer } from "./webServer.ts";

// Someone else's ids in every address and every form [issue: faults and bad input]. A new route comes in by itself.

let region: Region;
let owner: pg.Client;
let server: FastifyInstance;
let victim: Awaited<ReturnType<typeof aLine>>;
let made: Made;
let tables: readonly { name: string; own_key: boolean }[];

const secrets = /Zwaluwstaart|verzonnen tekst/;

before(async () => {
  region = await aRegion();
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
  await aPilot(region);
  const author = await region.actor("midwife", "practice");
  victim = await aLine(author, {
    mother: { givenName: "Zwaluwstaart", prefix: null, familyName: "Zwaluwstaartsen", birthDate: "1996-05-04", insurer: "CZ" },
  });
  const known = await owner.query<{ name: string }>("select name from protected_table order by scope = 'own', name");
  made = await oneOfEach(
    owner,
    known.rows.map(({ name }) => name),
    { ...victim, by: author },
  );
  tables = (
    await owner.query<{ name: string; own_key: boolean }>(
      `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'trajectory_id') as own_key
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
  ).rows;
  server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: 10_000_000,
  });
});
after(async () => {
  await server.close();
  await owner.end();
  await region.close();
});

/** Everything that is kept of the family: what stands on its line, and the made rows wherever they stand. */
async function everythingOfTheFamily(): Promise<string> {
  const kept: string[] = [];
  for (const { name, own_key } of tables) {
    const id = made.rows.get(name)?.["id"] ?? null;
    if (name === "session" || name.startsWith("trail_")) continue; // the trail takes every attempt
    if (own_key)
      kept.push(
        `select '${name}' as t, md5(string_agg(r::text, ',' order by r::text)) as d from ${name} r where trajectory_id = '${victim.trajectoryId}'`,
      );
    else if (id !== null) kept.push(`select '${name}', md5(r::text) from ${name} r where id::text = '${id as string}'`);
  }
  const { rows } = await owner.query<{ t: string; d: string }>(kept.join(" union all "));
  return rows
    .map(({ t, d }) => `${t} ${d}`)
    .toSorted()
    .join("\n");
}

/** Ids that may stand at this place: of tables that share a word with it; of some tables when none does. */
function idsFor(param: string): readonly string[] {
  if (param === "trajectory") return [victim.trajectoryId];
  const all = [...made.rows].map(([table, row]) => ({ table, id: String(row["id"]) }));
  const near = all.filter(({ table }) => table.includes(param) || param.includes(table));
  // A name that is no table's: a few of every sort, so that the test stays quick.
  return (near.length > 0 ? near.slice(0, 4) : all.filter((_, nth) => nth % 6 === 0)).map(({ id }) => id);
}

const isOfTable = (param: string): boolean => [...made.rows.keys()].some((table) => table.includes(param));

const codes = ["1", "2", "sharing", "prenatal_home_visit", "first_referral"];
const odd = [
  "../../etc/passwd",
  "%2e%2e%2f",
  "a\0b",
  "x".repeat(3000),
  "' or 1=1 --",
  "1e9",
  "-1",
  "00000000-0000-0000-0000-00000000000g",
  "😀",
  "<script>",
];

/** Three at a time: over all addresses each has its turn many times. */
let turn = 0;
const someOdd = (): readonly string[] => [0, 1, 2].map(() => odd[turn++ % odd.length] ?? "");

/** Where it leads, whatever the id. */
const shape = (location: string): string => (location.split("?")[0] ?? "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");

const mayBeNothing = [303, 401, 403, 404];

/** Tries all ids of the family at this address; says what is wrong. */
async function attack(who: Sender, way: Way, own: string | null): Promise<readonly string[]> {
  const found: string[] = [];
  const send = async (values: Readonly<Record<string, string>>, id: string): Promise<Answer> => {
    const url = addressOf(way, values);
    const answer = way.method === "GET" ? await who.get(url) : await who.post(url, { ...fieldsFor(way.body, id), _key: randomUUID() });
    if (answer.status >= 500) found.push(`${answer.status} ${way.method} ${url.slice(0, 200)}`);
    if (secrets.test(answer.body)) found.push(`names the family: ${way.method} ${url}`);
    return answer;
  };
  const last = way.params.at(-1) ?? "";
  const filled = (trajectory: string, id: string) => ({
    ...Object.fromEntries(way.params.map((name) => [name, id])),
    ...(way.params.includes("trajectory") ? { trajectory } : {}),
    ...(last === "trajectory" ? {} : { [last]: id }),
  });
  const isPublic = way.may === "public";
  const same = (one: Answer, other: Answer) =>
    one.status === other.status && one.text === other.text && shape(one.location) === shape(other.location) && one.notice === other.notice;

  const nothing = await send(filled(randomUUID(), randomUUID()), randomUUID());
  if (!isPublic && !mayBeNothing.includes(nothing.status)) found.push(`${nothing.status} for a made-up id: ${way.method} ${way.address}`);
  const shut = nothing.status === 403 || nothing.location.startsWith("/aanmelden"); // the role gets no further than the door, whatever the id
  for (const id of shut ? idsFor(last).slice(0, 1) : idsFor(last)) {
    const answer = await send(filled(victim.trajectoryId, id), id);
    if (!isPublic && !same(answer, nothing))
      found.push(`tells ${id} from a made-up id (${nothing.status}, ${answer.status}): ${way.method} ${way.address}`);
  }
  for (const code of last === "trajectory" || shut || isOfTable(last) ? [] : codes) {
    const [real, invented] = [
      await send(filled(victim.trajectoryId, code), victim.trajectoryId),
      await send(filled(randomUUID(), code), randomUUID()),
    ];
    if (!isPublic && way.params.includes("trajectory") && !same(real, invented))
      found.push(`tells the family from a made-up one with ${code} (${real.status}, ${invented.status}): ${way.method} ${way.address}`);
  }
  for (const id of shut ? odd.slice(0, 1) : someOdd()) {
    const answer = await send(filled(victim.trajectoryId, id), id);
    if (!isPublic && ![...mayBeNothing, 400, 414].includes(answer.status))
      found.push(`${answer.status} for ${id.slice(0, 20)}: ${way.method} ${way.address}`);
  }
  if (own !== null && way.params.includes("trajectory") && last !== "trajectory") {
    const baseline = await send(filled(own, randomUUID()), randomUUID());
    for (const id of idsFor(last)) {
      const answer = await send(filled(own, id), id);
      if (!same(answer, baseline))
        found.push(`on an own line, tells ${id} from a made-up id (${baseline.status}, ${answer.status}): ${way.method} ${way.address}`);
    }
  }
  return found;
}

interface Attacker {
  readonly role: Role | null;
  readonly at: "practice" | "otherPractice" | "office";
  readonly hasLine?: boolean;
}
const attackers: readonly Attacker[] = [
  { role: null, at: "office" },
  { role: "platform_admin", at: "office" },
  { role: "organisation_admin", at: "otherPractice" },
  { role: "project_group", at: "practice" },
  { role: "midwife", at: "otherPractice", hasLine: true },
  { role: "maternity_coordinator", at: "otherPractice" },
];

for (const { role, at, hasLine } of attackers)
  test(`${role ?? "nobody"} at ${at}: ids of another family answer as made-up ones, and change nothing`, async () => {
    const actor: Actor | null = role === null ? null : await region.actor(role, at);
    const own = hasLine && actor ? (await aLine(actor)).trajectoryId : null;
    const who = await sender(server, actor);
    const found: string[] = [];
    let before = await everythingOfTheFamily();
    for (const way of ways.filter(({ params, may }) => params.length > 0 && may !== `role:${role ?? ""}`)) {
      found.push(...(await attack(who, way, own)));
      if (way.method === "GET") continue;
      const now = await everythingOfTheFamily();
      if (now !== before)
        found.push(
          `changed the family: ${way.method} ${way.address}: ${now
            .split("\n")
            .filter((line) => !before.includes(line))
            .join(", ")}`,
        );
      before = now;
    }
    assert.deepEqual(found, []);
  });

test("ids of another family in the fields of a form change nothing of it, wherever the form stands", async () => {
  const rival = await region.actor("midwife", "otherPractice");
  const own = (await aLine(rival)).trajectoryId;
  const who = await sender(server, rival);
  const found: string[] = [];
  const rows = [...made.rows];
  const before = await everythingOfTheFamily();
  for (const way of ways.filter(
    ({ method, address }) => method === "POST" && address !== "/afmelden" && !address.startsWith("/account/sessies"),
  ))
    for (const [table, row] of [
      ...rows.filter(([name]) => ["trajectory", "family_member", "signal"].includes(name)),
      ...rows.slice((turn += 3) % rows.length).slice(0, 3),
    ]) {
      const id = String(row["id"]);
      const url = addressOf(way, Object.fromEntries(way.params.map((name) => [name, name === "trajectory" ? own : "1"])));
      const answer = await who.post(url, { ...fieldsFor(way.body, id), _key: randomUUID() });
      if (answer.status >= 500) found.push(`${answer.status} ${way.address} with an id of ${table}`);
      if (secrets.test(answer.body)) found.push(`names the family: ${way.address} with an id of ${table}`);
    }
  assert.deepEqual(found, []);
  assert.equal(await everythingOfTheFamily(), before);
});

test("the ids are real: who may see the family finds it at most addresses", async () => {
  const who = await sender(server, await region.actor("midwife", "practice"));
  let shown = 0;
  const hidden: string[] = [];
  for (const way of ways.filter(
    ({ method, may, params }) =>
      method === "GET" && params[0] === "trajectory" && params.length === 1 && may !== "public" && !may.startsWith("role:"),
  )) {
    const answer = await who.get(addressOf(way, { trajectory: victim.trajectoryId }));
    if (answer.status === 200) shown += 1;
    else hidden.push(way.address);
  }
  assert.ok(shown > hidden.length, `not shown: ${hidden.join(", ")}`);
});
