import { useState } from "react";
import type { DaySheet, PhoneFamily, PhoneVisit } from "../visitApp.ts";
import type { Place } from "./App.tsx";
import { checkDraft, draftFrom, draftOf, emptyDraft, entryOf, minutesOf, type Draft, type DraftErrors } from "./draft.ts";
import { FamilyCard } from "./FamilyCard.tsx";
import { Frame } from "./Frame.tsx";
import { HoursFields } from "./HoursFields.tsx";
import { NotDoneFields } from "./NotDoneFields.tsx";
import type { OutboxItem } from "./outbox.ts";
import { keepDraft, save, type PhoneState } from "./phone.ts";
import { dayOfVisit, isUnplanned, lastOf, unplannedVisits } from "./sheet.ts";
import { SeenFields } from "./SeenFields.tsx";
import { VisitSummary } from "./VisitSummary.tsx";
import { sayMinutes } from "./words.ts";

type Props = Readonly<{ state: PhoneState; visitId: string; go: (place: Place) => void }>;

/** One visit: where, what was agreed, and what she makes of it. */
export function Visit({ state, visitId, go }: Props) {
  const visit =
    state.sheet && [...state.sheet.visits, ...unplannedVisits(state.sheet, state.outbox, state.drafts)].find(({ id }) => id === visitId);
  const family = state.sheet?.families.find(({ trajectoryId }) => trajectoryId === visit?.trajectoryId);
  const back = () => go({ at: "day" });
  if (!visit || !family || !state.sheet)
    return (
      <Frame title="Bezoek" back={back}>
        <p className="card">Dit bezoek staat niet meer op deze telefoon. Wat u ervoor invulde, staat bij “Niet verzonden” of is in Wieg.</p>
      </Frame>
    );
  const of = { state, visit, family, sheet: state.sheet };
  if (state.drafts[visitId] || (visit.state === "planned" && !lastOf(state.outbox, visit) && dayOfVisit(visit) <= state.sheet.today))
    return <VisitForm {...of} back={back} />;
  return <VisitDone {...of} back={back} onOutbox={() => go({ at: "outbox" })} />;
}

type Shown = Readonly<{ state: PhoneState; visit: PhoneVisit; family: PhoneFamily; sheet: DaySheet; back: () => void }>;

function Head({ family, visit }: Pick<Shown, "family" | "visit">) {
  return (
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
}

/** A visit of tomorrow, or one of which the hours stand. */
function VisitDone({ state, visit, family, sheet, back, onOutbox }: Shown & Readonly<{ onOutbox: () => void }>) {
  const mine = lastOf(state.outbox, visit);
  const done = mine !== null || visit.state !== "planned";
  return (
    <Frame title={family.name} back={back}>
      {done && (
        <VisitSummary
          visit={visit}
          mine={mine}
          sheet={sheet}
          onChange={() => void keepDraft(visit.id, again(visit, mine))}
          onOutbox={onOutbox}
        />
      )}
      <Head family={family} visit={visit} />
      {!done && <p className="card soft">Dit bezoek is morgen. Uren en observaties vult u in op de dag zelf.</p>}
    </Frame>
  );
}

/** What she fills in; kept at each change. */
function VisitForm({ state, visit, family, sheet, back }: Shown) {
  const [errors, setErrors] = useState<DraftErrors>({});
  const draft = state.drafts[visit.id] ?? emptyDraft;
  const change = (part: Partial<Draft>) => {
    setErrors({});
    void keepDraft(visit.id, { ...draft, ...part });
  };
  const keep = async () => {
    const found = checkDraft(draft, visit);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => document.querySelector(".error")?.scrollIntoView({ block: "center" }));
      return;
    }
    const now = { entryId: crypto.randomUUID(), enteredAt: new Date().toISOString() };
    await save(entryOf(draft, visit, { ...now, motherId: family.motherId, sawVersion: isUnplanned(visit) ? null : visit.version }));
    back();
  };
  const minutes = draft.outcome === "delivered" ? minutesOf(draft, visit) : null;
  const fields = { draft, errors, change };
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
      <Head family={family} visit={visit} />
      {isUnplanned(visit) ? (
        <Unsaved onDrop={() => void keepDraft(visit.id, null).then(back)} />
      ) : (
        <OutcomeChoice draft={draft} change={change} />
      )}
      {draft.outcome === "delivered" ? (
        <>
          <HoursFields {...fields} visit={visit} />
          <SeenFields {...fields} sheet={sheet} family={family} />
          <WhyField {...fields} />
        </>
      ) : (
        <NotDoneFields {...fields} sheet={sheet} />
      )}
    </Frame>
  );
}

/** Nobody planned it, so there is nothing that did not happen: it can only be let go. */
function Unsaved({ onDrop }: Readonly<{ onDrop: () => void }>) {
  return (
    <div className="card">
      <p>Dit bezoek stond niet op de planning. Vul in hoe laat u er was, en bewaar het.</p>
      <button type="button" className="link" onClick={onDrop}>
        Toch niet vastleggen
      </button>
    </div>
  );
}

/** Only where it went otherwise than agreed; open when something stands there. */
function WhyField({ draft, change }: Readonly<{ draft: Draft; change: (part: Partial<Draft>) => void }>) {
  return (
    <details className="card group" open={draft.why !== ""}>
      <summary>Toelichting</summary>
      <div className="field">
        <label htmlFor="why">Ging iets anders dan afgesproken? Schrijf waarom.</label>
        <textarea id="why" rows={3} maxLength={2000} value={draft.why} onChange={(event) => change({ why: event.target.value })} />
      </div>
    </details>
  );
}

const again = (visit: PhoneVisit, mine: OutboxItem | null): Draft => {
  const draft = mine ? draftOf(mine.entry, mine.sending.state === "sent") : draftFrom(visit);
  return isUnplanned(visit)
    ? { ...draft, unplanned: { trajectoryId: visit.trajectoryId, at: visit.startedAt ?? new Date().toISOString() } }
    : draft;
};

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
