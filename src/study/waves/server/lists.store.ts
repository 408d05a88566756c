import { sql } from "kysely";
import { z } from "zod";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { anchors, type AnchorDays } from "../../design/study.ts";
import { instrumentFile, type Instrument } from "../../instruments/instrument.ts";
import { askStates, askWays, type FixedInstrument } from "../ask.ts";

const day = z.string();
const ask = z.object({
  id: z.string(),
  waves: z.array(z.string()),
  state: z.enum(askStates),
  opensOn: day,
  remindOn: z.array(day),
  expiresOn: day,
  late: z.boolean(),
  way: z.enum(askWays).nullable(),
  told: z.string().nullable(),
  reminded: z.number(),
  fixed: z.boolean(),
});
const toPlan = z.object({
  id: z.string(),
  language: z.string(),
  studies: z.array(z.object({ study: z.string(), consentOn: day })),
  days: z.record(z.enum(anchors), day.nullable()),
  asks: z.array(ask),
});

/** A list as the job looks at it. */
export type JobAsk = z.infer<typeof ask>;

/** A participant as the job that plans sees her: days and lists, no family. */
export interface ToPlan extends Omit<z.infer<typeof toPlan>, "days"> {
  readonly days: AnchorDays;
}

/** The days of a list. */
export interface ListDays {
  readonly opensOn: Day;
  readonly remindOn: readonly Day[];
  readonly expiresOn: Day;
  readonly late: boolean;
}

export async function listToPlan(db: Db, one: string | null, after: string | null, most: number): Promise<readonly ToPlan[]> {
  const { rows } = await sql`select * from study.lists_to_plan(${one}, ${after}, ${most})`.execute(db);
  return toPlan.array().parse(rows);
}

export async function putPlan(db: Db, participantId: string, plan: readonly (ListDays & { waves: readonly string[] })[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select study.put_plan(${participantId}, ${JSON.stringify(plan)}::jsonb) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function extendAsk(db: Db, askId: string, lastDay: Day): Promise<void> {
  await sql`select study.extend_ask(${askId}, ${lastDay})`.execute(db);
}

/** How the list is answered, `no_text` while there is no text that may go out, null when it was no longer to be opened. */
export async function openAsk(
  db: Db,
  askId: string,
  texts: readonly FixedInstrument[],
  days: ListDays,
  code: string,
): Promise<string | null> {
  const { rows } = await sql<{
    way: string | null;
  }>`select study.open_ask(${askId}, ${JSON.stringify(texts)}::jsonb, ${days.opensOn}, ${days.remindOn}::date[],
    ${days.expiresOn}, ${days.late}, ${code}) as way`.execute(db);
  return rows[0]?.way ?? null;
}

export interface StudyMail {
  readonly subject: string;
  readonly body: string;
}

/** Mails a personal link; the mail by language. */
export async function mailParticipant(
  db: Db,
  askId: string,
  hash: Buffer,
  mail: Readonly<Record<string, StudyMail>>,
  reminder: boolean,
): Promise<void> {
  await sql`select study.mail_participant(${askId}, ${hash}, ${JSON.stringify(mail)}::jsonb, ${reminder})`.execute(db);
}

export async function passReminder(db: Db, askId: string): Promise<void> {
  await sql`select study.pass_reminder(${askId})`.execute(db);
}

export async function expireAsk(db: Db, askId: string): Promise<void> {
  await sql`select study.expire_ask(${askId})`.execute(db);
}

/** What the research desk loaded, the newest of each form and language; a job may read it. */
export async function listLoadedTexts(db: Db): Promise<readonly Instrument[]> {
  const { rows } = await sql<{ content: unknown }>`
    select distinct on (form, language) content from instrument order by form, language, loaded_at desc, id`.execute(db);
  return rows.map(({ content }) => instrumentFile.parse(content));
}

export async function isDemonstration(db: Db): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select app.is_demonstration() as yes`.execute(db);
  return rows[0]?.yes ?? false;
}
