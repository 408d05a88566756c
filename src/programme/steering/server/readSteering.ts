import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { listPlaces, listProgrammes } from "../../configuration/server/door.ts";
import { monthOf, monthsBetween } from "../rules/months.ts";
import { soFar } from "../rules/soFar.ts";
import type { Month, Steering } from "../steering.ts";
import { forecastOf, listMoney, togetherMunicipalities } from "../../ledger/server/door.ts";
import { spentUntil } from "../rules/spentUntil.ts";
import { findCounted, listCare, listFlexible, listWaits } from "./careFigures.store.ts";
import { chooseProgramme } from "./chooseProgramme.ts";
import { listPublications } from "./publication.store.ts";
import { readsSteering, findExpectedVersion, listActions, listCounts, listMoments, listMunicipalitiesOf } from "./steering.store.ts";

/** Which programme and month are looked at; null: the one that runs, this month. */
export interface Chosen {
  readonly programmeCode: string | null;
  readonly month: Month | null;
}

/** The monthly page, uncut: for who steers. Null where there is no such programme. */
export const readSteering = (actor: Actor, chosen: Chosen, event = "steering.read"): Promise<Steering | null> =>
  withActor(actor, event, async (work) => {
    const programme = await chooseProgramme(work.db, chosen.programmeCode);
    return programme && (await readsSteering(work.db, programme.id)) ? steeringOf(work, actor, programme, chosen.month) : null;
  });

export async function steeringOf({ db, today }: Work, actor: Actor, programme: Programme, asked: Month | null): Promise<Steering> {
  const [counts, places, expected, actions, moments, publications] = [
    await listCounts(db, programme.id),
    await listPlaces(db, programme.id),
    await findExpectedVersion(db, programme.id),
    await listActions(db, programme.id),
    await listMoments(db, programme.id),
    await listPublications(db, programme.id),
  ];
  // A place stays where it was given, also when the area became another later.
  const codes = [...new Set([...programme.settings.area.municipalities, ...counts.map(({ municipality }) => municipality)])];
  const now = monthOf(today);
  const first = counts.map(({ month }) => month).toSorted()[0] ?? now;
  const months = monthsBetween(first < now ? first : now, now).toReversed();
  const month = months.find((one) => one === asked) ?? now;
  return {
    programme,
    programmes: await listProgrammes(db),
    month,
    months,
    today,
    municipalities: await listMunicipalitiesOf(db, codes),
    counts: soFar(counts, today),
    places,
    expected,
    actions,
    moments,
    care: await listCare(db, programme.id),
    flexible: await listFlexible(db, programme.id),
    waits: await listWaits(db, programme.id),
    countedAt: await findCounted(db),
    ...(actor.role === "research_desk" ? { spent: null, forecasts: null } : await moneyOf(db, actor, { programme, today, month })),
    published: publications[0]?.month ?? null,
    own: actor.membershipId,
    decides: actor.role === "project_group",
  };
}

type Wanted = Readonly<{ programme: Programme; today: Day; month: Month }>;

/** The project group reads it of all municipalities together. */
async function moneyOf(db: Db, { role }: Actor, { programme, today, month }: Wanted): Promise<Pick<Steering, "spent" | "forecasts">> {
  const uncut = await listMoney(db, programme.id);
  const money = role === "maternity_coordinator" ? uncut : togetherMunicipalities(uncut);
  return { spent: spentUntil(money.sums, month), forecasts: await forecastOf(db, programme, today, money) };
}
