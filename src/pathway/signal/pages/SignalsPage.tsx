import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { notesOf, type Note } from "../rules/notesOf.ts";
import type { Signals } from "../server/readSignals.ts";
import type { SignalRow } from "../server/signal.store.ts";
import { aboutWhom, byWhom } from "./aboutWhom.ts";
import { FactorTags } from "./FactorTags.tsx";
import { HiddenMedical } from "./SignalsCard.tsx";

/** Every signal of a line that this asker may see, the withdrawn ones too. */
export function SignalsPage({ signals, mayWrite }: { signals: Signals; mayWrite: boolean }) {
  const address = `/gezinnen/${signals.trajectoryId}`;
  const notes = notesOf(signals.rows);
  return (
    <Page
      title="Signalen"
      back={{ href: address, label: "Gezin" }}
      actions={
        mayWrite ? (
          <LinkButton href={`${address}/signalen/nieuw`} variant="primary">
            Signaal vastleggen
          </LinkButton>
        ) : undefined
      }
    >
      <Notes title="Wat er staat" address={address} signals={signals} notes={notes.filter(({ first }) => first.state === "open")} empty />
      <HiddenMedical signals={signals} />
      <Notes title="Ingetrokken" address={address} signals={signals} notes={notes.filter(({ first }) => first.state === "withdrawn")} />
    </Page>
  );
}

type Props = { title: string; address: string; signals: Signals; notes: readonly Note<SignalRow>[]; empty?: boolean };

function Notes({ title, address, signals, notes, empty = false }: Props) {
  if (notes.length === 0 && !empty) return null;
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={notes}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Er staat niets">Signalen van een ander ziet u als het gezin dat goed vindt.</EmptyState>}
        columns={[
          {
            label: "Gezien",
            heading: true,
            cell: ({ id, first }) => <a href={`${address}/signalen/${id}`}>{formatDay(first.observedOn)}</a>,
            note: ({ first }) => `over ${aboutWhom(first)}`,
          },
          {
            label: "Wat",
            cell: ({ rows, first }) => (
              <FactorTags codes={rows.flatMap(({ factors }) => factors)} factors={signals.factors} urgent={first.urgent} />
            ),
            note: ({ rows, first }) => shorten(first.withdrawnReason ?? rows.find(({ seen }) => seen !== null)?.seen ?? ""),
          },
          { label: "Door", cell: ({ first }) => byWhom(first) },
          {
            label: "Stand",
            cell: ({ first }) => (
              <Tag tone={first.discussedOn === null ? "soon" : "ok"}>
                {first.discussedOn === null ? "nog niet besproken" : `besproken ${formatDay(first.discussedOn)}`}
              </Tag>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The beginning of what was written; all of it stands on the signal's own page. */
const shorten = (words: string): string => (words.length <= 160 ? words : `${Array.from(words).slice(0, 160).join("")}...`);
