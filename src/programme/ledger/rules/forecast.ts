import { price } from "../../../kit/money.ts";
import type { Pillar } from "../../configuration/programme.ts";

/** What a forecast for one pillar rests on; all of it stands beside it on the page. */
export interface ForecastFacts {
  readonly pillar: Pillar;
  readonly spent: number;
  /** Delivered minutes whose rate is unknown. */
  readonly unknownMinutes: number;
  /** Agreed or indicated, and not delivered yet. */
  readonly committedMinutes: number;
  /** Families with a place of which no hours are known yet. */
  readonly familiesWithoutHours: number;
  readonly freePlaces: number;
  /** Minutes that the programme counts with for a family. */
  readonly meanMinutes: number;
  /** Of this year; null: unknown. */
  readonly rateCents: number | null;
}

export interface Forecast extends ForecastFacts {
  /** Null: the rate of this year is unknown. */
  readonly committed: number | null;
  /** For the places that are free, when all of them are taken. */
  readonly expectedMinutes: number;
  readonly expected: number | null;
  /** Spent, committed and expected; null when one of them is unknown. */
  readonly total: number | null;
}

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
