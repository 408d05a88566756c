import type { Day } from "../../../kit/day.ts";
import type { Category } from "../../../pathway/assessment/assessment.ts";
import { askVisit } from "../../../pathway/exploration/server/askVisit.ts";
import type { VisitKind } from "../../../pathway/exploration/homeVisit.ts";
import { holdConversation } from "../../../pathway/exploration/server/holdConversation.ts";
import { listVisits } from "../../../pathway/exploration/server/homeVisit.store.ts";
import {
  acceptVisit,
  cancelVisit,
  declineVisit,
  holdVisit,
  missVisit,
  scheduleVisit,
  type VisitSeen,
} from "../../../pathway/exploration/server/moveVisit.ts";
import { bookInterpreter, moveBooking } from "../../../pathway/support/interpreter/server/bookInterpreter.ts";
import { listBookings } from "../../../pathway/support/interpreter/server/interpreter.store.ts";
import { reportVisit } from "../../../pathway/exploration/server/reportVisit.ts";
import { lifeDomains } from "../../../pathway/signal/signal.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { did, wishes, type Cast } from "./cast.ts";

/** The prenatal home visit, from the midwife's request to the nurse's report. */
export function visitActs(cast: Cast) {
  const { region, chance, family, midwife, nurse } = cast;
  const seen = async (): Promise<VisitSeen> => {
    const [visit] = await withActor(nurse, "home-visit.read", ({ db }) => listVisits(db, family.trajectoryId));
    return { trajectoryId: family.trajectoryId, visitId: visit?.id ?? "", version: visit?.version ?? 0 };
  };
  const question = "Kunt u samen met het gezin kijken welke steun past?";
  const request = { askedOrganisationId: region.organisationId("jgz"), question } as const;
  return {
    askVisit: ({ kind = "prenatal", urgent = false }: { kind?: VisitKind; urgent?: boolean } = {}) =>
      did("ask for a visit", askVisit(midwife, { trajectoryId: family.trajectoryId, ...request, kind, urgent })),
    acceptVisit: async () => did("accept the visit", acceptVisit(nurse, await seen())),
    declineVisit: async () => did("decline the visit", declineVisit(nurse, { ...(await seen()), reason: "no_room", note: null })),
    missVisit: async () => did("miss the visit", missVisit(nurse, await seen())),
    cancelVisit: async (note: string) => did("cancel the visit", cancelVisit(nurse, { ...(await seen()), reason: "family_no", note })),
    arrangeInterpreter: () => arrangeInterpreter(cast),
    scheduleVisit: async (on: Day) => {
      const at = chance.oneOf(["9:30", "10:00", "11:15", "13:30", "15:00"]).padStart(5, "0");
      return did("plan the visit", scheduleVisit(nurse, { ...(await seen()), on, at, place: "home" }));
    },
    holdVisit: async (on: Day) => {
      await did("hold the visit", holdVisit(nurse, { ...(await seen()), on, present: ["mother"] }));
      await interpreterWas(cast);
      const dimensions = lifeDomains.map((dimension) => ({ dimension, score: chance.between(2, 9), remark: null }));
      const conversation = { trajectoryId: family.trajectoryId, heldOn: on, familyWants: chance.oneOf(wishes), summary: null, dimensions };
      await did("hold the conversation", holdConversation(nurse, conversation));
    },
    reportVisit: async (category: Category) =>
      did(
        "report the visit",
        reportVisit(nurse, {
          ...(await seen()),
          worksWell: "Moeder weet goed wat zij nodig heeft.",
          familyWants: chance.oneOf(wishes),
          factors: [],
          proposedCategory: category,
          proposalReason: "Zo besproken met het gezin.",
          seenByFamily: true,
          findings: [{ dimension: "kwaliteit-van-leven", found: "Er zijn zorgen over geld en over de woning." }],
          agreements: [{ what: "Overzicht maken van de rekeningen", who: "Moeder, met de Kredietbank", dueOn: null }],
          summary: "Het gezin wil hulp bij geldzaken.",
        }),
      ),
  };
}

/** An interpreter for the visit, only where the family needs one. */
async function arrangeInterpreter({ family: { trajectoryId }, nurse }: Cast): Promise<void> {
  const [visit] = await withActor(nurse, "home-visit.read", ({ db }) => listVisits(db, trajectoryId));
  if (!visit?.interpreterNeeded || visit.status.state !== "scheduled") return;
  const asked = { occasion: "home_visit", occasionId: visit.id, onDay: visit.status.on, atTime: null, dialect: null } as const;
  const how = { language: visit.language ?? "ar", way: "person", cost: "organisation" } as const;
  const { booking } = await did("ask for an interpreter", bookInterpreter(nurse, trajectoryId, { ...asked, ...how }));
  const agency = "Tolkbureau De Schakel";
  await did("arrange an interpreter", moveBooking(nurse, trajectoryId, booking, { move: "arrange", agency, version: 1 }));
  await did("have an interpreter confirmed", moveBooking(nurse, trajectoryId, booking, { move: "confirm", version: 2 }));
}

async function interpreterWas({ family: { trajectoryId }, nurse }: Cast): Promise<void> {
  const bookings = await withActor(nurse, "interpreter.read", ({ db }) => listBookings(db, trajectoryId));
  for (const { id, occasion, state, version } of bookings)
    if (occasion === "home_visit" && state === "confirmed")
      await did("have an interpreter there", moveBooking(nurse, trajectoryId, id, { move: "hold", version }));
}
