import type { Day } from "../../../kit/day.ts";
import { done, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findKeptSearch, keepSearch, readSearch, searchFamilies } from "../../../registry/server/door.ts";
import type { ListFilter } from "../familyList.ts";
import { findListedLines, linesOnPage, listOwnLines, type ListedLine } from "./familyList.store.ts";

export interface FamilyList {
  readonly today: Day;
  readonly filter: ListFilter;
  readonly lines: readonly ListedLine[];
  /** The last line of this page when there are more. */
  readonly next: string | null;
  readonly after: string | null;
}

/** My families in one period, a page at a time. The list is one event of the trail, with its ids. */
export function listFamilies(actor: Actor, filter: ListFilter, after: string | null): Promise<FamilyList> {
  return withActor(actor, "families.listed", async ({ db, today, about }) => {
    const found = await listOwnLines(db, actor, filter, today, after);
    const lines = found.slice(0, linesOnPage);
    about({ trajectories: lines.map(({ id }) => id), part: "identity" });
    return { today, filter, lines, next: found.length > linesOnPage ? (lines.at(-1)?.id ?? null) : null, after };
  });
}

export interface Found {
  readonly today: Day;
  readonly typed: string;
  /** Too little was typed to look for. */
  readonly tooLittle: boolean;
  readonly lines: readonly ListedLine[];
  /** None has these words exactly: these are a letter off. */
  readonly nearly: boolean;
}

/** Keeps what someone looks for; the next page finds it by an id that says nothing. */
export function askForFamilies(actor: Actor, typed: string): Promise<Done<{ search: string }>> {
  return withActor(actor, "families.asked-for", async ({ db }) => done({ search: await keepSearch(db, typed) }));
}

/** Looks for families by name, day or postcode. What was looked for stands in no trail and no address. Null when it was kept no longer. */
export function searchForFamilies(actor: Actor, search: string): Promise<Found | null> {
  return withActor(actor, "families.searched", async ({ db, today, about }) => {
    const typed = await findKeptSearch(db, search);
    if (typed === null) return null;
    const words = readSearch(typed);
    const hits = words === "" ? [] : await searchFamilies(db, words, linesOnPage);
    const lines = await findListedLines(
      db,
      hits.map(({ trajectoryId }) => trajectoryId),
    );
    about({ trajectories: lines.map(({ id }) => id), part: "identity" });
    return { today, typed, tooLittle: words === "", lines, nearly: hits.length > 0 && hits.every(({ score }) => score < 2) };
  });
}
