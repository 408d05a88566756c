import { formatDay } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import { addressLine, languageName } from "../../../registry/family.texts.ts";
import { fullName } from "../../../registry/personName.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Section } from "../../../trust/home/home.ts";
import type { Signature } from "../handover.ts";
import { givenWayNames, headingNames, momentNames } from "../handover.texts.ts";
import { itemsOf, type HandoverDocument } from "./handoverDocument.ts";

const template = import.meta.resolve("./handoverPaper.typ");

export interface HandoverPaper {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  /** The mark of who made it. */
  readonly mark: string;
}

/** The words of the document: from one professional to another; the family read along. */
export function handoverPaper({ handover, family, line, words, date, madeBy }: HandoverDocument): HandoverPaper {
  const { from } = handover;
  const mother = family.members.find(({ kind }) => kind === "mother");
  const address = family.addresses.find(({ until }) => until === null);
  const children = family.members.filter(({ kind }) => kind === "child");
  const rows: readonly (readonly [string, string | null])[] = [
    ["Naam", mother ? fullName(mother) : null],
    ["Geboren", mother?.birthDate ? formatDay(mother.birthDate) : null],
    ["Adres", address ? addressLine(address) : null],
    ["Taal", family.language === null ? null : `${languageName(family.language)}${family.interpreterNeeded ? ", tolk nodig" : ""}`],
    ["Uitgerekend", line.bornOn === null && line.dueDate !== null ? formatDay(line.dueDate) : null],
    [
      "Kinderen",
      children.length === 0
        ? null
        : children.map((one) => `${fullName(one)}${one.birthDate ? ` (${formatDay(one.birthDate)})` : ""}`).join(", "),
    ],
  ];
  return {
    title: momentNames[handover.moment],
    opening: [
      `Van ${from.organisation} aan ${receiverName(handover)}.`,
      handover.discussedOn === null
        ? "Dit is een concept. Het is nog niet met het gezin besproken en niet ondertekend."
        : `Het gezin las mee op ${formatDay(handover.discussedOn)}.`,
    ],
    sections: [
      { heading: "Om wie het gaat", blocks: [tableOf(["Gegeven", "Wat"], rows)] },
      ...words.flatMap(({ heading, words: told }) => {
        const items = itemsOf(told);
        return items.length === 0 ? [] : [{ heading: headingNames[heading], blocks: [{ kind: "list" as const, items }] }];
      }),
      signatures(handover),
    ],
    mark: `Gemaakt op ${formatDay(date)} door ${madeBy}. Alleen voor wie bij dit gezin betrokken is.`,
  };
}

function signatures(handover: HandoverDocument["handover"]): Section {
  const { status, from } = handover;
  return {
    heading: "Handtekeningen",
    blocks: [
      tableOf(
        ["Wat", "Wie en wanneer"],
        [
          ["Draagt over", "from" in status ? `${signed(status.from)}, ${from.organisation}` : "nog niet ondertekend"],
          ["Neemt over", takesOver(handover)],
          status.state === "given"
            ? ["Meegegeven", givenWayNames[status.outside.way]]
            : ["Samen gehouden", "heldOn" in status ? formatDay(status.heldOn) : "nog niet"],
          ["Kenmerk", handover.digest === null ? null : handover.digest.slice(0, 16)],
        ],
      ),
    ],
  };
}

const tableOf = (header: readonly string[], rows: readonly (readonly [string, string | null])[]) => ({
  kind: "table" as const,
  header,
  rows: rows.flatMap(([label, value]) => (value === null ? [] : [[label, value]])),
});

const receiverName = ({ status, to }: HandoverDocument["handover"]): string =>
  status.state === "given" ? status.outside.to : (to?.organisation ?? "een nog te kiezen organisatie");
const takesOver = ({ status, to }: HandoverDocument["handover"]): string => {
  if (status.state === "given") return `${status.outside.to}, buiten Wieg`;
  return "to" in status ? `${signed(status.to)}, ${to?.organisation ?? ""}` : "nog niet ondertekend";
};

const signed = ({ name, role, on }: Signature): string => `${name}, ${isRole(role) ? roleNames[role] : role}, op ${formatDay(on)}`;

/**
 * The handover as a tagged PDF (PDF/UA-1). The file's name holds no name.
 * @throws PdfError with code `script-not-in-fonts` when a name is in a script that no font has
 */
export const printHandoverPaper = (document: HandoverDocument): Promise<Uint8Array> => {
  const paper = handoverPaper(document);
  return renderPdf(template, {
    document: { title: paper.title, author: document.handover.from.organisation, language: "nl", date: document.date },
    data: paper,
  });
};
