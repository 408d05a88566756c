import { addDays, type Day } from "../../../kit/day.ts";
import { dayOfMoment, momentAt } from "../../../kit/moment.ts";
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

const assistants = ["Chantal Kraam", "Debbie Wieg", "Nicole Deken", "Olga Luier", "Ingrid Sok", "Carla Fles"] as const;
const slots = [
  ["08:30", "11:30"],
  ["12:30", "16:00"],
] as const;
const seen = ["De voeding gaat goed.", "Moeder slaapt weinig, vader helpt 's nachts.", "Het badje doen de ouders nu zelf."] as const;

/** Visits of maternity care: the maternity week of a family, and pillar 2 after it. */
export function careActs({ region, chance, family }: Cast) {
  const coordinator = region.actor("Petra Planning");
  const team = assistants.map((name) => region.actor(name));
  const record = (by: Actor, id: string, day: Day, [from, until]: readonly [string, string]) =>
    withActor(by, "visit.recorded", (work) =>
      recordVisit(work, by, {
        id,
        trajectoryId: family.trajectoryId,
        kind: "maternity",
        startedAt: momentAt(day, from),
        endedAt: momentAt(day, until),
        breakMinutes: 0,
        contents: ["care_mother", "care_baby", "baby_signals"],
        observation: chance.oneOf(seen),
        why: null,
        way: "phone",
        notedAt: null,
      }),
    );

  /** The first who is free: nobody is in two homes at once. */
  async function firstFree(day: Day, known: Actor | null): Promise<Actor | null> {
    for (const by of known ? [known, ...team] : team)
      for (const slot of slots) if (isDone(await record(by, crypto.randomUUID(), day, slot))) return by;
    return null;
  }

  /** What was given since the birth, and what is planned until day 8. */
  async function maternityWeek(bornOn: Day, today: Day): Promise<void> {
    let known: Actor | null = null;
    for (let nr = 0; nr < 8 && addDays(bornOn, nr) < today; nr += 2) known = (await firstFree(addDays(bornOn, nr), known)) ?? known;
    const coming = [0, 1, 2].map((ahead) => addDays(today, ahead)).filter((day) => day <= addDays(bornOn, 7) && day >= bornOn);
    for (const day of coming) await planOne(day, known);
  }

  async function planOne(day: Day, known: Actor | null): Promise<void> {
    for (const by of known ? [known, ...team] : team)
      for (const [from, until] of slots) {
        const visit = {
          assistantId: by.professionalId,
          from: momentAt(day, from),
          until: momentAt(day, until),
          agreed: "Samen het badje doen",
          why: null,
        };
        const outcome = await withActor(coordinator, "visit.planned", (work) =>
          planVisits(
            work,
            coordinator,
            { trajectoryId: family.trajectoryId, kind: "maternity", visits: [{ ...visit, id: crypto.randomUUID() }] },
            maternityLimits,
          ),
        );
        if (isDone(outcome)) return;
      }
  }

  /** Two hours each week in the evening, by who was there. */
  async function planPillar2(from: Day, times: number): Promise<void> {
    const visits = (await readFamilyVisits(coordinator, family.trajectoryId))?.visits ?? [];
    const known = visits.find(({ state }) => state === "delivered")?.assistantId ?? team[0]?.professionalId ?? "";
    for (const hour of [17, 19, 15])
      for (const assistantId of [known, ...team.map(({ professionalId }) => professionalId)]) {
        const why = assistantId === known ? null : "De vaste kraamverzorgende is dan bij een ander gezin.";
        const series = Array.from({ length: times }, (_none, at) => ({
          id: crypto.randomUUID(),
          assistantId,
          from: momentAt(addDays(from, 1 + at * 7), `${hour}:00`),
          until: momentAt(addDays(from, 1 + at * 7), `${hour + 2}:00`),
          agreed: "Dagritme, en rust rond het slapen",
          why,
        }));
        if (isDone(await planFlexible(coordinator, { trajectoryId: family.trajectoryId, visits: series }))) return;
      }
  }

  /** What was planned and is over now was given. */
  async function recordWhatWas(today: Day): Promise<void> {
    const visits = (await readFamilyVisits(coordinator, family.trajectoryId))?.visits ?? [];
    for (const { id, assistantId, plannedFrom, plannedUntil, state } of visits) {
      const by = team.find(({ professionalId }) => professionalId === assistantId);
      if (!by || state !== "planned" || plannedFrom === null || plannedUntil === null || dayOfMoment(plannedUntil) >= today) continue;
      await did(
        "record a visit",
        withActor(by, "visit.recorded", (work) =>
          recordVisit(work, by, {
            id,
            trajectoryId: family.trajectoryId,
            startedAt: plannedFrom,
            endedAt: plannedUntil,
            breakMinutes: 0,
            contents: ["day_rhythm", "baby_signals", "looking_with_family"],
            observation: chance.oneOf(seen),
            why: null,
            way: "phone",
            notedAt: null,
          }),
        ),
      );
    }
  }

  const endPillar2 = () =>
    did(
      "end pillar 2",
      endFlexibleCare(coordinator, {
        trajectoryId: family.trajectoryId,
        outcome: "self_reliant",
        reason: "Het ritme is er. De ouders redden zich, met oma dichtbij.",
      }),
    );
  return { maternityWeek, planPillar2, recordWhatWas, endPillar2 };
}
