// Searching by a part of a name: the press and the page that follows, together.
import { measure, one, pageGoals } from "./region/pages.ts";
import { report } from "./report.ts";

const parts = ["frij", "öztü", "kowal", "crom", "plui", "smeet", "sanne fr", "bakk", "schrod", "nijs"];

const measured = await measure(async (server, caseload) => {
  const shown = await server.get(caseload, "/gezinnen");
  const token = /name="_csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? "";
  const cookie = shown.cookie;
  return async (round) => {
    const body = new URLSearchParams({ _csrf: token, _key: crypto.randomUUID(), zoek: parts[round % parts.length] ?? "" }).toString();
    const sent = await server.post(caseload, "/gezinnen/zoeken", body, cookie);
    if (sent.status !== 303) return sent;
    const found = await server.get(caseload, sent.location);
    return {
      ...found,
      waited: sent.waited + found.waited,
      served: sent.served + found.served,
      sql: sent.sql + found.sql,
      bare: sent.bare + found.bare,
    };
  };
});
const worst = Math.max(...measured.measured.filter(({ users }) => users === 1).map(({ served }) => served));
report("search", [
  { name: "search: server time, press and page together, worst p95 of one user", value: worst, unit: "ms", goal: 40 },
  {
    name: "search: p95 with 8 users, worst",
    value: Math.max(...measured.measured.filter(({ users }) => users === 8).map(({ p95 }) => p95)),
    unit: "ms",
    goal: 120,
  },
  {
    name: "search: p95 in a country against a region, caseload 200",
    value: one(measured.measured, "country", "small", 1).p95 / one(measured.measured, "region", "small", 1).p95,
    unit: "x",
    goal: 1.3,
  },
  ...pageGoals("search", measured).filter(({ name }) => name.startsWith("memory") || name.startsWith("filling") || name.includes("beside")),
]);
