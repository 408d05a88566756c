import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import type { DestructionRequest } from "../server/request.store.ts";
import type { RetentionOverview } from "../server/readRetention.ts";
import type { Due, KeptPeriod, Proof } from "../server/retention.store.ts";
import { aboutNames, countsFromNames, holdReasonNames, kindNames, periodInWords, stateNames } from "../retention.texts.ts";

/** Keeping and destroying, for the privacy officer. No family is named here: a kind of record and a day are enough to decide on. */
export function RetentionPage({ data }: { data: RetentionOverview }) {
  return (
    <Page
      title="Bewaren en vernietigen"
      width="wide"
      sub="Wat hoe lang blijft, wat aan het eind van zijn termijn komt, en wat gezinnen vroegen. U ziet hier geen namen en geen inhoud."
    >
      <RequestsCard requests={data.requests} />
      <DueCard due={data.due} total={data.total} today={data.today} />
      <PeriodsCard periods={data.periods} />
      <ProofsCard proofs={data.proofs} />
    </Page>
  );
}

const RequestsCard = ({ requests }: { requests: readonly DestructionRequest[] }) => (
  <Card title="Verzoeken van gezinnen" id="verzoeken">
    <DataTable
      caption="Verzoeken om een dossier te vernietigen"
      rows={requests}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Geen verzoeken">Vraagt een gezin om vernietiging, dan staat het hier en op uw werklijst.</EmptyState>}
      columns={[
        { label: "Gevraagd", heading: true, cell: ({ askedOn }) => formatDay(askedOn), note: ({ organisation }) => organisation },
        { label: "Wiens dossier", cell: ({ about }) => aboutNames[about] },
        { label: "Besluit vóór", cell: ({ state, dueOn }) => (state === "asked" ? formatDay(dueOn) : "") },
        { label: "Stand", cell: ({ state }) => <Tag tone={state === "asked" ? "soon" : "plain"}>{stateNames[state]}</Tag> },
        {
          label: "Bekijken",
          action: true,
          cell: ({ id, askedOn }) => (
            <a href={`/vernietiging/${id}`} aria-label={`Verzoek van ${formatDay(askedOn)} bekijken`}>
              Bekijken
            </a>
          ),
        },
      ]}
    />
  </Card>
);

const DueCard = ({ due, total, today }: { due: readonly Due[]; total: number; today: string }) => (
  <Card title="Komt aan het eind van zijn termijn" id="termijn">
    <p>
      Wat hier een maand of langer staat, wordt na zijn laatste dag ’s nachts vernietigd. Wordt er nog iets vastgelegd, dan begint de
      termijn opnieuw.
    </p>
    <DataTable
      caption="Dossiers die aan het eind van hun termijn komen, het eerste bovenaan"
      rows={due}
      rowKey={({ id }) => id}
      empty={<EmptyState title="De komende twee maanden loopt geen termijn af" />}
      columns={[
        { label: "Wat", heading: true, cell: ({ kind }) => kindNames[kind] },
        { label: "Bewaren tot en met", cell: ({ keepUntil }) => formatDay(keepUntil) },
        {
          label: "Stand",
          cell: (one) =>
            one.state === "held" ? (
              <Tag tone="info">aangehouden</Tag>
            ) : (
              <Tag tone={one.keepUntil < today ? "late" : "soon"}>{one.keepUntil < today ? "gaat weg" : "komt eraan"}</Tag>
            ),
          note: (one) =>
            one.heldBecause === null || one.heldUntil === null
              ? ""
              : `${holdReasonNames[one.heldBecause]}, tot en met ${formatDay(one.heldUntil)}`,
        },
        {
          label: "Aanhouden",
          action: true,
          cell: (one) =>
            one.state === "held" ? (
              <ActionForm action={`/bewaren/${one.id}/vrijgeven`} button="Vrijgeven" variant="quiet" hidden={{ version: one.version }} />
            ) : (
              <a
                href={`/bewaren/${one.id}/aanhouden`}
                aria-label={`${kindNames[one.kind]}, bewaren tot en met ${formatDay(one.keepUntil)}: aanhouden`}
              >
                Aanhouden
              </a>
            ),
        },
      ]}
    />
    {total > due.length && <p>En nog {total - due.length}, met een latere dag.</p>}
  </Card>
);

const PeriodsCard = ({ periods }: { periods: readonly KeptPeriod[] }) => (
  <Card title="Hoe lang wij wat bewaren" id="termijnen">
    <DataTable
      caption="Bewaartermijnen"
      rows={periods}
      rowKey={({ kind }) => kind}
      columns={[
        { label: "Soort", heading: true, cell: ({ kind }) => kindNames[kind] },
        { label: "Hoe lang", cell: ({ months }) => periodInWords(months) },
        { label: "Vanaf", cell: ({ countsFrom }) => countsFromNames[countsFrom] },
        { label: "Op verzoek eerder", cell: ({ onRequest }) => (onRequest === "may" ? "ja" : "nee") },
        { label: "Bron", cell: ({ source }) => source },
      ]}
    />
  </Card>
);

const ProofsCard = ({ proofs }: { proofs: readonly Proof[] }) => (
  <Card title="Vernietigd" id="vernietigd">
    <DataTable
      caption="Wat vernietigd is, het nieuwste bovenaan"
      rows={proofs}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Er is nog niets vernietigd" />}
      columns={[
        { label: "Wanneer", heading: true, cell: ({ at }) => formatMoment(at) },
        { label: "Wat", cell: ({ kinds }) => kinds.map((kind) => kindNames[kind]).join(", ") },
        { label: "Waarom", cell: ({ why }) => (why === "term" ? "termijn voorbij" : "op verzoek") },
        { label: "Gegevens", numeric: true, cell: ({ records }) => records },
        { label: "Heel dossier", cell: ({ whole }) => (whole ? "ja" : "nee") },
      ]}
    />
  </Card>
);
