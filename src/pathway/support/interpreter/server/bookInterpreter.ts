import type { Day } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../../platform/db/withActor.ts";
import { withJob } from "../../../../platform/db/withNobody.ts";
import { NotFound } from "../../../../platform/http/problems.ts";
import type { Task } from "../../../../platform/jobs/task.ts";
import { closeWork, findLine, putWork } from "../../../trajectory/server/door.ts";
import {
  arrangeDaysBefore,
  lookAheadDays,
  type Booking,
  type BookingMove,
  type BookingState,
  type CancelReason,
  type Cost,
  type Occasion,
  type Way,
} from "../interpreter.ts";
import { decideMove, moves, workOfBooking, type BookingRefusal } from "../rules/bookingMoves.ts";
import { findAppointment, findBooking, findLanguage, insertBooking, remindOfInterpreters, saveBooking } from "./interpreter.store.ts";

const part = "plan";
const bookingKinds = ["interpreter.arrange", "interpreter.confirm"];

export interface BookingForm {
  readonly language: string | null;
  /** What it is for, where that is known. */
  readonly appointment: { readonly id: string; readonly occasion: Occasion; readonly onDay: Day | null } | null;
}

/** The language of the family and the appointment, for the form. Null when the line is not the asker's to see. */
export const readBookingForm = (actor: Actor, trajectoryId: string, appointmentId: string | null): Promise<BookingForm | null> =>
  withActor(actor, "interpreter.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    if (!line) return null;
    about({ trajectories: [trajectoryId], part });
    const known = appointmentId === null ? null : await findAppointment(db, trajectoryId, appointmentId);
    const appointment = known && appointmentId !== null ? { id: appointmentId, ...known } : null;
    return { language: (await findLanguage(db, line.familyId)).language, appointment };
  });

export interface AskedInterpreter {
  readonly occasion: Occasion;
  readonly occasionId: string | null;
  readonly onDay: Day;
  readonly atTime: string | null;
  readonly language: string;
  readonly dialect: string | null;
  readonly way: Way;
  readonly cost: Cost;
}

/** Asks for an interpreter for one appointment; who asks arranges it. */
export function bookInterpreter(
  actor: Actor,
  trajectoryId: string,
  asked: AskedInterpreter,
): Promise<Done<{ booking: string }> | Refusal<"already-booked" | "day-past">> {
  return withActor(actor, "interpreter.asked", async (work) => {
    const { db, today, about } = work;
    if (!(await findLine(db, trajectoryId))) throw new NotFound();
    about({ trajectories: [trajectoryId], part });
    if (asked.onDay < today) return refuse("day-past");
    const booking = await insertBooking(db, { trajectoryId, ...asked, arrangedBy: actor.membershipId });
    if (booking === null) return refuse("already-booked");
    if (asked.occasionId !== null) await closeWork(db, { trajectoryId, kind: "interpreter.missing", subjectId: asked.occasionId });
    await followWork(work, { id: booking, trajectoryId, ...asked, membershipId: actor.membershipId }, "asked");
    return done({ booking });
  });
}

interface Followed {
  readonly id: string;
  readonly trajectoryId: string;
  readonly occasion: Occasion;
  readonly onDay: Day;
  readonly membershipId: string;
}

/** What waits for who arranges it is that of the state, and no other. */
async function followWork({ db, today }: Work, booking: Followed, state: BookingState): Promise<void> {
  const { trajectoryId, id: subjectId, occasion, onDay, membershipId } = booking;
  await closeWork(db, { trajectoryId, kind: bookingKinds, subjectId, why: state });
  const waits = workOfBooking(state, onDay, today, arrangeDaysBefore);
  if (waits) await putWork(db, { for: { membershipId }, trajectoryId, subjectId, ...waits, facts: { occasion, onDay } });
}

/** One booking with what may be done now. */
export const readBooking = (actor: Actor, trajectoryId: string, id: string): Promise<{ booking: Booking; today: Day } | null> =>
  withActor(actor, "interpreter.read", async ({ db, today, about }) => {
    const booking = await findBooking(db, trajectoryId, id);
    if (!booking) return null;
    about({ trajectories: [trajectoryId], part });
    return { booking, today };
  });

export interface BookingChange {
  readonly move: BookingMove;
  readonly agency?: string | null;
  readonly reason?: CancelReason;
  readonly version: number;
}

/** Arranged, confirmed, been, not come, cancelled. */
export function moveBooking(
  actor: Actor,
  trajectoryId: string,
  id: string,
  { move, agency = null, reason, version }: BookingChange,
): Promise<Done | Refusal<BookingRefusal | "changed-meanwhile">> {
  return withActor(actor, `interpreter.${pastOf[move]}`, async (work) => {
    const booking = await findBooking(work.db, trajectoryId, id);
    if (!booking) throw new NotFound();
    work.about({ trajectories: [trajectoryId], part });
    const facts = { state: booking.state, onDay: booking.onDay, today: work.today, agency: agency ?? booking.agency };
    const decided = decideMove(move, facts);
    if (decided !== "go") return decided;
    const state = moves[move].to;
    const change = { state, ...(agency === null ? {} : { agency }), ...(move === "cancel" ? { reason: reason ?? "mistake" } : {}) };
    if (!(await saveBooking(work.db, { id, version }, change))) return refuse("changed-meanwhile");
    await followWork(work, { ...booking, membershipId: booking.arrangedBy.membershipId }, state);
    return done({});
  });
}

/** The event of each move. */
export const pastOf: Readonly<Record<BookingMove, string>> = {
  arrange: "arranged",
  confirm: "confirmed",
  hold: "held",
  miss: "missed",
  cancel: "cancelled",
};

/** Every morning: a conversation in the coming days that nobody in the room could follow. */
export const interpretersTask: Task = {
  name: "remind-of-interpreters",
  recurs: { dailyAt: "06:10" },
  run: () => withJob("remind-of-interpreters", (db) => remindOfInterpreters(db, lookAheadDays)),
};
