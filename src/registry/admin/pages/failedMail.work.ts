import { formatDay } from "../../../kit/day.ts";

/** The work that mail gives which could not be sent: for who administers Wieg. */
export const failedMailWork = {
  "mail.failed": {
    about: "E-mail",
    title: ({ count }: Readonly<Record<string, string | number | null>>) =>
      count === 1 ? "Eén e-mail kon niet weg" : `${count ?? "Enkele"} e-mails konden niet weg`,
    reason: ({ count, doubt, since }: Readonly<Record<string, string | number | null>>) => {
      const oldest = typeof since === "string" ? `, de oudste van ${formatDay(since)}` : "";
      return doubt === count
        ? `Het versturen werd afgebroken${oldest}: misschien kwam het wel aan. Kijk of u opnieuw wilt versturen.`
        : `De mailserver nam ze drie dagen niet aan${oldest}. Kijk de mailserver na, en verstuur ze opnieuw.`;
    },
    action: "Bekijken",
    href: () => "/beheer/post",
  },
} as const;
