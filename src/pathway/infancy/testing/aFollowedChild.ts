import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import { changingLine } from "../../trajectory/server/changingLine.ts";
import { recordBirth } from "../../trajectory/server/recordBirth.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { findContacts, type ChildContacts } from "../server/readContacts.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { askContacts } from "../server/youthContact.store.ts";
import { withJob } from "../../../platform/db/withNobody.ts";

export type FollowedLine = Awaited<ReturnType<typeof aLine>>;

export const versionOf = (actor: Actor, trajectoryId: string): Promise<number> =>
  changingLine(actor, "family.read", trajectoryId, async ({ line }) => line.version);

/** A child (or twins) that a youth nurse follows with all that the family allows, born on this day. */
export async function aFollowedChild(
  midwife: Actor,
  nurse: Actor,
  bornOn: string,
  change: { gestationalDays?: number; twin?: boolean } = {},
): Promise<FollowedLine> {
  const line = await aLine(midwife, { dueDate: bornOn });
  await allow(midwife, line, nurse.organisationId, ["identity", "signals", "assessment", "exploration", "plan", "referrals"]);
  await allow(midwife, line, midwife.organisationId, ["identity", "signals", "exploration"]);
  await involve(midwife, nurse, line.trajectoryId);
  const child = {
    givenName: "Liv",
    prefix: null,
    familyName: null,
    bornOn,
    gestationalDays: change.gestationalDays ?? null,
    weightGrams: null,
    smallForAge: null,
  };
  const born = await recordBirth(midwife, line.trajectoryId, {
    children: change.twin ? [child, { ...child, givenName: "Sem" }] : [child],
    place: "home",
    version: await versionOf(midwife, line.trajectoryId),
  });
  if (born.code !== "done") throw new Error(born.code);
  return line;
}

export const contactsOf = (actor: Actor, trajectoryId: string): Promise<readonly ChildContacts[]> =>
  withActor(actor, "youth-contact.read", async ({ db, today }) => {
    const line = await findLine(db, trajectoryId);
    return line ? findContacts(db, line, today) : [];
  });

/** The morning's job. */
export const askInTheMorning = (): Promise<void> => withJob("youth-contacts", (db) => askContacts(db));

/** What stands open on the lists of the youth health service for a line. */
export const waitingOf = (region: Region, trajectoryId: string) =>
  region.asOwner<{ code: string; due: string; missed: number; child: string }>(
    `select w.facts ->> 'code' as code, w.due_on::text as due, (w.facts ->> 'missed')::integer as missed, w.subject_id as child from work_item w
     where w.trajectory_id = $1 and w.kind = 'youth-contact.due' and w.closed_at is null order by w.due_on, w.subject_id`,
    [trajectoryId],
  );
