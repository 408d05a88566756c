import type { CriterionCode } from "../letters/letter.ts";

/** What to say to the family about a criterion that is not met, in words that do not judge [001 3.6]. */
export const tellInPerson: Readonly<Record<CriterionCode, string>> = {
  vulnerability:
    "“Geboortezorg Flex is nu bedoeld voor gezinnen met meer zorgen tegelijk. Gaat er iets veranderen, dan kijken wij opnieuw.”",
  insurer: "“Deze proef wordt betaald door CZ en VGZ. Daarom kan het alleen met een verzekering bij hen. Dat ligt niet aan u.”",
  residence: "“De proef loopt alleen in een paar gemeenten. Uw gemeente hoort er nog niet bij.”",
  maternity_care: "“De proef loopt via één kraamzorgorganisatie. Bij een andere kan het niet, uw gewone kraamzorg gaat door.”",
  home_visit_consent: "“Bij de proef hoort een huisbezoek van de JGZ. Dat wilt u niet, en dat mag. Uw andere zorg gaat gewoon door.”",
  triangle_consent:
    "“Bij de proef hoort dat wij met kraamzorg en JGZ overleggen. Dat wilt u niet, en dat mag. Uw andere zorg gaat gewoon door.”",
  capacity: "“Alle plaatsen zijn nu bezet. U paste er wel bij. Komt er een plaats vrij, dan kijken wij opnieuw.”",
  need: "“Wij zien nu geen reden voor extra kraamzorg na de tiende dag. Verandert dat, bel ons dan.”",
};

/** Why a letter that may go out can't be made. */
export const letterProblems: Readonly<Record<"letter-says-too-much" | "no-address" | "script-not-in-fonts", string>> = {
  "letter-says-too-much":
    "In een naam op deze brief staat een woord dat thuis niemand hoeft te lezen. Vraag de beheerder om een andere naam.",
  "no-address": "Er is geen volledig adres vastgelegd. Vul het adres aan bij het gezin.",
  "script-not-in-fonts": "De naam staat in een schrift dat de brief niet kan afdrukken. Leg de naam ook in gewone letters vast.",
};
