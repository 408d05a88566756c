import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { aServer, browse } from "../../main/testing/browse.ts";
import { raiseSignal } from "../../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../../pathway/signal/testing/aSignal.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { ensurePoppler, readPdf } from "../../platform/pdf/testing/poppler.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { openInEmergency, readEmergencies, review } from "../emergency/server/emergency.ts";
import { askFamilyFile, handFamilyFile, readFile, retryFamilyFile, takeFamilyFile } from "./server/familyFiles.ts";
import { expireFilesTask, makeFileTask } from "./server/fileTasks.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Anna Verzonnen");
});
after(async () => {
  await server.close();
  await region.close();
});

const origin = { source: "192.0.2.1", requestId: "r" } as never;
const todayOf = async () => (await region.asOwner<{ d: string }>("select app.today()::text as d"))[0]?.d ?? "";

/** A family with a signal, a signal that was not discussed, and one about the partner. */
async function aFamily() {
  const line = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Gubbels", birthDate: "1994-01-02" } });
  const today = await todayOf();
  await raiseSignal(midwife, aSignal(line, { today, seen: "Rekeningen blijven liggen" }));
  await raiseSignal(midwife, aSignal(line, { today, seen: "Iets wat nog niet is besproken", discussedOn: null }));
  await region.asOwner(
    `insert into signal (trajectory_id, about_person, own_person, care_kind, factors, seen, observed_on, urgent, discussed_on, noted_together, author_role, author_membership_id, author_organisation_id, author_id)
     select s.trajectory_id, m.id, m.own_person, s.care_kind, s.factors, 'Over hem', s.observed_on, s.urgent, s.discussed_on, gen_random_uuid(), s.author_role, s.author_membership_id, s.author_organisation_id, s.author_id
     from signal s, family_member m where s.trajectory_id = $1 and s.discussed_on is not null and m.family_id = $2 and m.kind = 'partner'`,
    [line.trajectoryId, line.familyId],
  );
  return line;
}
async function asked(line: { trajectoryId: string; motherId: string }): Promise<string> {
  const outcome = await askFamilyFile(midwife, line.trajectoryId, { person: line.motherId, language: "nl" });
  assert.ok(outcome.code === "done", outcome.code);
  return outcome.file;
}
/** The link as it stands on the paper, and the code as the page shows it. */
async function handed(file: string): Promise<{ token: string; code: string }> {
  const paper = await handFamilyFile(midwife, file, "document");
  assert.ok(paper);
  const { words } = readPdf(paper);
  const [, token = ""] = /Vuldaarin:([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})/.exec(words.replaceAll(/[\u200b\s]/g, "")) ?? [];
  assert.notEqual(token, "");
  return { token, code: (await readFile(midwife, file))?.code ?? "" };
}
const stateOf = async (file: string) => (await readFile(midwife, file))?.state;

test("all that is hers is in it, with who looked; not his, not what was not discussed with her, not a Meldcode, not an emergency held back", async () => {
  const line = await aFamily();
  await withActor(midwife, "meldcode.started", async ({ db, about }) => {
    about({ trajectories: [line.trajectoryId] });
    await db.insertInto("meldcode_case").values({ trajectory_id: line.trajectoryId, about_whom: "S.F. in vertrouwen" }).execute();
  });
  const doctor = await region.actor("social_paediatrics", "hospital", "Dirk Verborgen");
  await openInEmergency(doctor, { name: "Frijns", birthDate: "1996-05-04", reason: "Zij belde in paniek", hours: 4 });
  const officer = await region.actor("privacy_officer", "office");
  const [emergency] = await readEmergencies(officer);
  await withActor(doctor, "family.read", async ({ about }) => about({ trajectories: [line.trajectoryId], part: "identity" }));
  await review(officer, { id: emergency?.id ?? "", outcome: "Terecht", holdBackBecause: "Gevaar voor de arts", endNow: true });
  const file = await asked(line);
  await makeFileTask.run({ file });
  assert.equal(await stateOf(file), "ready");
  const contents = await region.asOwner<{ format: string; content: Buffer }>(
    "select format, content from family_file_content where file_id = $1",
    [file],
  );
  const data = contents.find(({ format }) => format === "data")?.content.toString() ?? "";
  const pdf = readPdf(contents.find(({ format }) => format === "pdf")?.content ?? new Uint8Array());
  for (const hers of [/Rekeningen blijven liggen/, /Sanne/, /Akerstraat/, /Anna Verzonnen/]) {
    assert.match(data, hers);
    assert.match(pdf.words, hers);
  }
  for (const others of [/Over hem/, /Gubbels/, /nog niet is besproken/, /in vertrouwen/, /meldcode/i, /Dirk Verborgen/]) {
    assert.doesNotMatch(data, others);
    assert.doesNotMatch(pdf.words, others);
  }
  assert.match(pdf.xmp, /<pdfuaid:part>1</);
  const told = JSON.parse(data) as { fhir: { resourceType: string }; inhoud: readonly unknown[]; wieKeek: readonly unknown[] };
  assert.equal(told.fhir.resourceType, "Bundle");
  assert.ok(told.inhoud.length > 0 && told.wieKeek.length > 0);
});

test("no professional reads it on the way: the content is for the link alone", async () => {
  const file = await asked(await aFamily());
  await makeFileTask.run({ file });
  await assert.rejects(
    withActor(midwife, "family-file.read", ({ db }) => db.selectFrom("family_file_content").selectAll().execute()),
    { code: "42501" },
  );
  const shown = await browse(server, midwife).get(`/dossier/${file}`);
  assert.match(shown.text, /klaar om mee te geven/i);
  assert.doesNotMatch(shown.text, /Rekeningen|Sanne/);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(`/dossier/${file}`)).status, 404);
  assert.equal((await stranger.post(`/dossier/${file}/meegeven`, { checked: "document" })).status, 404);
});

test("she takes each document once, with her link and code; then it is gone from Wieg, and the trail says so", async () => {
  const line = await aFamily();
  const file = await asked(line);
  assert.equal((await askFamilyFile(midwife, line.trajectoryId, { person: line.motherId, language: "nl" })).code, "made-already");
  assert.equal(await handFamilyFile(midwife, file, "document"), null, "not before it is made");
  await makeFileTask.run({ file });
  const { token, code } = await handed(file);
  const visitor = browse(server);
  assert.equal(
    (await visitor.post(`/mijn-dossier/${token}`, { code: code === "000000" ? "000001" : "000000" })).status,
    404,
    "a wrong code",
  );
  assert.match(
    (await visitor.submit("/mijn-dossier", { key: ` ${token.toUpperCase().replaceAll("-", " ")}` })).text,
    /Code van zes cijfers/,
  );
  const choices = await visitor.post(`/mijn-dossier/${token}`, { code });
  assert.match(choices.text, /Hoe wilt u ze hebben/);
  const taken = await visitor.post(`/mijn-dossier/${token}/pdf`, { code });
  assert.equal(taken.headers["content-type"], "application/pdf");
  assert.equal(await takeFamilyFile(origin, token, code, "pdf"), null, "not twice");
  assert.ok(await takeFamilyFile(origin, token, code, "data"));
  assert.equal(await stateOf(file), "taken");
  assert.equal((await region.asOwner("select 1 from family_file_content where file_id = $1", [file])).length, 0);
  const events = await region.asOwner<{ purpose: string }>(
    "select purpose from trail_event where event = 'family-file.taken' and trajectory_ids = array[$1::uuid] order by seq",
    [line.trajectoryId],
  );
  assert.deepEqual(
    events.map(({ purpose }) => purpose),
    ["pdf", "data"],
  );
});

test("a new paper puts the old one out of use; five wrong codes put out the link; late it works no more", async () => {
  const file = await asked(await aFamily());
  await makeFileTask.run({ file });
  const old = await handed(file);
  const now = await handed(file);
  assert.equal(await takeFamilyFile(origin, old.token, old.code, "pdf"), null);
  const wrong = now.code === "111111" ? "222222" : "111111";
  for (let tried = 0; tried < 5; tried += 1) assert.equal(await takeFamilyFile(origin, now.token, wrong, "pdf"), null);
  assert.equal(await takeFamilyFile(origin, now.token, now.code, "pdf"), null, "guessed too often");
  const again = await handed(file);
  try {
    await region.setToday(
      Temporal.PlainDate.from(await todayOf())
        .add({ days: 15 })
        .toString(),
    );
    assert.equal(await takeFamilyFile(origin, again.token, again.code, "pdf"), null, "too late");
    await expireFilesTask.run({});
    assert.equal(await stateOf(file), "expired");
    assert.equal((await region.asOwner("select 1 from family_file_content where file_id = $1", [file])).length, 0);
  } finally {
    await region.asOwner("delete from app.clock");
  }
});

test("a full disk ends in a clear sentence and nothing half kept; made anew when there is room", async () => {
  const file = await asked(await aFamily());
  await region.asOwner(`create function full_disk() returns trigger language plpgsql as $$ begin
    if new.format = 'data' then raise exception 'could not extend file' using errcode = 'disk_full'; end if; return new; end $$`);
  await region.asOwner("grant execute on function full_disk to public");
  await region.asOwner("create trigger full_disk before insert on family_file_content for each row execute function full_disk()");
  await makeFileTask.run({ file });
  assert.equal(await stateOf(file), "failed");
  assert.equal((await region.asOwner("select 1 from family_file_content where file_id = $1", [file])).length, 0);
  assert.match((await browse(server, midwife).get(`/dossier/${file}`)).text, /geen ruimte op de schijf/);
  assert.match((await browse(server, midwife).get("/werk")).text, /Dossier maken is niet gelukt/);
  await region.asOwner("drop trigger full_disk on family_file_content");
  assert.equal((await retryFamilyFile(midwife, file)).code, "done");
  await makeFileTask.run({ file });
  assert.equal(await stateOf(file), "ready");
});

test("a job that was killed half-way begins again, and makes it once", async () => {
  const file = await asked(await aFamily());
  await region.asOwner("update family_file set state = 'making', steps_done = 1 where id = $1", [file]);
  await region.asOwner("insert into family_file_content (file_id, format, content) values ($1, 'pdf', 'half')", [file]);
  await makeFileTask.run({ file });
  await makeFileTask.run({ file });
  assert.equal(await stateOf(file), "ready");
  const kept = await region.asOwner<{ size: number }>("select length(content) as size from family_file_content where file_id = $1", [file]);
  assert.equal(kept.length, 2);
  assert.ok(kept.every(({ size }) => size > 1_000));
});

test("asked in the browser, with its mistake beside the field", async () => {
  const line = await aFamily();
  const hers = browse(server, midwife);
  const missing = await hers.post(`/gezinnen/${line.trajectoryId}/dossier`, { language: "nl" });
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Kies wiens dossier/);
  assert.match(
    (await hers.submit(`/gezinnen/${line.trajectoryId}/dossier`, { person: line.motherId, language: "nl" })).text,
    /wordt gemaakt/,
  );
});

test("who signalled in confidence and did no more, stands nowhere in it", async () => {
  const line = await aFamily();
  const carer = await region.actor("childcare", "childcare", "Kim Vertrouwd");
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'signal')", [
    line.trajectoryId,
    carer.organisationId,
  ]);
  await region.asOwner(
    `insert into signal (trajectory_id, about_person, care_kind, factors, seen, observed_on, urgent, noted_together, author_role, author_membership_id, author_organisation_id, author_id)
     select trajectory_id, about_person, care_kind, factors, 'In vertrouwen', observed_on, urgent, gen_random_uuid(), $2, $3, $4, $5
     from signal where trajectory_id = $1 and discussed_on is not null and own_person is null`,
    [line.trajectoryId, carer.role, carer.membershipId, carer.organisationId, carer.professionalId],
  );
  await withActor(carer, "family.read", async ({ about }) => about({ trajectories: [line.trajectoryId], part: "identity" }));
  const dataNow = async () => {
    const file = await asked(line);
    await makeFileTask.run({ file });
    const [data] = await region.asOwner<{ content: Buffer }>(
      "select content from family_file_content where file_id = $1 and format = 'data'",
      [file],
    );
    await region.asOwner("update family_file set state = 'expired' where id = $1", [file]);
    return data?.content.toString() ?? "";
  };
  assert.doesNotMatch(await dataNow(), /Het Nest|Kim Vertrouwd/);
  await region.asOwner("update signal set discussed_on = observed_on where trajectory_id = $1 and author_id = $2", [
    line.trajectoryId,
    carer.professionalId,
  ]);
  assert.match(await dataNow(), /Het Nest/);
});

test("a link without any code opens nothing", async () => {
  const file = await asked(await aFamily());
  await makeFileTask.run({ file });
  await handed(file);
  const app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
  await app.connect();
  const [kept] = await region.asOwner<{ link_hash: Buffer }>("select link_hash from family_file where id = $1", [file]);
  assert.equal((await app.query("select from trust.open_family_file($1, null)", [kept?.link_hash])).rowCount, 0);
  await app.end();
});
