import { useId } from "react";
import type { PhoneVisit } from "../visitApp.ts";
import type { Draft, DraftErrors } from "./draft.ts";
import { timeOf } from "./phoneClock.ts";

type Props = Readonly<{ draft: Draft; visit: PhoneVisit; errors: DraftErrors; change: (part: Partial<Draft>) => void }>;

/** Two presses, or two times typed afterwards. */
export function HoursFields({ draft, visit, errors, change }: Props) {
  const typed = draft.from !== "" || draft.until !== "";
  const clock = (moment: string | null) => (moment === null ? "" : timeOf(Date.parse(moment)));
  const planned = visit.plannedFrom !== null && visit.plannedUntil !== null;
  return (
    <section className="card">
      <h2>Uren</h2>
      {!typed && draft.endedAt === null && (
        <button
          type="button"
          className={draft.startedAt === null ? "button button--big" : "button button--big button--stop"}
          onClick={() => change(draft.startedAt === null ? { startedAt: new Date().toISOString() } : { endedAt: new Date().toISOString() })}
        >
          {draft.startedAt === null ? "Ik begin nu" : `Ik ben klaar (begonnen ${clock(draft.startedAt)})`}
        </button>
      )}
      <div className="times">
        <TimeField label="Van" value={draft.from || clock(draft.startedAt)} error={errors.from} onChange={(from) => change({ from })} />
        <TimeField label="Tot" value={draft.until || clock(draft.endedAt)} error={errors.until} onChange={(until) => change({ until })} />
      </div>
      {planned && !typed && draft.startedAt === null && (
        <button type="button" className="link" onClick={() => change({ from: clock(visit.plannedFrom), until: clock(visit.plannedUntil) })}>
          Zoals gepland: {clock(visit.plannedFrom)} tot {clock(visit.plannedUntil)}
        </button>
      )}
      <fieldset className="choice choice--small">
        <legend>Pauze in minuten</legend>
        {errors.break !== undefined && <p className="error">{errors.break}</p>}
        {[...new Set([0, 15, 30, 45, 60, draft.breakMinutes])].map((minutes) => (
          <label key={minutes} className="choice-one">
            <input type="radio" name="break" checked={draft.breakMinutes === minutes} onChange={() => change({ breakMinutes: minutes })} />
            <span>{minutes === 0 ? "geen" : minutes}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

function TimeField({
  label,
  value,
  error,
  onChange,
}: Readonly<{ label: string; value: string; error: string | undefined; onChange: (time: string) => void }>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        type="time"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
