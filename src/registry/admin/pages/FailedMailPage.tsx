import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { FailedMail } from "../server/failedMail.store.ts";

/** Mail that did not go, or of which nobody knows whether it did: to whom, since when, and one press to send it again. */
export function FailedMailPage({ mails }: Readonly<{ mails: readonly FailedMail[] }>) {
  return (
    <Page
      title="E-mail die niet weg kon"
      sub="De mailserver nam deze berichten drie dagen niet aan, of de verbinding brak tijdens het versturen. Er staat nooit een naam of reden in; wat er wacht, staat ook op de werklijst van de ontvanger."
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
            {
              label: "Misschien wel aangekomen",
              numeric: true,
              cell: ({ inDoubt }) => inDoubt,
            },
            { label: "Sinds", cell: ({ since }) => formatMoment(since) },
          ]}
        />
        {mails.some(({ inDoubt }) => inDoubt > 0) && (
          <p>
            Van een bericht dat misschien wel aankwam, weet Wieg het niet: het versturen werd op dat ogenblik afgebroken. Wieg verstuurt het
            niet vanzelf opnieuw. Doet u het, dan kan iemand het twee keer krijgen.
          </p>
        )}
      </Card>
    </Page>
  );
}
