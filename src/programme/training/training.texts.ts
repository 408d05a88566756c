import { formatShortDay } from "../../kit/day.ts";
import type { MissingModule, SeatState, Session, TrainingRefusal } from "./training.ts";

type Tone = "ok" | "soon" | "late" | "plain" | "info";

export const seatStateNames: Readonly<Record<SeatState, { readonly text: string; readonly tone: Tone }>> = {
  signed_up: { text: "aangemeld", tone: "info" },
  attended: { text: "was er", tone: "ok" },
  absent: { text: "was er niet", tone: "plain" },
  signed_off: { text: "afgemeld", tone: "plain" },
};

/** What a session is about, in words. */
export const sessionTitle = (
  { kind, module }: Pick<Session, "kind" | "module">,
  modules: readonly { code: string; name: string }[],
): string => (kind === "peer_review" ? "Intervisie" : (modules.find(({ code }) => code === module)?.name ?? module ?? "Scholing"));

export const sayMissing = ({ name, why, until }: MissingModule): string =>
  why === "never" ? name : `${name} (geldig tot ${until === null ? "eerder" : formatShortDay(until)})`;

const sentences: Readonly<Record<TrainingRefusal["code"], string>> = {
  "session-not-found": "Deze bijeenkomst is er niet.",
  "not-your-role": "De coördinator kraamzorg legt dit vast.",
  "no-programme": "Er loopt nu geen programma.",
  full: "Alle plaatsen zijn bezet. Kies een andere dag, of vraag de coördinator om meer plaatsen.",
  over: "Deze bijeenkomst is geweest of gaat niet door.",
  already: "Dit staat er al.",
  "not-open-to-you": "Deze bijeenkomst is niet voor uw functie.",
  "seat-not-found": "U staat niet op de lijst van deze bijeenkomst.",
  "not-yet-held": "Deze bijeenkomst is nog niet geweest.",
  "fewer-than-taken": "Er zijn al meer mensen aangemeld dan dit aantal plaatsen.",
  "day-to-come": "Vul een dag in die geweest is",
  "not-a-colleague": "Kies een collega van uw eigen organisatie",
  "unknown-module": "Kies een module uit de lijst",
  "changed-meanwhile": "Een collega was u voor. Kijk eerst wat er nu staat.",
};
export const refusalSentence = ({ code }: TrainingRefusal): string => sentences[code];
