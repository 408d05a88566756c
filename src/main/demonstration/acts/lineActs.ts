import type { Day } from "../../../kit/day.ts";
import { changingLine } from "../../../pathway/trajectory/server/changingLine.ts";
import { recordMaternityCare } from "../../../pathway/trajectory/server/changeLine.ts";
import { recordBirth } from "../../../pathway/trajectory/server/recordBirth.ts";
import { recordLoss } from "../../../pathway/trajectory/server/recordLoss.ts";
import { decideNoPlace } from "../../../programme/enrolment/server/decideNoPlace.ts";
import { decidePlace } from "../../../programme/enrolment/server/decidePlace.ts";
import { did, type Cast } from "./cast.ts";

const childNames = ["Liv", "Noah", "Mila", "Sem", "Adam", "Zofia", "Yara"];
const places = ["home", "birth_centre", "hospital"] as const;

/** What happens to the line itself: maternity care, a place in the programme, a birth, a loss. */
export function lineActs({ region, chance, family, midwife }: Cast) {
  const version = () => changingLine(midwife, "family.read", family.trajectoryId, async ({ line }) => line.version);
  const child = (bornOn: Day) => ({
    givenName: chance.oneOf(childNames),
    prefix: null,
    familyName: null,
    bornOn,
    gestationalDays: null,
    weightGrams: chance.between(2300, 4300),
    smallForAge: null,
  });
  return {
    registerMaternityCare: async (on: Day) => {
      const registration = { organisationId: region.organisationId("gzl"), text: null, on, version: await version() };
      return did("register maternity care", recordMaternityCare(midwife, family.trajectoryId, registration));
    },
    decidePlace: async () => {
      const about = { trajectoryId: family.trajectoryId, pillar: 1 } as const;
      const decided = await decidePlace(midwife, { ...about, funder: null });
      if (decided.code !== "criteria-not-met" && decided.code !== "cap-reached") return;
      await did(
        "decide that there is no place",
        decideNoPlace(midwife, { ...about, offered: ["maternity_care", "municipality"], note: null }),
      );
    },
    birth: async (on: Day) => {
      const children = chance.inHundred(4) ? [child(on), child(on)] : [child(on)];
      return did(
        "record the birth",
        recordBirth(midwife, family.trajectoryId, { version: await version(), place: chance.oneOf(places), children }),
      );
    },
    loss: async (on: Day) =>
      did("record the loss", recordLoss(midwife, family.trajectoryId, { kind: "pregnancy", on, childId: null, version: await version() })),
  };
}
