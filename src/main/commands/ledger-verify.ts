// `npm run ledger:verify`: recomputes the whole ledger from the lines of hours, and names the first figure that differs.
import pg from "pg";
import { verifyLedger, type LedgerReport } from "../../programme/ledger/server/verifyLedger.store.ts";
import { withOwner } from "./withOwner.ts";

function sentence({ whole, lines, entries, difference }: LedgerReport): string {
  if (whole || !difference) return `The ledger is whole: ${entries} transfers follow from ${lines} lines of hours, to the cent.`;
  const { figure, of, stands, should } = difference;
  const where = Object.entries(of)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return `The ledger differs from the hours. First difference: ${figure} (${where}) says ${stands ?? "nothing"}, and should say ${should ?? "nothing"}.`;
}

await withOwner(async (ownerUrl) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const report = await verifyLedger(owner);
    process.stdout.write(`${sentence(report)}\n${JSON.stringify(report)}\n`);
    return report.whole ? 0 : 1;
  } finally {
    await owner.end();
  }
});
