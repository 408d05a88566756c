import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { newWebServer } from "../../main/webServer.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: 40,
  });
});
after(async () => {
  await server.close();
  await region.close();
});

const doors = [
  { url: "/hulp-vragen", language: "nl", busy: /Het is nu te druk/, away: /Het lukt nu niet/, nowhere: /Deze pagina is er niet/ },
  {
    url: "/en/ask-for-help",
    language: "en",
    busy: /It is too busy now/,
    away: /It does not work now/,
    nowhere: /This page is not here/,
  },
] as const;

/** The numbers to call, the way out, and her language: whatever is out of order. */
function helps(answer: { payload: string }, language: string): void {
  assert.match(answer.payload, new RegExp(`<html lang="${language}"`));
  assert.match(answer.payload, /href="tel:112"/);
  assert.match(answer.payload, /href="tel:08002000"/);
  assert.match(answer.payload, language === "nl" ? /uw verloskundige/ : /your midwife/);
  assert.match(answer.payload, /class="wieg-leave"/);
  assert.doesNotMatch(answer.payload, /Naar mijn werk|helpdesk|collega/);
}

for (const { url, language, nowhere, away } of doors) {
  test(`a page of the front door that doesn't exist has the numbers to call (${language})`, async () => {
    for (const address of [`${url}/zoek/maar`, `${url}/9`, `${url}/verder?a=1`]) {
      const answer = await server.inject({ url: address, remoteAddress: "192.0.2.9" });
      assert.equal(answer.statusCode, 404, address);
      assert.match(answer.payload, nowhere);
      helps(answer, language);
    }
  });

  test(`a fault before the front door is asked has them too (${language})`, async () => {
    await region.asOwner("alter function trust.open_session rename to open_session_gone");
    try {
      const answer = await server.inject({ url, headers: { cookie: "wieg-sessie=made-up" }, remoteAddress: "192.0.2.9" });
      assert.equal(answer.statusCode, 500);
      assert.match(answer.payload, away);
      helps(answer, language);
    } finally {
      await region.asOwner("alter function trust.open_session_gone rename to open_session");
    }
  });

  test(`a form that is too large or comes from another site has them too (${language})`, async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const large = await server.inject({
      method: "POST",
      url,
      headers: form,
      payload: "a".repeat(600_000),
      remoteAddress: "192.0.2.9",
    });
    const elsewhere = await server.inject({
      method: "POST",
      url,
      headers: { ...form, "sec-fetch-site": "cross-site" },
      payload: "a=1",
      remoteAddress: "192.0.2.9",
    });
    assert.deepEqual([large.statusCode, elsewhere.statusCode], [413, 403]);
    for (const answer of [large, elsewhere]) helps(answer, language);
  });
}

test("too many requests from her network: the page says who to call, in her language", async () => {
  const ask = (url: string) => server.inject({ url, remoteAddress: "192.0.2.1" });
  let answer = await ask("/aanmelden");
  for (let times = 0; times < 200 && answer.statusCode !== 429; times += 1) answer = await ask("/aanmelden");
  assert.match(answer.payload, /Er kwam te veel tegelijk van uw adres/);
  for (const { url, language, busy } of doors) {
    const refused = await ask(url);
    assert.equal(refused.statusCode, 429);
    assert.match(refused.payload, busy);
    helps(refused, language);
  }
});
