import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { Job } from "../server/session.store.ts";

/** Everyone of the demonstration region, by organisation: one press is a sign-in. */
export function DemonstrationPeople({ jobs, next }: Readonly<{ jobs: readonly Job[]; next: string }>) {
  return (
    <Card title="Kies wie u bent in de demonstratieregio">
      <p>Iedereen hier is verzonnen. Elke rol ziet iets anders: probeer er een paar.</p>
      <DataTable
        caption="Verzonnen professionals"
        rows={jobs}
        rowKey={(job) => job.membershipId}
        columns={[
          { label: "Naam", heading: true, cell: (job) => job.name },
          { label: "Rol", cell: (job) => (isRole(job.role) ? roleNames[job.role] : job.role), note: (job) => job.organisation },
          {
            label: "Kiezen",
            action: true,
            cell: (job) => (
              <ActionForm
                action="/aanmelden/demonstratie"
                hidden={{ membership: job.membershipId, naar: next }}
                button="Aanmelden"
                label={`Aanmelden als ${job.name}`}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
