import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { insertFactor, listFactors } from "./server/factor.store.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-12");
  server = await aServer();
});
after(async () => {
  await server.close();
  await region.close();
});

const oppas = {
  kind: "risk",
  label: "Geen vaste oppas",
  domain: "meedoen",
  careKind: "social",
  since: "12-11-2026",
  source: "regio, 12-11-2026",
};

test("an administrator adds a factor and changes it, with history, and professionals choose from it at once", async () => {
  const screen = browse(server, await region.actor("platform_admin", "office", "Bea Heer"));
  assert.match((await screen.get("/beheer/factoren")).text, /Steunend sociaal netwerk/);
  await screen.get("/beheer/factoren/nieuw");
  assert.equal((await screen.post("/beheer/factoren/nieuw", { ...oppas, code: "debt" })).status, 422, "the code is taken");
  assert.match((await screen.submit("/beheer/factoren/nieuw", { ...oppas, code: "no-sitter" })).text, /Geen vaste oppas/);
  await screen.get("/beheer/factoren/no-sitter");
  const changed = await screen.submit("/beheer/factoren/no-sitter", { ...oppas, label: "Geen oppas", urgent: "ja", until: "12-11-2026" });
  assert.match(changed.text, /gewijzigd/);
  const history = await screen.get("/beheer/factoren/no-sitter");
  assert.match(history.text, /Geen vaste oppas/);
  assert.match(history.text, /Bea Heer/);
  const midwife = await region.actor("midwife", "practice");
  const find = () => withActor(midwife, "factors.read", async ({ db }) => (await listFactors(db)).find(({ code }) => code === "no-sitter"));
  assert.deepEqual(await find(), {
    code: "no-sitter",
    label: "Geen oppas",
    kind: "risk",
    domain: "meedoen",
    careKind: "social",
    urgent: true,
    selectable: true,
  });
  await region.setToday("2026-11-13");
  assert.equal((await find())?.selectable, false, "its words stay for what was recorded");
});

test("nobody else changes the list: not by the page, not past it", async () => {
  for (const role of ["midwife", "organisation_admin"] as const) {
    const actor = await region.actor(role, "practice");
    assert.equal((await browse(server, actor).get("/beheer/factoren")).status, 403);
    const direct = withActor(actor, "factors.changed", ({ db }) =>
      insertFactor(db, {
        code: "made-up",
        label: "Verzonnen",
        kind: "risk",
        domain: "meedoen",
        careKind: "social",
        urgent: false,
        since: "2026-11-12",
        until: null,
        source: "geen",
      }),
    );
    await assert.rejects(direct, { code: "42501" });
  }
});
