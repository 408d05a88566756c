import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { ConferenceOffer } from "../conferenceOffer.ts";
import type { Agreement, AgreementReport, Evaluation, PlanContent, PlanStand, PlanVersion, Proposal } from "../familyPlan.ts";
import { changesBetween, contentOf, reachedOf, standOf, type PlanChange } from "../rules/planContent.ts";
import type { HelpForPlan, PlanHelp } from "../planHelp.ts";
import { digestOf } from "./agreePlan.ts";
import {
  findPlan,
  listDiscussedFactors,
  listEvaluations,
  listQuestionFactors,
  listResponsible,
  type Candidate,
  type DiscussedFactor,
  type PlanParts,
  type QuestionFactor,
} from "./plan.store.ts";
import { listReports } from "./agreementReport.store.ts";
import { listVersions } from "./planVersions.store.ts";
import { findLeft, proposalsFor } from "./takeOver.ts";

/** The plan as one asker sees it: `own` for who reads only what she agreed to herself. */
export interface PlanView extends PlanParts {
  readonly sees: "plan" | "own";
  readonly mayWrite: boolean;
  readonly factors: readonly QuestionFactor[];
  readonly proposals: { readonly open: readonly Proposal[]; readonly setAside: readonly Proposal[] };
  readonly versions: readonly PlanVersion[];
  readonly stand: PlanStand;
  /** Since the newest version. */
  readonly changes: readonly PlanChange[];
  readonly content: PlanContent;
  /** How it goes with agreements, by who carries them out; the newest first. */
  readonly reports: readonly AgreementReport[];
  /** Open agreements of which the asker says how it goes: she carries them out, and does not write the plan. */
  readonly reportable: readonly string[];
}

const nothing: PlanContent = { questions: [], goals: [], agreements: [] };

/** In the transaction of who asks: the family page too shows it so. Null for a role that sees nothing of a plan. */
export async function findPlanView(work: Work, line: Line, actor: Actor): Promise<PlanView | null> {
  const { role } = actor;
  if (!isRole(role) || !mayRole(role, "own_agreements", "read")) return null;
  const mayWrite = mayRole(role, "plan", "write") && line.state === "open";
  const mayRead = mayRole(role, "plan", "read");
  const told = (plan: PlanParts, reports: readonly AgreementReport[]) => ({
    ...plan,
    reports,
    reportable:
      mayWrite || line.state !== "open"
        ? []
        : plan.agreements.filter((one) => one.state === "open" && isHers(one, actor, mayRead)).map(({ id }) => id),
  });
  if (!mayRead) {
    const plan = await findPlan(work.db, line.id);
    const own = told(plan, await listReports(work.db, line.id));
    return { ...own, sees: "own", mayWrite, factors: [], proposals: none, versions: [], stand: "empty", changes: [], content: nothing };
  }
  const [plan, reports, versions, factors, left] = await Promise.all([
    findPlan(work.db, line.id),
    listReports(work.db, line.id),
    listVersions(work.db, line.id),
    listQuestionFactors(work.db, line.id),
    mayWrite ? findLeft(work, line.id) : null,
  ]);
  const content = contentOf(plan);
  const newest = versions[0]?.content ?? null;
  const reached = reachedOf(plan);
  return {
    ...told(plan, reports),
    sees: "plan",
    mayWrite,
    versions,
    content,
    factors,
    proposals: left ? proposalsFor(plan, left) : none,
    stand: standOf(content, newest, reached),
    changes: newest === null ? [] : changesBetween(newest, content, reached),
  };
}
const none = { open: [], setAside: [] } as const;

/** Who sees her own agreements alone, sees those of her organisation; of the others it is her own job. */
const isHers = ({ responsible }: Agreement, actor: Actor, seesPlan: boolean): boolean =>
  responsible.kind === "professional" && (!seesPlan || responsible.membershipId === actor.membershipId);

export interface PlanPageData extends PlanView {
  readonly line: Line;
  readonly family: Family;
  readonly today: Day;
  readonly evaluations: readonly Evaluation[];
  /** What the family knows that plays a part, for who writes the plan. */
  readonly discussed: readonly DiscussedFactor[];
  /** Whether the family's case waits for a conference; null for who does not write the plan. */
  readonly waitsForConference: boolean | null;
  /** Help that was asked for parts of the plan. */
  readonly help: readonly PlanHelp[];
  /** Where help for a part is asked; null for who asks for none. */
  readonly askHelp: ((about: string) => string) | null;
}

/** The page of the plan. Null when it is not the asker's to see. */
export const readPlan = (actor: Actor, trajectoryId: string, offer: ConferenceOffer, support: HelpForPlan): Promise<PlanPageData | null> =>
  withActor(actor, "plan.read", async (work) => {
    const page = await openPlan(work, actor, trajectoryId);
    if (!page) return null;
    const evaluations = page.view.sees === "plan" ? await listEvaluations(work.db, trajectoryId) : [];
    const waitsForConference = page.view.mayWrite ? await offer.waits(work, trajectoryId) : null;
    const discussed = page.view.mayWrite ? await listDiscussedFactors(work.db, trajectoryId) : [];
    const { line, family, view } = page;
    const help = view.sees === "plan" ? await support.list(work, line.id) : [];
    const mayAsk = isRole(actor.role) && mayRole(actor.role, "referrals", "write") && line.state === "open";
    const askHelp = mayAsk ? (about: string) => support.address(line.id, about) : null;
    return { ...view, line, family, today: work.today, evaluations, discussed, waitsForConference, help, askHelp };
  });

/** What a form of the plan needs: who can be responsible, what the family knows that plays a part. */
export interface PlanFormData extends PlanView {
  readonly line: Line;
  readonly family: Family;
  readonly today: Day;
  readonly candidates: readonly Candidate[];
  readonly discussed: readonly DiscussedFactor[];
  readonly me: Pick<Actor, "membershipId">;
  readonly digest: string;
  readonly evaluations: readonly Evaluation[];
}

export const readPlanForm = (actor: Actor, trajectoryId: string): Promise<PlanFormData | null> =>
  withActor(actor, "plan.read", async (work) => {
    const page = await openPlan(work, actor, trajectoryId);
    if (!page) return null;
    const { line, family, view } = page;
    return {
      ...view,
      line,
      family,
      today: work.today,
      candidates: await listResponsible(work.db, trajectoryId),
      discussed: await listDiscussedFactors(work.db, trajectoryId),
      evaluations: await listEvaluations(work.db, trajectoryId),
      me: { membershipId: actor.membershipId },
      digest: digestOf(view.content),
    };
  });

async function openPlan(work: Work, actor: Actor, trajectoryId: string): Promise<{ line: Line; family: Family; view: PlanView } | null> {
  const line = await findLine(work.db, trajectoryId);
  const family = line && (await findFamilyOfLine(work.db, trajectoryId));
  const view = line && (await findPlanView(work, line, actor));
  if (!line || !family || !view) return null;
  work.about({ trajectories: [trajectoryId], part: view.sees === "plan" ? "plan" : "own_agreements" });
  return { line, family, view };
}
