import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Places, Programme } from "../../configuration/programme.ts";
import { chooseProgramme, getProgramme, listPlaces } from "../../configuration/server/door.ts";
import type { EnrolmentRefusal } from "../enrolment.ts";
import { fullJob } from "./fullTask.ts";
import {
  heardFull,
  isToldFull,
  listInflow,
  listNewPlaces,
  listOwnDecisions,
  listReleases,
  movePlacesOf,
  findPool,
  findOrganisation,
  type Inflow,
  type Moving,
  type NewPlace,
  type OwnDecision,
  type Release,
} from "./steering.store.ts";

/** What somebody with this role sees of the programme: the project group numbers only, nobody else the numbers by municipality but the coordinator. */
export interface Overview {
  readonly programme: Programme | null;
  /** All that run, for the switch. */
  readonly programmes: readonly Programme[];
  readonly places: readonly Places[];
  /** Null for who sees no families. */
  readonly decisions: readonly OwnDecision[] | null;
  readonly more: boolean;
  readonly newPlaces: readonly NewPlace[];
  /** Null for who does not steer. */
  readonly inflow: readonly Inflow[] | null;
  readonly releases: readonly Release[];
  readonly toldFull: boolean;
  readonly mayMove: boolean;
}

export const overviewSize = 100;

/** `code`: of the programme in the address; without it the first that runs. */
export const readOverview = (actor: Actor, code?: unknown): Promise<Overview> =>
  withActor(actor, "programme.overview-read", async (work) => {
    const { programme, all } = await chooseProgramme(work.db, code);
    const isProjectGroup = actor.role === "project_group";
    const steers = isProjectGroup || actor.role === "maternity_coordinator";
    const decisions = isProjectGroup ? [] : await listOwnDecisions(work.db, programme?.id ?? null, overviewSize + 1);
    const shown = decisions.slice(0, overviewSize);
    work.about({ trajectories: [...new Set(shown.map(({ trajectoryId }) => trajectoryId))], part: "programme" });
    return {
      programme,
      programmes: all,
      places: programme ? await listPlaces(work.db, programme.id) : [],
      decisions: isProjectGroup ? null : shown,
      more: decisions.length > overviewSize,
      newPlaces: actor.role === "maternity_coordinator" && programme ? await listNewPlaces(work.db, programme.id) : [],
      ...(await figures(work, programme, steers)),
      toldFull: isProjectGroup ? false : await isToldFull(work.db, programme?.id ?? null),
      mayMove: isProjectGroup,
    };
  });

async function figures({ db }: Work, programme: Programme | null, steers: boolean): Promise<Pick<Overview, "inflow" | "releases">> {
  if (!programme || !steers) return { inflow: null, releases: [] };
  return { inflow: await listInflow(db, programme.id), releases: await listReleases(db, programme.id) };
}

/** The asker's team read that a ceiling is reached. */
export const readFullNotice = (actor: Actor, programmeId: string): Promise<Done> =>
  withActor(actor, "programme.notice-read", async ({ db }) => {
    await heardFull(db, programmeId);
    return done({});
  });

/** The project group moves free places from one way of entering to the other, with a reason [001 3.3]. */
export const movePlaces = (actor: Actor, moving: Moving): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.places-moved", async ({ db, enqueue }) => {
    if (actor.role !== "project_group") return refuse("not-your-role");
    const programme = await getProgramme(db, moving.programmeId);
    if (!programme) return refuse("no-programme");
    const { code, nowFull } = await movePlacesOf(db, moving);
    if (code !== "done") return refuse(code);
    if (nowFull !== null) await enqueue(fullJob, { pool: nowFull });
    return done({});
  });

/** The places of a programme as they are at this moment, for a page that renews them. */
export const readPlaces = (actor: Actor, code: unknown): Promise<PlacesNow | null> =>
  withActor(actor, "programme.places-read", async ({ db }) => {
    const { programme } = await chooseProgramme(db, code);
    return programme && { programme, places: await listPlaces(db, programme.id) };
  });

export interface PlacesNow {
  readonly programme: Programme;
  readonly places: readonly Places[];
}

/** Places that are gone: what there still is, and whom to call. */
export interface FullPlaces {
  readonly pool: Places;
  readonly programme: Programme;
  readonly places: readonly Places[];
  readonly others: readonly PlacesNow[];
  readonly call: { readonly name: string; readonly phone: string | null } | null;
}

export const readFullPlaces = (actor: Actor, poolId: string): Promise<FullPlaces | null> =>
  withActor(actor, "programme.places-read", async ({ db }) => {
    const found = await findPool(db, poolId);
    const { all } = await chooseProgramme(db, null);
    const programme = all.find(({ id }) => id === found?.programmeId);
    if (!found || !programme) return null;
    const places = await listPlaces(db, programme.id);
    const pool = places.find((one) => one.poolId === poolId);
    if (!pool) return null;
    const others: PlacesNow[] = [];
    for (const other of all.filter(({ id }) => id !== programme.id))
      others.push({ programme: other, places: await listPlaces(db, other.id) });
    return { pool, programme, places, others, call: await findOrganisation(db, programme.settings.maternityCare.organisationId) };
  });
