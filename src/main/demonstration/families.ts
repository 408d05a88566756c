import { addDays, type Day } from "../../kit/day.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { insertFamily } from "../../registry/server/door.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { inventFamily } from "./invented.ts";
import type { Storyline } from "./stories/storyline.ts";
import { storyDay } from "./storyDay.ts";
import type { Step, Teller } from "./story.ts";

export interface FamilyPlan {
  readonly story: string;
  readonly municipality: string;
  readonly midwife: string;
  readonly nurse: string;
  readonly dueDate: Day;
  readonly bornOn: Day | null;
  /** Days ago on which the line was registered. */
  readonly registeredAgo: number;
  /** Who has the same is the same woman, registered twice. */
  readonly person: number;
}

/** What a story knows of its family once it is registered. */
export interface ToldFamily {
  trajectoryId: string;
  motherId: string;
  partnerId: string | null;
}

const maas = ["Marieke Voorbeeld", "Anouk Verzonnen", "Lotte Bedacht"];
const worm = ["Yasmin Voorstel", "Tessa Proef"];
const geleenbeek = ["Femke Fictief", "Sanne Denkbeeldig"];
const geul = ["Inge Fantasie", "Noor Schets"];
const nurses = ["Hilde Voorbeeld", "Cindy Gedacht", "Marloes Ontwerp", "Suzan Omtrek"];

/** Which practice looks after families of a municipality. */
const practices: Readonly<Record<string, readonly string[]>> = {
  GM0917: maas,
  GM0882: maas,
  GM1954: maas,
  GM0986: maas,
  GM0928: worm,
  GM0899: worm,
  GM0965: worm,
  GM1883: geleenbeek,
  GM0971: geleenbeek,
  GM0888: geleenbeek,
};

const pregnancyDays = 280;
/** A pregnancy is registered in its eighth to eleventh week. */
const registeredIn = [56, 77] as const; // days

/** The families of every storyline, where they live, and who looks after them: all in turn. */
export function planFamilies(lines: Readonly<Record<string, Storyline>>, chance: Chance, today: Day): readonly FamilyPlan[] {
  const turns = new Map<readonly string[], number>();
  const next = (from: readonly string[]): string => {
    const turn = turns.get(from) ?? 0;
    turns.set(from, turn + 1);
    return from[turn % from.length] ?? "";
  };
  return Object.entries(lines).flatMap(([story, line]) =>
    line.families.flatMap(([municipality, count, by]) =>
      Array.from({ length: count }, () => ({
        story,
        municipality,
        midwife: by ?? next(practices[municipality] ?? geul),
        nurse: next(nurses),
        ...datesOf(line, chance, today),
        person: line.person ?? chance.between(1, 1_000_000_000),
      })),
    ),
  );
}

function datesOf(line: Storyline, chance: Chance, today: Day): Pick<FamilyPlan, "dueDate" | "bornOn" | "registeredAgo"> {
  const { born, weeks = [9, 12], registered } = line;
  const naturally = chance.between(...registeredIn);
  if (born) {
    const bornOn = storyDay(today, chance.between(...born));
    const dueDate = addDays(bornOn, chance.between(-9, 16));
    return {
      bornOn,
      dueDate,
      registeredAgo: registered ? chance.between(...registered) : ago(today, addDays(dueDate, naturally - pregnancyDays)),
    };
  }
  const days = chance.between(weeks[0] * 7, weeks[1] * 7 + 6);
  const dueDate = addDays(today, pregnancyDays - days);
  return { bornOn: null, dueDate, registeredAgo: registered ? chance.between(...registered) : Math.max(1, days - naturally) };
}

const ago = (today: Day, day: Day): number => Temporal.PlainDate.from(day).until(today).days;

/** Registers the family, and gives what the rest of its story needs. */
export function registration({ region, today }: Teller, plan: FamilyPlan, { mother = {} }: Storyline): { step: Step; family: ToldFamily } {
  const family: ToldFamily = { trajectoryId: "", motherId: "", partnerId: null };
  const invented = inventFamily(chanceOf(plan.person), plan.municipality);
  const step: Step = {
    on: storyDay(today, plan.registeredAgo),
    run: async () => {
      const made = await withActor(region.actor(plan.midwife), "family.registered", async ({ db, about }) => {
        const inserted = await insertFamily(db, { ...invented, mother: { ...invented.mother, ...mother }, dueDate: plan.dueDate });
        about({ trajectories: [inserted.trajectoryId], part: "identity" });
        return inserted;
      });
      Object.assign(family, made);
    },
  };
  return { step, family };
}
