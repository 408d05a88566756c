import type { DaySheet } from "../visitApp.ts";
import type { Place } from "./App.tsx";
import { Frame } from "./Frame.tsx";
import type { OutboxItem } from "./outbox.ts";
import { chooseMine, chooseTheirs, keepDraft, sync, type PhoneState } from "./phone.ts";
import { dayOf, timeOf } from "./phoneClock.ts";
import { draftOf } from "./draft.ts";
import { ofEntry, ofVisit, Told } from "./VisitSummary.tsx";
import { isOpen, sayDay, sendingWords } from "./words.ts";

type Props = Readonly<{ state: PhoneState; go: (place: Place) => void }>;

/** Everything she saved, with what became of it: what waits first. */
export function Outbox({ state, go }: Props) {
  const { outbox, sheet, line } = state;
  const sorted = [...outbox].sort((one, other) => one.entry.enteredAt.localeCompare(other.entry.enteredAt));
  const open = sorted.filter(isOpen);
  const done = sorted.filter((item) => !isOpen(item));
  return (
    <Frame title="Verzenden" back={() => go({ at: "day" })}>
      {open.length === 0 ? (
        <p className="card">Alles is verzonden. Er staat niets te wachten op deze telefoon.</p>
      ) : (
        <button type="button" className="button button--main" disabled={line === "busy"} onClick={() => void sync()}>
          {line === "busy" ? "Bezig met verzenden…" : "Nu proberen te verzenden"}
        </button>
      )}
      {line === "none" && <p className="note note--soon">Er is nu geen verbinding met Wieg. Het gaat vanzelf mee zodra er netwerk is.</p>}
      {open.map((item) => (
        <ItemCard key={item.entry.entryId} item={item} sheet={sheet} go={go} />
      ))}
      {done.length > 0 && <h2 className="day">Klaar</h2>}
      {done.map((item) => (
        <ItemCard key={item.entry.entryId} item={item} sheet={sheet} go={go} />
      ))}
    </Frame>
  );
}

function ItemCard({ item, sheet, go }: Readonly<{ item: OutboxItem; sheet: DaySheet | null; go: Props["go"] }>) {
  const { entry, sending } = item;
  const family = sheet?.families.find(({ trajectoryId }) => trajectoryId === entry.trajectoryId);
  const when = Date.parse(entry.started?.at ?? entry.enteredAt);
  const word = sendingWords[sending.state];
  return (
    <article className="card">
      <h2>{family?.name ?? "Gezin van een eerdere dag"}</h2>
      <p className="soft">
        {sayDay(dayOf(when))}, {timeOf(when)}
      </p>
      <p className={`tag tag--${word.tone}`}>{word.label}</p>
      {sending.state === "conflict" ? <Conflict item={item} sheet={sheet} /> : <Told told={ofEntry(entry)} sheet={sheet} />}
      {sending.state === "sent" && sending.note !== null && <p className="note note--soon">{sending.note}</p>}
      {sending.state === "refused" && (
        <>
          <div className="note note--late">
            <strong>{sending.say}</strong>
            <span>{sending.todo}</span>
          </div>
          {family && (
            <button
              type="button"
              className="button button--main"
              onClick={() => {
                void keepDraft(entry.visitId, draftOf(entry, false)).then(() => go({ at: "visit", visitId: entry.visitId }));
              }}
            >
              Verbeteren
            </button>
          )}
          <button type="button" className="link" onClick={() => void chooseTheirs(item)}>
            Niet verzenden
          </button>
        </>
      )}
    </article>
  );
}

/** Someone changed the visit meanwhile: both versions, one under the other, what differs marked. She chooses. */
function Conflict({ item, sheet }: Readonly<{ item: OutboxItem; sheet: DaySheet | null }>) {
  if (item.sending.state !== "conflict") return null;
  const [mine, theirs] = [ofEntry(item.entry), ofVisit(item.sending.theirs)];
  const { recordedBy } = item.sending.theirs;
  return (
    <>
      <p>Dit bezoek is in Wieg veranderd nadat u het op uw telefoon kreeg. Kies welke versie klopt.</p>
      <h3>Dit schreef u</h3>
      <Told told={mine} other={theirs} sheet={sheet} />
      <button type="button" className="button button--main" onClick={() => void chooseMine(item)}>
        Mijn versie vastleggen
      </button>
      <h3>Dit staat in Wieg{recordedBy === "" ? "" : ` (${recordedBy})`}</h3>
      <Told told={theirs} other={mine} sheet={sheet} />
      <button type="button" className="button" onClick={() => void chooseTheirs(item)}>
        Laten staan wat in Wieg staat
      </button>
    </>
  );
}
