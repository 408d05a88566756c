import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { amInvolved } from "../../../trust/access/server/door.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import type { Thread } from "../messages.ts";
import { listThreads } from "../server/thread.store.ts";
import { aboutWords, ThreadTag } from "./ThreadTable.tsx";

const shown = 4;
const onTimeline = 100;

/** The newest conversations on the family page. */
export const messageSection: FamilySection = {
  id: "berichten",
  title: "Berichten",
  place: "aside",
  async load({ db }, line) {
    const [threads, involved] = await Promise.all([listThreads(db, line.id, onTimeline), amInvolved(db, line.id)]);
    const base = `/gezinnen/${line.id}/berichten`;
    const begin = line.state === "open" && involved ? <LinkButton href={`${base}/nieuw/praktisch`}>Nieuw gesprek</LinkButton> : null;
    if (threads.length === 0 && begin === null) return null;
    return {
      body: (
        <Card title="Berichten" action={threads.length > 0 ? <a href={base}>Alle berichten</a> : undefined}>
          {threads.length === 0 ? (
            <EmptyState title="Nog geen berichten" action={begin}>
              Schrijf elkaar hier over dit gezin, in plaats van per e-mail.
            </EmptyState>
          ) : (
            <>
              <ul>
                {threads.slice(0, shown).map((thread) => (
                  <ThreadLine key={thread.id} thread={thread} />
                ))}
              </ul>
              <ButtonRow>{begin}</ButtonRow>
            </>
          )}
        </Card>
      ),
      moments: threads.map(({ id, begunOn, messages, topic, begunBy, withFamily }) => ({
        on: begunOn,
        label: `${topic} (${messages === 1 ? "1 bericht" : `${messages} berichten`}${withFamily ? ", met de moeder" : ""})`,
        href: `${base}/${id}`,
        by: begunBy ?? "Het gezin",
      })),
    };
  },
};

function ThreadLine({ thread }: Readonly<{ thread: Thread }>) {
  return (
    <li>
      <a href={`/gezinnen/${thread.trajectoryId}/berichten/${thread.id}`}>{thread.topic}</a>{" "}
      {thread.unread && <ThreadTag thread={thread} />}
      <small className="wieg-note">
        {aboutWords(thread)}. {formatMoment(thread.lastAt)}
      </small>
    </li>
  );
}
