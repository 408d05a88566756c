import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotSettings } from "./pilot.ts";
import { blocks, checkVersion, type VersionFacts } from "./rules/checkVersion.ts";
import { compareSection } from "./rules/compareSettings.ts";
import { columnsOf, leavesOf } from "./rules/settingLeaves.ts";
import { fromTyped, toTyped } from "./rules/typedSettings.ts";
import type { ProgrammeSettings } from "./programme.ts";
import { findWords } from "./setting.texts.ts";
import { faultsOf, sectionNames, sectionShape } from "./settingShape.ts";

const pilot = pilotSettings({ maternityCareOrganisationId: "0b5e7d4e-0000-4000-8000-000000000001" });

test("every field of every section has its words", () => {
  const paths = sectionNames.flatMap((section) =>
    leavesOf(sectionShape(section), pilot[section], section).flatMap((leaf) => [
      leaf.path,
      ...(columnsOf(leaf) ?? []).map(({ name }) => `${leaf.path}[].${name}`),
    ]),
  );
  assert.deepEqual(
    paths.filter((path) => findWords(path) === null),
    [],
  );
});

for (const section of sectionNames)
  test(`${section}: what stands in the form is what was kept`, () => {
    const shaped = { name: section, shape: sectionShape(section) };
    const back = fromTyped(shaped, toTyped(shaped, pilot[section]));
    assert.deepEqual(back, pilot[section]);
    assert.deepEqual(faultsOf(section, back), []);
  });

test("a line that is ticked away, or left empty, is gone; a new one is read with its euros", () => {
  const shaped = { name: "coPayment", shape: sectionShape("coPayment") };
  const typed = {
    "coPayment.source": "lijst",
    "coPayment.rates.0.year": "2025",
    "coPayment.rates.0.cents": "5,40",
    "coPayment.rates.0.source": "regeling",
    "coPayment.rates.0.weg": "ja",
    "coPayment.rates.1.year": "2026",
    "coPayment.rates.1.cents": "€ 5,7",
    "coPayment.rates.1.source": "aanname",
    "coPayment.rates.1.assumed": "ja",
    "coPayment.rates.2.year": "",
    "coPayment.rates.2.cents": "",
    "coPayment.rates.2.source": "",
  };
  assert.deepEqual(fromTyped(shaped, typed), { source: "lijst", rates: [{ year: 2026, cents: 570, source: "aanname", assumed: true }] });
});

const [first, ...otherRates] = pilot.coPayment.rates;
for (const [sentence, section, after, expected] of [
  [
    "a ceiling that goes up",
    "pillars",
    { ...pilot.pillars, 1: { ...pilot.pillars[1], ceiling: 160 } },
    ["Pijler 1: Plaatsen changed 150 gezinnen > 160 gezinnen"],
  ],
  [
    "a municipality more and one less",
    "area",
    { ...pilot.area, municipalities: [...pilot.area.municipalities.filter((code) => code !== "GM0917"), "GM0935"] },
    ["Gemeenten added - > Maastricht", "Gemeenten removed Heerlen > -"],
  ],
  [
    "another rate of the same year is one change, not one less and one more",
    "coPayment",
    { ...pilot.coPayment, rates: [{ ...first, cents: 445 }, ...otherRates] },
    ["Tarief per uur en jaar: 2019, per uur changed € 4,40 > € 4,45"],
  ],
  [
    "a year more",
    "coPayment",
    { ...pilot.coPayment, rates: [...pilot.coPayment.rates, { year: 2026, cents: 570, source: "aanname", assumed: true }] },
    ["Tarief per uur en jaar: 2026 added - > per uur € 5,70, aanname ja"],
  ],
  [
    "an end to the inflow",
    "windows",
    { ...pilot.windows, inflowUntil: "2026-12-31" },
    ["Instroom tot en met changed leeg > do 31 december 2026"],
  ],
  ["nothing", "letters", pilot.letters, []],
] as const)
  test(`between two versions: ${sentence}`, () => {
    const names = { GM0917: "Heerlen", GM0935: "Maastricht" };
    const found = compareSection({ name: section, shape: sectionShape(section) }, [pilot[section], after], names);
    assert.deepEqual(
      found.map(({ what, kind, was, becomes }) => `${what} ${kind} ${was ?? "-"} > ${becomes ?? "-"}`),
      expected,
    );
  });

const calm: VersionFacts = {
  today: "2026-11-22",
  startsOn: "2026-12-01",
  latestStartsOn: "2026-01-01",
  differences: 1,
  organisationKnown: true,
  pools: [],
  others: [],
  outcomes: { nowPossible: 0, noLonger: 0 },
};
const whole: ProgrammeSettings = {
  ...pilot,
  windows: { ...pilot.windows, inflowUntil: "2026-12-31", pillar2Months: 6 },
  coPayment: { ...pilot.coPayment, rates: [2026, 2027].map((year) => ({ year, cents: 500, source: "lijst", assumed: false })) },
};
const withPillar = (ceiling: number, flowOnAtMost: number) => ({
  ...whole,
  pillars: { ...whole.pillars, 2: { ...whole.pillars[2], ceiling, flowOnAtMost } },
});

for (const [sentence, after, facts, expected] of [
  ["a version with nothing amiss", whole, {}, []],
  ["a first day that is over", whole, { startsOn: "2026-11-21" }, ["error starts-in-the-past"]],
  ["today may still", whole, { startsOn: "2026-11-22" }, []],
  ["a first day before the latest version", whole, { latestStartsOn: "2026-12-01" }, ["error not-after-latest"]],
  ["a copy", whole, { differences: 0 }, ["error nothing-changed"]],
  ["an organisation that is not there", whole, { organisationKnown: false }, ["error unknown-organisation"]],
  [
    "fewer places than are taken",
    withPillar(100, 10),
    { pools: [{ pillar: 2, entry: "flow_on", taken: 11, moved: 0 }] },
    ["warning below-taken"],
  ],
  ["exactly as many as are taken", withPillar(100, 10), { pools: [{ pillar: 2, entry: "flow_on", taken: 10, moved: 0 }] }, []],
  [
    "fewer places than were moved away",
    withPillar(100, 4),
    { pools: [{ pillar: 2, entry: "flow_on", taken: 0, moved: -5 }] },
    ["error fewer-than-moved"],
  ],
  [
    "a year without a rate",
    { ...whole, coPayment: { ...whole.coPayment, rates: whole.coPayment.rates.slice(0, 1) } },
    {},
    ["warning rate-missing"],
  ],
  [
    "an assumed rate",
    { ...whole, coPayment: { ...whole.coPayment, rates: whole.coPayment.rates.map((rate) => ({ ...rate, assumed: true })) } },
    {},
    ["warning rate-assumed"],
  ],
  [
    "an insurer's code that is gone",
    { ...whole, insurers: { ...whole.insurers, list: whole.insurers.list.slice(1) } },
    {},
    ["warning insurers-dropped"],
  ],
  [
    "a smaller area, and another name in the letters",
    { ...whole, area: { ...whole.area, name: "Heerlen", municipalities: ["GM0917"] } },
    {},
    ["warning area-smaller", "info letters-differ"],
  ],
  [
    "an area that another programme is for too",
    { ...whole, area: { ...whole.area, municipalities: [...whole.area.municipalities, "GM0935"] } },
    { others: [{ name: "Vervolg", municipalities: ["GM0935"] }] },
    ["warning area-shared"],
  ],
  [
    "an inflow that is closed before it begins",
    { ...whole, windows: { ...whole.windows, inflowUntil: "2026-11-30" } },
    {},
    ["warning inflow-closed"],
  ],
  ["a shorter pillar 2", { ...whole, windows: { ...whole.windows, pillar2Months: 4 } }, {}, ["warning period-shorter"]],
  ["families who can after all", whole, { outcomes: { nowPossible: 2, noLonger: 0 } }, ["info outcome-differs"]],
  ["families who can no longer", whole, { outcomes: { nowPossible: 0, noLonger: 1 } }, ["warning outcome-differs"]],
] as const satisfies readonly (readonly [string, ProgrammeSettings, Partial<VersionFacts>, readonly string[]])[])
  test(`checked: ${sentence}`, () => {
    const found = checkVersion(whole, after, { ...calm, ...facts });
    assert.deepEqual(
      found.map(({ level, code }) => `${level} ${code}`),
      expected,
    );
    assert.equal(
      blocks(found),
      expected.some((one) => one.startsWith("error")),
    );
  });
