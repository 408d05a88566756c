import { DataTable } from "../../../design/DataTable.tsx";
import { formatNames, formatNotes, shapeNames } from "../dataset.texts.ts";
import { fileFormats, shapes } from "../datasetFile.ts";
import { fileAddress } from "./address.ts";

/** The files of a version in each format, one row for each person and wave or one for each person. */
export function FilesTable({ id, deidentified }: Readonly<{ id: string; deidentified: boolean }>) {
  return (
    <DataTable
      caption={deidentified ? "Bestanden voor anderen" : "Bestanden onder pseudoniem"}
      rows={fileFormats}
      rowKey={(format) => format}
      columns={[
        { label: "Bestand", heading: true, cell: (format) => formatNames[format], note: (format) => formatNotes[format] },
        ...shapes.map((shape) => ({
          label: shapeNames[shape],
          cell: (format: (typeof fileFormats)[number]) => (
            <a href={fileAddress(id, shape, format, deidentified)} download="" aria-label={`${formatNames[format]}, ${shapeNames[shape]}`}>
              Download
            </a>
          ),
        })),
      ]}
    />
  );
}
