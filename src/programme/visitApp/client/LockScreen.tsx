import { useState } from "react";
import { Frame } from "./Frame.tsx";
import { mostTries } from "./lock.ts";
import { unlock } from "./phone.ts";
import { PinField } from "./PinField.tsx";
import { countOf } from "./words.ts";

/** Locked: a PIN, and how much waits. Nothing about a family. */
export function LockScreen({ unsent }: Readonly<{ unsent: number }>) {
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const open = async () => {
    setBusy(true);
    const outcome = await unlock(pin);
    setBusy(false);
    setPin("");
    if (typeof outcome === "number") setLeft(outcome);
  };
  return (
    <Frame title="Onderweg">
      <form
        className="lock"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && pin.length > 0) void open();
        }}
      >
        <h2>Vul uw pincode in</h2>
        <PinField label="Pincode" value={pin} onChange={setPin} focused />
        {left !== null && (
          <p className="note note--late" role="alert">
            Deze pincode klopt niet. U kunt het nog {left} keer proberen.
            {left <= 3 && " Daarna wordt alles op deze telefoon gewist, ook wat nog niet verzonden is."}
          </p>
        )}
        <button type="submit" className="button button--main" disabled={busy || pin.length === 0}>
          {busy ? "Bezig met openen…" : "Openen"}
        </button>
        {unsent > 0 && (
          <p className="note note--soon">
            {countOf(unsent, "bezoek is", "bezoeken zijn")} nog niet verzonden. Het staat veilig op deze telefoon en gaat mee als u opent.
          </p>
        )}
        <p className="soft">Na {mostTries} keer een verkeerde pincode wordt deze telefoon gewist.</p>
      </form>
    </Frame>
  );
}
