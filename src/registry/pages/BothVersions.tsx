import { DataTable } from "../../design/DataTable.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { changedMeanwhile } from "../familyForm.texts.ts";

type Field = Readonly<{ name: string; label: string; saved: string | null }>;

/** When someone else was first: what is kept now beside what was typed, field by field. Nothing where nobody was. */
export function BothVersions({ fields, values, errors }: { fields: readonly Field[]; values: Values; errors: Errors }) {
  if (errors["form"] !== changedMeanwhile) return null;
  const typedOf = (name: string) => [values[name] ?? []].flat().join(", ");
  const different = fields.filter(({ name, saved }) => (saved ?? "") !== typedOf(name));
  if (different.length === 0) return null;
  return (
    <DataTable
      caption="Wat er nu staat, en wat u invulde"
      showCaption
      rows={different}
      rowKey={({ name }) => name}
      columns={[
        { label: "Wat", heading: true, cell: ({ label }) => label },
        { label: "Staat er nu", cell: ({ saved }) => saved ?? "niets" },
        { label: "Vulde u in", cell: ({ name }) => typedOf(name) || "niets" },
      ]}
    />
  );
}
