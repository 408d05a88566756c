import type { ConferenceRefusal, ConsentState, WaitingCase } from "./conference.ts";

export const conferenceRefusals: Readonly<Record<ConferenceRefusal, string>> = {
  "changed-meanwhile": "Een collega was u net voor. Hieronder staat wat nu vastligt, en wat u typte.",
  "not-waiting": "Deze casus staat niet meer op de lijst.",
  "not-visible": "Deze casus is niet (meer) voor u te zien.",
  "waiting-already": "Dit gezin staat al op de lijst.",
  "summary-not-agreed":
    "Zonder akkoord van het gezin komt een samenvatting niet aan tafel. Vink het akkoord aan, of laat de samenvatting leeg.",
  "words-missing": "Schrijf op wat het gezin zelf wil zeggen, of kies hoe het anders gehoord wordt.",
};

export const consentWords: Readonly<Record<ConsentState, string>> = {
  given: "gegeven",
  refused: "geweigerd",
  not_asked: "nog niet gevraagd",
};

export const removedWords: Readonly<Record<NonNullable<WaitingCase["removedBecause"]>, string>> = {
  route_changed: "de route veranderde",
  discussed: "besproken",
  family_refused: "het gezin wil dit niet",
  other: "van de lijst gehaald",
};
