import { createHash, randomBytes } from "node:crypto";

/** A secret that is kept nowhere but with its holder: in a cookie, or in a link. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database knows of a token. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
