import type { Refusal } from "../../kit/refusal.ts";
import { shortestPassword } from "./rules/judgePassword.ts";

/** Minutes in words, rounded up: "1 minuut", "15 minuten". */
const minutes = (seconds: number): string => {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return count === 1 ? "1 minuut" : `${count} minuten`;
};

const sentences: Readonly<Record<string, string>> = {
  "not-right": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.",
  "wrong-code": "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.",
  "too-late": "U was te lang bezig. Begin opnieuw.",
  "no-job": "U hebt op dit moment geen werkplek in Wieg. Vraag de beheerder van uw organisatie.",
  "passkey-not-right": "Dat lukte niet met deze toegangssleutel. Probeer het opnieuw, of meld u op een andere manier aan.",
  "provider-away":
    "De aanmeldpagina van uw organisatie is nu niet bereikbaar. Probeer het later opnieuw, of vraag de helpdesk van uw organisatie.",
  "provider-not-right": "Het aanmelden bij uw organisatie is niet afgemaakt. Begin opnieuw.",
  "not-known": "Met dit account kunt u niet in Wieg. Vraag de beheerder van uw organisatie of u bent uitgenodigd.",
  "sign-in-again": "Dit kan alleen kort na het aanmelden. Meld u opnieuw aan en probeer het dan nog eens.",
  "too-short": `Kies een wachtwoord van ten minste ${shortestPassword} tekens. Een paar woorden achter elkaar werkt goed.`,
  "too-long": "Dit wachtwoord is te lang. Gebruik hoogstens 200 tekens.",
  "most-used": "Dit wachtwoord wordt veel gebruikt en is makkelijk te raden. Kies een ander.",
  "own-name": "Uw eigen naam of e-mailadres is makkelijk te raden. Kies een ander wachtwoord.",
};

/** The sentence for a refusal at the door. It never tells whether an account exists. */
export function sayRefusal(refusal: Refusal): string {
  if (refusal.code === "wait")
    return `Er is te vaak geprobeerd. Wacht ${minutes(Number(refusal.facts["seconds"]))} en probeer het dan opnieuw.`;
  return sentences[refusal.code] ?? "Dat lukte niet. Probeer het opnieuw.";
}

/** What happened with an account, for its owner and her administrator. */
export const accountEvents: Readonly<Record<string, string>> = {
  invited: "Uitgenodigd",
  activated: "Account in gebruik genomen",
  recovered: "Nieuwe aanmeldgegevens gekozen",
  "signed-in": "Aangemeld",
  refused: "Aanmelden mislukt: wachtwoord klopte niet",
  "refused-code": "Aanmelden mislukt: code klopte niet",
  "refused-passkey": "Aanmelden mislukt: toegangssleutel klopte niet",
  "recovery-code-used": "Herstelcode gebruikt",
  "password-changed": "Wachtwoord gewijzigd",
  "code-app-changed": "Code-app ingesteld",
  "passkey-added": "Toegangssleutel toegevoegd",
  "passkey-removed": "Toegangssleutel verwijderd",
  "recovery-codes-made": "Nieuwe herstelcodes gemaakt",
  reset: "Aanmeldgegevens ingetrokken, nieuwe link gegeven",
  blocked: "Geblokkeerd",
  unblocked: "Blokkering opgeheven",
};

export const sayAccountEvent = (what: string): string => accountEvents[what] ?? what;
