import { randomInt } from "node:crypto";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Day } from "../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../kit/refusal.ts";
import type { Db } from "../../platform/db/withActor.ts";
import { countAttempt } from "../../platform/http/attempt.store.ts";
import { networkOf } from "../../platform/http/networkOf.ts";
import type { Origin } from "../../platform/http/request.ts";
import {
  askForNewPasskey,
  askForPasskey,
  hashOfToken,
  judgeNewPasskey,
  judgePasskeyAnswer,
  newSecretToken,
  passkeyAnswered,
  signInSettings,
} from "../../trust/signIn/server/door.ts";
import { doorLimits, type PortalLanguage, type Relative } from "../portal.ts";
import { mailTexts } from "../portalMail.texts.ts";
import { plainCode } from "../rules/invitationCode.ts";
import {
  addPasskey,
  beginWithPasskey,
  demonstrate,
  findPasskey,
  isInvited,
  sendCode,
  signOut,
  speakAs,
  stopPages,
  useCode,
  usePasskey,
  type Proof,
} from "./familyDoor.store.ts";
import { keepProof, readProof, keepChallenge, takeChallenge } from "./familySteps.ts";
import { atFamilyDoor, withFamily } from "./withFamily.store.ts";

/** One neutral sentence stands for every reason. */
export type NotIn = Refusal<"not-right" | "wait">;
export type In = Done<{ readonly session: string }>;

const digest = (value: string, about: string) => signInSettings().keys.digest(value, `portal.${about}`);
/** What the database keeps of the code of an invitation. */
export const invitationDigest = (code: string): Buffer => digest(plainCode(code), "invitation");

const mayTry = async ({ source }: Origin): Promise<boolean> =>
  (await countAttempt(doorLimits.source, digest(networkOf(source), "source"))) === 0;

async function enter(event: string, origin: Origin, open: (db: Db, hash: Buffer) => Promise<boolean>): Promise<In | NotIn> {
  const token = newSecretToken();
  return atFamilyDoor(event, origin, async (db) => {
    if (!(await open(db, hashOfToken(token)))) return refuse("not-right");
    await speakAs(db, token);
    return done({ session: token });
  });
}

/** First time: the code of the letter and the day of birth. Nothing is used up yet; what was shown is kept for this browser. */
export async function showInvitation(
  origin: Origin,
  typed: { code: string; born: Day | null },
): Promise<Done<{ readonly step: string }> | NotIn> {
  if (!(await mayTry(origin))) return refuse("wait");
  const proof: Proof = { digest: invitationDigest(typed.code), born: typed.born ?? "1900-01-01" };
  const invited = await atFamilyDoor("portal.invitation-shown", origin, async (db) =>
    (await isInvited(db, proof)) ? done({}) : refuse("not-right"),
  );
  if (invited.code !== "done") return refuse("not-right");
  const step = newSecretToken();
  await keepProof(step, proof);
  return done({ step });
}

/** Whether this browser showed an invitation a few minutes ago. */
export const hasShown = async (step: string | null): Promise<boolean> => step !== null && (await readProof(step)) !== null;

export async function beginNewPasskey(step: string | null): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  if (step === null || !(await hasShown(step))) return null;
  const options = await askForNewPasskey({ professionalId: newSecretToken(), login: "Mijn Wieg", name: "Mijn Wieg", has: [] });
  await keepChallenge(step, options.challenge);
  return options;
}

/** The invitation is used by the passkey that was just made. */
export async function startWithPasskey(origin: Origin, step: string | null, answer: string): Promise<In | NotIn> {
  const proof = step === null ? null : await readProof(step);
  const challenge = step === null ? null : await takeChallenge(step);
  const made = proof && challenge !== null ? await judgeNewPasskey(answer, challenge, "") : null;
  if (!proof || !made) return refuse("not-right");
  return enter("portal.begun", origin, (db, hash) => beginWithPasskey(db, proof, made, hash));
}

async function mailCode(
  origin: Origin,
  language: PortalLanguage,
  to: { invited: Buffer | null; born: Day; address: string | null },
): Promise<{ step: string; sent: boolean }> {
  const [step, code] = [newSecretToken(), String(randomInt(1_000_000)).padStart(6, "0")];
  const { subject, body } = mailTexts[language];
  const mail = { step: hashOfToken(step), code: digest(`${step} ${code}`, "code"), subject, body: body(code) };
  const sent = await atFamilyDoor("portal.code-asked", origin, (db) => sendCode(db, to, mail));
  return { step, sent };
}

/** Instead of a passkey: a code to the address that she said is safe. Null: no such address is known. */
export async function startWithCode(
  origin: Origin,
  step: string | null,
  language: PortalLanguage,
): Promise<Done<{ readonly step: string }> | Refusal<"not-right" | "wait" | "no-address">> {
  if (!(await mayTry(origin))) return refuse("wait");
  const proof = step === null ? null : await readProof(step);
  if (!proof) return refuse("not-right");
  const mailed = await mailCode(origin, language, { invited: Buffer.from(proof.digest), born: proof.born, address: null });
  return mailed.sent ? done({ step: mailed.step }) : refuse("no-address");
}

/** Later: her e-mail address and day of birth. Who is not known is answered just the same. */
export async function askCode(
  origin: Origin,
  typed: { address: string; born: Day | null },
  language: PortalLanguage,
): Promise<Done<{ readonly step: string }> | NotIn> {
  if (!(await mayTry(origin))) return refuse("wait");
  if ((await countAttempt(doorLimits.address, digest(typed.address.trim().toLowerCase(), "address"))) > 0) return refuse("wait");
  const { step } = await mailCode(origin, language, { invited: null, born: typed.born ?? "1900-01-01", address: typed.address });
  return done({ step });
}

export async function enterWithCode(origin: Origin, step: string | null, typed: string): Promise<In | NotIn> {
  if (!(await mayTry(origin))) return refuse("wait");
  if (step === null) return refuse("not-right");
  const code = typed.replace(/\D/g, "");
  return enter("portal.signed-in", origin, (db, hash) => useCode(db, hashOfToken(step), digest(`${step} ${code}`, "code"), hash));
}

export async function beginPasskey(origin: Origin): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; step: string } | null> {
  if (!(await mayTry(origin))) return null;
  const options = await askForPasskey();
  const step = newSecretToken();
  await keepChallenge(step, options.challenge);
  return { options, step };
}

export async function enterWithPasskey(origin: Origin, step: string | null, answer: string): Promise<In | NotIn> {
  const challenge = step === null ? null : await takeChallenge(step);
  const answered = passkeyAnswered(answer);
  const passkey = challenge !== null && answered ? await findPasskey(answered.id) : null;
  const counter = passkey && answered && challenge !== null ? await judgePasskeyAnswer(answered.response, challenge, passkey) : null;
  if (!passkey || counter === null) return refuse("not-right");
  return enter("portal.signed-in", origin, (db, hash) => usePasskey(db, passkey.id, counter, hash));
}

export const enterDemonstration = (origin: Origin, account: string): Promise<In | NotIn> =>
  enter("portal.signed-in", origin, (db, hash) => demonstrate(db, account, hash));

export const leave = (me: Relative): Promise<Done> =>
  withFamily(me, "portal.signed-out", "identity", async ({ db }) => {
    await signOut(db);
    return done({});
  });

/** She stops her own pages, at once and on every device. */
export const stopOwnPages = (me: Relative): Promise<Done> =>
  withFamily(me, "portal.stopped", "identity", async ({ db }) => {
    await stopPages(db);
    return done({});
  });

const passkeyStep = (me: Relative): string => digest(me.token, "own-passkey").toString("base64url");

export async function beginOwnPasskey(me: Relative): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await askForNewPasskey({ professionalId: newSecretToken(), login: "Mijn Wieg", name: "Mijn Wieg", has: [] });
  await keepChallenge(passkeyStep(me), options.challenge);
  return options;
}

export async function addOwnPasskey(me: Relative, answer: string): Promise<Done | NotIn> {
  const challenge = await takeChallenge(passkeyStep(me));
  const made = challenge === null ? null : await judgeNewPasskey(answer, challenge, "");
  if (!made) return refuse("not-right");
  return withFamily(me, "portal.means-changed", "identity", async ({ db }) => {
    await addPasskey(db, made);
    return done({});
  });
}
