import type { Sealed } from "./storage.ts";

/**
 * The locks of the phone, by WebCrypto alone. A random key seals everything. It lies on the phone wrapped in a second key, made of the PIN
 * (slowly) and of a secret that the server gave and that no script can read out [docs/decisions/0015].
 */

/** Rounds of PBKDF2-SHA256 for one try of a PIN [OWASP Password Storage 2023: at least 600,000]. */
export const rounds = 600_000;

const text = new TextEncoder();
export type Bytes = Uint8Array<ArrayBuffer>;
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** The server's secret, kept so that it can be used here and not read. */
export const keepSecret = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

/** The key that wraps: nothing without the PIN, and nothing without this phone's secret. */
async function keyOf(pin: string, salt: Bytes, secret: CryptoKey, times: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, ["deriveBits"]);
  const slow = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: times }, typed, 256);
  const mixed = await crypto.subtle.sign("HMAC", secret, slow);
  return crypto.subtle.importKey("raw", mixed, "AES-GCM", false, ["wrapKey", "unwrapKey"]);
}

/** How the sealing key lies on the phone. */
export interface Wrapped {
  readonly salt: Bytes;
  readonly rounds: number;
  readonly iv: Bytes;
  readonly key: ArrayBuffer;
}

/** A new sealing key, wrapped. */
export async function newKey(pin: string, secret: CryptoKey, times = rounds): Promise<{ wrapped: Wrapped; key: CryptoKey }> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const key = await crypto.subtle.wrapKey("raw", made, await keyOf(pin, salt, secret, times), { name: "AES-GCM", iv });
  const wrapped = { salt, rounds: times, iv, key };
  const usable = await unwrap(pin, wrapped, secret); // from here on no script can read it out
  if (usable === null) throw new Error("a new key does not fit");
  return { wrapped, key: usable };
}

/** The sealing key; null when the PIN is wrong. */
export async function unwrap(pin: string, wrapped: Wrapped, secret: CryptoKey): Promise<CryptoKey | null> {
  const opener = await keyOf(pin, wrapped.salt, secret, wrapped.rounds);
  try {
    return await crypto.subtle.unwrapKey("raw", wrapped.key, opener, { name: "AES-GCM", iv: wrapped.iv }, { name: "AES-GCM" }, false, [
      "encrypt",
      "decrypt",
    ]);
  } catch {
    return null;
  }
}

/** Seals a value for one place: it opens nowhere else, so nothing can be put in another's place. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = randomBytes(12);
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: text.encode(place) },
    key,
    text.encode(JSON.stringify(value)),
  );
  return { iv, data };
}

/** What was sealed for this place. Raises when it was not, or when one bit of it changed. */
export async function unseal(key: CryptoKey, place: string, { iv, data }: Sealed): Promise<unknown> {
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(place) }, key, data);
  return JSON.parse(new TextDecoder().decode(opened));
}
