import type { LossRefusal } from "./rules/decideLoss.ts";

/** Sentences of what can't be done on a line, for who recorded it. */
export const lossSentences: Readonly<Record<LossRefusal["code"], Readonly<Partial<Record<"on" | "kind", string>>>>> = {
  "loss-in-future": { on: "Deze dag moet nog komen. Kijk de datum na." },
  "loss-before-pregnancy": { on: "Deze dag ligt vóór deze zwangerschap. Kijk de datum na." },
  "loss-before-birth": { on: "Deze dag ligt vóór de geboorte. Kijk de datum na." },
  "no-pregnancy": { kind: "Er staat nog geen zwangerschap vast. Leg eerst de uitgerekende datum vast." },
  "not-born": { kind: "Er is nog geen geboorte vastgelegd. Kies de zwangerschap, of leg eerst de geboorte vast." },
};

export const closingSentences: Readonly<Record<"still-open" | "not-agreed", string>> = {
  "still-open": "Er staat nog iets open dat u eerst afrondt. Het staat hieronder.",
  "not-agreed": "Bespreek eerst met het gezin hoe dit doorgaat, en vink het dan aan.",
};
export const closedTooLong = "Deze lijn is langer dan 90 dagen afgesloten. Begin een nieuwe lijn: die begint met wat er al bekend is.";
export const endsInFuture = "Deze dag moet nog komen. Sluit de lijn af op de dag zelf.";
export const alreadyExpecting = "Dit gezin heeft al een lopende lijn zonder geboorte. Gebruik die, of sluit haar eerst af.";
export const childIsTwo = "Het kind is 2 jaar: deze lijn is klaar. Begin voor een nieuwe zwangerschap een nieuwe lijn.";
export const birthMeanwhile = "Een collega legde net iets vast op deze lijn. Kijk wat er nu staat.";
export const beingDestroyed = "Het gezin vroeg om dit dossier te vernietigen en dat is bevestigd. De lijn kan niet meer open.";
