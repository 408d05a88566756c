import { roleNames } from "../../trust/access/roles.texts.ts";
import type { Role } from "../../trust/access/rules/policy.ts";
import type { InterviewKind, InterviewMove, InterviewRefusal, InterviewState, StrataBy, Theme } from "./interviews.ts";

export const kindNames: Readonly<Record<InterviewKind, string>> = { professional: "Professionals", family: "Gezinnen" };

export const strataNames: Readonly<Record<StrataBy, string>> = {
  role: "over rollen",
  arm: "over interventie- en controlegroep",
  none: "zonder verdeling",
};

export const stateNames: Readonly<Record<InterviewState, string>> = {
  drawn: "getrokken",
  asked: "bij de sleutelbewaarder",
  invited: "uitgenodigd",
  agreed: "doet mee",
  held: "gesproken",
  declined: "wil niet",
  no_answer: "geen antwoord",
  stopped: "gestopt",
};

export const moveNames: Readonly<Record<InterviewMove, string>> = {
  ask: "Laten uitnodigen",
  invite: "Uitnodigen",
  agree: "Doet mee",
  decline: "Wil niet",
  plan: "Dag noteren",
  hold: "Gesprek is geweest",
  no_answer: "Geen antwoord",
  stop: "Niet meer vragen",
};

export const themeNames: Readonly<Record<Theme, string>> = {
  satisfaction: "Tevredenheid over de zorg",
  threshold: "Drempels, zoals de eigen bijdrage",
  preparation: "Voorbereid zijn en vertrouwen",
  cooperation: "Samenwerking en overdracht",
  work_pleasure: "Plezier in het werk",
  child: "Hechting en het kind",
  improvement: "Wat beter kan",
  other: "Iets anders",
};

const sentences: Readonly<Record<InterviewRefusal, string>> = {
  "not-now": "Dat kan nu niet meer: de stand is intussen anders.",
  "changed-meanwhile": "Intussen is er iets veranderd. Kijk opnieuw en probeer het nog eens.",
  "seed-used": "Met dit beginwoord is al getrokken. Kies een ander.",
  nobody: "Er is niemand om uit te trekken: nog niemand heeft toestemming gegeven om gevraagd te worden.",
  "not-held": "Een aantekening kan zodra iemand meedoet.",
  "no-quotes": "Deze persoon wil niet aangehaald worden. Schrijf het in eigen woorden op.",
  "day-needed": "Vul de dag van het gesprek in, zoals 12-3-2027.",
};
export const interviewSentence = ({ code }: { readonly code: InterviewRefusal }): string => sentences[code];

/** A stratum in words: a role, an arm, or everybody. */
export function sayStratum(stratum: string): string {
  if (stratum === "all") return "iedereen";
  if (stratum === "intervention") return "interventiegroep";
  if (stratum === "control") return "controlegroep";
  if (stratum === "unknown") return "arm niet bekend";
  return roleNames[stratum as Role] ?? stratum;
}
