import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { channelNames, languageName } from "../../../registry/family.texts.ts";
import type { Invitation } from "../interviews.ts";
import { moveNames, stateNames } from "../interviews.texts.ts";
import { possibleMoves } from "../rules/interviewMoves.ts";
import { keeperAddress } from "./address.ts";

/** "phone: 06 ..." as a way that a reader knows. */
const inDutch = (way: string): string =>
  Object.entries(channelNames).reduce((said, [channel, name]) => said.replace(new RegExp(`^${channel}: `), `${name}: `), way);

/** Families that the desk asked to invite. The key keeper knows who it is; the desk knows a code. */
export function KeeperPage({ invitations }: Readonly<{ invitations: readonly Invitation[] }>) {
  return (
    <Page
      title="Uitnodigen voor een gesprek"
      sub="De onderzoeksdesk vraagt u deze mensen uit te nodigen. De desk weet niet wie het zijn; zeg het haar niet."
    >
      {invitations.length === 0 ? (
        <Card>
          <EmptyState title="Er is niemand om uit te nodigen">
            Vraagt de desk u iemand uit te nodigen, dan staat zij hier en bij Mijn werk.
          </EmptyState>
        </Card>
      ) : (
        invitations.map((one) => <InvitationCard key={one.id} one={one} />)
      )}
    </Page>
  );
}

function InvitationCard({ one }: Readonly<{ one: Invitation }>) {
  const moves = possibleMoves({ kind: "family", state: one.state }, "keeper");
  const action = `${keeperAddress}/${one.id}/stap`;
  return (
    <Card title={one.name} tag={<Tag tone="info">{stateNames[one.state]}</Tag>}>
      <Facts
        facts={[
          { label: "Taal", value: languageName(one.language) },
          {
            label: "Veilig te bereiken",
            value:
              one.ways.length === 0
                ? "Geen weg waarvan iemand zei dat die veilig is: vraag het haar zorgverlener"
                : one.ways.map(inDutch).join("; "),
          },
          one.plannedOn === null ? null : { label: "Gesprek", value: formatDay(one.plannedOn) },
        ]}
      />
      <ButtonRow>
        {moves
          .filter((move) => move !== "plan")
          .map((move) => (
            <ActionForm
              key={move}
              action={action}
              button={move === "invite" ? "Is uitgenodigd" : moveNames[move]}
              label={`${moveNames[move]}: ${one.name}`}
              variant={move === "decline" ? "quiet" : "secondary"}
              hidden={{ stap: move, version: one.version }}
            />
          ))}
      </ButtonRow>
      {moves.includes("plan") && (
        <Form action={action} id={`dag-${one.id}`}>
          <HiddenField name="stap" value="plan" />
          <HiddenField name="version" value={String(one.version)} />
          <DateField name="dag" label="Dag van het gesprek" />
          <ButtonRow>
            <Button variant="secondary">Dag noteren</Button>
          </ButtonRow>
        </Form>
      )}
    </Card>
  );
}
