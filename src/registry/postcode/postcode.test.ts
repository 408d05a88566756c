import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { findMunicipality } from "./server/door.ts";
import { loadPostcodesTask } from "./server/loadPostcodes.ts";
import { answerPostcodes, readLoads, uploadPostcodes } from "./server/uploadPostcodes.ts";

let region: Region;
let administrator: Actor;
before(async () => {
  region = await aRegion();
  await region.asOwner("insert into app.job_kind values ('load-postcodes') on conflict do nothing");
  administrator = await region.actor("platform_admin", "office");
});
after(() => region.close());

const file =
  "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\r\n6411AA;1;x;y;917\r\n6411AA;3;x;y;917\r\n6365AB;1;x;y;1954\r\n6365AB;9;x;y;899\r\nonzin\r\n".concat(
    "6131BB;5;x;y;1883\r\n".repeat(200),
  );

async function load(content: Buffer): Promise<void> {
  const id = await uploadPostcodes(
    administrator,
    (async function* () {
      yield content;
    })(),
  );
  await loadPostcodesTask.run({ load: id });
}
const find = (postcode: string, number: number | null) =>
  withActor(administrator, "postcodes.read", ({ db }) => findMunicipality(db, postcode, number));

test("an administrator loads the file, plain or compressed, and an address gives its municipality", async () => {
  for (const content of [Buffer.from(file), gzipSync(file)]) {
    await load(content);
    assert.equal(await find("6411AA", 77), "GM0917");
    assert.equal(await find("6365AB", 9), "GM0899");
    assert.equal(await find("6365AB", 5), null, "on a border, a number that is not in the table is asked");
    assert.equal(await find("1234ZZ", 1), null);
  }
  const [newest] = await readLoads(administrator);
  assert.deepEqual([newest?.state, newest?.year, newest?.linesRead, newest?.linesRefused], ["done", "2025", 205, 1]);
  const [pieces] = await region.asOwner<{ left: string }>("select count(*) as left from postcode_chunk");
  assert.equal(Number(pieces?.left), 0);
});

test("a file of a few lines replaces the whole table only when an administrator says so, with the numbers before her", async () => {
  const whole = "PC6;Huisnummer;Buurt2026;Wijk2026;Gemeente2026\r\n".concat(
    ...Array.from({ length: 26 }, (_, at) => `6411A${String.fromCodePoint(65 + at)};1;x;y;917\r\n`),
  );
  const few = "PC6;Huisnummer;Buurt2026;Wijk2026;Gemeente2026\r\n6131BB;5;x;y;1883\r\n";
  await load(Buffer.from(whole));
  await load(Buffer.from(few));
  const [asking] = await readLoads(administrator);
  assert.deepEqual([asking?.state, asking?.areas, asking?.areasBefore], ["asking", 1, 26]);
  assert.deepEqual([await find("6411AC", 1), await find("6131BB", 5)], ["GM0917", null], "the table in use stays");
  assert.equal((await answerPostcodes(administrator, asking?.id ?? "", false)).code, "done");
  assert.equal((await answerPostcodes(administrator, asking?.id ?? "", true)).code, "answered-already");
  assert.deepEqual([(await readLoads(administrator))[0]?.refusal, await find("6411AC", 1)], ["not-used", "GM0917"]);
  await load(Buffer.from(few));
  const again = (await readLoads(administrator))[0]?.id ?? "";
  await assert.rejects(answerPostcodes(await region.actor("midwife", "practice"), again, true), { code: "42501" });
  assert.equal((await answerPostcodes(administrator, again, true)).code, "done");
  await loadPostcodesTask.run({ load: again });
  assert.deepEqual([await find("6411AC", 1), await find("6131BB", 5)], [null, "GM1883"]);
  const [pieces] = await region.asOwner<{ left: number }>("select count(*)::int as left from postcode_chunk");
  assert.equal(pieces?.left, 0);
  await load(Buffer.from(file));
});

test("another file is refused, and the old table stays", async () => {
  await load(Buffer.from("Naam;Adres\r\nx;y\r\n"));
  assert.equal((await readLoads(administrator))[0]?.refusal, "not-this-file");
  assert.equal(await find("6411AA", 1), "GM0917");
});

test("a small file that unpacks into an enormous one is read no further than a table goes", async () => {
  for (const content of [
    gzipSync(Buffer.alloc(64 * 1024 * 1024, "x")),
    gzipSync(file).subarray(0, 30),
    Buffer.from([0x1f, 0x8b, 1, 2, 3]),
  ]) {
    await load(content);
    assert.equal((await readLoads(administrator))[0]?.refusal, "not-this-file");
  }
  assert.equal(await find("6411AA", 1), "GM0917");
});

test("the same form sent twice at once is one load; one that broke off may be sent again", async () => {
  const loads = async () => (await region.asOwner<{ n: number }>("select count(*)::integer as n from postcode_load"))[0]?.n ?? 0;
  const send = (key: string, content = Buffer.from(file)) =>
    uploadPostcodes(
      administrator,
      (async function* () {
        yield content;
      })(),
      () => key,
    );
  const before = await loads();
  const key = randomUUID();
  const sent = await Promise.all(Array.from({ length: 6 }, () => send(key)));
  assert.equal(new Set(sent).size, 1);
  assert.equal(await loads(), before + 1);
  const second = randomUUID();
  const broken = (async function* () {
    yield Buffer.alloc(5 * 1024 * 1024, "x");
    throw new Error("the line broke");
  })();
  await assert.rejects(
    uploadPostcodes(administrator, broken, () => second),
    /line broke/,
  );
  await send(second);
  assert.equal(await loads(), before + 3);
});

test("an upload that breaks off leaves nothing", async () => {
  const broken = async function* () {
    yield Buffer.alloc(5_000_000, "x");
    throw new Error("line broke");
  };
  await assert.rejects(uploadPostcodes(administrator, broken()), /line broke/);
  assert.equal((await readLoads(administrator))[0]?.refusal, "broken-off");
});

test("nobody else loads it", async () => {
  const midwife = await region.actor("midwife", "practice");
  await assert.rejects(
    uploadPostcodes(
      midwife,
      (async function* () {
        yield Buffer.from(file);
      })(),
    ),
    { code: "42501" },
  );
});
