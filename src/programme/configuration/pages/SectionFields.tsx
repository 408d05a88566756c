import { CellInput } from "../../../design/CellInput.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { Names } from "../rules/sayValue.ts";
import { columnsOf, leavesOf, type Leaf, type TableColumn } from "../rules/settingLeaves.ts";
import { removeField, spareRows } from "../rules/typedSettings.ts";
import { sectionShape, type SectionName } from "../settingShape.ts";

type Props = Readonly<{ section: SectionName; rows: (path: string) => number; municipalities: Names; organisations: Names }>;

/** The fields of any section, from its schema: numbers, days, choices, ticks, lists, and tables with lines to spare. */
export function SectionFields({ section, ...props }: Props) {
  const leaves = leavesOf(sectionShape(section), null, section, { items: (path) => props.rows(path) + 1 });
  const groups = [...new Set(leaves.map((leaf) => leaf.groups.join(": ")))];
  return groups.map((group) => {
    const own = leaves.filter((leaf) => leaf.groups.join(": ") === group);
    const fields = own.map((leaf) => <Field key={leaf.path} leaf={leaf} {...props} />);
    if (group === "") return <Card key="own">{fields}</Card>;
    return (
      <Card key={group}>
        <Fieldset legend={group}>{fields}</Fieldset>
      </Card>
    );
  });
}

function Field({ leaf, rows, municipalities, organisations }: Omit<Props, "section"> & Readonly<{ leaf: Leaf }>) {
  const { path, words, shape } = leaf;
  const common = { name: path, label: words.label, ...(words.hint === undefined ? {} : { hint: words.hint }) };
  const columns = columnsOf(leaf);
  if (columns) return <TableField leaf={leaf} columns={columns} rows={rows(path) + spareRows} />;
  if (words.as === "municipality") return <CheckboxGroup {...common} columns options={optionsOf(municipalities)} />;
  if (words.as === "organisation") return <Select {...common} options={optionsOf(organisations)} />;
  if (shape.kind === "choice")
    return (
      <Select
        {...common}
        optional={shape.empty}
        options={shape.options.map((value) => ({ value, label: words.values?.[value] ?? value }))}
      />
    );
  if (shape.kind === "yes") return <Checkbox {...common} />;
  if (shape.kind === "day") return <DateField {...common} optional={shape.empty} />;
  if (shape.kind === "list") return <TextArea {...common} hint={words.hint ?? "Een per regel"} rows={4} />;
  const optional = "empty" in shape && shape.empty;
  if (shape.kind === "number") return <TextField {...common} type="number" width="short" optional={optional} unit={unitOf(leaf)} />;
  if (words.as === "long" || shape.kind === "other") return <TextArea {...common} optional={optional} rows={4} />;
  return <TextField {...common} optional={optional} />;
}

const unitOf = ({ words }: Leaf): string =>
  words.unit ?? ({ cents: "euro", share: "%", minutes: "uur:minuten" } as Readonly<Record<string, string>>)[words.as ?? ""] ?? "";
const optionsOf = (names: Names) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** A table with a field in each cell; a line is taken away with its tick, and lines to spare stand at the end. */
function TableField({ leaf, columns, rows }: Readonly<{ leaf: Leaf; columns: readonly TableColumn[]; rows: number }>) {
  const label = (column: string, row: number) => `${leaf.words.label}, regel ${row + 1}: ${column}`;
  return (
    <>
      <p>
        <b>{leaf.words.label}</b>
        {leaf.words.hint !== undefined && <span className="wieg-hint"> {leaf.words.hint}</span>}
      </p>
      <DataTable
        caption={leaf.words.label}
        dense
        rows={Array.from({ length: rows }, (_, nr) => nr)}
        rowKey={String}
        columns={[
          ...columns.map((column) => ({
            label: column.words.label,
            cell: (row: number) => (
              <CellInput
                name={`${leaf.path}.${row}.${column.name}`}
                label={label(column.words.label, row)}
                narrow={column.shape.kind === "number" || column.shape.kind === "day"}
                tick={column.shape.kind === "yes"}
                {...(column.shape.kind === "choice"
                  ? { options: column.shape.options.map((value) => ({ value, label: column.words.values?.[value] ?? value })) }
                  : {})}
              />
            ),
          })),
          { label: "Weg", cell: (row: number) => <CellInput name={removeField(leaf.path, row)} label={label("weghalen", row)} tick /> },
        ]}
      />
    </>
  );
}
