import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { KeptPasskey, MadePasskey } from "./account.store.ts";
import { signInSettings } from "./settings.ts";

/** Passkeys belong to the host at which Wieg is reached. */
const host = (): string => signInSettings().publicUrl.hostname;
const origin = (): string => signInSettings().publicUrl.origin;

/** What the device is asked at signing in: any passkey of this host, after the user showed herself to the device. */
export const askForPasskey = (): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: host(), userVerification: "required" });

/** What the device is asked to make. It is kept on the device with the name, so that signing in needs no typing. */
export function askForNewPasskey(who: {
  professionalId: string;
  login: string;
  name: string;
  has: readonly string[];
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Wieg",
    rpID: host(),
    userName: who.login,
    userDisplayName: who.name,
    userID: new Uint8Array(Buffer.from(who.professionalId)),
    attestationType: "none",
    excludeCredentials: who.has.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** The id of the passkey that an answer is from, or null when it is no answer at all. */
export function passkeyAnswered(answer: string): { id: string; response: AuthenticationResponseJSON } | null {
  const response = parsed<AuthenticationResponseJSON>(answer);
  return response && typeof response.id === "string" ? { id: response.id, response } : null;
}

/** The device's count when the answer is right: for this challenge, this host, with verification of the user. Null when not. */
export async function judgePasskeyAnswer(
  response: AuthenticationResponseJSON,
  challenge: string,
  passkey: Omit<KeptPasskey, "id" | "professionalId">,
): Promise<number | null> {
  try {
    const judged = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: host(),
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter, transports: passkey.transports },
    });
    return judged.verified && judged.authenticationInfo.userVerified ? judged.authenticationInfo.newCounter : null;
  } catch {
    return null; // it says why in an exception: to whoever sends such an answer that is nobody's business
  }
}

/** The passkey that the device made, or null when the answer is not right. */
export async function judgeNewPasskey(answer: string, challenge: string, label: string): Promise<MadePasskey | null> {
  const response = parsed<RegistrationResponseJSON>(answer);
  if (!response) return null;
  try {
    const judged = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: host(),
      requireUserVerification: true,
    });
    if (!judged.verified || !judged.registrationInfo.userVerified) return null;
    const { credential } = judged.registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64"),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8),
      label: label.slice(0, 60),
    };
  } catch {
    return null;
  }
}

function parsed<Answer>(answer: string): Answer | null {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Answer) : null;
  } catch {
    return null;
  }
}
