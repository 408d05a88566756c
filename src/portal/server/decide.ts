import { addDays } from "../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../kit/refusal.ts";
import { readDays, type PortalRefusal, type Relative } from "../portal.ts";
import {
  agreeToReferral,
  answerConsentAsk,
  findOwnPlan,
  insertAgreedVersion,
  lockOwnPlan,
  sharePlanWithPartner,
  withdrawFromReferral,
  withdrawOwnConsent,
  type AskAnswer,
} from "./portal.store.ts";
import { planNow } from "./readPortal.ts";
import { withFamily } from "./withFamily.store.ts";

export type Decided = Done | Refusal<PortalRefusal>;

const said = (code: "done" | "not-found" | "ended" | "changed"): Decided => (code === "done" ? done({}) : refuse(code));

/** She agrees to the plan that was on her page: when it changed meanwhile, she sees it first. */
export const agreeToPlan = (me: Relative, seen: string): Promise<Decided> =>
  withFamily(me, "portal.plan-agreed", "plan", async ({ db, today }): Promise<Decided> => {
    if (me.ended) return refuse("line-ended");
    await lockOwnPlan(db);
    const { plan, stand, content, digest } = planNow(await findOwnPlan(db));
    if (stand !== "draft") return refuse(stand === "empty" ? "plan-empty" : "agreed-already");
    if (digest !== seen) return refuse("changed");
    await insertAgreedVersion(db, content, (plan.versions[0]?.number ?? 0) + 1, addDays(today, readDays));
    return done({});
  });

export const sayYesToReferral = (me: Relative, id: string): Promise<Decided> =>
  withFamily(me, "portal.referral-agreed", "referrals", async ({ db, today }) =>
    me.ended ? refuse("line-ended") : said(await agreeToReferral(db, id, addDays(today, readDays))),
  );

export const sayNoToReferral = (me: Relative, seen: { id: string; version: number }): Promise<Decided> =>
  withFamily(me, "portal.referral-withdrawn", "referrals", async ({ db, today }) =>
    me.ended ? refuse("line-ended") : said(await withdrawFromReferral(db, seen.id, seen.version, addDays(today, readDays))),
  );

/** It works at the next request, everywhere. */
export const takeConsentBack = (me: Relative, seen: { id: string; version: number }): Promise<Decided> =>
  withFamily(me, "portal.consent-withdrawn", "identity", async ({ db, today }) =>
    said(await withdrawOwnConsent(db, seen.id, seen.version, addDays(today, readDays))),
  );

/** Her own answer: it works at the next request, everywhere. */
export const answerAsk = (me: Relative, answer: AskAnswer): Promise<Decided> =>
  withFamily(me, answer.yes ? "portal.consent-given" : "portal.consent-refused", "identity", async ({ db }): Promise<Decided> => {
    if (me.ended) return refuse("line-ended");
    const code = await answerConsentAsk(db, answer);
    return code === "done" ? done({}) : refuse(code);
  });

/** She lets her partner read her plan, or no longer: it works at his next request. */
export const sharePlan = (me: Relative, yes: boolean): Promise<Decided> =>
  withFamily(me, yes ? "portal.plan-shared" : "portal.plan-unshared", "plan", async ({ db }): Promise<Decided> => {
    if (me.ended && yes) return refuse("line-ended");
    const code = await sharePlanWithPartner(db, yes);
    return code === "done" ? done({}) : refuse(code);
  });
