import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import { findVersion } from "../../configuration/server/door.ts";
import type { Letter } from "../../letters/letter.ts";
import { printLetter } from "../../letters/server/door.ts";
import { decidedLetter } from "./decisionLetter.ts";
import { listDecisions } from "./enrolment.store.ts";
import { findStudyStanding } from "./study.store.ts";
import { findStanding } from "./testLine.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";

/** Why there is no letter on paper now; the page says what to do instead. */
export type NotPrinted = Refusal<"not-visible" | "no-letter" | "letter-says-too-much" | "no-address" | "script-not-in-fonts">;

/** The letter that belongs to the newest decision of this pillar, as a tagged PDF. */
export async function printDecision(actor: Actor, trajectoryId: string, pillar: Pillar): Promise<Uint8Array | NotPrinted> {
  const letter = await writeDecision(actor, trajectoryId, pillar);
  if ("code" in letter) return letter;
  try {
    return await printLetter(letter);
  } catch (error) {
    if (error instanceof PdfError && error.code === "script-not-in-fonts") return refuse("script-not-in-fonts");
    throw error;
  }
}

const writeDecision = (actor: Actor, trajectoryId: string, pillar: Pillar): Promise<Letter | NotPrinted> =>
  withActor(actor, "programme.letter-printed", async (work) => {
    const standing = await findStanding(work, trajectoryId, pillar);
    if ("code" in standing) return refuse("not-visible");
    const newest = (await listDecisions(work.db, trajectoryId)).find((decision) => decision.pillar === pillar);
    const programme = newest ? await findVersion(work.db, newest.versionId) : null;
    if (!newest || !programme) return refuse("no-letter");
    const family = await findFamilyOfLine(work.db, trajectoryId);
    const { letter, problem } = decidedLetter(newest, {
      ...standing,
      programme,
      family,
      today: work.today,
      study: await findStudyStanding(work.db, trajectoryId),
    });
    return letter ?? refuse(problem ?? "no-letter");
  });
