import { answerCaseLead, markSeen, offerCaseLead } from "../../../pathway/plan/server/transferLead.ts";
import { did, type Cast } from "./cast.ts";

/** Who leads. */
export function leadActs({ region, family, midwife }: Cast) {
  const offer = async (to: string): Promise<string> => {
    const { organisationId, role, membershipId } = region.actor(to);
    const offered = { trajectoryId: family.trajectoryId, organisationId, role, membershipId };
    return (await did("offer the lead", offerCaseLead(midwife, offered))).transfer;
  };
  return {
    offerLead: offer,
    /** Offered, accepted, and seen by who led before. */
    handLead: async (to: string) => {
      const transferId = await offer(to);
      await did("accept the lead", answerCaseLead(region.actor(to), { transferId, accept: true, reason: null }));
      await did("see it", markSeen(midwife, { trajectoryId: family.trajectoryId, kind: "case_lead.accepted" }));
    },
    declineLead: async (to: string, reason: string) => {
      const transferId = await offer(to);
      await did("decline the lead", answerCaseLead(region.actor(to), { transferId, accept: false, reason }));
    },
  };
}
