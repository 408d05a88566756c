import type { Refusal } from "../../kit/refusal.ts";

/** Why a file with a programme was not taken, for the one who runs the region's server. */
export function sayProgrammeRefusal({ code, facts }: Refusal): string {
  const said: Readonly<Record<string, string>> = {
    "not-json": "This file is no JSON. Nothing is changed.",
    unreadable: `Nothing is changed. What is not right in this file:\n${String(facts["faults"])}`,
    "unknown-organisation": `settings.maternityCare.organisationId is no organisation for maternity care in this region. Nothing is changed. Known: ${String(facts["known"]) || "none yet; an administrator adds it under Organisaties"}`,
    "unknown-municipalities": `settings.area.municipalities: unknown codes ${String(facts["codes"])}. Nothing is changed.`,
    "day-taken": `There is a version that starts on ${String(facts["startsOn"])} already, and a version is never changed. Choose a later startsOn.`,
    "not-after-latest": `The latest version starts on ${String(facts["latest"])}; a new one starts after it. Nothing is changed.`,
  };
  return said[code] ?? code;
}
