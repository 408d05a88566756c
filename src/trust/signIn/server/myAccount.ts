import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { judgePassword, type PasswordRefusal } from "../rules/judgePassword.ts";
import { startPageOf } from "../rules/nextAddress.ts";
import type { JobChoice } from "../signIn.ts";
import { findAccount, sealTotp } from "./account.store.ts";
import { countTry, forgetTries } from "./attempts.ts";
import { codeAppPicture, newCodeSecret, stepOfCode } from "./codeApp.ts";
import * as store from "./myAccount.store.ts";
import { hashPassword, passwordMatches } from "./passwordHash.ts";
import { askForNewPasskey, judgeNewPasskey } from "./passkeys.ts";
import { newRecoveryCodes, recoveryCodeHash } from "./recoveryCodes.ts";
import { switchJob } from "./session.store.ts";
import { keepStep, readStep, stepTokenOf, takeStep } from "./steps.store.ts";

export interface AccountView {
  readonly account: store.MyAccount;
  readonly jobs: readonly JobChoice[];
  readonly passkeys: readonly store.MyPasskey[];
  readonly sessions: readonly store.MySession[];
  readonly events: readonly store.MyEvent[];
}

/** Everything about one's own way in. */
export const readMyAccount = (actor: Actor): Promise<AccountView | null> =>
  withActor(actor, "account.read", async ({ db }) => {
    const account = await store.findMyAccount(db);
    if (!account) return null;
    return {
      account,
      jobs: await store.listJobsOfSession(db),
      passkeys: await store.listMyPasskeys(db),
      sessions: await store.listMySessions(db),
      events: await store.listMyEvents(db),
    };
  });

export const setNotices = (actor: Actor, wanted: boolean): Promise<Done> =>
  withActor(actor, "account.changed", async ({ db }) => {
    await store.setMyNotices(db, wanted);
    return done({});
  });

/** Signs out one other device, or (null) all of them. */
export const signOutElsewhere = (actor: Actor, sessionId: string | null): Promise<Done> =>
  withActor(actor, "session.ended", async ({ db }) => {
    if (sessionId === null) await store.endMyOtherSessions(db);
    else await store.endMySession(db, sessionId);
    return done({});
  });

/** Goes on in another job. The new token is for the browser alone, so no idempotency key keeps it. */
export async function goToJob(actor: Actor, membershipId: string): Promise<{ session: string; to: string } | null> {
  const jobs = await withActor(actor, "account.read", ({ db }) => store.listJobsOfSession(db));
  const job = jobs.find((one) => one.membershipId === membershipId);
  if (!job) return null;
  const session = await withActor({ ...actor, requestKey: null }, "session.switched", ({ db }) => switchJob(db, membershipId));
  return session === null ? null : { session, to: startPageOf(job.role) };
}

type NotNow = Refusal<"sign-in-again">;

/** Another password. The one she has is asked too; every other session ends. */
export async function changePassword(
  actor: Actor,
  typed: { now: string; password: string },
): Promise<Done | NotNow | Refusal<PasswordRefusal> | Refusal<"not-right"> | Refusal<"wait">> {
  const account = await findAccount({ professionalId: actor.professionalId });
  if (!account) return refuse("sign-in-again");
  const wrong = judgePassword(typed.password, account);
  if (wrong) return refuse(wrong);
  if (account.passwordHash !== null) {
    const wait = await countTry("account", account.login);
    if (wait > 0) return refuse("wait", { seconds: wait });
    if (!(await passwordMatches(account.passwordHash, typed.now))) return refuse("not-right");
    await forgetTries("account", account.login);
  }
  const hash = await hashPassword(typed.password);
  return withActor(actor, "account.changed", async ({ db }) =>
    (await store.changeMyPassword(db, hash)) ? done({}) : refuse("sign-in-again"),
  );
}

/** A new code app: its secret waits until the first code shows that it was added. */
export async function showMyCodeApp(actor: Actor): Promise<{ picture: string; typed: string; account: store.MyAccount } | null> {
  const account = await withActor(actor, "account.read", ({ db }) => store.findMyAccount(db));
  if (account?.login == null) return null;
  const token = stepTokenOf(actor, "code-app");
  const secret = (await readStep(token, "my-code-app"))?.data.secret ?? newCodeSecret();
  await keepStep(token, "my-code-app", actor.professionalId, { secret });
  return { ...(await codeAppPicture(secret, account.login)), account };
}

export async function changeCodeApp(actor: Actor, typed: string): Promise<Done | NotNow | Refusal<"wrong-code">> {
  const token = stepTokenOf(actor, "code-app");
  const so = await readStep(token, "my-code-app");
  const step = so ? stepOfCode(so.data.secret, typed) : null;
  if (!so || step === null) return refuse("wrong-code");
  const outcome = await withActor(actor, "account.changed", async ({ db }) =>
    (await store.changeMyTotp(db, sealTotp(actor.professionalId, so.data.secret), step)) ? done({}) : refuse("sign-in-again"),
  );
  if (outcome.code === "done") await takeStep(token, "my-code-app");
  return outcome;
}

/** The question for the device, to make one more passkey. Null when she has to sign in again first. */
export async function beginMyPasskey(actor: Actor): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const { account, passkeys } = await withActor({ ...actor, requestKey: null }, "account.read", async ({ db }) => ({
    account: await store.findMyAccount(db),
    passkeys: await store.listMyPasskeys(db),
  }));
  if (!account?.fresh || account.login === null) return null;
  const options = await askForNewPasskey({
    professionalId: actor.professionalId,
    login: account.login,
    name: account.name,
    has: passkeys.map((one) => one.credentialId),
  });
  await keepStep(stepTokenOf(actor, "passkey"), "new-passkey", actor.professionalId, { challenge: options.challenge });
  return options;
}

export async function addPasskey(
  actor: Actor,
  typed: { answer: string; label: string },
): Promise<Done | NotNow | Refusal<"passkey-not-right">> {
  const so = await takeStep(stepTokenOf(actor, "passkey"), "new-passkey");
  const made = so ? await judgeNewPasskey(typed.answer, so.data.challenge, typed.label) : null;
  if (!made) return refuse("passkey-not-right");
  return withActor(actor, "account.changed", async ({ db }) => ((await store.addMyPasskey(db, made)) ? done({}) : refuse("sign-in-again")));
}

export const removePasskey = (actor: Actor, passkeyId: string): Promise<Done | NotNow> =>
  withActor(actor, "account.changed", async ({ db }) =>
    (await store.removeMyPasskey(db, passkeyId)) ? done({}) : refuse("sign-in-again"),
  );

/** New codes on paper; the old ones are void. They wait, encrypted, for the page that shows them. Pressed twice, the last ones count. */
export async function renewRecoveryCodes(actor: Actor): Promise<Done | NotNow> {
  const codes = newRecoveryCodes();
  const outcome = await withActor({ ...actor, requestKey: null }, "account.changed", async ({ db }) =>
    (await store.renewMyRecoveryCodes(db, codes.map(recoveryCodeHash))) ? done({}) : refuse("sign-in-again"),
  );
  if (outcome.code === "done") await keepStep(stepTokenOf(actor, "codes"), "show-codes", actor.professionalId, { codes });
  return outcome;
}

/** The codes just made, to be written down; gone after some minutes. */
export async function showRecoveryCodes(actor: Actor): Promise<readonly string[] | null> {
  const shown = await withActor(actor, "account.read", async () => readStep(stepTokenOf(actor, "codes"), "show-codes"));
  return shown?.data.codes ?? null;
}
