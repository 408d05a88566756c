import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { pillars, type Programme } from "../../configuration/programme.ts";
import { chooseProgramme, listPlaces } from "../../configuration/server/door.ts";
import { rateOn } from "../../funding/server/door.ts";
import type { Closing, Forecast, HourSum, MoneySum } from "../ledger.ts";
import { forecast } from "../rules/forecast.ts";
import { togetherMunicipalities } from "../rules/togetherMunicipalities.ts";
import { listFundingVersions } from "./hours.store.ts";
import {
  listClosings,
  listCommitments,
  listHourSums,
  listMoneySums,
  listMunicipalityNames,
  listUndecided,
  type UndecidedHours,
} from "./money.store.ts";

/** The money of one programme, for who steers it; never a family, but where the coordinator has to decide about one. */
export interface Money {
  readonly programme: Programme;
  readonly all: readonly Programme[];
  readonly today: string;
  readonly sums: readonly MoneySum[];
  readonly hours: readonly HourSum[];
  readonly closings: readonly Closing[];
  readonly forecasts: readonly Forecast[];
  readonly municipalities: ReadonlyMap<string, string>;
  readonly undecided: readonly UndecidedHours[];
  readonly mayClose: boolean;
}

export const readMoney = (actor: Actor, code: unknown): Promise<Money | null> =>
  withActor(actor, "ledger.read", async ({ db, today, about }) => {
    const chosen = await chooseProgramme(db, code);
    const runs = actor.role === "maternity_coordinator" ? chosen.all.filter((one) => isHers(one, actor)) : chosen.all;
    const programme = runs.find(({ id }) => id === chosen.programme?.id) ?? runs[0];
    if (!programme) return null;
    const mayClose = actor.role === "maternity_coordinator";
    const uncut = await listMoney(db, programme.id);
    const money = mayClose ? uncut : togetherMunicipalities(uncut);
    const undecided = mayClose ? await listUndecided(db, 50) : [];
    about({ trajectories: [...new Set(undecided.map(({ trajectoryId }) => trajectoryId))], part: "maternity_care" });
    return {
      ...money,
      programme,
      all: runs,
      today,
      closings: await listClosings(db, programme.id),
      forecasts: await forecastOf(db, programme, today, money),
      municipalities: await listMunicipalityNames(db),
      undecided,
      mayClose,
    };
  });

const isHers = ({ settings }: Programme, { organisationId }: Actor): boolean => settings.maternityCare.organisationId === organisationId;

/** By pillar, funder, municipality and month: what was spent, and the hours it is for. */
export async function listMoney(db: Db, programmeId: string): Promise<Pick<Money, "sums" | "hours">> {
  return { sums: await listMoneySums(db, programmeId), hours: await listHourSums(db, programmeId) };
}

/** What is promised and what is to be expected, by pillar, with what it rests on. */
export async function forecastOf(
  db: Db,
  { id, settings }: Programme,
  today: string,
  { sums, hours }: Pick<Money, "sums" | "hours">,
): Promise<readonly Forecast[]> {
  const [commitments, places, versions] = await Promise.all([listCommitments(db, id), listPlaces(db, id), listFundingVersions(db)]);
  const isOpen = settings.windows.inflowUntil === null || today <= settings.windows.inflowUntil;
  return pillars.map((pillar) => {
    const promised = commitments.find((one) => one.pillar === pillar);
    const total = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    return forecast({
      pillar,
      spent: total(sums.filter((one) => one.pillar === pillar).map(({ cents }) => cents)),
      unknownMinutes: total(hours.filter((one) => one.pillar === pillar).map(({ unknownMinutes }) => unknownMinutes)),
      committedMinutes: promised?.minutes ?? 0,
      familiesWithoutHours: promised?.withoutHours ?? 0,
      freePlaces: isOpen ? total(places.filter((one) => one.pillar === pillar).map((one) => Math.max(0, one.places - one.taken))) : 0,
      meanMinutes: 60 * (pillar === 1 ? settings.steering.nationalMeanHours : settings.windows.pillar2MeanHours),
      countedAt: promised?.countedAt ?? null,
      rateCents: rateOn(pillar === 1 ? "co_payment" : "flexible", today, id, versions),
    });
  });
}
