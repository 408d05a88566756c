import type { StudyPurpose } from "../../study/design/studyConsent.ts";
import type { Relative } from "../portal.ts";
import type { OwnStudy } from "../studyOwn.texts.ts";
import { answerOwnStudy, findOwnStudy, withdrawOwnStudy, type OwnStudyCode } from "./ownStudy.store.ts";
import { withFamily } from "./withFamily.store.ts";

/** What is asked of her for research, and what she said yes to. */
export const readOwnStudy = (me: Relative): Promise<OwnStudy> =>
  withFamily(me, "portal.consents-read", "study", ({ db }) => findOwnStudy(db));

/** Her own answers, each to a question of its own. */
export const sayToStudy = (
  me: Relative,
  answers: Readonly<Partial<Record<StudyPurpose, boolean>>>,
): Promise<{ readonly code: OwnStudyCode }> =>
  withFamily(me, "portal.study-answered", "study", async ({ db }) => ({ code: await answerOwnStudy(db, answers, me.language) }));

/** She stops: it works at once, everywhere. */
export const stopStudy = (me: Relative, what: StudyPurpose | "all"): Promise<{ readonly code: "done" | "ended" }> =>
  withFamily(me, "portal.study-stopped", "study", async ({ db }) => ({ code: await withdrawOwnStudy(db, what) }));
