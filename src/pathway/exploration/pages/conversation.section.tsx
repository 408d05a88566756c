import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { isRole } from "../../../trust/access/route.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import { listConversations } from "../server/conversation.store.ts";
import { ConversationRadar } from "./ConversationRadar.tsx";

/** The spider web of the newest conversation on the family page, with the one before beside it. */
export const conversationSection: FamilySection = {
  id: "gesprek",
  title: "Brede gesprek",
  place: "aside",
  async load({ db }, line, actor) {
    if (!isRole(actor.role) || !mayRole(actor.role, "exploration", "read")) return null;
    const mayWrite = mayRole(actor.role, "exploration", "write") && line.state === "open";
    const conversations = await listConversations(db, line.id);
    const [newest] = conversations;
    if (newest === undefined && !mayWrite) return null;
    const base = `/gezinnen/${line.id}/gesprekken`;
    const ask = mayWrite ? <LinkButton href={`${base}/nieuw`}>Nieuw gesprek</LinkButton> : null;
    if (newest === undefined)
      return {
        body: (
          <Card title="Brede gesprek">
            <EmptyState title="Nog geen gesprek" action={ask}>
              Zes gebieden van het leven, met een cijfer van het gezin zelf.
            </EmptyState>
          </Card>
        ),
      };
    return {
      body: (
        <Card title="Brede gesprek" tag={<Tag>{formatDay(newest.heldOn)}</Tag>}>
          <ConversationRadar conversations={conversations.slice(0, 2)} />
          {newest.familyWants !== null && (
            <p>
              Het gezin wil: <q>{newest.familyWants}</q>
            </p>
          )}
          <ButtonRow>
            <LinkButton href={base} variant="quiet">
              In hun eigen woorden
            </LinkButton>
            {ask}
          </ButtonRow>
        </Card>
      ),
      moments: conversations.map((one) => ({ on: one.heldOn, label: "brede gesprek", tone: "info", href: `${base}#${one.id}` })),
    };
  },
};
