import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { LeadAlert } from "../server/caseLead.store.ts";
import { Phone } from "./Phone.tsx";

const sentences = {
  not_accepted: "Een overdracht van de casusregie is niet binnen 3 werkdagen aangenomen.",
  lead_left: "De casusregisseur van een gezin werkt niet meer bij haar organisatie.",
} as const;

/** What the coordinator of the Knooppunt is told: whom to call so that a family keeps a lead. It closes by itself. */
export function AlertPage({ alert }: { alert: LeadAlert }) {
  return (
    <Page title="Casusregie vastgelopen" width="narrow" back={{ href: "/werk", label: "Mijn werk" }} sub={sentences[alert.kind]}>
      {alert.settled && (
        <Alert title="Dit is opgelost" tone="ok">
          <p>Er is een antwoord, of een nieuwe casusregisseur. U hoeft niets meer te doen.</p>
        </Alert>
      )}
      <Card title="Wie u kunt bellen">
        <Facts
          facts={[
            {
              label: alert.kind === "lead_left" ? "Organisatie van de vorige casusregisseur" : "Organisatie van de casusregisseur",
              value: (
                <>
                  {alert.leadOrganisation}, <Phone phone={alert.leadPhone} />
                </>
              ),
            },
            alert.askedOrganisation !== null && {
              label: "Gevraagd, nog geen antwoord",
              value: (
                <>
                  {alert.askedOrganisation}, <Phone phone={alert.askedPhone} />
                </>
              ),
            },
            { label: "Het gezin woont in", value: alert.municipality ?? "niet bekend" },
            { label: "Gemeld op", value: formatDay(alert.raisedOn) },
          ]}
        />
        {alert.familyVisible ? (
          <LinkButton href={`/gezinnen/${alert.trajectoryId}`}>Naar het gezin</LinkButton>
        ) : (
          <p>U ziet niet om wie het gaat: het gezin deelt zijn gegevens niet met u. De organisatie weet het wel.</p>
        )}
      </Card>
    </Page>
  );
}
