import { useEffect, useState } from "react";
import type { Place } from "./App.tsx";
import { Frame } from "./Frame.tsx";
import type { PhoneState } from "./phone.ts";
import { timeOf } from "./phoneClock.ts";
import { dayLines, isUnplanned, type DayLine } from "./sheet.ts";
import { countOf, sayDay, sendingWords } from "./words.ts";

type Props = Readonly<{ state: PhoneState; go: (place: Place) => void }>;

/** Her day, in the order of the day. */
export function Day({ state, go }: Props) {
  const { sheet, outbox, drafts } = state;
  return (
    <Frame
      title="Onderweg"
      end={
        <button type="button" className="bar-end" onClick={() => go({ at: "more" })}>
          Meer
        </button>
      }
    >
      <LineNote state={state} go={go} />
      {sheet ? (
        <>
          <DayList state={state} title="Vandaag" day={sheet.today} lines={dayLines(sheet, outbox, sheet.today, drafts)} go={go} />
          {sheet.families.length > 0 && (
            <button type="button" className="button" onClick={() => go({ at: "unplanned" })}>
              Een bezoek dat niet gepland was
            </button>
          )}
          <DayList state={state} title="Morgen" day={sheet.tomorrow} lines={dayLines(sheet, outbox, sheet.tomorrow, drafts)} go={go} />
        </>
      ) : (
        <div className="card">
          <h2>{state.line === "busy" ? "Uw dag wordt opgehaald…" : "Er staan geen gezinnen op deze telefoon"}</h2>
          <p>
            {state.line === "busy"
              ? "Een ogenblik."
              : "Er is te lang geen verbinding met Wieg geweest. Zodra er netwerk is, komen uw gezinnen van vandaag en morgen vanzelf terug. Wat u invulde staat er nog."}
          </p>
        </div>
      )}
    </Frame>
  );
}

/** Whether all is with Wieg: the first thing to see, and honest. */
function LineNote({ state, go }: Props) {
  const { unsent, line, contact, clockOff, outbox } = state;
  const choose = outbox.filter(({ sending }) => sending.state === "conflict" || sending.state === "refused").length;
  const since = contact ? timeOf(contact.server) : null;
  return (
    <div aria-live="polite">
      {unsent > 0 ? (
        <button
          type="button"
          className={choose > 0 ? "note note--late note--press" : "note note--soon note--press"}
          onClick={() => go({ at: "outbox" })}
        >
          <strong>{countOf(unsent, "bezoek", "bezoeken")} nog niet verzonden</strong>
          <span>{choose > 0 ? `${countOf(choose, "wacht", "wachten")} op u. Bekijk wat u kunt doen.` : sayLine(line)}</span>
        </button>
      ) : (
        <p className={line === "none" || line === "unknown-phone" ? "note note--soon" : "note"}>
          {line === "busy" ? "Bezig met ophalen…" : line === "ok" ? `Alles is verzonden. Bijgewerkt om ${since ?? ""}.` : sayLine(line)}
          {line === "none" && since !== null && ` Laatst bijgewerkt om ${since}.`}
        </p>
      )}
      {Math.abs(clockOff) > 120 && (
        <p className="note note--late">
          De klok van uw telefoon loopt {sayOff(clockOff)}. Zet de klok goed. Tijden die de telefoon zelf zette, worden bij het verzenden
          verbeterd.
        </p>
      )}
    </div>
  );
}

const lines: Readonly<Record<PhoneState["line"], string>> = {
  quiet: "Alles staat op deze telefoon.",
  busy: "Bezig met verzenden…",
  ok: "Gaat zo mee.",
  none: "Geen verbinding. Het gaat vanzelf mee zodra er netwerk is.",
  "unknown-phone": "Wieg kent deze telefoon niet meer. Bel uw coördinator; wat u invulde staat hier nog.",
};
const sayLine = (line: PhoneState["line"]): string => lines[line];

function sayOff(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const much =
    minutes < 90
      ? countOf(minutes, "minuut", "minuten")
      : minutes < 36 * 60
        ? `${Math.round(minutes / 60)} uur`
        : countOf(Math.round(minutes / 1440), "dag", "dagen");
  return `${much} ${seconds > 0 ? "voor" : "achter"}`;
}

function DayList({
  state,
  title,
  day,
  lines: visits,
  go,
}: Readonly<{ state: PhoneState; title: string; day: string; lines: readonly DayLine[]; go: Props["go"] }>) {
  return (
    <section>
      <h2 className="day">
        {title} <small>{sayDay(day)}</small>
      </h2>
      {visits.length === 0 && (
        <p className="card soft">{title === "Vandaag" ? "U heeft vandaag geen bezoeken." : "Voor morgen staan er geen bezoeken."}</p>
      )}
      <ol className="day-list">
        {visits.map((line) => (
          <li key={line.visit.id}>
            <button type="button" className="visit" onClick={() => go({ at: "visit", visitId: line.visit.id })}>
              <span className="visit-time">{hoursOf(line)}</span>
              <strong>{line.family.name}</strong>
              <span>{line.family.address === "" ? "adres onbekend" : line.family.address}</span>
              <LineTag line={line} draft={state.drafts[line.visit.id]?.startedAt ?? null} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

const hoursOf = ({ visit }: DayLine): string =>
  [visit.plannedFrom ?? visit.startedAt, visit.plannedUntil ?? visit.endedAt]
    .filter((moment) => moment !== null)
    .map((moment) => timeOf(Date.parse(moment)))
    .join(" – ");

/** What came of it, in a word. */
export function LineTag({ line, draft }: Readonly<{ line: Pick<DayLine, "visit" | "mine">; draft: string | null }>) {
  const { visit, mine } = line;
  if (mine) return <span className={`tag tag--${sendingWords[mine.sending.state].tone}`}>{sendingWords[mine.sending.state].label}</span>;
  if (draft !== null) return <RunningTag since={draft} />;
  if (isUnplanned(visit)) return <span className="tag tag--soon">Nog niet bewaard</span>;
  if (visit.state === "planned") return null;
  return <span className="tag tag--ok">{inWieg[visit.state]}</span>;
}
const inWieg = { delivered: "Staat in Wieg", refused: "Gezin wilde het niet", missed: "Ging niet door", cancelled: "Afgezegd" } as const;

/** Keeps its minutes up to date while it is in view. */
function RunningTag({ since }: Readonly<{ since: string }>) {
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setAt(Date.now()), 30_000);
    return () => clearInterval(clock);
  }, []);
  const minutes = Math.max(0, Math.round((at - Date.parse(since)) / 60_000));
  return <span className="tag tag--soon">{minutes < 1440 ? `Bezig, ${minutes} min` : "Bezig"}</span>;
}
