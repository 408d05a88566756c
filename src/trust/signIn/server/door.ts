/** What an administrator's pages may ask of signing in. */
export { blockAccount, listEventsOf, findMeans, giveLink, showLink, type GivenLink, type MeansOf } from "./administer.ts";
export { findProvider, listProviders, secretPlace } from "./provider.store.ts";
export { returnAddress, tryProvider } from "./providerClient.ts";
export { signInSettings } from "./settings.ts";
export { hashOf as hashOfToken, newToken as newSecretToken } from "./secrets.ts";
