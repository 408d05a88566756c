import { formatDay } from "../../kit/day.ts";
import { roleNames } from "../../trust/access/roles.texts.ts";
import type { OffBecause, OutcomePart, Participant, Presence, SeriesKind, Sitting, SittingRefusal, SittingState } from "./sitting.ts";

export const seriesKindNames: Readonly<Record<SeriesKind, string>> = {
  mdo: "MDO zwangeren in een kwetsbare situatie",
  knooppunt: "Knooppunt Kansrijke Start",
};

export const sittingStates: Readonly<Record<SittingState, string>> = {
  planned: "agenda nog niet vastgesteld",
  agenda_set: "agenda staat vast",
  open: "is nu bezig",
  held: "geweest",
  cancelled: "afgezegd",
};

export const offWords: Readonly<Record<OffBecause, string>> = {
  consent: "het gezin staat het niet (meer) toe",
  chair: "de voorzitter haalde deze casus van de agenda",
  case: "de casus staat niet meer op de lijst",
  sitting: "de bijeenkomst ging niet door",
  not_reached: "de bijeenkomst kwam er niet aan toe",
};

export const presenceWords: Readonly<Record<Presence, string>> = {
  comes: "komt zelf",
  words: "laat eigen woorden voorlezen",
  someone: "laat iemand namens het gezin spreken",
  no: "wil er niet bij zijn",
};

export const sittingRefusals: Readonly<Record<SittingRefusal, string>> = {
  "not-visible": "Dit is niet (meer) voor u te zien.",
  "changed-meanwhile": "Een ander was u net voor. Kijk hieronder hoe het nu is, en probeer het opnieuw.",
  "not-in-state": "Dit kan niet meer: de bijeenkomst is verder, of ging niet door.",
  "series-ended": "Deze reeks is gestopt.",
  "chair-gone": "Deze collega werkt hier niet meer. Kies een ander.",
  "area-not-served": "Kies gemeenten waar de organisatie van dit overleg werkt.",
  "day-passed": "Deze dag is voorbij. Kies een dag die nog komt.",
  "not-today": "Beginnen kan op de dag zelf.",
  "case-gone": "Een van deze casussen staat niet meer op de lijst, heeft nog geen vraag, of het gezin staat het niet meer toe.",
  "guest-known": "Deze collega zit al aan tafel, of werkt daar niet meer.",
  "not-at-table": "Kies alleen wie aan tafel zit. Voor een ander is er de verwijzing.",
  "no-lead": "Dit gezin heeft nog geen casusregisseur om de regie van over te dragen.",
  "leads-no-case": "Deze rol kan geen casusregie voeren.",
  "settled-already": "Hier is al iets mee gedaan.",
  "referral-refused":
    "Deze hulp kan nog niet worden gevraagd. Kijk bij Verwijzen wat er nodig is: meestal eerst toestemming van het gezin.",
};

export const roleWord = (role: string): string => roleNames[role as keyof typeof roleNames] ?? role;
/** "Hanna Voorbeeld, JGZ Zuid", or "jeugdverpleegkundige, JGZ Zuid". */
export const seatWords = ({ name, role, organisation }: Pick<Participant, "name" | "role" | "organisation">): string =>
  `${name ?? roleWord(role)}, ${organisation}`;

/** "do 12 maart 2026, 13.30 - 15.00 uur". */
export const whenOf = ({ heldOn, startsAt, endsAt }: Pick<Sitting, "heldOn" | "startsAt" | "endsAt">): string =>
  `${formatDay(heldOn)}, ${startsAt.replace(":", ".")} tot ${endsAt.replace(":", ".")} uur`;

const leadStands: Readonly<Record<string, string>> = {
  offered: "gevraagd, wacht op antwoord",
  accepted: "aangenomen",
  declined: "afgewezen: wie het was, blijft casusregisseur",
  withdrawn: "ingetrokken",
};
const helpStands: Readonly<Record<string, string>> = {
  open: "nog te vragen",
  asked: "gevraagd",
  "not-wanted": "niet gevraagd: het gezin wil dit niet",
};
export const standWords = ({ kind, stand }: OutcomePart): string =>
  stand === null ? "" : ((kind === "lead" ? leadStands : helpStands)[stand] ?? "");
export const outcomeNames: Readonly<Record<OutcomePart["kind"], string>> = {
  lead: "Casusregie",
  join: "Blijft betrokken",
  agreement: "Afspraak in het gezinsplan",
  referral: "Hulp vragen",
};
/** A team in words: the store knows its role by code. */
export const outcomeWords = ({ kind, words }: OutcomePart): string =>
  kind === "lead" || kind === "join"
    ? words
        .split(", ")
        .map((word) => roleWord(word))
        .join(", ")
    : words;
