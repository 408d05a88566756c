import { hash, verify, type Options } from "@node-rs/argon2";
import { samePassword } from "../rules/judgePassword.ts";

/** argon2id with 19 MiB and two passes [OWASP Password Storage]; the package's own default algorithm. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(samePassword(password), cost);

/** Of a password that nobody has: looked at when there is no account, so that the answer takes as long. */
let ofNobody: Promise<string> | null = null;

/** Does it match? The same work is done when there is nothing to compare with. */
export async function passwordMatches(kept: string | null, typed: string): Promise<boolean> {
  ofNobody ??= hash(crypto.randomUUID(), cost);
  const matches = await verify(kept ?? (await ofNobody), samePassword(typed).slice(0, 1000));
  return kept !== null && matches;
}
