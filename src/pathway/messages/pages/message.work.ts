import type { WorkKinds } from "../../trajectory/workKind.ts";
import { threadParts } from "../messages.ts";
import { partWords } from "../messages.texts.ts";

/** Messages that wait to be read: one piece of work a conversation. The database puts it; it says who wrote and about which part, never what. */
export const messageWork: WorkKinds = {
  "message.unread": {
    title: ({ from }) => (from === null ? "Nieuw bericht van de moeder" : "Nieuw bericht"),
    reason: ({ from, part }) => {
      const about = threadParts.find((one) => one === part);
      return `Van ${from ?? "de moeder zelf, op haar eigen pagina"}${about === undefined ? "" : `, over: ${partWords[about].name.toLowerCase()}`}.`;
    },
    action: "Lezen",
    by: [],
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId ?? ""}/berichten/${subjectId}`,
  },
};
