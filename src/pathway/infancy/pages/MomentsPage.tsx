import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { KeptMoment } from "../server/contactMoment.store.ts";

/** The region's list of contact moments until the second birthday. */
export function MomentsPage({ moments }: Readonly<{ moments: readonly KeptMoment[] }>) {
  return (
    <Page
      title="Contactmomenten"
      sub="Wanneer de JGZ een kind ziet, van de geboorte tot de tweede verjaardag. De lijst geldt voor heel de regio."
      width="wide"
      actions={
        <LinkButton href="/beheer/contactmomenten/nieuw" variant="primary">
          Contactmoment toevoegen
        </LinkButton>
      }
    >
      <Card>
        <DataTable
          caption="Contactmomenten, op leeftijd"
          rows={moments}
          rowKey={({ code }) => code}
          columns={[
            { label: "Contactmoment", heading: true, cell: ({ label }) => label, note: ({ code }) => code },
            {
              label: "Leeftijd",
              cell: ageInWords,
              note: ({ corrected }) => (corrected ? "gecorrigeerd bij vroeggeboorte" : undefined),
            },
            {
              label: "Mag",
              cell: ({ opensDaysBefore, closesDaysAfter }) =>
                closesDaysAfter === 0
                  ? `${opensDaysBefore} dagen eerder, niet later`
                  : `${opensDaysBefore} dagen eerder tot ${closesDaysAfter} dagen later`,
            },
            { label: "Wie", cell: ({ doneBy }) => roleNames[doneBy] },
            { label: "Stand", cell: ({ active }) => (active ? "" : <Tag>niet meer gepland</Tag>) },
            { label: "Bron", cell: ({ changedBy }) => changedBy ?? "meegeleverd met Wieg" },
            {
              label: "Wijzigen",
              action: true,
              cell: ({ code, label }) => (
                <LinkButton href={`/beheer/contactmomenten/${code}`} variant="quiet" label={`${label} wijzigen`}>
                  Wijzigen
                </LinkButton>
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

/** "3 maanden", "14 dagen", "6 maanden en 3 dagen" */
function ageInWords({ ageMonths, ageDays }: Pick<KeptMoment, "ageMonths" | "ageDays">): string {
  const months = ageMonths === 1 ? "1 maand" : `${ageMonths} maanden`;
  const days = ageDays === 1 ? "1 dag" : `${ageDays} dagen`;
  if (ageMonths === 0) return days;
  return ageDays === 0 ? months : `${months} en ${days}`;
}
