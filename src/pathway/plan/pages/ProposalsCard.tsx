import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { EntryKind, Proposal } from "../familyPlan.ts";
import { sourceNames } from "../familyPlan.texts.ts";
import type { PlanView } from "../server/readPlan.ts";

type Props = Readonly<{ trajectoryId: string; proposals: PlanView["proposals"] }>;

/** What the family said and what was agreed with it before: in the plan by one press, with nothing typed again. */
export function ProposalsCard({ trajectoryId, proposals: { open, setAside } }: Props) {
  if (open.length === 0 && setAside.length === 0) return null;
  return (
    <Card title="Klaar om over te nemen" tone={open.length > 0 ? "info" : undefined} id="voorstellen">
      {open.length > 0 && (
        <DataTable
          caption="Uit het huisbezoek en het gesprek"
          rows={open}
          rowKey={({ source }) => source.id}
          columns={[
            { label: "Wat", heading: true, cell: ({ wording }) => <q>{wording}</q>, note: whereFrom },
            { label: "Overnemen", action: true, cell: (one) => <Takes trajectoryId={trajectoryId} one={one} /> },
          ]}
        />
      )}
      {setAside.length > 0 && (
        <Details summary={`Niet in het plan (${setAside.length})`}>
          <DataTable
            caption="Bewust niet overgenomen"
            rows={setAside}
            rowKey={({ source }) => source.id}
            columns={[
              { label: "Wat", heading: true, cell: ({ wording }) => <q>{wording}</q>, note: whereFrom },
              {
                label: "Terug",
                action: true,
                cell: ({ source, wording }) => (
                  <ActionForm
                    action={`/gezinnen/${trajectoryId}/plan/opzij`}
                    button="Toch tonen"
                    variant="quiet"
                    hidden={{ ...source, aside: "nee" }}
                    label={`Toch tonen: ${wording}`}
                  />
                ),
              },
            ]}
          />
        </Details>
      )}
    </Card>
  );
}

const whereFrom = (one: Proposal): string =>
  [
    `${sourceNames[one.source.kind]}, ${formatDay(one.on)}`,
    "who" in one && one.who !== "" ? `door: ${one.who}` : "",
    "dueOn" in one && one.dueOn !== null ? `voor ${formatDay(one.dueOn)}` : "",
  ]
    .filter(Boolean)
    .join("; ");

const takesOf = ({ source }: Proposal): readonly (readonly [EntryKind, string])[] =>
  source.kind === "visit_agreement"
    ? [["agreement", "Overnemen"]]
    : [
        ["goal", "Als doel"],
        ["question", "Als vraag"],
      ];

function Takes({ trajectoryId, one: { source, wording }, one }: { trajectoryId: string; one: Proposal }) {
  const plan = `/gezinnen/${trajectoryId}/plan`;
  return (
    <ButtonRow>
      {takesOf(one).map(([as, button]) => (
        <ActionForm key={as} action={`${plan}/overnemen`} button={button} hidden={{ ...source, as }} label={`${button}: ${wording}`} />
      ))}
      <ActionForm
        action={`${plan}/opzij`}
        button="Niet nodig"
        variant="quiet"
        hidden={{ ...source, aside: "ja" }}
        label={`Niet nodig: ${wording}`}
      />
    </ButtonRow>
  );
}
