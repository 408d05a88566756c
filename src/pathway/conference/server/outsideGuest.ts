import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { hashOfLink, mostTries, newOneTimeLink } from "../../../trust/oneTimeLink/server/door.ts";
import type { SittingRefusal } from "../sitting.ts";
import { insertGuest, openCaseByLink, saveGuestGone, sendAgain, type GuestCase, type NewGuest } from "./guest.store.ts";
import { chairing } from "./moveSitting.ts";
import { findSitting, type SittingSeen } from "./sitting.store.ts";

type Answer = Promise<Done | Refusal<SittingRefusal>>;

/** Below it the page of a guest stands. */
export const guestPath = "/overleg-gast";
const newLink = (heldOn: string) => newOneTimeLink(guestPath, heldOn, "");

/** Someone who works outside Wieg is asked for one case: she reads it by a link, from now until the sitting closes. */
export const askOutsideGuest = (actor: Actor, seen: SittingSeen, guest: NewGuest): Answer =>
  chairing(actor, "conference.guest-invited", "invite", seen, ({ db }, sitting) => insertGuest(db, seen, guest, newLink(sitting.heldOn)));

/** A new link and a new code; the earlier ones work no more. */
export const sendGuestLink = (actor: Actor, sittingId: string, guestId: string): Answer =>
  withActor(actor, "conference.guest-link-sent", async ({ db }) => {
    const sitting = await findSitting(db, sittingId);
    if (!sitting?.chairs) return refuse("not-visible");
    const code = await sendAgain(db, guestId, newLink(sitting.heldOn));
    return code === "done" ? done({}) : refuse(code);
  });

export const dismissOutsideGuest = (actor: Actor, seen: SittingSeen, guestId: string): Answer =>
  chairing(actor, "conference.guest-dismissed", "invite", seen, ({ db }) => saveGuestGone(db, seen, guestId));

/** Reading uses nothing up; a wrong code is counted. Null: it does not work (any more), whatever the reason. */
export const openGuestCase = ({ source, requestId }: Origin, token: string, code: string): Promise<GuestCase | null> =>
  withNobody("conference.guest-opened", { source, requestId }, (db) =>
    openCaseByLink(db, { hash: hashOfLink(token), code, tries: mostTries, source, requestId }),
  );
