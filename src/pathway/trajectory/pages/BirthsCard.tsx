import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { bigTwo } from "../rules/bigTwo.ts";
import { weeksAndDays } from "../rules/pregnancyWeek.ts";
import type { Birth } from "../server/familyPage.store.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { birthPlaceNames } from "../trajectory.texts.ts";

/** The births of this pregnancy, with the two indicators of the "Big 2"; nothing while there is none. */
export function BirthsCard({ data, mayWrite }: { data: FamilyPageData; mayWrite: boolean }) {
  const { births } = data.details;
  if (births.length === 0) return null;
  const href = (path: string) => `/gezinnen/${data.line.id}/geboorte${path}`;
  const nameOf = (birth: Birth) => data.family.members.find((member) => member.id === birth.childId)?.givenName ?? "Kind";
  return (
    <Card title="Geboorte" id="geboorte" action={mayWrite ? <a href={href("")}>Nog een kind vastleggen</a> : undefined}>
      <DataTable
        caption="Geboren kinderen"
        rows={births}
        rowKey={(birth) => birth.id}
        columns={[
          { label: "Kind", heading: true, cell: nameOf },
          { label: "Geboren", cell: (birth) => formatDay(birth.bornOn), note: (birth) => birthPlaceNames[birth.place] },
          {
            label: "Zwangerschapsduur",
            cell: (birth) => (birth.gestationalDays === null ? "niet bekend" : weeksAndDays(birth.gestationalDays)),
            note: (birth) => (bigTwo(birth).preterm ? "vóór 37 weken" : ""),
          },
          { label: "Gewicht", cell: (birth) => (birth.weightGrams === null ? "niet bekend" : `${birth.weightGrams} gram`) },
          { label: "Big 2", cell: (birth) => <BigTwoTags birth={birth} /> },
          ...(mayWrite
            ? [
                {
                  label: "Wijzigen",
                  action: true,
                  cell: (birth: Birth) => (
                    <a href={href(`/${birth.id}`)} aria-label={`Geboorte van ${nameOf(birth)} wijzigen`}>
                      Wijzigen
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function BigTwoTags({ birth }: { birth: Birth }) {
  const { preterm, small } = bigTwo(birth);
  if (preterm === false && small === false) return <Tag tone="ok">geen van beide</Tag>;
  return (
    <>
      {preterm === true && <Tag tone="soon">te vroeg geboren</Tag>} {small === true && <Tag tone="soon">klein of licht</Tag>}
      {preterm !== true && small !== true && "nog niet te zeggen"}
    </>
  );
}
