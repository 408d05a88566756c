import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { listFactors } from "../../signal/server/door.ts";
import type { Factor } from "../../signal/signal.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine, secondBirthday } from "../../trajectory/server/door.ts";
import { daysEarly, planContacts } from "../rules/planContacts.ts";
import type { PlannedContact } from "../youthContact.ts";
import { findFollowedSince, listChildren, listMoments, listRecords } from "./youthContact.store.ts";

/** The contact moments of one child. */
export interface ChildContacts {
  readonly childId: string;
  readonly name: string | null;
  readonly bornOn: Day;
  /** Days by which it is younger than the calendar says, for who came before 37+0. */
  readonly daysEarly: number;
  readonly contacts: readonly PlannedContact[];
}

/** Of each child of a line; empty when there is no child, or nothing of it that may be seen. */
export async function findContacts(db: Db, line: Line, today: Day): Promise<readonly ChildContacts[]> {
  if (line.bornOn === null) return [];
  const [moments, children, records, followedSince] = await Promise.all([
    listMoments(db),
    listChildren(db, line.id),
    listRecords(db, line.id),
    findFollowedSince(db, line.id),
  ]);
  return children
    .filter(({ diedOn }) => diedOn === null)
    .map((child) => ({
      childId: child.childId,
      name: child.name,
      bornOn: child.bornOn,
      daysEarly: daysEarly(child),
      contacts: planContacts({
        line,
        child: { ...child, twoOn: secondBirthday(child.bornOn) },
        moments,
        records: records.filter(({ childId }) => childId === child.childId),
        followedSince,
        today,
      }),
    }));
}

export interface ContactsPageData {
  readonly line: Line;
  readonly today: Day;
  readonly children: readonly ChildContacts[];
}

/** Null when the line is not the asker's to see. */
export const readContacts = (actor: Actor, trajectoryId: string): Promise<ContactsPageData | null> =>
  withActor(actor, "youth-contact.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    if (!line) return null;
    about({ trajectories: [trajectoryId], part: "exploration" });
    return { line, today, children: await findContacts(db, line, today) };
  });

export interface ContactFormData extends Omit<ContactsPageData, "children"> {
  readonly child: ChildContacts;
  readonly contact: PlannedContact;
  readonly factors: readonly Factor[];
}

/** What the form of one contact moment needs; null when there is no such moment to record, as after a loss. */
export const readContactForm = (actor: Actor, trajectoryId: string, childId: string, momentCode: string): Promise<ContactFormData | null> =>
  withActor(actor, "youth-contact.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const child = line && (await findContacts(db, line, today)).find((one) => one.childId === childId);
    const contact = child?.contacts.find(({ moment }) => moment.code === momentCode);
    if (!line || !child || !contact) return null;
    about({ trajectories: [trajectoryId], part: "exploration" });
    return { line, today, child, contact, factors: (await listFactors(db)).filter(({ selectable }) => selectable) };
  });
