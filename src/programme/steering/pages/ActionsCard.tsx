import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { actionState } from "../rules/actionState.ts";
import { actionStateNames } from "../steering.texts.ts";
import type { Steering, SteeringAction } from "../steering.ts";
import { steeringAddress, steeringHref } from "./address.ts";
import { actionStateTones } from "./tones.ts";

/** Deviations and what is done about them: one owner, one day. */
export function ActionsCard({ steering }: Readonly<{ steering: Steering }>) {
  const { programme, actions, today, decides, own } = steering;
  const mayEnd = ({ doneOn, ownerMembershipId }: SteeringAction) => doneOn === null && (decides || ownerMembershipId === own);
  return (
    <Card
      title="Afwijkingen en acties"
      id="acties"
      action={decides ? <LinkButton href={steeringHref(programme.code, { below: "/actie" })}>Actie toevoegen</LinkButton> : undefined}
    >
      <DataTable
        caption="Afwijkingen en acties"
        rows={actions}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nog geen acties">
            Wijkt de instroom af? Spreek een actie af met één eigenaar en één datum. Die staat dan ook op haar eigen werklijst.
          </EmptyState>
        }
        columns={[
          { label: "Afwijking", heading: true, cell: ({ deviation }) => deviation },
          { label: "Actie", cell: ({ action }) => action, note: ({ outcome }) => outcome && `Resultaat: ${outcome}` },
          { label: "Eigenaar", cell: ({ owner }) => owner },
          { label: "Uiterlijk", cell: ({ dueOn }) => formatDay(dueOn), note: ({ doneOn }) => doneOn && `Gedaan op ${formatDay(doneOn)}` },
          {
            label: "Stand",
            cell: (one) => <Tag tone={actionStateTones[actionState(one, today)]}>{actionStateNames[actionState(one, today)]}</Tag>,
          },
          {
            label: "Doen",
            action: true,
            cell: (one) =>
              mayEnd(one) && (
                <LinkButton href={`${steeringAddress}/acties/${one.id}`} label={`Afronden: ${one.action}`}>
                  Afronden
                </LinkButton>
              ),
          },
        ]}
      />
    </Card>
  );
}
