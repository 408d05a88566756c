import { addDays } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { Criterion, EnrolmentRefusal } from "../enrolment.ts";
import { decideEligibility } from "../rules/decideEligibility.ts";
import { mayDecide } from "../rules/whoDecides.ts";
import { takePlace } from "./enrolment.store.ts";
import { fewAtATime } from "./fewAtATime.ts";
import { fullJob } from "./fullTask.ts";
import { findStanding, testLine, type Standing, type Tested } from "./testLine.ts";

export interface PlaceDecision {
  readonly trajectoryId: string;
  readonly pillar: Pillar;
  /** Who pays, where the label can be of both: asked of the family; null when it still has to be asked. */
  readonly funder: "CZ" | "VGZ" | null;
}

/**
 * Decides that the family gets a place. All criteria are tested here and now and kept with the decision; nothing later ends the place. The
 * place is taken last, in one statement: of two who press in the same instant one gets the last place and the other hears at once that
 * there is none [domain 4.1].
 */
export const decidePlace = (actor: Actor, input: PlaceDecision): Promise<Done | EnrolmentRefusal> =>
  fewAtATime(() =>
    withActor(actor, "programme.decided", async (work) => {
      const standing = await findStanding(work, input.trajectoryId, input.pillar);
      if ("code" in standing) return standing;
      if (!mayDecide(actor.role)) return refuse("not-your-role");
      if (isFull(standing, input.pillar)) return refuse(standing.held ? "place-already" : "cap-reached"); // no more questions than needed when hundreds wait
      const tested = await testLine(work, standing, input.pillar);
      const refusal = tested.obstacle ?? notEligible(tested.criteria);
      return refusal ?? take(work, tested, input);
    }),
  );

const isFull = ({ places, entry }: Standing, pillar: Pillar): boolean =>
  !places.some((one) => one.pillar === pillar && one.entry === entry && one.taken < one.places);

function notEligible(criteria: readonly Criterion[]): EnrolmentRefusal | null {
  const eligibility = decideEligibility(criteria);
  if (eligibility.outcome === "open") return refuse("criteria-unknown");
  if (eligibility.outcome === "eligible") return null;
  return refuse(eligibility.notMet.every((code) => code === "capacity") ? "cap-reached" : "criteria-not-met");
}

async function take(work: Work, tested: Tested, { trajectoryId, pillar, funder }: PlaceDecision): Promise<Done | EnrolmentRefusal> {
  const { programme, facts, criteria, entry } = tested;
  const taken = await takePlace(work.db, {
    trajectoryId,
    pillar,
    entry,
    criteria,
    versionId: programme.versionId,
    municipality: facts.municipality?.code ?? "",
    funder: funderOf(criteria) ?? funder,
    minutes: pillar === 2 ? (facts.request?.agreedMinutes ?? null) : null,
    answerBy: addDays(work.today, programme.settings.windows.answerDays),
  });
  if (taken.code !== "done") return refuse(taken.code);
  if (taken.nowFull !== null) await work.enqueue(fullJob, { pool: taken.nowFull });
  return done({});
}

/** The insurer's concern, where the label says which one it is. */
function funderOf(criteria: readonly Criterion[]): "CZ" | "VGZ" | null {
  const group = criteria.find(({ code }) => code === "insurer")?.facts["group"];
  return group === "CZ" || group === "VGZ" ? group : null;
}
