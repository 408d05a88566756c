import type { ReactNode } from "react";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import { fullName } from "../../../registry/personName.ts";
import { childAge } from "../rules/childAge.ts";
import { periodOf } from "../rules/period.ts";
import { pregnancyWeek } from "../rules/pregnancyWeek.ts";
import type { ListedLine } from "../server/familyList.store.ts";
import { periodNames } from "../trajectory.texts.ts";

/** Families on a list: who, when, where. */
export function FamilyTable({
  caption,
  lines,
  today,
  empty,
  filtered = false,
}: {
  caption: string;
  lines: readonly ListedLine[];
  today: Day;
  empty: ReactNode;
  filtered?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.id}
      empty={empty}
      columns={[
        {
          label: "Gezin",
          heading: true,
          cell: (line) => <a href={`/gezinnen/${line.id}`}>{nameOf(line)}</a>,
          note: (line) => (line.birthDate ? `geboren ${formatDay(line.birthDate)}` : ""),
        },
        { label: "Wanneer", cell: (line) => whenOf(line, today), note: (line) => noteOf(line) },
        {
          label: "Woont in",
          cell: (line) => line.place ?? line.municipality ?? "niet bekend",
          note: (line) => (line.place && line.municipality && line.municipality !== line.place ? `gemeente ${line.municipality}` : ""),
        },
        filtered
          ? { label: "Let op", cell: (line) => line.interpreterNeeded && <Tag>tolk nodig</Tag> }
          : {
              label: "Periode",
              cell: (line) => (
                <>
                  <Tag tone="info">{periodOfListed(line, today)}</Tag>
                  {line.interpreterNeeded && (
                    <>
                      {" "}
                      <Tag>tolk nodig</Tag>
                    </>
                  )}
                </>
              ),
            },
      ]}
    />
  );
}

/** The name on the list; where the name may not be seen, still a way in. */
const nameOf = (line: ListedLine): string => (line.familyName === null ? "Gezin" : fullName({ ...line, familyName: line.familyName }));

function whenOf(line: ListedLine, today: Day): string {
  if (line.lossOn !== null) return "na een verlies";
  if (line.bornOn !== null) return childAge(line.bornOn, today) ?? "";
  if (line.dueDate === null) return "nog niet zwanger";
  return pregnancyWeek(line.dueDate, today) ?? "al uitgerekend";
}

function noteOf(line: ListedLine): string {
  if (line.lossOn !== null) return formatDay(line.lossOn);
  if (line.bornOn !== null) return `geboren ${formatDay(line.bornOn)}`;
  return line.dueDate === null ? "" : `uitgerekend ${formatDay(line.dueDate)}`;
}

function periodOfListed(line: ListedLine, today: Day): string {
  const period = periodOf(line, today);
  return line.lossOn !== null && period !== "ended" ? "na een verlies" : periodNames[period];
}
