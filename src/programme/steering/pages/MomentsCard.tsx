import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Steering } from "../steering.ts";
import { steeringAddress, steeringHref } from "./address.ts";

/** The days on which the project group weighs whether to adjust, and what it decided. */
export function MomentsCard({ steering: { programme, moments, today, decides } }: Readonly<{ steering: Steering }>) {
  return (
    <Card
      title="Evaluatiemomenten"
      id="evaluatie"
      action={decides ? <LinkButton href={steeringHref(programme.code, { below: "/evaluatie" })}>Moment plannen</LinkButton> : undefined}
    >
      <DataTable
        caption="Evaluatiemomenten"
        rows={moments}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nog geen evaluatiemomenten">
            De projectgroep kiest vooraf de dagen waarop zij weegt of bijsturen nodig is.
          </EmptyState>
        }
        columns={[
          { label: "Dag", heading: true, cell: ({ plannedOn }) => formatDay(plannedOn) },
          { label: "Waarover", cell: ({ about }) => about },
          {
            label: "Besluit",
            cell: ({ decision, plannedOn }) => decision ?? (plannedOn <= today ? "Nog niet genoteerd" : "Nog niet gehouden"),
            note: ({ decidedOn }) => decidedOn && `Genoteerd op ${formatDay(decidedOn)}`,
          },
          {
            label: "Doen",
            action: true,
            cell: ({ id, decision, plannedOn, about }) =>
              decides &&
              decision === null &&
              plannedOn <= today && (
                <LinkButton href={`${steeringAddress}/evaluatie/${id}`} label={`Besluit noteren: ${about}`}>
                  Besluit noteren
                </LinkButton>
              ),
          },
        ]}
      />
    </Card>
  );
}
