import type { InviteRefusal } from "./rules/decideInvite.ts";

/** Words for professionals. */
export const hindranceSentences: Readonly<Record<InviteRefusal, string>> = {
  "line-ended": "Deze lijn is afgesloten.",
  "nobody-to-invite": "Er is een moeder nodig van 12 jaar of ouder, met een geboortedatum.",
  "no-digital-contact": "Er is niet vastgelegd dat de moeder digitaal contact goed vindt.",
  "nothing-safe": "Er is geen telefoonnummer of e-mailadres waarvan is nagevraagd dat het veilig is.",
};
