// The service directory with 20,000 offers: searching by words, topic and language, and what fits a family, over HTTP as someone signed in.
import { aLine } from "../src/pathway/trajectory/testing/aLine.ts";
import { aRegion } from "../src/registry/testing/aRegion.ts";
import { opened, visit } from "./region/visit.ts";
import { percentile, report } from "./report.ts";

const offers = 20_000;
const rounds = 300;

const region = await aRegion();
const midwife = await region.actor("midwife", "practice");
const { trajectoryId } = await aLine(midwife);
await region.asOwner(
  `insert into support_offer (organisation_id, name, description, audience, topics, municipalities, languages, periods, wait_weeks, capacity_available, capacity_maximum, assured_on, assured_by)
   select $1, initcap(noun[1 + i % 10]) || ' ' || kind[1 + (i / 10) % 10] || ' ' || i, 'Een verzonnen aanbod: ' || kind[1 + (i * 7) % 10] || ' voor wie ' || noun[1 + (i * 3) % 10] || ' zoekt.',
     'wie steun zoekt bij ' || noun[1 + (i * 3) % 10], array[(array['pregnancy', 'parenting', 'money', 'home', 'mind', 'network'])[1 + i % 6]],
     case when i % 3 = 0 then '{}'::text[] else array[(array['GM0917', 'GM0935', 'GM1883', 'GM0882'])[1 + i % 4]] end,
     case when i % 5 = 0 then array['nl', 'pl'] else array['nl'] end, case when i % 4 = 0 then array['pregnancy'] else '{}'::text[] end, i % 9, i % 6, 8, current_date - i % 300, $2
   from generate_series(1, ${offers}) i, (select array['geld', 'rust', 'wonen', 'taal', 'opvoeding', 'slapen', 'werk', 'vriendschap', 'voeding', 'papieren'] as noun,
     array['cursus', 'groep', 'maatje', 'spreekuur', 'coach', 'cafe', 'training', 'hulp', 'lijn', 'thuis'] as kind) words`,
  [midwife.organisationId, midwife.membershipId],
);
await region.asOwner("analyze support_offer");
const page = await visit(region.adminUrl);
const addresses = {
  "searching by words": [
    "geld cursus",
    "maatje",
    "rust",
    "opvoeding groep",
    "papieren",
    "taal caf",
    "zoekt wonen",
    "vriendschap",
    "training 4",
    "hulp voeding",
  ].map((words) => `/sociale-kaart?zoek=${encodeURIComponent(words)}`),
  "searching by topic and language": ["money", "parenting", "home", "mind"].map((topic) => `/sociale-kaart?onderwerp=${topic}&taal=pl`),
  "what fits a family": [`/gezinnen/${trajectoryId}/steun`, `/gezinnen/${trajectoryId}/steun?zoek=geld`],
};
const goals = [];
for (const [what, list] of Object.entries(addresses)) {
  const open = (round: number) => page.open(midwife.token, list[round % list.length] ?? "");
  const one = percentile(await opened(1, rounds, open), 0.95);
  const eight = percentile(await opened(8, rounds, open), 0.95);
  process.stdout.write(`${what}: p95 ${one.toFixed(1)} ms for one user, ${eight.toFixed(1)} ms for eight at once\n`);
  goals.push({ name: `${what}, ${offers} offers, p95 of one user`, value: one, unit: "ms", goal: 100 });
}
await page.stop();
await region.close();
report("directory", goals);
