import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../../main/testing/browse.ts";
import { newWebServer } from "../../main/webServer.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { codeAt } from "../../trust/signIn/server/codeApp.ts";
import { anAccount } from "../../trust/signIn/testing/anAccount.ts";
import { aRegion, type Region, type TestOrganisation } from "../testing/aRegion.ts";

let region: Region;
let server: FastifyInstance;
let admin: Actor;
let wieg: Actor;
let people: Browser;
let platform: Browser;
before(async () => {
  region = await aRegion();
  server = await newWebServer({ secret: "a-secret-for-tests-that-is-long-enough", trustProxy: false, log: false, sendsMail: true });
  admin = await region.actor("organisation_admin", "practice", "Ria Kantoor");
  const [home] = await region.asOwner<{ id: string }>(
    "insert into organisation (kind, name) values ('platform', 'Beheer van Wieg') returning id",
  );
  wieg = await region.actor("platform_admin", "office", "Wim Beheer");
  await region.asOwner("update membership set organisation_id = $1 where id = $2", [home?.id, wieg.membershipId]);
  people = browse(server, admin);
  platform = browse(server, wieg);
});
after(async () => {
  await server.close();
  await region.close();
});

const list = (at: TestOrganisation) => `/beheer/organisaties/${region.organisationId(at)}/mensen`;
const invitation = { naam: "Petra Nieuw", email: "petra@praktijkdemaas.example", rol: "midwife", sinds: "1-1-2026", link: "zelf" };
const csrfOf = async (browser: Browser, url: string): Promise<string> => (await browser.get(url)).hidden("/afmelden")?.["_csrf"] ?? "";

/** The address of a link that is shown to the administrator. */
const linkIn = (html: string): string => /http:\/\/localhost:3000(\/uitnodiging\/[\w-]{43})/.exec(html)?.[1] ?? "";

test("an administrator invites a colleague, hands the link over, and she signs in as what she was invited for", async () => {
  const shown = await people.submit("/beheer/mensen/nieuw", invitation);
  const link = linkIn(shown.html);
  assert.notEqual(link, "", shown.text);
  const petra = browse(server);
  assert.match((await petra.get(link)).text, /Welkom bij Wieg .* Petra Nieuw .* Praktijk De Maas/);
  await petra.post(link, { wachtwoord: "drie fietsen in de regen", nogmaals: "drie fietsen in de regen" });
  const page = await petra.get(`${link}/code`);
  const secret = (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  await petra.post(`${link}/code`, { code: codeAt(secret, Date.now()) });
  assert.match((await petra.get("/account")).text, /Petra Nieuw verloskundige, Praktijk De Maas/);
  assert.match(
    (await people.get("/beheer/mensen")).text,
    /Petra Nieuw petra@praktijkdemaas.example verloskundige sinds do 1 januari 2026 actief/,
  );
  const [event] = await region.asOwner<{ professional_id: string }>(
    "select professional_id from trail_event where event = 'admin.person-invited' order by seq desc limit 1",
  );
  assert.equal(event?.professional_id, admin.professionalId);
});

test("a link by e-mail says nothing but that; the one before it stops working", async () => {
  const sent = await people.submit("/beheer/mensen/nieuw", {
    ...invitation,
    naam: "Quinten Brief",
    email: "Quinten@Praktijkdemaas.example",
    link: "mail",
  });
  assert.match(sent.text, /De uitnodiging is verstuurd/);
  const mails = () =>
    region.asOwner<{ to_address: string; subject: string; body: string }>(
      "select to_address, subject, body from mail order by id desc limit 1",
    );
  const [first] = await mails();
  assert.equal(first?.to_address, "quinten@praktijkdemaas.example");
  assert.doesNotMatch(`${first?.subject} ${first?.body}`, /Quinten|Maas|verloskundige/);
  const at = sent.html.match(/\/beheer\/mensen\/[0-9a-f-]{36}(?=\/uitnodiging)/)?.[0] ?? "";
  await people.submit(`${at}/uitnodiging`, { link: "mail" });
  const [second] = await mails();
  assert.equal((await browse(server).get(linkIn(first?.body ?? ""))).status, 404);
  assert.equal((await browse(server).get(linkIn(second?.body ?? ""))).status, 200);
});

test("what is typed wrong comes back with a sentence beside the field", async () => {
  const answer = await people.post("/beheer/mensen/nieuw", { naam: "", email: "geen adres", rol: "", sinds: "31-2-2026", link: "zelf" });
  assert.equal(answer.status, 422);
  for (const sentence of [/Vul de naam in/, /Vul een e-mailadres in/, /Kies een rol/, /Vul een dag in die bestaat/])
    assert.match(answer.text, sentence);
});

test("roles that don't fit the organisation or reach beyond it are refused, also when asked for by hand", async () => {
  for (const rol of ["gynaecologist", "privacy_officer", "platform_admin", "research_desk"]) {
    const answer = await people.post("/beheer/mensen/nieuw", { ...invitation, email: `${rol}@praktijkdemaas.example`, rol });
    assert.equal(answer.status, 422, rol);
    assert.match(answer.text, /Deze rol kunt u bij deze organisatie niet geven/, rol);
  }
});

test("who has an account elsewhere gets one more job, and no link that would open the other", async () => {
  const known = await anAccount(region, "clinical_midwife", "hospital");
  const answer = await people.submit("/beheer/mensen/nieuw", { ...invitation, naam: "Een Andere Naam", email: known.login });
  assert.match(answer.text, /De werkplek is toegevoegd/);
  assert.doesNotMatch(answer.text, /Een Andere Naam/, "her name stays as her own organisation wrote it");
  assert.match(answer.text, /Dit regelt u niet zelf/);
  const at = new URL(`http://x${answer.html.match(/href="(\/beheer\/mensen\/[0-9a-f-]{36})\//)?.[1] ?? ""}`).pathname;
  const csrf = await csrfOf(people, "/beheer/mensen");
  for (const [form, fields] of [
    ["herstel", { vastgesteld: "gebeld en herkend", link: "zelf", akkoord: "ja" }],
    ["uitnodiging", { link: "zelf" }],
    ["blokkeren", {}],
    ["gegevens", { naam: "Anders" }],
  ] as const) {
    assert.equal((await people.post(`${at}/${form}`, { _csrf: csrf, ...fields })).status, 404, form);
  }
  const [account] = await region.asOwner<{ state: string }>("select state from account where professional_id = $1", [known.professionalId]);
  assert.equal(account?.state, "active");
  assert.match((await people.post("/beheer/mensen/nieuw", { ...invitation, email: known.login })).text, /heeft deze rol al/);
});

test("a change of role begins another job and ends the sessions of the old one", async () => {
  const account = await anAccount(region);
  const browser = browse(server);
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  await browser.post("/aanmelden/code", { code: account.code() });
  assert.equal((await browser.get("/account")).status, 200);
  const answer = await people.submit(`/beheer/mensen/${account.membershipId}/rol`, { rol: "meldcode_officer" });
  assert.match(answer.text, /De rol is gewijzigd.* aandachtsfunctionaris Meldcode bij/);
  assert.equal((await browser.get("/account")).location, "/aanmelden?naar=%2Faccount");
  assert.match(
    (await people.get("/beheer/geschiedenis")).text,
    /Werkplek: midwife van Praktijk De Maas toegevoegd: rol aandachtsfunctionaris Meldcode.* Ria Kantoor/,
  );
});

test("a job ends at once, or after a last working day", async () => {
  const [now, later] = [await region.actor("midwife", "practice", "Nu Weg"), await region.actor("midwife", "practice", "Later Weg")];
  await people.submit(`/beheer/mensen/${now.membershipId}/einde`, { wanneer: "nu", "laatste-dag": "" });
  assert.equal((await browse(server, now).get("/account")).status, 303);
  const yesterday = Temporal.Now.plainDateISO("Europe/Amsterdam").subtract({ days: 1 }).toString();
  const past = await people.post(`/beheer/mensen/${later.membershipId}/einde`, { wanneer: "dag", "laatste-dag": yesterday });
  assert.match(past.text, /Kies vandaag of een latere dag/);
  assert.match(
    (await people.post(`/beheer/mensen/${later.membershipId}/einde`, { wanneer: "dag", "laatste-dag": "" })).text,
    /Vul de laatste werkdag in/,
  );
  const today = Temporal.Now.plainDateISO("Europe/Amsterdam").toString();
  await people.submit(`/beheer/mensen/${later.membershipId}/einde`, { wanneer: "dag", "laatste-dag": today });
  assert.equal((await browse(server, later).get("/account")).status, 200, "the last day is a working day");
  assert.match((await people.get("/beheer/mensen")).text, /Kort geleden gestopt .* Nu Weg/);
});

test("nobody ends or changes her own job, and the last administrator stays", async () => {
  const own = await people.post(`/beheer/mensen/${admin.membershipId}/einde`, { wanneer: "nu" });
  assert.match(own.text, /Uw eigen werkplek kunt u niet wijzigen/);
  const second = await region.actor("organisation_admin", "practice", "Tweede Beheerder");
  const other = browse(server, second);
  await other.submit(`/beheer/mensen/${admin.membershipId}/einde`, {
    wanneer: "dag",
    "laatste-dag": Temporal.Now.plainDateISO("Europe/Amsterdam").add({ days: 30 }).toString(),
  });
  await people.submit(`/beheer/mensen/${second.membershipId}/einde`, { wanneer: "nu" });
  assert.equal((await other.get("/beheer/mensen")).status, 303);
  await region.asOwner("update membership set until = null where id = $1", [admin.membershipId]);
});

test("a recovery asks how it was made sure that it is her, and ends everything she had", async () => {
  const account = await anAccount(region);
  const browser = browse(server);
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  await browser.post("/aanmelden/code", { code: account.code() });
  const at = `/beheer/mensen/${account.membershipId}/herstel`;
  const refused = await people.post(at, { vastgesteld: "", link: "zelf" });
  assert.match(refused.text, /Vul in hoe u hebt vastgesteld/);
  const shown = await people.submit(at, { vastgesteld: "Gebeld op haar vaste nummer en herkend", link: "zelf", akkoord: "ja" });
  const link = linkIn(shown.html);
  assert.notEqual(link, "");
  assert.equal((await browser.get("/account")).status, 303, "signed out everywhere");
  assert.equal(
    (await browse(server).post("/aanmelden", { email: account.login, wachtwoord: account.password })).status,
    422,
    "the old password is void",
  );
  assert.match((await browse(server).get(link)).text, /Kies opnieuw hoe u zich aanmeldt/);
  const [kept] = await region.asOwner<{ identity_checked: string; made_by: string }>(
    "select identity_checked, made_by from sign_in_link where professional_id = $1",
    [account.professionalId],
  );
  assert.deepEqual(kept, { identity_checked: "Gebeld op haar vaste nummer en herkend", made_by: admin.professionalId });
  const other = browse(server, await region.actor("organisation_admin", "practice"));
  assert.match(
    (await other.get(new URL(`http://x${shown.html.match(/\/beheer\/mensen\/[0-9a-f-]{36}/)?.[0] ?? ""}`).pathname)).text,
    /Nieuwe uitnodiging/,
  );
});

test("a link is shown to who made it, in that session alone", async () => {
  await people.get("/beheer/mensen/nieuw");
  const made = await people.post("/beheer/mensen/nieuw", { ...invitation, email: "toon@praktijkdemaas.example" });
  assert.notEqual(linkIn((await people.get(made.location)).html), "");
  const other = browse(server, await region.actor("organisation_admin", "practice"));
  assert.match((await other.get(made.location)).text, /niet meer te zien/);
});

test("someone who is blocked is out at once, and comes back when that is lifted", async () => {
  const account = await anAccount(region);
  const enter = async () => {
    const browser = browse(server);
    await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
    return browser.get("/aanmelden/code");
  };
  assert.equal((await enter()).status, 200);
  await people.get(`/beheer/mensen/${account.membershipId}`);
  assert.match((await people.submit(`/beheer/mensen/${account.membershipId}/blokkeren`)).text, /kan zich niet aanmelden/);
  assert.equal((await enter()).status, 303);
  await people.submit(`/beheer/mensen/${account.membershipId}/deblokkeren`);
  assert.equal((await enter()).status, 200);
});

test("an administrator finds nobody of another organisation", async () => {
  const stranger = await anAccount(region, "gp", "gp");
  const csrf = await csrfOf(people, "/beheer/mensen");
  for (const form of ["", "/rol", "/einde", "/gegevens", "/uitnodiging", "/herstel"])
    assert.equal((await people.get(`/beheer/mensen/${stranger.membershipId}${form}`)).status, 404, form);
  assert.equal((await people.post(`/beheer/mensen/${stranger.membershipId}/rol`, { _csrf: csrf, rol: "midwife" })).status, 404);
  assert.equal((await people.post(`/beheer/mensen/${stranger.membershipId}/einde`, { _csrf: csrf, wanneer: "nu" })).status, 404);
  assert.equal((await people.post(`/beheer/mensen/${stranger.membershipId}/blokkeren`, { _csrf: csrf })).status, 404);
  assert.equal((await people.get(list("gp"))).status, 403);
  assert.equal((await people.get("/beheer/organisaties")).status, 403);
  assert.equal((await browse(server, await region.actor("midwife", "practice")).get("/beheer/mensen")).status, 403);
});

test("the administrator of Wieg adds an organisation and its first administrator, who invites the rest", async () => {
  const fields = {
    naam: "Kraamzorg De Dageraad",
    soort: "maternity_care",
    telefoon: "",
    email: "",
    plaats: "GM0935",
    gebied: ["GM0935", "GM0917"],
    actief: "ja",
  };
  const made = await platform.submit("/beheer/organisaties/nieuw", fields);
  assert.match(made.text, /nog geen: nodig er een uit/);
  assert.match((await platform.post("/beheer/organisaties/nieuw", fields)).text, /al een organisatie van deze soort met deze naam/);
  const at = made.html.match(/\/beheer\/organisaties\/[0-9a-f-]{36}(?=\/mensen)/)?.[0] ?? "";
  assert.match(
    (await platform.get(`${at}/mensen/nieuw`)).text,
    /Rol voorzitter overleg lid projectgroep beheerder van de organisatie Vanaf/,
    "no role that sees a family",
  );
  const sent = await platform.submit(`${at}/mensen/nieuw`, { ...invitation, email: "beheer@dageraad.example", rol: "organisation_admin" });
  assert.notEqual(linkIn(sent.html), "");
  const seen = await platform.post(`${at}/mensen/nieuw`, { ...invitation, email: "wim@dageraad.example", rol: "maternity_intake" });
  assert.match(seen.text, /Deze rol kunt u bij deze organisatie niet geven/);
  assert.match((await platform.get(`${at}/geschiedenis`)).text, /Organisatie: Kraamzorg De Dageraad toegevoegd.* Wim Beheer/);
});

test("the administrator of Wieg sees no families, and gives herself and her like no other role", async () => {
  for (const url of ["/gezinnen", `/gezinnen/${crypto.randomUUID()}`]) assert.equal((await platform.get(url)).status, 403, url);
  const colleague = await anAccount(region, "platform_admin", "office");
  const answer = await platform.post(`${list("practice")}/nieuw`, { ...invitation, email: colleague.login, rol: "organisation_admin" });
  assert.match(answer.text, /Wie Wieg beheert, heeft geen andere rol/);
});

test("key and research are never in one hand", async () => {
  const account = await anAccount(region, "research_desk", "office");
  const answer = await platform.post(`${list("office")}/nieuw`, { ...invitation, email: account.login, rol: "key_keeper" });
  assert.match(answer.text, /mogen niet bij dezelfde persoon zijn/);
});

test("the administrator of Wieg never sees a recovery link of someone else: it goes to herself", async () => {
  const account = await anAccount(region, "gp", "gp");
  const at = `${list("gp")}/${account.membershipId}/herstel`;
  assert.doesNotMatch((await platform.get(at)).html, /value="zelf"/);
  assert.equal((await platform.post(at, { vastgesteld: "gebeld en herkend", link: "zelf", akkoord: "ja" })).status, 404);
  await platform.get(at);
  assert.match((await platform.submit(at, { vastgesteld: "gebeld en herkend", link: "mail", akkoord: "ja" })).text, /De link is verstuurd/);
});

test("an organisation that stops has its people out at once; its kind stays while people work there", async () => {
  const gone = await region.actor("support_provider", "support");
  const at = `/beheer/organisaties/${region.organisationId("support")}`;
  const fields = { naam: "Kredietbank", plaats: "GM0917", gebied: "GM0917", telefoon: "", email: "" };
  assert.match((await platform.post(at, { ...fields, soort: "childcare", actief: "ja" })).text, /De soort kan niet meer veranderen/);
  assert.equal((await browse(server, gone).get("/account")).status, 200);
  await platform.submit(at, { ...fields, soort: "support_provider" });
  assert.equal((await browse(server, gone).get("/account")).status, 303);
});

test("an identity provider is set up; its secret is encrypted, shown to nobody, and not given to another issuer", async () => {
  const at = `/beheer/organisaties/${region.organisationId("hospital")}/aanmelden`;
  const fields = {
    adres: "https://login.ziekenhuis.example",
    client: "wieg",
    geheim: "een-geheim-van-hen",
    domeinen: "@ziekenhuis.example, heuvelland.example",
    kenmerk: "sub",
    "twee-stappen": "mfa",
    actief: "ja",
  };
  const saved = await platform.submit(at, fields);
  assert.match(saved.text, /Het aanmelden is ingesteld/);
  assert.match(saved.text, /Er is een geheim bewaard/);
  assert.doesNotMatch(saved.html, /een-geheim-van-hen/);
  const kept = async () =>
    (
      await region.asOwner<{ client_secret: string | null; email_domains: string[] }>(
        "select client_secret, email_domains from identity_provider where client_id = 'wieg'",
      )
    )[0];
  assert.match((await kept())?.client_secret ?? "", /^k0:/);
  assert.deepEqual((await kept())?.email_domains, ["ziekenhuis.example", "heuvelland.example"]);
  assert.doesNotMatch(
    JSON.stringify(await region.asOwner("select * from registry_history where table_name = 'identity_provider'")),
    /client_secret|een-geheim/,
  );
  await platform.submit(at, { ...fields, geheim: "" });
  assert.notEqual((await kept())?.client_secret, null, "left empty it stays");
  const late = await platform.post(at, { ...fields, versie: "1" });
  assert.match(late.text, /Iemand anders heeft dit intussen gewijzigd/);
  await platform.get(at);
  await platform.submit(at, { ...fields, geheim: "", adres: "https://elders.example" });
  assert.equal((await kept())?.client_secret, null);
  for (const wrong of [{ adres: "http://login.example" }, { adres: "geen adres" }, { domeinen: "" }, { kenmerk: "met spatie" }])
    assert.equal((await platform.post(at, { ...fields, ...wrong })).status, 422, JSON.stringify(wrong));
});
