import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { intakeWayNames, lessReasonNames, sayAccepted } from "../indication.texts.ts";
import type { Intake } from "../indication.ts";
import type { Hours } from "../server/readHours.ts";

/** What the family wishes and takes, as it said itself. */
export function IntakeCard({ hours: { line, intakes, may } }: Readonly<{ hours: Hours }>) {
  const [newest] = intakes;
  const href = `/gezinnen/${line.id}/kraamzorg/intake`;
  if (!newest)
    return (
      <Card title="Intake">
        <EmptyState
          title="Nog geen intake"
          action={
            may.intake && (
              <LinkButton href={href} variant="primary">
                Intake vastleggen
              </LinkButton>
            )
          }
        >
          {may.intake
            ? "Leg vast wat het gezin wenst en hoeveel uren het neemt. Ook als het geen kraamzorg wil."
            : "Wat het gezin wenst en neemt, komt hier te staan."}
        </EmptyState>
      </Card>
    );
  return (
    <Card title="Intake">
      <IntakeFacts intake={newest} />
      {may.intake && (
        <ButtonRow>
          <LinkButton href={href}>Wensen wijzigen</LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

export const IntakeFacts = ({ intake }: Readonly<{ intake: Intake }>) => (
  <>
    <Facts
      facts={[
        { label: "Gewenst", value: intake.wishedMinutes === null ? "niet gezegd" : formatMinutes(intake.wishedMinutes) },
        { label: "Het gezin neemt", value: sayAccepted(intake.acceptedMinutes) },
        intake.lessReasons.length > 0 && {
          label: "Waarom minder",
          value: intake.lessReasons.map((reason) => lessReasonNames[reason]).join(", "),
        },
        intake.note !== null && { label: "Toelichting", value: intake.note },
      ]}
    />
    <p className="wieg-note">
      {intakeWayNames[intake.way]}, {formatDay(intake.onDay)}. Door {intake.by}, {intake.organisation}.
    </p>
  </>
);
