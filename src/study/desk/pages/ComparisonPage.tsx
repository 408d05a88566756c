import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { Arm } from "../../design/study.ts";
import type { BaselineLine } from "../desk.ts";
import { factNames, shortName } from "../desk.texts.ts";
import type { ShownComparison } from "../server/readComparison.ts";
import { comparisonHref, deskHome } from "./addresses.ts";
import { DifferencePicture } from "./DifferencePicture.tsx";
import { StudyNav } from "./StudyNav.tsx";

const decimals = (value: number | null, digits: number): string =>
  value === null ? "–" : value.toFixed(digits).replace(".", ",").replace("-", "−");

/** Whether the arms were alike before anything was done. Never an outcome of a later wave. */
export function ComparisonPage({ study, kept, titles }: ShownComparison) {
  const name = shortName(study.name);
  const nameOf = ({ measure }: BaselineLine) => titles[measure] ?? factNames[measure] ?? measure;
  return (
    <Page
      title={`Vergelijkbaarheid van ${name}`}
      sub="Lijken de groepen op elkaar voordat er iets is gedaan (T0)? Uitkomsten van latere metingen staan hier niet: die gaan pas open na een vastgelegd analyseplan."
      width="wide"
      back={{ href: deskHome, label: "Onderzoek" }}
      actions={<ActionForm action={`${comparisonHref(study.code)}/tellen`} button="Opnieuw tellen" />}
    >
      <StudyNav study={study.code} />
      <Card title="De groepen bij T0" id="vergelijkbaarheid">
        {kept === null ? (
          <EmptyState title="Nog niet geteld">Wieg telt dit elke nacht. Met de knop hierboven telt Wieg meteen.</EmptyState>
        ) : (
          <>
            <p>
              Geteld op {formatMoment(kept.madeAt)}. Interventiegroep {kept.content.in.intervention}, controlegroep{" "}
              {kept.content.in.control} deelnemers. Wie zich terugtrok, telt niet mee.
            </p>
            <DifferencePicture
              label={`Gestandaardiseerde verschillen bij T0 van ${name}. De tabel hieronder zegt hetzelfde.`}
              lines={kept.content.lines.map((line) => ({ name: nameOf(line), difference: line.difference }))}
            />
            <DataTable
              caption={`Groepen van ${name} bij T0`}
              dense
              rows={kept.content.lines}
              rowKey={({ measure }) => measure}
              columns={[
                {
                  label: "Maat",
                  heading: true,
                  cell: nameOf,
                  note: ({ kind }) => (kind === "share" ? "aandeel" : "gemiddelde (spreiding)"),
                },
                {
                  label: "Interventie",
                  numeric: true,
                  cell: (line) => armCell(line, "intervention"),
                  note: (line) => knownNote(line, "intervention"),
                },
                { label: "Controle", numeric: true, cell: (line) => armCell(line, "control"), note: (line) => knownNote(line, "control") },
                { label: "Gestandaardiseerd verschil", numeric: true, cell: ({ difference }) => decimals(difference, 2) },
                { label: "Oordeel", cell: ({ difference }) => <Judgement difference={difference} /> },
              ]}
            />
            <p className="wieg-note">
              Het gestandaardiseerde verschil is het verschil in gemiddelden, gedeeld door de gemiddelde spreiding van beide groepen. Vanaf
              0,1 heten groepen ongelijk. Het groeit niet mee met het aantal deelnemers. Wie niet bekend is, telt in die regel niet mee; er
              wordt niets ingevuld.
            </p>
          </>
        )}
      </Card>
    </Page>
  );
}

function armCell({ arms, kind }: BaselineLine, arm: Arm): string {
  const { mean, sd } = arms[arm];
  if (mean === null) return "–";
  return kind === "share" ? `${decimals(mean * 100, 0)}%` : `${decimals(mean, 2)} (${decimals(sd, 2)})`;
}

const knownNote = ({ arms }: BaselineLine, arm: Arm): string => `${arms[arm].known} bekend, ${arms[arm].missing} niet`;

function Judgement({ difference }: Readonly<{ difference: number | null }>) {
  if (difference === null) return <>te weinig bekend</>;
  return Math.abs(difference) < 0.1 ? <Tag tone="ok">lijken op elkaar</Tag> : <Tag tone="soon">ongelijk</Tag>;
}
