import type { Day } from "../../../kit/day.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { findProgrammeFor } from "../../../programme/configuration/server/door.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { amInvolved } from "../../../trust/access/server/door.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { familyHeading, fullName } from "../../../registry/personName.ts";
import { findMotherPages, giversFor } from "../../../trust/consent/server/door.ts";
import type { Giver } from "../../../trust/consent/consent.ts";
import { mayPropose, pilotConsents, pilotStudies, type Proposable } from "../../design/server/door.ts";
import { consentTextOn, type StudyConsent } from "../../design/studyConsent.ts";
import type { Proposed, Said, Used } from "../participation.ts";
import { armFactsOf } from "./armFacts.ts";
import { findLineFacts, findProposed, listSaid, listUses } from "./lineFacts.store.ts";

/** The studies and one family, for a professional who may ask her. No arm, no answer to a list. */
export interface StudyOfLine {
  readonly today: Day;
  readonly heading: string;
  readonly open: boolean;
  readonly afterLoss: boolean;
  /** Of each study whether it may be proposed to her. */
  readonly studies: readonly { readonly code: string; readonly name: string; readonly proposable: Proposable }[];
  readonly text: StudyConsent | null;
  readonly said: readonly Said[];
  readonly proposed: Proposed | null;
  readonly uses: readonly Used[];
  /** Whether she can be asked in her own pages. */
  readonly reads: boolean;
  readonly givers: readonly Giver[];
  readonly language: "nl" | "en";
  readonly person: { readonly name: string; readonly birthDate: Day | null };
}

/** Null when the line is not the asker's to see, or she is not involved. */
export const readStudyOfLine = (actor: Actor, trajectoryId: string): Promise<StudyOfLine | null> =>
  withActor(actor, "study-consent.read", (work) => gatherStudyOfLine(work, trajectoryId));

export async function gatherStudyOfLine({ db, today, about }: Work, trajectoryId: string): Promise<StudyOfLine | null> {
  const [line, family, raw, involved] = await Promise.all([
    findLine(db, trajectoryId),
    findFamilyOfLine(db, trajectoryId),
    findLineFacts(db, trajectoryId),
    amInvolved(db, trajectoryId),
  ]);
  const mother = family?.members.find(({ kind }) => kind === "mother");
  if (!line || !family || !raw || !mother || !involved) return null; // who sits at a table reads along, and asks nothing
  about({ trajectories: [trajectoryId], part: "study" });
  const found = await findProgrammeFor(db, trajectoryId, { today, municipality: raw.municipality, holds: null, holdsBeside: null });
  const facts = found ? armFactsOf(found.programme.settings, raw, today) : null;
  const reader = await findMotherPages(db, trajectoryId);
  return {
    today,
    heading: familyHeading(family.members),
    open: line.state === "open",
    afterLoss: line.lossOn !== null,
    studies: pilotStudies.map((study) => ({
      code: study.code,
      name: study.name,
      proposable: facts ? mayPropose(study, facts) : { may: "unknown", open: [] },
    })),
    text: consentTextOn(pilotConsents, today),
    said: await listSaid(db, trajectoryId),
    proposed: await findProposed(db, trajectoryId),
    uses: await listUses(db, trajectoryId),
    reads: (reader?.reads ?? false) && (reader?.decidesHerself ?? false),
    givers: giversFor({ kind: "mother", birthDate: mother.birthDate }, today),
    language: family.language === "en" ? "en" : "nl",
    person: { name: fullName(mother), birthDate: mother.birthDate },
  };
}
