import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { HelpRequest } from "../helpRequest.ts";
import { isSafeMoment } from "../rules/isSafeMoment.ts";
import {
  findMoment,
  findHelpRequest,
  listForwarded,
  listHelpEvents,
  listHelpRequests,
  listOtherReceivers,
  type Forwarded,
  type HelpEvent,
} from "./helpRequest.store.ts";

export interface HelpList {
  readonly today: Day;
  readonly requests: readonly HelpRequest[];
  readonly forwarded: readonly Forwarded[];
}

/** The questions of the asker's organisation. */
export function readHelpList(actor: Actor): Promise<HelpList> {
  return withActor(actor, "help.listed", async ({ db, today, about }) => {
    const requests = await listHelpRequests(db);
    about({ part: "signals", trajectories: requests.flatMap(({ trajectoryId }) => trajectoryId ?? []) });
    return { today, requests, forwarded: await listForwarded(db) };
  });
}

export interface HelpPageData {
  readonly today: Day;
  readonly request: HelpRequest;
  readonly events: readonly HelpEvent[];
  /** By the moments that she named, now. */
  readonly safeNow: boolean;
  readonly others: readonly { id: string; name: string; near: boolean }[];
}

/** One question; null when it is not the asker's organisation's. */
export function readHelpRequest(actor: Actor, id: string): Promise<HelpPageData | null> {
  return withActor(actor, "help.read", async ({ db, today, about }) => {
    const request = await findHelpRequest(db, id);
    if (!request) return null;
    about({ part: "signals", purpose: request.reference, trajectories: request.trajectoryId ? [request.trajectoryId] : [] });
    const safeNow = isSafeMoment(request.safeMoments, await findMoment(db));
    return {
      today,
      request,
      safeNow,
      events: await listHelpEvents(db, id),
      others: await listOtherReceivers(db, request.municipality, actor.organisationId),
    };
  });
}
