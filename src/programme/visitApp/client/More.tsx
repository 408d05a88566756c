import { useState } from "react";
import type { Place } from "./App.tsx";
import { Frame } from "./Frame.tsx";
import { lockNow, stopUsing, sync, type PhoneState } from "./phone.ts";
import { timeOf } from "./phoneClock.ts";
import { countOf } from "./words.ts";

/** What is on this phone, locking it, and stopping with it. */
export function More({ state, go }: Readonly<{ state: PhoneState; go: (place: Place) => void }>) {
  const [sure, setSure] = useState(false);
  const { unsent, settings, contact, name, sheet } = state;
  return (
    <Frame title="Meer" back={() => go({ at: "day" })}>
      <button type="button" className="button button--main" onClick={lockNow}>
        Nu op slot
      </button>
      <button type="button" className="button" onClick={() => go({ at: "outbox" })}>
        Wat u invulde ({unsent === 0 ? "alles verzonden" : `${unsent} niet verzonden`})
      </button>
      <button type="button" className="button" onClick={() => void sync()}>
        Bijwerken
      </button>
      <section className="card">
        <h2>Wat op deze telefoon staat</h2>
        <p>
          {name}. {countOf(sheet?.families.length ?? 0, "gezin", "gezinnen")} van vandaag en morgen, en wat u de laatste dag invulde. Alles
          is versleuteld. {contact && `Bijgewerkt om ${timeOf(contact.server)}.`}
        </p>
        <p className="soft">
          Na {countOf(settings.lockMinutes, "minuut", "minuten")} zonder gebruik gaat de telefoon op slot. Gezinnen verdwijnen de dag na hun
          bezoek, en als er {settings.keepHours} uur geen verbinding was.
        </p>
        <p className="soft">Telefoon kwijt? Bel uw coördinator. Die kan hem op afstand blokkeren.</p>
      </section>
      <section className="card">
        <h2>Stoppen met deze telefoon</h2>
        {unsent > 0 && (
          <p className="note note--late">
            Let op: {countOf(unsent, "bezoek is", "bezoeken zijn")} nog niet verzonden. Als u nu stopt, raakt u dat kwijt.
          </p>
        )}
        {sure ? (
          <>
            <button type="button" className="button button--stop" onClick={() => void stopUsing()}>
              Ja, alles wissen{unsent > 0 ? ", ook wat niet verzonden is" : ""}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              Nee, niet stoppen
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setSure(true)}>
            Afmelden en alles wissen
          </button>
        )}
      </section>
    </Frame>
  );
}
