import type { Day } from "../../../kit/day.ts";
import { csvCents, toCsv } from "../../../kit/csv.ts";
import { formatCents } from "../../../kit/money.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Programme } from "../../configuration/programme.ts";
import { getProgramme } from "../../configuration/server/door.ts";
import { funderName } from "../../funding/funding.texts.ts";
import { periodName, statementWords } from "../ledger.texts.ts";
import { statementRows, type Statement } from "../rules/statementRows.ts";
import { total } from "../rules/sumMoney.ts";
import { listClosings, listMoneySums, listMunicipalityNames, listNewFamilies } from "./money.store.ts";

export interface FunderStatement extends Statement {
  readonly programme: Programme;
  readonly funder: string;
  readonly hasClaims: boolean;
  readonly until: Day | null;
  readonly today: Day;
}

export interface StatementChoice {
  readonly programmeId: string;
  readonly funder: string;
  /** The last month on it; empty: the last one that was closed. */
  readonly until: Day | null;
}

/** What one funder owes, over months that are closed. Null where there is no such funder. */
export const readStatement = (actor: Actor, { programmeId, funder, until }: StatementChoice): Promise<FunderStatement | null> =>
  withActor(actor, "ledger.statement-made", async ({ db, today }) => {
    const programme = await getProgramme(db, programmeId);
    if (!programme) return null;
    const [sums, closings, families, names] = [
      await listMoneySums(db, programmeId),
      await listClosings(db, programmeId),
      await listNewFamilies(db, programmeId),
      await listMunicipalityNames(db),
    ];
    if (!sums.some((one) => one.funder === funder)) return null;
    const last = closings.map(({ month }) => month).find((month) => until === null || month <= until) ?? null;
    // Closing a month closes each before it, also those that nobody closed by name.
    const closed = [...new Set([...sums, ...families].map(({ month }) => month))].filter((month) => last !== null && month <= last);
    const hasClaims = !names.has(funder);
    return {
      programme,
      today,
      hasClaims,
      until: last,
      funder: funderName(funder, names),
      ...statementRows(funder, { sums, closed, families, hasClaims }),
    };
  });

/** As a table for a Dutch spreadsheet. */
export const statementCsv = ({ programme, funder, rows }: FunderStatement): string =>
  toCsv([
    ["Programma", "Financier", "Van", "Tot en met", "Pijler", "Bedrag in euro"],
    ...rows.map(({ from, until, pillar, cents }) => [programme.name, funder, from.slice(0, 7), until.slice(0, 7), pillar, csvCents(cents)]),
    [programme.name, funder, "", "", "samen", csvCents(total(rows.map(({ cents }) => cents)))],
  ]);

const template = import.meta.resolve("../statement.typ");

/** As a tagged PDF, with a place for the accountant. */
export function statementPdf(statement: FunderStatement): Promise<Uint8Array> {
  const { programme, funder, rows, today } = statement;
  const words = statementWords(statement);
  return renderPdf(template, {
    document: { title: words.title, author: programme.settings.maternityCare.name, language: "nl", date: today },
    data: {
      ...words,
      funder,
      provider: programme.settings.maternityCare.name,
      rows: rows.map(({ from, until, pillar, cents }) => [periodName(from, until), `pijler ${pillar}`, formatCents(cents)]),
      total: formatCents(total(rows.map(({ cents }) => cents))),
    },
  });
}
