import { price } from "../../../kit/money.ts";
import type { Forecast, ForecastFacts } from "../ledger.ts";

/** What is still to come: what was promised, and what the free places would bring. An unknown rate makes it unknown, never 0. */
export function forecast(facts: ForecastFacts): Forecast {
  const { rateCents, committedMinutes, familiesWithoutHours, meanMinutes, freePlaces } = facts;
  const promised = committedMinutes + familiesWithoutHours * meanMinutes;
  const expectedMinutes = freePlaces * meanMinutes;
  const committed = rateCents === null ? null : price(promised, rateCents);
  const expected = rateCents === null ? null : price(expectedMinutes, rateCents);
  const isKnown = committed !== null && expected !== null && facts.unknownMinutes === 0;
  return {
    ...facts,
    committedMinutes: promised,
    committed,
    expectedMinutes,
    expected,
    total: isKnown ? facts.spent + committed + expected : null,
  };
}
