import type { Day } from "../../kit/day.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { assess } from "../../pathway/assessment/server/assess.ts";
import type { Category, Judgements } from "../../pathway/assessment/assessment.ts";
import { confirmCategory } from "../../pathway/assessment/server/confirmCategory.ts";
import { findConfirmation } from "../../pathway/assessment/server/confirmation.store.ts";
import { askVisit } from "../../pathway/exploration/server/askVisit.ts";
import { holdConversation } from "../../pathway/exploration/server/holdConversation.ts";
import { listVisits } from "../../pathway/exploration/server/homeVisit.store.ts";
import { acceptVisit, holdVisit, scheduleVisit, type VisitSeen } from "../../pathway/exploration/server/moveVisit.ts";
import { reportVisit } from "../../pathway/exploration/server/reportVisit.ts";
import { lifeDomains } from "../../pathway/signal/signal.ts";
import { raiseSignal } from "../../pathway/signal/server/raiseSignal.ts";
import { changingLine } from "../../pathway/trajectory/server/changingLine.ts";
import { recordMaternityCare } from "../../pathway/trajectory/server/changeLine.ts";
import { recordBirth } from "../../pathway/trajectory/server/recordBirth.ts";
import { recordLoss } from "../../pathway/trajectory/server/recordLoss.ts";
import { decideNoPlace } from "../../programme/enrolment/server/decideNoPlace.ts";
import { decidePlace } from "../../programme/enrolment/server/decidePlace.ts";
import { recordAnswer, type Recipient } from "../../trust/consent/server/recordAnswer.ts";
import type { AskedPurpose, ShareablePart } from "../../trust/consent/consent.ts";
import type { FamilyPlan, ToldFamily } from "./families.ts";
import type { Teller } from "./story.ts";

interface Outcome {
  readonly code: string;
  readonly facts?: unknown;
}

/** The demonstration does only what may be done: a refusal is a fault in its story. */
export async function did<Result extends Outcome>(what: string, act: Promise<Result>): Promise<Result> {
  const outcome = await act;
  if (outcome.code !== "done")
    throw new Error(`The demonstration could not ${what}: ${outcome.code} ${JSON.stringify(outcome.facts ?? {})}.`);
  return outcome;
}

/** What the roles around one family do, each on its day. */
export function actsOf({ region, chance }: Teller, plan: FamilyPlan, family: ToldFamily) {
  const midwife = () => region.actor(plan.midwife);
  const nurse = () => region.actor(plan.nurse);
  const jgz = () => region.organisationId("jgz");
  const version = () => changingLine(midwife(), "family.read", family.trajectoryId, async ({ line }) => line.version);
  const visitSeen = async (): Promise<VisitSeen> => {
    const [visit] = await withActor(nurse(), "home-visit.read", ({ db }) => listVisits(db, family.trajectoryId));
    return { trajectoryId: family.trajectoryId, visitId: visit?.id ?? "", version: visit?.version ?? 0 };
  };
  const consent = (purpose: AskedPurpose, given: boolean, recipients: readonly Recipient[], parts: readonly ShareablePart[], on: Day) =>
    did(
      `record consent ${purpose}`,
      recordAnswer(midwife(), {
        trajectoryId: family.trajectoryId,
        about: family.motherId,
        purpose,
        given,
        recipients,
        parts,
        medicalToo: false,
        reason: given ? null : "Liever nog niet",
        withoutParentsReason: null,
        givenBy: "self",
        givenOn: on,
        way: chance.inHundred(50) ? "signed" : "spoken",
        until: null,
      }),
    );
  return {
    signal: (factorCodes: readonly string[], on: Day, discussed: boolean) =>
      did(
        "record a signal",
        raiseSignal(midwife(), {
          trajectoryId: family.trajectoryId,
          aboutPerson: family.motherId,
          factorCodes,
          seen: chance.oneOf(seen),
          observedOn: on,
          discussedOn: discussed ? on : null,
          urgent: false,
        }),
      ),
    assess: async (category: Category) => {
      const judgements = judgementsFor[category];
      await did(
        "assess",
        assess(midwife(), {
          trajectoryId: family.trajectoryId,
          judgements,
          chosen: category,
          reason: null,
          seen: judgements,
          newestSeen: null,
        }),
      );
    },
    allowVisit: (on: Day) =>
      consent("prenatal_home_visit", true, [{ organisationId: jgz() }, { organisationId: midwife().organisationId }], ["identity", "signals", "assessment", "exploration", "plan"], on),
    refuseVisit: (on: Day) => consent("prenatal_home_visit", false, [], [], on),
    allowTriangle: (on: Day) =>
      consent(
        "triangle_consultation",
        true,
        [{ organisationId: jgz() }, { organisationId: region.organisationId("gzl") }, { organisationId: midwife().organisationId }],
        ["identity", "signals", "assessment", "exploration", "plan"],
        on,
      ),
    allowProgramme: (on: Day) =>
      consent(
        "programme",
        true,
        [{ organisationId: region.organisationId("gzl") }],
        ["identity", "assessment", "programme", "maternity_care"],
        on,
      ),
    allowConference: (on: Day) =>
      consent("case_conference", true, [{ role: "knooppunt_coordinator" }], ["identity", "assessment", "plan"], on),
    askVisit: () =>
      did(
        "ask for a visit",
        askVisit(midwife(), {
          trajectoryId: family.trajectoryId,
          kind: "prenatal",
          askedOrganisationId: jgz(),
          urgent: false,
          question: "Kunt u samen met het gezin kijken welke steun past?",
        }),
      ),
    acceptVisit: async () => did("accept the visit", acceptVisit(nurse(), await visitSeen())),
    scheduleVisit: async (on: Day) =>
      did("plan the visit", scheduleVisit(nurse(), { ...(await visitSeen()), on, at: "10:00", place: "home" })),
    holdVisit: async (on: Day) => {
      await did("hold the visit", holdVisit(nurse(), { ...(await visitSeen()), on, present: ["mother"] }));
      await did(
        "hold the conversation",
        holdConversation(nurse(), {
          trajectoryId: family.trajectoryId,
          heldOn: on,
          familyWants: chance.oneOf(wishes),
          summary: null,
          dimensions: lifeDomains.map((dimension) => ({ dimension, score: chance.between(2, 9), remark: null })),
        }),
      );
    },
    reportVisit: async (category: Category) =>
      did(
        "report the visit",
        reportVisit(nurse(), {
          ...(await visitSeen()),
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
    confirm: async (who: "midwife" | "nurse", category: Category) => {
      const actor = who === "midwife" ? midwife() : nurse();
      const asked = await withActor(actor, "assessment.read", ({ db }) => findConfirmation(db, family.trajectoryId));
      if (!asked) throw new Error("The demonstration found nothing to confirm.");
      await did(
        "confirm the category",
        confirmCategory(actor, {
          trajectoryId: family.trajectoryId,
          confirmationId: asked.id,
          version: asked.version,
          category,
          reason: null,
        }),
      );
    },
    registerMaternityCare: async (on: Day) =>
      did(
        "register maternity care",
        recordMaternityCare(midwife(), family.trajectoryId, {
          organisationId: region.organisationId("gzl"),
          text: null,
          on,
          version: await version(),
        }),
      ),
    decidePlace: async () => {
      const decided = await decidePlace(midwife(), { trajectoryId: family.trajectoryId, pillar: 1, funder: null });
      if (decided.code === "criteria-not-met" || decided.code === "cap-reached")
        await did("decide that there is no place", decideNoPlace(midwife(), { trajectoryId: family.trajectoryId, pillar: 1, offered: ["maternity_care", "municipality"], note: null }));
    },
    birth: async (on: Day) =>
      did(
        "record the birth",
        recordBirth(midwife(), family.trajectoryId, {
          version: await version(),
          place: chance.oneOf(["home", "birth_centre", "hospital"] as const),
          children: Array.from({ length: chance.inHundred(4) ? 2 : 1 }, () => ({
            givenName: chance.oneOf(["Liv", "Noah", "Mila", "Sem", "Adam", "Zofia", "Yara"]),
            prefix: null,
            familyName: null,
            bornOn: on,
            gestationalDays: null,
            weightGrams: chance.between(2300, 4300),
            smallForAge: null,
          })),
        }),
      ),
    loss: async (on: Day) =>
      did(
        "record the loss",
        recordLoss(midwife(), family.trajectoryId, { kind: "pregnancy", on, childId: null, version: await version() }),
      ),
  };
}

const judgementsFor: Readonly<Record<Category, Judgements>> = {
  a: { riskNow: false, urgentRisk: false, protectiveSufficient: true },
  b: { riskNow: true, urgentRisk: false, protectiveSufficient: true },
  c: { riskNow: true, urgentRisk: false, protectiveSufficient: false },
  d: { riskNow: true, urgentRisk: true, protectiveSufficient: false },
};
const seen = [
  "Vertelde het zelf bij de controle.",
  "Kwam ter sprake bij de intake.",
  "Heeft veel aan haar hoofd en slaapt slecht.",
  "Wil er graag iets aan doen, weet niet waar te beginnen.",
  null,
];
const wishes = [
  "Overzicht over onze rekeningen",
  "Iemand om mee te praten",
  "Een grotere woning voor de baby komt",
  "Zelf de baby leren verzorgen",
];
