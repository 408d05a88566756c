import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser, type Shown } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { aFile, aLine, exportDay } from "./testing/aCaseload.ts";
import { runCaseloadJobs } from "./testing/jobs.ts";

const example = await readFile(new URL("./testing/caseload-example.csv", import.meta.url));
const offerAddress = "/gezinnen/importeren";
let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  await region.setToday(exportDay);
  server = await aServer();
});
after(async () => {
  await server.close();
  await region.close();
});

/** Offers a file and has it read; gives the address of its page. */
async function offer(browser: Browser, content: string | Uint8Array, name = "export.csv"): Promise<string> {
  await browser.get(offerAddress);
  const answer = await browser.upload(offerAddress, { field: "bestand", name, content });
  assert.equal(answer.status, 303, answer.text);
  await runCaseloadJobs(region);
  return answer.location;
}

async function take(browser: Browser, address: string): Promise<Shown> {
  await browser.get(address);
  assert.equal((await browser.post(`${address}/overnemen`)).status, 303);
  await runCaseloadJobs(region);
  return browser.get(address);
}

const answerAll = async (browser: Browser, address: string, choice = "accept"): Promise<void> => {
  const questions = await region.asOwner<{ question: string }>(
    "select distinct unnest(questions) as question from caseload_line where upload_id = $1 and state = 'asked'",
    [address.split("/").at(-1)],
  );
  for (const { question } of questions) {
    await browser.get(address); // each form has a key of its own: sent twice it is done once
    await browser.post(`${address}/antwoord`, { question, choice });
  }
};

const familiesOf = async (organisation: string): Promise<number> => {
  const [row] = await region.asOwner<{ n: number }>("select count(*)::integer as n from trajectory where author_organisation_id = $1", [
    organisation,
  ]);
  return row?.n ?? 0;
};

test("the example, from the file to the families", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  const address = await offer(midwife, example, "caseload-example.csv");
  const shown = await midwife.get(address);
  assert.match(shown.text, /69 klaar om over te nemen/);
  assert.match(shown.text, /44 wacht op uw antwoord/);
  assert.match(shown.text, /7 niet te lezen/);
  assert.match(shown.text, /Cliëntnummer cliëntnummer/);
  const refused = await midwife.get(`${address}/regels?toon=geweigerd`);
  assert.match(refused.text, /78 A terme datum 31-02-2027 “31-02-2027” bestaat niet op de kalender\./);
  assert.match((await take(midwife, address)).text, /69 gezinnen overgenomen/);
  assert.equal(await familiesOf(region.organisationId("practice")), 69);
  await answerAll(midwife, address);
  const answered = await midwife.get(address);
  assert.match(answered.text, /36 klaar om over te nemen/);
  assert.match(answered.text, /8 overgeslagen/);
  await take(midwife, address);
  assert.equal(await familiesOf(region.organisationId("practice")), 105);
});

test("the same file again changes nothing and says so", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  const before = await region.asOwner("select * from record_history order by id desc limit 1");
  const address = await offer(midwife, example);
  const shown = await midwife.get(address);
  assert.match(shown.text, /Dit bestand is eerder aangeboden/);
  assert.match(shown.text, /Er is niets veranderd 105 gezinnen stonden er al in, zonder verschil/);
  assert.match(shown.text, /8 wacht op uw antwoord/, "what was answered is not asked again: only lines that were left out");
  await answerAll(midwife, address);
  assert.match((await midwife.get(address)).text, /0 klaar om over te nemen/);
  assert.equal(await familiesOf(region.organisationId("practice")), 105);
  assert.deepEqual(await region.asOwner("select * from record_history order by id desc limit 1"), before);
});

test("a doubt that was answered with what the file says is not asked again", async () => {
  const midwife = browse(server, await region.actor("midwife", "otherPractice"));
  const address = await offer(midwife, example);
  await answerAll(midwife, address, "keep");
  await take(midwife, address);
  assert.match((await midwife.get(address)).text, /81 gezinnen overgenomen.* 32 wacht op uw antwoord/);
  const again = (await midwife.get(await offer(midwife, example))).text;
  assert.match(again, /81 gezinnen stonden er al in, zonder verschil/);
  assert.match(again, /0 klaar om over te nemen 32 wacht op uw antwoord/, "only what may not be kept as it is was not answered yet");
});

test("what goes in is what the file says, and nothing is used before someone said that it is safe", async () => {
  const [row] = await region.asOwner<Record<string, unknown>>(
    `select m.family_name, m.prefix, m.insurer, a.postcode, a.municipality_code, c.value, c.safe, c.from_file, t.due_date, t.parity, t.source_reference,
       coalesce(o.name, t.maternity_care_text) as care, (select count(*)::integer from care_relation r where r.trajectory_id = t.id and r.basis = 'care') as relations
     from trajectory t join family_member m on m.family_id = t.family_id join family_address a on a.family_id = t.family_id
     left join family_contact c on c.family_id = t.family_id left join organisation o on o.id = t.maternity_care_organisation_id
     where t.source_reference = 'C700002'`,
  );
  assert.deepEqual(row, {
    family_name: "Debie",
    prefix: "van 't",
    insurer: "Univé",
    postcode: "6298GE",
    municipality_code: "GM0981",
    value: "+31612345678",
    safe: null,
    from_file: true,
    due_date: "2027-01-06",
    parity: null,
    source_reference: "C700002",
    care: "Geboortezorg Limburg",
    relations: 1,
  });
});

test("the refused lines come back as a file; mended and offered again they go in", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  const address = await offer(midwife, example);
  const file = await midwife.get(`${address}/te-herstellen.csv`);
  assert.match(String(file.headers["content-disposition"]), /te-herstellen\.csv/);
  assert.match(file.html, /^\uFEFFReden;Cliëntnummer/);
  const mended = file.html.replaceAll("31-02-2027", "28-02-2027").replaceAll("01-01-1900", "28-02-2027");
  const again = await offer(midwife, mended, "hersteld.csv");
  assert.match((await midwife.get(again)).text, /\d klaar om over te nemen.*3 niet te lezen/);
  await answerAll(midwife, again);
  const before = await familiesOf(region.organisationId("practice"));
  await take(midwife, again);
  assert.ok((await familiesOf(region.organisationId("practice"))) > before);
});

test("a changed line is shown as a difference and waits for a yes", async () => {
  const midwife = browse(server, await region.actor("midwife", "otherPractice"));
  await take(midwife, await offer(midwife, aFile([aLine()])));
  const changed = aFile([aLine({ "A terme datum": "20-03-2027", Adres: "Molenweg 3" })]);
  const address = await offer(midwife, changed);
  const list = await midwife.get(`${address}/regels?toon=veranderd`);
  assert.match(list.text, /A terme datum: wo 17 maart 2027 wordt za 20 maart 2027/);
  const line = await midwife.get(`${address}/regels/2`);
  assert.match(line.text, /Adres Molenweg 3, 6411 AB Heerlen Kerkstraat 15, 6411 AB Heerlen anders/);
  assert.equal((await midwife.post(`${address}/overnemen`)).status, 303);
  await runCaseloadJobs(region);
  const due = () =>
    region.asOwner<{ due_date: string }>("select due_date from trajectory where author_organisation_id = $1 and source_reference = 'C1'", [
      region.organisationId("otherPractice"),
    ]);
  assert.deepEqual(await due(), [{ due_date: "2027-03-17" }]);
  await midwife.get(`${address}/regels/2`);
  await midwife.post(`${address}/regels/2/gezin`, { decision: "update" });
  await take(midwife, address);
  assert.deepEqual(await due(), [{ due_date: "2027-03-20" }]);
  const addresses = await region.asOwner<{ street: string }>(
    "select a.street from family_address a join trajectory t using (family_id) where t.author_organisation_id = $1 and t.source_reference = 'C1' and a.until is null",
    [region.organisationId("otherPractice")],
  );
  assert.deepEqual(addresses, [{ street: "Molenweg" }]);
  assert.match((await midwife.get(await offer(midwife, changed))).text, /1 gezin stond er al in, zonder verschil/);
});

test("a likely double in one's own families is put before the uploader: the same family, or another", async () => {
  const midwife = browse(server, await region.actor("midwife", "hospital"));
  await take(midwife, await offer(midwife, aFile([aLine({ Achternaam: "Habets", Cliëntnummer: "A1" })])));
  const address = await offer(
    midwife,
    aFile([
      aLine({ Achternaam: "Habetz", Cliëntnummer: "B1", Voornaam: "Renee" }),
      aLine({ Achternaam: "Habets", Cliëntnummer: "B2", Voornaam: "R." }),
    ]),
  );
  assert.match((await midwife.get(address)).text, /1 regel Deze regel lijkt op een gezin|2 regels Deze regels lijken op een gezin/);
  const line = await midwife.get(`${address}/regels/2`);
  assert.match(line.text, /Is dit hetzelfde gezin\?/);
  await midwife.post(`${address}/regels/2/gezin`, { decision: "attach" });
  await midwife.get(`${address}/regels/3`);
  await answerAll(midwife, address, "keep");
  await midwife.post(`${address}/regels/3/gezin`, { decision: "other" });
  await take(midwife, address);
  assert.equal(await familiesOf(region.organisationId("hospital")), 2);
  const again = await offer(midwife, aFile([aLine({ Achternaam: "Habetz", Cliëntnummer: "B1", Voornaam: "Renee" })]));
  assert.match((await midwife.get(again)).text, /1 gezin stond er al in/);
});

test("a next pregnancy of a client with the same number becomes a second line of her family", async () => {
  const midwife = browse(server, await region.actor("midwife", "youthHealth").then(() => region.actor("gynaecologist", "hospital")));
  const client = { Cliëntnummer: "P1", Achternaam: "Crombach", Geboortedatum: "03-03-1993" };
  await take(midwife, await offer(midwife, aFile([aLine({ ...client, "A terme datum": "01-11-2026" })])));
  await region.asOwner("update trajectory set due_date = '2025-01-10' where source_reference = 'P1'");
  const address = await offer(midwife, aFile([aLine(client)]));
  assert.match((await midwife.get(`${address}/regels/2`)).text, /Is dit een nieuwe zwangerschap\?/);
  await midwife.post(`${address}/regels/2/gezin`, { decision: "pregnancy" });
  await take(midwife, address);
  const lines = await region.asOwner<{ due_date: string; families: number }>(
    "select due_date, count(*) over (partition by family_id)::integer as families from trajectory where source_reference like 'P1%' order by due_date",
  );
  assert.deepEqual(
    lines.map(({ due_date, families }) => [due_date, families]),
    [
      ["2025-01-10", 2],
      ["2027-03-17", 2],
    ],
  );
});
