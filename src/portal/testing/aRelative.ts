import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../../main/testing/browse.ts";
import { isDone } from "../../kit/refusal.ts";
import type { Actor } from "../../platform/db/actor.ts";
import type { Region } from "../../registry/testing/aRegion.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { allow } from "../../pathway/trajectory/testing/involve.ts";
import { inviteMother } from "../server/invite.ts";

export type OpenLine = Awaited<ReturnType<typeof aLine>>;

/** A line of which the mother may be invited: digital contact is fine, and an address is safe. */
export async function anInvitableLine(
  region: Region,
  by: Actor,
  address = `moeder-${crypto.randomUUID()}@example.nl`,
): Promise<OpenLine & { address: string }> {
  const line = await aLine(by);
  await allow(by, line, by.organisationId, [], { purpose: "digital_contact", organisationId: null });
  await region.asOwner(
    "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, 'email', $2, true, $3)",
    [line.familyId, address, by.organisationId],
  );
  return { ...line, address };
}

export async function aCode(by: Actor, trajectoryId: string): Promise<string> {
  const outcome = await inviteMother(by, trajectoryId);
  if (!isDone(outcome)) throw new Error(outcome.code);
  return outcome.invited.code;
}

/** The newest code that was mailed to this address. */
export async function mailedCode(region: Region, address: string): Promise<string> {
  const [mail] = await region.asOwner<{ body: string }>("select body from mail where to_address = $1 order by id desc limit 1", [address]);
  return /\b\d{6}\b/.exec(mail?.body ?? "")?.[0] ?? "";
}

/** The mother behind her phone, signed in by her invitation and a code by e-mail. */
export async function signedIn(server: FastifyInstance, region: Region, by: Actor, line: OpenLine & { address: string }): Promise<Browser> {
  const phone = browse(server);
  await phone.post("/mijn/beginnen", { code: await aCode(by, line.trajectoryId), geboren: "4-5-1996" });
  await phone.get("/mijn/beginnen/manier");
  await phone.post("/mijn/beginnen/code");
  await phone.get("/mijn/code");
  const done = await phone.post("/mijn/code", { code: await mailedCode(region, line.address) });
  if (done.location !== "/mijn") throw new Error(`Not signed in: ${done.status} ${done.text}`);
  return phone;
}
