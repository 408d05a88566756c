import { useState } from "react";
import type { PhoneVisit } from "../visitApp.ts";
import type { Place } from "./App.tsx";
import { checkDraft, draftFrom, draftOf, emptyDraft, entryOf, minutesOf, type Draft, type DraftErrors } from "./draft.ts";
import { FamilyCard } from "./FamilyCard.tsx";
import { Frame } from "./Frame.tsx";
import { HoursFields } from "./HoursFields.tsx";
import { NotDoneFields } from "./NotDoneFields.tsx";
import type { OutboxItem } from "./outbox.ts";
import { keepDraft, save, type PhoneState } from "./phone.ts";
import { dayOfVisit, lastOf } from "./sheet.ts";
import { SeenFields } from "./SeenFields.tsx";
import { VisitSummary } from "./VisitSummary.tsx";
import { sayMinutes } from "./words.ts";

type Props = Readonly<{ state: PhoneState; visitId: string; go: (place: Place) => void }>;

/** One visit: where, what was agreed, and what she makes of it. */
export function Visit({ state, visitId, go }: Props) {
  const visit = state.sheet?.visits.find(({ id }) => id === visitId);
  const family = state.sheet?.families.find(({ trajectoryId }) => trajectoryId === visit?.trajectoryId);
  const mine = visit ? lastOf(state.outbox, visit) : null;
  const kept = state.drafts[visitId];
  const [errors, setErrors] = useState<DraftErrors>({});
  const back = () => go({ at: "day" });
  if (!visit || !family || !state.sheet)
    return (
      <Frame title="Bezoek" back={back}>
        <p className="card">Dit bezoek staat niet meer op deze telefoon. Wat u ervoor invulde, staat bij “Niet verzonden” of is in Wieg.</p>
      </Frame>
    );
  const isToday = dayOfVisit(visit) <= state.sheet.today;
  const change = (part: Partial<Draft>) => {
    setErrors({});
    void keepDraft(visitId, { ...(kept ?? emptyDraft), ...part });
  };
  const done = mine !== null || visit.state !== "planned";
  const head = (
    <>
      <FamilyCard family={family} visit={visit} />
      {visit.agreed !== "" && (
        <section className="card">
          <h2>Afgesproken</h2>
          <p className="words">{visit.agreed}</p>
        </section>
      )}
    </>
  );
  if (!isToday && !kept)
    return (
      <Frame title={family.name} back={back}>
        {head}
        <p className="card soft">Dit bezoek is morgen. Uren en observaties vult u in op de dag zelf.</p>
      </Frame>
    );
  if (done && !kept)
    return (
      <Frame title={family.name} back={back}>
        <VisitSummary
          visit={visit}
          mine={mine}
          sheet={state.sheet}
          onChange={() => void keepDraft(visitId, again(visit, mine))}
          onOutbox={() => go({ at: "outbox" })}
        />
        {head}
      </Frame>
    );
  const draft = kept ?? emptyDraft;
  const keep = async () => {
    const found = checkDraft(draft, visit);
    setErrors(found);
    if (Object.keys(found).length > 0) return document.querySelector(".error")?.scrollIntoView({ block: "center" });
    await save(
      entryOf(draft, visit, {
        entryId: crypto.randomUUID(),
        motherId: family.motherId,
        enteredAt: new Date().toISOString(),
        sawVersion: visit.version,
      }),
    );
    back();
  };
  const minutes = draft.outcome === "delivered" ? minutesOf(draft, visit) : null;
  return (
    <Frame
      title={family.name}
      back={back}
      foot={
        <>
          {minutes !== null && minutes > 0 && <span className="foot-sum">{sayMinutes(minutes)}</span>}
          <button type="button" className="button button--main" onClick={() => void keep()}>
            Bewaren
          </button>
        </>
      }
    >
      {head}
      <OutcomeChoice draft={draft} change={change} />
      {draft.outcome === "delivered" ? (
        <>
          <HoursFields draft={draft} visit={visit} errors={errors} change={change} />
          <SeenFields draft={draft} sheet={state.sheet} quiet={family.quiet} errors={errors} change={change} />
        </>
      ) : (
        <NotDoneFields draft={draft} sheet={state.sheet} errors={errors} change={change} />
      )}
    </Frame>
  );
}

const again = (visit: PhoneVisit, mine: OutboxItem | null): Draft => (mine ? draftOf(mine.entry, mine.sending.state === "sent") : draftFrom(visit));

function OutcomeChoice({ draft, change }: Readonly<{ draft: Draft; change: (part: Partial<Draft>) => void }>) {
  const choices = [
    ["delivered", "Ik was er"],
    ["refused", "Gezin wilde niet"],
    ["missed", "Ging niet door"],
  ] as const;
  return (
    <fieldset className="choice">
      <legend className="hidden">Wat kwam er van dit bezoek?</legend>
      {choices.map(([outcome, label]) => (
        <label key={outcome} className="choice-one">
          <input type="radio" name="outcome" checked={draft.outcome === outcome} onChange={() => change({ outcome, whyCode: "" })} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
