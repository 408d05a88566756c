import { useId } from "react";
import type { DaySheet, PhoneFamily } from "../visitApp.ts";
import type { Draft, DraftErrors } from "./draft.ts";

type Props = Readonly<{ draft: Draft; sheet: DaySheet; family: PhoneFamily; errors: DraftErrors; change: (part: Partial<Draft>) => void }>;
const longest = 5000;

/** What she did, by code, and what she saw, in her own words. */
export function SeenFields({ draft, sheet, family, errors, change }: Props) {
  const id = useId();
  // What was ticked before, on a list that has changed since, stays to be seen.
  const contents = sheet.contents.filter(({ code }) => family.contents.includes(code) || draft.contents.includes(code));
  return (
    <>
      {contents.length > 0 && (
        <fieldset className="card picks">
          <legend>Wat deed u?</legend>
          <Picks choices={contents} chosen={draft.contents} onChange={(contents) => change({ contents })} />
        </fieldset>
      )}
      <section className="card">
        <div className="field">
          <label htmlFor={id}>Wat zag u?</label>
          <textarea
            id={id}
            rows={5}
            maxLength={longest}
            value={draft.observation}
            onChange={(event) => change({ observation: event.target.value })}
          />
          {draft.observation.length > longest - 300 && <p className="soft">Nog {longest - draft.observation.length} tekens</p>}
        </div>
        {(!family.quiet || draft.isSignal) && (
          <label className="tick">
            <input type="checkbox" checked={draft.isSignal} onChange={(event) => change({ isSignal: event.target.checked })} />
            <span>
              Dit is een signaal
              <small>Uw woorden komen ook bij de signalen van dit gezin.</small>
            </span>
          </label>
        )}
        {draft.isSignal && <SignalFields draft={draft} sheet={sheet} errors={errors} change={change} />}
      </section>
    </>
  );
}

function SignalFields({ draft, sheet, errors, change }: Omit<Props, "family">) {
  const groups = [...new Set(sheet.factors.map(({ group }) => group))];
  return (
    <>
      <fieldset className="choice choice--small">
        <legend>Besprak u het met het gezin?</legend>
        {errors.discussed !== undefined && <p className="error">{errors.discussed}</p>}
        {(
          [
            [true, "Ja"],
            [false, "Nog niet"],
          ] as const
        ).map(([discussed, label]) => (
          <label key={label} className="choice-one">
            <input type="radio" name="discussed" checked={draft.discussed === discussed} onChange={() => change({ discussed })} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <h3>Waar gaat het over?</h3>
      {errors.factors !== undefined && <p className="error">{errors.factors}</p>}
      {groups.map((group) => {
        const factors = sheet.factors.filter((factor) => factor.group === group);
        const count = factors.filter(({ code }) => draft.factors.includes(code)).length;
        return (
          <details key={group} className="group">
            <summary>
              {group}
              {count > 0 && <span className="tag tag--soon">{count} gekozen</span>}
            </summary>
            <div className="picks">
              <Picks choices={factors} chosen={draft.factors} onChange={(codes) => change({ factors: codes })} />
            </div>
          </details>
        );
      })}
    </>
  );
}

/** Large labels to tick, one under the other. */
function Picks({
  choices,
  chosen,
  onChange,
}: Readonly<{
  choices: readonly { code: string; label: string }[];
  chosen: readonly string[];
  onChange: (codes: readonly string[]) => void;
}>) {
  return (
    <>
      {choices.map(({ code, label }) => (
        <label key={code} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))}
          />
          <span>{label}</span>
        </label>
      ))}
    </>
  );
}
