import { DataTable } from "../../design/DataTable.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { changedMeanwhile } from "../familyForm.texts.ts";

/** `say`: the words for what a choice sends. */
type Field = Readonly<{ name: string; label: string; saved: string | null; say?: ((value: string) => string) | undefined }>;

/** When someone else was first: what is kept now beside what was typed, field by field. Nothing where nobody was. */
export function BothVersions({ fields, values, errors }: { fields: readonly Field[]; values: Values; errors: Errors }) {
  if (errors["form"] !== changedMeanwhile) return null;
  const typedOf = (name: string) => [values[name] ?? []].flat().join(", ");
  const different = fields.filter(({ name, saved }) => (saved ?? "") !== typedOf(name));
  const said = (value: string, say: Field["say"]) => (value === "" ? "niets" : (say?.(value) ?? value));
  if (different.length === 0) return null;
  return (
    <DataTable
      caption="Wat er nu staat, en wat u invulde"
      showCaption
      rows={different}
      rowKey={({ name }) => name}
      columns={[
        { label: "Wat", heading: true, cell: ({ label }) => label },
        { label: "Staat er nu", cell: ({ saved, say }) => said(saved ?? "", say) },
        { label: "Vulde u in", cell: ({ name, say }) => said(typedOf(name), say) },
      ]}
    />
  );
}
