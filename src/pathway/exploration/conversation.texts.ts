import type { ConversationRefusal } from "./broadConversation.ts";

/** Beside which field, and in which words. */
export const conversationRefusals: Readonly<Record<ConversationRefusal, { readonly field: string; readonly text: string }>> = {
  "conversation-empty": { field: "form", text: "Vul ten minste één cijfer in, of wat het gezin wil." },
  "conversation-in-future": { field: "heldOn", text: "Deze dag ligt in de toekomst" },
  "conversation-not-yours": { field: "form", text: "Alleen wie het gesprek vastlegde, kan het veranderen." },
  "conversation-too-late": {
    field: "form",
    text: "Een gesprek kan veranderd worden op de dag waarop het is vastgelegd. Leg een nieuw gesprek vast.",
  },
  "conversation-changed-meanwhile": {
    field: "form",
    text: "Dit gesprek is intussen veranderd. U ziet hieronder wat u typte; kijk het na en bewaar opnieuw.",
  },
  "conversation-not-found": { field: "form", text: "Dit gesprek is er niet, of u mag het niet zien." },
};
