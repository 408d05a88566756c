import { addDays, type Day } from "../../kit/day.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { insertFamily } from "../../registry/server/door.ts";
import type { Chance } from "./chance.ts";
import { inventFamily } from "./invented.ts";
import type { Step, Teller } from "./story.ts";

/** How far a family's story goes: each stage is everything before it, and one thing more. */
export const stages = [
  "registered",
  "signalled",
  "notDiscussed",
  "assessedA",
  "assessedB",
  "visitAsked",
  "visitAccepted",
  "visitScheduled",
  "visitHeld",
  "reported",
  "confirmed",
  "pillarOne",
  "refused",
  "insurerUnknown",
  "born",
  "pillarTwo",
  "loss",
  "moved",
] as const;
export type Stage = (typeof stages)[number];

export interface FamilyPlan {
  readonly stage: Stage;
  readonly municipality: string;
  readonly midwife: string;
  readonly nurse: string;
  readonly dueDate: Day;
  readonly registeredOn: Day;
}

/** What a story knows of its family once it is registered. */
export interface ToldFamily {
  trajectoryId: string;
  motherId: string;
  partnerId: string | null;
}

const midwives: Readonly<Record<string, readonly string[]>> = {
  parkstad: ["Marieke Voorbeeld", "Anouk Verzonnen", "Lotte Bedacht", "Yasmin Voorstel", "Tessa Proef"],
  west: ["Femke Fictief", "Sanne Denkbeeldig"],
  south: ["Inge Fantasie", "Noor Schets"],
};
const nurses = ["Hilde Voorbeeld", "Cindy Gedacht", "Marloes Ontwerp", "Suzan Omtrek"];

/** Where families live: mostly in the pilot area, some in each of the sixteen municipalities. */
const homes: readonly (readonly [municipality: string, area: keyof typeof midwives, families: number])[] = [
  ["GM0917", "parkstad", 24],
  ["GM0928", "parkstad", 14],
  ["GM0882", "parkstad", 11],
  ["GM0899", "parkstad", 9],
  ["GM1954", "parkstad", 6],
  ["GM0965", "parkstad", 4],
  ["GM0986", "parkstad", 4],
  ["GM1883", "west", 18],
  ["GM0971", "west", 4],
  ["GM0888", "west", 4],
  ["GM0935", "south", 12],
  ["GM1903", "south", 2],
  ["GM1729", "south", 2],
  ["GM0938", "south", 2],
  ["GM0981", "south", 2],
  ["GM0994", "south", 2],
];

/** A hundred and twenty families, every stage many times over. */
export function planFamilies(chance: Chance, today: Day): readonly FamilyPlan[] {
  return homes
    .flatMap(([municipality, area, families], place) =>
      Array.from({ length: families }, (_, index) => {
        const stage = stages[(place * 7 + index) % stages.length] ?? "registered";
        const dueDate = addDays(today, dueIn(stage, chance));
        return {
          stage,
          municipality,
          midwife: chance.oneOf(midwives[area] ?? []),
          nurse: chance.oneOf(nurses),
          dueDate,
          registeredOn: addDays(dueDate, -280 + chance.between(56, 77)),
        };
      }),
    )
    .map((plan) => (plan.registeredOn > today ? { ...plan, registeredOn: addDays(today, -chance.between(3, 20)) } : plan));
}

/** Days until the due date that fit the stage: who has given birth is past it. */
function dueIn(stage: Stage, chance: Chance): number {
  if (stage === "born") return -chance.between(3, 400);
  if (stage === "pillarTwo") return -chance.between(15, 60);
  if (stage === "registered" || stage === "signalled") return chance.between(120, 210);
  return chance.between(40, 150);
}

/** Registers the family, and gives what the rest of its story needs. */
export function registration({ region, chance }: Teller, plan: FamilyPlan): { step: Step; family: ToldFamily } {
  const family: ToldFamily = { trajectoryId: "", motherId: "", partnerId: null };
  const invented = inventFamily(chance, plan.municipality);
  const step: Step = {
    on: plan.registeredOn,
    run: async () => {
      const made = await withActor(region.actor(plan.midwife), "family.registered", async ({ db, about }) => {
        const inserted = await insertFamily(db, { ...invented, dueDate: plan.dueDate });
        about({ trajectories: [inserted.trajectoryId], part: "identity" });
        return inserted;
      });
      Object.assign(family, made);
    },
  };
  return { step, family };
}
