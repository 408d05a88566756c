import type { ClosingCheck } from "../../../trajectory/closing.ts";
import { listCandidates } from "../server/referral.store.ts";

const one = (trajectoryId: string, { id, offer, asked }: Awaited<ReturnType<typeof listCandidates>>[number]) => ({
  id,
  name: `${offer.name} (${asked.organisation})`,
  href: `/gezinnen/${trajectoryId}/verwijzingen/${id}`,
});

/** What was asked and did not begin is answered or withdrawn first; help that runs is completed or stopped, so that its access ends with it. */
export const referralClosing: ClosingCheck = {
  kind: "referrals",
  title: "Verwijzingen die nog lopen",
  way: "settle",
  next: "Wacht op het antwoord of trek de verwijzing in. Loopt de hulp? Rond haar af of laat haar stoppen; doorgaan buiten Wieg mag altijd.",
  find: async (db, trajectoryId) =>
    (await listCandidates(db, trajectoryId))
      .filter(({ status }) => ["requested", "waitlisted", "accepted", "started"].includes(status.state))
      .map((candidate) => one(trajectoryId, candidate)),
};
