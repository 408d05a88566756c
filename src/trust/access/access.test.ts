import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { findLine } from "../../pathway/trajectory/server/door.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import { recordConsent } from "../consent/server/door.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { answerRelationOffer, offerRelation } from "./server/door.ts";

let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(() => region.close());

const sees = (actor: Actor, line: string) => withActor(actor, "family.read", async ({ db }) => (await findLine(db, line)) !== null);

test("a practice sees the line it registered, another practice does not", async () => {
  const { trajectoryId } = await aLine(midwife);
  assert.equal(await sees(midwife, trajectoryId), true);
  assert.equal(await sees(await region.actor("midwife", "otherPractice"), trajectoryId), false);
  assert.equal(await sees(await region.actor("platform_admin", "practice"), trajectoryId), false);
});

test("the youth nurse sees a line only when relation and consent both hold", async () => {
  const { trajectoryId, motherId } = await aLine(midwife);
  const consent = {
    trajectoryId,
    aboutPerson: motherId,
    purpose: "prenatal_home_visit",
    organisationId: region.organisationId("youthHealth"),
    parts: ["identity", "exploration"],
    given: true,
    givenBy: "moeder",
    givenOn: "2026-01-01",
    way: "spoken",
  } as const;
  await withActor(midwife, "consent.recorded", async ({ db }) => recordConsent(db, consent));
  assert.equal(await sees(nurse, trajectoryId), false, "consent without relation");
  await withActor(midwife, "home-visit.requested", async ({ db }) =>
    offerRelation(db, { trajectoryId, organisationId: nurse.organisationId, basis: "home_visit" }),
  );
  assert.equal(await sees(nurse, trajectoryId), false, "asked, not accepted");
  await withActor(nurse, "home-visit.accepted", async ({ db }) =>
    answerRelationOffer(db, { trajectoryId, basis: "home_visit", accept: true }),
  );
  assert.equal(await sees(nurse, trajectoryId), true);
});

test("nothing of Wieg is everybody's: each function and table is granted by name", async () => {
  const open = await region.asOwner<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where n.nspname in ('app', 'trust', 'public') and a.grantee = 0 and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all
     select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
     where n.nspname in ('app', 'trust', 'public', 'graphile_worker') and a.grantee = 0
     union all
     select n.nspname || ' may be written in' from pg_namespace n, aclexplode(n.nspacl) a where n.nspname in ('app', 'trust', 'public', 'graphile_worker') and a.grantee = 0 and a.privilege_type = 'CREATE'`,
  );
  assert.deepEqual(open, []);
});

test("who is involved and may not know the family brings nobody else to it", async () => {
  const { trajectoryId, motherId } = await aLine(midwife);
  const helper = await region.actor("support_provider", "support");
  await involve(midwife, helper, trajectoryId, "request");
  const brings = () =>
    withActor(helper, "x", ({ db }) =>
      offerRelation(db, { trajectoryId, organisationId: region.organisationId("childcare"), basis: "request" }),
    );
  await assert.rejects(brings(), { code: "42501" });
  await allow(midwife, { trajectoryId, motherId }, helper.organisationId, ["identity"]);
  await brings();
});
