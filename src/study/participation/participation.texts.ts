import { formatDay } from "../../kit/day.ts";
import type { StudyPurpose } from "../design/studyConsent.ts";
import type { AnswerWay, Ending, ParticipantState, Said, StudyRefusal, T0State } from "./participation.ts";

/** Words for professionals and the research desk. What a family reads stands with the consent texts (../design). */
export const studyPurposeNames: Readonly<Record<StudyPurpose, string>> = {
  study_1: "Deelstudie 1",
  study_2: "Deelstudie 2",
  study_register_link: "Koppelen aan gegevens van JGZ en ziekenhuis",
  study_quotes: "Woorden aanhalen, zonder naam",
  study_interview: "Gevraagd worden voor een gesprek",
};

export const answerWayNames: Readonly<Record<AnswerWay, string>> = {
  link: "op haar telefoon, met een persoonlijke link",
  paper: "op papier, per post",
  help: "met hulp van een professional",
};

export const stateNames: Readonly<Record<ParticipantState, string>> = {
  active: "doet mee",
  withdrawn: "teruggetrokken",
  ended: "beëindigd",
};
export const endingNames: Readonly<Record<Ending, string>> = {
  loss: "verlies",
  moved: "verhuisd uit de regio",
  study_over: "onderzoek afgelopen",
  other: "anders",
};
export const t0Names: Readonly<Record<T0State, string>> = {
  open: "staat open",
  completed: "ingevuld",
  declined: "niet willen invullen",
  expired: "verlopen",
};

/** "ja, 3 november 2026", "nee", "teruggetrokken op ..." */
export function saySaid(said: Said | undefined): string {
  if (!said) return "niet gevraagd";
  if (said.inForce) return `ja, ${formatDay(said.givenOn)}`;
  if (said.given && said.withdrawnOn) return `teruggetrokken op ${formatDay(said.withdrawnOn)}`;
  return `nee, ${formatDay(said.givenOn)}`;
}

export const refusalTexts: Readonly<Record<StudyRefusal, { readonly field: string; readonly text: string }>> = {
  "study-not-visible": { field: "form", text: "Dit gezin is niet (meer) voor u te zien." },
  "study-not-now": { field: "form", text: "Nu wordt er niets gevraagd: de lijn is gesloten, of er is een verlies." },
  "study-not-proposable": { field: "form", text: "Dit onderzoek past nu niet bij haar, of zij gaf al antwoord." },
  "study-no-pages": { field: "form", text: "Zij heeft geen eigen pagina. Vraag het op papier." },
  "study-with-parents": { field: "form", text: "Zij beslist samen met haar ouders of voogd. Vraag het op papier." },
  "study-answered-before": { field: "form", text: "Zij gaf hierop al antwoord. Wij vragen het niet nog eens." },
  "study-withdrawn-before": { field: "form", text: "Zij trok zich terug uit dit onderzoek. Wie zich terugtrok, doet niet opnieuw mee." },
  "study-nothing-asked": { field: "form", text: "Vul bij ten minste één vraag ja of nee in." },
  "study-needs-a-study": { field: "form", text: "Koppelen en aanhalen kan alleen als zij aan een onderzoek meedoet." },
  "study-nothing-to-withdraw": { field: "form", text: "Zij deed hier al niet (meer) aan mee." },
  "study-in-future": { field: "givenOn", text: "Kies een dag die al geweest is" },
  "study-not-theirs-to-give": {
    field: "givenBy",
    text: "Bij haar leeftijd hoort een ander antwoord. Van 12 tot en met 15 jaar beslist zij samen met ouders of voogd.",
  },
  "study-text-unknown": { field: "form", text: "Er is nog geen toestemmingstekst." },
};
