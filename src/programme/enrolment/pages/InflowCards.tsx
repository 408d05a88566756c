import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { sumInflow, type InflowSum } from "../rules/sumInflow.ts";
import type { Inflow } from "../server/steering.store.ts";

/** Inflow by municipality and by month, for who steers the programme: numbers, never a family. */
export function InflowCards({ inflow }: Readonly<{ inflow: readonly Inflow[] }>) {
  if (inflow.length === 0)
    return (
      <Card title="Instroom">
        <EmptyState title="Nog geen gezinnen">Zodra er een plaats is gegeven, staat hier de instroom per gemeente en per maand.</EmptyState>
      </Card>
    );
  return (
    <>
      <Card title="Instroom per gemeente" id="instroom">
        <InflowTable caption="Instroom per gemeente" first="Gemeente" sums={sumInflow(inflow, "municipality")} />
      </Card>
      <Card title="Instroom per maand">
        <InflowTable caption="Instroom per maand" first="Maand" sums={sumInflow(inflow, "month")} cumulative />
        <p className="wieg-note">In vertrouwen: deze aantallen zijn alleen voor de projectgroep en de coördinator kraamzorg.</p>
      </Card>
    </>
  );
}

function InflowTable({
  caption,
  first,
  sums,
  cumulative = false,
}: Readonly<{ caption: string; first: string; sums: readonly InflowSum[]; cumulative?: boolean }>) {
  const total = (of: (sum: InflowSum) => number) => sums.reduce((all, sum) => all + of(sum), 0);
  const counts = [
    { label: "Pijler 1", of: (sum: InflowSum) => sum.pillar1 },
    { label: "Pijler 2 direct", of: (sum: InflowSum) => sum.pillar2Direct },
    { label: "Pijler 2 doorstroom", of: (sum: InflowSum) => sum.pillar2FlowOn },
  ];
  return (
    <DataTable
      caption={caption}
      rows={sums}
      rowKey={({ of }) => of}
      columns={[
        { label: first, heading: true, cell: ({ of }) => (cumulative ? monthInWords(of) : of) },
        ...counts.map(({ label, of }) => ({ label, numeric: true, cell: of })),
        ...(cumulative ? [{ label: "Samen tot nu", numeric: true, cell: (sum: InflowSum) => sum.cumulative }] : []),
      ]}
      foot={["Samen", ...counts.map(({ of }) => total(of)), ...(cumulative ? [""] : [])]}
    />
  );
}

const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const monthInWords = (month: string): string => `${months[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
