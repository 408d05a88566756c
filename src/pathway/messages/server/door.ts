/** What other concepts may ask of messages. */
export { readBy } from "../rules/messageTerms.ts";
export { findFamilyReader, listThreads } from "./thread.store.ts";
