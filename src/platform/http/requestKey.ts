import { createHash } from "node:crypto";
import type { MultipartFile } from "@fastify/multipart";
import { z } from "zod";
import type { Actor } from "../db/actor.ts";

const uuid = z.uuid();

/**
 * The key of a form, bound to the session that sent it, where it was sent and what was typed: the same form sent twice is done once. Who
 * goes back, changes it and sends it again said something else, which must not be lost; and the key of someone else's form, or of another
 * form, tells nothing and stops nothing. Null when no key came along.
 */
export function requestKeyOf(actor: Pick<Actor, "token">, url: string, key: unknown, fields: unknown): string | null {
  const given = uuid.safeParse(key);
  if (!given.success) return null;
  const digest = createHash("sha256")
    .update(JSON.stringify([actor.token, url, given.data, fields]))
    .digest("hex");
  return [8, 12, 16, 20, 32].map((end, nth, ends) => digest.slice(ends[nth - 1] ?? 0, end)).join("-");
}

/** The same for an upload: what was typed is the file. */
export function uploadKeyOf(actor: Pick<Actor, "token">, url: string, file: MultipartFile, content: Uint8Array): string | null {
  const field = file.fields["_key"];
  const key = field && !Array.isArray(field) && field.type === "field" ? field.value : null;
  return requestKeyOf(actor, url, key, [file.filename, createHash("sha256").update(content).digest("hex")]);
}
