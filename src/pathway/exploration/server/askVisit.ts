import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { offerRelation } from "../../../trust/access/server/door.ts";
import { findAnswerFor } from "../../../trust/consent/server/door.ts";
import { findCategory, routeTerms, stepDone } from "../../assessment/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { VisitKind, VisitRefusal } from "../homeVisit.ts";
import { decideAsk } from "../rules/homeVisitMoves.ts";
import { answerBy, periodAt, visitBefore, weekBand } from "../rules/visitTerms.ts";
import { findFamilyNeeds, findVisitById, insertQuestion, insertVisit, listYouthHealth } from "./homeVisit.store.ts";
import { followVisit } from "./visitWork.ts";

export interface AskVisitInput {
  readonly trajectoryId: string;
  readonly kind: VisitKind;
  readonly askedOrganisationId: string;
  readonly urgent: boolean;
  readonly question: string | null;
}

/** Asks the youth health service for a home visit, with the family's consent. It reads the request alone until it accepts. */
export function askVisit(actor: Actor, input: AskVisitInput): Promise<Done<{ visitId: string }> | Refusal<VisitRefusal>> {
  return withActor(actor, "home-visit.requested", async (work) => {
    const { db, today } = work;
    work.about({ trajectories: [input.trajectoryId], part: "exploration", purpose: "prenatal_home_visit" });
    const line = await findLine(db, input.trajectoryId);
    const needs = line && (await findFamilyNeeds(db, line.familyId));
    if (!line || !needs) return refuse("visit-not-found");
    const outcome = await decideRequest(work, line, input);
    if (outcome !== "go") return outcome;
    const visitId = await insertVisit(db, {
      ...input,
      askedBy: actor.membershipId,
      answerBy: answerBy(today, input.urgent),
      visitBefore: visitBefore({ kind: input.kind, requestedOn: today, dueDate: line.dueDate }, routeTerms),
      municipality: line.municipality,
      ...needs,
      period: periodAt(line.bornOn, today),
      weeksFrom: weekBand(line, today, routeTerms.pregnancyDays),
    });
    if (visitId === null) return refuse("visit-already-open");
    if (input.question !== null)
      await insertQuestion(db, { trajectoryId: line.id, visitId, question: input.question, organisationId: actor.organisationId });
    await offerRelation(db, { trajectoryId: line.id, organisationId: input.askedOrganisationId, basis: "home_visit" });
    const visit = await findVisitById(db, line.id, visitId);
    if (visit) await followVisit(db, visit);
    if (input.kind === "prenatal" && (await findCategory(db, line.id)) !== null)
      await stepDone(work, { trajectoryId: line.id, step: "ask_home_visit" });
    return done({ visitId });
  });
}

async function decideRequest({ db }: Work, line: Line, input: AskVisitInput): Promise<Refusal<VisitRefusal> | "go"> {
  const services = await listYouthHealth(db, line.municipality);
  return decideAsk({
    kind: input.kind,
    line,
    known: services.some(({ id }) => id === input.askedOrganisationId),
    consent: await findAnswerFor(db, line.id, "prenatal_home_visit", input.askedOrganisationId),
  });
}
