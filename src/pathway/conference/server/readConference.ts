import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { WaitingCase } from "../conference.ts";
import { findCase, listWaiting } from "./conferenceCase.store.ts";

const perPage = 50;

export interface WaitingList {
  readonly today: Day;
  readonly cases: readonly WaitingCase[];
  readonly page: number;
  readonly more: boolean;
  /** The coordinator sees only what the family allows to be brought in. */
  readonly coordinates: boolean;
}

/** The cases that wait for a sitting, as far as the asker may see them. */
export const readWaitingList = (actor: Actor, page: number): Promise<WaitingList> =>
  withActor(actor, "conference.list-read", async ({ db, today, about }) => {
    const found = await listWaiting(db, (page - 1) * perPage, perPage + 1);
    const cases = found.slice(0, perPage);
    about({ trajectories: cases.map(({ trajectoryId }) => trajectoryId), part: "plan" });
    return { today, cases, page, more: found.length > perPage, coordinates: actor.role === "knooppunt_coordinator" };
  });

export const readCase = (actor: Actor, id: string): Promise<WaitingCase | null> =>
  withActor(actor, "conference.case-read", async ({ db, about }) => {
    const one = await findCase(db, id);
    if (one) about({ trajectories: [one.trajectoryId], part: "plan" });
    return one;
  });
