import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { WorkFilter } from "../rules/workList.ts";
import { countWork, listWork, workPageSize, type WorkItem } from "./workList.store.ts";

export interface MyWork {
  readonly today: string;
  readonly filter: WorkFilter | null;
  readonly counts: Readonly<Record<WorkFilter, number>>;
  readonly todo: readonly WorkItem[];
  /** Shown beside everything that is mine; empty when a filter is on. */
  readonly waiting: readonly WorkItem[];
  readonly page: number;
  readonly more: boolean;
}

/** What waits for others is shown beside the rest, the first of it. */
const waitingBeside = 10;

/** Everything that waits for the asker, and what she waits for. A list is one event in the trail, with its lines. */
export function readWork(actor: Actor, filter: WorkFilter | null, page: number): Promise<MyWork> {
  return withActor(actor, "work.read", async ({ db, today, about }) => {
    const beside = filter === null && page === 1;
    const [counts, [todo = [], waiting = []]] = await Promise.all([
      countWork(db, today),
      listWork(db, today, [
        { of: filter ?? "todo", from: workPageSize * (page - 1), most: workPageSize + 1 },
        ...(beside ? [{ of: "waiting" as const, from: 0, most: waitingBeside }] : []),
      ]),
    ]);
    const shown = { todo: todo.slice(0, workPageSize), waiting };
    const lines = [...shown.todo, ...shown.waiting].flatMap((item) =>
      item.trajectoryId !== null && item.familyName !== null ? [item.trajectoryId] : [],
    );
    about({ trajectories: [...new Set(lines)], part: "identity" });
    return { today, filter, counts, ...shown, page, more: todo.length > workPageSize };
  });
}
