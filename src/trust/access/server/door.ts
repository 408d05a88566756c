/** What other concepts may ask of access. */
export { amInvolved, answerRelationOffer, endRelation, offerRelation, type RelationBasis } from "./relations.store.ts";
export { actForAsker } from "./actForAsker.ts";
export { giveJobRight } from "./jobRight.store.ts";
export { askOnce, holdsNone, learnRecords } from "./recordsOnLine.store.ts";
