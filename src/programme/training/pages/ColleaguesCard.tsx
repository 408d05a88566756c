import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { ActionForm } from "../../../design/ActionForm.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatShortDay, type Day } from "../../../kit/day.ts";
import type { ColleagueTraining, TrainingOverview } from "../server/readTraining.ts";

const base = "/geboortezorg-flex/scholing";

/** Who still misses what, and everyone with what she finished. */
export function ColleaguesCard({ overview }: Readonly<{ overview: TrainingOverview }>) {
  const { colleagues, view, today } = overview;
  const missing = colleagues.filter(({ gaps }) => gaps.length > 0).toSorted((one, other) => byOf(one).localeCompare(byOf(other)));
  const keeps = view === "keeps";
  return (
    <>
      <Card title="Wie mist nog wat" id="wie-mist" tone={missing.length > 0 ? "soon" : "ok"}>
        <DataTable
          caption="Wie mist nog wat"
          rows={missing}
          rowKey={({ professionalId }) => professionalId}
          empty={<EmptyState title="Iedereen is geschoold">Elke collega kan gepland worden in pijler 2.</EmptyState>}
          columns={[
            { label: "Wie", heading: true, cell: ({ name }) => name },
            {
              label: "Mist nog",
              cell: ({ gaps }) => gaps.map(({ name, again }) => (again ? `${name} (opnieuw)` : name)).join(", "),
            },
            { label: "Nodig voor", cell: (one) => <ByTag by={byOf(one)} today={today} /> },
          ]}
        />
        {missing.length > 0 && (
          <p className="wieg-note">Wie iets mist, kan niet gepland worden in pijler 2, tenzij de coördinator zegt waarom.</p>
        )}
      </Card>
      <Card title="Alle collega's" action={keeps && <LinkButton href={`${base}/elders`}>Scholing van elders</LinkButton>}>
        <DataTable
          caption="Alle collega's"
          rows={colleagues}
          rowKey={({ professionalId }) => professionalId}
          columns={[
            { label: "Wie", heading: true, cell: ({ name }) => name, note: ({ ambassador }) => ambassador && "ambassadeur" },
            { label: "Pijler 2", cell: (one) => <StandingTag colleague={one} /> },
            { label: "Intervisie", cell: ({ peerReviewOn }) => (peerReviewOn === null ? "nog niet" : formatShortDay(peerReviewOn)) },
            ...(keeps
              ? [
                  {
                    label: "Ambassadeur",
                    action: true,
                    cell: ({ professionalId, ambassador, name }: ColleagueTraining) => (
                      <ActionForm
                        action={`${base}/ambassadeur`}
                        button={ambassador ? "Niet meer ambassadeur" : "Maak ambassadeur"}
                        variant="quiet"
                        label={`${ambassador ? "Niet meer ambassadeur" : "Maak ambassadeur"}: ${name}`}
                        hidden={{ professional: professionalId, ambassador: ambassador ? "nee" : "ja" }}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </>
  );
}

const byOf = ({ gaps }: ColleagueTraining): Day => gaps[0]?.by ?? "";

export function ByTag({ by, today }: Readonly<{ by: Day; today: Day }>) {
  return <Tag tone={by < today ? "late" : "soon"}>{by < today ? `te laat: ${formatDay(by)}` : formatDay(by)}</Tag>;
}

const StandingTag = ({ colleague: { standing } }: Readonly<{ colleague: ColleagueTraining }>) =>
  standing.code === "trained" ? <Tag tone="ok">geschoold</Tag> : <Tag tone="soon">{`mist ${standing.missing.length}`}</Tag>;
