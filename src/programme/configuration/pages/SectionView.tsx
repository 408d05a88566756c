import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { sayValue, type Names } from "../rules/sayValue.ts";
import { columnsOf, leavesOf, listOf, partOf, type Leaf, type TableColumn } from "../rules/settingLeaves.ts";
import { sectionShape, type SectionName } from "../settingShape.ts";

type Props = Readonly<{ section: SectionName; value: unknown; names: Names }>;

/** A table longer than this is folded away. */
const longTable = 10;

/** The figures of any section, to be read: values as facts, lists of records as tables. */
export function SectionView({ section, value, names }: Props) {
  const leaves = leavesOf(sectionShape(section), value, section);
  const flat = leaves.filter((leaf) => columnsOf(leaf) === null);
  return (
    <>
      <Facts
        facts={flat.map((leaf) => ({
          label: [...leaf.groups, leaf.words.label].join(": "),
          value: sayValue(leaf.value, leaf.shape, leaf.words, names),
        }))}
      />
      {leaves.map((leaf) => {
        const columns = columnsOf(leaf);
        return columns && <ListTable key={leaf.path} leaf={leaf} columns={columns} names={names} />;
      })}
    </>
  );
}

function ListTable({ leaf, columns, names }: Readonly<{ leaf: Leaf; columns: readonly TableColumn[]; names: Names }>) {
  const rows = listOf(leaf.value).map((row, place) => ({ row, place }));
  const label = [...leaf.groups, leaf.words.label].join(": ");
  const table = (
    <DataTable
      caption={label}
      showCaption={rows.length <= longTable}
      dense
      rows={rows}
      rowKey={({ place }) => String(place)}
      empty={<p>Nog niets.</p>}
      columns={columns.map((column, nr) => ({
        label: column.words.label,
        heading: nr === 0,
        numeric: column.shape.kind === "number" && column.words.as !== "year",
        cell: ({ row }: Readonly<{ row: unknown }>) => {
          const cell = partOf(row, column.name);
          return cell === null || cell === "" ? "" : sayValue(cell, column.shape, column.words, names);
        },
      }))}
    />
  );
  return rows.length > longTable ? <Details summary={`${label} (${rows.length})`}>{table}</Details> : table;
}
