import { Frame } from "./Frame.tsx";
import { beginAnew } from "./phone.ts";
import type { WipeReason } from "./lock.ts";

const words: Readonly<Record<WipeReason, readonly [string, string]>> = {
  tries: [
    "Deze telefoon is gewist",
    "De pincode was zes keer verkeerd. Alles wat hier stond is weg, ook uren en observaties die nog niet verzonden waren. Die kan niemand terughalen: schrijf op wat u nog weet en vul het in Wieg in. Wat al verzonden was, staat in Wieg.",
  ],
  blocked: [
    "Deze telefoon is geblokkeerd en gewist",
    "Uw coördinator of beheerder heeft deze telefoon geblokkeerd, of uw werk bij deze organisatie is gestopt. Alles wat hier stond is weg, ook wat nog niet verzonden was. Klopt dit niet? Bel uw coördinator.",
  ],
  "signed-off": ["Er staat niets meer op deze telefoon", "U gebruikt deze telefoon niet meer voor uw bezoeken."],
};

/** What happened to what was on this phone, honestly. */
export function Wiped({ why }: Readonly<{ why: WipeReason | null }>) {
  const [title, text] = words[why ?? "signed-off"];
  return (
    <Frame title="Onderweg">
      <div className="card" role="alert">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <button type="button" className="button" onClick={beginAnew}>
        Deze telefoon opnieuw in gebruik nemen
      </button>
    </Frame>
  );
}
