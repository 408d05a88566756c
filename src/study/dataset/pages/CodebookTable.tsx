import { DataTable } from "../../../design/DataTable.tsx";
import { roleNames } from "../dataset.texts.ts";
import type { Variable } from "../dataset.ts";
import { measureNames, sayMissing, sayValues } from "../rules/codebook.ts";

/** Each variable, what its values mean, why one may be missing, and in what way it was made. */
export function CodebookTable({ variables }: Readonly<{ variables: readonly Variable[] }>) {
  return (
    <DataTable
      caption="Codeboek"
      rows={variables}
      rowKey={({ name }) => name}
      columns={[
        { label: "Variabele", heading: true, cell: ({ name }) => <code>{name}</code>, note: ({ label }) => label },
        { label: "Soort", cell: ({ role }) => roleNames[role], note: ({ measure }) => measureNames[measure] },
        { label: "Waarden", cell: (one) => sayValues(one) },
        { label: "Ontbreekt omdat", cell: (one) => sayMissing(one) },
        { label: "Hoe gemaakt", cell: ({ source }) => source },
      ]}
    />
  );
}
