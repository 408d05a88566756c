import { formatDay, type Day } from "../../kit/day.ts";

/** What a woman reads around the questions; the questions themselves are the instrument's. The compiler asks for each language. */
export type AnswerLanguage = "nl" | "en";

const nl = {
  title: "Vragen voor u",
  start: {
    intro: "Deze vragen horen bij het onderzoek waaraan u meedoet. Er zijn geen goede of foute antwoorden.",
    how: (questions: number, until: Day) =>
      `Het zijn ${questions} korte vragen. Wat u invult wordt bij elke stap bewaard. U kunt stoppen en later verdergaan met dezelfde link, tot en met ${formatDay(until)}.`,
    privacy:
      "Uw naam staat er niet bij. Uw verloskundige en kraamzorg zien uw antwoorden niet. Uw antwoorden komen hier ook niet meer in beeld, zodat niemand die meekijkt ze ziet.",
    begin: "Begin",
    goOn: "Ga verder waar u was",
    decline: "Ik wil deze vragen niet beantwoorden",
  },
  progress: (page: number, of: number) => `Stap ${page} van ${of}`,
  ratherNot: "Dat zeg ik liever niet",
  answered: "U gaf hier al antwoord. Het staat er niet bij; kies opnieuw als u het wilt veranderen.",
  next: "Verder",
  finish: "Klaar: verstuur",
  back: "Terug",
  stop: "Stoppen",
  later: "U kunt deze bladzijde ook sluiten en later verdergaan met dezelfde link.",
  outOfRange: "Kies een van de antwoorden die hier staan, of laat de vraag open.",
  changed: {
    title: "Ook op een ander apparaat beantwoord",
    text: (numbers: readonly number[]) =>
      `${numbers.length === 1 ? `Vraag ${numbers.join("")} was` : `De vragen ${numbers.join(", ")} waren`} intussen ook op een ander apparaat beantwoord. Uw laatste antwoord telt. Er is niets verloren.`,
  },
  demonstration: {
    title: "Demonstratie: tekst niet gevalideerd",
    text: "Deze vragen staan hier in het Engels, zoals ze gepubliceerd zijn. De gevalideerde tekst moet nog worden geladen. In het echt gaat deze lijst zo niet uit.",
  },
  stopPage: {
    title: "Wilt u stoppen?",
    text: "Dat mag altijd. U hoeft niet te zeggen waarom, en uw zorg blijft hetzelfde. Wat u al invulde, bewaren we. U krijgt over deze vragen geen bericht meer.",
    all: "Wilt u helemaal niet meer meedoen aan het onderzoek? Zeg het uw verloskundige, of trek uw toestemming in op uw eigen pagina.",
    yes: "Ja, stop met deze vragen",
    no: "Nee, terug naar de vragen",
  },
  done: {
    title: "Dank u wel",
    text: "Uw antwoorden zijn bewaard. U kunt deze bladzijde sluiten. Wie de link nu opent, ziet niets meer.",
    stopped: "U bent gestopt. U krijgt over deze vragen geen bericht meer. U kunt deze bladzijde sluiten.",
  },
  neutral: {
    title: "Er staat hier niets voor u klaar",
    text: "Deze link werkt niet of niet meer. Misschien zijn de vragen al beantwoord, op dit of een ander apparaat, of is de tijd om. Wat eerder is bewaard, blijft bewaard.",
    lost: "Wat u op de vorige bladzijde hebt gekozen, is niet bewaard.",
  },
  busy: {
    title: "Het lukt nu even niet",
    text: "Veel mensen vullen nu tegelijk iets in. Wat eerder is bewaard, blijft bewaard.",
    kept: "Wat u net koos is nog niet bewaard, maar zit nog in deze bladzijde. Wacht een halve minuut en druk dan op de knop. Kies niets opnieuw.",
    later: "Probeer het over een paar minuten opnieuw met dezelfde link.",
    again: "Verstuur opnieuw",
    open: "Probeer opnieuw",
  },
};
type Words = typeof nl;

const en: Words = {
  title: "Questions for you",
  start: {
    intro: "These questions are part of the study in which you take part. There are no right or wrong answers.",
    how: (questions, until) =>
      `There are ${questions} short questions. What you fill in is saved at each step. You can stop and go on later with the same link, until ${formatDay(until)}.`,
    privacy:
      "Your name is not with it. Your midwife and maternity care do not see your answers. Your answers are not shown here again, so that nobody who looks along sees them.",
    begin: "Start",
    goOn: "Go on where you were",
    decline: "I do not want to answer these questions",
  },
  progress: (page, of) => `Step ${page} of ${of}`,
  ratherNot: "I would rather not say",
  answered: "You answered this already. It is not shown; choose again if you want to change it.",
  next: "Next",
  finish: "Done: send",
  back: "Back",
  stop: "Stop",
  later: "You can also close this page and go on later with the same link.",
  outOfRange: "Choose one of the answers that are here, or leave the question open.",
  changed: {
    title: "Also answered on another device",
    text: (numbers) =>
      `${numbers.length === 1 ? `Question ${numbers.join("")} was` : `Questions ${numbers.join(", ")} were`} meanwhile answered on another device too. Your last answer counts. Nothing is lost.`,
  },
  demonstration: {
    title: "Demonstration: text not validated",
    text: "These questions are shown in English, as they were published. The validated text has yet to be loaded. In reality this list does not go out like this.",
  },
  stopPage: {
    title: "Do you want to stop?",
    text: "You may, always. You need not say why, and your care stays the same. What you filled in already is kept. You get no more messages about these questions.",
    all: "Do you want to leave the study altogether? Tell your midwife, or take back your consent on your own page.",
    yes: "Yes, stop these questions",
    no: "No, back to the questions",
  },
  done: {
    title: "Thank you",
    text: "Your answers are saved. You can close this page. Who opens the link now sees nothing any more.",
    stopped: "You have stopped. You get no more messages about these questions. You can close this page.",
  },
  neutral: {
    title: "There is nothing for you here",
    text: "This link does not work, or no longer. Perhaps the questions were answered already, on this device or another, or the time is over. What was saved before stays saved.",
    lost: "What you chose on the last page was not saved.",
  },
  busy: {
    title: "It does not work just now",
    text: "Many people are answering at the same time. What was saved before stays saved.",
    kept: "What you chose just now is not saved yet, but is still in this page. Wait half a minute and then press the button. You need not choose again.",
    later: "Try again in a few minutes with the same link.",
    again: "Send again",
    open: "Try again",
  },
};

export const answerTexts: Readonly<Record<AnswerLanguage, Words>> = { nl, en };

/** The screens in her language when they speak it, else in Dutch. */
export const answerLanguage = (code: string): AnswerLanguage => (code === "en" ? "en" : "nl");
