import type { PhoneSettings } from "../visitApp.ts";
import { type Bytes, keepSecret, newKey, unwrap, type Wrapped } from "./seal.ts";
import { closeStorage, readOne, wipeStorage, writeOne } from "./storage.ts";

/** Wrong PINs after which everything goes. */
export const mostTries = 6;

/** What lies on the phone in the open: nothing about a family, nor about her. */
interface Lock {
  readonly deviceId: string;
  readonly wrapped: Wrapped;
  readonly secret: CryptoKey;
  readonly triesLeft: number;
  readonly settings: PhoneSettings;
  /** With this alone the phone can say that it wiped itself. */
  readonly farewell: string;
}

/** Why there is nothing on this phone any more: told once, honestly. */
export type WipeReason = "tries" | "blocked" | "signed-off";
const wipeNote = "wieg-onderweg-gewist";

export const findLock = async (): Promise<Lock | null> => (await readOne<Lock>("lock", "lock")) ?? null;

export async function makeLock(of: {
  deviceId: string;
  pin: string;
  secret: Bytes;
  settings: PhoneSettings;
  farewell: string;
  rounds?: number;
}): Promise<CryptoKey> {
  const secret = await keepSecret(of.secret);
  const { wrapped, key } = await newKey(of.pin, secret, of.rounds);
  await writeOne("lock", "lock", {
    deviceId: of.deviceId,
    wrapped,
    secret,
    triesLeft: mostTries,
    settings: of.settings,
    farewell: of.farewell,
  } satisfies Lock);
  localStorage.removeItem(wipeNote);
  return key;
}

export type Unlocked =
  | Readonly<{ state: "open"; key: CryptoKey }>
  | Readonly<{ state: "wrong"; left: number }>
  | Readonly<{ state: "wiped" }>;

/** One try. It is counted before it is made: who switches the phone off halfway wins nothing. */
export function tryPin(pin: string): Promise<Unlocked> {
  return navigator.locks.request("wieg-onderweg-pin", async (): Promise<Unlocked> => {
    const lock = await findLock();
    if (!lock) return { state: "wiped" };
    const triesLeft = lock.triesLeft - 1;
    await writeOne("lock", "lock", { ...lock, triesLeft });
    const key = triesLeft < 0 ? null : await unwrap(pin, lock.wrapped, lock.secret);
    if (key) {
      await writeOne("lock", "lock", { ...lock, triesLeft: mostTries });
      return { state: "open", key };
    }
    if (triesLeft > 0) return { state: "wrong", left: triesLeft };
    localStorage.setItem(untold, JSON.stringify({ deviceId: lock.deviceId, farewell: lock.farewell }));
    await wipe("tries");
    return { state: "wiped" };
  });
}

/** Settings may change at each contact. */
export async function keepSettings(settings: PhoneSettings): Promise<void> {
  const lock = await findLock();
  if (lock) await writeOne("lock", "lock", { ...lock, settings });
}

/** A phone that wiped itself, and that Wieg did not hear of yet: its id and its farewell, nothing else. */
const untold = "wieg-onderweg-nog-te-melden";

export function wipedAndUntold(): { readonly deviceId: string; readonly farewell: string } | null {
  const kept: unknown = JSON.parse(localStorage.getItem(untold) ?? "null");
  return kept !== null && typeof kept === "object" && "deviceId" in kept && "farewell" in kept
    ? { deviceId: String(kept.deviceId), farewell: String(kept.farewell) }
    : null;
}
export const wipeIsTold = (): void => localStorage.removeItem(untold);

/** Everything goes. Only why is kept, to say it. */
export async function wipe(why: WipeReason): Promise<void> {
  localStorage.setItem(wipeNote, why);
  closeStorage();
  await wipeStorage();
}

export function whyWiped(): WipeReason | null {
  const why = localStorage.getItem(wipeNote);
  return why === "tries" || why === "blocked" || why === "signed-off" ? why : null;
}
