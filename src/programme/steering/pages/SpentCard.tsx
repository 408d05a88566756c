import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatCents } from "../../../kit/money.ts";
import { funderName } from "../../funding/funding.texts.ts";
import { monthInWords } from "../rules/months.ts";
import type { Spent, Steering } from "../steering.ts";

/** What the programme paid, from the ledger. */
export function SpentCard({ spent, steering }: Readonly<{ spent: readonly Spent[]; steering: Steering }>) {
  const { month, programme } = steering;
  const names = new Map(steering.municipalities.map(({ code, name }) => [code, name]));
  const sum = (of: (line: Spent) => number) => formatCents(spent.reduce((all, line) => all + of(line), 0));
  return (
    <Card
      title="Geld: uitgegeven"
      id="geld"
      action={<LinkButton href={`/geboortezorg-flex/geld?programma=${programme.code}`}>Geld per maand en financier</LinkButton>}
    >
      <DataTable
        caption={`Uitgegeven tot en met ${monthInWords(month)}`}
        rows={spent}
        rowKey={({ pillar, funder }) => `${pillar} ${funder}`}
        empty={
          <EmptyState title="Nog niets uitgegeven">
            Geleverde uren die het programma betaalt, staan hier per pijler en financier.
          </EmptyState>
        }
        columns={[
          { label: "Pijler", heading: true, cell: ({ pillar }) => `Pijler ${pillar}` },
          { label: "Financier", cell: ({ funder }) => funderName(funder, names) },
          { label: "Deze maand", numeric: true, cell: ({ inMonth }) => formatCents(inMonth) },
          { label: "Sinds het begin", numeric: true, cell: ({ inAll }) => formatCents(inAll) },
        ]}
        foot={["Samen", "", sum(({ inMonth }) => inMonth), sum(({ inAll }) => inAll)]}
      />
    </Card>
  );
}
