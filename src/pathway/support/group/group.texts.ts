import type { Refusal } from "../../../kit/refusal.ts";
import type { EndReason, GroupRefusal, PlaceState, Presence } from "./group.ts";

/** Words of a group, as professionals read them. */
export const placeStateNames: Readonly<Record<PlaceState, { readonly text: string; readonly tone: "ok" | "info" | "soon" | "plain" }>> = {
  placed: { text: "doet mee", tone: "ok" },
  waiting: { text: "wachtlijst", tone: "soon" },
  asked: { text: "plek vrij: vragen", tone: "info" },
  signed_off: { text: "afgemeld", tone: "plain" },
  finished: { text: "afgerond", tone: "ok" },
};

export const endReasonNames: Readonly<Record<EndReason, string>> = {
  family: "het gezin wil niet (meer)",
  moved: "verhuisd",
  other_help: "er is andere hulp",
  no_answer: "niet te bereiken",
  other: "een andere reden",
  group_cancelled: "de groep gaat niet door",
  group_over: "de groep is voorbij",
};

export const presenceNames: Readonly<Record<Presence, string>> = { present: "er", told: "afgemeld", absent: "niet er" };

const sentences: Readonly<
  Record<Exclude<GroupRefusal, "group-not-found">, (facts: Refusal["facts"]) => readonly [field: string, text: string]>
> = {
  "group-full": ({ group }) => [
    "mayWait",
    `“${group ?? "Deze groep"}” is vol. Vink aan dat het gezin wil wachten: dan komt het op de wachtlijst.`,
  ],
  "group-over": () => ["group", "Deze groep is voorbij of gaat niet door."],
  "group-in-already": () => ["group", "Dit gezin staat al in deze groep, of op de wachtlijst."],
  "group-no-consent": () => ["form", "Het gezin staat niet (meer) toe dat uw organisatie weet om wie het gaat. Vraag het eerst."],
  "group-not-in-state": () => ["form", "Dit kan niet meer: het gezin staat intussen anders op de lijst."],
  "group-not-yours": () => ["form", "Dit doet wie de groep geeft."],
  "group-too-few-places": ({ taken }) => ["places", `Er doen al ${taken ?? "meer"} gezinnen mee. Kies ten minste zoveel plaatsen.`],
  "group-day-wrong": () => ["firstOn", "Deze dag kan niet."],
  "group-line-ended": () => ["form", "Het traject van dit gezin is afgesloten."],
  "group-offer-unknown": () => ["offer", "Kies een aanbod van uw eigen organisatie."],
  "group-changed-meanwhile": () => ["form", "Iemand anders was u net voor. Kijk hoe het nu staat en probeer het opnieuw."],
};

/** The sentence for a refusal, and the field beside which it is said. */
export function groupRefusalText(
  code: Exclude<GroupRefusal, "group-not-found">,
  facts: Refusal["facts"],
): { readonly field: string; readonly text: string } {
  const [field, text] = sentences[code](facts);
  return { field, text };
}
