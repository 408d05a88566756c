import { z } from "zod";
import { action, page } from "../../../trust/access/route.ts";
import { readFailedMail, sendMailAgain } from "../server/failedMail.ts";
import { FailedMailPage } from "./FailedMailPage.tsx";

/** Mail that failed, for who administers Wieg. */
export const failedMailRoutes = [
  page("/beheer/post", {
    may: "role:platform_admin",
    trail: "admin.mail-read",
    load: async (actor) => ({ mails: await readFailedMail(actor) }),
    show: (data) => <FailedMailPage {...data} />,
  }),
  action("/beheer/post/opnieuw", {
    may: "role:platform_admin",
    trail: "admin.mail-sent-again",
    body: z.object({}),
    run: (actor) => sendMailAgain(actor),
    done: ({ again }) => ({
      to: "/beheer/post",
      notice: { text: `${again === 1 ? "Eén bericht wordt" : `${again} berichten worden`} opnieuw verstuurd.` },
    }),
    refused: () => ({ to: "/beheer/post", notice: { tone: "info", text: "Er is niets meer dat niet weg kon." } }),
  }),
];
