import type { FileFault, LineFault, RegisterKind } from "./register.ts";

export const kindNames: Readonly<Record<RegisterKind, string>> = {
  jgz_referral: "verwijzingen door de JGZ",
  hospital_contact: "contacten met het ziekenhuis",
};

/** How a kind is written in a file. */
export const kindWords: Readonly<Record<RegisterKind, string>> = { jgz_referral: "jgz-verwijzing", hospital_contact: "ziekenhuiscontact" };

export const faultNames: Readonly<Record<LineFault, string>> = {
  columns: "de regel heeft niet evenveel cellen als de kop",
  "no-code": "het pseudoniem ontbreekt of heeft niet de vorm W-ABC234",
  "unknown-code": "dit pseudoniem doet niet mee",
  "no-consent": "er is geen toestemming om te koppelen",
  kind: "onbekende soort: schrijf jgz-verwijzing of ziekenhuiscontact",
  count: "het aantal is geen heel getal",
  "count-range": "het aantal ligt niet tussen 0 en 200",
  from: "de begindag is geen datum",
  until: "de einddag is geen datum",
  "period-turned": "de einddag ligt voor de begindag",
  "period-long": "de periode is langer dan twee jaar",
  future: "de periode ligt in de toekomst",
  "too-early": "de periode begint voor 2020",
  twice: "deze deelnemer, soort en periode staat al eerder in het bestand",
  overlap: "de periode overlapt met een andere van dezelfde soort: dan zou dubbel worden geteld",
};

export function sayFileFault(fault: FileFault): string {
  switch (fault.code) {
    case "no-text":
      return "Dit is geen tekstbestand. Bewaar het rekenblad als CSV en kies dat bestand.";
    case "empty":
      return "Er staan geen regels in dit bestand.";
    case "headings":
      return `In de eerste regel ontbreekt: ${fault.missing.join(", ")}. De kop moet zijn: pseudoniem, soort, aantal, van, tot en met.`;
    case "column-not-allowed":
      return `Kolom ${fault.column} hoort er niet in. Er mogen alleen pseudoniem, soort, aantal, van en tot en met in staan: geen naam, geen nummer, geen geboortedatum. Er is niets van bewaard.`;
    case "too-many":
      return `Het bestand heeft meer dan ${fault.most} regels. Knip het in stukken.`;
  }
}
