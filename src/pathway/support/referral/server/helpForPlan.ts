import type { HelpForPlan } from "../../../plan/planHelp.ts";
import { candidateStateNames } from "../referral.texts.ts";
import { listCandidates, listPlanLinks } from "./referral.store.ts";

/** What the family plan shows of referrals: who was asked for which question or agreement, and where it stands. */
export const helpForPlan: HelpForPlan = {
  async list({ db }, trajectoryId) {
    const links = new Map((await listPlanLinks(db, trajectoryId)).map(({ referralId, about }) => [referralId, about]));
    if (links.size === 0) return [];
    return (await listCandidates(db, trajectoryId)).flatMap(({ id, referralId, offer, asked, status }) => {
      const about = links.get(referralId);
      if (about === undefined) return [];
      const href = `/gezinnen/${trajectoryId}/verwijzingen/${id}`;
      return [{ about, title: `${offer.name} (${asked.organisation})`, stand: candidateStateNames[status.state], href }];
    });
  },
  address: (trajectoryId, about) => `/gezinnen/${trajectoryId}/verwijzingen/nieuw?bij=${about}`,
};
