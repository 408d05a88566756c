import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { readKeyRing } from "../../../platform/secrets/keyRing.ts";
import { draftAnswers, type DraftAnswers } from "../frontDoor.ts";

/** A key that stays in her browser: what she fills in can be read with it alone. */
export const newDraftToken = (): string => randomBytes(32).toString("base64url");

/** A token as a browser sends it, or null when it is none. */
export const readDraftToken = (value: string | undefined): string | null => (/^[\w-]{43}$/.test(value ?? "") ? (value ?? null) : null);

/** What the database knows a draft by. */
export const draftHash = (token: string): Buffer => createHash("sha256").update(`help-draft:${token}`).digest();

const about = "help-draft";
const ringOf = (token: string) => readKeyRing(`d1:${token}`);

export const sealAnswers = (token: string, answers: DraftAnswers): Buffer =>
  Buffer.from(ringOf(token).seal(JSON.stringify(answers), about));

/** Her answers; none when they were touched or are from another version of the questions. */
export function openAnswers(token: string, content: Buffer): DraftAnswers {
  const plain = ringOf(token).open(content.toString(), about);
  if (plain === null) return {};
  const read = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(draftAnswers)
    .safeParse(plain);
  return read.success ? read.data : {};
}
