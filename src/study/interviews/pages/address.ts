export const interviewsAddress = "/onderzoek/interviews";
export const interviewAddress = (id: string): string => `${interviewsAddress}/gesprek/${id}`;
/** Where a professional answers her own invitation. */
export const ownInvitationAddress = "/gesprek-over-onderzoek";
export const keeperAddress = "/onderzoek/sleutel/gesprekken";
