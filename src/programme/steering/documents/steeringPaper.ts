import { formatDay, type Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Block, Section } from "../../../trust/home/home.ts";
import { pillars, type Pillar } from "../../configuration/programme.ts";
import { actionState } from "../rules/actionState.ts";
import { coursesOf } from "../rules/courses.ts";
import { monthInWords } from "../rules/months.ts";
import { placeLines } from "../rules/placeLines.ts";
import { decimal, limitsInWords, orDash } from "../rules/say.ts";
import type { PublishedFigures } from "../server/readPublicFigures.ts";
import { actionStateNames, flagNames, ruleInWords } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";

const template = import.meta.resolve("./steeringPaper.typ");

export interface SteeringPaper {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  /** Who made it and for whom it is. */
  readonly mark: string;
}

const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[], empty: string): Block =>
  rows.length === 0 ? { kind: "paragraph", text: empty } : { kind: "table", header, rows: rows.map((row) => row.map(String)) };

/** The monthly report, uncut: for the project group and the coordinator alone. */
export function steeringReport(steering: Steering, madeBy: string): SteeringPaper {
  const { programme, month, today } = steering;
  return {
    title: `${programme.name}: sturing ${monthInWords(month)}`,
    opening: ["In vertrouwen: alleen voor de projectgroep en de coördinator kraamzorg. Om te delen zijn er de gedeelde cijfers."],
    sections: [
      ...pillars.map((pillar) => inflowSection(steering, pillar)),
      placesSection(steering),
      actionsSection(steering),
      momentsSection(steering),
      {
        heading: "Hoe Wieg dit telt",
        blocks: [{ kind: "list", items: ruleInWords(programme.settings.steering.stagnationMonths) }],
      },
    ],
    mark: `Gemaakt op ${formatDay(today)} door ${madeBy}.`,
  };
}

const placesSection = ({ places, today }: Steering): Section => ({
  heading: `Plaatsen op ${formatDay(today)}`,
  blocks: [
    table(
      ["Pijler", "Plaatsen", "Bezet", "Vrij"],
      placeLines(places).map((line) => [line.name, line.places, line.taken, line.free]),
      "Er zijn geen plaatsen.",
    ),
  ],
});

const actionsSection = ({ actions, today }: Steering): Section => ({
  heading: "Afwijkingen en acties",
  blocks: [
    table(
      ["Afwijking", "Actie en resultaat", "Eigenaar", "Uiterlijk", "Stand"],
      actions.map((one) => [
        one.deviation,
        one.outcome === null ? one.action : `${one.action}. Resultaat: ${one.outcome}`,
        one.owner,
        formatDay(one.dueOn),
        actionStateNames[actionState(one, today)],
      ]),
      "Er zijn geen acties.",
    ),
  ],
});

const momentsSection = ({ moments }: Steering): Section => ({
  heading: "Evaluatiemomenten",
  blocks: [
    table(
      ["Dag", "Waarover", "Besluit"],
      moments.map(({ plannedOn, about, decision }) => [formatDay(plannedOn), about, decision ?? "Nog niet genoteerd"]),
      "Er zijn geen evaluatiemomenten gepland.",
    ),
  ],
});

function inflowSection(steering: Steering, pillar: Pillar): Section {
  const { programme, month, municipalities, counts } = steering;
  const lines = coursesOf(counts, { pillar, month, municipalities, lately: programme.settings.steering.stagnationMonths });
  return {
    heading: `Instroom pijler ${pillar} tot en met ${monthInWords(month)}`,
    blocks: [
      table(
        ["Woongemeente gezin", "Maand", "Verwacht", "In alles", "Verwacht", "Door toeval", "Teken van de regel"],
        lines.map((line) => [
          line.name,
          line.inMonth,
          orDash(line.expectedInMonth),
          line.actual,
          line.expected > 0 ? decimal(line.expected) : "–",
          limitsInWords(line.limits),
          flagNames[line.flag],
        ]),
        "Nog geen plaatsen.",
      ),
    ],
  };
}

/** What may be shared: only what was published. */
export function sharedReport({ programme, shown, municipalities, figures, today }: PublishedFigures, madeBy: string): SteeringPaper {
  const of = (code: string, pillar: Pillar) => figures.lines.find((line) => line.code === code && line.pillar === pillar);
  const say = (code: string, pillar: Pillar) => {
    const line = of(code, pillar);
    if (!line || line.families === null || line.untilMonth === null) return "–";
    return line.untilMonth === shown?.month ? String(line.families) : `${line.families} (tot en met ${monthInWords(line.untilMonth)})`;
  };
  const sums = (which: "together" | "all") => pillars.map((pillar) => figures.sums.find((sum) => sum.pillar === pillar)?.[which] || "–");
  return {
    title: `${programme.name}: gedeelde cijfers`,
    opening: [shown === null ? "Er is nog niets gepubliceerd." : `Gezinnen met een plaats, tot en met ${monthInWords(shown.month)}.`],
    sections: [
      {
        heading: "Per gemeente en pijler",
        blocks: [
          table(
            ["Gemeente", "Pijler 1", "Pijler 2"],
            [
              ...municipalities.map(({ code, name }) => [name, ...pillars.map((pillar) => say(code, pillar))]),
              ["Kleine aantallen samen", ...sums("together")],
              ["Samen, voor zover te tonen", ...sums("all")],
            ],
            "",
          ),
          {
            kind: "paragraph",
            text: "Een streepje: nog geen tien gezinnen. Een aantal onder de tien staat hier nooit, en is ook niet uit te rekenen.",
          },
        ],
      },
    ],
    mark: `Om te delen. Gemaakt op ${formatDay(today)} door ${madeBy}.`,
  };
}

/** The report as a tagged PDF (PDF/UA-1). */
export const printSteering = (paper: SteeringPaper, author: string, date: Day): Promise<Uint8Array> =>
  renderPdf(template, { document: { title: paper.title, author, language: "nl", date }, data: paper });
