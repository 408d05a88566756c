import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatMoment } from "../../../kit/day.ts";

/** The address of one's own calendar of sittings; shown once, when it is made. */
export function CalendarFeedPage({ since, address }: Readonly<{ since: Date | null; address: string | null }>) {
  return (
    <Page title="Overleggen in uw eigen agenda" width="narrow" back={{ href: "/overleggen", label: "Overleggen" }}>
      {address !== null && (
        <Alert title="Uw adres" tone="ok">
          <p>
            <code>{address}</code>
          </p>
          <p>Kopieer het nu: u ziet het maar één keer. Wie dit adres heeft, ziet wanneer u overleg hebt. Deel het dus met niemand.</p>
        </Alert>
      )}
      <Card title="Een adres voor uw agendaprogramma">
        <p>
          Met dit adres haalt Outlook, Google Agenda of een ander programma uw overleggen zelf op. Een overleg dat verplaatst wordt of
          vervalt, verandert daar vanzelf. Er staan geen namen van gezinnen in.
        </p>
        {since !== null && address === null && <p className="wieg-note">U hebt een adres sinds {formatMoment(since)}.</p>}
        <ButtonRow>
          <ActionForm
            action="/overleggen/agenda-adres"
            button={since === null && address === null ? "Adres maken" : "Nieuw adres maken"}
            variant={since === null && address === null ? "primary" : "secondary"}
            plain
            {...(since === null && address === null
              ? {}
              : { confirm: "Het oude adres werkt dan niet meer.", confirmButton: "Nieuw adres maken" })}
          />
          {(since !== null || address !== null) && (
            <ActionForm action="/overleggen/agenda-adres/weg" button="Adres weghalen" variant="quiet" />
          )}
        </ButtonRow>
      </Card>
    </Page>
  );
}
