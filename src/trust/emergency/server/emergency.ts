import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { endByTheClock, listEmergencies, openEmergency, reviewEmergency, type Emergency } from "./emergency.store.ts";

/** In acute danger: opens a line without relation or consent. The privacy officer is told in the same transaction [domain 6.4]. */
export function openInEmergency(
  actor: Actor,
  input: { name: string; birthDate: string; reason: string; hours: number },
): Promise<Done<{ trajectoryId: string }> | Refusal<"no-such-woman" | "too-many-attempts">> {
  return withActor(actor, "emergency.opened", async ({ db, about }) => {
    about({ part: "identity", purpose: input.reason });
    const line = await openEmergency(db, input);
    if (line === "none") return refuse("no-such-woman");
    if (line === "too-many") return refuse("too-many-attempts");
    about({ trajectories: [line] });
    return done({ trajectoryId: line });
  });
}

export function readEmergencies(actor: Actor): Promise<readonly Emergency[]> {
  return withActor(actor, "emergency.read", async ({ db, about }) => {
    const emergencies = await listEmergencies(db);
    about({ trajectories: [...new Set(emergencies.map((one) => one.trajectoryId))], part: "identity" });
    return emergencies;
  });
}

/** The privacy officer judges an emergency afterwards; she may keep it from the family's own trail with a reason. */
export function review(
  actor: Actor,
  input: { id: string; outcome: string; holdBackBecause: string | null; endNow: boolean },
): Promise<Done | Refusal<"reviewed-already">> {
  return withActor(actor, "emergency.reviewed", async ({ db }) =>
    (await reviewEmergency(db, input)) ? done({}) : refuse("reviewed-already"),
  );
}

/** Grants end and begin by the clock. */
export const clockTask: Task = {
  name: "grants-by-the-clock",
  recurs: { everyMinutes: 5 },
  run: () => withJob("grants-by-the-clock", endByTheClock),
};
