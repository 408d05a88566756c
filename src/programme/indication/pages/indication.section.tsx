import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import type { FamilySection, Moment } from "../../../pathway/trajectory/familySection.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { CarePart } from "../carePart.ts";
import { occasionNames, sayAccepted } from "../indication.texts.ts";
import { loadParts, type Care } from "../server/readCare.ts";
import { findHours, type Hours } from "../server/readHours.ts";

/** Maternity care on the family page: the hours, what the family takes, and what other concepts add. */
export const careSection = (parts: readonly CarePart[]): FamilySection => ({
  id: "kraamzorg",
  title: "Kraamzorg",
  place: "aside",
  records: Object.fromEntries([
    ["indication", "Indicatie kraamzorg"],
    ["care_intake", "Intake kraamzorg"],
    ...parts.flatMap(({ records }) => Object.entries(records ?? {})),
  ]),
  async load(work, line, actor) {
    if (!isRole(actor.role) || !mayUse(actor.role, "maternity_care.read")) return null;
    const care: Care = { hours: await findHours(work, line, actor.role), parts: await loadParts(work, line, actor, parts) };
    const { hours } = care;
    const empty = hours.indications.length === 0 && hours.intakes.length === 0 && care.parts.length === 0;
    if (empty && !(line.state === "open" && line.lossOn === null && (hours.may.indicate || hours.may.intake))) return null;
    return {
      body: <CareCard care={care} />,
      now: [...nowOf(hours), ...care.parts.flatMap(({ now }) => now ?? [])],
      moments: [...momentsOf(hours), ...care.parts.flatMap(({ moments }) => moments ?? [])],
    };
  },
});

function CareCard({ care: { hours, parts } }: Readonly<{ care: Care }>) {
  const [newest] = hours.indications;
  const [intake] = hours.intakes;
  return (
    <Card title="Kraamzorg">
      <Facts
        facts={[
          { label: "Geïndiceerd", value: newest ? formatMinutes(newest.minutesAfterHospital) : "nog niet" },
          { label: "Het gezin neemt", value: intake ? sayAccepted(intake.acceptedMinutes) : "nog niet besproken" },
          ...parts.flatMap(({ facts }) => facts ?? []),
        ]}
      />
      <ButtonRow>
        <LinkButton href={`/gezinnen/${hours.line.id}/kraamzorg`} variant="quiet">
          Kraamzorg bekijken
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}

/** Born and only the hours of the intake known: the midwife looks again. After a loss nothing is asked [domain 3.10]. */
function nowOf({ line, indications, may, occasion }: Hours): readonly ReactElement[] {
  if (line.lossOn !== null || !may.indicate || occasion !== "birth" || indications.length === 0) return [];
  return [
    <div key="indication">
      <p>
        <b>Kloppen de uren kraamzorg nog?</b> Het kind is geboren. Kijk naar de voeding, de bevalling en dagen in het ziekenhuis.
      </p>
      <LinkButton href={`/gezinnen/${line.id}/kraamzorg/indicatie`} variant="primary">
        Uren nakijken
      </LinkButton>
    </div>,
  ];
}

const momentsOf = ({ line, indications, intakes }: Hours): readonly Moment[] => {
  const href = `/gezinnen/${line.id}/kraamzorg`;
  return [
    ...indications.map(({ onDay, minutesAfterHospital, occasion, organisation }) => ({
      on: onDay,
      label: `${formatMinutes(minutesAfterHospital)} kraamzorg, ${occasionNames[occasion]}`,
      by: organisation,
      href,
    })),
    ...intakes.map(({ onDay, organisation, acceptedMinutes }, nr) => ({
      on: onDay,
      label: nr === intakes.length - 1 ? "intake kraamzorg" : `gezin neemt ${sayAccepted(acceptedMinutes)}`,
      by: organisation,
      href,
    })),
  ];
};
