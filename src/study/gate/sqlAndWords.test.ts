import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pilotStudies } from "../design/pilotStudies.ts";
import { studyPurposes } from "../design/studyConsent.ts";

/** What stands both in the configuration of the studies and in SQL: changed in one place only, it would go wrong unseen. */
const read = (file: string): Promise<string> => readFile(new URL(`../${file}`, import.meta.url), "utf8");
const participation = "participation/sql/1790001410000_participation.sql";
const answers = "participation/sql/1790001411000_study-answers.sql";
const quoted = (list: string): readonly string[] => [...list.matchAll(/'([^']+)'/g)].map(([, word = ""]) => word);
const daysOf = (code: string): number => pilotStudies.find((one) => one.code === code)?.gateDays ?? Number.NaN;
const isStudy = (purpose: string): boolean => /^study_\d+$/.test(purpose);

test("the gate is closed as many days in SQL as the studies say", async () => {
  const [first, second] = await Promise.all([read(participation), read(answers)]);
  const gates = [
    ...Array.from(first.matchAll(/said\.purpose = '(study_\d+)' then said\.given_on \+ (\d+)/g), ([, code = "", days]) => ({
      code,
      days: Number(days),
    })),
    ...Array.from(second.matchAll(/t0_until = from_day \+ (\d+)[^;]*?p\.study = '(study_\d+)'/g), ([, days, code = ""]) => ({
      code,
      days: Number(days),
    })),
  ];
  assert.deepEqual(
    gates.map(({ code }) => code),
    pilotStudies.map(({ code }) => code),
    "each study has its gate in SQL, once",
  );
  for (const { code, days } of gates) assert.equal(days, daysOf(code), code);
});

test("the list before the decision can be answered exactly as long as the gate is closed", () => {
  for (const { code, gateDays, waves } of pilotStudies)
    assert.equal(waves.find((wave) => wave.code === "T0")?.expiresAfter, gateDays, code);
});

test("what may be asked in SQL is what a consent text asks, and each study is one of it", async () => {
  const sql = await read(answers);
  const lists = [/asks <@ array\[([^\]]+)\]/, /asked not in \(([^)]+)\)/].map((where) => quoted(where.exec(sql)?.[1] ?? ""));
  const inConsent = quoted(/purpose in \(([^)]+)\)/.exec(await read("../trust/access/sql/1790000200000_access.sql"))?.[1] ?? "").filter(
    (purpose) => purpose.startsWith("study"),
  );
  for (const list of [...lists, inConsent]) assert.deepEqual(list.toSorted(), studyPurposes.toSorted());
  assert.deepEqual(
    studyPurposes.filter(isStudy),
    pilotStudies.map(({ code }) => code),
  );
});
