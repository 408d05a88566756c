import { addDays, type Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { EntryKind, MeldcodeCase, MeldcodeEntry, MeldcodeRefusal } from "../meldcode.ts";
import { decideEntry } from "../rules/decideEntry.ts";
import { meldcodeTerms } from "../rules/meldcodeTerms.ts";
import {
  changeCase,
  findCase,
  hasOfficer,
  insertCase,
  insertEntry,
  listCases,
  listEntries,
  type MeldcodeListed,
} from "./meldcode.store.ts";

/**
 * Says in the trail that this is of the Meldcode, and of which case: never of which family, so that no line of it stands in the family's
 * own trail.
 */
const apart = (work: Work, caseId: string | null) => work.about({ part: "meldcode", ...(caseId && { purpose: caseId }) });

export interface MeldcodeList {
  readonly today: Day;
  readonly cases: readonly MeldcodeListed[];
}

/** The asker's own cases; for the officer all of her organisation. */
export function readCases(actor: Actor): Promise<MeldcodeList> {
  return withActor(actor, "meldcode.listed", async (work) => {
    apart(work, null);
    return { today: work.today, cases: await listCases(work.db) };
  });
}

/** What a new case begins with: the family's name, where it begins from its page. Null when that family is not the asker's to see. */
export function readNewCase(actor: Actor, trajectoryId: string | null): Promise<{ trajectoryId: string | null; aboutWhom: string } | null> {
  if (trajectoryId === null) return Promise.resolve({ trajectoryId: null, aboutWhom: "" });
  return withActor(actor, "family.read", async ({ db, about }) => {
    const family = (await findLine(db, trajectoryId)) && (await findFamilyOfLine(db, trajectoryId));
    if (!family) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    return { trajectoryId, aboutWhom: familyHeading(family.members) };
  });
}

/** Begins a case with its first signals. */
export function beginCase(
  actor: Actor,
  input: { trajectoryId: string | null; aboutWhom: string; onDay: Day; words: string },
): Promise<Done<{ id: string }> | Refusal<MeldcodeRefusal>> {
  return withActor(actor, "meldcode.begun", async (work) => {
    const { db, today } = work;
    apart(work, null);
    const outcome = decideEntry("signals", { state: "open", byAuthor: true, today, onDay: input.onDay, words: input.words, answers: {} });
    if (outcome !== "go") return outcome;
    if (input.trajectoryId !== null && (await findLine(db, input.trajectoryId)) === null) return refuse("not-visible");
    const id = await insertCase(db, { ...input, nextOn: addDays(today, meldcodeTerms.nextStepDays) });
    apart(work, id);
    await insertEntry(db, { caseId: id, kind: "signals", onDay: input.onDay, words: input.words, answers: {} });
    return done({ id });
  });
}

export interface MeldcodePageData {
  readonly today: Day;
  readonly found: MeldcodeCase;
  readonly entries: readonly MeldcodeEntry[];
  readonly byAuthor: boolean;
  readonly officer: boolean;
}

/** One case; null for everyone but its author and the officer of her organisation. */
export function readCase(actor: Actor, id: string): Promise<MeldcodePageData | null> {
  return withActor(actor, "meldcode.read", async (work) => {
    apart(work, null);
    const found = await findCase(work.db, id);
    if (!found) return null;
    apart(work, id);
    const byAuthor = found.authorId === actor.professionalId;
    return {
      today: work.today,
      found,
      byAuthor,
      entries: await listEntries(work.db, id),
      officer: await hasOfficer(work.db, actor.organisationId),
    };
  });
}

export interface EntryInput {
  readonly id: string;
  readonly version: number;
  readonly onDay?: Day;
  readonly words: string | null;
  readonly answers?: Readonly<Record<string, string>>;
}

const events: Readonly<Partial<Record<EntryKind, string>>> = { closed: "meldcode.closed", reopened: "meldcode.reopened" };

/** Records what was done in a step. The next reminder is set anew; closing takes it away. */
export function recordEntry(actor: Actor, kind: EntryKind, input: EntryInput): Promise<Done | Refusal<MeldcodeRefusal>> {
  return withActor(actor, events[kind] ?? "meldcode.recorded", async (work) => {
    const { db, today } = work;
    apart(work, null);
    const found = await findCase(db, input.id);
    if (!found) return refuse("not-visible");
    apart(work, input.id);
    const onDay = input.onDay ?? today;
    const facts = {
      state: found.state,
      byAuthor: found.authorId === actor.professionalId,
      today,
      onDay,
      words: input.words,
      answers: input.answers ?? {},
    };
    const outcome = decideEntry(kind, facts);
    if (outcome !== "go") return outcome;
    if (kind === "ask_officer" && !(await hasOfficer(db, actor.organisationId))) return refuse("no-officer");
    if (!(await changeCase(db, input, changeBy(kind, today, found)))) return refuse("changed-meanwhile");
    const answers = kind === "ask_officer" ? { by: addWorkingDays(today, meldcodeTerms.officerAnswersWithinWorkingDays) } : facts.answers;
    await insertEntry(db, { caseId: found.id, kind, onDay, words: input.words, answers });
    return done({});
  });
}

function changeBy(kind: EntryKind, today: Day, found: MeldcodeCase): { state?: "open" | "closed"; nextOn?: Day | null } {
  if (kind === "closed") return { state: "closed", nextOn: null };
  const nextOn = addDays(today, meldcodeTerms.nextStepDays);
  if (kind === "reopened") return { state: "open", nextOn };
  return kind === "advice" ? {} : { nextOn: found.nextOn !== null && found.nextOn > nextOn ? found.nextOn : nextOn };
}

/** The author sets the day on which she means to do the next step. */
export function setNextDay(actor: Actor, input: { id: string; version: number; nextOn: Day }): Promise<Done | Refusal<MeldcodeRefusal>> {
  return withActor(actor, "meldcode.planned", async (work) => {
    apart(work, null);
    const found = await findCase(work.db, input.id);
    if (!found) return refuse("not-visible");
    apart(work, input.id);
    if (found.state === "closed") return refuse("closed-already");
    if (found.authorId !== actor.professionalId) return refuse("author-only");
    if (input.nextOn < work.today) return refuse("day-passed");
    return (await changeCase(work.db, input, { nextOn: input.nextOn })) ? done({}) : refuse("changed-meanwhile");
  });
}
