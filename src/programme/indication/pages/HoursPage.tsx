import { Fragment, type ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { occasionNames, sayAccepted } from "../indication.texts.ts";
import type { Indication } from "../indication.ts";
import type { Hours } from "../server/readHours.ts";
import { BuildUp } from "./BuildUp.tsx";
import { EarlierCard } from "./EarlierCard.tsx";
import { IntakeCard } from "./IntakeCard.tsx";

const hoursHref = ({ id }: Readonly<{ id: string }>): string => `/gezinnen/${id}/kraamzorg`;

type Props = Readonly<{ hours: Hours; parts: readonly { id: string; card: ReactElement | null }[] }>;

/** The maternity care of one family: hours with their build-up, what the family takes, and what other concepts add. */
export function HoursPage({ hours, parts }: Props) {
  const { line, indications, intakes } = hours;
  const [newest] = indications;
  return (
    <Page
      title="Kraamzorg"
      back={{ href: `/gezinnen/${line.id}`, label: "Terug naar het gezin" }}
      {...(newest && { actions: <LinkButton href={`${hoursHref(line)}/afdruk`}>Op papier</LinkButton> })}
      head={newest && <HeadFacts newest={newest} accepted={intakes[0]?.acceptedMinutes ?? null} />}
    >
      <Columns
        asideLabel="Intake en eerdere indicaties"
        aside={
          <>
            <IntakeCard hours={hours} />
            <EarlierCard indications={indications} />
          </>
        }
      >
        <HoursCard hours={hours} />
        {parts.map(({ id, card }) => (
          <Fragment key={id}>{card}</Fragment>
        ))}
      </Columns>
    </Page>
  );
}

const HeadFacts = ({ newest, accepted }: Readonly<{ newest: Indication; accepted: number | null }>) => (
  <Facts
    look="line"
    facts={[
      { label: "Geïndiceerd", value: formatMinutes(newest.minutes) },
      newest.hospitalDays > 0 && { label: "Na het ziekenhuis", value: formatMinutes(newest.minutesAfterHospital) },
      { label: "Gezin neemt", value: sayAccepted(accepted) },
      { label: "Protocol", value: newest.protocolName },
    ]}
  />
);

function HoursCard({ hours }: Readonly<{ hours: Hours }>) {
  const { line, indications, may, protocol } = hours;
  const [newest] = indications;
  const base = hoursHref(line);
  if (!newest)
    return (
      <Card title="Uren kraamzorg">
        <EmptyState
          title="Nog geen uren geïndiceerd"
          action={
            may.indicate && (
              <LinkButton href={`${base}/indicatie`} variant="primary">
                Uren indiceren
              </LinkButton>
            )
          }
        >
          {protocol === null
            ? "Er is voor deze regio nog geen indicatieprotocol ingesteld."
            : may.indicate
              ? "Vul in wat u weet. Wieg rekent de uren uit en laat zien hoe zij zijn opgebouwd."
              : "De verloskundige indiceert, of de kraamzorg bij de intake."}
        </EmptyState>
      </Card>
    );
  return (
    <Card title="Uren kraamzorg">
      <BuildUp indicated={newest} days={newest.days} />
      <p className="wieg-note">
        {newest.protocolName}, {occasionNames[newest.occasion]}, {formatDay(newest.onDay)}. Door {newest.by}, {newest.organisation}.
      </p>
      {newest.why !== null && <p>Waarom: {newest.why}</p>}
      {(may.indicate || may.hospital) && (
        <ButtonRow>
          {may.indicate && <LinkButton href={`${base}/indicatie`}>Opnieuw indiceren</LinkButton>}
          {may.hospital && (
            <LinkButton href={`${base}/ziekenhuis`} variant="quiet">
              Dagen in het ziekenhuis
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </Card>
  );
}
