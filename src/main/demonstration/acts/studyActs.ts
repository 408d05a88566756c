import type { Day } from "../../../kit/day.ts";
import { addContact } from "../../../registry/server/changeFamily.ts";
import type { StudyPurpose } from "../../../study/design/studyConsent.ts";
import type { AnswerWay } from "../../../study/participation/participation.ts";
import { askStudy, recordSigned, withdrawStudy } from "../../../study/participation/server/askStudy.ts";
import { did, type Cast } from "./cast.ts";

const yes = (purposes: readonly StudyPurpose[]) => Object.fromEntries(purposes.map((purpose) => [purpose, true]));

/** What a family says to the studies: asked, yes, no, and no longer. */
export function studyActs({ region, family, midwife }: Cast) {
  const sign = (answers: Readonly<Partial<Record<StudyPurpose, boolean>>>, answersBy: AnswerWay, givenOn: Day) => {
    const { trajectoryId } = family;
    return did("sign for a study", recordSigned(midwife, { trajectoryId, answers, givenBy: "self", givenOn, answersBy }));
  };
  return {
    /** Most have an address where a list can be sent safely; of some the desk sees that they have none. */
    nameSafeAddress: () =>
      did(
        "record a safe address",
        addContact(midwife, family.trajectoryId, {
          channel: "email",
          value: "moeder@example.org",
          safe: true,
          safeMoments: null,
        }),
      ),
    /** She signs: yes to each of these, and how she will answer. */
    signStudy: (purposes: readonly StudyPurpose[], answersBy: AnswerWay, on: Day) => sign(yes(purposes), answersBy, on),
    refuseStudy: (on: Day) => sign({ study_1: false, study_2: false }, "paper", on),
    /** She says yes as in her own pages; only one mother of the region really has them. */
    agreeToStudy: (purposes: readonly StudyPurpose[], on: Day) =>
      region.asOwner("select study.put_answers($1, $2, $3, '1', 'nl', 'portal', 'self', $4, $5, null)", [
        family.trajectoryId,
        family.motherId,
        JSON.stringify(yes(purposes)),
        on,
        midwife.organisationId,
      ]),
    putStudyBefore: () => did("ask for a study", askStudy(midwife, { trajectoryId: family.trajectoryId, way: "paper", language: "nl" })),
    withdrawFromStudy: () => did("withdraw from a study", withdrawStudy(midwife, { trajectoryId: family.trajectoryId, what: "all" })),
  };
}
