import { layIntervals, type IntervalShape } from "../../../design/layIntervals.ts";
import { formatDay, type Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { AnswerBlock, AnswerSection } from "./answer.ts";

const template = import.meta.resolve("./answerPaper.typ");

export interface AnswerPaper {
  readonly title: string;
  readonly question: string;
  /** Above everything: that the data are made up, say. */
  readonly warning: string | null;
  readonly sections: readonly AnswerSection[];
  readonly mark: string;
}

export const markOf = (madeBy: string, today: Day, forDesk: boolean): string =>
  `${forDesk ? "In vertrouwen: alleen voor het onderzoeksteam. " : "Om te delen. "}Gemaakt op ${formatDay(today)} door ${madeBy}.`;

/** The answer as a tagged PDF (PDF/UA-1): what the page says, in its order. */
export const printAnswer = (paper: AnswerPaper, author: string, date: Day): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: paper.title, author, language: "nl", date },
    data: { ...paper, sections: paper.sections.map((section) => ({ heading: section.heading, blocks: section.blocks.map(onPaper) })) },
  });

/** A picture is drawn as SVG, with its words beside it for who does not see it. */
function onPaper(block: AnswerBlock): unknown {
  if (block.kind !== "picture") return block;
  const { width, height, shapes } = layIntervals(block.intervals, { width: 720, labelWidth: 210, sides: block.sides });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes.map(drawn).join("")}</svg>`;
  return { kind: "picture", label: block.label, svg };
}

const colours = { ok: "#0b5a63", late: "#0b5a63", plain: "#566570" } as const;
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function drawn(shape: IntervalShape): string {
  if (shape.kind === "text")
    return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}" font-family="Atkinson Hyperlegible Next" font-size="${shape.role === "label" ? 15 : 13}" fill="${shape.role === "label" ? "#1d2b33" : "#566570"}">${escape(shape.text)}</text>`;
  if (shape.kind === "dot") return `<circle cx="${shape.x}" cy="${shape.y}" r="6" fill="${colours[shape.tone]}"/>`;
  const [stroke, width] = { zero: ["#1d2b33", 1.5], rule: ["#ddd6ca", 1], interval: [colours[shape.tone], 4] }[shape.role];
  return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="${shape.role === "interval" ? "round" : "butt"}"/>`;
}
