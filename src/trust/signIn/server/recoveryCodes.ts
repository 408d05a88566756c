import { randomInt } from "node:crypto";
import { recoveryCodeCount } from "../signIn.ts";
import { signInSettings } from "./settings.ts";

/** Without signs that look alike (RFC 4648 has them: 0 and O, 1 and l). Twelve of these are 58 bits. */
const signs = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten new codes, as they are printed: `abcd-efgh-jkmn`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("")).join("-"),
  );

/** What is kept of a code: typed with capitals, spaces or without its dashes it is the same. */
export const recoveryCodeHash = (typed: string): Buffer =>
  signInSettings().keys.digest(typed.toLowerCase().replace(/[^a-z0-9]/g, ""), "recovery code");
