import type { StudyStanding } from "../../letters/letter.ts";

/** Where a woman stands towards the evaluation, for the T0 gate [domain 5.2]. There is no study yet that takes people in. */
export const findStudyStanding = async (): Promise<StudyStanding> => ({ state: "none" });
