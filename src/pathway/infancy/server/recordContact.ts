import type { Day } from "../../../kit/day.ts";
import { done, isDone, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { noteSignal } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { mayMove, moveOf } from "../rules/contactMoves.ts";
import type { ContactOutcome, ContactRefusal, PlannedContact } from "../youthContact.ts";
import { findContacts, type ChildContacts } from "./readContacts.ts";
import { followContacts, insertRecord, listRecords, lockContact, takeBackRecords } from "./youthContact.store.ts";

interface OnContact {
  readonly trajectoryId: string;
  readonly childId: string;
  readonly momentCode: string;
}
export interface ContactInput extends OnContact {
  readonly outcome: ContactOutcome;
  readonly onDay: Day;
  readonly noticed: string | null;
  /** Factors that stood out: they make a signal, with the same words. */
  readonly factorCodes: readonly string[];
  readonly urgent: boolean;
  /** Whether what stood out was talked about with the parents. */
  readonly discussed: boolean;
  /** The parents think of a next child: kept as a signal about the mother [004 "evt. volgende kinderwens"]. */
  readonly nextChildWish: boolean;
}
type Outcome = Done | Refusal<ContactRefusal>;

/** Code of the factor for a wish for a next child, in the list of factors. */
export const nextChildWish = "next-child-wish";

/** What became of a contact moment, and with it the signal of what stood out: nothing is typed twice. */
export const recordContact = (actor: Actor, input: ContactInput): Promise<Outcome> =>
  withActor(actor, "youth-contact.recorded", async (work): Promise<Outcome> => {
    const found = await find(work, input);
    if ("code" in found) return found;
    const { contact, child, motherId } = found;
    if (input.onDay > work.today || input.onDay < child.bornOn) return refuse("contact-day-wrong");
    if (!mayMove(moveOf[input.outcome], contact.state)) return refuse("contact-done-already");
    const noted = await noteWhatStoodOut(work, actor, input, motherId);
    if (noted === "refused") return refuse("contact-factor-unknown");
    await insertRecord(work.db, { ...input, notedTogether: noted });
    await followContacts(work.db, input.trajectoryId);
    return done({});
  });

/** All that was recorded of a contact moment was a mistake. What was signalled stays: a signal is withdrawn as a signal. */
export const takeContactBack = (actor: Actor, input: OnContact): Promise<Outcome> =>
  withActor(actor, "youth-contact.taken-back", async (work): Promise<Outcome> => {
    const found = await find(work, input);
    if ("code" in found) return found;
    if (!mayMove("takeBack", found.contact.state)) return refuse("contact-changed-meanwhile");
    const records = (await listRecords(work.db, input.trajectoryId)).filter(
      ({ childId, momentCode }) => childId === input.childId && momentCode === input.momentCode,
    );
    if (records.some(({ organisationId }) => organisationId !== actor.organisationId)) return refuse("contact-not-yours");
    await takeBackRecords(
      work.db,
      records.map(({ id }) => id),
    );
    await followContacts(work.db, input.trajectoryId);
    return done({});
  });

/** The contact moment as it stands now, with nobody else recording it meanwhile. */
async function find(
  { db, today, about }: Work,
  { trajectoryId, childId, momentCode }: OnContact,
): Promise<{ contact: PlannedContact; child: ChildContacts; motherId: string } | Refusal<ContactRefusal>> {
  const line = await findLine(db, trajectoryId);
  if (!line) return refuse("contact-not-found");
  about({ trajectories: [trajectoryId], part: "exploration" });
  if (line.state === "ended") return refuse("contact-line-ended");
  await lockContact(db, childId, momentCode);
  const child = (await findContacts(db, line, today)).find((one) => one.childId === childId);
  const contact = child?.contacts.find(({ moment }) => moment.code === momentCode);
  return child && contact ? { contact, child, motherId: line.motherId } : refuse("contact-not-found");
}

/** The signal of what stood out; null when nothing did. */
async function noteWhatStoodOut(work: Work, actor: Actor, input: ContactInput, motherId: string): Promise<string | null | "refused"> {
  const note = (aboutPerson: string, factorCodes: readonly string[], seen: string | null) =>
    noteSignal(work, actor, {
      trajectoryId: input.trajectoryId,
      aboutPerson,
      factorCodes,
      seen,
      observedOn: input.onDay,
      discussedOn: null,
      discussedToday: input.discussed,
      urgent: input.urgent && aboutPerson === input.childId,
    });
  if (input.nextChildWish && !isDone(await note(motherId, [nextChildWish], null))) return "refused";
  if (input.factorCodes.length === 0) return null;
  const noted = await note(input.childId, input.factorCodes, input.noticed);
  return isDone(noted) ? noted.note : "refused";
}
