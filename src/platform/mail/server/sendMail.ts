import nodemailer, { type Transporter } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import type { Task } from "../../jobs/task.ts";
import { markSent, putBack, takeMail } from "./mail.store.ts";

/** Where mail goes: an SMTP address, or (null) nowhere, as in a demonstration region with its mailbox page. */
export interface MailRoute {
  readonly smtpUrl: string | null;
  readonly from: string;
}

/**
 * Sends one mail. A server that is down gets it later: the job comes back. Once handed over it is never sent again, also not when this
 * process dies before it heard the answer: a reminder too few comes back the next day by itself, a reminder twice does not.
 */
export function sendMailTask(route: MailRoute): Task {
  const transport: Transporter | null =
    route.smtpUrl === null
      ? null
      : nodemailer.createTransport({ url: route.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 } as SMTPTransport.Options);
  return {
    name: "send-mail",
    run: async (payload) => {
      const mail = await takeMail(Number(payload["mail"]));
      if (!mail) return;
      try {
        await transport?.sendMail({
          from: route.from,
          to: mail.to_address,
          subject: mail.subject,
          text: mail.body,
          messageId: `<${mail.id}.wieg@${route.from.split("@")[1] ?? "localhost"}>`,
        });
      } catch (error) {
        await putBack(mail.id);
        throw error;
      }
      await markSent(mail.id);
    },
  };
}
