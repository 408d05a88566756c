/** What the registration of care and the registers tell of a person; each is one number in the data set. */
export interface CareMeasure {
  readonly code: string;
  readonly label: string;
  readonly decimals: number;
  readonly source: string;
}

const own = "Uit de registratie van de kraamzorg in Wieg; leeg als er geen is.";
const register = "Uit het ingelezen register, met toestemming voor koppelen; leeg zonder die toestemming of zonder bestand.";

export const careMeasures: readonly CareMeasure[] = [
  { code: "hours_indicated", label: "Geïndiceerde uren kraamzorg", decimals: 2, source: own },
  { code: "hours_accepted", label: "Uren kraamzorg die het gezin wilde", decimals: 2, source: own },
  { code: "hours_delivered", label: "Geleverde uren kraamzorg, dag 1 tot en met 10", decimals: 2, source: own },
  { code: "flexible_from", label: "Eerste flexibele zorg, dagen na de geboorte", decimals: 0, source: own },
  { code: "flexible_until", label: "Laatste flexibele zorg, dagen na de geboorte", decimals: 0, source: own },
  { code: "flexible_hours", label: "Uren flexibele kraamzorg", decimals: 2, source: own },
  { code: "flexible_visits", label: "Bezoeken flexibele kraamzorg", decimals: 0, source: own },
  {
    code: "birth_days",
    label: "Dagen van toestemming tot geboorte",
    decimals: 0,
    source: "Dag van de geboorte min de dag van de toestemming.",
  },
  { code: "jgz_referrals", label: "Verwijzingen door de JGZ", decimals: 0, source: register },
  { code: "hospital_contacts", label: "Contacten met het ziekenhuis", decimals: 0, source: register },
];
