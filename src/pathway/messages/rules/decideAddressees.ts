import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { mayTalkWithFamily, type Addressee, type MessageRefusal, type ThreadPart, type ThreadSubject } from "../messages.ts";

/** What is written about, as far as it narrows who may read it. */
export interface Content {
  readonly medical: boolean;
  readonly partner: boolean;
}

/** With whom of the family it would be, if it were. */
export interface FamilyTalk {
  readonly part: ThreadPart;
  readonly subject: Pick<ThreadSubject, "kind"> | null;
  readonly partner: boolean;
  readonly reads: boolean;
}

/** May the mother take part in this conversation, from its first message on? Never about what is kept from her pages or is her partner's own. */
export function decideFamilyTalk({ part, subject, partner, reads }: FamilyTalk): Refusal<MessageRefusal> | "go" {
  if (!mayTalkWithFamily(part) || partner || subject?.kind === "signal") return refuse("messages-not-with-family");
  return reads ? "go" : refuse("messages-family-away");
}

/** Whom the asker addresses: each must be able to read it. The database decides the same again; here the sentence comes from. */
export function decideAddressees(
  chosen: readonly number[],
  possible: readonly Addressee[],
  content: Content,
  withFamily = false,
): Refusal<MessageRefusal> | readonly Addressee[] {
  const me = possible.find((one) => one.me);
  if (!me) return refuse("messages-no-ground");
  const others = chosen.filter((principal) => principal !== me.principal);
  if (others.length === 0 && !withFamily) return refuse("messages-nobody");
  const found = others.map((principal) => possible.find((one) => one.principal === principal));
  if (found.some((one) => one === undefined)) return refuse("messages-may-not-read", { who: "Wie u koos", what: "dit" });
  const all = found.filter((one) => one !== undefined);
  const narrow = [me, ...all].find((one) => (content.medical && !one.medical) || (content.partner && !one.partner));
  if (!narrow) return all;
  const who = narrow.me ? "U zelf" : (narrow.name ?? narrow.organisation);
  return refuse("messages-may-not-read", { who, what: content.partner && !narrow.partner ? "wat over de partner gaat" : "wat medisch is" });
}
