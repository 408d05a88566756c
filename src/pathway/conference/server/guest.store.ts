import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { NewLink } from "../../../trust/oneTimeLink/server/door.ts";
import type { GuestLink, OutsideGuest, Presence, SittingRefusal } from "../sitting.ts";
import type { SittingSeen } from "./sitting.store.ts";

type Code = SittingRefusal | "done";
const codeOf = async (db: Db, call: ReturnType<typeof sql>): Promise<Code> => {
  const { rows } = await sql<{ code: Code }>`select ${call} as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
};

/** Who works outside Wieg and is asked for one case. */
export interface NewGuest {
  readonly itemId: string;
  readonly name: string;
  readonly worksAs: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone: string | null;
}

export const insertGuest = (db: Db, { sittingId, version }: SittingSeen, guest: NewGuest, link: NewLink) =>
  codeOf(
    db,
    sql`trust.ask_outside_guest(${sittingId}, ${version}, ${guest.itemId}, ${guest.name}, ${guest.worksAs}, ${guest.organisation}, ${guest.email}, ${guest.phone},
      ${link.hash}, ${link.code}, ${link.subject}, ${link.body})`,
  );
export const sendAgain = (db: Db, guestId: string, link: NewLink) =>
  codeOf(db, sql`trust.send_guest_link(${guestId}, ${link.hash}, ${link.code}, ${link.subject}, ${link.body})`);
export const saveGuestGone = (db: Db, { sittingId, version }: SittingSeen, guestId: string) =>
  codeOf(db, sql`trust.dismiss_outside_guest(${sittingId}, ${version}, ${guestId})`);
export async function tellGuests(db: Db, sittingId: string, mail: { readonly subject: string; readonly body: string }): Promise<void> {
  await sql`select trust.tell_guests(${sittingId}, ${mail.subject}, ${mail.body})`.execute(db);
}

const guestRow = sql`select g.id, g.item_id as "itemId", g.name, g.works_as as "worksAs", g.organisation, g.present, g.first_read_at is not null as "hasRead" from conference_guest g`;

/** Guests of a sitting whose case is before the asker. */
export async function listGuests(db: Db, sittingId: string): Promise<readonly OutsideGuest[]> {
  const { rows } = await sql<OutsideGuest>`${guestRow} join agenda_item i on i.id = g.item_id and i.state <> 'off'
    where g.sitting_id = ${sittingId} and g.ended_at is null order by i.place_nr, g.name, g.id`.execute(db);
  return rows;
}

/** Guests asked for cases on an agenda of this line: for who may read the case. */
export async function listGuestsOfLine(db: Db, trajectoryId: string): Promise<readonly OutsideGuest[]> {
  const { rows } = await sql<OutsideGuest>`${guestRow} join agenda_item i on i.id = g.item_id and i.state = 'on_agenda'
    where i.trajectory_id = ${trajectoryId} and g.ended_at is null order by g.name, g.id`.execute(db);
  return rows;
}

export async function listGuestLinks(db: Db, sittingId: string, tries: number): Promise<readonly GuestLink[]> {
  const { rows } = await sql<GuestLink>`
    select guest_id as "guestId", email, phone, code, works from trust.guest_links(${sittingId}, ${tries})`.execute(db);
  return rows;
}

/** What a guest without an account reads: one case, in the words that the family agreed to. */
export interface GuestCase {
  readonly guest: string;
  readonly series: string;
  readonly heldOn: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly question: string | null;
  readonly summary: string | null;
  readonly presence: Presence | null;
  readonly familyWords: string | null;
  readonly interpreter: string | null;
  /** Only where the family lets everyone at the table know who it is. */
  readonly family: string | null;
  readonly broughtBy: string;
  readonly phone: string | null;
  readonly chair: string;
  readonly chairPhone: string | null;
}

export async function openCaseByLink(
  db: Db,
  typed: { readonly hash: Buffer; readonly code: string; readonly tries: number; readonly source: string; readonly requestId: string },
): Promise<GuestCase | null> {
  const { rows } = await sql<GuestCase>`
    select guest, series, held_on as "heldOn", starts_at as "startsAt", ends_at as "endsAt", place, link, question, summary, presence, family_words as "familyWords", interpreter, family,
      brought_by as "broughtBy", phone, chair, chair_phone as "chairPhone"
    from trust.open_guest_link(${typed.hash}, ${typed.code}, ${typed.tries}, ${typed.source}, ${typed.requestId})`.execute(db);
  return rows[0] ?? null;
}
