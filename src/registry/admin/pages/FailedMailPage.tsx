import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { FailedMail } from "../server/failedMail.store.ts";

/** Mail that did not go: to whom, since when, and one press to try again. */
export function FailedMailPage({ mails }: Readonly<{ mails: readonly FailedMail[] }>) {
  return (
    <Page
      title="E-mail die niet weg kon"
      sub="De mailserver nam deze berichten drie dagen niet aan. Er staat nooit een naam of reden in; wat er wacht, staat ook op de werklijst van de ontvanger."
      back={{ href: "/werk", label: "Mijn werk" }}
      actions={
        mails.length > 0 ? <ActionForm action="/beheer/post/opnieuw" button="Alles opnieuw versturen" variant="primary" /> : undefined
      }
    >
      <Card>
        <DataTable
          caption="E-mail die niet weg kon"
          rows={mails}
          rowKey={({ address }) => address}
          empty={<EmptyState title="Alle e-mail is weg">Er is niets blijven liggen.</EmptyState>}
          columns={[
            { label: "Aan", heading: true, cell: ({ address }) => address },
            { label: "Berichten", numeric: true, cell: ({ count }) => count },
            { label: "Sinds", cell: ({ since }) => formatMoment(since) },
          ]}
        />
      </Card>
    </Page>
  );
}
