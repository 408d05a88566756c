import { type LetterDecision, type LetterSituation, type NoLetterBecause, reasonsForPaper } from "../letter.ts";

/**
 * Which letter, if any, may go to her home after a decision on a place. What may not be written is told in person, by her
 * midwife or youth nurse [001 3.6].
 *
 * On paper: residence, insurer (only to who is in no study), maternity care, the home visit and the consultation (that they
 * are not agreed on, not who said no), no places left. In person: vulnerability and need, since they speak about her.
 * The control arm gets no letter at all, neither yes nor no (5.2), and nobody gets one before its T0 is closed.
 */
export function letterFor(situation: LetterSituation): LetterDecision {
  const because = silence(situation);
  if (because !== null) return { kind: "none", because };
  if (situation.decision === "place") return { kind: "yes", pillar: situation.pillar };
  const { outcomes } = situation;
  const reasons = reasonsForPaper.filter((code) => outcomes[code] === "not_met");
  if (reasons.length > 0) return { kind: "no", pillar: situation.pillar, reasons };
  const spoken = outcomes.vulnerability === "not_met" || outcomes.need === "not_met";
  return { kind: "none", because: spoken ? "told_in_person" : "no_reason" };
}

function silence({ loss, decision, givenBack, study, postIsSafe }: LetterSituation): NoLetterBecause | null {
  if (loss) return "loss";
  if (decision === null) return "not_decided";
  if (givenBack) return "given_back";
  return studySilence(study) ?? (postIsSafe ? null : "post_not_safe");
}

/**
 * The study comes before the letter. While it is not known whether she takes part she could still become one of the control
 * arm, whom any letter would tell what she may not hear; and an arm that is not known is treated as that of the control.
 */
function studySilence(study: LetterSituation["study"]): NoLetterBecause | null {
  if (study.state === "none") return null;
  if (study.state === "undecided") return "study_undecided";
  if (study.t0 === "open") return "t0_open";
  if (study.arm === "intervention") return null;
  return study.arm === "control" ? "control_arm" : "arm_unknown";
}
