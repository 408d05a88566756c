/** What other concepts may ask of the plan. */
export { findCaseLead } from "./caseLead.store.ts";
export { findPlanView } from "./readPlan.ts";
export { answerBy as leadAnswerBy } from "../rules/leadMoves.ts";
export { decideDay as decidePlanDay } from "../rules/planMoves.ts";
export { findPlan } from "./plan.store.ts";
export { carryOverPlan, openOf } from "./carryOver.ts";
export { listResponsible } from "./plan.store.ts";
export { contentOf as planContentOf, reachedOf as planReachedOf, standOf as planStandOf } from "../rules/planContent.ts";
export { digestOf as planDigestOf } from "./agreePlan.ts";
export { planLetterText } from "../letters/planLetterText.ts";
export { printPlanLetter } from "../letters/printPlanLetter.ts";
