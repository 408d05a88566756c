import { useId } from "react";
import type { DaySheet } from "../visitApp.ts";
import type { Draft, DraftErrors } from "./draft.ts";

type Props = Readonly<{ draft: Draft; sheet: DaySheet; errors: DraftErrors; change: (part: Partial<Draft>) => void }>;

/** A visit that did not happen: why, and no hours. */
export function NotDoneFields({ draft, sheet, errors, change }: Props) {
  const id = useId();
  const reasons = draft.outcome === "refused" ? sheet.refusedReasons : sheet.missedReasons;
  return (
    <fieldset className="card picks">
      <legend>{draft.outcome === "refused" ? "Waarom wilde het gezin dit bezoek niet?" : "Waarom ging het niet door?"}</legend>
      {errors.why !== undefined && <p className="error">{errors.why}</p>}
      {reasons.map(({ code, label }) => (
        <label key={code} className="tick">
          <input type="radio" name="why" checked={draft.whyCode === code} onChange={() => change({ whyCode: code })} />
          <span>{label}</span>
        </label>
      ))}
      <div className="field">
        <label htmlFor={id}>Toelichting (mag leeg blijven)</label>
        <textarea id={id} rows={3} maxLength={2000} value={draft.why} onChange={(event) => change({ why: event.target.value })} />
      </div>
    </fieldset>
  );
}
