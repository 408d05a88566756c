import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { action, file, page } from "../../../trust/access/route.ts";
import type { LedgerRefusal } from "../ledger.ts";
import { refusalSentence } from "../ledger.texts.ts";
import { bookUnknown, closeMonth } from "../server/closeMonth.ts";
import { readMoney } from "../server/readMoney.ts";
import { readStatement, statementCsv, statementPdf, type FunderStatement } from "../server/readStatement.ts";
import { moneyAddress, MoneyPage } from "./MoneyPage.tsx";

const month = z.iso.date().regex(/-01$/);
const refused = (refusal: LedgerRefusal) => ({ to: moneyAddress, notice: { tone: "late" as const, text: refusalSentence(refusal) } });

const choice = z.object({
  programma: z.uuid(),
  financier: z.string().min(1).max(100),
  tot: z.union([month, z.literal("")]).optional(),
});

/** What was asked in the address, when it is a statement at all. */
async function statement(actor: Actor, query: Typed): Promise<FunderStatement | null> {
  const { success, data } = choice.safeParse(query);
  if (!success) return null;
  return readStatement(actor, {
    programmeId: data.programma,
    funder: data.financier,
    until: data.tot === undefined || data.tot === "" ? null : data.tot,
  });
}

const named = ({ funder, until }: FunderStatement, ending: string): string =>
  `staat-${funder.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${until?.slice(0, 7) ?? "leeg"}.${ending}`;

/** The money of a programme, closing a month, and statements for funders. */
export const moneyRoutes = [
  page(moneyAddress, {
    may: "programme-money",
    trail: "ledger.read",
    load: (actor, _params, query) => readMoney(actor, query["programma"]),
    show: (money) => <MoneyPage money={money} />,
  }),
  action(`${moneyAddress}/afsluiten`, {
    may: "role:maternity_coordinator",
    trail: "ledger.month-closed",
    body: z.object({ programme: z.uuid(), month }),
    run: (actor, _params, body) => closeMonth(actor, body.programme, body.month),
    done: () => ({ to: moneyAddress, notice: { text: "De maand is afgesloten. Wat nog komt, telt in de maand die open is." } }),
    refused,
  }),
  action(`${moneyAddress}/opnieuw`, {
    may: "role:maternity_coordinator",
    trail: "hours.booked-anew",
    body: z.object({ programme: z.uuid() }),
    run: (actor, _params, body) => bookUnknown(actor, body.programme),
    done: ({ families, left }) => ({
      to: moneyAddress,
      notice: {
        tone: "info",
        text:
          families === 0
            ? "Er is niets veranderd: wat ontbrak, is nog niet bekend."
            : `De uren van ${families} ${families === 1 ? "gezin" : "gezinnen"} zijn opnieuw geboekt.${left ? " Er zijn er meer: druk nog eens." : ""}`,
      },
    }),
    refused,
  }),
  file(`${moneyAddress}/staat.pdf`, {
    may: "role:maternity_coordinator",
    trail: "ledger.statement-made",
    load: async (actor, _params, query) => {
      const made = await statement(actor, query);
      return made && { name: named(made, "pdf"), type: "application/pdf", body: await statementPdf(made), inline: true };
    },
  }),
  file(`${moneyAddress}/staat.csv`, {
    may: "role:maternity_coordinator",
    trail: "ledger.statement-made",
    load: async (actor, _params, query) => {
      const made = await statement(actor, query);
      return made && { name: named(made, "csv"), type: "text/csv; charset=utf-8", body: statementCsv(made) };
    },
  }),
];
