import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { FamilySection, SectionContent } from "../../trajectory/familySection.ts";
import type { Line } from "../../trajectory/line.ts";
import { periodOf } from "../../trajectory/server/door.ts";
import type { Talk } from "../interconception.ts";
import { talkKindNames } from "../interconception.texts.ts";
import { talkKindOf } from "../rules/decideTalk.ts";
import { listEarlier, listTakeOvers, listTalks } from "../server/talk.store.ts";
import { TalkFacts } from "./TalkPages.tsx";

/** The wish for a (next) child, what is good to know for a next pregnancy, and what an earlier line knows. */
export const interconceptionSection: FamilySection = {
  id: "kinderwens",
  title: "Kinderwens",
  place: "aside",
  records: { interconception_talk: "Gesprek over kinderwens", line_takeover: "Meegenomen van een eerdere lijn" },
  async load({ db, today }, line, { role }) {
    if (!isRole(role)) return null;
    const reads = mayUse(role, "exploration.read");
    // Nothing about a next child by itself after a loss: who talks about it finds it among the earlier ones, or on the line [domain 3.10].
    const kind = line.lossOn === null ? talkKindOf(periodOf(line, today)) : null;
    const mayTalk = mayUse(role, "exploration.write") && line.state === "open" && kind !== null;
    const mayTake = mayUse(role, "identity.write") && line.state === "open";
    const [talks, earlier, said] = await Promise.all([
      reads ? listTalks(db, line.id) : [],
      mayTake ? listEarlier(db, line.id) : [],
      mayTake ? listTakeOvers(db, line.id) : [],
    ]);
    if (talks.length === 0 && !mayTalk && earlier.length === 0) return null;
    return {
      body: <WishCard line={line} talks={talks} mayTalk={mayTalk} known={earlier.length > 0} />,
      now: earlier.length > 0 && said.length === 0 && line.lossOn === null && line.bornOn === null ? knownNow(line.id) : [],
      moments: talks
        .filter((one) => one.kind !== "taken_over")
        .map((one) => ({ on: one.heldOn, label: talkKindNames[one.kind], tone: "info" as const, href: `/gezinnen/${line.id}/kinderwens` })),
    };
  },
};

function WishCard({ line, talks, mayTalk, known }: Readonly<{ line: Line; talks: readonly Talk[]; mayTalk: boolean; known: boolean }>) {
  const base = `/gezinnen/${line.id}`;
  const [newest] = talks;
  const ask = mayTalk ? <LinkButton href={`${base}/kinderwens/nieuw`}>Gesprek vastleggen</LinkButton> : null;
  return (
    <Card
      title="Kinderwens en volgende zwangerschap"
      action={talks.length > 1 ? <a href={`${base}/kinderwens`}>Alle {talks.length}</a> : undefined}
    >
      {newest !== undefined && <TalkFacts talk={newest} />}
      {newest === undefined && mayTalk && (
        <EmptyState title="Nog geen gesprek" action={ask}>
          Over de wens voor een kind, en wat goed is om te weten voor een volgende zwangerschap.
        </EmptyState>
      )}
      <ButtonRow>
        {newest !== undefined && ask}
        {known && (
          <LinkButton href={`${base}/eerder`} variant="quiet">
            Wat al bekend is
          </LinkButton>
        )}
      </ButtonRow>
    </Card>
  );
}

const knownNow = (id: string): NonNullable<SectionContent["now"]> => [
  <div key="earlier">
    <p>
      <b>Dit gezin is al bekend van een eerdere zwangerschap.</b> Kijk samen met het gezin wat mee mag.
    </p>
    <ButtonRow>
      <LinkButton href={`/gezinnen/${id}/eerder`} variant="primary">
        Kijken wat mee mag
      </LinkButton>
    </ButtonRow>
  </div>,
];
