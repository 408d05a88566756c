import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { OutcomePage as Data } from "../server/readSitting.ts";
import type { OutcomePart } from "../sitting.ts";
import { outcomeNames, outcomeWords, standWords } from "../sitting.texts.ts";

/** What the conference decided about a family: minutes, and what is left to carry out. */
export function OutcomePage({ data: { item, parts, mayCarryOut } }: { data: Data }) {
  const family = `/gezinnen/${item.trajectoryId}`;
  return (
    <Page
      title="Uitkomst van het overleg"
      sub={[item.family === null ? null : `Gezin ${item.family}`, item.decidedOn && formatDay(item.decidedOn)].filter(Boolean).join(", ")}
      {...(item.family !== null && mayCarryOut ? { back: { href: `${family}#overleg`, label: `Gezin ${item.family}` } } : {})}
    >
      <Card title={item.question ?? "Vraag"}>
        <p>{item.decision}</p>
      </Card>
      <Card title="Wat daaruit volgt">
        <DataTable
          caption="Wat uit het besluit volgt"
          rows={parts}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Niets meer dan het besluit">Er is geen afspraak, overdracht of hulp aan verbonden.</EmptyState>}
          columns={[
            { label: "Wat", heading: true, cell: ({ kind }) => outcomeNames[kind] },
            { label: "Wie of waarheen", cell: outcomeWords },
            { label: "Stand", cell: (part) => (part.stand === null ? "" : <Tag tone={toneOf(part)}>{standWords(part)}</Tag>) },
            {
              label: "",
              action: true,
              cell: (part) => (mayCarryOut && item.family !== null && part.stand === "open" ? <Help part={part} /> : null),
            },
          ]}
        />
      </Card>
      {mayCarryOut && item.family !== null && (
        <Card title="Met het gezin">
          <p>Bespreek met het gezin wat is besloten, ook als het er zelf bij was. Nieuwe afspraken in het plan krijgen dan zijn akkoord.</p>
          <ButtonRow>
            <ActionForm action={`/overleggen/uitkomsten/${item.id}/besproken`} button="Besproken met het gezin" variant="primary" />
          </ButtonRow>
        </Card>
      )}
    </Page>
  );
}

const toneOf = ({ stand }: OutcomePart) =>
  stand === "accepted" || stand === "asked"
    ? "ok"
    : stand === "declined"
      ? "late"
      : stand === "not-wanted" || stand === "withdrawn"
        ? "plain"
        : "soon";

function Help({ part: { id, words } }: { part: OutcomePart }) {
  return (
    <ButtonRow>
      <ActionForm action={`/overleggen/hulp/${id}/vragen`} button="Nu vragen" label={`Nu vragen: ${words}`} variant="primary" />
      <ActionForm
        action={`/overleggen/hulp/${id}/niet`}
        button="Gezin wil dit niet"
        label={`Gezin wil dit niet: ${words}`}
        variant="quiet"
      />
    </ButtonRow>
  );
}
