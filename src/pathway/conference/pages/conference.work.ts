import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../trajectory/workKind.ts";
import { offWords } from "../sitting.texts.ts";
import type { OffBecause } from "../sitting.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const day = (facts: WorkFacts): string => (word(facts, "on") === "" ? "" : formatDay(word(facts, "on")));
const when = (facts: WorkFacts): string =>
  `${word(facts, "name")}, ${day(facts)}${word(facts, "at") === "" ? "" : `, ${word(facts, "at")} uur`}`;
const ofSitting = (title: string, reason: (facts: WorkFacts) => string, action = "Bekijken"): WorkKind => ({
  title: () => title,
  reason,
  about: "Overleg",
  action,
  by: [],
  href: ({ subjectId }) => `/overleggen/zittingen/${subjectId}`,
});

/** Work of a conference: of who chairs it, of who sits in it, and of the leads of its cases. Never who the family is, but to who leads. */
export const conferenceWork: WorkKinds = {
  "conference.agenda": ofSitting("Agenda vaststellen", (facts) => `${when(facts)}. Kies welke casussen u bespreekt.`, "Agenda maken"),
  "conference.hold": ofSitting("Overleg voorzitten", (facts) => `${when(facts)}.`, "Openen"),
  "conference.prepare": ofSitting("Overleg voorbereiden", (facts) => {
    const count = Number(facts["cases"] ?? 0);
    return `${when(facts)}: ${count} ${count === 1 ? "casus" : "casussen"}.`;
  }),
  "conference.invited": ofSitting("Uitnodiging voor een overleg", (facts) => `${when(facts)}. Zet het in uw agenda.`),
  "conference.moved": ofSitting("Overleg verplaatst", (facts) => `Nu: ${when(facts)}.`),
  "conference.cancelled": ofSitting("Overleg afgezegd", (facts) => `${when(facts)} gaat niet door.`),
  "conference.fell-off": ofSitting(
    "De agenda is veranderd",
    (facts) => `Overleg van ${day(facts)}: een casus staat niet meer op de agenda.`,
  ),
  "conference.case": {
    title: () => "Casus op de agenda van het overleg",
    reason: (facts) => `${when(facts)}. Maak met het gezin de samenvatting af, en vraag hoe het gehoord wil worden.`,
    action: "Voorbereiden",
    by: ["plan"],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}#overleg`,
  },
  "conference.off": {
    title: () => "Casus niet besproken",
    reason: (facts) => `Overleg van ${day(facts)}: ${offWords[word(facts, "because") as OffBecause] ?? ""}.`,
    action: "Bekijken",
    by: ["plan"],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}#overleg`,
  },
  "conference.outcome": {
    title: () => "Uitkomst van het overleg uitvoeren",
    reason: (facts) => `Besproken op ${day(facts)}. Bespreek het met het gezin, en vraag de hulp die is bedacht.`,
    action: "Uitvoeren",
    by: ["plan"],
    href: ({ subjectId }) => `/overleggen/uitkomsten/${subjectId}`,
    stuck: {
      reason: "conference",
      part: "plan",
      words: (facts) => `Uitkomst van het overleg van ${day(facts)} nog niet uitgevoerd.`,
      href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}#overleg`,
    },
  },
};
