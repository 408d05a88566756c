import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { configureFromFile, writeProgrammeFile, type ProgrammeFile } from "./server/configureFromFile.ts";

let region: Region;
let pilot: ProgrammeFile;
before(async () => {
  region = await aRegion();
  const file = await writeProgrammeFile(region.asOwner, "2026-01-01");
  pilot = {
    ...file,
    settings: {
      ...file.settings,
      maternityCare: { ...file.settings.maternityCare, organisationId: region.organisationId("maternityCare") },
    },
  };
});
after(() => region.close());

const configure = (file: unknown) => configureFromFile(region.asOwner, typeof file === "string" ? file : JSON.stringify(file));

test("a region configures the pilot from the file that was printed, and later gives it another ceiling", async () => {
  assert.equal((await configure(pilot)).code, "done");
  const next = {
    ...pilot,
    startsOn: "2027-01-01",
    settings: { ...pilot.settings, windows: { ...pilot.settings.windows, inflowUntil: "2027-12-31" } },
  };
  assert.equal((await configure(next)).code, "done");
  assert.deepEqual(
    await writeProgrammeFile(region.asOwner, "2030-01-01"),
    next,
    "what is printed is the latest version, and can be offered again",
  );
});

for (const [sentence, change, expected] of [
  ["no JSON", () => "{", { code: "not-json", facts: {} }],
  [
    "a misspelt name of a setting",
    () => ({ ...pilot, pillar: 1 }),
    { code: "unreadable", facts: { faults: 'the file: Unrecognized key: "pillar"' } },
  ],
  [
    "a sub-ceiling above its ceiling",
    () => ({
      ...pilot,
      settings: { ...pilot.settings, pillars: { ...pilot.settings.pillars, 2: { ...pilot.settings.pillars[2], ceiling: 10 } } },
    }),
    { code: "unreadable", facts: { faults: "settings.pillars.2: a sub-ceiling cannot lie above its ceiling" } },
  ],
  [
    "a municipality that does not exist",
    () => ({ ...pilot, settings: { ...pilot.settings, area: { ...pilot.settings.area, municipalities: ["GM9999"] } } }),
    { code: "unknown-municipalities", facts: { codes: "GM9999" } },
  ],
  ["a day that has a version", () => pilot, { code: "day-taken", facts: { startsOn: "2026-01-01" } }],
  [
    "a day before the latest version",
    () => ({ ...pilot, startsOn: "2025-01-01" }),
    { code: "not-after-latest", facts: { latest: "2027-01-01" } },
  ],
] as const)
  test(`${sentence} is refused, and nothing is changed`, async () => {
    assert.deepEqual(await configure(change()), expected);
  });

test("an organisation that is none for maternity care is refused, with the ones there are", async () => {
  const maternityCare = { ...pilot.settings.maternityCare, organisationId: region.organisationId("practice") };
  const refused = await configure({ ...pilot, startsOn: "2028-01-01", settings: { ...pilot.settings, maternityCare } });
  assert.equal(refused.code, "unknown-organisation");
  assert.ok("facts" in refused && String(refused.facts["known"]).includes(region.organisationId("maternityCare")));
});
