// The page of cases: someone who leads 2,000 families and a coordinator with 5,000, each with work that is stuck.
import { aRegion } from "../src/registry/testing/aRegion.ts";
import { opened, visit } from "./region/visit.ts";
import { percentile, report } from "./report.ts";

const cases = 5_000;
const led = 2_000;
const rounds = 100;

const region = await aRegion();
const midwife = await region.actor("midwife", "practice");
const nurse = await region.actor("youth_nurse", "youthHealth");
const coordinator = await region.actor("knooppunt_coordinator", "municipality");
const ids = (name: string) => `('00000000-0000-4000-8000-${name}' || lpad(i::text, 10, '0'))::uuid`;
for (const statement of [
  `insert into family (id, author_organisation_id) select ${ids("01")}, $1 from generate_series(1, ${cases}) i`,
  `insert into family_member (family_id, kind, given_name, family_name, author_organisation_id) select ${ids("01")}, 'mother', 'Naam ' || i, 'Verzonnen', $1 from generate_series(1, ${cases}) i`,
  `insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id) select ${ids("01")}, 'Straat', i::text, '6411AA', 'Heerlen', 'GM0917', $1 from generate_series(1, ${cases}) i`,
  `insert into trajectory (id, family_id, due_date, author_organisation_id) select ${ids("02")}, ${ids("01")}, current_date + i % 200, $1 from generate_series(1, ${cases}) i`,
  `insert into vulnerability_assessment (id, trajectory_id, way, category, role, author_organisation_id) select ${ids("03")}, ${ids("02")}, 'after_visit', 'b', 'midwife', $1 from generate_series(1, ${cases}) i`,
  `insert into category_route (id, trajectory_id, category, route, assessed_on, since, role, author_organisation_id)
   select ${ids("03")}, ${ids("02")}, 'b', 2, current_date - 20, current_date - 20, 'midwife', $1 from generate_series(1, ${cases}) i on conflict do nothing`,
])
  await region.asOwner(statement, [midwife.organisationId]);
await region.asOwner(
  `insert into access_grant (principal, trajectory_id, family_id, part, social_only, may_write, until)
   select t.principal, ${ids("02")}, ${ids("01")}, p, false, true, 'infinity' from generate_series(1, ${cases}) i, team t, unnest(array[0, 1, 5, 6, 10]) p
   where t.organisation_id = $1 and t.role = 'knooppunt_coordinator' or t.organisation_id = $2 and t.role = 'youth_nurse'`,
  [coordinator.organisationId, nurse.organisationId],
);
await region.asOwner(
  `insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id)
   select ${ids("02")}, $1, $2, $3, 'youth_nurse', 'transfer', $3 from generate_series(1, ${led}) i on conflict do nothing`,
  [nurse.membershipId, nurse.professionalId, nurse.organisationId],
);
await region.asOwner(
  `insert into work_item (principal, trajectory_id, kind, subject_id, due_on, facts)
   select m.principal, ${ids("02")}, kind, gen_random_uuid(), current_date - i % 60 + case when i % 3 = 0 then 90 else 0 end, jsonb_build_object('on', current_date, 'offer', 'Schuldhulp', 'asked', 'Kredietbank')
   from generate_series(1, ${cases}) i, membership m, unnest(array['plan.agreement', 'plan.evaluation', 'referral.answer', 'referral.bridge', 'route.conference']) kind where m.id = $1`,
  [midwife.membershipId],
);
await region.asOwner("analyze");
const page = await visit(region.adminUrl);
const goals = [];
for (const [who, token] of [
  [`a lead of ${led}`, nurse.token],
  [`a coordinator of ${cases}`, coordinator.token],
] as const) {
  const addresses = ["/casussen", "/casussen?reden=gezinsplan", "/casussen?blad=4"];
  const measured = await opened(1, rounds, (round) => page.open(token, addresses[round % addresses.length] ?? ""));
  goals.push({ name: `cases: p95 of one user, ${who}`, value: percentile(measured, 0.95), unit: "ms", goal: 300 });
}
await page.stop();
await region.close();
report("cases", goals);
