import type { Place } from "./App.tsx";
import { emptyDraft } from "./draft.ts";
import { Frame } from "./Frame.tsx";
import { keepDraft, type PhoneState } from "./phone.ts";

/** With whom was she? One of the families that are on her phone; of others she records it on the web. */
export function Unplanned({ state, go }: Readonly<{ state: PhoneState; go: (place: Place) => void }>) {
  const begin = async (trajectoryId: string) => {
    const visitId = crypto.randomUUID();
    await keepDraft(visitId, { ...emptyDraft, unplanned: { trajectoryId, at: new Date().toISOString() } });
    go({ at: "visit", visitId });
  };
  return (
    <Frame title="Niet gepland bezoek" back={() => go({ at: "day" })}>
      <h2 className="day">Bij wie was u vandaag?</h2>
      <ol className="day-list">
        {(state.sheet?.families ?? []).map(({ trajectoryId, name, address }) => (
          <li key={trajectoryId}>
            <button type="button" className="visit" onClick={() => void begin(trajectoryId)}>
              <strong>{name}</strong>
              <span>{address === "" ? "adres onbekend" : address}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="card soft">
        U ziet de gezinnen van vandaag en morgen. Was u bij een ander gezin? Leg het bezoek vast op de website, of bel uw coördinator.
      </p>
    </Frame>
  );
}
