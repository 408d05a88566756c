import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { FindingCode } from "../caseload.ts";
import { sayFinding } from "../caseload.texts.ts";
import { nameOf } from "../rules/differences.ts";
import { questionsOf } from "../rules/settle.ts";
import type { StoredLine } from "../server/caseloadLine.store.ts";
import { type LinePage, linesAPage } from "../server/readUpload.ts";
import { doubleWords, lineStateWords, outcomeWords, questionWords, sayDifference } from "../takeOver.texts.ts";
import { addressOf, type LineView, lineViews } from "./addresses.ts";

/** Lines of one kind, a page at a time. */
export function LinesPage({ list, view, question }: { list: LinePage; view: LineView; question: string | null }) {
  const { upload, lines, total, page } = list;
  const title = (question === null ? undefined : questionWords[question as FindingCode]) ?? lineViews[view].title;
  return (
    <Page
      title={title}
      width="wide"
      back={{ href: addressOf.upload(upload.id), label: upload.fileName }}
      sub={total === 1 ? "1 regel" : `${total.toLocaleString("nl-NL")} regels`}
      actions={
        view === "geweigerd" && total > 0 ? (
          <LinkButton href={addressOf.refusedFile(upload.id)} download>
            Bestand om te herstellen
          </LinkButton>
        ) : undefined
      }
    >
      <Card>
        {view === "geweigerd" ? <RefusedTable lines={lines} /> : <LineTable lines={lines} upload={upload.id} />}
        <Pagination
          page={page}
          pages={Math.max(1, Math.ceil(total / linesAPage))}
          href={(to) => addressOf.lines(upload.id, view, question ?? undefined, to)}
        />
      </Card>
    </Page>
  );
}

/** Line, column, value and reason of what can't be read. */
function RefusedTable({ lines }: { lines: readonly StoredLine[] }) {
  const rows = lines.flatMap((line) =>
    line.findings.filter(({ weight }) => weight === "refused").map((finding) => ({ line: line.line, finding })),
  );
  return (
    <DataTable
      caption="Regels die niet te lezen zijn"
      rows={rows}
      rowKey={({ line, finding }) => `${line}-${finding.code}-${finding.field}`}
      empty={<EmptyState title="Alles was te lezen">Er zijn geen regels die u moet herstellen.</EmptyState>}
      columns={[
        { label: "Regel", heading: true, cell: ({ line }) => String(line) },
        { label: "Kolom", cell: ({ finding }) => finding.column },
        { label: "Wat er staat", cell: ({ finding }) => (finding.value === "" ? <i>niets</i> : finding.value) },
        { label: "Reden", cell: ({ finding }) => sayFinding(finding).reason },
      ]}
    />
  );
}

function LineTable({ lines, upload }: { lines: readonly StoredLine[]; upload: string }) {
  return (
    <DataTable
      caption="Regels"
      rows={lines}
      rowKey={({ line }) => String(line)}
      empty={<EmptyState title="Hier staat niets meer">Ga terug naar het bestand om te zien wat er nog wacht.</EmptyState>}
      columns={[
        {
          label: "Wie",
          heading: true,
          cell: ({ line, record }) => <a href={addressOf.line(upload, line)}>{record ? nameOf(record) : `Regel ${line}`}</a>,
          note: ({ line, record }) => `regel ${line}${record ? `, geboren ${formatDay(record.birthDate)}` : ""}`,
        },
        {
          label: "A terme datum",
          cell: ({ record }) => (record ? formatDay(record.dueDate) : ""),
          note: ({ record }) => record?.municipality.name ?? record?.place ?? "",
        },
        { label: "Stand", cell: ({ state }) => <Tag tone={lineStateWords[state].tone}>{lineStateWords[state].word}</Tag>, note: whyOf },
        {
          label: "",
          action: true,
          cell: ({ line, state }) => (
            <LinkButton href={addressOf.line(upload, line)} label={`${isWaiting(state) ? "Beantwoorden" : "Bekijken"}: regel ${line}`}>
              {isWaiting(state) ? "Beantwoorden" : "Bekijken"}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

const isWaiting = (state: StoredLine["state"]): boolean => state === "asked" || state === "double" || state === "changed";

/** In one sentence what the matter is with a line. */
function whyOf({ state, findings, questions, match, outcome }: StoredLine): string {
  if (state === "asked") {
    const open = questionsOf(findings).filter(({ code }) => questions.includes(code));
    return open.map((finding) => sayFinding(finding).reason).join(" ");
  }
  if (match?.match.kind === "changed" && state === "changed") return match.match.differences.map(sayDifference).join(". ");
  if (match?.match.kind === "double" && state === "double") return doubleWords[match.match.reason].text;
  return outcome === null ? "" : (outcomeWords[outcome] ?? "Deze regel kon niet worden opgeslagen. Kijk de gegevens na.");
}
