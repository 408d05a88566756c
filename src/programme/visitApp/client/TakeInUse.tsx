import { useEffect, useId, useState } from "react";
import { askWho } from "./contactServer.ts";
import { Frame } from "./Frame.tsx";
import { takeInUse } from "./phone.ts";
import { PinField } from "./PinField.tsx";
import { pinProblem } from "./pinStrength.ts";

type Who = NonNullable<Awaited<ReturnType<typeof askWho>>>["who"];

/** The first time: who is signed in at this browser with her two factors takes the phone along. */
export function TakeInUse() {
  const [who, setWho] = useState<Who | "asking" | "no-line">("asking");
  const ask = () => {
    void askWho().then((answer) => setWho(answer ? answer.who : "no-line"));
  };
  useEffect(ask, []);
  if (who === "asking") return <Frame title="Onderweg">{null}</Frame>;
  if (who === "no-line")
    return (
      <Frame title="Onderweg">
        <div className="card">
          <h2>Geen verbinding</h2>
          <p>Om deze telefoon in gebruik te nemen is één keer verbinding met Wieg nodig.</p>
          <button type="button" className="button button--main" onClick={ask}>
            Opnieuw proberen
          </button>
        </div>
      </Frame>
    );
  if (who === null || !who.mayRegister)
    return (
      <Frame title="Onderweg">
        <div className="card">
          <h2>{who === null ? "Meld u eerst aan" : "Deze app is voor kraamverzorgenden"}</h2>
          <p>
            {who === null
              ? "Met Onderweg heeft u de gezinnen van vandaag en morgen bij u, ook zonder netwerk. Meld u één keer aan in Wieg om deze telefoon in gebruik te nemen."
              : `U bent aangemeld als ${who.name}. Met uw rol kunt u geen telefoon in gebruik nemen.`}
          </p>
          <a className="button button--main" href={who === null ? "/aanmelden?naar=/onderweg" : "/werk"}>
            {who === null ? "Aanmelden" : "Naar mijn werk"}
          </a>
        </div>
      </Frame>
    );
  return <ChoosePin who={who} />;
}

function ChoosePin({ who }: Readonly<{ who: NonNullable<Who> }>) {
  const [label, setLabel] = useState("Mijn telefoon");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<{ pin?: string; again?: string; form?: string }>({});
  const [busy, setBusy] = useState(false);
  const labelId = useId();
  const go = async () => {
    const weak = pinProblem(pin);
    if (weak !== null) return setProblem({ pin: weak });
    if (pin !== again) return setProblem({ again: "De twee pincodes zijn niet gelijk" });
    setProblem({});
    setBusy(true);
    const said = await takeInUse(who.csrf, label.trim() || "Mijn telefoon", pin);
    setBusy(false);
    if (said !== null) setProblem({ form: said });
  };
  return (
    <Frame title="Onderweg">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void go();
        }}
      >
        <h2>Neem deze telefoon in gebruik</h2>
        <p>
          U bent {who.name}, {who.organisation}. Op deze telefoon komen alleen uw gezinnen van vandaag en morgen. Ze staan op slot met een
          pincode.
        </p>
        {problem.form !== undefined && (
          <p className="note note--late" role="alert">
            {problem.form}
          </p>
        )}
        <div className="field">
          <label htmlFor={labelId}>Naam van deze telefoon</label>
          <p className="soft">Zo herkent uw coördinator hem als u hem kwijt bent.</p>
          <input id={labelId} value={label} maxLength={60} autoComplete="off" onChange={(event) => setLabel(event.target.value)} />
        </div>
        <PinField label="Kies een pincode (minstens 6 cijfers)" value={pin} onChange={setPin} error={problem.pin} />
        <PinField label="Nog een keer dezelfde pincode" value={again} onChange={setAgain} error={problem.again} />
        <p className="soft">Onthoud de pincode goed. Niemand kan hem voor u opzoeken. Na 6 keer verkeerd wordt de telefoon gewist.</p>
        <button type="submit" className="button button--main" disabled={busy}>
          {busy ? "Bezig…" : "In gebruik nemen"}
        </button>
      </form>
    </Frame>
  );
}
