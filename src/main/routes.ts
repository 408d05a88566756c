import { helpRoutes } from "../study/answers/pages/help.routes.tsx";
import { paperRoutes } from "../study/paper/pages/paper.routes.tsx";
import { planningRoutes } from "../study/waves/pages/planning.routes.tsx";
import { answerRoutes } from "../study/answers/pages/answers.routes.tsx";
import { assessmentRoutes } from "../pathway/assessment/pages/assessment.routes.tsx";
import { casesRoutes } from "../pathway/cases/pages/cases.routes.tsx";
import { conferenceRoutes } from "../pathway/conference/pages/conference.routes.tsx";
import { handoverRoutes } from "../pathway/handover/pages/handover.routes.tsx";
import { referralLinkRoutes } from "../pathway/support/referral/pages/link.routes.tsx";
import { interpreterRoutes } from "../pathway/support/interpreter/pages/interpreter.routes.tsx";
import { referralRoutes } from "../pathway/support/referral/pages/referral.routes.tsx";
import { directoryRoutes } from "../pathway/support/directory/pages/directory.routes.tsx";
import { helpForPlan } from "../pathway/support/referral/server/helpForPlan.ts";
import { groupRoutes } from "../pathway/support/group/pages/group.routes.tsx";
import { planOffer } from "../pathway/conference/server/planOffer.store.ts";
import { planRoutes } from "../pathway/plan/pages/plan.routes.tsx";
import { caseLeadRoutes } from "../pathway/plan/pages/caseLead.routes.tsx";
import { familiesRoutes } from "../pathway/trajectory/pages/families.routes.tsx";
import { factorRoutes } from "../pathway/signal/pages/factor.routes.tsx";
import { frontDoorRoutes } from "../pathway/signal/pages/frontDoor.routes.tsx";
import { helpRequestRoutes } from "../pathway/signal/pages/helpRequest.routes.tsx";
import { receiverRoutes } from "../pathway/signal/pages/receivers.routes.tsx";
import { meldcodeRoutes } from "../pathway/meldcode/pages/meldcode.routes.tsx";
import { messageRoutes } from "../pathway/messages/pages/message.routes.tsx";
import { signalRoutes } from "../pathway/signal/pages/signal.routes.tsx";
import { familyRoutes } from "../pathway/trajectory/pages/family.routes.tsx";
import { infancyRoutes } from "../pathway/infancy/pages/infancy.routes.tsx";
import { momentRoutes } from "../pathway/infancy/pages/moment.routes.tsx";
import { closingChecks } from "./closingChecks.ts";
import { closingRoutes } from "../pathway/trajectory/pages/closing.routes.tsx";
import { interconceptionRoutes } from "../pathway/interconception/pages/interconception.routes.tsx";
import { lineRoutes } from "../pathway/trajectory/pages/line.routes.tsx";
import { registerRoutes } from "../pathway/trajectory/pages/register.routes.tsx";
import { workRoutes } from "../pathway/trajectory/pages/work.routes.tsx";
import { trailEventsOf, type Route } from "../platform/http/route.ts";
import type { Permission } from "../trust/access/route.ts";
import { accountRoutes } from "../trust/signIn/pages/account.routes.tsx";
import { familyFormRoutes } from "../registry/pages/family.routes.tsx";
import { organisationRoutes } from "../registry/admin/pages/organisations.routes.tsx";
import { peopleRoutes } from "../registry/admin/pages/people.routes.tsx";
import { failedMailRoutes } from "../registry/admin/pages/failedMail.routes.tsx";
import { demonstrationRoutes } from "../trust/signIn/pages/demonstration.routes.tsx";
import { linkRoutes } from "../trust/signIn/pages/link.routes.tsx";
import { providerRoutes } from "../trust/signIn/pages/provider.routes.tsx";
import { caseloadRoutes } from "../registry/caseload/pages/caseload.routes.tsx";
import { doublesRoutes } from "../registry/doubles/pages/doubles.routes.tsx";
import { postcodeRoutes } from "../registry/postcode/pages/postcode.routes.tsx";
import { consentRoutes } from "../trust/consent/pages/consent.routes.tsx";
import { conversationRoutes } from "../pathway/exploration/pages/conversation.routes.tsx";
import { homeVisitRoutes } from "../pathway/exploration/pages/homeVisit.routes.tsx";
import { familyFileRoutes } from "../trust/familyFile/pages/familyFile.routes.tsx";
import { retentionRoutes } from "../trust/retention/pages/retention.routes.tsx";
import { emergencyRoutes } from "../trust/emergency/pages/emergency.routes.tsx";
import { capacityRoutes } from "../programme/capacity/pages/capacity.routes.tsx";
import { configurationRoutes } from "../programme/configuration/pages/configuration.routes.tsx";
import { deliveryRoutes } from "../programme/delivery/pages/delivery.routes.tsx";
import { flexibleRoutes } from "../programme/flexibleCare/pages/flexible.routes.tsx";
import { enrolmentRoutes } from "../programme/enrolment/pages/enrolment.routes.tsx";
import { indicationRoutes } from "../programme/indication/pages/indication.routes.tsx";
import { careParts } from "./careParts.ts";
import { publicFiguresRoutes } from "../programme/steering/pages/publicFigures.routes.tsx";
import { reportRoutes } from "../programme/steering/pages/report.routes.tsx";
import { steeringRoutes } from "../programme/steering/pages/steering.routes.tsx";
import { trainingRoutes } from "../programme/training/pages/training.routes.tsx";
import { flowRoutes } from "../programme/flow/pages/flow.routes.tsx";
import { hoursRoutes } from "../programme/ledger/pages/hours.routes.tsx";
import { moneyRoutes } from "../programme/ledger/pages/money.routes.tsx";
import { overviewRoutes } from "../programme/enrolment/pages/overview.routes.tsx";
import { figuresRoutes } from "../insight/figures/pages/figures.routes.tsx";
import { sharedQuestionsRoutes } from "../insight/sharedQuestions/pages/sharedQuestions.routes.tsx";
import { deskRoutes } from "../study/desk/pages/desk.routes.tsx";
import { registerDataRoutes } from "../study/register/pages/registers.routes.tsx";
import { studyRoutes } from "../study/design/pages/study.routes.tsx";
import { analysisRoutes } from "../study/analysis/pages/analysis.routes.tsx";
import { studyAnswerRoutes } from "../study/analysis/pages/answer.routes.tsx";
import { frozenData } from "../study/analysis/server/frozenData.ts";
import { keyRoutes } from "../study/participation/pages/key.routes.tsx";
import { studyOfLineRoutes } from "../study/participation/pages/studyOfLine.routes.tsx";
import { datasetRoutes } from "../study/dataset/pages/dataset.routes.tsx";
import { interviewRoutes } from "../study/interviews/pages/interviews.routes.tsx";
import { instrumentRoutes } from "../study/instruments/pages/instruments.routes.tsx";
import { signInRoutes } from "../trust/signIn/pages/signIn.routes.tsx";
import { trailRoutes } from "../trust/trail/pages/trail.routes.tsx";
import { visitAppRoutes } from "../programme/visitApp/pages/visitApp.routes.tsx";
import { familyPagesRoutes } from "../portal/pages/pages.routes.tsx";
import { portalDoorRoutes } from "../portal/pages/portalDoor.routes.tsx";
import { portalRoutes } from "../portal/pages/portal.routes.tsx";
import { consentListeners } from "./consentListeners.ts";
import { familySections } from "./familySections.ts";
import { mailboxRoutes } from "./mailbox.routes.tsx";
import { workKinds } from "./workKinds.ts";

/** Every address of Wieg. A concept adds its routes here, once. */
export const routes: readonly Route<Permission>[] = [
  ...signInRoutes,
  ...demonstrationRoutes,
  ...linkRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...mailboxRoutes,
  ...failedMailRoutes,
  ...postcodeRoutes,
  ...caseloadRoutes,
  ...doublesRoutes,
  ...emergencyRoutes,
  ...retentionRoutes,
  ...familyFileRoutes,
  ...trailRoutes(() => routes.flatMap(({ rule }) => trailEventsOf(rule))),
  ...signalRoutes,
  ...frontDoorRoutes,
  ...helpRequestRoutes,
  ...receiverRoutes,
  ...meldcodeRoutes,
  ...factorRoutes,
  ...workRoutes(workKinds),
  ...casesRoutes(workKinds),
  ...familiesRoutes,
  ...registerRoutes,
  ...familyFormRoutes,
  ...familyRoutes(familySections),
  ...lineRoutes,
  ...closingRoutes(closingChecks),
  ...infancyRoutes,
  ...momentRoutes,
  ...interconceptionRoutes,
  ...assessmentRoutes,
  ...caseLeadRoutes,
  ...planRoutes(planOffer, helpForPlan),
  ...directoryRoutes,
  ...referralRoutes,
  ...interpreterRoutes,
  ...referralLinkRoutes,
  ...handoverRoutes,
  ...groupRoutes,
  ...messageRoutes,
  ...conferenceRoutes,
  ...consentRoutes(consentListeners),
  ...homeVisitRoutes,
  ...conversationRoutes,
  ...deliveryRoutes,
  ...flexibleRoutes,
  ...enrolmentRoutes,
  ...overviewRoutes,
  ...flowRoutes,
  ...hoursRoutes,
  ...moneyRoutes,
  ...indicationRoutes(careParts),
  ...trainingRoutes,
  ...steeringRoutes,
  ...reportRoutes,
  ...publicFiguresRoutes,
  ...visitAppRoutes,
  ...configurationRoutes,
  ...capacityRoutes,
  ...sharedQuestionsRoutes,
  ...figuresRoutes,
  ...deskRoutes,
  ...registerDataRoutes,
  ...studyRoutes,
  ...studyOfLineRoutes,
  ...keyRoutes,
  ...instrumentRoutes,
  ...analysisRoutes(frozenData),
  ...studyAnswerRoutes,
  ...datasetRoutes,
  ...interviewRoutes,
  ...answerRoutes,
  ...helpRoutes,
  ...paperRoutes,
  ...planningRoutes,
  ...portalDoorRoutes,
  ...portalRoutes,
  ...familyPagesRoutes,
];
