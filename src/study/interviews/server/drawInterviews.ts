import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Draw, InterviewRefusal } from "../interviews.ts";
import { drawOrder, firstCalled, sortedList } from "../rules/drawPeople.ts";
import { keepDraw, listPool } from "./interviews.store.ts";

/** Draws from who may be asked today. List, seed and order are kept, so that it can be drawn again. */
export const drawInterviews = (
  actor: Actor,
  asked: Pick<Draw, "study" | "kind" | "strataBy" | "wanted" | "seed">,
): Promise<Done<{ id: string }> | Refusal<InterviewRefusal>> =>
  withActor(actor, "interview.drawn", async ({ db }) => {
    const list = sortedList(await listPool(db, asked));
    if (list.length === 0) return refuse("nobody");
    const order = drawOrder(list, asked.seed);
    const id = await keepDraw(db, { ...asked, list, order }, firstCalled(order, asked.wanted));
    return id === "seed-used" || id === "changed-meanwhile" ? refuse(id) : done({ id });
  });
