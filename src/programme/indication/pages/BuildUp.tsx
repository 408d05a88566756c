import { DataTable } from "../../../design/DataTable.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import type { Indicated } from "../indication.ts";
import { sayLine, sayStep } from "../indication.texts.ts";

type Props = Readonly<{ indicated: Indicated; days: number }>;

/** The hours line by line, as on a receipt, with their sum. */
export function BuildUp({ indicated, days }: Props) {
  const { lines, minutesAfterHospital, limits } = indicated;
  return (
    <>
      <DataTable
        caption="Opbouw van de uren"
        dense
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          {
            label: "Waarvoor",
            heading: true,
            cell: sayLine,
            note: ({ assumed }) => assumed && "aanname: staat niet in het protocol dat wij hebben",
          },
          { label: "Uren", numeric: true, cell: ({ kind, minutes }) => (kind === "basis" ? formatMinutes(minutes) : sayStep(minutes)) },
        ]}
        foot={[<b key="sum">Samen, over {days} dagen</b>, <b key="hours">{formatMinutes(minutesAfterHospital)}</b>]}
      />
      {limits.length > 0 && <p className="wieg-note">{limits.map((limit) => limitSentences[limit]).join(" ")}</p>}
    </>
  );
}

const limitSentences: Readonly<Record<Indicated["limits"][number], string>> = {
  minimum: "Het protocol geeft nooit minder dan zijn minimum.",
  maximum: "Het protocol geeft nooit meer dan zijn maximum.",
  "hospital-days": "Er waren meer dagen in het ziekenhuis dan er van de uren af kunnen.",
};
