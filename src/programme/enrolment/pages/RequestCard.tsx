import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { needNames } from "../criterion.texts.ts";
import type { Request } from "../enrolment.ts";
import type { Enrolment } from "../server/readEnrolment.ts";
import type { EnrolmentRights } from "./EnrolmentPage.tsx";

type Props = Readonly<{ enrolment: Enrolment; rights: EnrolmentRights }>;

/** Pillar 2: what the help is for, in words of family and professionals, and who agrees. */
export function RequestCard({ enrolment: { line, facts, held }, rights }: Props) {
  const { request } = facts;
  const base = `/gezinnen/${line.id}/geboortezorg-flex/2`;
  const mayWrite = (rights.decide || rights.confirm) && held === null && line.state === "open";
  if (!request)
    return (
      <Card title="Waarvoor en hoeveel" id="aanvraag">
        <EmptyState
          title="Nog niet vastgelegd"
          action={
            mayWrite ? (
              <LinkButton href={`${base}/aanvraag`} variant="primary">
                Vraag en doel vastleggen
              </LinkButton>
            ) : undefined
          }
        >
          Bespreek met het gezin waarvoor extra kraamzorg is, wat het gezin wil bereiken en hoeveel uur daarbij past.
        </EmptyState>
      </Card>
    );
  return (
    <Card title="Waarvoor en hoeveel" id="aanvraag" action={mayWrite ? <a href={`${base}/aanvraag`}>Wijzigen</a> : undefined}>
      <Facts
        facts={[
          { label: "Situatie", value: needNames[request.need] },
          { label: "Vraag", value: request.question },
          { label: "Doel", value: request.goal },
          { label: "Afgesproken", value: request.agreedMinutes === null ? "nog geen uren" : formatMinutes(request.agreedMinutes) },
          { label: "Eens", value: agreedInWords(request) },
        ]}
      />
      {rights.confirm && held === null && request.youthAgreedOn === null && (
        <ButtonRow>
          <ActionForm action={`${base}/eens`} button="Ik bevestig vraag en doel" variant="primary" hidden={{ version: request.version }} />
        </ButtonRow>
      )}
    </Card>
  );
}

function agreedInWords({ familyAgreedOn, midwifeAgreedOn, maternityAgreedOn, youthAgreedOn }: Request): string {
  const said = [
    ["het gezin", familyAgreedOn],
    ["de verloskundige", midwifeAgreedOn],
    ["de kraamverzorgende", maternityAgreedOn],
    ["de jeugdverpleegkundige", youthAgreedOn],
  ] as const;
  const agreed = said.flatMap(([who, on]) => (on === null ? [] : [`${who} (${formatDay(on)})`]));
  return agreed.length === 0 ? "nog niemand" : agreed.join(", ");
}
