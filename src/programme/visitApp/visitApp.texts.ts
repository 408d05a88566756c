/** Why something from the phone was not taken, and what to do about it. Two short sentences: they are read in someone's home. */
const told: Readonly<Record<string, readonly [say: string, todo: string]>> = {
  "not-visible": ["Dit gezin staat niet meer bij u.", "Bel uw coördinator. Wat u schreef, staat hier nog."],
  "not-your-visit": [
    "Dit bezoek staat bij een collega.",
    "Bel uw coördinator, dan zet die het op uw naam. Daarna kunt u opnieuw verzenden.",
  ],
  "not-your-role": ["Met uw rol kunt u dit niet vastleggen.", "Bel uw coördinator."],
  "line-ended": ["Het dossier van dit gezin is afgesloten.", "Bel uw coördinator. Wat u schreef, staat hier nog."],
  "visit-cancelled": ["Dit bezoek is afgezegd.", "Was u er toch? Bel uw coördinator, dan zet die het terug."],
  "visit-recorded-otherwise": ["Dit bezoek staat al als gegeven in Wieg.", "Klopt dat niet? Bel uw coördinator."],
  "visit-not-in-state": ["Dit bezoek is al afgehandeld.", "Bekijk het bezoek opnieuw en pas het zo nodig aan."],
  "changed-meanwhile": ["Iemand was u net voor.", "Bewaar het bezoek opnieuw: dan ziet u wat er veranderd is."],
  "end-before-start": ["De eindtijd ligt voor de begintijd.", "Verbeter de tijden en bewaar opnieuw."],
  "longer-than-a-day": ["Dit bezoek duurt langer dan een dag.", "Verbeter de tijden en bewaar opnieuw."],
  "break-too-long": ["De pauze is langer dan het bezoek.", "Verbeter de pauze en bewaar opnieuw."],
  "in-the-future": ["Deze tijd is nog niet geweest.", "Verbeter de tijden en bewaar opnieuw."],
  "before-birth": ["Dit bezoek was vóór de geboorte.", "Klopt dat? Schrijf bij Toelichting waarom, en bewaar opnieuw."],
  "assistant-elsewhere": ["Op deze tijd staat u ook bij een ander gezin.", "Verbeter de tijden. Kloppen ze toch? Bel uw coördinator."],
  "second-assistant": [
    "Op deze tijd was er ook een collega in dit gezin.",
    "Klopt dat? Schrijf bij Toelichting waarom, en bewaar opnieuw.",
  ],
  "reason-needed": ["Er hoort een reden bij.", "Schrijf bij Toelichting waarom, en bewaar opnieuw."],
  "content-unknown": ["Iets bij “Wat deed u?” bestaat niet meer.", "Kies opnieuw en bewaar."],
  "factor-needed": ["Bij een signaal hoort waar het over gaat.", "Kies het bij het signaal en bewaar opnieuw."],
  "factor-unknown": ["Iets bij het signaal bestaat niet meer.", "Kies opnieuw waar het over gaat en bewaar."],
  "same-id-other-content": ["Dit is eerder anders verzonden.", "Open het bezoek en bewaar het opnieuw."],
};

export const sayEntryRefusal = (code: string): { readonly say: string; readonly todo: string } => {
  const [say, todo] = told[code] ?? [
    "Wieg kon dit niet verwerken.",
    "Bewaar het bezoek opnieuw. Lukt het weer niet, bel dan uw coördinator.",
  ];
  return { say, todo };
};

/** A word beside what went in. */
export const notes = {
  clock: "De klok van uw telefoon stond verkeerd. De tijden zijn verbeterd: kijk of ze kloppen.",
  "check-date": "De dag is niet zeker. Uw coördinator kijkt of hij klopt.",
} as const;

export const tooManyPhones = "U heeft al drie telefoons in gebruik. Laat uw coördinator er eerst een blokkeren.";
