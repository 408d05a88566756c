import type * as z from "zod/mini";
import { registeredShape, standsShape, syncAnswerShape, whoShape, type SyncAnswer, type SyncRequest } from "../visitApp.ts";

/** Talking with Wieg. Whatever is not an answer of Wieg (no network, a wall of a hotel's network, a fault) is null: nothing came of it. */
const patience = 20_000;

async function ask<Shape extends z.ZodMiniType>(address: string, shape: Shape, init: RequestInit): Promise<z.output<Shape> | null> {
  try {
    const answer = await fetch(address, { ...init, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(patience) });
    if (!answer.ok) return null;
    const read = shape.safeParse(await answer.json());
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** With the token of this phone, and without any cookie: nobody can make a browser send this for her. */
const asPhone = (token: string, fields: Readonly<Record<string, string>>): RequestInit => ({
  method: "POST",
  credentials: "omit",
  headers: { authorization: `Wieg-Telefoon ${token}` },
  body: new URLSearchParams(fields),
});

export const sync = (token: string, request: SyncRequest): Promise<SyncAnswer | null> =>
  ask("/onderweg/verzenden", syncAnswerShape, asPhone(token, { bericht: JSON.stringify(request) }));

export const signOff = (token: string, deviceId: string): Promise<unknown> =>
  ask("/onderweg/stoppen", standsShape, asPhone(token, { telefoon: deviceId }));

/** May this phone still keep what it has? Asked while it is locked, so without its token. Null: no answer. */
export const askStands = async (deviceId: string): Promise<boolean | null> =>
  (
    await ask("/onderweg/staat", standsShape, {
      method: "POST",
      credentials: "omit",
      body: new URLSearchParams({ telefoon: deviceId }),
    })
  )?.stands ?? null;

/** This phone wiped itself. Null: no answer, so it is to be told again. */
export const tellWiped = (deviceId: string, farewell: string): Promise<unknown> =>
  ask("/onderweg/gewist", standsShape, {
    method: "POST",
    credentials: "omit",
    body: new URLSearchParams({ telefoon: deviceId, afscheid: farewell }),
  });

export const askWho = () => ask("/onderweg/wie", whoShape, { credentials: "same-origin" });

export const register = (csrf: string, label: string) =>
  ask("/onderweg/telefoon", registeredShape, {
    method: "POST",
    credentials: "same-origin",
    body: new URLSearchParams({ _csrf: csrf, naam: label }),
  });
