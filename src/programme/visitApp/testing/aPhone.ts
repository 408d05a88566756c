import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../../platform/db/actor.ts";
import { registerDevice } from "../server/devices.ts";
import { syncAnswerShape, type SyncAnswer, type SyncRequest, type VisitEntry } from "../visitApp.ts";

/** A phone in her pocket, as the server meets it. */
export interface Phone {
  readonly deviceId: string;
  readonly token: string;
  sync(change?: Partial<SyncRequest>): Promise<SyncAnswer>;
}

export async function aPhone(server: FastifyInstance, actor: Actor, label = "Mijn Samsung"): Promise<Phone> {
  const made = await registerDevice(actor, label);
  if (!made) throw new Error("no phone more");
  return {
    ...made,
    sync: (change) => contact(server, made, change),
  };
}

/** One contact over HTTP: with the phone's token, without a cookie. */
export async function contact(
  server: FastifyInstance,
  { deviceId, token }: Pick<Phone, "deviceId" | "token">,
  change: Partial<SyncRequest> = {},
): Promise<SyncAnswer> {
  const request: SyncRequest = { deviceId, phoneNow: new Date().toISOString(), entries: [], ask: [], wantsSheet: true, ...change };
  const answer = await server.inject({
    method: "POST",
    url: "/onderweg/verzenden",
    headers: { authorization: `Wieg-Telefoon ${token}`, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ bericht: JSON.stringify(request) }).toString(),
  });
  return syncAnswerShape.parse(answer.json());
}

/** What she saves of a visit. */
export const anEntry = (
  visit: { id: string; trajectoryId: string; version: number | null },
  change: Partial<VisitEntry> = {},
): VisitEntry => ({
  entryId: randomUUID(),
  visitId: visit.id,
  trajectoryId: visit.trajectoryId,
  outcome: "delivered",
  started: { at: yesterdayAt("09:00"), by: "typed" },
  ended: { at: yesterdayAt("12:00"), by: "typed" },
  breakMinutes: 15,
  contents: [],
  observation: "Zij legt zelf aan.",
  signal: null,
  whyCode: null,
  why: "",
  sawVersion: visit.version,
  follows: null,
  enteredAt: new Date().toISOString(),
  ...change,
});

const yesterdayAt = (time: string): string => `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T${time}:00.000Z`;
