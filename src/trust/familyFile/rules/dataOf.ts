import type { WholeFile } from "../familyFile.ts";
import { fhirOf } from "./fhirOf.ts";
import { sayRow } from "./sayRow.ts";

/** The file as data: a readable index first, then FHIR R4 where it fits, then every record in words, and who looked. */
export function dataOf(file: WholeFile) {
  const records = file.rows.map((row) => ({ ...sayRow(row), bron: row.table }));
  const counts = new Map<string, number>();
  for (const { part } of records) counts.set(part, (counts.get(part) ?? 0) + 1);
  return {
    leesmij: [
      "Dit is uw hele dossier uit Wieg, als gegevens. Een ander programma kan het lezen.",
      "Bij 'fhir' staat wat in de norm HL7 FHIR R4 past. Bij 'gegevens' staat alles, in woorden.",
      "Wat over een ander gaat, zoals uw partner, staat hier niet in.",
    ],
    gemaaktOp: file.today,
    inhoud: [...counts].map(([onderdeel, aantal]) => ({ onderdeel, aantal })),
    fhir: fhirOf(file),
    gegevens: records.map(({ part, title, on, by, fields, bron }) => ({
      onderdeel: part,
      soort: title,
      bron,
      vastgelegdOp: on,
      door: by,
      velden: Object.fromEntries(fields.map(({ label, value }) => [label, value])),
    })),
    toestemmingen: file.consents,
    betrokken: file.involved,
    wieKeek: file.looks.map((look) => ({ ...look, first: look.first.toISOString(), last: look.last.toISOString() })),
  };
}
