import type { PageOwner } from "./portal.ts";
import type { InviteRefusal, PartnerHindrance } from "./rules/decideInvite.ts";

/** Words for professionals. */
export const hindranceSentences: Readonly<Record<InviteRefusal, string>> = {
  "line-ended": "Deze lijn is afgesloten.",
  "nobody-to-invite": "Er is een moeder nodig van 12 jaar of ouder, met een geboortedatum.",
  "no-digital-contact": "Er is niet vastgelegd dat de moeder digitaal contact goed vindt.",
  "nothing-safe": "Er is geen telefoonnummer of e-mailadres waarvan is nagevraagd dat het veilig is.",
};

export const partnerHindrances: Readonly<Record<PartnerHindrance, string>> = {
  "line-ended": "Deze lijn is afgesloten.",
  "nobody-to-invite": "Er is een partner nodig van 16 jaar of ouder, met een geboortedatum.",
  "no-digital-contact": "Er is niet vastgelegd dat de partner zelf digitaal contact goed vindt.",
};

/** What stands in the way of an invitation, of whom. */
export const hindranceOf = (code: InviteRefusal, owner: PageOwner): string =>
  owner === "partner" && code !== "nothing-safe" ? partnerHindrances[code] : hindranceSentences[code];
