/** What other concepts may ask of keeping. */
export { isBeingDestroyed } from "./request.store.ts";
