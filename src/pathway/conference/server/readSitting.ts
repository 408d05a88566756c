import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { listOpenOffers } from "../../support/directory/server/door.ts";
import { mostTries } from "../../../trust/oneTimeLink/server/door.ts";
import { seenByAll } from "../rules/seenByAll.ts";
import type { AgendaItem, GuestLink, OutcomePart, OutsideGuest, Participant, ProposedCase, Sitting } from "../sitting.ts";
import { listGuestLinks, listGuests } from "./guest.store.ts";
import { listFamilyAtTable, listOutcome, listPeopleAtTable, type SeatPerson } from "./outcome.store.ts";
import { listSeriesChoices, type SeriesChoices } from "./series.store.ts";
import {
  findItem,
  findSitting,
  listItems,
  listLacking,
  listParticipants,
  listProposal,
  listTold,
  listWallRows,
  type WallRow,
} from "./sitting.store.ts";

export interface SittingPageData {
  readonly sitting: Sitting;
  readonly today: Day;
  readonly items: readonly AgendaItem[];
  readonly participants: readonly Participant[];
  /** Guests without an account; for the chair with how to reach them. */
  readonly guests: readonly (OutsideGuest & { readonly reach: GuestLink | null })[];
  readonly told: readonly string[];
  /** For the chair, as long as the agenda can change. */
  readonly proposal: readonly ProposedCase[];
  readonly opensFamily: boolean;
}

/** A sitting as one at its table sees it: its cases only from the agenda until it is over. */
export const readSitting = (actor: Actor, id: string): Promise<SittingPageData | null> =>
  withActor(actor, "conference.sitting-read", async (work) => {
    const { db, today } = work;
    const sitting = await findSitting(db, id);
    if (!sitting) return null;
    const items = await readItems(work, id);
    const settable = sitting.chairs && ["planned", "agenda_set"].includes(sitting.state);
    return {
      sitting,
      today,
      items,
      participants: await listParticipants(db, id),
      guests: await readGuests(work, sitting),
      told: await listTold(db, id),
      proposal: settable ? await listProposal(db, id) : [],
      opensFamily: isRole(actor.role) && mayRole(actor.role, "identity", "read"),
    };
  });

async function readGuests({ db }: Work, { id, chairs, state }: Sitting): Promise<SittingPageData["guests"]> {
  const guests = await listGuests(db, id);
  const links = chairs && (state === "agenda_set" || state === "open") && guests.length > 0 ? await listGuestLinks(db, id, mostTries) : [];
  return guests.map((one) => ({ ...one, reach: links.find(({ guestId }) => guestId === one.id) ?? null }));
}

async function readItems({ db, about }: Work, sittingId: string): Promise<readonly AgendaItem[]> {
  const items = await listItems(db, sittingId);
  about({ trajectories: items.map(({ trajectoryId }) => trajectoryId), part: "plan", purpose: "case_conference" });
  return items;
}

/** A sitting for a form of its chair; null for anyone else. */
export const readForChair = (actor: Actor, id: string): Promise<SittingPageData | null> =>
  readSitting(actor, id).then((page) => (page?.sitting.chairs ? page : null));

export type GuestForm = SittingPageData & Pick<SeriesChoices, "people">;
export const readGuestForm = async (actor: Actor, id: string): Promise<GuestForm | null> => {
  const page = await readForChair(actor, id);
  return (
    page && { ...page, people: await withActor(actor, "conference.sitting-read", async ({ db }) => (await listSeriesChoices(db)).people) }
  );
};

/** One case on the wall: only what all who are present may see. */
export interface WallData {
  readonly sitting: Sitting;
  readonly items: readonly Pick<AgendaItem, "id" | "nr" | "state">[];
  readonly at: number;
  readonly item: AgendaItem | null;
  readonly family: string | null;
  readonly rows: readonly WallRow[];
  readonly outcome: readonly OutcomePart[];
}

export const readWall = (actor: Actor, id: string, nr: number): Promise<WallData | null> =>
  withActor(actor, "conference.wall-read", async ({ db, about }) => {
    const sitting = await findSitting(db, id);
    if (!sitting?.chairs) return null;
    const items = await listItems(db, id);
    const at = Math.min(Math.max(nr, 1), Math.max(items.length, 1));
    const item = items[at - 1] ?? null;
    if (item) about({ trajectories: [item.trajectoryId], part: "plan", purpose: "case_conference" });
    const lacking = item ? await listLacking(db, item.id) : [];
    const rows = item ? await listWallRows(db, item.trajectoryId) : [];
    const shown = rows.filter(({ kind, authorOrganisationId }) => seenByAll(lacking, partOf(kind), authorOrganisationId));
    return {
      sitting,
      items,
      at,
      item,
      family: shown.some(({ kind }) => kind === "identity") ? (item?.family ?? null) : null,
      rows: shown,
      outcome: item?.state === "discussed" ? (await listOutcome(db, item.id)).filter(({ kind }) => kind !== "agreement") : [],
    };
  });

const partOf = (kind: WallRow["kind"]) => (kind === "identity" || kind === "category_route" ? kind : "plan");

export interface OutcomeForm {
  readonly sitting: Sitting;
  readonly item: AgendaItem;
  readonly today: Day;
  readonly participants: readonly Participant[];
  readonly people: readonly SeatPerson[];
  readonly family: readonly { readonly id: string; readonly name: string }[];
  readonly offers: readonly { readonly id: string; readonly name: string; readonly organisation: string }[];
}

/** What the chair needs to record what was decided; null when the case is not before her. */
export const readOutcomeForm = (actor: Actor, itemId: string): Promise<OutcomeForm | null> =>
  withActor(actor, "conference.wall-read", async ({ db, today, about }) => {
    const item = await findItem(db, itemId);
    const sitting = item && (await findSitting(db, item.sittingId));
    if (!item || !sitting?.chairs || item.state === "off") return null;
    about({ trajectories: [item.trajectoryId], part: "plan", purpose: "case_conference" });
    const here = (await listParticipants(db, sitting.id)).filter((one) => one.itemId === null || one.itemId === item.id);
    return {
      sitting,
      item,
      today,
      participants: here.filter(({ role }) => isRole(role) && mayRole(role, "identity", "read")),
      people: await listPeopleAtTable(db, sitting.id, item.id),
      family: await listFamilyAtTable(db, item.trajectoryId),
      offers: await listOpenOffers(db),
    };
  });

export interface OutcomePage {
  readonly item: AgendaItem;
  readonly parts: readonly OutcomePart[];
  readonly mayCarryOut: boolean;
}

/** What was decided, for who it names and who is involved. */
export const readOutcome = (actor: Actor, itemId: string): Promise<OutcomePage | null> =>
  withActor(actor, "conference.outcome-read", async ({ db, about }) => {
    const item = await findItem(db, itemId);
    if (item?.state !== "discussed") return null;
    about({ trajectories: [item.trajectoryId], part: "plan", purpose: "case_conference" });
    return { item, parts: await listOutcome(db, itemId), mayCarryOut: isRole(actor.role) && mayRole(actor.role, "plan", "write") };
  });
