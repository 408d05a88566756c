import type { FundingSettings } from "../settings/funding.ts";

/**
 * Funding in the pilot. The terms are the law's. Shares and the rate of an hour of pillar 2 stand in none of the documents: they are
 * assumptions, and are said to be so wherever their money is shown.
 */
export const pilotFunding: FundingSettings = {
  insured: [
    { bornFrom: null, regularDays: 10, exceptionDays: 10, source: "Besluit zorgverzekering art. 2.11, tot en met 2023" },
    { bornFrom: "2024-01-01", regularDays: 10, exceptionDays: 42, source: "Besluit zorgverzekering art. 2.11, sinds 1 januari 2024" },
  ],
  exception: {
    conditions: ["very_vulnerable", "midwife_indicated", "no_days_between"],
    source: "Richtlijn van 2024 over kraamzorg na dag 10",
  },
  shares: {
    1: [{ funder: "insurer", parts: 10_000 }],
    2: [
      { funder: "insurer", parts: 5_000 },
      { funder: "municipality", parts: 5_000 },
    ],
    source: "Wie meebetaalt staat in het plan; de verdeling is een aanname",
    assumed: true,
  },
  flexibleRates: {
    rates: [
      { year: 2024, cents: 6300, source: "aanname voor de demonstratie", assumed: true },
      { year: 2025, cents: 6600, source: "aanname voor de demonstratie", assumed: true },
      { year: 2026, cents: 6900, source: "aanname voor de demonstratie", assumed: true },
    ],
    source: "Geen van de stukken noemt een tarief",
  },
};
