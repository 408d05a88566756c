import type { Day } from "../../../kit/day.ts";
import { testInsurer } from "../../../programme/enrolment/server/door.ts";
import type { ProgrammeSettings } from "../../../programme/configuration/programme.ts";
import type { ArmFacts } from "../../design/study.ts";
import type { RawFacts } from "./lineFacts.store.ts";

/** What care recorded, as the outcomes that the arms are told apart by. What nobody knows stays unknown; an insurer in no list is no control [domain 5.1]. */
export function armFactsOf({ area, insurers, maternityCare }: ProgrammeSettings, raw: RawFacts, today: Day): ArmFacts {
  const insurer = testInsurer(insurers.list, raw.insurer, today);
  return {
    category: raw.category,
    maternityCare: raw.maternityCare === null ? null : raw.maternityCare === maternityCare.organisationId ? "programme" : "other",
    residence: raw.municipality === null ? null : area.municipalities.includes(raw.municipality) ? "inside" : "outside",
    insurer: insurer.outcome === "unknown" ? null : insurer.outcome === "not_met" ? "other" : String(insurer.facts["group"] ?? "either"),
  };
}
