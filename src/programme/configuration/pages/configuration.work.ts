import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

/** The words of the work that a next version brings. */
export const configurationWork: WorkKinds = {
  "programme-version-offered": {
    title: (facts) => `Nieuwe versie van ${facts["programme"] ?? "het programma"}`,
    reason: () => "De beheerder legt haar voor. Kijk wat er verandert, en geef akkoord of stuur terug.",
    action: "Bekijken",
    about: "Programma",
    href: () => "/beheer/programma",
  },
  "programme-version-returned": {
    title: (facts) => `De nieuwe versie van ${facts["programme"] ?? "het programma"} is teruggestuurd`,
    reason: () => "De projectgroep schreef wat er anders moet.",
    action: "Bekijken",
    about: "Programma",
    href: () => "/beheer/programma",
  },
};
