import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findLine } from "../../pathway/trajectory/server/door.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { clockTask, openInEmergency, readEmergencies, review } from "./server/emergency.ts";

let region: Region;
let midwife: Actor;
let officer: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  officer = await region.actor("privacy_officer", "office");
});
after(() => region.close());

const sees = (actor: Actor, line: string) => withActor(actor, "family.read", async ({ db }) => (await findLine(db, line)) !== null);
const mother = (familyName: string, prefix: string | null = null) => ({
  mother: { givenName: "Noor", prefix, familyName, birthDate: "1995-02-28" },
});
const danger = { birthDate: "1995-02-28", reason: "Moeder belde in paniek", hours: 4 };

test("a paediatrician opens a line in acute danger; it is told to the privacy officer at once, and ends by the clock", async () => {
  const doctor = await region.actor("social_paediatrics", "hospital");
  const { trajectoryId } = await aLine(midwife, mother("Öztürk"));
  assert.equal(await sees(doctor, trajectoryId), false);
  assert.equal(await sees(officer, trajectoryId), false);
  const opened = await openInEmergency(doctor, { ...danger, name: "ozturk" });
  assert.equal(opened.code, "done");
  assert.equal(await sees(doctor, trajectoryId), true);
  assert.equal(await sees(officer, trajectoryId), true, "the case under review");
  const [work] = await region.asOwner<{ open: string }>(
    "select count(*) as open from work_item where kind = 'emergency-review' and closed_at is null",
  );
  assert.equal(Number(work?.open), 1);
  const [event] = await region.asOwner<{ ground: string }>(
    "select ground from trail_event where event = 'family.read' and professional_id = $1 order by seq desc limit 1",
    [doctor.professionalId],
  );
  assert.equal(event?.ground, "none", "the page's own read names its line when it shows one");
  await region.asOwner("update emergency_access set since = now() - interval '5 hours', until = now() - interval '1 hour'");
  await clockTask.run({});
  assert.equal(await sees(doctor, trajectoryId), false);
});

test("a name with its prefix is found, another woman's day of birth is not, and guessing stops after five times", async () => {
  const gp = await region.actor("gp", "gp");
  await aLine(midwife, mother("Smeets", "van der"));
  assert.equal((await openInEmergency(gp, { ...danger, name: "van der Smeets" })).code, "done");
  for (let attempt = 0; attempt < 5; attempt += 1)
    assert.equal((await openInEmergency(gp, { ...danger, name: "Smeets", birthDate: "1990-01-01" })).code, "no-such-woman");
  assert.equal((await openInEmergency(gp, { ...danger, name: "Smeets", birthDate: "1990-01-01" })).code, "too-many-attempts");
});

test("the privacy officer reviews once, and sees the family no longer than that", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  const { trajectoryId } = await aLine(midwife, mother("Tesfay"));
  await openInEmergency(nurse, { ...danger, name: "Tesfay" });
  const [emergency] = (await readEmergencies(officer)).filter((one) => one.trajectoryId === trajectoryId);
  assert.equal(emergency?.familyName, "Noor Tesfay");
  const verdict = { id: emergency?.id ?? "", outcome: "terecht", holdBackBecause: null, endNow: true };
  assert.equal((await review(officer, verdict)).code, "done");
  assert.equal((await review(officer, verdict)).code, "reviewed-already");
  assert.equal(await sees(officer, trajectoryId), false);
  assert.equal(await sees(nurse, trajectoryId), false, "ended at once");
  await assert.rejects(review(nurse, verdict), { code: "42501" });
});

test("who works with no families has no emergency access", async () => {
  await assert.rejects(openInEmergency(await region.actor("platform_admin", "office"), { ...danger, name: "Tesfay" }), { code: "42501" });
});
