import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { configureScaleUp } from "../configuration/server/configurePilot.ts";
import { anEligibleLine, aPilot } from "../enrolment/testing/anEligibleLine.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  await aPilot(region);
  await configureScaleUp(region.asOwner, { startsOn: "2026-11-01", maternityCareOrganisationId: region.organisationId("maternityCare") });
});
after(async () => {
  await server.close();
  await region.close();
});

const address = "/geboortezorg-flex/capaciteit";

test("the project group sees weeks, bands and the week in which it pinches; never a family", async () => {
  const midwife = await region.actor("midwife", "practice");
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse: await region.actor("youth_nurse", "youthHealth") });
  const group = browse(server, await region.actor("project_group", "office"));
  const page = await group.get(address);
  assert.match(page.text, /Genoeg kraamzorg\? Geboortezorg Flex/);
  assert.match(page.text, /Het knelt vanaf week \d+ \(.*de kans op te weinig uren is dan \d+%|Het knelt in geen enkele week/);
  assert.match(page.text, /80 van de 100 keer/);
  const known = /week 14 \(5-4-2027 tot en met 11-4-2027\) [\d,]+ 1 /;
  const coordinator = browse(server, await region.actor("maternity_coordinator", "maternityCare"));
  assert.match((await coordinator.get(address)).text, known, "the family that is due on 11 April stands there as a number");
  assert.doesNotMatch(page.text, known, "the project group gets whole tens: nothing of a single family");
  const other = browse(server, await region.actor("maternity_coordinator", "otherMaternityCare"));
  assert.doesNotMatch((await other.get(address)).text, known, "and the coordinator of another organisation none");
  assert.doesNotMatch(page.html, new RegExp(`Frijns|${trajectoryId}`));
  await region.asOwner("update trajectory set loss_on = '2026-11-20', loss = 'pregnancy' where id = $1", [trajectoryId]);
  assert.doesNotMatch((await coordinator.get(address)).text, known, "after a loss nobody is expected");
});

test("turning an assumption changes the outcome, without a script; the other programme has its own area and hours", async () => {
  const group = browse(server, await region.actor("project_group", "office"));
  assert.match((await group.get(`${address}?assistants=20`)).text, /Het gaat knellen.*In 5\d weken|Het gaat knellen/);
  assert.match((await group.get(`${address}?assistants=400&absence=0&summerAbsence=0`)).text, /Er is genoeg/);
  const other = await group.get(`${address}?programma=flex-zuid-limburg`);
  assert.match(other.text, /Maastricht-Heuvelland/);
  assert.match(other.html, /name="flexHours"[^>]*value="20"/);
});

test("assumptions are kept under a name, not twice, and put side by side", async () => {
  const group = browse(server, await region.actor("project_group", "office", "Paul Project"));
  const save = async (name: string, query: string) => {
    await group.get(`${address}?programma=geboortezorg-flex&${query}`);
    return group.submit(`${address}/bewaren?programma=geboortezorg-flex`, { name });
  };
  assert.match((await save("Weinig mensen", "assistants=20")).text, /De aannames zijn bewaard.*Weinig mensen.*Paul Project/);
  assert.match((await save("Weinig mensen", "assistants=30")).text, /Deze naam is er al/);
  const [kept] = await region.asOwner<{ id: string; assumptions: { assistants: number } }>("select id, assumptions from capacity_scenario");
  assert.equal(kept?.assumptions.assistants, 20);
  const compared = await group.get(`${address}?programma=geboortezorg-flex&s=${kept?.id ?? ""}`);
  assert.match(compared.text, /Scenario's naast elkaar Wat Nu op het scherm Weinig mensen Knelt vanaf/);
});

test("only the coordinator and the project group", async () => {
  assert.equal((await browse(server, await region.actor("maternity_coordinator", "maternityCare")).get(address)).status, 200);
  for (const [role, at] of [
    ["midwife", "practice"],
    ["platform_admin", "office"],
    ["maternity_assistant", "maternityCare"],
  ] as const)
    assert.equal((await browse(server, await region.actor(role, at)).get(address)).status, 403, role);
});
