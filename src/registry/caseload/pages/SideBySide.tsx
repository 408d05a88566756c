import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { addressOf as sayAddress, findDifferences, nameOf } from "../rules/differences.ts";
import type { StoredLine } from "../server/caseloadLine.store.ts";
import { decisionsFor } from "../server/decideMatches.ts";
import { type DifferenceField, differenceFields, type FileFamily } from "../takeOver.ts";
import { decisionWords, differenceWords, doubleWords, sayValue } from "../takeOver.texts.ts";
import { addressOf } from "./addresses.ts";

type Props = Readonly<{
  title: string;
  columns: readonly [string, string];
  file: FileFamily;
  known: FileFamily;
  /** The line that is decided about; nothing is decided here without it. */
  decide?: { upload: string; line: StoredLine };
}>;

/** Two records next to each other, what differs marked, and under it what can be decided. */
export function SideBySide({ title, columns, file, known, decide }: Props) {
  const match = decide?.line.match?.match ?? null;
  const words = match?.kind === "double" ? doubleWords[match.reason] : null;
  const differs = new Set(findDifferences(known, file).map(({ field }) => field));
  const rows = differenceFields.filter((field) => valueOf(file, field) !== null || valueOf(known, field) !== null);
  return (
    <Card title={words?.title ?? (title === "" ? "Wat er verandert" : title)} tone={decide ? "soon" : undefined}>
      {words && <p>{words.text}</p>}
      <DataTable
        caption="Naast elkaar"
        rows={rows}
        rowKey={(field) => field}
        columns={[
          { label: "Wat", heading: true, cell: (field) => differenceWords[field] },
          { label: columns[0], cell: (field) => (differs.has(field) ? <b>{show(file, field)}</b> : show(file, field)) },
          { label: columns[1], cell: (field) => show(known, field) },
          {
            label: "Verschil",
            cell: (field) =>
              differs.has(field) ? (
                <Tag tone="soon">anders</Tag>
              ) : (
                <Tag>{valueOf(file, field) === null ? "niet in het bestand" : "gelijk"}</Tag>
              ),
          },
        ]}
      />
      {decide && match && (
        <ButtonRow>
          {decisionsFor(match).map((decision, at) => (
            <ActionForm
              key={decision}
              action={`${addressOf.line(decide.upload, decide.line.line)}/gezin`}
              button={decisionWords[decision].button}
              variant={at === 0 ? "primary" : "secondary"}
              hidden={{ decision }}
            />
          ))}
          <ActionForm
            action={`${addressOf.line(decide.upload, decide.line.line)}/overslaan`}
            button="Deze regel overslaan"
            variant="quiet"
          />
        </ButtonRow>
      )}
    </Card>
  );
}

function valueOf(family: FileFamily, field: DifferenceField): string | null {
  if (field === "name") return nameOf(family);
  if (field === "address") return sayAddress(family.address);
  if (field === "phone") return family.phones.join(", ") || null;
  return family[field];
}

const show = (family: FileFamily, field: DifferenceField): string => {
  const value = valueOf(family, field);
  return value === null ? "" : sayValue(field, value);
};
