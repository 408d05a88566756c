// A family's page, another family each time.
import { measure, pageGoals } from "./region/pages.ts";
import { report } from "./report.ts";

const links = /href="(\/gezinnen\/[0-9a-f-]{36})"/g;

const measured = await measure(async (server, caseload) => {
  const list = await server.get(caseload, "/werk");
  const families = [...new Set([...list.body.matchAll(links)].map((found) => found[1] ?? ""))];
  if (families.length < 10) throw new Error(`Only ${families.length} families on the list: there is nothing to measure.`);
  return (round) => server.get(caseload, families[round % families.length] ?? "");
});
report("family", pageGoals("a family", measured));
