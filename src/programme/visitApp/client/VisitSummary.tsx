import type { DaySheet, PhoneVisit, VisitEntry } from "../visitApp.ts";
import type { OutboxItem } from "./outbox.ts";
import { timeOf } from "./phoneClock.ts";
import { outcomeWords, sayHours, sendingWords } from "./words.ts";

type Props = Readonly<{ visit: PhoneVisit; mine: OutboxItem | null; sheet: DaySheet; onChange: () => void; onOutbox: () => void }>;

/** What was recorded of a visit, and whether Wieg has it. */
export function VisitSummary({ visit, mine, sheet, onChange, onOutbox }: Props) {
  const waits = mine?.sending.state === "conflict" || mine?.sending.state === "refused";
  return (
    <section className="card">
      {mine && <p className={`tag tag--${sendingWords[mine.sending.state].tone}`}>{sendingWords[mine.sending.state].label}</p>}
      {!mine && <p className="tag tag--ok">Staat in Wieg</p>}
      <Told told={mine ? ofEntry(mine.entry) : ofVisit(visit)} sheet={sheet} />
      {mine?.sending.state === "sent" && mine.sending.note !== null && <p className="note note--soon">{mine.sending.note}</p>}
      {waits ? (
        <button type="button" className="button button--main" onClick={onOutbox}>
          Bekijk wat u kunt doen
        </button>
      ) : (
        visit.state !== "cancelled" && (
          <button type="button" className="button" onClick={onChange}>
            Wijzigen
          </button>
        )
      )}
    </section>
  );
}

/** The same of an entry on the phone and of a visit in Wieg, to be shown beside each other. */
export interface ToldVisit {
  readonly outcome: string;
  readonly hours: string;
  readonly contents: readonly string[];
  readonly observation: string;
  readonly why: string;
  readonly isSignal: boolean;
}

export const ofEntry = (entry: VisitEntry): ToldVisit => ({
  outcome: outcomeWords[entry.outcome],
  hours: sayHours(entry.started?.at ?? null, entry.ended?.at ?? null, entry.breakMinutes, timeOf),
  contents: entry.contents,
  observation: entry.observation,
  why: entry.why,
  isSignal: entry.signal !== null,
});

const states = { ...outcomeWords, planned: "Gepland", cancelled: "Afgezegd" } as const;

export const ofVisit = (visit: PhoneVisit): ToldVisit => ({
  outcome: states[visit.state],
  hours: visit.startedAt
    ? sayHours(visit.startedAt, visit.endedAt, visit.breakMinutes, timeOf)
    : `gepland ${sayHours(visit.plannedFrom, visit.plannedUntil, 0, timeOf)}`,
  contents: visit.contents,
  observation: visit.observation,
  why: visit.why,
  isSignal: false,
});

export function Told({ told, sheet, other }: Readonly<{ told: ToldVisit; sheet: DaySheet | null; other?: ToldVisit | undefined }>) {
  const contentsOf = (codes: readonly string[]) =>
    codes.map((code) => sheet?.contents.find((one) => one.code === code)?.label ?? code).join(", ") || "niets aangevinkt";
  const rows = [
    ["Wat", told.outcome, other?.outcome],
    ["Uren", told.hours, other?.hours],
    ["Inhoud", contentsOf(told.contents), other && contentsOf(other.contents)],
    ["Gezien", told.observation || "niets geschreven", other && (other.observation || "niets geschreven")],
    ...(told.why || other?.why ? [["Toelichting", told.why || "geen", other && (other.why || "geen")]] : []),
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value, theirs]) => (
        <div key={name} className={theirs !== undefined && theirs !== value ? "differs" : undefined}>
          <dt>{name}</dt>
          <dd className="words">{value}</dd>
        </div>
      ))}
      {told.isSignal && (
        <div>
          <dt>Signaal</dt>
          <dd>ja, dit komt ook bij de signalen</dd>
        </div>
      )}
    </dl>
  );
}
