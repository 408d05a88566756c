import type { Day } from "../../kit/day.ts";
import type { PlanContent, PlanStand } from "../../pathway/plan/familyPlan.ts";
import { findOwnStudy } from "./ownStudy.store.ts";
import type { OwnStudy } from "../studyOwn.texts.ts";
import {
  planContentOf,
  planDigestOf,
  planLetterText,
  planReachedOf,
  planStandOf,
  printPlanLetter,
} from "../../pathway/plan/server/door.ts";
import { PdfError } from "../../platform/pdf/pdfError.ts";
import type {
  ConsentAsk,
  Lead,
  Look,
  OwnAgreement,
  OwnConsent,
  OwnPlan,
  OwnReferral,
  OwnThread,
  Relative,
  TeamMember,
  Visit,
} from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import {
  findInviter,
  findLead,
  findOwnPlan,
  findPartner,
  listConsentAsks,
  listFactorLabels,
  listLooks,
  listOwnConsents,
  listOwnReferrals,
  listTeam,
  listVisits,
  wasAsked,
} from "./portal.store.ts";
import { listOwnThreads } from "./ownMessages.store.ts";
import { withFamily } from "./withFamily.store.ts";

/** Her plan with where it stands. */
export interface PlanNow {
  readonly plan: OwnPlan;
  readonly stand: PlanStand;
  readonly content: PlanContent;
  /** Tells what was on the page apart from what came later. */
  readonly digest: string;
}

/** The rules of the plan look at more of an entry than she is shown. */
export function planNow(plan: OwnPlan): PlanNow {
  const whole = {
    questions: plan.questions.map((one) => ({ ...one, ...unseen })),
    goals: plan.goals.map((one) => ({ ...one, ...unseen })),
    agreements: plan.agreements.map((one) => ({ ...one, ...unseen })),
  };
  const content = planContentOf(whole);
  const stand = planStandOf(content, plan.versions[0]?.content ?? null, planReachedOf(whole));
  return { plan, stand, content, digest: planDigestOf(content) };
}
const unseen = { source: null, by: "", version: 1 } as const;

export interface HomeData {
  readonly plan: PlanNow;
  readonly visits: readonly Visit[];
  readonly referrals: readonly OwnReferral[];
  readonly lead: Lead | null;
  readonly threads: readonly OwnThread[];
  readonly asks: readonly ConsentAsk[];
}

export const readHome = (me: Relative): Promise<HomeData> =>
  withFamily(me, "portal.read", "identity", async ({ db }) => ({
    plan: planNow(await findOwnPlan(db)),
    visits: await listVisits(db),
    referrals: await listOwnReferrals(db),
    lead: await findLead(db),
    threads: await listOwnThreads(db),
    asks: await listConsentAsks(db),
  }));

/** What a partner finds in his pages: whom he can call, what he allowed himself, and what is asked of him. Nothing of hers. */
export interface PartnerHomeData {
  readonly inviter: { readonly organisation: string; readonly phone: string | null } | null;
  readonly consents: readonly OwnConsent[];
  readonly asks: readonly ConsentAsk[];
}

export const readPartnerHome = (me: Relative): Promise<PartnerHomeData> =>
  withFamily(me, "portal.read", "identity", async ({ db }) => ({
    inviter: await findInviter(db),
    consents: await listOwnConsents(db),
    asks: await listConsentAsks(db),
  }));

export const readOwnPlan = (me: Relative): Promise<PlanNow> =>
  withFamily(me, "portal.plan-read", "plan", async ({ db }) => planNow(await findOwnPlan(db)));

export const readOwnReferrals = (me: Relative): Promise<readonly OwnReferral[]> =>
  withFamily(me, "portal.referrals-read", "referrals", ({ db }) => listOwnReferrals(db));

export const readTeam = (me: Relative): Promise<{ readonly lead: Lead | null; readonly team: readonly TeamMember[] }> =>
  withFamily(me, "portal.read", "identity", async ({ db }) => ({ lead: await findLead(db), team: await listTeam(db) }));

export interface OwnConsents {
  readonly consents: readonly OwnConsent[];
  readonly asks: readonly ConsentAsk[];
  /** Whether her partner may read her plan; null when she has no partner, and for him. */
  readonly partner: { readonly planSharedSince: Day | null } | null;
  /** Taking part in research; hers alone. */
  readonly study: OwnStudy | null;
}
/** What she allows, and what is asked of her. */
export const readOwnConsents = (me: Relative): Promise<OwnConsents> =>
  withFamily(me, "portal.consents-read", "identity", async ({ db }) => ({
    consents: await listOwnConsents(db),
    asks: await listConsentAsks(db),
    partner: me.isMother ? await findPartner(db) : null,
    study: me.isMother ? await findOwnStudy(db) : null,
  }));

/** One question, while it is open. */
export const readAsk = (me: Relative, id: string): Promise<{ readonly ask: ConsentAsk | null; readonly was: boolean }> =>
  withFamily(me, "portal.consents-read", "identity", async ({ db }) => ({
    ask: (await listConsentAsks(db)).find((one) => one.id === id) ?? null,
    was: await wasAsked(db, id),
  }));

const mostLooks = 100;
export const readLooks = (me: Relative): Promise<readonly Look[]> =>
  withFamily(me, "portal.trail-read", "identity", ({ db }) => listLooks(db, mostLooks));

/** Her plan as a tagged PDF: the version that was agreed, else as it stands. Null when there is nothing, or a word may not lie at home. */
export async function printOwnPlan(me: Relative): Promise<Uint8Array | null> {
  const letter = await withFamily(me, "portal.plan-printed", "plan", async ({ db, today }) => {
    const { plan, stand, content } = planNow(await findOwnPlan(db));
    if (stand === "empty") return null;
    const lead = await findLead(db);
    const agreed = stand === "final" ? (plan.versions[0] ?? null) : null;
    return planLetterText({
      language: me.language,
      date: today,
      content,
      who: new Map(plan.agreements.map((one) => [one.id, whoDoes(one, me)])),
      agreed: agreed === null ? null : { number: agreed.number, on: agreed.agreedOn },
      contact: lead
        ? { name: lead.name, organisation: lead.organisation, telephone: lead.phone }
        : { name: "Wieg", organisation: "Wieg", telephone: null },
      factors: await listFactorLabels(db),
    });
  });
  if (letter === null || "code" in letter) return null;
  try {
    return await printPlanLetter(letter);
  } catch (cause) {
    if (cause instanceof PdfError && cause.code === "script-not-in-fonts") return null;
    throw cause;
  }
}

/** In words for who reads: she is "you" and her partner has no name here, and the other way round. */
export function whoDoes({ who, member, mine }: OwnAgreement, { language }: Pick<Relative, "language">): string {
  const { you, partner, family } = portalTexts[language].plan;
  if (mine) return you;
  return member === null ? who : member === "partner" || member === "mother" ? partner : family;
}
