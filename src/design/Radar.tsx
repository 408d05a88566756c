import { DataTable } from "./DataTable.tsx";
import { Details } from "./Details.tsx";
import { RadarPicture } from "./RadarPicture.tsx";
import { useWords } from "./useWords.ts";

/** One line on the web: a value from 0 to 10 for each axis, `null` where nothing is known. */
export type RadarSeries = Readonly<{ label: string; values: readonly (number | null)[] }>;

type Props = Readonly<{
  /** What the picture shows, such as "Brede gesprek van 19 november". */
  label: string;
  /** The full names, for the table; the picture uses `short` where given. */
  axes: readonly Readonly<{ label: string; short?: string }>[];
  /** The newest first: it is filled, earlier ones are dashed. At most four are readable. */
  series: readonly RadarSeries[];
  /** Shows the table at once instead of behind "Als tabel". */
  tableOpen?: boolean;
}>;

/** A spider web of our own drawing, with the same in a table beside it. */
export function Radar({ label, axes, series, tableOpen = false }: Props) {
  const words = useWords();
  const say = (value: number | null | undefined) => (value === null || value === undefined ? words.unknown : String(value));
  const newest = series[0];
  const spoken = `${label}: ${axes.map((axis, index) => `${axis.label} ${say(newest?.values[index])}`).join(", ")}`;
  return (
    <div className="wieg-radar">
      <RadarPicture label={spoken} axes={axes.map((axis) => axis.short ?? axis.label)} series={series.map((one) => one.values)} />
      {series.length > 1 && (
        <ul className="wieg-radar__legend">
          {series.map((one, index) => (
            <li key={one.label}>
              <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
                <line className={`wieg-radar__line wieg-radar__line--${index}`} x1="1" x2="27" y1="4" y2="4" />
              </svg>{" "}
              {one.label}
            </li>
          ))}
        </ul>
      )}
      <Details summary={words.asTable} open={tableOpen}>
        <DataTable
          caption={label}
          dense
          rows={axes.map((axis, index) => ({ axis, index }))}
          rowKey={(row) => row.axis.label}
          columns={[
            { label: words.picture, heading: true, cell: (row) => row.axis.label },
            ...series.map((one) => ({
              label: one.label,
              numeric: true,
              cell: (row: Readonly<{ index: number }>) => say(one.values[row.index]),
            })),
          ]}
        />
      </Details>
    </div>
  );
}
