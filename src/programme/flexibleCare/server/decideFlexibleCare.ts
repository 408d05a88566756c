import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { FlexibleOutcome, FlexibleRefusal } from "../flexibleCare.ts";
import { findFlexible, type Flexible } from "./findFlexible.ts";
import { endFlexible, raiseHours } from "./flexible.store.ts";

type Outcome = Done | FlexibleRefusal;

/** More hours than were agreed: a decision with a reason [domain 4.3]. */
export const raiseFlexible = (
  actor: Actor,
  input: { trajectoryId: string; minutes: number; reason: string; version: number },
): Promise<Outcome> =>
  withActor(actor, "flexible.hours-raised", async (work) => {
    const flexible = await find(work, actor, input.trajectoryId);
    if ("code" in flexible) return flexible;
    const code = await raiseHours(work.db, { ...input, placeId: flexible.place.id });
    return code === "done" ? done({}) : refuse(code, { agreed: flexible.standing.agreed });
  });

/** It ends, with its outcome. What is still planned stays planned until somebody calls it off. */
export const endFlexibleCare = (
  actor: Actor,
  input: { trajectoryId: string; outcome: FlexibleOutcome; reason: string },
): Promise<Outcome> =>
  withActor(actor, "flexible.ended", async (work) => {
    const flexible = await find(work, actor, input.trajectoryId);
    if ("code" in flexible) return flexible;
    const code = await endFlexible(work.db, { ...input, placeId: flexible.place.id });
    return code === "done" ? done({}) : refuse(code);
  });

async function find(work: Work, actor: Actor, trajectoryId: string): Promise<Flexible | FlexibleRefusal> {
  const line = await findLine(work.db, trajectoryId);
  if (!line) return refuse("not-visible");
  work.about({ trajectories: [trajectoryId], part: "programme" });
  if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
  return (await findFlexible(work, line)) ?? refuse("flexible-no-place");
}
