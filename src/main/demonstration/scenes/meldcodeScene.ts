import type { Actor } from "../../../platform/db/actor.ts";
import type { EntryKind } from "../../../pathway/meldcode/meldcode.ts";
import { beginCase, readCase, recordEntry } from "../../../pathway/meldcode/server/meldcode.ts";
import { did } from "../acts/cast.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

type Entry = readonly [ago: number, by: string, kind: EntryKind, words: string | null, answers?: Readonly<Record<string, string>>];

const weighed = { suspicion: "yes", unsafe: "no", ableToHelp: "yes", acceptsHelp: "yes", lasting: "unknown" };

/** Suspicions of violence, each by the Meldcode, apart from every line: new, waiting for advice, and closed. */
const cases: readonly (readonly [begun: number, author: string, words: string, entries: readonly Entry[]])[] = [
  [
    8,
    "Marieke Voorbeeld",
    "Blauwe plekken op de bovenarm; zegt dat zij is gevallen. Partner antwoordt steeds voor haar.",
    [
      [7, "Marieke Voorbeeld", "consult_colleague", "Anouk zag hetzelfde bij de vorige controle."],
      [6, "Marieke Voorbeeld", "ask_officer", "Wil jij meekijken wat een goede volgende stap is?"],
      [5, "Jolanda Veilig", "advice", "Spreek haar alleen, en vraag er rechtstreeks naar."],
      [3, "Marieke Voorbeeld", "talked", "Alleen gesproken. Zij schrikt van de vraag en wil volgende week verder praten."],
    ],
  ],
  [
    4,
    "Hilde Voorbeeld",
    "Oudste kind is heel stil en schrikt van harde stemmen.",
    [[1, "Hilde Voorbeeld", "ask_officer", "Is dit genoeg voor stap 3?"]],
  ],
  [
    50,
    "Femke Fictief",
    "Zwangere vertelt dat haar ex haar op straat opwacht.",
    [
      [49, "Femke Fictief", "consult_veilig_thuis", "Advies: maak samen een veiligheidsplan."],
      [47, "Femke Fictief", "talked", "Veiligheidsplan gemaakt; zij logeert bij haar zus."],
      [44, "Femke Fictief", "weighed", null, weighed],
      [44, "Femke Fictief", "decided", "Hulp georganiseerd met het wijkteam.", { decision: "help" }],
      [30, "Femke Fictief", "closed", "De ex woont nu elders; zij voelt zich veilig."],
    ],
  ],
];

export const meldcodeScene = ({ region, today }: Teller): readonly (readonly Step[])[] =>
  cases.map(([begun, author, words, entries]) => {
    let id = "";
    const on = storyDay(today, begun);
    const begin = async () => {
      const begun = beginCase(region.actor(author), { trajectoryId: null, aboutWhom: "Een gezin uit eigen praktijk", onDay: on, words });
      id = (await did("begin a case of the Meldcode", begun)).id;
    };
    const further = entries.map(([ago, by, kind, said, answers]): Step => {
      const run = async () => {
        const actor: Actor = region.actor(by);
        const version = (await readCase(actor, id))?.found.version ?? 0;
        await did(kind, recordEntry(actor, kind, { id, version, words: said, ...(answers && { answers }) }));
      };
      return { on: storyDay(today, ago), run };
    });
    return [{ on, run: begin }, ...further];
  });
