import { randomUUID } from "node:crypto";
import type { Region, TestOrganisation } from "../../../registry/testing/aRegion.ts";
import type { Role } from "../../access/rules/policy.ts";
import { codeAt, newCodeSecret } from "../server/codeApp.ts";
import { sealTotp } from "../server/account.store.ts";
import { hashPassword } from "../server/passwordHash.ts";
import { recoveryCodeHash } from "../server/recoveryCodes.ts";
import { hashOf, newToken } from "../server/secrets.ts";

export interface TestAccount {
  readonly professionalId: string;
  readonly membershipId: string;
  readonly login: string;
  readonly password: string;
  readonly secret: string;
  readonly recoveryCode: string;
  /** The code of now, or of so many steps later; one step off is still taken. */
  code(steps?: number): string;
}

/** Someone with a password and a code app, and one recovery code. The web server must have been made. */
export async function anAccount(region: Region, role: Role = "midwife", at: TestOrganisation = "practice"): Promise<TestAccount> {
  const actor = await region.actor(role, at);
  const login = `${randomUUID()}@praktijkdemaas.example`;
  const password = "drie fietsen in de regen";
  const secret = newCodeSecret();
  const recoveryCode = "abcd-efgh-jkmn";
  await region.asOwner(
    "insert into account (professional_id, login, state, password_hash, password_set_at, totp_secret) values ($1, $2, 'active', $3, now(), $4)",
    [actor.professionalId, login, await hashPassword(password), sealTotp(actor.professionalId, secret)],
  );
  await region.asOwner("insert into recovery_code (professional_id, code_hash) values ($1, $2)", [
    actor.professionalId,
    recoveryCodeHash(recoveryCode),
  ]);
  return {
    professionalId: actor.professionalId,
    membershipId: actor.membershipId,
    login,
    password,
    secret,
    recoveryCode,
    code: (steps = 0) => codeAt(secret, Date.now() + steps * 30_000),
  };
}

/** A one-time link for someone without means; gives the secret in it. */
export async function aLink(
  region: Region,
  professionalId: string,
  kind: "invitation" | "recovery" = "invitation",
  valid = "1 day",
): Promise<string> {
  const token = newToken();
  await region.asOwner("insert into account (professional_id, login) values ($1, $2) on conflict do nothing", [
    professionalId,
    `${randomUUID()}@praktijkdemaas.example`,
  ]);
  await region.asOwner(
    "insert into sign_in_link (professional_id, kind, token_hash, expires_at, identity_checked) values ($1, $2, $3, now() + $4::interval, 'gebeld en herkend')",
    [professionalId, kind, hashOf(token), valid],
  );
  return token;
}
