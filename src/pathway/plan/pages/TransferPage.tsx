import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { LeadTransfer } from "../caseLead.ts";
import { mayMove } from "../rules/leadMoves.ts";
import { answersOf } from "./answersOf.tsx";
import { Phone } from "./Phone.tsx";
import { whoAsked } from "./whoAsked.ts";

type Props = { transfer: LeadTransfer; asker: { organisationId: string; membershipId: string; role: string }; familyVisible: boolean };

const stateWords = { offered: "wacht op antwoord", accepted: "aangenomen", declined: "niet aangenomen", withdrawn: "ingetrokken" } as const;

/** Someone asks you to lead. Before you accept you see who asks and where the family lives, not who it is. */
export function TransferPage({ transfer, asker, familyVisible }: Props) {
  const asked = mayMove("accept", transfer, asker);
  return (
    <Page
      title="Verzoek om casusregie"
      heading={asked ? "Wilt u casusregisseur worden?" : "Overdracht van de casusregie"}
      width="narrow"
      back={{ href: "/werk", label: "Mijn werk" }}
    >
      <Card>
        <Facts
          facts={[
            { label: "Gevraagd door", value: [transfer.offeredBy, transfer.from.organisation].filter(Boolean).join(", ") },
            { label: "Telefoon", value: <Phone phone={transfer.from.phone} /> },
            { label: "Gevraagd aan", value: whoAsked(transfer.to) },
            { label: "Het gezin woont in", value: transfer.municipality ?? "niet bekend" },
            { label: "Sinds", value: formatDay(transfer.offeredOn) },
            {
              label: "Antwoord",
              value: transfer.answeredOn
                ? `${stateWords[transfer.state]} op ${formatDay(transfer.answeredOn)}`
                : `uiterlijk ${formatDay(transfer.answerBy)}`,
            },
            transfer.reason !== null && { label: "Reden", value: `“${transfer.reason}”` },
          ]}
        />
        {asked
          ? answersOf(transfer.id)
          : familyVisible && <LinkButton href={`/gezinnen/${transfer.trajectoryId}`}>Naar het gezin</LinkButton>}
      </Card>
      {asked && !familyVisible && (
        <Alert title="U ziet nog niet om wie het gaat">
          <p>Bel wie het vraagt als u eerst wilt overleggen. Neemt u aan, dan ziet u wat het gezin met u wil delen.</p>
        </Alert>
      )}
    </Page>
  );
}
