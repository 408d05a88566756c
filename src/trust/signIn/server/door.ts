/** What an administrator's pages, and those of a family, may ask of signing in. */
export { blockAccount, listEventsOf, findMeans, giveLink, showLink, type GivenLink, type MeansOf } from "./administer.ts";
export { findProvider, listProviders, secretPlace } from "./provider.store.ts";
export { returnAddress, tryProvider } from "./providerClient.ts";
export { signInSettings } from "./settings.ts";
export { hashOf as hashOfToken, newToken as newSecretToken } from "./secrets.ts";
export { askForNewPasskey, askForPasskey, judgeNewPasskey, judgePasskeyAnswer, passkeyAnswered } from "./passkeys.ts";
export type { KeptPasskey, MadePasskey } from "./account.store.ts";
export { rememberApp } from "./sessionCookie.ts";
export { idleMinutes } from "./session.store.ts";
