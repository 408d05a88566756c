import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { showsTwoFactors } from "../rules/judgeFactors.ts";
import type { Visitor } from "../signIn.ts";
import { findAccount } from "./account.store.ts";
import { countTry, forgetTries } from "./attempts.ts";
import { newCodeSecret } from "./codeApp.ts";
import { finishSignIn, type NoJob, type OneMore, type SignedIn } from "./finishSignIn.ts";
import { findExternal, findProvider } from "./provider.store.ts";
import { askProvider, readProviderAnswer, type ProviderAnswer } from "./providerClient.ts";
import { newToken } from "./secrets.ts";
import { keepStep, takeStep, type SoFar } from "./steps.store.ts";

export type ProviderRefusal = Refusal<"provider-away"> | Refusal<"not-known"> | Refusal<"provider-not-right"> | Refusal<"wait">;

/** Sends her to her organisation's provider. Null when there is no such provider. */
export async function beginProvider(
  visitor: Visitor,
  providerId: string,
  next: string | null,
): Promise<Done<{ step: string; address: string }> | Refusal<"provider-away"> | Refusal<"wait"> | null> {
  const wait = await countTry("source", visitor.source);
  if (wait > 0) return refuse("wait", { seconds: wait });
  const provider = await findProvider(providerId);
  if (!provider) return null;
  const asked = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce() };
  try {
    const address = await askProvider(provider, asked);
    const step = newToken();
    await keepStep(step, "provider", null, { providerId, ...asked, next });
    return done({ step, address: address.href });
  } catch {
    return withNobody("session.refused", visitor, async () => refuse("provider-away"));
  }
}

/**
 * She comes back. The step is taken away before anything else: the same answer sent again, or in another browser, finds nothing, and
 * an answer at the address of another organisation is no answer. Who is not known gets one neutral sentence, whatever the reason.
 */
export async function returnFromProvider(
  visitor: Visitor,
  step: string | null,
  { organisationId, query }: { readonly organisationId: string; readonly query: string },
): Promise<SignedIn | OneMore | ProviderRefusal | NoJob> {
  const so = await takeStep(step, "provider");
  const provider = so ? await findProvider(so.data.providerId) : null;
  if (!so || provider?.organisationId !== organisationId) return refuse("provider-not-right");
  let answer: ProviderAnswer;
  try {
    answer = await readProviderAnswer(provider, query, so.data);
  } catch (error) {
    return withNobody("session.refused", visitor, async () => refuse(isAway(error) ? "provider-away" : "provider-not-right"));
  }
  const found = await withNobody("session.provider", visitor, async (db) => {
    const who = await findExternal(db, provider.id, answer.subject, answer.email);
    return who === null ? refuse("not-known") : done({ who });
  });
  if (found.code !== "done") return found;
  await forgetTries("source", visitor.source);
  const soFar: SoFar = { means: "provider", providerId: provider.id, next: so.data.next };
  return showsTwoFactors(answer, provider.factorValues) ? finishSignIn(visitor, found.who, soFar) : askOwnFactor(found.who, soFar);
}

/** The provider showed one factor: Wieg asks the other. Who has no code app yet makes one now. */
async function askOwnFactor(professionalId: string, soFar: SoFar): Promise<OneMore> {
  const account = await findAccount({ professionalId });
  const step = newToken();
  if (account?.totpSecret) {
    await keepStep(step, "second-factor", professionalId, soFar);
    return done({ step, to: "/aanmelden/code" });
  }
  await keepStep(step, "first-code", professionalId, { ...soFar, secret: newCodeSecret() });
  return done({ step, to: "/aanmelden/code-app" });
}

/** No answer at all, against an answer that is wrong. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return (
    error instanceof TypeError ||
    code === "OAUTH_TIMEOUT" ||
    ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND"].includes(String(code)) ||
    (cause !== undefined && isAway(cause))
  );
}
