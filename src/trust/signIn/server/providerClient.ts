import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  fetchUserInfo,
  None,
  type Configuration,
} from "openid-client";
import { signInSettings } from "./settings.ts";
import type { Provider } from "./provider.store.ts";

/** Where the provider of this organisation sends people back to, to be registered there: of no other, so that none answers for another. */
export const returnAddress = (organisationId: string): string =>
  new URL(`/aanmelden/extern/terug/${organisationId}`, signInSettings().publicUrl).href;

/** A provider that doesn't answer keeps nobody waiting longer than this. */
const timeoutSeconds = 8;
/** Its keys and addresses are looked up anew after this. */
const keepMilliseconds = 10 * 60 * 1000;

const known = new Map<string, { configuration: Promise<Configuration>; until: number }>();

/** What the provider says of itself; kept for some minutes, and forgotten at once when it failed. */
async function configurationOf(provider: Provider): Promise<Configuration> {
  const key = `${provider.id} ${provider.version}`;
  const kept = known.get(key);
  if (kept && kept.until > Date.now()) return kept.configuration;
  const configuration = discover(provider);
  known.set(key, { configuration, until: Date.now() + keepMilliseconds });
  try {
    return await configuration;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}

const discover = (provider: Provider): Promise<Configuration> =>
  discovery(
    new URL(provider.issuer),
    provider.clientId,
    {},
    provider.clientSecret === null ? None() : ClientSecretBasic(provider.clientSecret),
    {
      timeout: timeoutSeconds,
      execute: signInSettings().httpIssuers ? [allowInsecureRequests] : [],
    },
  );

/** The address at which the provider asks who she is. It asks again each time: on a shared computer the one before may be known there still. */
export async function askProvider(provider: Provider, asked: { state: string; nonce: string; verifier: string }): Promise<URL> {
  const configuration = await configurationOf(provider);
  return buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(provider.organisationId),
    scope: "openid email",
    response_type: "code",
    prompt: "login",
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: "S256",
  });
}

/** What the provider vouches for. */
export interface ProviderAnswer {
  readonly subject: string;
  readonly email: string | null;
  readonly acr: unknown;
  readonly amr: unknown;
}

/** Exchanges the code for who she is. Raises when state, nonce, signature, issuer, audience or code is not right, or the provider is away. */
export async function readProviderAnswer(
  provider: Provider,
  query: string,
  asked: { state: string; nonce: string; verifier: string },
): Promise<ProviderAnswer> {
  const configuration = await configurationOf(provider);
  const tokens = await authorizationCodeGrant(configuration, new URL(`${returnAddress(provider.organisationId)}?${query}`), {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  const subject = claims?.[provider.subjectClaim];
  if (!claims || typeof subject !== "string" || subject === "" || subject.length > 255) throw new Error("The provider names no person.");
  const person =
    claims["email"] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  const { email } = person;
  const vouched = typeof email === "string" && person["email_verified"] !== false;
  return { subject, email: vouched ? email : null, acr: claims["acr"], amr: claims["amr"] };
}

/** Looks whether a provider answers as one: for the administrator who sets it up. */
export async function tryProvider(provider: Provider): Promise<boolean> {
  known.delete(`${provider.id} ${provider.version}`);
  try {
    await configurationOf(provider);
    return true;
  } catch {
    return false;
  }
}
