import { formatDay } from "../../kit/day.ts";
import type { ProposalRefusal } from "./proposal.ts";
import type { Finding } from "./rules/checkVersion.ts";
import type { Names } from "./rules/sayValue.ts";
import { titleOf } from "./setting.texts.ts";

type Facts = Finding["facts"];

const families = (count: string | number | undefined): string => (Number(count) === 1 ? "1 gezin" : `${count ?? 0} gezinnen`);
const pool = ({ pillar, entry }: Facts): string =>
  `pijler ${pillar}, ${entry === "flow_on" ? "doorstroom uit pijler 1" : "directe instroom"}`;
const day = (value: string | number | undefined): string => (typeof value === "string" && value !== "" ? formatDay(value) : "");
const named = (codes: string | number | undefined, names: Names): string =>
  String(codes ?? "")
    .split(", ")
    .map((code) => names[code] ?? code)
    .join(", ");

/** What was found in a next version, in one sentence or two. */
const sentences: Readonly<Record<Finding["code"], (facts: Facts, names: Names) => string>> = {
  "starts-in-the-past": ({ startsOn }) => `De versie begint op ${day(startsOn)}. Dat is voorbij. Kies vandaag of later.`,
  "not-after-latest": ({ latest }) => `Er is al een versie vanaf ${day(latest)}. Een nieuwe begint daarna.`,
  "nothing-changed": () => "Er is nog niets veranderd.",
  "unknown-organisation": () => "De organisatie voor kraamzorg is in deze regio niet bekend.",
  "fewer-than-moved": (facts) =>
    `Bij ${pool(facts)} komen er ${facts["places"]} plaatsen, maar er zijn er al ${facts["moved"]} verplaatst. Zet eerst plaatsen terug.`,
  "below-taken": (facts) =>
    `Bij ${pool(facts)} komen er ${facts["places"]} plaatsen, en er zijn er nu ${facts["taken"]} bezet. Wie een plaats heeft, houdt die. Nieuwe gezinnen kunnen pas weer als er plaatsen vrijkomen.`,
  "rate-missing": ({ years }) =>
    `Voor ${years} staat er geen tarief van de eigen bijdrage. Uren tellen dan wel mee, het bedrag is onbekend.`,
  "rate-assumed": ({ years }) => `Het tarief voor ${years} is een aanname. Dat staat er overal bij.`,
  "insurers-dropped": ({ names }) => `Niet meer in de lijst: ${names}. Staat dat op een zorgpas, dan wordt het een vraag, geen nee.`,
  "area-smaller": ({ municipalities }, names) => `Niet meer in het gebied: ${named(municipalities, names)}.`,
  "area-shared": ({ name, municipalities }, names) =>
    `Ook ${name} is er voor ${named(municipalities, names)}. Nieuwe gezinnen gaan naar het programma dat het laatst begon en nog open is.`,
  "inflow-closed": ({ on }) => `De instroom is dan al gesloten, sinds ${day(on)}.`,
  "period-shorter": ({ was, becomes }) =>
    `Pijler 2 loopt voor nieuwe besluiten tot ${becomes} maanden na de geboorte in plaats van ${was}. Wie al een plaats heeft, houdt ${was}.`,
  "outcome-differs": ({ nowPossible, noLonger }) =>
    `Van de gezinnen die nog geen plaats hebben: ${families(nowPossible)} die nu niet konden, kunnen dan wel; ${families(noLonger)} die nu konden, kunnen dan niet meer.`,
  "letters-differ": ({ sections }) =>
    `Nieuwe brieven zeggen iets anders (${String(sections)
      .split(",")
      .map((section) => titleOf(section).toLowerCase())
      .join(", ")}). Een brief bij een eerder besluit blijft zoals die was.`,
};

export const sayFinding = ({ code, facts }: Pick<Finding, "code" | "facts">, names: Names): string => sentences[code](facts, names);

/** The sentence for each refusal about a next version. */
export const proposalRefusals: Readonly<Record<ProposalRefusal["code"], string>> = {
  "not-visible": "Dit voorstel is er niet (meer).",
  "changed-meanwhile": "Iemand anders was u net voor. Kijk hoe het nu staat.",
  "proposal-already": "Er is al een nieuwe versie in voorbereiding.",
  "has-errors": "Er is nog iets niet goed. Kijk bij de controle.",
  "warnings-unread": "Vink elke waarschuwing aan die u gelezen hebt",
  "own-proposal": "Wie het voorbereidt, geeft niet zelf akkoord.",
  "starts-in-the-past": "Kies vandaag of een latere dag",
  "not-after-latest": "Er is intussen een versie die op deze dag of later begint.",
  "in-force": "Deze versie geldt al. Maak een nieuwe versie.",
  "reason-needed": "Schrijf waarom",
  "not-right": "Er is een veld dat nog niet klopt",
};
