/** What other concepts may ask of keeping. */
export { isBeingDestroyed, listPersons, listRequestsOf, type DestructionRequest, type Person } from "./request.store.ts";
