/** What other concepts may ask of access. */
export { answerRelationOffer, endRelation, offerRelation, type RelationBasis } from "./relations.store.ts";
