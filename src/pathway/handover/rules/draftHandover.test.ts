import assert from "node:assert/strict";
import { test } from "node:test";
import { draftHandover, type DraftSources } from "./draftHandover.ts";

const nothing: DraftSources = {
  questions: [],
  goals: [],
  reached: [],
  wishes: [],
  agreements: [],
  factors: [],
  births: [],
  interpreter: null,
};

test("what the plan says stands in the handover, one thing on a line, and nothing twice", () => {
  const drafted = draftHandover({
    ...nothing,
    questions: ["Wie helpt ons met de post?"],
    goals: ["Overzicht over onze rekeningen"],
    wishes: ["Overzicht over onze rekeningen", "Vaker buiten komen"],
    reached: ["Een eigen kamer voor de baby"],
    agreements: [{ wording: "Samen de post openen", who: "Haar zus", evaluateOn: "2026-11-23" }],
    interpreter: "Er is een tolk nodig: Tigrinya",
  });
  assert.deepEqual(drafted, {
    going_on: "Wie helpt ons met de post?\nEr is een tolk nodig: Tigrinya",
    medical: "",
    works: "Een eigen kamer voor de baby",
    wants: "Overzicht over onze rekeningen\nVaker buiten komen",
    agreements: "Samen de post openen: Haar zus, tot ma 23 november 2026",
    attachment: "",
    next_pregnancy: "",
  });
});

test("what is medical stands apart, what protects is what works, and attachment has a heading of its own", () => {
  const factor = (code: string, kind: "risk" | "protective" | "context", careKind: "medical" | "social") => ({
    code,
    label: code,
    kind,
    careKind,
  });
  const { going_on, medical, works, attachment } = draftHandover({
    ...nothing,
    factors: [
      factor("debt", "risk", "social"),
      factor("diabetes", "risk", "medical"),
      factor("network", "protective", "social"),
      factor("attachment", "risk", "social"),
    ],
  });
  assert.deepEqual([going_on, medical, works, attachment], ["debt", "diabetes", "network", "attachment"]);
});

test("a birth before 37 weeks and a small child matter for a next pregnancy", () => {
  const { next_pregnancy } = draftHandover({
    ...nothing,
    births: [
      { gestationalDays: 247, smallForAge: true, weightGrams: 2010 },
      { gestationalDays: 280, smallForAge: false, weightGrams: 3400 },
    ],
  });
  assert.equal(next_pregnancy, "Te vroeg geboren, bij 35+2 weken\nKlein voor de duur van de zwangerschap (2010 gram)");
});
