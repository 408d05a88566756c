import { z } from "zod";
import { hashOfToken, signInSettings } from "../../trust/signIn/server/door.ts";
import { keepStep, readStep, type Proof } from "./familyDoor.store.ts";

const seconds = 15 * 60;

const keep = (step: string, kind: string, plain: string): Promise<void> =>
  keepStep(hashOfToken(step), kind, signInSettings().keys.seal(plain, `portal:${kind}`), seconds);

async function find(step: string, kind: string, how: "read" | "take"): Promise<string | null> {
  const sealed = await readStep(hashOfToken(step), kind, how);
  return sealed === null ? null : signInSettings().keys.open(sealed, `portal:${kind}`);
}

const proof = z.object({ digest: z.string(), born: z.string() });

/** What was shown of an invitation, for this browser and a few minutes. */
export const keepProof = (step: string, { digest, born }: Proof): Promise<void> =>
  keep(step, "invited", JSON.stringify({ digest: Buffer.from(digest).toString("base64url"), born }));

export async function readProof(step: string): Promise<Proof | null> {
  const plain = await find(step, "invited", "read");
  if (plain === null) return null;
  const { digest, born } = proof.parse(JSON.parse(plain));
  return { digest: Buffer.from(digest, "base64url"), born };
}

/** The question for the device stands beside it: its secret follows from that of the step. */
const beside = (step: string): string => `${step}.passkey`;
export const keepChallenge = (step: string, challenge: string): Promise<void> => keep(beside(step), "challenge", challenge);
export const takeChallenge = (step: string): Promise<string | null> => find(beside(step), "challenge", "take");
