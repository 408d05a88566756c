import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * A backup is one stream: a mark, a salt, then AES-256-GCM over gzip over frames. A frame is a kind, a length and its bytes. Without the
 * key it is noise, and a byte that was changed or cut off is noticed before anything is put back.
 */
export const mark = Buffer.from("WIEGBACK1\n");
export const saltBytes = 16;
export const tagBytes = 16;

export type Frame = { readonly kind: "header" | "table" | "data" | "end"; readonly bytes: Buffer };
const kinds = ["header", "table", "data", "end"] as const;

export const newSalt = (): Buffer => randomBytes(saltBytes);

const keysOf = (secret: string, salt: Buffer) => {
  const made = Buffer.from(hkdfSync("sha256", secret, salt, "wieg backup", 44));
  return { key: made.subarray(0, 32), iv: made.subarray(32) };
};
export const cipherFor = (secret: string, salt: Buffer) => {
  const { key, iv } = keysOf(secret, salt);
  return createCipheriv("aes-256-gcm", key, iv);
};
export const decipherFor = (secret: string, salt: Buffer) => {
  const { key, iv } = keysOf(secret, salt);
  return createDecipheriv("aes-256-gcm", key, iv);
};

export function frame(kind: Frame["kind"], bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kinds.indexOf(kind), 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Cuts a stream of bytes into its frames, whatever pieces it comes in. */
export async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    kept = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
    while (kept.length >= 5) {
      const length = kept.readUInt32BE(1);
      if (kept.length < 5 + length) break;
      const kind = kinds[kept.readUInt8(0)];
      if (!kind) throw new Error("This is not a backup of Wieg.");
      yield { kind, bytes: kept.subarray(5, 5 + length) };
      kept = kept.subarray(5 + length);
    }
  }
}
