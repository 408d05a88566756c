import type { FlowGroup, ListState, OutReason, Standing, WhyCode } from "./desk.ts";

export const groupNames: Readonly<Record<FlowGroup, string>> = {
  intervention: "Interventiegroep",
  control: "Controlegroep",
  open: "Groep nog niet bepaald",
  none: "Zonder groep",
};

/** Of lists of one wave, in a table's head. */
export const listStateNames: Readonly<Record<ListState, string>> = {
  answered: "Ingevuld",
  open: "Staat open",
  declined: "Wil deze niet",
  expired: "Niet op tijd",
  stopped: "Gestopt",
  later: "Komt nog",
};

export const outNames: Readonly<Record<OutReason, string>> = {
  withdrawn: "teruggetrokken",
  loss: "verlies",
  moved: "verhuisd",
  other: "anders gestopt",
};

export const standingNames: Readonly<Record<Standing, string>> = {
  due: "Aan de beurt",
  missing: "Ontbreekt",
  stopped: "Gestopt",
  planned: "Gepland",
  answered: "Ingevuld",
};

/** Why a list stands where it does, as a sentence in a table. */
export const whyNames: Readonly<Record<WhyCode, string>> = {
  not_begun: "uitgenodigd, niets ingevuld",
  half_way: "niet afgemaakt",
  no_address: "kon niet worden uitgenodigd: geen veilig adres",
  no_text: "geen gevalideerde tekst in haar taal",
  paper_to_print: "papier is nog niet geprint",
  paper_out: "papier is niet terug",
  help_waits: "wacht op hulp van een zorgverlener",
  declined: "wilde deze lijst niet invullen",
  withdrawn: "heeft zich teruggetrokken",
  loss: "verlies: er wordt niets meer gevraagd",
  moved: "verhuisd",
  ended: "meedoen is gestopt",
  waits: "wacht op de dag",
  answered: "ingevuld",
};

export const wayNames = { link: "persoonlijke link", paper: "papier", help: "met hulp" } as const;

/** "Deelstudie 1" */
export const shortName = (name: string): string => name.split(":")[0] ?? name;

/** Facts at T0 of which the share is compared. */
export const factNames: Readonly<Record<string, string>> = {
  category_d: "Categorie d",
  other_language: "Leest een andere taal dan Nederlands",
  late: "Kwam er na de geboorte bij",
};
