import type { Refusal } from "../../kit/refusal.ts";
import type { ProgrammeChoice } from "./rules/programmeFor.ts";

/** Why a family has to do with this programme, to professionals; nothing to say where one runs. */
export const choiceSentences: Readonly<Record<ProgrammeChoice, string | null>> = {
  "holds-place": "Het gezin heeft hier een plaats.",
  "goes-on": "Het gezin heeft hier al een plaats, en gaat in hetzelfde programma verder.",
  "only-one": null,
  area: "Dit programma is er voor de gemeente van dit gezin.",
  "area-closed": "Dit programma is er voor de gemeente van dit gezin, maar de instroom is gesloten.",
  "outside-area": "Geen programma is er voor de gemeente van dit gezin. U ziet het programma dat het laatst begon.",
  "municipality-unknown": "De gemeente van dit gezin is niet bekend. U ziet het programma dat het laatst begon.",
};

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
