/** What someone reads who takes her file. Plain words (B1); nothing says what is in it. */
export interface TakeTexts {
  readonly title: string;
  readonly key: string;
  readonly keyHint: string;
  readonly intro: string;
  readonly code: string;
  readonly open: string;
  readonly tries: string;
  readonly choose: string;
  readonly read: string;
  readonly readHint: string;
  readonly data: string;
  readonly dataHint: string;
  readonly once: (until: string) => string;
  readonly taken: string;
  readonly all: string;
  readonly gone: string;
  readonly goneText: string;
}

export const takeTexts: Readonly<Record<"nl" | "en", TakeTexts>> = {
  nl: {
    title: "Uw gegevens ophalen",
    key: "Wat staat er op uw papier?",
    keyHint: "Drie groepen van vier letters en cijfers.",
    intro: "Vul de code in die u hoorde. U bent de enige die dit kan doen.",
    code: "Code van zes cijfers",
    open: "Verder",
    tries: "Na vijf verkeerde codes werkt de link niet meer. Vraag dan een nieuw papier.",
    choose: "Hoe wilt u ze hebben?",
    read: "Om te lezen (PDF)",
    readHint: "Dit kunt u op uw telefoon lezen of afdrukken.",
    data: "Voor een ander programma (JSON)",
    dataHint: "Een andere zorgverlener kan dit inlezen.",
    once: (until) => `Elk kunt u één keer ophalen, tot en met ${until}. Doe het waar u alleen bent.`,
    taken: "Al opgehaald",
    all: "U hebt alles opgehaald. Bij Wieg is het bestand nu gewist.",
    gone: "Dit werkt niet (meer)",
    goneText: "De link is al gebruikt of te oud, of de code klopt niet. Vraag een nieuw papier aan wie u helpt.",
  },
  en: {
    title: "Collect your data",
    key: "What does your paper say?",
    keyHint: "Three groups of four letters and digits.",
    intro: "Type the code that you were told. You are the only one who can do this.",
    code: "Code of six digits",
    open: "Next",
    tries: "After five wrong codes the link works no more. Ask for a new paper.",
    choose: "How would you like to have them?",
    read: "To read (PDF)",
    readHint: "You can read this on your phone or print it.",
    data: "For another program (JSON)",
    dataHint: "Another care worker can read this into a computer.",
    once: (until) => `You can collect each once, until ${until}. Do it where you are alone.`,
    taken: "Collected",
    all: "You collected everything. The file has now been erased at Wieg.",
    gone: "This does not work (any more)",
    goneText: "The link was used or is too old, or the code is not right. Ask for a new paper from the person who helps you.",
  },
};
