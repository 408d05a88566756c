import { withActor } from "../../../platform/db/withActor.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import type { HomeVisit, VisitState } from "../homeVisit.ts";
import { askVisit } from "../server/askVisit.ts";
import { findVisitById } from "../server/homeVisit.store.ts";
import { acceptVisit, cancelVisit, declineVisit, holdVisit, missVisit, scheduleVisit } from "../server/moveVisit.ts";
import { reportVisit, type ReportInput } from "../server/reportVisit.ts";

type AskedLine = Awaited<ReturnType<typeof aLine>>;

/** An invented family that allows the visit by the nurse's organisation, and lets who asks read what is found. */
export async function aLineWithVisitConsent(
  midwife: Actor,
  nurse: Actor,
  today: string,
  change: Parameters<typeof aLine>[1] = {},
): Promise<AskedLine> {
  const line = await aLine(midwife, change);
  for (const { organisationId } of [nurse, midwife])
    await withActor(midwife, "consent.recorded", ({ db }) =>
      recordConsent(db, {
        trajectoryId: line.trajectoryId,
        aboutPerson: line.motherId,
        purpose: "prenatal_home_visit",
        organisationId,
        parts: ["identity", "signals", "assessment", "exploration", "plan"],
        given: true,
        givenBy: "self",
        givenOn: today,
        way: "spoken",
      }),
    );
  return line;
}

export const aReport = (change: Partial<ReportInput> = {}): Omit<ReportInput, "trajectoryId" | "visitId" | "version"> => ({
  worksWell: "Haar zus woont om de hoek",
  familyWants: "Overzicht over onze rekeningen",
  factors: [],
  proposedCategory: null,
  proposalReason: null,
  seenByFamily: true,
  findings: [
    { dimension: "lichaamsfuncties", found: "Slaapt slecht" },
    { dimension: "kwaliteit-van-leven", found: "Rekeningen liggen ongeopend" },
  ],
  agreements: [{ what: "Samen de post openen", who: "Sanne en haar zus", dueOn: null }],
  summary: "Het gezin wil hulp bij rekeningen.",
  ...change,
});

/** A visit brought into a state the way people do it. */
export async function aVisitIn(
  state: VisitState,
  who: { midwife: Actor; nurse: Actor; today: string },
  change: Parameters<typeof aLine>[1] = {},
): Promise<{ line: AskedLine; visit: HomeVisit }> {
  const { midwife, nurse, today } = who;
  const line = await aLineWithVisitConsent(midwife, nurse, today, change);
  const asked = await askVisit(midwife, {
    trajectoryId: line.trajectoryId,
    kind: "prenatal",
    askedOrganisationId: nurse.organisationId,
    urgent: false,
    question: "Let u op de post?",
  });
  if (!("visitId" in asked)) throw new Error(asked.code);
  const { visitId } = asked;
  const visit = () => withActor(nurse, "home-visit.read", ({ db }) => findVisitById(db, line.trajectoryId, visitId));
  const seen = async () => ({ trajectoryId: line.trajectoryId, visitId, version: (await visit())?.version ?? 0 });
  const steps: Readonly<Record<VisitState, readonly (() => Promise<{ code: string }>)[]>> = {
    requested: [],
    declined: [async () => declineVisit(nurse, { ...(await seen()), reason: "no_room", note: null })],
    accepted: [async () => acceptVisit(nurse, await seen())],
    scheduled: [
      async () => acceptVisit(nurse, await seen()),
      async () => scheduleVisit(nurse, { ...(await seen()), on: today, at: "14:00", place: "home" }),
    ],
    get no_show() {
      return [...this.scheduled, async () => missVisit(nurse, await seen())];
    },
    get held() {
      return [...this.scheduled, async () => holdVisit(nurse, { ...(await seen()), on: today, present: ["mother"] })];
    },
    get reported() {
      return [...this.held, async () => reportVisit(nurse, { ...(await seen()), ...aReport() })];
    },
    get cancelled() {
      return [...this.accepted, async () => cancelVisit(nurse, { ...(await seen()), reason: "not_needed", note: null })];
    },
  };
  for (const step of steps[state]) {
    const outcome = await step();
    if (outcome.code !== "done") throw new Error(`${state}: ${outcome.code}`);
  }
  const reached = await visit();
  if (!reached) throw new Error("The visit is gone.");
  return { line, visit: reached };
}
