import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** One connection with the mail server, over which one mail goes after the other. */
export interface MailConnection {
  /**
   * Hands over one mail. Its last line goes when the content has ended, so what the content waits for at its end has happened before the
   * mail server has the whole of it. Refused: the server answered that it doesn't want this one. Thrown: there is no server any more.
   */
  deliver(envelope: { from: string; to: readonly string[] }, content: AsyncIterable<Buffer>): Promise<"taken" | "refused">;
  /** Says goodbye. */
  quit(): void;
  /** Breaks off: what was not wholly handed over does not count. */
  cut(): void;
}

export async function openMailConnection(smtpUrl: string): Promise<MailConnection> {
  const { auth, ...options } = parseConnectionUrl(smtpUrl);
  const connection = new SMTPConnection({ ...options, connectionTimeout: 10_000, greetingTimeout: 20_000, socketTimeout: 20_000 });
  await new Promise<void>((resolve, reject) => {
    connection.on("error", reject); // also later, when whoever sends is told by its own answer
    connection.once("end", () => reject(new Error("The mail server closed the connection.")));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (auth && connection.allowsAuth) await signIn(connection, auth);
  return {
    deliver: (envelope, content) => deliver(connection, envelope, content),
    quit: () => connection.quit(),
    cut: () => connection.close(),
  };
}

const signIn = (connection: SMTPConnection, account: { user: string; pass: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.login({ ...account, credentials: account }, (error) => {
      if (!error) return resolve();
      connection.close();
      reject(error);
    });
  });

async function deliver(
  connection: SMTPConnection,
  envelope: { from: string; to: readonly string[] },
  content: AsyncIterable<Buffer>,
): Promise<"taken" | "refused"> {
  const fault = await new Promise<Fault | null>((resolve) => {
    connection.send({ from: envelope.from, to: [...envelope.to] }, Readable.from(content), (error) => resolve(error));
  });
  if (!fault) return "taken";
  if (!isRefusal(fault)) throw fault;
  await new Promise<void>((resolve) => {
    connection.reset(() => resolve()); // a connection that can't is broken, as the next mail will find
  });
  return "refused";
}

type Fault = Error & { code?: string | undefined; responseCode?: number | undefined };

/** 421 is the server that closes, whatever the mail. */
const isRefusal = ({ code, responseCode }: Fault): boolean => (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== 421;
