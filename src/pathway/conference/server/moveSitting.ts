import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../platform/db/withActor.ts";
import { decideSitting } from "../rules/sittingMoves.ts";
import type { Sitting, SittingMove, SittingRefusal } from "../sitting.ts";
import { tellGuests } from "./guest.store.ts";
import { findSeries } from "./series.store.ts";
import {
  findSitting,
  insertSitting,
  listItems,
  saveAgenda,
  saveCancelled,
  saveClosed,
  saveGuest,
  saveMove,
  saveNoGuest,
  saveOpened,
  saveOrder,
  saveSeen,
  type SittingSeen,
  type WhenAndWhere,
} from "./sitting.store.ts";

type Answer = Promise<Done | Refusal<SittingRefusal>>;

/** The chair plans a sitting; who is at its table is invited. */
export const planSitting = (actor: Actor, seriesId: string, at: WhenAndWhere) =>
  withActor(actor, "conference.sitting-planned", async ({ db, today }) => {
    if (!(await findSeries(db, seriesId))?.chairs) return refuse("not-visible");
    if (at.heldOn < today) return refuse("day-passed");
    const { code, sitting } = await insertSitting(db, seriesId, at);
    return code === "done" && sitting !== null ? done({ sitting }) : refuse(code === "done" ? "not-visible" : code);
  });

/** Another day, time or place: everyone at the table is told, and calendars follow. */
export const moveSitting = (actor: Actor, seen: SittingSeen, at: WhenAndWhere, tell: string | null): Answer =>
  chairing(actor, "conference.sitting-moved", "move", seen, ({ db, today }) =>
    at.heldOn < today ? "day-passed" : told(db, seen, saveMove(db, seen, at, tell)),
  );

/** It is not held: its cases wait again, nobody keeps sight of them, everyone is told. */
export const cancelSitting = (actor: Actor, seen: SittingSeen, tell: string | null): Answer =>
  chairing(actor, "conference.sitting-cancelled", "cancel", seen, ({ db }) => told(db, seen, saveCancelled(db, seen, tell)));

/** Guests without an account hear that something changed; what, they read behind their link, or by telephone. */
async function told(db: Db, { sittingId }: SittingSeen, saving: Promise<SittingRefusal | "done">): Promise<SittingRefusal | "done"> {
  const code = await saving;
  if (code === "done") await tellGuests(db, sittingId, changedMail);
  return code;
}
const changedMail = {
  subject: "Er is iets veranderd aan een vraag via Wieg",
  body: "Een collega uit de zorg vroeg u via Wieg om mee te denken. Daaraan is iets veranderd: het moment, de plaats, of het gaat niet door.\n\nOpen de link uit onze eerdere mail nog eens, met dezelfde code. Werkt zij niet meer, dan gaat het niet door. Bel bij twijfel de collega die u de code voorlas.\nIn deze mail staat met opzet niet waar het over gaat.\n",
};

/** Which cases, in which order: from then on the table sees them. */
export const setAgenda = (actor: Actor, seen: SittingSeen, cases: readonly string[]): Answer =>
  chairing(actor, "conference.agenda-set", "set_agenda", seen, ({ db }) => saveAgenda(db, seen, cases));

/** One case a place up or down among those still to be discussed. Done: on which place it stands now. */
export async function reorderAgenda(
  actor: Actor,
  seen: SittingSeen,
  one: { readonly itemId: string; readonly upward: boolean },
): Promise<Done<{ readonly nr: number }> | Refusal<SittingRefusal>> {
  let nr = 0;
  const outcome = await chairing(actor, "conference.agenda-reordered", "order", seen, async ({ db }) => {
    const saved = await saveOrder(db, seen, one.itemId, one.upward);
    nr = saved.nr ?? 0;
    return saved.code;
  });
  return outcome.code === "done" ? done({ nr }) : outcome;
}

/** Someone is asked to come, for the whole sitting or for one case alone. */
export const inviteGuest = (
  actor: Actor,
  seen: SittingSeen,
  guest: { readonly membershipId: string; readonly itemId: string | null },
): Answer => chairing(actor, "conference.guest-invited", "invite", seen, ({ db }) => saveGuest(db, seen, guest.membershipId, guest.itemId));

export const dismissGuest = (actor: Actor, seen: SittingSeen, participantId: string): Answer =>
  chairing(actor, "conference.guest-dismissed", "invite", seen, ({ db }) => saveNoGuest(db, seen, participantId));

/** The sitting begins, with who is present; consent is looked at again. Done again: who is present changed. */
export const openSitting = (actor: Actor, seen: SittingSeen, present: readonly string[]): Answer =>
  chairing(actor, "conference.sitting-opened", "open", seen, ({ db }) => saveOpened(db, seen, present));

/** It is over: the table sees its cases no longer, but for who an outcome names. */
export const closeSitting = (actor: Actor, seen: SittingSeen): Answer =>
  chairing(actor, "conference.sitting-closed", "close", seen, ({ db }) => saveClosed(db, seen));

/** The asker has read what she was told about a sitting. */
export const seenOfSitting = (actor: Actor, sittingId: string): Answer =>
  withActor(actor, "conference.sitting-seen", async ({ db }) => {
    if (!(await findSitting(db, sittingId))) return refuse("not-visible");
    await saveSeen(db, sittingId);
    return done({});
  });

/** One move of the chair on her sitting, as she saw it; the trail names every case before her. */
export function chairing(
  actor: Actor,
  event: string,
  move: SittingMove,
  seen: SittingSeen,
  run: (work: Work, sitting: Sitting) => Promise<SittingRefusal | "done"> | SittingRefusal,
): Answer {
  return withActor(actor, event, async (work) => {
    const { db, today } = work;
    const sitting = await findSitting(db, seen.sittingId);
    if (!sitting?.chairs) return refuse("not-visible");
    await nameCases(work, sitting);
    const decided = decideSitting(move, { ...sitting, today });
    if (decided !== "go") return decided;
    const code = await run(work, sitting);
    if (code !== "done") return refuse(code);
    await nameCases(work, sitting);
    return done({});
  });
}

async function nameCases({ db, about }: { db: Db; about: Work["about"] }, sitting: Sitting): Promise<void> {
  const items = await listItems(db, sitting.id);
  about({ trajectories: items.map(({ trajectoryId }) => trajectoryId), part: "plan", purpose: "case_conference" });
}
