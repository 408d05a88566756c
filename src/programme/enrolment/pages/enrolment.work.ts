import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../../pathway/trajectory/workKind.ts";
import { pillars } from "../../configuration/programme.ts";
import { criterionCodes, type CriterionCode } from "../../letters/letter.ts";
import { entryNames } from "../enrolment.texts.ts";
import { toDoOf } from "../rules/toDoOf.ts";

/** What has to be found out, for each criterion that can be unknown. */
const questions: Readonly<Record<CriterionCode, string>> = {
  vulnerability: "Categorie nog niet (samen) bevestigd",
  insurer: "Verzekeraar nog niet bekend",
  residence: "Gemeente nog niet bekend",
  maternity_care: "Aanmelding kraamzorg nog niet bekend",
  home_visit_consent: "Huisbezoek nog niet aan het gezin gevraagd",
  triangle_consent: "Overleg met kraamzorg en JGZ nog niet aan het gezin gevraagd",
  capacity: "Plaatsen bekijken",
  need: "Vraag, doel en uren nog niet met elkaar eens",
};

const pillarOf = (facts: WorkFacts): number => pillars.find((pillar) => pillar === facts["pillar"]) ?? 1;
const day = (value: WorkFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");

const wayIn = (facts: WorkFacts): string => (facts["entry"] === "flow_on" ? ` voor ${entryNames.flow_on}` : "");
const callOf = (facts: WorkFacts): string =>
  facts["call"] ? ` Vragen? Bel ${facts["call"]}${facts["phone"] ? `, ${facts["phone"]}` : ""}.` : "";

const question = (code: CriterionCode): WorkKind => ({
  title: () => questions[code],
  reason: (facts) => `Nodig voor het besluit over Geboortezorg Flex, pijler ${pillarOf(facts)}.`,
  action: "Beantwoorden",
  by: ["programme"],
  href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/geboortezorg-flex/${code === "need" ? 2 : 1}`,
});

/** The words of the work that deciding on a place brings. */
export const programmeWork: WorkKinds = {
  ...Object.fromEntries(criterionCodes.map((code) => [toDoOf({ code, reason: "not-assessed" }).kind, question(code)])),
  "programme-funder-unknown": {
    title: () => "Via CZ of VGZ verzekerd?",
    reason: (facts) => `Nodig voor de rekening van pijler ${pillarOf(facts)}. De plaats staat vast.`,
    by: ["programme"],
    action: "Invullen",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/geboortezorg-flex/1`,
  },
  "programme-place-given": {
    title: (facts) => `Nieuwe plaats in pijler ${pillarOf(facts)}`,
    reason: (facts) => `Gegeven op ${day(facts["since"])}. Neem de plaats aan, dan ziet u het gezin.`,
    by: ["programme"],
    action: "Aannemen",
    href: () => "/geboortezorg-flex",
  },
  "programme-full": {
    title: (facts) => `De plaatsen van pijler ${pillarOf(facts)} van ${facts["programme"] ?? "Geboortezorg Flex"} zijn op`,
    reason: (facts) =>
      `Alle ${facts["places"] ?? ""} plaatsen${wayIn(facts)} zijn bezet sinds ${day(facts["since"])}. Bied de gewone zorg en hulp aan, en leg vast: geen plaats.${callOf(facts)}`,
    action: "Wat nu",
    href: ({ subjectId }) => `/geboortezorg-flex/plaatsen/${subjectId}`,
  },
  "programme-room": {
    title: (facts) => `Er is weer plaats in pijler ${pillarOf(facts)} van ${facts["programme"] ?? "Geboortezorg Flex"}`,
    reason: (facts) => `Sinds ${day(facts["since"])}${wayIn(facts)}. Kijk welke gezinnen eerder hoorden dat de plaatsen op waren.`,
    action: "Bekijken",
    href: ({ subjectId }) => `/geboortezorg-flex/plaatsen/${subjectId}`,
  },
};
