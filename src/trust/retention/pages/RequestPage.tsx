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
import type { KeepReason, RecordKind } from "../retention.ts";
import { aboutNames, concernNames, extendReasonNames, keepReasonNames, kindNames, stateNames } from "../retention.texts.ts";
import { proposeKept } from "../rules/proposeKept.ts";
import type { WholeRequest } from "../server/requestDestruction.ts";

/** A request to destroy, for who took it and for the privacy officer: what it is about, where it stands, and what is next. */
export function RequestPage({ data, officer }: { data: WholeRequest; officer: boolean }) {
  const { request } = data;
  return (
    <Page
      title="Verzoek om te vernietigen"
      back={officer ? { href: "/bewaren", label: "Bewaren" } : { href: "/werk", label: "Mijn werk" }}
      tags={<Tag tone={request.state === "asked" || request.state === "granted" ? "soon" : "plain"}>{stateNames[request.state]}</Tag>}
    >
      <NextStep data={data} officer={officer} />
      <Card title="Het verzoek">
        <Facts
          facts={[
            { label: "Gevraagd op", value: formatDay(request.askedOn) },
            { label: "Wiens dossier", value: aboutNames[request.about] },
            { label: "Vastgelegd door", value: request.organisation },
            request.state === "asked" ? { label: "Besluit vóór", value: formatDay(request.dueOn) } : null,
            request.extendedBecause === null ? null : { label: "Langer, omdat", value: extendReasonNames[request.extendedBecause] },
            request.concerns.length === 0
              ? null
              : { label: "In de weg", value: request.concerns.map((one) => concernNames[one]).join("; ") },
            request.decidedOn === null ? null : { label: "Besloten op", value: formatDay(request.decidedOn) },
            request.confirmedOn === null ? null : { label: "Bevestigd op", value: formatDay(request.confirmedOn) },
            request.state === "carried_out" && request.settledOn !== null
              ? {
                  label: "Vernietigd op",
                  value: `${formatDay(request.settledOn)}: ${request.records} gegevens${request.whole ? ", het hele dossier" : ""}`,
                }
              : null,
          ]}
        />
      </Card>
      {request.decidedOn === null ? <ProposalCard data={data} officer={officer} /> : <DecisionCard data={data} />}
      <Card title="Wat altijd blijft">
        <p>
          Gegevens van een ander, zoals de partner of een kind. Wat volgens de Meldcode is vastgelegd, als dat er is: dat valt buiten elk
          verzoek en is hier nooit te zien. En in het logboek dat er vernietigd is, zonder wat.
        </p>
      </Card>
    </Page>
  );
}

/** The one thing to do now. */
function NextStep({ data: { request, decidedByMe }, officer }: { data: WholeRequest; officer: boolean }) {
  const at = (path: string) => `/vernietiging/${request.id}/${path}`;
  if (officer)
    return request.state === "asked" ? (
      <ButtonRow>
        <LinkButton href={at("besluit")} variant="primary">
          Beslissen
        </LinkButton>
        {request.extendedBecause === null && <LinkButton href={at("verlengen")}>Meer tijd nodig</LinkButton>}
      </ButtonRow>
    ) : null;
  const withdraw = <ActionForm action={at("intrekken")} button="Het gezin trekt het in" variant="quiet" />;
  const letter = <LinkButton href={at("brief.pdf")}>Brief voor het gezin</LinkButton>;
  if (request.state === "asked")
    return (
      <>
        <Alert title="Het wacht op een besluit">U krijgt bericht op uw werklijst. Tot dan kan het gezin zich bedenken.</Alert>
        <ButtonRow>{withdraw}</ButtonRow>
      </>
    );
  if (request.state === "granted")
    return (
      <>
        <Alert title="Bevestig het samen met het gezin" tone="soon">
          Lees hieronder met haar wat weg gaat en wat blijft. Wil zij eerst haar dossier zelf? Geef het dan eerst mee.
        </Alert>
        <ButtonRow>
          {decidedByMe ? null : (
            <ActionForm
              action={at("bevestigen")}
              button="Vernietigen"
              variant="primary"
              confirm="Het gezin wil dit nog steeds. Wat hieronder bij 'gaat weg' staat, verdwijnt bij alle organisaties in Wieg. Niemand kan het terughalen, ook wij niet."
              confirmButton="Ja, vernietig het"
            />
          )}
          {letter}
          {withdraw}
        </ButtonRow>
      </>
    );
  if (request.state === "refused" || request.state === "carried_out")
    return (
      <ButtonRow>
        {letter}
        <ActionForm action={at("verteld")} button="Het gezin weet het" variant="quiet" />
      </ButtonRow>
    );
  return request.state === "confirmed" ? <Alert title="Het wordt nu uitgevoerd">Dit duurt hoogstens enkele minuten.</Alert> : null;
}

const ProposalCard = ({ data: { overview, request }, officer }: { data: WholeRequest; officer: boolean }) => (
  <Card title="Waar het over gaat">
    <DataTable
      caption={officer ? "Wat er van deze persoon is vastgelegd" : "Wat uw organisatie van deze persoon vastlegde"}
      rows={overview}
      rowKey={({ kind, organisation }) => `${kind} ${organisation}`}
      empty={
        <EmptyState title={officer ? "Er is niets vastgelegd over deze persoon" : "Uw organisatie legde niets vast over deze persoon"} />
      }
      columns={[
        { label: "Soort", heading: true, cell: ({ kind }) => kindNames[kind], note: ({ organisation }) => organisation },
        { label: "Gegevens", numeric: true, cell: ({ records }) => records },
        { label: "Anders bewaard tot", cell: ({ keepUntil }) => (keepUntil === null ? "" : formatDay(keepUntil)) },
        {
          label: "Voorstel",
          cell: ({ kind }) => {
            const why = proposeKept(kind, request.concerns);
            return why === null ? "vernietigen" : `bewaren: ${keepReasonNames[why]}`;
          },
        },
      ]}
    />
    {!officer && <p>Wat andere organisaties vastlegden, ziet de functionaris gegevensbescherming; die beslist ook daarover.</p>}
  </Card>
);

const DecisionCard = ({ data: { request } }: { data: WholeRequest }) => (
  <Card title="Het besluit">
    <Facts
      facts={[
        ...request.destroyedKinds.map((kind) => ({
          label: kindNames[kind],
          value: request.state === "carried_out" ? "vernietigd" : "gaat weg",
        })),
        ...(Object.entries(request.kept) as [RecordKind, KeepReason][]).map(([kind, why]) => ({
          label: kindNames[kind],
          value: `blijft: ${keepReasonNames[why]}`,
        })),
      ]}
    />
  </Card>
);
