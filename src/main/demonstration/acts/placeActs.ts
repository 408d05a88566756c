import { askQuestions } from "../../../programme/enrolment/server/askQuestions.ts";
import { acceptPlace, giveBackPlace } from "../../../programme/enrolment/server/changePlace.ts";
import { decideNoPlace } from "../../../programme/enrolment/server/decideNoPlace.ts";
import { decidePlace } from "../../../programme/enrolment/server/decidePlace.ts";
import { confirmRequest, recordRequest } from "../../../programme/enrolment/server/recordRequest.ts";
import type { GivenBackReason, Need, Offer } from "../../../programme/enrolment/enrolment.ts";
import type { Pillar } from "../../../programme/configuration/programme.ts";
import { did, type Cast } from "./cast.ts";

const hours = [12, 18, 24, 30] as const;

/** A place in Geboortezorg Flex: given, taken on, refused, asked about, given back. */
export function placeActs({ region, chance, family, midwife, nurse }: Cast) {
  const ofPillar = (pillar: Pillar) => ({ trajectoryId: family.trajectoryId, pillar });
  const coordinator = region.actor("Petra Planning");
  return {
    decidePlace: (pillar: Pillar) => did(`decide on pillar ${pillar}`, decidePlace(midwife, { ...ofPillar(pillar), funder: null })),
    acceptPlace: () => did("accept the place", acceptPlace(coordinator, family.trajectoryId)),
    noPlace: (pillar: Pillar, offered: readonly Offer[]) =>
      did("decide that there is no place", decideNoPlace(midwife, { ...ofPillar(pillar), offered, note: null })),
    askAboutPlace: (pillar: Pillar) => did("ask what is not known", askQuestions(midwife, ofPillar(pillar))),
    giveBack: (why: GivenBackReason) =>
      did("give the place back", giveBackPlace(midwife, { ...ofPillar(1), why, noCare: true, note: null })),
    recordNeed: (need: Need) => {
      const agreedMinutes = need === "none" ? null : chance.oneOf(hours) * 60;
      const question = "Hoe krijgen wij rust en ritme in de dag met de baby?";
      const goal = "Na zes weken voeden en slapen op vaste tijden, en weten wie er kan helpen.";
      const agreed = ["family", "midwife", "maternity"] as const;
      const request = { need, question, goal, agreedMinutes, postnatalVisit: true, agreed, seen: null };
      return did("record the request", recordRequest(midwife, { trajectoryId: family.trajectoryId, ...request }));
    },
    confirmNeed: () => did("confirm the request", confirmRequest(nurse, { trajectoryId: family.trajectoryId, version: 1 })),
  };
}
