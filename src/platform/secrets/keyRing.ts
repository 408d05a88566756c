import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What is kept encrypted, with the id of its key in front: `k1:...`. */
export type Sealed = string;

/** The keys of this installation. The first seals; the others only open what was sealed before the key was changed. */
export interface KeyRing {
  readonly currentKey: string;
  /** Encrypts. `about` binds it to its place, such as "totp:" and an id: moved to another row it doesn't open. */
  seal(plain: string, about: string): Sealed;
  /** Decrypts, or answers null when the key is gone or the content was touched. */
  open(sealed: Sealed, about: string): string | null;
  /** True when it was sealed with an older key, and should be sealed anew. */
  isOld(sealed: Sealed): boolean;
  /** A keyed digest, for names that are compared but never read back. */
  digest(value: string, about: string): Buffer;
}

/** Makes the ring from `id:key,id:key`, each key 32 bytes in base64url. Raises when a key has another length. */
export function readKeyRing(spec: string): KeyRing {
  const keys = new Map(
    spec
      .trim()
      .split(",")
      .map((one) => readKey(one)),
  );
  const [current] = keys;
  if (!current) throw new Error("At least one key is needed.");
  const [currentKey, key] = current;
  return {
    currentKey,
    seal: (plain, about) => `${currentKey}:${encrypt(key, plain, about)}`,
    open: (sealed, about) => {
      const [id = "", content = ""] = sealed.split(":");
      const found = keys.get(id);
      return found ? decrypt(found, content, about) : null;
    },
    isOld: (sealed) => !sealed.startsWith(`${currentKey}:`),
    digest: (value, about) =>
      createHmac("sha256", Buffer.from(hkdfSync("sha256", key, "", `wieg ${about}`, 32)))
        .update(value)
        .digest(),
  };
}

/** A new ring of one key, in the form that is kept. */
export const newKeySpec = (id = "k1"): string => `${id}:${randomBytes(32).toString("base64url")}`;

function readKey(one: string): [string, Buffer] {
  const [id = "", encoded = ""] = one.trim().split(":");
  const key = Buffer.from(encoded, "base64url");
  if (!/^[a-z0-9]{1,16}$/.test(id) || key.length !== 32) throw new Error("A key is an id, a colon and 32 bytes in base64url.");
  return [id, key];
}

function encrypt(key: Buffer, plain: string, about: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const content = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString("base64url");
}

function decrypt(key: Buffer, sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
