import type { KeyRing } from "../../../platform/secrets/keyRing.ts";

/** What signing in needs to know of this installation. */
export interface SignInSettings {
  /** Where Wieg is reached: passkeys belong to its host, links in e-mail begin with it. */
  readonly publicUrl: URL;
  readonly keys: KeyRing;
  /** Identity providers without https: in tests and on a developer's machine only. */
  readonly httpIssuers: boolean;
  /** False when no mail server is set: an administrator then hands a link over herself. */
  readonly sendsMail: boolean;
}

let settings: SignInSettings | null = null;

/** Once, when the web server is made. */
export function configureSignIn(given: SignInSettings): void {
  settings = given;
}

export function signInSettings(): SignInSettings {
  if (!settings) throw new Error("Signing in is not configured yet.");
  return settings;
}
