import { addDays, type Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { chooseProgramme } from "../../configuration/server/door.ts";
import type { Assumptions, Scenario, WeekForecast } from "../capacity.ts";
import { defaultsFor, readAssumptions } from "../rules/defaults.ts";
import { forecast, type ForecastInput } from "../rules/forecast.ts";
import { findPinch, type Pinch } from "../rules/pinch.ts";
import { keepScenario, listExpectedBirths, listMunicipalityNames, listScenarios } from "./capacity.store.ts";

type Typed = Readonly<Record<string, unknown>>;

/** A year ahead, unless the programme's end is known and further off. */
const weeksAhead = 52;

export interface MunicipalityHours {
  readonly code: string;
  readonly name: string;
  readonly week: WeekForecast;
}

export interface Capacity {
  readonly programme: Programme;
  readonly programmes: readonly Programme[];
  readonly assumptions: Assumptions;
  readonly defaults: Assumptions;
  readonly weeks: readonly WeekForecast[];
  readonly pinch: Pinch;
  /** The week that pinches most, by municipality. */
  readonly byMunicipality: readonly MunicipalityHours[];
  readonly scenarios: readonly Scenario[];
  /** Those that were ticked, worked out. */
  readonly compared: readonly { readonly scenario: Scenario; readonly pinch: Pinch }[];
}

/** The forecast for a programme, with the assumptions of the address; what is not there is as the documents have it. */
export const readCapacity = (actor: Actor, typed: Typed): Promise<Capacity | null> =>
  withActor(actor, "programme.capacity-read", async ({ db, today }) => {
    const { programme, all } = await chooseProgramme(db, typed["programma"]);
    if (!programme) return null;
    const { area, windows } = programme.settings;
    const defaults = defaultsFor({ municipalities: area.municipalities, meanHours: windows.pillar2MeanHours, weeks: weeksAhead });
    const scenarios = await listScenarios(db, programme.id);
    const assumptions = readAssumptions(typed, defaults);
    const input: ForecastInput = {
      assumptions,
      municipalities: area.municipalities,
      months: windows.pillar2Months,
      from: mondayOf(today),
      known: await listExpectedBirths(db, programme.id),
    };
    const weeks = forecast(input);
    const pinch = findPinch(weeks);
    const names = await listMunicipalityNames(db, area.municipalities);
    const ticked = [typed["s"] ?? []].flat();
    return {
      programme,
      programmes: all,
      assumptions,
      defaults,
      weeks,
      pinch,
      byMunicipality: names.flatMap(({ code, name }) => {
        const week = forecast({ ...input, municipalities: [code] }).find((one) => one.week === pinch.worst?.week);
        return week ? [{ code, name, week }] : [];
      }),
      scenarios,
      compared: scenarios
        .filter(({ id }) => ticked.includes(id))
        .map((scenario) => ({
          scenario,
          pinch: findPinch(forecast({ ...input, assumptions: readAssumptions(scenario.assumptions, defaults) })),
        })),
    };
  });

const mondayOf = (day: Day): Day => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/** Keeps the assumptions under a name, to compare them later. */
export const saveScenario = (
  actor: Actor,
  typed: Typed & { readonly name: string },
): Promise<Done | Refusal<"name-taken" | "no-programme">> =>
  withActor(actor, "programme.scenario-kept", async ({ db }) => {
    const { programme } = await chooseProgramme(db, typed["programma"]);
    if (!programme) return refuse("no-programme");
    const { area, windows } = programme.settings;
    const defaults = defaultsFor({ municipalities: area.municipalities, meanHours: windows.pillar2MeanHours, weeks: weeksAhead });
    const assumptions = readAssumptions(typed, defaults);
    const kept = await keepScenario(db, { programmeId: programme.id, name: typed.name, assumptions, by: actor.professionalId });
    return kept ? done({}) : refuse("name-taken");
  });
