import assert from "node:assert/strict";
import { test } from "node:test";
import type { Category } from "../assessment.ts";
import { confirmTogether, type Asked, type Opinion } from "./confirmTogether.ts";

const says = (role: string, who: string, organisationId: string, category: Category = "c"): Opinion => ({
  role,
  professionalId: who,
  organisationId,
  category,
  on: "2026-11-20",
  reason: null,
});
const asked = (part: Partial<Asked> = {}): Asked => ({
  state: "open",
  obstetric: null,
  youth: says("youth_nurse", "Hanna", "JGZ"),
  ...part,
});

const cases: readonly (readonly [string, Asked, Opinion, string])[] = [
  ["the midwife comes to the same category as the youth nurse", asked(), says("midwife", "Marieke", "practice"), "confirmed"],
  ["the gynaecologist may confirm for obstetric care", asked(), says("gynaecologist", "Gerard", "hospital"), "confirmed"],
  ["the midwife comes to another category: both see both", asked(), says("midwife", "Marieke", "practice", "b"), "differs"],
  ["the midwife is the first of the two", asked({ youth: null }), says("midwife", "Marieke", "practice"), "open"],
  ["the youth nurse does not confirm her own proposal", asked(), says("youth_nurse", "Hanna", "JGZ"), "confirmed-already"],
  ["a colleague of the youth nurse is the same side", asked(), says("youth_doctor", "Jos", "JGZ"), "confirmed-already"],
  ["who works as a midwife too does not confirm herself", asked(), says("midwife", "Hanna", "practice"), "confirmed-already"],
  [
    "a clinical midwife of the same organisation is not another one",
    asked({ youth: says("youth_nurse", "Hanna", "hospital") }),
    says("clinical_midwife", "Klaas", "hospital"),
    "same-organisation",
  ],
  ["maternity care does not confirm", asked(), says("maternity_assistant", "Anja", "maternity"), "not-your-side"],
  ["a municipal worker does not confirm", asked(), says("municipal_worker", "Wim", "municipality"), "not-your-side"],
  [
    "what a newer assessment took away is not confirmed",
    asked({ state: "superseded" }),
    says("midwife", "Marieke", "practice"),
    "not-open",
  ],
];

for (const [sentence, given, opinion, expected] of cases)
  test(sentence, () => {
    const outcome = confirmTogether(given, opinion);
    assert.equal("refused" in outcome ? outcome.refused : outcome.state, expected);
  });
