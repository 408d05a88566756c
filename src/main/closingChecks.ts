import { caseClosing } from "../pathway/conference/pages/case.closing.ts";
import { visitClosing } from "../pathway/exploration/pages/visit.closing.ts";
import { handoverClosing } from "../pathway/handover/pages/handover.closing.ts";
import { agreementClosing, leadClosing } from "../pathway/plan/pages/plan.closing.ts";
import { signalClosing } from "../pathway/signal/pages/signal.closing.ts";
import { interpreterClosing } from "../pathway/support/interpreter/pages/interpreter.closing.ts";
import { referralClosing } from "../pathway/support/referral/pages/referral.closing.ts";
import type { ClosingCheck } from "../pathway/trajectory/closing.ts";

/** What may be open when a line is closed. A concept adds its check here, once; trust.open_on_line says the same to the night. */
export const closingChecks: readonly ClosingCheck[] = [
  signalClosing,
  visitClosing,
  referralClosing,
  interpreterClosing,
  handoverClosing,
  caseClosing,
  agreementClosing,
  leadClosing,
];
