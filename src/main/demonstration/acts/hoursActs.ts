import type { Day } from "../../../kit/day.ts";
import type { LessReason } from "../../../programme/indication/indication.ts";
import { indicate } from "../../../programme/indication/server/indicate.ts";
import { recordIntake } from "../../../programme/indication/server/recordIntake.ts";
import { readHours } from "../../../programme/indication/server/readHours.ts";
import { did, type Cast } from "./cast.ts";

const reasons: readonly (readonly string[])[] = [[], ["learning_to_care"], ["no_help_around"], ["strain", "young_children"], ["language"]];
const less: readonly LessReason[] = ["own_help", "no_stranger", "earlier_experience"];

/** Hours of maternity care: the intake, what the family takes, and the midwife who looks again after the birth. */
export function hoursActs({ region, chance, family, midwife }: Cast) {
  const desk = region.actor("Wilma Intake");
  const facts = { children: 1, ownMinutes: 0, hospitalDays: 0, why: null, seen: null };
  const feeding = () => (chance.inHundred(60) ? ("breast" as const) : ("bottle" as const));
  return {
    holdIntake: async (on: Day) => {
      const { trajectoryId } = family;
      await did("indicate at the intake", indicate(desk, { ...facts, trajectoryId, feeding: feeding(), additions: chance.oneOf(reasons) }));
      const hours = await readHours(desk, trajectoryId);
      const indicated = hours?.indications[0]?.minutes ?? 0;
      const takesAll = chance.inHundred(70);
      const acceptedMinutes = takesAll ? indicated : indicated - 60 * chance.between(4, 16);
      const said = { wishedMinutes: acceptedMinutes, acceptedMinutes, lessReasons: takesAll ? [] : [chance.oneOf(less)], note: null };
      await did("hold the intake", recordIntake(desk, { ...said, trajectoryId, seen: null, onDay: on, way: "home" }));
    },
    indicate: () =>
      did(
        "indicate",
        indicate(midwife, { ...facts, trajectoryId: family.trajectoryId, feeding: feeding(), additions: ["no_help_around"] }),
      ),
    indicateAfterBirth: async () => {
      const { trajectoryId } = family;
      const hours = await readHours(midwife, trajectoryId);
      const [seen] = hours?.indications ?? [];
      const hospitalDays = chance.inHundred(40) ? 1 : 0;
      const additions = [...(seen?.additions ?? []), ...(chance.inHundred(30) ? ["heavy_birth"] : ["feeding_help"])];
      const next = { ...facts, children: Math.max(1, hours?.born ?? 1), feeding: feeding(), additions, hospitalDays };
      const why = "Na de bevalling opnieuw bekeken met moeder.";
      await did("indicate after the birth", indicate(midwife, { ...next, trajectoryId, why, seen: seen?.id ?? null }));
    },
    wantsNoCare: (on: Day) => {
      const said = { wishedMinutes: null, acceptedMinutes: 0, lessReasons: ["co_payment", "own_help"] as const, note: null };
      return did(
        "record that the family takes no care",
        recordIntake(midwife, { ...said, trajectoryId: family.trajectoryId, seen: null, onDay: on, way: "office" }),
      );
    },
  };
}
