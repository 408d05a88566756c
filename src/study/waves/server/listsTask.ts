import { createHash, randomBytes } from "node:crypto";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { openToday, pilotStudies, planLists } from "../../design/server/door.ts";
import type { Study } from "../../design/study.ts";
import type { Instrument } from "../../instruments/instrument.ts";
import { suppliedInstruments } from "../../instruments/server/door.ts";
import { partsOfWave } from "../ask.ts";
import { writeMail } from "../invitation.texts.ts";
import { formCode } from "../rules/formCode.ts";
import { textsFor } from "../rules/textsFor.ts";
import {
  expireAsk,
  extendAsk,
  isDemonstration,
  listLoadedTexts,
  listToPlan,
  mailParticipant,
  openAsk,
  passReminder,
  putPlan,
  type JobAsk,
  type ToPlan,
} from "./lists.store.ts";

/** Participants in one transaction. */
const atOnce = 200;

interface Run {
  readonly db: Db;
  readonly today: Day;
  readonly studies: readonly Study[];
  readonly texts: readonly Instrument[];
  readonly demonstration: boolean;
  readonly publicUrl: string;
}

/**
 * Every hour, and at once when a day of a line moved: lists are planned anew from the days as they are now, and opened, reminded of once, and ended.
 * Nothing is kept of an earlier plan, so an invitation never goes for an old day.
 */
export const listsTask = (publicUrl: string, studies: readonly Study[] = pilotStudies): Task => ({
  name: "study-lists",
  recurs: { everyMinutes: 60 },
  run: async (payload, stopping) => {
    const one = typeof payload["participant"] === "string" ? payload["participant"] : null;
    const pass = async (after: string | null): Promise<void> => {
      const last = await withJob("study-lists", async (db, today) => {
        const run = { db, today, studies, publicUrl, texts: await textsNow(db), demonstration: await isDemonstration(db) };
        const participants = await listToPlan(db, one, after, atOnce);
        for (const participant of participants) await bringUpToDate(run, participant);
        return participants.length === atOnce ? participants.at(-1)?.id : undefined;
      });
      if (last !== undefined && stopping?.aborted !== true) await pass(last);
    };
    await pass(null);
  },
});

/** Loaded texts first: they take the place of what came with Wieg. */
const textsNow = async (db: Db): Promise<readonly Instrument[]> => [...(await listLoadedTexts(db)), ...suppliedInstruments];

async function bringUpToDate(run: Run, participant: ToPlan): Promise<void> {
  const { planned } = planLists(run.studies, participant.studies, participant.days);
  const over = new Set(participant.asks.filter(({ state }) => state !== "planned").flatMap(({ waves }) => waves));
  const wanted = planned.flatMap((list) => {
    const waves = list.waves.filter((wave) => !over.has(wave));
    return waves.length > 0 ? [{ ...list, waves }] : [];
  });
  const changed = await putPlan(run.db, participant.id, wanted);
  const [now] = changed > 0 ? await listToPlan(run.db, participant.id, null, 1) : [participant];
  for (const ask of now?.asks ?? [])
    if (ask.state === "planned") await openWhenDue(run, participant, ask);
    else if (ask.state === "open")
      await follow(run, ask, planned.find(({ waves }) => waves.some((wave) => ask.waves.includes(wave)))?.expiresOn);
}

async function openWhenDue(run: Run, { language }: ToPlan, ask: JobAsk): Promise<void> {
  const { db, today } = run;
  const days = openToday(ask, today);
  if (days === "not-yet") return;
  if (days === "over") return expireAsk(db, ask.id);
  const way = await openAsk(
    db,
    ask.id,
    textsFor(instrumentsOf(run.studies, ask.waves), language, run.texts, run.demonstration),
    days,
    formCode(randomBytes(8)),
  );
  if (way === "link") await sendLink(run, ask.id, "invite");
}

/** What a list asks: the instruments of its waves, each once. */
function instrumentsOf(studies: readonly Study[], waves: readonly string[]): readonly { form: string }[] {
  const forms = waves.flatMap((one) => {
    const { study, wave } = partsOfWave(one);
    return studies.find(({ code }) => code === study)?.waves.find(({ code }) => code === wave)?.instruments ?? [];
  });
  return forms.filter(({ form }, at) => forms.findIndex((other) => other.form === form) === at);
}

/** An open list: its end moves along but never comes earlier than she was told; reminders go once; after its last day it is over. */
async function follow(run: Run, ask: JobAsk, newEnd: Day | undefined): Promise<void> {
  const { db, today } = run;
  const end = newEnd !== undefined && newEnd > ask.expiresOn ? newEnd : ask.expiresOn;
  if (end !== ask.expiresOn) await extendAsk(db, ask.id, end);
  if (end < today) return expireAsk(db, ask.id);
  if (ask.remindOn.filter((day) => day <= today).length <= ask.reminded) return;
  if (ask.way === "link") await sendLink(run, ask.id, "remind");
  else await passReminder(db, ask.id);
}

async function sendLink({ db, publicUrl }: Run, askId: string, kind: "invite" | "remind"): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const address = new URL(`/vragenlijst/${token}`, publicUrl).href;
  await mailParticipant(db, askId, createHash("sha256").update(token).digest(), writeMail(kind, address), kind === "remind");
}
