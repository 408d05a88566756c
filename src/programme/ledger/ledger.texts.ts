import { formatDay, type Day } from "../../kit/day.ts";
import type { ProgrammeSettings } from "../configuration/programme.ts";
import { monthName } from "../funding/funding.texts.ts";
import type { LedgerRefusal } from "./ledger.ts";

const sentences: Readonly<Record<LedgerRefusal["code"], string>> = {
  "not-visible": "Dit is er niet, of niet voor u.",
  "not-your-role": "Dit doet de coördinator kraamzorg.",
  "nothing-undecided": "Over deze uren is al besloten. Hieronder ziet u hoe ze nu staan.",
  "no-flexible-place": "Het gezin heeft geen plaats in pijler 2. Kies een ander.",
  "month-not-over": "Deze maand is nog niet voorbij.",
  "closed-already": "Deze maand is al afgesloten.",
  "no-programme": "Er loopt nu geen programma.",
};

export const refusalSentence = ({ code }: LedgerRefusal): string => sentences[code];

/** "maart 2025", or "maart 2025 tot en met mei 2025". */
export const periodName = (from: Day, until: Day): string =>
  from === until ? monthName(from) : `${monthName(from)} tot en met ${monthName(until)}`;

interface Stated {
  readonly programme: {
    readonly name: string;
    readonly startsOn: Day;
    readonly settings: Pick<ProgrammeSettings, "funding" | "coPayment">;
  };
  readonly hasClaims: boolean;
  readonly until: Day | null;
  readonly today: Day;
  readonly rows: readonly unknown[];
  readonly waiting: readonly { readonly pillar: number; readonly from: Day }[];
}

/** What a statement says beside its sums. */
export function statementWords({ programme, hasClaims, until, today, rows, waiting }: Stated): {
  title: string;
  intro: string;
  empty: string | null;
  notes: readonly string[];
  made: string;
} {
  const { shares, flexibleRates } = programme.settings.funding;
  const coPaymentAssumed = programme.settings.coPayment.rates.some(
    ({ year, assumed }) => assumed && String(year) >= programme.startsOn.slice(0, 4),
  );
  return {
    title: `Staat van bijdragen ${programme.name}`,
    intro:
      until === null
        ? "Er is nog geen maand afgesloten. Een staat gaat alleen over maanden die vaststaan."
        : `Over de maanden tot en met ${monthName(until)}. Deze maanden zijn afgesloten en veranderen niet meer.`,
    empty: rows.length === 0 ? "Op deze staat staat nog geen bedrag." : null,
    notes: [
      "Pijler 1 is de kwijtgescholden eigen bijdrage, pijler 2 de flexibele uren kraamzorg.",
      "Een verbetering over een maand die al was afgesloten, telt in de maand waarin zij is geboekt.",
      ...(hasClaims
        ? [
            "Op deze staat staan geen gezinnen, gemeenten, dagen of uren. Maanden met weinig gezinnen zijn samengenomen, tot er ten minste tien gezinnen in zitten: een kleiner bedrag zou naast eigen declaraties te leggen zijn.",
          ]
        : []),
      ...waiting.map(
        ({ pillar, from }) => `Pijler ${pillar} vanaf ${monthName(from)} volgt op een latere staat, samen met andere maanden.`,
      ),
      ...(shares.assumed ? ["De verdeling over de financiers is een aanname."] : []),
      ...(coPaymentAssumed ? ["Het tarief van de eigen bijdrage is voor een deel van de jaren een aanname."] : []),
      ...(flexibleRates.rates.some(({ assumed }) => assumed) ? ["Het uurtarief van pijler 2 is een aanname."] : []),
    ],
    made: `Gemaakt op ${formatDay(today)}`,
  };
}
