import { caseWork } from "../pathway/cases/pages/case.work.ts";
import { assessmentWork } from "../pathway/assessment/pages/assessment.work.ts";
import { conferenceWork } from "../pathway/conference/pages/conference.work.ts";
import { explorationWork } from "../pathway/exploration/pages/exploration.work.ts";
import { caseLeadWork } from "../pathway/plan/pages/caseLead.work.ts";
import { planWork } from "../pathway/plan/pages/plan.work.ts";
import { familyFileWork } from "../trust/familyFile/pages/familyFile.work.ts";
import { retentionWork } from "../trust/retention/pages/retention.work.ts";
import { emergencyWork } from "../trust/emergency/pages/emergency.work.ts";
import { helpRequestWork } from "../pathway/signal/pages/helpRequest.work.ts";
import { meldcodeWork } from "../pathway/meldcode/pages/meldcode.work.ts";
import { messageWork } from "../pathway/messages/pages/message.work.ts";
import { signalWork } from "../pathway/signal/pages/signal.work.ts";
import { infancyWork } from "../pathway/infancy/pages/infancy.work.ts";
import { interconceptionWork } from "../pathway/interconception/pages/interconception.work.ts";
import { lineWork } from "../pathway/trajectory/pages/line.work.ts";
import { directoryWork } from "../pathway/support/directory/pages/directory.work.ts";
import { groupWork } from "../pathway/support/group/pages/group.work.ts";
import { interpreterWork } from "../pathway/support/interpreter/pages/interpreter.work.ts";
import { referralWork } from "../pathway/support/referral/pages/referral.work.ts";
import { handoverWork } from "../pathway/handover/pages/handover.work.ts";
import { hoursWork } from "../programme/ledger/pages/hours.work.ts";
import { configurationWork } from "../programme/configuration/pages/configuration.work.ts";
import { deliveryWork } from "../programme/delivery/pages/delivery.work.ts";
import { flexibleWork } from "../programme/flexibleCare/pages/flexible.work.ts";
import { programmeWork } from "../programme/enrolment/pages/enrolment.work.ts";
import { steeringWork } from "../programme/steering/pages/steering.work.ts";
import { indicationWork } from "../programme/indication/pages/indication.work.ts";
import { trainingWork } from "../programme/training/pages/training.work.ts";
import { failedMailWork } from "../registry/admin/pages/failedMail.work.ts";
import { doublesWork } from "../registry/doubles/pages/doubles.work.ts";
import { interviewWork } from "../study/interviews/pages/interviews.work.ts";
import { portalWork } from "../portal/pages/portal.work.ts";
import type { WorkKinds } from "../pathway/trajectory/workKind.ts";

/** The words of every piece of work. A concept adds its kinds here, once. */
export const workKinds: WorkKinds = {
  ...lineWork,
  ...assessmentWork,
  ...caseLeadWork,
  ...planWork,
  ...doublesWork,
  ...emergencyWork,
  ...retentionWork,
  ...familyFileWork,
  ...explorationWork,
  ...signalWork,
  ...helpRequestWork,
  ...meldcodeWork,
  ...messageWork,
  ...directoryWork,
  ...referralWork,
  ...interpreterWork,
  ...conferenceWork,
  ...groupWork,
  ...handoverWork,
  ...infancyWork,
  ...interconceptionWork,
  ...deliveryWork,
  ...flexibleWork,
  ...programmeWork,
  ...indicationWork,
  ...trainingWork,
  ...interviewWork,
  ...steeringWork,
  ...hoursWork,
  ...configurationWork,
  ...caseWork,
  ...failedMailWork,
  ...portalWork,
};
