import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import type { FactorList } from "../server/editFactors.ts";
import type { FactorLine } from "../server/factor.store.ts";
import { factorKinds, type Factor } from "../signal.ts";
import { careKindNames, domainNames, factorKindHeadings, factorKindNames } from "../signal.texts.ts";

/** The region's list of factors, with everything that ever changed in it. */
export function FactorsPage({ list }: { list: FactorList }) {
  return (
    <Page
      title="Factoren"
      sub="De lijst waaruit professionals kiezen als zij een signaal vastleggen. Wijzigen kan zonder nieuwe versie van Wieg."
      width="wide"
      actions={
        <LinkButton href="/beheer/factoren/nieuw" variant="primary">
          Factor toevoegen
        </LinkButton>
      }
    >
      {factorKinds.map((kind) => (
        <Card key={kind} title={factorKindHeadings[kind]} tag={<Tag>{factorKindNames[kind]}</Tag>}>
          <Factors factors={list.factors.filter((factor) => factor.kind === kind)} caption={factorKindHeadings[kind]} />
        </Card>
      ))}
      <Card title="Geschiedenis">
        <Details summary="Alles wat is gewijzigd">
          <FactorHistory lines={list.lines} />
        </Details>
      </Card>
    </Page>
  );
}

function Factors({ factors, caption }: { factors: readonly Factor[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={factors}
      rowKey={({ code }) => code}
      columns={[
        { label: "Factor", heading: true, cell: ({ label }) => label, note: ({ code }) => code },
        { label: "Domein", cell: ({ domain }) => domainNames[domain] },
        { label: "Soort", cell: ({ careKind }) => careKindNames[careKind] },
        {
          label: "Stand",
          cell: ({ urgent, selectable }) => (
            <>
              {urgent && <Tag tone="late">urgent</Tag>} {selectable ? "" : <Tag>niet meer te kiezen</Tag>}
            </>
          ),
        },
        {
          label: "Wijzigen",
          action: true,
          cell: ({ code, label }) => (
            <LinkButton href={`/beheer/factoren/${code}`} variant="quiet" label={`${label} wijzigen`}>
              Wijzigen
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

/** Lines as they were recorded, the newest first. */
export function FactorHistory({ lines }: { lines: readonly FactorLine[] }) {
  return (
    <DataTable
      caption="Geschiedenis van de lijst"
      rows={lines}
      rowKey={(line) => `${line.code} ${line.changedAt.toISOString()}`}
      dense
      columns={[
        {
          label: "Vastgelegd",
          cell: ({ changedAt }) => formatMoment(changedAt),
          note: ({ changedBy }) => changedBy ?? "meegeleverd met Wieg",
        },
        { label: "Factor", heading: true, cell: ({ label }) => label, note: ({ code, domain }) => `${code}, ${domainNames[domain]}` },
        { label: "Geldt", cell: ({ since, until }) => `vanaf ${formatDay(since)}${until ? ` tot en met ${formatDay(until)}` : ""}` },
        { label: "Soort", cell: ({ careKind, urgent }) => [careKindNames[careKind], urgent ? "urgent" : ""].filter(Boolean).join(", ") },
        { label: "Bron", cell: ({ source }) => source },
      ]}
    />
  );
}
