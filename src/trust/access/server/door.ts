/** What other concepts may ask of access. */
export { answerRelationOffer, endRelation, offerRelation, type RelationBasis } from "./relations.store.ts";
export { actForAsker } from "./actForAsker.ts";
export { giveJobRight } from "./jobRight.store.ts";
