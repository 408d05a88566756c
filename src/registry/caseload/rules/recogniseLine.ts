import type { Day } from "../../../kit/day.ts";
import {
  type CaseloadField,
  type CaseloadLayout,
  type CaseloadLine,
  type CaseloadLists,
  type Finding,
  findingWeights,
  type LineOutcome,
  type Read,
  type Remarked,
} from "../caseload.ts";
import { readAddress, readPostcode } from "./address.ts";
import { readBirthDate, readDueDate } from "./birthAndDueDate.ts";
import { readEmail, readPhones } from "./contact.ts";
import { type DoubleWatch, watchForDoubles } from "./doubles.ts";
import { nameColumn, readHeadings } from "./headings.ts";
import { indexInsurers, readInsurer } from "./insurer.ts";
import { indexLanguages, readLanguage } from "./language.ts";
import { indexMaternityCare, readMaternityCare } from "./maternityCare.ts";
import { indexMunicipalities, readResidence } from "./municipality.ts";
import { readFamilyName, readOtherName, readPlaceText, splitNames } from "./names.ts";
import { readParity } from "./parity.ts";
import { saysNothing, shorten, tidy } from "./plainText.ts";
import type { RawRecord } from "./records.ts";
import { readRemark } from "./remark.ts";

/** Reads the records of one file, one after the other; it remembers what it saw to find doubles. */
export interface LineReader {
  /** Null for a record without any text: it is no line. */
  read(record: RawRecord): LineOutcome | null;
}

export function readLines(layout: CaseloadLayout, lists: CaseloadLists, today: Day): LineReader {
  const indexes = {
    municipalities: indexMunicipalities(lists),
    insurers: indexInsurers(lists.insurers),
    maternityCare: indexMaternityCare(lists.maternityCare),
    languages: indexLanguages(lists.languages),
  };
  const doubles = watchForDoubles();
  return {
    read(raw) {
      const record = { ...raw, cells: raw.cells.map(withoutGuard) };
      if (record.cells.every((cell) => cell.trim() === "")) return null;
      const shape = judgeShape(record, layout);
      if (shape) return { kind: "refused", line: record.line, cells: raw.cells, findings: [shape] };
      const collector = collectFindings(layout, record);
      const line = recogniseLine(collector, indexes, today);
      if (line === null) return { kind: "refused", line: record.line, cells: raw.cells, findings: byWeight(collector.findings) };
      return classify(record, line, collector, doubles);
    },
  };
}

type Indexes = {
  readonly municipalities: ReturnType<typeof indexMunicipalities>;
  readonly insurers: ReturnType<typeof indexInsurers>;
  readonly maternityCare: ReturnType<typeof indexMaternityCare>;
  readonly languages: ReturnType<typeof indexLanguages>;
};

function recogniseLine({ cell, take, remark }: Collector, indexes: Indexes, today: Day): CaseloadLine | null {
  const familyName = take("familyName", readFamilyName(cell("familyName")));
  const birthDate = take("birthDate", readBirthDate(cell("birthDate"), today));
  const dueDate = take("dueDate", readDueDate(cell("dueDate"), today));
  const given = take("givenName", readOtherName(cell("givenName"))) ?? take("initials", readOtherName(cell("initials")));
  const prefix = take("prefix", readOtherName(cell("prefix")));
  const postcode = take("postcode", readPostcode(cell("postcode")));
  const residence = readResidence(indexes.municipalities, {
    municipality: cell("municipality"),
    place: cell("place"),
    area: postcode.area,
  });
  for (const remarked of residence.remarked) remark(remarked.field, [remarked]);
  const phones = [...take("phone", readPhones(cell("phone"))), ...take("mobile", readPhones(cell("mobile")))];
  const note = take("remark", readRemark(cell("remark")));
  const rest = {
    clientNumber: saysNothing(cell("clientNumber")) ? null : shorten(tidy(cell("clientNumber")), 60),
    ...readAddress(take("address", readPlaceText(cell("address"))) ?? "", cell("houseNumber"), cell("houseNumberAddition")),
    postcode: postcode.postcode,
    postcodeWritten: postcode.written,
    place: take("place", readPlaceText(cell("place"))),
    municipality: residence.value,
    phones: [...new Set(phones)],
    email: take("email", readEmail(cell("email"))),
    contactConfirmedSafe: false,
    insurer: take("insurer", readInsurer(indexes.insurers, cell("insurer"))),
    maternityCare: readMaternityCare(indexes.maternityCare, cell("maternityCare")),
    ...take("parity", readParity(cell("parity"))),
    language: take("language", readLanguage(indexes.languages, cell("language"))),
    remark: note.remark,
    remarkOnContact: note.onContact,
  } as const;
  if (familyName === null || birthDate === null || dueDate === null) return null;
  return { ...splitNames(familyName, prefix, given), birthDate, dueDate, ...rest };
}

/** Puts a line in its class: refused by any refusal, doubtful by any doubt, good otherwise. Only what can go in is compared for doubles. */
function classify(record: RawRecord, line: CaseloadLine, collector: Collector, doubles: DoubleWatch): LineOutcome {
  const { findings, remark } = collector;
  if (record.openQuote) remark("remark", [{ code: "line-quote-open", facts: { from: record.line, to: record.lastLine } }]);
  if (findings.some(({ weight }) => weight === "refused"))
    return { kind: "refused", line: record.line, cells: record.cells, findings: byWeight(findings) };
  const double = doubles.see(record.line, line);
  if (double) {
    remark(double.code === "client-number-twice" ? "clientNumber" : "familyName", [{ code: double.code, facts: { line: double.line } }]);
    // Whether a line goes in at all is asked before what is wrong in it.
    findings.unshift(...findings.splice(-1));
  }
  if (!findings.some(({ weight }) => weight === "doubtful"))
    return { kind: "good", line: record.line, cells: record.cells, record: line, findings };
  const doubleOf = double && double.code !== "client-number-twice" ? double.line : null;
  return { kind: "doubtful", line: record.line, cells: record.cells, record: line, findings: byWeight(findings), doubleOf };
}

const heaviness = { refused: 0, doubtful: 1, note: 2 } as const;
const byWeight = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => heaviness[one.weight] - heaviness[other.weight]);

/** A record that does not have the shape of the file: nothing in it is trusted, since its cells may stand under the wrong heading. */
function judgeShape(record: RawRecord, layout: CaseloadLayout): Finding | null {
  const expected = layout.headings.length;
  const filled = record.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  // Our own column with the reason is no column of theirs.
  const ours = layout.reasonAt === null ? 0 : 1;
  const facts = { found: record.cells.length - ours, expected: expected - ours };
  const missing = layout.headings[record.cells.length];
  if (isHeading(record.cells)) return { ...lineFinding("line-heading-again"), column: layout.headings[0] ?? "" };
  if (missing !== undefined)
    return { ...lineFinding("line-cut-off"), column: missing, facts: { ...facts, openQuote: record.openQuote ? "yes" : null } };
  if (filled > expected) return { ...lineFinding("line-too-many-cells"), column: layout.headings.at(-1) ?? "", facts };
  return null;
}

/** A heading has no digits, a line of a client has: so most lines need no second look. */
const isHeading = (cells: readonly string[]): boolean => !cells.some((cell) => /\d/.test(cell)) && readHeadings(cells).kind === "headings";

function lineFinding(code: "line-cut-off" | "line-too-many-cells" | "line-heading-again"): Finding {
  return { code, weight: findingWeights[code], field: "familyName", column: "", value: "", proposal: null, facts: {} };
}

interface Collector {
  readonly findings: Finding[];
  readonly cell: (field: CaseloadField) => string;
  readonly take: <Value>(field: CaseloadField, read: Read<Value>) => Value;
  readonly remark: (field: CaseloadField, remarked: readonly Remarked[]) => void;
}

function collectFindings(layout: CaseloadLayout, record: RawRecord): Collector {
  const findings: Finding[] = [];
  const cell = (field: CaseloadField): string => record.cells[layout.positions[field] ?? -1] ?? "";
  const remark = (field: CaseloadField, remarked: readonly Remarked[]): void => {
    for (const { code, proposal = null, facts = {} } of remarked) {
      const column = layout.headings[layout.positions[field] ?? -1] ?? nameColumn(field);
      const value = field === "remark" ? "" : shorten(tidy(cell(field)), 80);
      findings.push({ code, weight: findingWeights[code], field, column, value, proposal, facts });
    }
  };
  const take = <Value>(field: CaseloadField, read: Read<Value>): Value => {
    remark(field, read.remarked);
    return read.value;
  };
  return { findings, cell, take, remark };
}

/** The sign that `mendedFile` puts before a cell that a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => (/^'\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell);
