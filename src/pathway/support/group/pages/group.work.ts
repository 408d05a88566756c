import { formatDay } from "../../../../kit/day.ts";
import type { WorkFacts, WorkKinds } from "../../../trajectory/workKind.ts";
import type { EndReason } from "../group.ts";
import { endReasonNames } from "../group.texts.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const href = ({ trajectoryId }: { trajectoryId: string | null }) => `/gezinnen/${trajectoryId ?? ""}/groepen`;

const news = (facts: WorkFacts): string => {
  if (word(facts, "news") === "placed") return "Het gezin heeft een plek.";
  if (word(facts, "news") === "waiting") return "De groep is vol; het gezin staat op de wachtlijst.";
  if (word(facts, "news") === "finished") return "De groep is afgerond.";
  return `Het gezin is afgemeld: ${endReasonNames[word(facts, "reason") as EndReason] ?? "een andere reden"}.`;
};

/** Work of who leads a group, and of who referred a family to it. The database puts both. */
export const groupWork: WorkKinds = {
  "group.ask": {
    title: (facts) => `Plek vrij in ${word(facts, "group")}`,
    reason: (facts) => `Dit gezin staat bovenaan de wachtlijst. Vraag of het nog wil, uiterlijk ${formatDay(word(facts, "answerBy"))}.`,
    action: "Vragen",
    whole: "referrals.write",
    href,
  },
  "group.news": {
    title: (facts) => `Bericht over ${word(facts, "group")}`,
    reason: news,
    action: "Lezen",
    href,
  },
};
