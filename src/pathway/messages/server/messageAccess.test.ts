import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import type { ThreadPart } from "../messages.ts";
import { beginThread } from "./beginThread.ts";
import { readThread } from "./readMessages.ts";
import { addPerson, closeThread, reopenThread, sendMessage } from "./writeMessage.ts";

// Any order of events on one family, played on the real database beside a model of what may be seen: no order shows a message to someone
// without a ground, and none hides it from who has one.

const people = ["midwife", "nurse", "worker", "gp"] as const;
type Name = (typeof people)[number];
const chosenParts = ["identity", "signals", "exploration"] as const satisfies readonly ThreadPart[];
type Part = (typeof chosenParts)[number];

interface Allowed {
  readonly parts: readonly Part[];
  readonly medicalToo: boolean;
}
interface Talk {
  readonly id: string;
  readonly part: Part;
  readonly medical: boolean;
  readonly partner: boolean;
  readonly members: Set<Name>;
  readonly wrote: Name[];
  open: boolean;
}
interface World {
  readonly line: { trajectoryId: string; motherId: string };
  readonly partnerId: string;
  readonly related: Set<Name>;
  readonly consent: Map<Name, Allowed>;
  readonly partnerConsent: Map<Name, Allowed>;
  readonly talks: Talk[];
}

let region: Region;
const actors = new Map<Name, Actor>();
const principals = new Map<Name, number>();
before(async () => {
  region = await aRegion();
  for (const [name, role, at] of [
    ["midwife", "midwife", "practice"],
    ["nurse", "youth_nurse", "youthHealth"],
    ["worker", "municipal_worker", "municipality"],
    ["gp", "gp", "gp"],
  ] as const) {
    const actor = await region.actor(role, at);
    actors.set(name, actor);
    const [row] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [actor.membershipId]);
    principals.set(name, row?.principal ?? 0);
  }
});
after(() => region.close());

const actorOf = (name: Name): Actor => actors.get(name) as Actor;
/** What a role can ever read: a GP and the municipality nothing of what was explored. */
const readsEver = (name: Name, part: Part): boolean => part !== "exploration" || name === "midwife" || name === "nurse";
const isSocial = (name: Name): boolean => name === "worker";
const gives = (allowed: Allowed | undefined, name: Name, { part, medical }: Pick<Talk, "part" | "medical">): boolean =>
  allowed !== undefined && allowed.parts.includes(part) && !(medical && isSocial(name) && !allowed.medicalToo);

/** The rule, in words of this test: relation, role, consent and its limits; or one's own practical matters. */
function hasGround(world: World, name: Name, talk: Pick<Talk, "part" | "medical" | "partner">): boolean {
  if (!world.related.has(name) || !readsEver(name, talk.part)) return false;
  if (talk.partner && !gives(world.partnerConsent.get(name), name, talk)) return false;
  if (gives(world.consent.get(name), name, talk)) return true;
  return name === "midwife" && talk.part === "identity" && !talk.partner;
}
const mayRead = (world: World, name: Name, talk: Talk): boolean => talk.members.has(name) && hasGround(world, name, talk);

type Event =
  | { kind: "allow" | "allowPartner"; who: Name; parts: readonly Part[]; medicalToo: boolean }
  | { kind: "withdraw" | "withdrawPartner" | "endRelation" | "beginRelation"; who: Name }
  | { kind: "begin"; who: Name; to: readonly Name[]; part: Part; medical: boolean; partner: boolean }
  | { kind: "send" | "add" | "close" | "reopen"; who: Name; other: Name; talk: number };

const someone = fc.constantFrom(...people);
const someParts = fc.uniqueArray(fc.constantFrom(...chosenParts), { minLength: 1 });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("allow" as const, "allowPartner" as const),
      who: someone,
      parts: someParts,
      medicalToo: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("withdraw" as const, "withdrawPartner" as const, "endRelation" as const, "beginRelation" as const),
      who: someone,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("begin" as const),
      who: someone,
      to: fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }),
      part: fc.constantFrom(...chosenParts),
      medical: fc.boolean(),
      partner: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("send" as const, "add" as const, "close" as const, "reopen" as const),
      who: someone,
      other: someone,
      talk: fc.nat(3),
    }),
  },
);

async function newWorld(): Promise<World> {
  const midwife = actorOf("midwife");
  const made = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" } });
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    made.familyId,
  ]);
  const world: World = {
    line: made,
    partnerId: partner?.id ?? "",
    related: new Set(["midwife"]),
    consent: new Map(),
    partnerConsent: new Map(),
    talks: [],
  };
  for (const name of ["nurse", "worker", "gp"] as const) await play(world, { kind: "beginRelation", who: name });
  for (const name of people) await play(world, { kind: "allow", who: name, parts: ["identity", "signals"], medicalToo: false });
  return world;
}

async function setConsent(world: World, who: Name, partner: boolean, allowed: Allowed | null): Promise<void> {
  const { organisationId, professionalId } = actorOf(who);
  const own = partner ? world.partnerId : null;
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and recipient_organisation_id = $2 and own_person is not distinct from $3 and withdrawn_on is null",
    [world.line.trajectoryId, organisationId, own],
  );
  if (allowed)
    await region.asOwner(
      `insert into consent (trajectory_id, about_person, own_person, purpose, recipient_organisation_id, parts, medical_too, given_by, given_on, way, recorded_by, author_organisation_id)
       values ($1, $2, $3, 'sharing', $4, $5, $6, 'self', app.today(), 'spoken', $7, $4)`,
      [world.line.trajectoryId, own ?? world.line.motherId, own, organisationId, allowed.parts, allowed.medicalToo, professionalId],
    );
  await region.asOwner("select trust.recompute_grants($1)", [world.line.trajectoryId]);
  const known = partner ? world.partnerConsent : world.consent;
  if (allowed) known.set(who, allowed);
  else known.delete(who);
}

async function setRelation(world: World, who: Name, on: boolean): Promise<void> {
  const { organisationId } = actorOf(who);
  await region.asOwner(
    "update care_relation set until = app.today() - 1 where trajectory_id = $1 and organisation_id = $2 and until is null",
    [world.line.trajectoryId, organisationId],
  );
  if (on)
    await region.asOwner(
      "insert into care_relation (trajectory_id, organisation_id, basis, since) values ($1, $2, 'request', app.today() - 2)",
      [world.line.trajectoryId, organisationId],
    );
  await region.asOwner("select trust.recompute_grants($1)", [world.line.trajectoryId]);
  if (on) world.related.add(who);
  else world.related.delete(who);
}

/** Does it, and says of each act whether it should have been let through. */
async function play(world: World, one: Event): Promise<void> {
  if (one.kind === "allow" || one.kind === "allowPartner") return setConsent(world, one.who, one.kind === "allowPartner", one);
  if (one.kind === "withdraw" || one.kind === "withdrawPartner") return setConsent(world, one.who, one.kind === "withdrawPartner", null);
  if (one.kind === "beginRelation" || one.kind === "endRelation") return setRelation(world, one.who, one.kind === "beginRelation");
  if (one.kind === "begin") return begin(world, one);
  if (!("talk" in one)) return;
  const talk = world.talks[one.talk];
  if (talk) await move(world, talk, one);
}

async function begin(world: World, one: Extract<Event, { kind: "begin" }>): Promise<void> {
  const outcome = await beginThread(actorOf(one.who), {
    trajectoryId: world.line.trajectoryId,
    part: one.part,
    subject: null,
    careKind: one.medical ? "medical" : "social",
    aboutPartner: one.partner,
    withFamily: false,
    topic: "Onderwerp",
    words: "Woorden",
    to: one.to.map((name) => principals.get(name) ?? 0),
  });
  // Others must be able to read it, and so must she who begins.
  const may = one.to.some((name) => name !== one.who) && [one.who, ...one.to].every((name) => hasGround(world, name, one));
  assert.equal(outcome.code === "done", may && knowsFamily(world, one.who), `begin by ${one.who} to ${one.to.join()}: ${outcome.code}`);
  if (outcome.code === "done")
    world.talks.push({
      id: outcome.threadId,
      part: one.part,
      medical: one.medical,
      partner: one.partner,
      members: new Set([one.who, ...one.to]),
      wrote: [one.who],
      open: true,
    });
}

/** Without sight of the family there is no page to begin from. */
const knowsFamily = (world: World, name: Name): boolean =>
  name === "midwife" || (world.related.has(name) && gives(world.consent.get(name), name, { part: "identity", medical: false }));

async function move(world: World, talk: Talk, one: Extract<Event, { talk: number }>): Promise<void> {
  const at = { trajectoryId: world.line.trajectoryId, threadId: talk.id };
  const actor = actorOf(one.who);
  const sees = mayRead(world, one.who, talk) && knowsFamily(world, one.who);
  const version =
    (await region.asOwner<{ version: number }>("select version from message_thread where id = $1", [talk.id]))[0]?.version ?? 0;
  if (one.kind === "send") {
    const { code } = await sendMessage(actor, { ...at, words: "Antwoord", corrects: null });
    assert.equal(code === "done", sees && talk.open, `send by ${one.who}: ${code}`);
    if (code === "done") talk.wrote.push(one.who);
  } else if (one.kind === "add") {
    const { code } = await addPerson(actor, { ...at, principal: principals.get(one.other) ?? 0 });
    const may = sees && talk.open && !talk.members.has(one.other) && world.related.has(one.other) && hasGround(world, one.other, talk);
    assert.equal(code === "done", may && involved(world, one.who), `add ${one.other} by ${one.who}: ${code}`);
    if (code === "done") {
      talk.members.add(one.other);
      talk.wrote.push(one.who); // the line that says so
    }
  } else {
    const { code } = await (one.kind === "close" ? closeThread : reopenThread)(actor, { ...at, version });
    assert.equal(code === "done", sees && talk.open === (one.kind === "close"), `${one.kind} by ${one.who}: ${code}`);
    if (code === "done") {
      talk.open = one.kind === "reopen";
      talk.wrote.push(one.who);
    }
  }
}
const involved = (world: World, name: Name): boolean => world.related.has(name);

/** All that row-level security shows each of them, against the model; and the page beside it. */
async function compare(world: World): Promise<void> {
  for (const name of people) {
    const shown = await withActor(actorOf(name), "messages.listed", async ({ db }) => {
      const { rows } = await sql<{ thread_id: string; howMany: number; sees: boolean }>`
        select m.thread_id, count(*)::int as "howMany", bool_or(exists (select from message_thread t where t.id = m.thread_id)) as sees
        from message m where m.trajectory_id = ${world.line.trajectoryId} group by m.thread_id`.execute(db);
      return new Map(rows.map((row) => [row.thread_id, row]));
    });
    for (const talk of world.talks) {
      const reads = mayRead(world, name, talk);
      const own = readsEver(name, talk.part) ? talk.wrote.filter((writer) => writer === name).length : 0;
      const facts = `${name} on ${talk.part}${talk.medical ? " medical" : ""}${talk.partner ? " partner" : ""}`;
      assert.equal(shown.get(talk.id)?.sees ?? false, reads, `sees the conversation: ${facts}`);
      assert.equal(shown.get(talk.id)?.howMany ?? 0, reads ? talk.wrote.length : own, `messages: ${facts}`);
      const page = await readThread(actorOf(name), world.line.trajectoryId, talk.id, null);
      assert.equal(page !== null, reads && knowsFamily(world, name), `page: ${facts}`);
    }
  }
}

test("in no order of events does someone read a message without a ground, and in none is it kept from who has one", () =>
  fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
      const world = await newWorld();
      for (const one of events) await play(world, one);
      await compare(world);
    }),
    { numRuns: 40 },
  ));
