import type pg from "pg";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { hashOfToken, newSecretToken } from "../../../trust/signIn/server/door.ts";
import { linkDays } from "../../../trust/signIn/signIn.ts";
import { giveJob, giveLinkFromCommand, personFor, platformOrganisation } from "./firstAdministrator.store.ts";

/**
 * Invites an administrator of Wieg from the command line: the first one, or one who lost every way in. Whoever can run this owns the
 * database already. Her means and sessions of before end.
 */
export async function inviteFirstAdministrator(
  owner: pg.Client,
  who: { email: string; name: string },
): Promise<Done<{ token: string; until: Date }> | Refusal<"works-elsewhere">> {
  const token = newSecretToken();
  await owner.query("begin");
  try {
    const organisationId = await platformOrganisation(owner);
    const person = await personFor(owner, who.email.trim().toLowerCase(), who.name);
    if (!person) {
      await owner.query("rollback");
      return refuse("works-elsewhere");
    }
    await giveJob(owner, person.professionalId, organisationId);
    const until = await giveLinkFromCommand(owner, person.professionalId, hashOfToken(token), linkDays.invitation);
    await owner.query("commit");
    return done({ token, until });
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}

export const addressOfLink = (publicUrl: string, token: string): string => new URL(`/uitnodiging/${token}`, publicUrl).href;
