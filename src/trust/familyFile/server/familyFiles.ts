import { randomInt } from "node:crypto";
import { addDays, formatDay } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { hashOfToken, signInSettings } from "../../signIn/server/door.ts";
import { listPersons, type Person } from "../../retention/server/door.ts";
import { coverSheet, printDocument } from "../documents/coverSheet.ts";
import { linkDays, type FileFormat } from "../familyFile.ts";
import { mayMove } from "../rules/fileMoves.ts";
import { askFile, findFile, handFile, openByLink, retryFile, takeByLink, type FamilyFile, type ToTake } from "./familyFile.store.ts";

const part = "identity";

/** Whose file can be asked for. Null when the line is not the asker's to see. */
export const readFileForm = (actor: Actor, trajectoryId: string): Promise<{ persons: readonly Person[] } | null> =>
  withActor(actor, "family-file.read", async ({ db, about }) => {
    const persons = await listPersons(db, trajectoryId);
    if (persons.length === 0) return null;
    about({ trajectories: [trajectoryId], part });
    return { persons };
  });

/** Has the whole file of one person made, for herself. */
export function askFamilyFile(
  actor: Actor,
  trajectoryId: string,
  asked: { person: string; language: "nl" | "en" },
): Promise<Done<{ file: string }> | Refusal<"made-already">> {
  return withActor(actor, "family-file.asked", async ({ db, about }) => {
    const persons = await listPersons(db, trajectoryId);
    if (!persons.some(({ id }) => id === asked.person)) throw new NotFound();
    about({ trajectories: [trajectoryId], part });
    const file = await askFile(db, trajectoryId, asked.person, asked.language);
    return file === null ? refuse("made-already") : done({ file });
  });
}

/** Where a file stands; never what is in it. */
export const readFile = (actor: Actor, id: string): Promise<FamilyFile | null> =>
  withActor(actor, "family-file.read", async ({ db, about }) => {
    const file = await findFile(db, id);
    if (file) about({ trajectories: [file.trajectoryId], part });
    return file;
  });

/** Makes a file anew that failed. */
export const retryFamilyFile = (actor: Actor, id: string): Promise<Done | Refusal<"changed-meanwhile">> =>
  withActor(actor, "family-file.asked", async ({ db, about }) => {
    const file = await findFile(db, id);
    if (!file) throw new NotFound();
    about({ trajectories: [file.trajectoryId], part });
    return mayMove("retry", file.state) && (await retryFile(db, file)) ? done({}) : refuse("changed-meanwhile");
  });

/**
 * Hands the file over to who showed who she is: a paper with the link. The code stands on the page, to be told. An earlier paper works no
 * more. Null when it is not the asker's, or not ready.
 */
export async function handFamilyFile(actor: Actor, id: string, checked: "document" | "known"): Promise<Uint8Array | null> {
  const sheet = await withActor(actor, "family-file.handed", async ({ db, today, about }) => {
    const file = await findFile(db, id);
    if (!file || !mayMove("hand", file.state)) return null;
    about({ trajectories: [file.trajectoryId], part, purpose: checked });
    const token = newTypedToken();
    const until = addDays(today, linkDays);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    if (!(await handFile(db, id, { checked, hash: hashOfToken(token), code, until }))) return null;
    // Short, for who types it over: without what every browser fills in by itself.
    const address = new URL("/mijn-dossier", signInSettings().publicUrl).href.replace(/^https?:\/\//, "");
    return coverSheet({
      language: file.language,
      date: today,
      organisation: actor.organisation,
      address,
      key: token,
      until: formatDay(until),
    });
  });
  return sheet && printDocument(sheet);
}

/** Typed from paper on a telephone: twelve letters and digits that are not taken for each other, 59 bits; the code and five tries guard it besides. */
function newTypedToken(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)] ?? "").join("");
  return [group(), group(), group()].join("-");
}

/** Opening uses nothing up; a wrong code is counted. Null: it does not work (any more), whatever the reason. */
export const openFamilyFile = (origin: Origin, token: string, code: string): Promise<ToTake | null> =>
  withNobody("family-file.opened", { source: origin.source, requestId: origin.requestId }, (db) =>
    openByLink(db, hashOfToken(token), code),
  );

/** Gives one document, once: with it the content is gone from Wieg. */
export const takeFamilyFile = (origin: Origin, token: string, code: string, format: FileFormat): Promise<Buffer | null> =>
  withNobody("family-file.opened", { source: origin.source, requestId: origin.requestId }, (db) =>
    takeByLink(db, hashOfToken(token), code, format, { source: origin.source, requestId: origin.requestId }),
  );
