import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { formatDay } from "../../../kit/day.ts";
import { fullName } from "../../../registry/personName.ts";
import type { ReactNode } from "react";
import type { FamilyChoices } from "../server/chooseFamily.ts";
import type { FamilyChoice } from "../server/familyChoice.store.ts";

/** Families to choose from, with what tells them apart. */
export function FamilyChoiceTable({ found, action }: { found: FamilyChoices; action: (choice: FamilyChoice) => ReactNode }) {
  return (
    <DataTable
      caption="Gezinnen"
      rows={found.choices}
      rowKey={({ trajectoryId }) => trajectoryId}
      empty={
        found.words === "" ? (
          <EmptyState title="Zoek eerst het gezin">U vindt gezinnen waar u bij betrokken bent.</EmptyState>
        ) : (
          <EmptyState title="Geen gezin gevonden">
            Probeer een deel van de naam, de geboortedatum of de postcode. U vindt alleen gezinnen waar u bij betrokken bent.
          </EmptyState>
        )
      }
      columns={[
        { label: "Naam", heading: true, cell: fullName, note: ({ birthDate }) => (birthDate ? `geboren ${formatDay(birthDate)}` : "") },
        { label: "Woonplaats", cell: ({ place }) => place ?? "" },
        { label: "Uitgerekend", cell: ({ dueDate }) => (dueDate ? formatDay(dueDate) : "") },
        { label: "Kiezen", action: true, cell: action },
      ]}
    />
  );
}
