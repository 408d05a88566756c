import type { CaseloadField, CaseloadLayout, CaseloadLine, CaseloadLists, Finding, FindingCode, LineOutcome } from "../caseload.ts";
import { type Answers, keyOf } from "../takeOver.ts";
import { readAddress } from "./address.ts";
import { splitNames } from "./names.ts";
import { tidy } from "./plainText.ts";
import type { RawRecord } from "./records.ts";

/** Doubts where what is written can stay as it is; elsewhere it can't be kept at all, or the proposal is what is written. */
const keepable: ReadonlySet<FindingCode> = new Set([
  "text-lost-letter",
  "text-garbled",
  "name-odd-characters",
  "postcode-unreadable",
  "municipality-spelling",
  "municipality-place-conflict",
  "double-exact",
  "double-likely",
]);
export const mayKeep = (finding: Finding): boolean =>
  keepable.has(finding.code) && (isDouble(finding) || finding.proposal !== finding.value);

/** Doubts about the line as a whole, where nothing can be typed instead. */
const aboutLine: ReadonlySet<FindingCode> = new Set(["double-exact", "double-likely", "line-quote-open"]);
export const mayType = (finding: Finding, layout: CaseloadLayout): boolean =>
  !aboutLine.has(finding.code) && layout.positions[finding.field] !== undefined;

export const isDouble = ({ code }: Pick<Finding, "code">): boolean => code === "double-exact" || code === "double-likely";

/** The doubts of a line that need an answer. A remark is not taken over, so one that is too long needs none. */
export const questionsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.weight === "doubtful" && !(finding.field === "remark" && finding.code === "text-too-long"));

/** What can't be read stays unread, however often it is typed. */
const unreadable: ReadonlySet<FindingCode> = new Set([
  "postcode-unreadable",
  "phone-unreadable",
  "email-unreadable",
  "parity-unreadable",
  "municipality-spelling",
  "municipality-unlisted",
  "client-number-twice",
]);

export interface Doubtful {
  readonly line: number;
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
}

/** With its answers a line goes in or stays out, or waits for the answers that are left; what was typed may not be readable. */
export type Settled =
  | { readonly code: "settled"; readonly record: CaseloadLine; readonly left: readonly string[]; readonly leftOut: boolean }
  | { readonly code: "unreadable"; readonly key: string; readonly finding: Finding };

interface Reader {
  read(record: RawRecord): LineOutcome | null;
}

/** Applies the uploader's answers to a line: it is read anew with what she typed, then what she kept is put back. */
export function settle(line: Doubtful, answers: Answers, layout: CaseloadLayout, lists: CaseloadLists, reader: Reader): Settled {
  const questions = questionsOf(line.findings);
  const typed = new Map<CaseloadField, string>();
  for (const finding of questions) {
    const answer = answers[keyOf(finding)];
    if (answer?.choice === "typed") typed.set(finding.field, answer.text);
  }
  const cells = line.cells.map((cell, at) => {
    const field = [...typed.keys()].find((name) => layout.positions[name] === at);
    return field === undefined ? cell : (typed.get(field) ?? cell);
  });
  const outcome = reader.read({ line: line.line, lastLine: line.line, cells, openQuote: false });
  const wrong = outcome?.findings.find(
    (finding) =>
      typed.has(finding.field) && (finding.weight === "refused" || unreadable.has(finding.code)) && typed.get(finding.field) !== "",
  );
  if (wrong) return { code: "unreadable", key: keyOf(questions.find(({ field }) => field === wrong.field) ?? wrong), finding: wrong };
  if (!outcome || outcome.kind === "refused") {
    const [finding] = outcome?.findings ?? line.findings;
    const [first] = questions;
    if (!finding || !first) throw new Error("A line that was doubtful can't be read without a finding.");
    return { code: "unreadable", key: keyOf(questions.find(({ field }) => field === finding.field) ?? first), finding };
  }
  const kept = questions.filter((finding) => answers[keyOf(finding)]?.choice === "keep");
  const record = kept.reduce((before, finding) => keepWritten(before, finding, { cells, layout, lists }), outcome.record);
  const left = questions.filter((finding) => answers[keyOf(finding)] === undefined).map(({ code }) => code);
  const leftOut = questions.some((finding) => isDouble(finding) && answers[keyOf(finding)]?.choice === "accept");
  return { code: "settled", record, left: leftOut ? [] : left, leftOut };
}

interface Written {
  readonly cells: readonly string[];
  readonly layout: CaseloadLayout;
  readonly lists: CaseloadLists;
}

function keepWritten(record: CaseloadLine, finding: Finding, { cells, layout, lists }: Written): CaseloadLine {
  const cell = (field: CaseloadField): string => tidy(cells[layout.positions[field] ?? -1] ?? "");
  const written = cell(finding.field);
  switch (finding.field) {
    case "familyName":
      return isDouble(finding)
        ? record
        : { ...record, ...splitNames(written, cell("prefix") === "" ? null : record.prefix, record.givenName) };
    case "prefix":
      return { ...record, prefix: written };
    case "givenName":
    case "initials":
      return { ...record, givenName: written };
    case "address":
      return { ...record, ...readAddress(written, cell("houseNumber"), cell("houseNumberAddition")) };
    case "place":
      return finding.code === "municipality-spelling" ? withoutMunicipality(record) : { ...record, place: written };
    case "postcode":
      return { ...record, postcode: null, postcodeWritten: written };
    case "municipality": {
      if (finding.code === "municipality-spelling") return withoutMunicipality(record);
      const named = lists.municipalities.find(({ name }) => name === finding.facts["municipality"]);
      return named ? { ...record, municipality: { ...named, from: "municipality" } } : record;
    }
    default:
      return record;
  }
}

const withoutMunicipality = (record: CaseloadLine): CaseloadLine => ({ ...record, municipality: { code: null, name: null, from: null } });
