import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aPilot, anEligibleLine } from "../../programme/enrolment/testing/anEligibleLine.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { findWordNotForHome } from "../../trust/home/home.ts";
import { pilotConsents } from "../design/pilotConsents.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-09-01");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Maas");
  nurse = await region.actor("youth_nurse", "youthHealth");
  await aPilot(region);
});
after(async () => {
  await server.close();
  await region.close();
});

const participants = (line: string) =>
  region.asOwner<{ state: string; studies: string; answers_by: string }>(
    `select s.state, s.answers_by, string_agg(p.study || case when p.withdrawn_on is null then '' else ' weg' end, ', ' order by p.study) as studies
     from study_participant s join study_key k on k.participant_id = s.id join study_participation p on p.participant_id = s.id where k.trajectory_id = $1 group by 1, 2`,
    [line],
  );

test("asked on paper, answered question by question, withdrawn with one press; each in the trail", async () => {
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse });
  const desk = browse(server, midwife);
  const page = `/gezinnen/${trajectoryId}/onderzoek`;
  assert.match((await desk.get(page)).text, /Deelstudie 1 niet gevraagd .* Vraag of zij mee wil doen/);
  assert.match(
    (await desk.submit(`${page}/vragen`, { way: "paper", language: "en" })).text,
    /denkt na tot en met .*15 september.* in het Engels/,
  );
  const form = await desk.get(`${page}/formulier.pdf`);
  assert.equal(form.status, 200);
  assert.match(form.html, /^%PDF/);
  await desk.get(`${page}/antwoord`);
  const late = await desk.post(`${page}/antwoord`, { study_quotes: "ja", answersBy: "paper", givenBy: "self", givenOn: "1-9-2026" });
  assert.equal(late.status, 422);
  assert.match(late.text, /alleen als zij aan een onderzoek meedoet/);
  const answered = await desk.submit(`${page}/antwoord`, {
    study_1: "ja",
    study_2: "nee",
    study_quotes: "ja",
    answersBy: "paper",
    givenBy: "self",
    givenOn: "1-9-2026",
  });
  assert.match(answered.text, /Deelstudie 1 ja, .*1 september 2026 Deelstudie 2 nee/);
  assert.deepEqual(await participants(trajectoryId), [{ state: "active", studies: "study_1", answers_by: "paper" }]);
  const gone = await desk.submit(`${page}/stoppen`, { what: "all" });
  assert.match(gone.text, /Zij stopt. Dat werkt meteen.* teruggetrokken op/);
  assert.deepEqual(await participants(trajectoryId), [{ state: "withdrawn", studies: "study_1 weg", answers_by: "paper" }]);
  const trail = await region.asOwner<{ event: string }>(
    "select event from trail_event where trajectory_ids @> array[$1::uuid] and event like 'study-consent%' and event not like '%read' and outcome = 'done' order by seq",
    [trajectoryId],
  );
  assert.deepEqual(
    trail.map(({ event }) => event),
    ["study-consent.asked", "study-consent.printed", "study-consent.recorded", "study-consent.withdrawn"],
  );
});

test("both arms are asked alike: what she is insured with plays no part; a category a is not asked", async () => {
  const pages = [];
  for (const insurer of ["CZ", "Menzis"]) {
    const line = await anEligibleLine(
      region,
      { midwife, nurse },
      { family: { mother: { givenName: "Sanne", prefix: null, familyName: "Frijns", birthDate: "1996-05-04", insurer } } },
    );
    const { text } = await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}/onderzoek`);
    pages.push(text);
  }
  assert.equal(pages[0], pages[1]);
  const other = await anEligibleLine(region, { midwife, nurse }, { assessed: false });
  assert.match((await browse(server, midwife).get(`/gezinnen/${other.trajectoryId}/onderzoek`)).text, /Nog niet bekend: de categorie/);
});

test("the nurse sees yes or no and can record that she stops; a GP sees nothing of it", async () => {
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse });
  const desk = browse(server, midwife);
  await desk.get(`/gezinnen/${trajectoryId}/onderzoek`);
  await desk.submit(`/gezinnen/${trajectoryId}/onderzoek/vragen`, { way: "paper", language: "nl" });
  await desk.submit(`/gezinnen/${trajectoryId}/onderzoek/antwoord`, {
    study_1: "ja",
    answersBy: "link",
    givenBy: "self",
    givenOn: "1-9-2026",
  });
  const seen = await browse(server, nurse).get(`/gezinnen/${trajectoryId}/onderzoek`);
  assert.match(seen.text, /Deelstudie 1 ja/);
  assert.equal((await browse(server, await region.actor("gp", "gp")).get(`/gezinnen/${trajectoryId}/onderzoek`)).status, 403);
  assert.match((await browse(server, nurse).submit(`/gezinnen/${trajectoryId}/onderzoek/stoppen`, { what: "all" })).text, /Zij stopt/);
});

test("the text that she reads names no place, no money, no arm, and nothing that a home may not read", () => {
  const told =
    /geboortezorg flex|eigen bijdrage|co-payment|in aanmerking|eligible|vergoed|reimburs|pijler|pillar|groep|group|CZ|VGZ|verzeker|insur|plaats/i;
  for (const { languages } of pilotConsents)
    for (const words of Object.values(languages)) {
      const text = JSON.stringify(Object.values(words));
      assert.equal(told.exec(text)?.[0], undefined);
      assert.equal(findWordNotForHome(text), null);
    }
});
