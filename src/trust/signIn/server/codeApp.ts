import { Secret, TOTP } from "otpauth";
import { toDataURL } from "qrcode";

const period = 30;

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "Wieg", label, secret: Secret.fromBase32(secret), digits: 6, period, algorithm: "SHA1" });

/** A new secret for a code app: 160 bits (RFC 4226 4). */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/**
 * The step that a typed code belongs to, or null when it is no code of this moment. One step earlier or later is taken: clocks differ.
 * A step is good once: the caller keeps the last one used.
 */
export function stepOfCode(secret: string, typed: string, now = Date.now()): number | null {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, window: 1, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

/** The code of a moment: what the app shows. */
export const codeAt = (secret: string, now: number): string => totp(secret).generate({ timestamp: now });

/** What a code app reads: as a picture, and to type over. */
export async function codeAppPicture(secret: string, login: string): Promise<{ picture: string; typed: string }> {
  const picture = await toDataURL(totp(secret, login).toString(), { errorCorrectionLevel: "M", margin: 2, width: 220 });
  return { picture, typed: secret.replace(/(.{4})(?=.)/g, "$1 ") };
}
