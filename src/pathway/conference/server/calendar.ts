import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { hashOfToken, newSecretToken, signInSettings } from "../../../trust/signIn/server/door.ts";
import type { Sitting } from "../sitting.ts";
import { endFeed, findFeed, listFeed, saveFeed } from "./calendar.store.ts";
import { findSitting } from "./sitting.store.ts";

/**
 * Sittings as iCalendar [RFC 5545]: neutral, so that a calendar at home or on a shared screen tells no more than that there is a meeting.
 * A file of one sitting that is cancelled takes it out of the calendar again [RFC 5546 CANCEL].
 */
export function calendarFile(sittings: readonly Sitting[], publicUrl: string, one: boolean): string {
  const gone = one && sittings[0]?.state === "cancelled";
  const calendar = ical({
    name: one ? null : "Overleggen (Wieg)",
    prodId: { company: "Wieg", product: "Overleggen", language: "NL" },
    method: gone ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(one ? {} : { ttl: 4 * 3600 }),
  });
  for (const sitting of sittings) {
    calendar.createEvent({
      id: `${sitting.id}@wieg`,
      sequence: sitting.sequence,
      stamp: sitting.changedAt,
      start: momentOf(sitting.heldOn, sitting.startsAt),
      end: momentOf(sitting.heldOn, sitting.endsAt),
      summary: sitting.series,
      location: sitting.place ?? sitting.link,
      url: new URL(`/overleggen/zittingen/${sitting.id}`, publicUrl).href,
      organizer: { name: sitting.organisation, email: "niet-beantwoorden@wieg.invalid" },
      status: sitting.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: sitting.state === "cancelled" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}

/** Dutch wall-clock time as a moment: summer time is counted. */
const momentOf = (day: string, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime("Europe/Amsterdam").epochMilliseconds);

/** One sitting for a calendar programme: to add it, to move it, or to take it out. */
export const readCalendarFile = (actor: Actor, sittingId: string): Promise<string | null> =>
  withActor(actor, "conference.calendar-read", async ({ db }) => {
    const sitting = await findSitting(db, sittingId);
    return sitting && calendarFile([sitting], signInSettings().publicUrl.href, true);
  });

/** Since when the asker's calendar has an address; null when it has none. */
export const readFeedState = (actor: Actor): Promise<{ since: Date | null }> =>
  withActor(actor, "conference.feed-read", async ({ db }) => ({ since: await findFeed(db) }));

/** A new secret address for the asker's calendar. It is shown once: only its hash is kept; the address before it stops. */
export async function newFeed(actor: Actor): Promise<string> {
  const token = newSecretToken();
  await withActor(actor, "conference.feed-made", async ({ db }) => {
    await saveFeed(db, hashOfToken(token));
    return done({});
  });
  return new URL(`/agenda/${token}`, signInSettings().publicUrl).href;
}

export const stopFeed = (actor: Actor) =>
  withActor(actor, "conference.feed-ended", async ({ db }) => {
    await endFeed(db);
    return done({});
  });

/** The calendar behind a secret address; null when it is nobody's who works here. */
export const openFeed = ({ source, requestId }: Origin, token: string): Promise<string | null> =>
  withNobody("conference.feed-opened", { source, requestId }, async (db) => {
    const sittings = await listFeed(db, hashOfToken(token));
    return sittings && calendarFile(sittings, signInSettings().publicUrl.href, false);
  });
