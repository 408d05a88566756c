import { addDays, type Day } from "../../../kit/day.ts";
import { dayOfMoment, momentAt, type Moment } from "../../../kit/moment.ts";
import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { maternityLimits } from "../../../programme/delivery/server/maternityLimits.ts";
import { planVisits } from "../../../programme/delivery/server/planVisit.ts";
import { readFamilyVisits } from "../../../programme/delivery/server/readVisits.ts";
import { recordVisit } from "../../../programme/delivery/server/recordVisit.ts";
import { endFlexibleCare } from "../../../programme/flexibleCare/server/decideFlexibleCare.ts";
import { planFlexible } from "../../../programme/flexibleCare/server/planFlexible.ts";
import { did, type Cast } from "./cast.ts";

const assistants = ["Debbie Wieg", "Nicole Deken", "Olga Luier", "Ingrid Sok", "Carla Fles", "Rina Speen"] as const;
const slots = [
  ["08:30", "11:30"],
  ["12:30", "16:00"],
] as const;
const seen = ["De voeding gaat goed.", "Moeder slaapt weinig, vader helpt 's nachts.", "Het badje doen de ouders nu zelf."] as const;
const ended = "Het ritme is er. De ouders redden zich, met oma dichtbij.";

const coordinatorOf = ({ region }: Cast): Actor => region.actor("Petra Planning");
const teamOf = ({ region }: Cast): readonly Actor[] => assistants.map((name) => region.actor(name));
const visitsOf = async (cast: Cast) => (await readFamilyVisits(coordinatorOf(cast), cast.family.trajectoryId))?.visits ?? [];

/** Visits of maternity care: the maternity week of a family, and pillar 2 after it. */
export const careActs = (cast: Cast) => ({
  /** What was given since the birth, and what is planned until day 8. */
  maternityWeek: async (bornOn: Day, today: Day): Promise<void> => {
    let known: Actor | null = null;
    for (let nr = 0; nr < 8 && addDays(bornOn, nr) < today; nr += 2) known = (await giveCare(cast, addDays(bornOn, nr), known)) ?? known;
    for (const day of [0, 1, 2].map((ahead) => addDays(today, ahead))) if (day <= addDays(bornOn, 7)) await planOne(cast, day, known);
  },
  planPillar2: (from: Day, times: number) => planPillar2(cast, from, times),
  /** What was planned and is over now was given. */
  recordWhatWas: async (today: Day): Promise<void> => {
    for (const { id, assistantId, plannedFrom, plannedUntil, state } of await visitsOf(cast)) {
      const by = teamOf(cast).find(({ professionalId }) => professionalId === assistantId);
      if (by && state === "planned" && plannedFrom !== null && plannedUntil !== null && dayOfMoment(plannedUntil) < today)
        await did("record a visit", record(cast, by, id, [plannedFrom, plannedUntil]));
    }
  },
  endPillar2: () =>
    did(
      "end pillar 2",
      endFlexibleCare(coordinatorOf(cast), { trajectoryId: cast.family.trajectoryId, outcome: "self_reliant", reason: ended }),
    ),
});

const record = ({ chance, family }: Cast, by: Actor, id: string, [startedAt, endedAt]: readonly [Moment, Moment]) =>
  withActor(by, "visit.recorded", (work) =>
    recordVisit(work, by, {
      id,
      trajectoryId: family.trajectoryId,
      startedAt,
      endedAt,
      breakMinutes: 0,
      contents: ["care_baby", "baby_signals", "looking_with_family"],
      observation: chance.oneOf(seen),
      why: null,
      way: "phone",
      notedAt: null,
    }),
  );

/** By the first who is free: nobody is in two homes at once. */
async function giveCare(cast: Cast, day: Day, known: Actor | null): Promise<Actor | null> {
  for (const by of known ? [known, ...teamOf(cast)] : teamOf(cast))
    for (const [from, until] of slots)
      if (isDone(await record(cast, by, crypto.randomUUID(), [momentAt(day, from), momentAt(day, until)]))) return by;
  return null;
}

async function planOne(cast: Cast, day: Day, known: Actor | null): Promise<void> {
  const coordinator = coordinatorOf(cast);
  const { trajectoryId } = cast.family;
  for (const { professionalId: assistantId } of known ? [known, ...teamOf(cast)] : teamOf(cast))
    for (const [from, until] of slots) {
      const visit = {
        id: crypto.randomUUID(),
        assistantId,
        from: momentAt(day, from),
        until: momentAt(day, until),
        agreed: "Samen het badje doen",
      };
      const plan = { trajectoryId, kind: "maternity" as const, visits: [{ ...visit, why: null }] };
      if (isDone(await withActor(coordinator, "visit.planned", (work) => planVisits(work, coordinator, plan, maternityLimits)))) return;
    }
}

/** Two hours each week in the evening, by who was there as long as she can. */
async function planPillar2(cast: Cast, from: Day, times: number): Promise<void> {
  const team = teamOf(cast).map(({ professionalId }) => professionalId);
  const known = (await visitsOf(cast)).find(({ state }) => state === "delivered")?.assistantId;
  for (const hour of [18, 20])
    for (const assistantId of known === undefined ? team : [known, ...team]) {
      const visits = Array.from({ length: times }, (_none, at) => ({
        id: crypto.randomUUID(),
        assistantId,
        from: momentAt(addDays(from, 1 + at * 7), `${hour}:00`),
        until: momentAt(addDays(from, 1 + at * 7), `${hour + 2}:00`),
        agreed: "Dagritme, en rust rond het slapen",
        why: assistantId === known ? null : "De vaste kraamverzorgende is dan bij een ander gezin.",
      }));
      if (isDone(await planFlexible(coordinatorOf(cast), { trajectoryId: cast.family.trajectoryId, visits }))) return;
    }
}
