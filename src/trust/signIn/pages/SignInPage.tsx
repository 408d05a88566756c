import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { ActionForm } from "../../../design/ActionForm.tsx";
import { Page } from "../../../design/Page.tsx";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { Job } from "../server/session.store.ts";

/** The door. In a demonstration region everyone can be chosen; all of them are invented. */
export function SignInPage({ jobs, next }: { jobs: readonly Job[]; next: string }) {
  return (
    <Page title="Aanmelden" sub="Wieg is voor professionals die samenwerken rond de eerste 1.000 dagen van een kind." width="normal">
      {jobs.length > 0 && (
        <Card title="Kies wie u bent in de demonstratieregio">
          <DataTable
            caption="Verzonnen professionals"
            rows={jobs}
            rowKey={(job) => job.membershipId}
            columns={[
              { label: "Naam", heading: true, cell: (job) => job.name },
              { label: "Rol", cell: (job) => (isRole(job.role) ? roleNames[job.role] : job.role) },
              { label: "Organisatie", cell: (job) => job.organisation },
              { label: "", action: true, cell: (job) => <ActionForm action="/aanmelden/demonstratie" hidden={{ membership: job.membershipId, naar: next }} button="Aanmelden" label={`Aanmelden als ${job.name}`} /> },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
