import { sql } from "kysely";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** Takes a phone in use for who asks. Null when she has three already. */
export async function insertDevice(db: Db, hash: Buffer, farewell: Buffer, label: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select trust.register_visit_device(${hash}, ${farewell}, ${label}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export interface OpenedDevice {
  readonly state: "open" | "blocked" | "unknown";
  readonly professionalId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly professional: string;
  readonly organisation: string;
  readonly organisationKind: string;
}

/** Begins the short session of one contact. */
export async function openDevice(deviceId: string, hash: Buffer, sessionToken: string, source: string): Promise<OpenedDevice | null> {
  const { rows } = await sql<OpenedDevice>`
    select state, professional_id as "professionalId", membership_id as "membershipId", organisation_id as "organisationId", role, professional, organisation,
      organisation_kind as "organisationKind" from trust.open_visit_device(${deviceId}, ${hash}, ${sessionToken}, ${source})`.execute(
    database(),
  );
  return rows[0] ?? null;
}

export async function deviceStands(deviceId: string): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select trust.visit_device_stands(${deviceId}) as stands`.execute(database());
  return rows[0]?.stands ?? false;
}

/** It wiped itself; what it says this with opens nothing. */
export async function keepWiped(deviceId: string, farewell: Buffer): Promise<void> {
  await sql`select trust.visit_device_wiped(${deviceId}, ${farewell})`.execute(database());
}

export async function signOffDevice(db: Db, deviceId: string, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.sign_off_visit_device(${deviceId}, ${hash}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

export interface Device {
  readonly id: string;
  readonly professional: string;
  readonly label: string;
  readonly registeredAt: Date;
  readonly lastSeenAt: Date | null;
  readonly blockedAt: Date | null;
  readonly blockedBy: string | null;
  readonly blockedWhy: string | null;
  readonly signedOff: boolean;
  readonly toldAt: Date | null;
}

export async function listDevices(db: Db): Promise<readonly Device[]> {
  const { rows } = await sql<Device>`
    select id, professional, label, registered_at as "registeredAt", last_seen_at as "lastSeenAt", blocked_at as "blockedAt", blocked_by as "blockedBy",
      blocked_why as "blockedWhy", signed_off as "signedOff", told_at as "toldAt" from trust.list_visit_devices()`.execute(db);
  return rows;
}

export async function blockDevice(db: Db, deviceId: string, why: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.block_visit_device(${deviceId}, ${why}) as done`.execute(db);
  return rows[0]?.done ?? false;
}
