import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { WorkFacts, WorkKinds } from "../workKind.ts";

/** Jobs that nobody has, by their names. */
const jobs = ({ roles }: WorkFacts): string =>
  String(roles ?? "")
    .split(",")
    .map((role) => (isRole(role) ? roleNames[role] : role))
    .join(", ");

/** Pieces of work of the line itself. */
export const lineWork: WorkKinds = {
  loss: {
    title: () => "Verlies in dit gezin",
    reason: ({ by }) => `Vastgelegd door ${by ?? "een collega"}. Steun gaat door; Wieg stuurt en vraagt niets meer vanzelf.`,
    action: "Lezen",
    by: ["identity"],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId}`,
  },
  "line.close": {
    title: () => "Het kind is 2 jaar: rond deze lijn af",
    reason: () => "Er staat nog iets open. Wieg sluit de lijn niet vanzelf, zodat er niets verloren gaat.",
    action: "Afronden",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/afsluiten`,
  },
  "left-work": {
    about: "Uw organisatie",
    title: () => "Er wacht werk op een functie die niemand heeft",
    reason: (facts) => `Functie: ${jobs(facts)}. Geef iemand deze functie: dan komt het werk op haar lijst.`,
    action: "Naar mensen",
    href: () => "/beheer/mensen",
  },
  "left-families": {
    about: "Een organisatie",
    title: ({ organisation, families }) =>
      `${organisation ?? "Een organisatie"} is gesloten, en ${families === 1 ? "één gezin heeft" : `${families ?? ""} gezinnen hebben`} nu niemand`,
    reason: () =>
      "Geen andere organisatie werkt met hen. Spreek af wie hen overneemt: dan draagt de organisatie hen over, of meldt een ander hen aan.",
    action: "Naar de organisatie",
    href: ({ subjectId }) => `/beheer/organisaties/${subjectId}`,
  },
  "left-work-elsewhere": {
    about: "Een organisatie",
    title: ({ organisation }) => `Bij ${organisation ?? "een organisatie"} wacht werk op een functie die niemand heeft`,
    reason: (facts) => `Functie: ${jobs(facts)}. De organisatie heeft geen beheerder of is gesloten: bel haar.`,
    action: "Naar mensen",
    href: ({ subjectId }) => `/beheer/organisaties/${subjectId}/mensen`,
  },
};
