import type { Values } from "../../../design/Errors.ts";
import type { Judgements } from "../assessment.ts";

/** The judgements as the form carries them. */
export const fieldsOf = (judgements: Judgements) => ({
  risk: yesOrNo(judgements.riskNow),
  urgent: yesOrNo(judgements.urgentRisk),
  protective: yesOrNo(judgements.protectiveSufficient),
});

/** What was answered; null as long as a question is open, or the answers contradict each other. */
export function judgementsIn({ risk, urgent, protective }: Values): Judgements | null {
  if (!isAnswer(risk) || !isAnswer(urgent) || !isAnswer(protective) || (urgent === "ja" && risk === "nee")) return null;
  return { riskNow: risk === "ja", urgentRisk: urgent === "ja", protectiveSufficient: protective === "ja" };
}

/** Which proposal a page shows, in the hidden field `shown`. */
export const shownOf = ({ riskNow, urgentRisk, protectiveSufficient }: Judgements): string =>
  [riskNow, urgentRisk, protectiveSufficient].map(yesOrNo).join("-");

export function readShown(shown: string | undefined): Judgements | null {
  const [risk, urgent, protective] = (shown ?? "").split("-");
  return judgementsIn({ risk, urgent, protective });
}

const yesOrNo = (value: boolean): "ja" | "nee" => (value ? "ja" : "nee");
const isAnswer = (value: unknown): value is "ja" | "nee" => value === "ja" || value === "nee";
