import { stuckReasons } from "../../trajectory/workKind.ts";
import { stuckReasonNames } from "../cases.texts.ts";
import type { CaseChoice } from "../server/readCases.ts";

const shows = { stuck: null, mine: "opgepakt", quiet: "loopt" } as const;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The address of a choice: nothing in it says which family. */
export function addressOfCases({ scope, show, reason, whom, page }: CaseChoice): string {
  const query = new URLSearchParams();
  if (scope === "lead") query.set("kring", "regie");
  if (shows[show] !== null) query.set("toon", shows[show]);
  if (reason !== null) query.set("reden", stuckReasonNames[reason]);
  if (whom !== null) query.set("bij", whom);
  if (page > 1) query.set("blad", String(page));
  const text = query.toString();
  return text === "" ? "/casussen" : `/casussen?${text}`;
}

/** What is asked for; what can't be read is left out. */
export function choiceFrom(query: Readonly<Record<string, unknown>>): CaseChoice {
  const { kring, toon, reden, bij, blad } = query;
  return {
    scope: kring === "regie" ? "lead" : "municipality",
    show: toon === shows.mine ? "mine" : toon === shows.quiet ? "quiet" : "stuck",
    reason: stuckReasons.find((one) => stuckReasonNames[one] === reden) ?? null,
    whom: typeof bij === "string" && (uuid.test(bij) || /^\d{1,9}$/.test(bij)) ? bij : null,
    page: Math.min(Math.max(Math.trunc(Number(blad ?? 1)) || 1, 1), 1000),
  };
}
