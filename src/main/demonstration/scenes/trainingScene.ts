import { addDays } from "../../../kit/day.ts";
import {
  changeAmbassador,
  planSession,
  recordAttendance,
  recordElsewhere,
  signUp,
} from "../../../programme/training/server/keepTraining.ts";
import { readSession } from "../../../programme/training/server/readTraining.ts";
import type { NewSession } from "../../../programme/training/server/training.store.ts";
import { did } from "../acts/cast.ts";
import { demonstrationOrganisations } from "../organisations.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

const newHere = "Wendy Wikkel";
const modules = ["early-signalling", "good-conversation", "secure-attachment"] as const;
const assistants = demonstrationOrganisations
  .find(({ key }) => key === "gzl")
  ?.people.flatMap(([name, role]) => (role === "maternity_assistant" && name !== newHere ? [name] : []));

const session = (module: string | null, onDay: string, change: Partial<NewSession> = {}): NewSession => ({
  kind: module === null ? "peer_review" : "module",
  module,
  onDay,
  begins: "13:00",
  ends: "16:30",
  place: "Kantoor Sittard",
  trainer: "Ria Leermeester",
  withExpert: module === "early-signalling",
  openToPartners: false,
  seats: 14,
  ...change,
});

/** Twelve assistants were trained before the first family went on after day 10; one came later. More is planned. */
export function trainingScene({ region, today }: Teller): readonly Step[] {
  const coordinator = region.actor("Petra Planning");
  const held = async (names: readonly string[], input: NewSession) => {
    const { sessionId } = await did("plan a session", planSession(coordinator, input));
    for (const name of names) {
      const { professionalId } = region.actor(name);
      await did("sign a colleague up", signUp(coordinator, { sessionId, professionalId }));
    }
    const seats = (await readSession(coordinator, sessionId))?.seats ?? [];
    await did("note who was there", recordAttendance(coordinator, { sessionId, seatIds: seats.map(({ id }) => id) }));
  };
  const names = assistants ?? [];
  const trainedOn = storyDay(today, 210);
  const comes = (module: string | null, inDays: number, change: Partial<NewSession> = {}) =>
    did("plan a session", planSession(coordinator, session(module, dayToCome(today, inDays), change)));
  return [
    {
      on: trainedOn,
      run: async () => {
        for (const module of modules) await held(names, session(module, trainedOn));
        for (const name of names.slice(0, 4))
          await did(
            "name an ambassador",
            changeAmbassador(coordinator, { professionalId: region.actor(name).professionalId, ambassador: true }),
          );
      },
    },
    {
      on: storyDay(today, 20),
      run: async () => {
        const since = storyDay(today, 20);
        await region.asOwner("update membership set since = $1 where id = $2", [since, region.actor(newHere).membershipId]);
        await held(names.slice(0, 7), session(null, since, { trainer: "Debbie Wieg", seats: 8, begins: "09:30", ends: "11:00" }));
      },
    },
    {
      on: storyDay(today, 6),
      run: async () => {
        const first = { professionalId: region.actor(newHere).professionalId, module: modules[1], doneOn: addDays(today, -300) };
        await did("record a training of elsewhere", recordElsewhere(coordinator, first));
        await comes("early-signalling", 9, { trainer: "Chantal Kraam en Ria Leermeester" });
        await comes("secure-attachment", 16);
        await comes("shared-positive-health", 23, { openToPartners: true, seats: 20, place: "Buurthuis De Brug, Heerlen" });
        await comes(null, 30, { trainer: "Nicole Deken", seats: 8, begins: "09:30", ends: "11:00" });
      },
    },
  ];
}
