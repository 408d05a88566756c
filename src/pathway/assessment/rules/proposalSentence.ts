import type { Judgements } from "../assessment.ts";
import { decideCategory } from "./decideCategory.ts";

/** The reasons of a proposal in one sentence: "c, want: 2 risicofactoren, beschermende factoren niet toereikend." [screens.md rule 3] */
export function proposalSentence(judgements: Judgements, riskCount: number): string {
  const proposal = decideCategory(judgements);
  const reasons = [riskWords(judgements, riskCount), `beschermende factoren ${judgements.protectiveSufficient ? "" : "niet "}toereikend`];
  if (judgements.urgentRisk) reasons.push("een urgente risicofactor");
  if (!proposal.covered) return `Geen voorstel: ${reasons.join(", ")}. De definitie zegt hier niets over.`;
  return `${proposal.category}, want: ${reasons.join(", ")}.`;
}

/** What was recorded, unless she judged otherwise. */
function riskWords({ riskNow }: Judgements, count: number): string {
  if (!riskNow) return count === 0 ? "geen risicofactoren" : "risicofactoren spelen volgens u nu geen rol";
  if (count === 0) return "risicofactoren, volgens uw oordeel";
  return count === 1 ? "1 risicofactor" : `${count} risicofactoren`;
}
