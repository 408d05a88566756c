import MailComposer from "nodemailer/lib/mail-composer";
import type { Task } from "../../jobs/task.ts";
import {
  asOnlySender,
  listWaiting,
  markHandedOver,
  markInDoubt,
  markLeftInHand,
  markSent,
  putBack,
  someMailWaits,
  type Mail,
} from "./mail.store.ts";
import { openMailConnection, type MailConnection } from "./mailConnection.ts";

/** Where mail goes: an SMTP address, or (null) nowhere, as in a demonstration region with its mailbox page. */
export interface MailRoute {
  readonly smtpUrl: string | null;
  readonly from: string;
}

/** Connections with the mail server at a time, so also the most that can be in doubt when this process is killed. */
export const connections = 5;
/** Mails over one connection: some servers close it after so many. */
const perConnection = 100;
const readAtOnce = 100;

/**
 * Sends all mail that waits. A mail is marked just before its last line goes, and from then on never sent again by itself: when the process
 * or the connection is cut off between that mark and the answer, nobody knows whether it arrived, and who administers Wieg decides. A mail
 * server that is down loses nothing: what was not marked waits for the next run.
 */
export function sendMailTask(route: MailRoute): Task {
  return {
    name: "send-mail",
    recurs: { everyMinutes: 5 },
    run: async (_payload, stopping) => {
      // looked at again after the lock is off: mail of someone who found it taken is not left behind
      const more = async () => !stopping?.aborted && (await someMailWaits());
      while (await more()) if (!(await asOnlySender(() => sendWaiting(route, stopping)))) return;
    },
  };
}

async function sendWaiting(route: MailRoute, stopping: AbortSignal | undefined): Promise<void> {
  await markLeftInHand();
  const mails = waitingMails(stopping);
  const { smtpUrl, from } = route;
  if (smtpUrl === null) return keepAll(mails);
  const lines = await Promise.allSettled(Array.from({ length: connections }, () => sendOverOne(smtpUrl, from, mails)));
  const broken = lines.find((line) => line.status === "rejected");
  if (broken && (await someMailWaits())) throw broken.reason;
}

async function* waitingMails(stopping: AbortSignal | undefined): AsyncGenerator<Mail, undefined> {
  let last = 0;
  for (;;) {
    const some = await listWaiting(last, readAtOnce);
    if (some.length === 0) return;
    for (const mail of some) {
      if (stopping?.aborted) return;
      last = mail.id;
      yield mail;
    }
  }
}

/** A demonstration region sends nothing. */
async function keepAll(mails: AsyncIterable<Mail>): Promise<void> {
  for await (const mail of mails) if (await markHandedOver(mail.id)) await markSent(mail.id);
}

/** One mail after the other, of the same ones that the other connections take from. Ends when there are none left, or when the server goes. */
async function sendOverOne(smtpUrl: string, from: string, mails: AsyncGenerator<Mail, undefined>): Promise<void> {
  let connection: MailConnection | null = null;
  try {
    for (let sent = 1; ; sent += 1) {
      const next = await mails.next();
      if (next.done) break;
      connection ??= await openMailConnection(smtpUrl);
      await sendOne(connection, from, next.value);
      if (sent % perConnection > 0) continue;
      connection.quit();
      connection = null;
    }
    connection?.quit();
  } catch (error) {
    connection?.cut();
    throw error;
  }
}

async function sendOne(connection: MailConnection, from: string, mail: Mail): Promise<void> {
  const message = new MailComposer({
    from,
    to: mail.to_address,
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}.wieg@${from.split("@")[1]?.replace(">", "") ?? "localhost"}>`, // the same if it is sent again: a mailbox can tell
  }).compile();
  const text = await message.build();
  let handedOver = false;
  async function* content() {
    yield text;
    handedOver = await markHandedOver(mail.id);
    if (!handedOver) throw new Error("This mail was handed over before.");
  }
  try {
    const { from: sender, to } = message.getEnvelope();
    const outcome = await connection.deliver({ from: sender || "", to }, content());
    await (outcome === "taken" ? markSent(mail.id) : putBack(mail.id));
  } catch (error) {
    if (handedOver) await markInDoubt(mail.id);
    throw error;
  }
}
