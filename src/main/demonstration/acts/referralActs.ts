import type { Day } from "../../../kit/day.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Candidate, DeclineReason } from "../../../pathway/support/referral/referral.ts";
import { askReferral } from "../../../pathway/support/referral/server/askReferral.ts";
import {
  acceptReferral,
  completeReferral,
  declineReferral,
  startReferral,
  waitlistReferral,
  withdrawReferral,
} from "../../../pathway/support/referral/server/moveReferral.ts";
import { listCandidates } from "../../../pathway/support/referral/server/referral.store.ts";
import type { ReportOutcome } from "../../../pathway/plan/familyPlan.ts";
import { addAgreement } from "../../../pathway/plan/server/changePlan.ts";
import { readPlanForm } from "../../../pathway/plan/server/readPlan.ts";
import { reportAgreement } from "../../../pathway/plan/server/reportAgreement.ts";
import { sendReferralLink } from "../../../pathway/support/referral/server/referralLink.ts";
import { did, type Cast } from "./cast.ts";

/** Who offers what in the demonstration: code of the offer, and who answers. */
const helpers: Readonly<Record<string, readonly [organisation: string, person: string]>> = {
  schuldhulp: ["bank", "Cora Centen"],
  "maatschappelijk-werk": ["social-work", "Ineke Brug"],
  burgerkracht: ["volunteers", "Harrie Buurt"],
  "Koffie-ochtend voor ouders": ["buurthuis", ""],
  Voedselpakket: ["food-bank", ""],
  "stevig-ouderschap": ["jgz", "Marloes Ontwerp"],
  vve: ["childcare", "Kim Nest"],
};

/** Help asked for a family by its midwife, and what became of it. */
export function referralActs({ region, family, midwife }: Cast) {
  const offerId = async (code: string) =>
    (await region.asOwner<{ id: string }>("select id from support_offer where code = $1 or name = $1", [code]))[0]?.id ?? "";
  const helper = (code: string) => region.actor(helpers[code]?.[1] ?? "");
  const seen = async (code: string) => {
    const id = await offerId(code);
    const all = await withActor(midwife, "referral.read", ({ db }) => listCandidates(db, family.trajectoryId));
    const found: Candidate | undefined = all.find(({ offer }) => offer.id === id);
    return { trajectoryId: family.trajectoryId, candidateId: found?.id ?? "", version: found?.version ?? 0 };
  };
  return {
    organisationOf: (code: string) => helpers[code]?.[0] ?? "",
    refer: async (...codes: readonly string[]) => {
      const offerIds = await Promise.all(codes.map(offerId));
      const request = {
        question: "Kunt u samen met het gezin kijken wat er nodig is?",
        urgent: false,
        feedbackAllowed: true,
        evenIfFull: false,
      };
      await did("refer", askReferral(midwife, { ...request, trajectoryId: family.trajectoryId, offerIds }));
    },
    /** The partner without an account gets its link; its code stands on the page of who asked. */
    sendLink: async (code: string) => did("send a link", sendReferralLink(midwife, await seen(code))),
    /** What the helper does stands in the plan as an agreement of hers, and she says how it goes. */
    agreeWithHelper: async (code: string, wording: string, evaluateOn: Day) => {
      const responsible = { kind: "professional", membershipId: helper(code).membershipId } as const;
      const agreement = { wording, responsible, evaluateOn, questionId: null, goalId: null };
      await did("agree with who helps", addAgreement(midwife, { trajectoryId: family.trajectoryId, ...agreement }));
    },
    reportAgreement: async (code: string, outcome: ReportOutcome, sentence: string) => {
      const own = await readPlanForm(helper(code), family.trajectoryId);
      const one = own?.agreements[0];
      const report = { trajectoryId: family.trajectoryId, id: one?.id ?? "", version: one?.version ?? 0, outcome, sentence };
      await did("say how an agreement goes", reportAgreement(helper(code), report));
    },
    acceptReferral: async (code: string) => did("accept a referral", acceptReferral(helper(code), await seen(code))),
    declineReferral: async (code: string, reason: DeclineReason) =>
      did("decline a referral", declineReferral(helper(code), { ...(await seen(code)), reason, note: null })),
    waitlistReferral: async (code: string, expectedOn: Day) =>
      did("put on a waiting list", waitlistReferral(helper(code), { ...(await seen(code)), expectedOn, bridgeOfferId: null })),
    startReferral: async (code: string, on: Day) => did("begin to help", startReferral(helper(code), { ...(await seen(code)), on })),
    completeReferral: async (code: string) =>
      did("finish helping", completeReferral(helper(code), { ...(await seen(code)), words: "Het gezin kan nu zelf verder." })),
    withdrawReferral: async (code: string) =>
      did("withdraw a referral", withdrawReferral(midwife, { ...(await seen(code)), by: "family", note: null })),
  };
}
