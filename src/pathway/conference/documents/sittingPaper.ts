import { formatDay, type Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import { languageName } from "../../../registry/family.texts.ts";
import type { Section } from "../../../trust/home/home.ts";
import type { AgendaItem, OutcomePart, OutsideGuest, Participant, Sitting } from "../sitting.ts";
import { outcomeNames, outcomeWords, presenceWords, seatWords, standWords, whenOf } from "../sitting.texts.ts";

const template = import.meta.resolve("./sittingPaper.typ");

/** What its reader sees of a sitting. */
export interface PaperOfSitting {
  readonly sitting: Sitting;
  readonly items: readonly AgendaItem[];
  readonly participants: readonly Participant[];
  readonly guests: readonly OutsideGuest[];
  readonly date: Day;
  readonly madeBy: string;
}
export interface SittingPaper {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  readonly mark: string;
}

/** The list for at the table: paper stays lying about, so a case is a number and a question, and nobody's name. */
export function sittingList({ sitting, items, participants, guests, date, madeBy }: PaperOfSitting): SittingPaper {
  const open = items.filter(({ state }) => state !== "off");
  const seats = [
    ...participants.map((one) => [
      seatWords(one),
      one.kind === "chair" ? "voorzitter of vervanger" : one.kind === "guest" ? "gast" : "vast lid",
    ]),
    ...guests.map((one) => [`${one.name}, ${one.worksAs}, ${one.organisation}`, `gast voor ${caseName(open, one.itemId)}`]),
  ];
  return {
    title: sitting.series,
    opening: [`${whenOf(sitting)}. ${[sitting.place, sitting.link].filter(Boolean).join(". ")}.`],
    sections: [
      { heading: "Wie er komt", blocks: [{ kind: "table", header: ["Wie er aan tafel zit", "Als"], rows: seats }] },
      ...(open.length === 0
        ? [{ heading: "Agenda", blocks: [{ kind: "paragraph" as const, text: "Voor u staat er geen casus op." }] }]
        : []),
      ...open.map((item) => ({
        heading: `Casus ${item.nr}: ${item.question ?? ""}`,
        blocks: [
          { kind: "paragraph" as const, text: about(item) },
          { kind: "table" as const, header: ["Aantekeningen"], rows: [[""], [""]], tall: true },
        ],
      })),
    ],
    mark: `Gemaakt op ${formatDay(date)} door ${madeBy}. Er staat met opzet niet op om wie het gaat. Schrijf ook zelf geen namen op, en vernietig dit blad na het overleg.`,
  };
}

const caseName = (items: readonly AgendaItem[], itemId: string): string => {
  const item = items.find(({ id }) => id === itemId);
  return item === undefined ? "een casus" : `casus ${item.nr}`;
};

const about = ({ broughtBy, presence, interpreter }: AgendaItem): string =>
  [
    `Ingebracht door ${broughtBy}.`,
    presence === null ? null : `Het gezin ${presenceWords[presence]}.`,
    interpreter === null ? null : `Tolk nodig${interpreter === "" ? "" : `: ${languageName(interpreter)}`}.`,
  ]
    .filter((one) => one !== null)
    .join(" ");

/** Minutes are what was decided, not retold: of the families that its reader still has to do with. */
export function sittingDecisions(
  { sitting, items, date, madeBy }: PaperOfSitting,
  outcomes: ReadonlyMap<string, readonly OutcomePart[]>,
): SittingPaper {
  return {
    title: `Besluiten van ${sitting.series}`,
    opening: [whenOf(sitting)],
    sections: items
      .filter(({ state }) => state === "discussed")
      .map((item) => {
        const parts = outcomes.get(item.id) ?? [];
        return {
          heading: `Casus ${item.nr}: ${item.question ?? ""}`,
          blocks: [
            { kind: "paragraph" as const, lead: "Besluit:", text: item.decision ?? "" },
            ...(parts.length === 0
              ? []
              : [
                  {
                    kind: "table" as const,
                    header: ["Wat eruit volgt", "Wie of waarheen", "Stand"],
                    rows: parts.map((part) => [outcomeNames[part.kind], outcomeWords(part), standWords(part)]),
                  },
                ]),
          ],
        };
      }),
    mark: `Gemaakt op ${formatDay(date)} door ${madeBy}. Om wie het gaat, staat in Wieg.`,
  };
}

/**
 * A paper of a sitting as a tagged PDF (PDF/UA-1).
 * @throws PdfError with code `script-not-in-fonts` when something is written in a script that no font has
 */
export const printSittingPaper = (paper: SittingPaper, author: string, date: Day): Promise<Uint8Array> =>
  renderPdf(template, { document: { title: paper.title, author, language: "nl", date }, data: paper });
