/** The languages the screens can speak. Adding one makes the compiler ask for its words everywhere. */
export type Language = "nl" | "en";

const rightToLeft: readonly string[] = ["ar", "fa", "he", "ps", "ur"];

/** The direction in which a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.includes(language) ? "rtl" : "ltr";
}

type Words = Readonly<{
  skip: string;
  menu: string;
  mainMenu: string;
  signOut: string;
  optional: string;
  demonstration: string;
  choose: string;
  dateHint: string;
  errorHeading: string;
  errorsOne: string;
  errorsMany: string;
  errorPrefix: string;
  titleError: string;
  search: string;
  previous: string;
  next: string;
  pages: string;
  page: string;
  goToPage: string;
  leave: string;
  leaveHint: string;
  asTable: string;
  asList: string;
  today: string;
  refresh: string;
  unknown: string;
  met: string;
  notMet: string;
  toCheck: string;
  sections: string;
  done: string;
  busy: string;
  back: string;
  picture: string;
  account: string;
  notice: string;
  now: string;
}>;

const nl: Words = {
  skip: "Naar de inhoud",
  menu: "Menu",
  mainMenu: "Hoofdmenu",
  signOut: "Afmelden",
  optional: "(niet verplicht)",
  demonstration: "Demonstratie: alle gezinnen en mensen zijn verzonnen.",
  choose: "Kies",
  dateHint: "Bijvoorbeeld 12-3-2026",
  errorHeading: "Verbeter dit voor u verder gaat",
  errorsOne: "fout",
  errorsMany: "fouten",
  errorPrefix: "Fout",
  titleError: "Fout",
  search: "Zoeken",
  previous: "vorige",
  next: "volgende",
  pages: "Bladeren",
  page: "Pagina",
  goToPage: "Ga naar pagina",
  leave: "Snel weg",
  leaveHint: "Verlaat deze pagina meteen",
  asTable: "Als tabel",
  asList: "Als lijst",
  today: "vandaag",
  refresh: "Stand verversen",
  unknown: "onbekend",
  met: "voldoet",
  notMet: "voldoet niet",
  toCheck: "te controleren",
  sections: "Op deze pagina",
  done: "klaar",
  busy: "bezig",
  back: "Terug",
  picture: "Figuur",
  account: "Uw account",
  notice: "Melding",
  now: "nu",
};

const en: Words = {
  skip: "Skip to content",
  menu: "Menu",
  mainMenu: "Main menu",
  signOut: "Sign out",
  optional: "(optional)",
  demonstration: "Demonstration: all families and people are invented.",
  choose: "Choose",
  dateHint: "For example 12-3-2026",
  errorHeading: "Please correct this before you go on",
  errorsOne: "error",
  errorsMany: "errors",
  errorPrefix: "Error",
  titleError: "Error",
  search: "Search",
  previous: "previous",
  next: "next",
  pages: "Pages",
  page: "Page",
  goToPage: "Go to page",
  leave: "Leave quickly",
  leaveHint: "Leave this page at once",
  asTable: "As a table",
  asList: "As a list",
  today: "today",
  refresh: "Refresh",
  unknown: "unknown",
  met: "met",
  notMet: "not met",
  toCheck: "to be checked",
  sections: "On this page",
  done: "done",
  busy: "in progress",
  back: "Back",
  picture: "Figure",
  account: "Your account",
  notice: "Notice",
  now: "now",
};

/** The few words the components themselves say, per language. */
export const wordsIn: Readonly<Record<Language, Words>> = { nl, en };
