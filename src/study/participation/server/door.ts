/** What the other concepts of the studies may ask about who takes part: pseudonyms only. */
export { endParticipation, findParticipant, listParticipants } from "./participant.store.ts";
