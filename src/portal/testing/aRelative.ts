import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import { isDone } from "../../kit/refusal.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { allow } from "../../pathway/trajectory/testing/involve.ts";
import type { PageOwner } from "../portal.ts";
import { invite, type Invite } from "../server/invite.ts";

/** What every test of these pages begins with: a region on a day, the web server, and the midwife who registers. */
export interface Portal {
  readonly region: Region;
  readonly server: FastifyInstance;
  readonly midwife: Actor;
}
export async function aPortal(today: string): Promise<Portal> {
  const region = await aRegion();
  await region.setToday(today);
  return { region, server: await aServer(), midwife: await region.actor("midwife", "practice", "Marieke Maas") };
}
export async function closePortal({ region, server }: Portal): Promise<void> {
  await server.close();
  await region.close();
}
/** Nobody tried anything at the door yet: a network may try so often. */
export const afresh = ({ region }: Pick<Portal, "region">) => region.asOwner("delete from app.attempt");

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

export async function aCode(by: Actor, trajectoryId: string, whose?: Invite): Promise<string> {
  const outcome = await invite(by, trajectoryId, whose);
  if (!isDone(outcome)) throw new Error(outcome.code);
  return outcome.invited.code;
}

/** The newest code that was mailed to this address. */
export async function mailedCode(region: Region, address: string): Promise<string> {
  const [mail] = await region.asOwner<{ body: string }>("select body from mail where to_address = $1 order by id desc limit 1", [address]);
  return /\b\d{6}\b/.exec(mail?.body ?? "")?.[0] ?? "";
}

/** The mother behind her phone, signed in by her invitation and a code by e-mail. */
export const signedIn = (server: FastifyInstance, region: Region, by: Actor, line: OpenLine & { address: string }): Promise<Browser> =>
  begun(server, region, { by, line, owner: "mother", born: "4-5-1996", address: line.address });

/** Her partner, who allows digital contact himself. */
export async function aPartnerOf(region: Region, by: Actor, line: OpenLine): Promise<{ id: string; address: string }> {
  const [partner] = await region.asOwner<{ id: string }>(
    `insert into family_member (family_id, kind, given_name, family_name, birth_date, author_organisation_id)
     values ($1, 'partner', 'Tom', 'Aarts', '1994-03-02', $2) returning id`,
    [line.familyId, by.organisationId],
  );
  const id = partner?.id ?? "";
  await region.asOwner("update family_member set own_person = id where id = $1", [id]);
  await allow(by, { ...line, motherId: id }, by.organisationId, [], { purpose: "digital_contact", organisationId: null });
  return { id, address: `partner-${crypto.randomUUID()}@example.nl` };
}

/** The partner behind his own telephone, by his own invitation. */
export const signedInPartner = (
  server: FastifyInstance,
  region: Region,
  by: Actor,
  line: OpenLine,
  { address }: { address: string },
): Promise<Browser> => begun(server, region, { by, line, owner: "partner", born: "2-3-1994", address });

interface Beginning {
  readonly by: Actor;
  readonly line: OpenLine;
  readonly owner: PageOwner;
  readonly born: string;
  readonly address: string;
}
async function begun(server: FastifyInstance, region: Region, { by, line, owner, born, address }: Beginning): Promise<Browser> {
  const phone = browse(server);
  await phone.post("/mijn/beginnen", { code: await aCode(by, line.trajectoryId, { owner, email: address }), geboren: born });
  await phone.get("/mijn/beginnen/manier");
  await phone.post("/mijn/beginnen/code");
  await phone.get("/mijn/code");
  const done = await phone.post("/mijn/code", { code: await mailedCode(region, address) });
  if (done.location !== "/mijn") throw new Error(`Not signed in: ${done.status} ${done.text}`);
  return phone;
}
