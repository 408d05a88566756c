import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import type { WaitingCase } from "../conference.ts";
import { removedWords } from "../conference.texts.ts";
import { findCaseOfLine } from "../server/conferenceCase.store.ts";
import { ConsentTag } from "./ConsentTag.tsx";

/** That the family's case waits for the conference, with its question and whether the family allows it. */
export const conferenceSection: FamilySection = {
  id: "overleg",
  title: "Overleg",
  place: "aside",
  async load({ db }, line, { role }) {
    const one = await findCaseOfLine(db, line.id);
    if (!one) return null;
    const mayWrite = isRole(role) && mayRole(role, "plan", "write");
    return { body: one.state === "waiting" ? <Waiting one={one} mayWrite={mayWrite} /> : <Removed one={one} mayWrite={mayWrite} /> };
  },
};

function Waiting({ one, mayWrite }: { one: WaitingCase; mayWrite: boolean }) {
  return (
    <Card title="Overleg">
      <Facts
        facts={[
          { label: "Wacht op het MDO of Knooppunt", value: `sinds ${formatDay(one.since)}, uiterlijk ${formatDay(one.dueOn)}` },
          { label: "Vraag", value: one.question ?? "nog geen vraag" },
          { label: "Toestemming", value: <ConsentTag one={one} /> },
        ]}
      />
      {mayWrite && (
        <ButtonRow>
          <LinkButton href={`/overleggen/${one.id}/vraag`}>{one.question === null ? "Vraag schrijven" : "Vraag veranderen"}</LinkButton>
          <LinkButton href={`/overleggen/${one.id}/eraf`} variant="quiet">
            Van de lijst
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

function Removed({ one, mayWrite }: { one: WaitingCase; mayWrite: boolean }) {
  return (
    <Card title="Overleg">
      <p>
        Niet op de lijst: {one.removedBecause && removedWords[one.removedBecause]}
        {one.removedOn && `, ${formatDay(one.removedOn)}`}.{one.removedReason && ` “${one.removedReason}”`}
      </p>
      {mayWrite && one.removedBecause === "other" && (
        <ActionForm action={`/overleggen/${one.id}/terug`} button="Terug op de lijst" hidden={{ version: one.version }} />
      )}
    </Card>
  );
}
