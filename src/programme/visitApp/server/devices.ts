import { createHash, randomBytes } from "node:crypto";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Origin } from "../../../platform/http/request.ts";
import {
  blockDevice,
  type Device,
  deviceStands,
  insertDevice,
  keepWiped,
  listDevices,
  openDevice,
  signOffDevice,
} from "./devices.store.ts";

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

export interface Registered {
  readonly deviceId: string;
  readonly token: string;
  readonly secret: string;
  readonly farewell: string;
}

/** Takes a phone in use. Its token and its secret are told once, and kept by the phone alone. */
export async function registerDevice(actor: Actor, label: string): Promise<Registered | null> {
  const [token, farewell] = [randomBytes(32).toString("base64url"), randomBytes(32).toString("base64url")];
  const outcome = await withActor(actor, "visit-app.registered", async ({ db }) => {
    const deviceId = await insertDevice(db, hashOf(token), hashOf(farewell), label);
    return deviceId === null ? refuse("three-already") : done({ deviceId });
  });
  return outcome.code === "done" ? { deviceId: outcome.deviceId, token, secret: randomBytes(32).toString("base64"), farewell } : null;
}

/** Who a phone speaks for, in a session of two minutes that only this process knows; or that it is blocked, or not known. */
export async function enterWithDevice(
  deviceId: string,
  deviceToken: string,
  from: Origin,
  events: readonly string[],
): Promise<Actor | "blocked" | "unknown"> {
  const token = randomBytes(32).toString("base64url");
  const who = await openDevice(deviceId, hashOf(deviceToken), token, from.source);
  if (who?.state !== "open") return who?.state ?? "unknown";
  return {
    ...from,
    token,
    professionalId: who.professionalId,
    membershipId: who.membershipId,
    organisationId: who.organisationId,
    role: who.role,
    name: who.professional,
    organisation: who.organisation,
    organisationKind: who.organisationKind,
    idleMinutes: 2,
    requestKey: null,
    events,
  };
}

/** May a locked phone keep what it has? */
export const mayKeep = (deviceId: string): Promise<boolean> => deviceStands(deviceId);

/** A phone that wiped itself stands in the list as one that does nothing any more. */
export const noteWiped = (deviceId: string, farewell: string): Promise<void> => keepWiped(deviceId, hashOf(farewell));

/** She stops using a phone. */
export const stopDevice = (actor: Actor, deviceId: string, deviceToken: string): Promise<Done | Refusal<"not-visible">> =>
  withActor(actor, "visit-app.signed-off", async ({ db }) =>
    (await signOffDevice(db, deviceId, hashOf(deviceToken))) ? done({}) : refuse("not-visible"),
  );

/** Phones of the organisation, those in use first. */
export const readDevices = (actor: Actor): Promise<readonly Device[]> =>
  withActor(actor, "visit-app.devices-read", ({ db }) => listDevices(db));

/** Blocks a lost phone. What it has, it wipes at its next contact. */
export const blockPhone = (actor: Actor, deviceId: string, why: string): Promise<Done | Refusal<"not-visible">> =>
  withActor(actor, "visit-app.blocked", async ({ db }) => ((await blockDevice(db, deviceId, why)) ? done({}) : refuse("not-visible")));
