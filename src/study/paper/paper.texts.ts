import type { FormStep } from "./paper.ts";

/** What can be done with a form, in a sentence. */
export const sayStep: Readonly<Record<FormStep, string>> = {
  first: "Eerste invoer.",
  second: "Tweede invoer, door iemand anders dan de eerste. U ziet niet wat de eerste invoerde.",
  settle: "Twee mensen lazen dit formulier verschillend. Kijk op het papier en kies wat er staat.",
  "by-another": "U hebt dit formulier al ingevoerd. De tweede invoer doet iemand anders.",
  "by-a-third": "De twee invoeren verschillen. Iemand die geen van beide deed, kijkt wat er staat.",
  done: "Deze lijst is al beantwoord.",
  stopped: "Zij doet niet meer mee. Voer dit formulier niet in en vernietig het.",
  declined: "Zij wilde deze lijst niet beantwoorden. Voer dit formulier niet in en vernietig het.",
  "not-open": "Deze lijst is nog niet open.",
};

export const sayEntered: Readonly<Record<string, string>> = {
  kept: "De eerste invoer is bewaard. Iemand anders voert het formulier nog een keer in.",
  differs: "De invoer is bewaard. Ze verschilt van de eerste: een derde kijkt wat er staat.",
  complete: "De invoer is bewaard. De lijst is klaar.",
};
