import type { Contents } from "../settings/contents.ts";

/** The legal tasks of maternity care, in the plan's own list, with an accent on early signalling and attachment [001 3.3.2, 2.2]. */
export const pilotContents: Contents = {
  list: [
    { code: "care_mother", label: "Zorg voor de moeder en controles", accent: null },
    { code: "care_baby", label: "Verzorging van de baby en controles", accent: null },
    { code: "breastfeeding", label: "Hulp bij borstvoeding", accent: null },
    { code: "bottle_feeding", label: "Hulp bij flesvoeding", accent: null },
    { code: "caring_together", label: "Samen verzorgen: ouders voordoen en laten doen", accent: null },
    { code: "day_rhythm", label: "Dagritme, slapen en rust", accent: null },
    { code: "crying", label: "Huilen en troosten", accent: "attachment" },
    { code: "baby_signals", label: "Signalen van de baby leren lezen en erop reageren", accent: "attachment" },
    { code: "contact_and_play", label: "Contact, aanraken en spelen", accent: "attachment" },
    { code: "partner_involved", label: "Partner betrekken bij de baby", accent: "attachment" },
    { code: "looking_with_family", label: "Samen kijken wat goed gaat en wat lastig is", accent: "early_signalling" },
    { code: "safety_home", label: "Veiligheid en hygiëne in huis", accent: "early_signalling" },
    { code: "mood_mother", label: "Stemming en draagkracht van de moeder", accent: "early_signalling" },
    { code: "stress_money", label: "Stress, geld en wonen bespreken", accent: "early_signalling" },
    { code: "network", label: "Eigen netwerk en andere hulp vinden", accent: "early_signalling" },
    { code: "siblings", label: "Andere kinderen in het gezin", accent: null },
    { code: "household", label: "Lichte huishoudelijke taken rond de zorg", accent: null },
    { code: "information", label: "Voorlichting en advies", accent: null },
    { code: "consultation", label: "Overleg met verloskundige of JGZ", accent: null },
  ],
  source: "Plan Geboortezorg Flex, 3.3.2: wettelijke taken, met accent op vroegsignalering en hechting; indeling in codes is een voorstel",
};
