import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { chooseProgramme } from "../../configuration/server/door.ts";
import { stages, type Stage, type StageCount, type StageFamily } from "../flow.ts";
import { countArea, countOwn, listOwn } from "./flow.store.ts";

export interface Flow {
  readonly programme: Programme | null;
  readonly programmes: readonly Programme[];
  readonly counts: readonly StageCount[];
  /** own: the asker's own families; area: all families in the area, numbers alone. */
  readonly of: "own" | "area";
  /** The numbers that open their families. */
  readonly opens: readonly Stage[];
  /** Fewer than ten are hidden, and the rest is in fives. */
  readonly rounded: boolean;
}

/** Of these steps the coordinator of maternity care reads all that decides them: places and care. */
const coordinatorOpens: readonly Stage[] = ["placed", "maternity", "flexible"];

const opensFor = (role: string): readonly Stage[] =>
  role === "project_group" ? [] : role === "maternity_coordinator" ? coordinatorOpens : stages;

/** The route as a picture: who steers sees all families of the area as numbers, who works with families her own. */
export const readFlow = (actor: Actor, code: unknown): Promise<Flow> =>
  withActor(actor, "route.read", async ({ db }) => {
    const { programme, all } = await chooseProgramme(db, code);
    const steers = actor.role === "project_group" || actor.role === "maternity_coordinator";
    const counted = !steers ? await countOwn(db) : programme ? await countArea(db, programme.id) : [];
    const rounded = actor.role === "project_group";
    // None at all is a small number too.
    const none = (stage: Stage): StageCount => ({ stage, families: rounded ? null : 0, days: null });
    const counts = stages.map((stage) => counted.find((one) => one.stage === stage) ?? none(stage));
    return {
      programme,
      programmes: all,
      counts,
      of: steers ? "area" : "own",
      opens: opensFor(actor.role),
      rounded,
    };
  });

export interface StageList {
  readonly stage: Stage;
  readonly families: readonly StageFamily[];
  readonly more: boolean;
}

export const stageListSize = 100;

/** The asker's own families at one step. */
export const readStage = (actor: Actor, stage: Stage): Promise<StageList | null> =>
  withActor(actor, "route.families-read", async ({ db, about }) => {
    if (!opensFor(actor.role).includes(stage)) return null;
    const families = await listOwn(db, stage, stageListSize + 1);
    const shown = families.slice(0, stageListSize);
    about({ trajectories: shown.map(({ trajectoryId }) => trajectoryId), part: "programme" });
    return { stage, families: shown, more: families.length > stageListSize };
  });
