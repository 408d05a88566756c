import { DataTable } from "../../../design/DataTable.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { outcomeNames } from "../infancy.texts.ts";
import type { ChildContacts } from "../server/readContacts.ts";
import type { PlannedContact } from "../youthContact.ts";

type Props = Readonly<{ trajectoryId: string; child: ChildContacts; contacts?: readonly PlannedContact[]; mayRecord: boolean }>;

export const contactHref = (trajectoryId: string, { childId, moment }: PlannedContact): string =>
  `/gezinnen/${trajectoryId}/contactmomenten/${childId}/${moment.code}`;

/** The contact moments of one child, with what became of them. */
export function ContactTable({ trajectoryId, child, contacts = child.contacts, mayRecord }: Props) {
  return (
    <DataTable
      caption={`Contactmomenten ${child.name ?? "van het kind"}`}
      rows={contacts}
      rowKey={({ moment }) => moment.code}
      columns={[
        {
          label: "Contactmoment",
          heading: true,
          cell: ({ moment }) => moment.label,
          note: (one) => (one.moment.corrected && child.daysEarly > 0 ? "gecorrigeerde leeftijd" : null),
        },
        { label: "Rond", cell: ({ dueOn }) => formatDay(dueOn) },
        { label: "Stand", cell: (one) => <StandTag contact={one} />, note: noteOf },
        ...(mayRecord
          ? [
              {
                label: "Vastleggen",
                action: true,
                cell: (one: PlannedContact) =>
                  one.record === null && one.when !== "now" && one.when !== "late" ? null : (
                    <LinkButton
                      href={contactHref(trajectoryId, one)}
                      variant={one.when === "now" || one.when === "late" ? "secondary" : "quiet"}
                      label={`${actionOf(one)}: ${one.moment.label}`}
                    >
                      {actionOf(one)}
                    </LinkButton>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

const actionOf = ({ state }: PlannedContact): string => (state === "held" ? "Bekijken" : "Vastleggen");

const noteOf = ({ record, missed, when }: PlannedContact) =>
  record === null
    ? null
    : `${formatDay(record.onDay)}, ${record.by}${missed > 1 && when !== "done" ? `; ${missed} keer niet gekomen` : ""}`;

function StandTag({ contact: { record, when } }: { contact: PlannedContact }) {
  if (when === "late") return <Tag tone="late">te laat</Tag>;
  if (record !== null) return <Tag tone={outcomeNames[record.outcome].tone}>{outcomeNames[record.outcome].text}</Tag>;
  if (when === "now") return <Tag tone="soon">nu</Tag>;
  return when === "before" ? <Tag>voor uw tijd</Tag> : <Tag>later</Tag>;
}
