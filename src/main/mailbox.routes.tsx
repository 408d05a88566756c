import { Card } from "../design/Card.tsx";
import { DataTable } from "../design/DataTable.tsx";
import { Page } from "../design/Page.tsx";
import { formatMoment } from "../kit/day.ts";
import { showPage } from "../platform/http/mount.ts";
import { NotFound } from "../platform/http/problems.ts";
import { listDemonstrationMail } from "../platform/mail/server/mail.store.ts";
import { own } from "../trust/access/route.ts";
import { isDemonstration } from "../trust/signIn/server/session.store.ts";

/** What would have been mailed, in a demonstration region. Anywhere else this page does not exist. */
export const mailboxRoutes = [
  own("/postvak", {
    may: "public",
    trail: "demonstration.mailbox",
    method: "GET",
    handle: async (request, reply) => {
      if (!(await isDemonstration())) throw new NotFound();
      const mails = await listDemonstrationMail();
      return showPage(
        request,
        reply,
        <Page
          title="Postvak van de demonstratie"
          sub="In een demonstratie gaat geen e-mail weg. Hier staat wat verstuurd zou zijn: nooit een naam of een reden."
        >
          <Card>
            <DataTable
              caption="E-mail"
              rows={mails}
              rowKey={(mail) => String(mail.id)}
              empty="Er is nog niets verstuurd."
              columns={[
                { label: "Aan", heading: true, cell: (mail) => mail.to_address },
                { label: "Onderwerp", cell: (mail) => mail.subject, note: (mail) => <Body text={mail.body} /> },
                { label: "Wanneer", cell: (mail) => formatMoment(mail.sent_at ?? mail.created_at) },
              ]}
            />
          </Card>
        </Page>,
      );
    },
  }),
];

/** As a mail program shows it: with its lines, and with addresses that can be pressed. */
const Body = ({ text }: Readonly<{ text: string }>) =>
  text
    .trim()
    .split("\n")
    .map((line, nr) => (
      <span key={nr}>
        {nr > 0 && <br />}
        {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
      </span>
    ));
