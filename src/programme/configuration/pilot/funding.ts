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
    source: "professional guidance of 2024 on maternity care after day 10",
  },
  shares: {
    1: [{ funder: "insurer", parts: 1 }],
    2: [
      { funder: "insurer", parts: 1 },
      { funder: "municipality", parts: 1 },
    ],
    source: "[domain 4.4]: who paid is known, the shares are assumed",
    assumed: true,
  },
  flexibleRates: {
    rates: [
      { year: 2024, cents: 6300, source: "assumed for the demonstration", assumed: true },
      { year: 2025, cents: 6600, source: "assumed for the demonstration", assumed: true },
      { year: 2026, cents: 6900, source: "assumed for the demonstration", assumed: true },
    ],
    source: "no document names a rate",
  },
};
