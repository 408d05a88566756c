import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { factorsNow, type FactorSeen } from "../rules/notesOf.ts";
import type { Signals } from "../server/readSignals.ts";
import type { SignalRow } from "../server/signal.store.ts";
import { factorKinds } from "../signal.ts";
import { domainNames, factorKindHeadings } from "../signal.texts.ts";
import { aboutWhom } from "./aboutWhom.ts";

/** What plays a part now, on the family page: risk, support and context apart. */
export function SignalsCard({ signals, mayWrite }: { signals: Signals; mayWrite: boolean }) {
  const { trajectoryId, rows, factors } = signals;
  const now = factorsNow(rows, factors);
  const nothing = factorKinds.every((kind) => now[kind].length === 0);
  return (
    <Card title="Signalen" action={rows.length > 0 ? <a href={`/gezinnen/${trajectoryId}/signalen`}>Alle signalen</a> : undefined}>
      {nothing && signals.hiddenMedical === null && signals.asked.length === 0 && (
        <EmptyState
          title="Er is nog niets vastgelegd"
          action={mayWrite ? <LinkButton href={`/gezinnen/${trajectoryId}/signalen/nieuw`}>Signaal vastleggen</LinkButton> : undefined}
        >
          Een signaal is iets wat u opvalt: een zorg, of juist iets wat steun geeft.
        </EmptyState>
      )}
      {factorKinds.map(
        (kind) =>
          now[kind].length > 0 && <Factors key={kind} heading={factorKindHeadings[kind]} seen={now[kind]} trajectoryId={trajectoryId} />,
      )}
      <HiddenMedical signals={signals} />
      {signals.asked.map(({ id, reference, receivedOn }) => (
        <p key={id}>
          <Tag tone="info">hulpvraag</Tag> Zij vroeg zelf om hulp op {formatDay(receivedOn)}, nummer{" "}
          <a href={`/hulpvragen/${id}`}>{reference}</a>.
        </p>
      ))}
    </Card>
  );
}

function Factors({ heading, seen, trajectoryId }: { heading: string; seen: readonly FactorSeen<SignalRow>[]; trajectoryId: string }) {
  return (
    <DataTable
      caption={heading}
      showCaption
      rows={seen}
      rowKey={({ factor }) => factor.code}
      columns={[
        {
          label: "Wat",
          heading: true,
          cell: ({ factor, newest }) => <a href={`/gezinnen/${trajectoryId}/signalen/${newest.notedTogether}`}>{factor.label}</a>,
          note: ({ factor }) => domainNames[factor.domain],
        },
        { label: "Over", cell: ({ rows }) => [...new Set(rows.map(aboutWhom))].join("; ") },
        {
          label: "Gezien",
          cell: ({ newest }) => formatDay(newest.observedOn),
          note: ({ rows }) => [...new Set(rows.map(({ organisation }) => organisation))].join(", "),
        },
        {
          label: "Stand",
          cell: ({ urgent, newest }) => <States urgent={urgent} undiscussed={newest.discussedOn === null} />,
        },
      ]}
    />
  );
}

const States = ({ urgent, undiscussed }: { urgent: boolean; undiscussed: boolean }) => (
  <>
    {urgent && <Tag tone="late">urgent</Tag>} {undiscussed ? <Tag tone="soon">nog niet besproken</Tag> : <Tag tone="ok">besproken</Tag>}
  </>
);

/** What a social partner is told of the rest: that it is there, and no more [access.md 2]. */
export function HiddenMedical({ signals: { hiddenMedical } }: { signals: Signals }) {
  if (hiddenMedical === null) return null;
  const { howMany, newestOn } = hiddenMedical;
  return (
    <p>
      <Tag>{howMany === 1 ? "een medische omstandigheid" : `${howMany} medische omstandigheden`}</Tag> laatst vastgelegd op{" "}
      {formatDay(newestOn)}. Wat het is, ziet alleen wie medische zorg geeft, tenzij het gezin u dat wil laten zien.
    </p>
  );
}
