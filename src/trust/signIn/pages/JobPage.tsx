import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { JobChoice } from "../signIn.ts";

/** Who has two jobs works in one at a time: what she may see and do follows from it. */
export function JobPage({ jobs }: Readonly<{ jobs: readonly JobChoice[] }>) {
  return (
    <Page
      title="Waarvoor werkt u nu?"
      sub="U hebt meer dan één werkplek. Wat u ziet, hoort bij de werkplek die u kiest. Wisselen kan later via uw naam, rechtsboven."
      width="narrow"
    >
      <Stack>
        {jobs.map((job) => (
          <Card
            key={job.membershipId}
            title={job.organisation}
            action={
              <ActionForm
                action="/aanmelden/werkplek"
                hidden={{ werkplek: job.membershipId }}
                button="Kiezen"
                variant="primary"
                label={`Kies ${nameOf(job)} bij ${job.organisation}`}
              />
            }
          >
            <p>{nameOf(job)}</p>
          </Card>
        ))}
      </Stack>
    </Page>
  );
}

const nameOf = (job: JobChoice): string => (isRole(job.role) ? roleNames[job.role] : job.role);
