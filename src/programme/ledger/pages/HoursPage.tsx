import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatCents, formatMinutes } from "../../../kit/money.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { conditionNames, coPaymentSentences, reasonSentences, sourceNames } from "../../funding/funding.texts.ts";
import type { HourLine } from "../ledger.ts";
import type { FamilyHours } from "../server/readHours.ts";

/** Each delivered hour of a family: who pays it, and why. */
export function HoursPage({ hours }: Readonly<{ hours: FamilyHours }>) {
  const { line, family, undecided, lines, mayDecide } = hours;
  const base = `/gezinnen/${line.id}/kraamzorg/uren`;
  const minutes = undecided.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Page
      title="Gegeven uren kraamzorg"
      sub="Van elk uur staat hier wie het betaalt en waarom. Wat geboekt is, blijft staan: een verbetering komt erbij als tegenboeking."
      back={{ href: `/gezinnen/${line.id}`, label: familyHeading(family?.members ?? []) }}
    >
      {minutes > 0 && (
        <Alert title={`Van ${formatMinutes(minutes)} is nog niet besloten wie betaalt`} tone="soon">
          <p>
            De zorg is gegeven en staat vast.{" "}
            {mayDecide ? "Beslis wie betaalt, met de reden." : "De coördinator kraamzorg beslist wie betaalt."}
          </p>
          {mayDecide && (
            <ButtonRow>
              <LinkButton href={`${base}/besluit`} variant="primary">
                Beslissen
              </LinkButton>
            </ButtonRow>
          )}
        </Alert>
      )}
      {lines.length > 0 && <SumsCard hours={hours} />}
      <LinesCard lines={lines} />
      {hours.decisions.length > 0 && <DecisionsCard hours={hours} />}
      <ExceptionCard hours={hours} />
      {mayDecide && lines.length > 0 && (
        <Card title="Is er iets bekend geworden?">
          <p>
            Bijvoorbeeld de dag van de geboorte, de verzekeraar of een tarief. De uren worden dan opnieuw bepaald. Wat hetzelfde blijft,
            blijft staan.
          </p>
          <ActionForm action={`${base}/opnieuw`} button="Opnieuw bepalen" />
        </Card>
      )}
    </Page>
  );
}

function SumsCard({ hours: { balances, lines } }: Readonly<{ hours: FamilyHours }>) {
  const ofPillar = (pillar: 1 | 2) => balances.filter((one) => one.pillar === pillar);
  const sum = (of: readonly { minutes: number; cents: number; unknownMinutes: number }[]) => ({
    minutes: of.reduce((all, one) => all + one.minutes, 0),
    cents: of.reduce((all, one) => all + one.cents, 0),
    unknown: of.reduce((all, one) => all + one.unknownMinutes, 0),
  });
  const amount = ({ cents, unknown }: { cents: number; unknown: number }) =>
    unknown > 0 && cents === 0
      ? "bedrag nog niet bekend: het tarief ontbreekt"
      : unknown > 0
        ? `${formatCents(cents)}, en van ${formatMinutes(unknown)} is het tarief nog niet bekend`
        : formatCents(cents);
  const [first, second] = [sum(ofPillar(1)), sum(ofPillar(2))];
  return (
    <Card title="Samen">
      <Facts
        facts={[
          { label: "Gegeven", value: formatMinutes(lines.reduce((all, one) => all + one.minutes, 0)) },
          first.minutes > 0 ? { label: "Eigen bijdrage die het gezin niet betaalt", value: amount(first) } : null,
          second.minutes > 0 ? { label: "Flexibele uren, pijler 2", value: `${formatMinutes(second.minutes)}: ${amount(second)}` } : null,
        ]}
      />
    </Card>
  );
}

function LinesCard({ lines }: Readonly<{ lines: readonly HourLine[] }>) {
  return (
    <Card title="Uren per dag" id="uren">
      <DataTable
        caption="Uren per dag, met wie betaalt en waarom"
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nog geen uren">Zodra een bezoek is gegeven en vastgelegd, staan de uren hier.</EmptyState>}
        columns={[
          { label: "Dag", heading: true, cell: ({ day }) => formatDay(day), note: ({ assistant }) => assistant },
          { label: "Uren", numeric: true, cell: ({ minutes }) => `${minutes < 0 ? "-" : ""}${formatMinutes(Math.abs(minutes))}` },
          {
            label: "Wie betaalt",
            cell: (one) => <SourceWords line={one} />,
            note: ({ reason, corrects }) => (corrects === null ? reasonSentences[reason] : "Haalt een eerdere regel weg."),
          },
          {
            label: "Programma betaalt",
            numeric: true,
            cell: (one) => amountOf(one),
            note: ({ rateCents, cents }) => (rateCents !== null && cents !== null ? `${formatCents(rateCents)} per uur` : null),
          },
        ]}
      />
    </Card>
  );
}

function SourceWords({ line: { source, coPaymentBy, corrects, takenBack, day, month, bookedOn } }: Readonly<{ line: HourLine }>) {
  const later = month.slice(0, 7) > day.slice(0, 7);
  return (
    <>
      {source === "undecided" && corrects === null && !takenBack ? <Tag tone="soon">{sourceNames[source]}</Tag> : sourceNames[source]}
      {coPaymentSentences[coPaymentBy] !== null && <small className="wieg-note">{coPaymentSentences[coPaymentBy]}</small>}
      {corrects !== null && <Tag tone="plain">tegenboeking</Tag>}
      {takenBack && <Tag tone="plain">later verbeterd</Tag>}
      {later && <small className="wieg-note">Geboekt op {formatDay(bookedOn)}: de maand zelf was al afgesloten.</small>}
    </>
  );
}

function amountOf({ programmeId, cents, source }: HourLine): string {
  if (source === "undecided") return "nog niet besloten";
  if (programmeId === null) return "niets";
  return cents === null ? "tarief nog niet bekend" : formatCents(cents);
}

function DecisionsCard({ hours: { decisions } }: Readonly<{ hours: FamilyHours }>) {
  return (
    <Card title="Besluiten over uren">
      <DataTable
        caption="Besluiten over uren"
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          { label: "Uren van", heading: true, cell: ({ day }) => formatDay(day) },
          { label: "Wie betaalt", cell: ({ source }) => sourceNames[source] },
          { label: "Waarom", cell: ({ reason }) => reason },
          { label: "Besloten", cell: ({ on }) => formatDay(on), note: ({ by }) => by },
        ]}
      />
    </Card>
  );
}

function ExceptionCard({ hours: { line, consultations, mayDecide } }: Readonly<{ hours: FamilyHours }>) {
  const [newest] = consultations;
  if (!newest && !mayDecide) return null;
  return (
    <Card title="Verzekerde zorg na dag 10" id="uitzondering">
      {newest ? (
        <Facts
          facts={[
            { label: "Uitkomst", value: newest.agreed ? "de verzekeraar betaalt" : "de verzekeraar betaalt niet" },
            { label: "Overlegd met de zorgaanbieder", value: newest.providerOn === null ? "nog niet" : formatDay(newest.providerOn) },
            { label: "Overlegd met de verzekeraar", value: newest.insurerOn === null ? "nog niet" : formatDay(newest.insurerOn) },
            {
              label: "Richtlijn",
              value: newest.met.length === 0 ? "aan geen voorwaarde voldaan" : newest.met.map((one) => conditionNames[one]).join(". "),
            },
            newest.note === null ? null : { label: "Afgesproken", value: newest.note },
            { label: "Vastgelegd", value: `${formatDay(newest.on)}, ${newest.by}` },
          ]}
        />
      ) : (
        <p>
          Voor geboorten vanaf 2024 kan de verzekering bij uitzondering tot zes weken betalen, na overleg met zorgaanbieder en verzekeraar.
        </p>
      )}
      {mayDecide && (
        <ButtonRow>
          <LinkButton href={`/gezinnen/${line.id}/kraamzorg/uren/uitzondering`}>
            {newest ? "Nieuw overleg vastleggen" : "Overleg vastleggen"}
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}
