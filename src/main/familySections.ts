import { assessmentSection } from "../pathway/assessment/pages/assessment.section.tsx";
import { conferenceSection } from "../pathway/conference/pages/conference.section.tsx";
import { consentSection } from "../pathway/exploration/pages/consent.section.tsx";
import { conversationSection } from "../pathway/exploration/pages/conversation.section.tsx";
import { homeVisitSection } from "../pathway/exploration/pages/homeVisit.section.tsx";
import { planSection } from "../pathway/plan/pages/plan.section.tsx";
import { caseLeadSection } from "../pathway/plan/pages/caseLead.section.tsx";
import { meldcodeSection } from "../pathway/meldcode/pages/meldcode.section.tsx";
import { infancySection } from "../pathway/infancy/pages/infancy.section.tsx";
import { interconceptionSection } from "../pathway/interconception/pages/interconception.section.tsx";
import { signalSection } from "../pathway/signal/pages/signal.section.tsx";
import { programmeSection } from "../programme/enrolment/pages/enrolment.section.tsx";
import { careSection } from "../programme/indication/pages/indication.section.tsx";
import { studySection } from "../study/participation/pages/study.section.tsx";
import { messageSection } from "../pathway/messages/pages/message.section.tsx";
import { mergeSection } from "../registry/doubles/pages/merge.section.tsx";
import { interpreterSection } from "../pathway/support/interpreter/pages/interpreter.section.tsx";
import { referralSection } from "../pathway/support/referral/pages/referral.section.tsx";
import { groupSection } from "../pathway/support/group/pages/group.section.tsx";
import { directorySection } from "../pathway/support/directory/pages/directory.section.tsx";
import { handoverSection } from "../pathway/handover/pages/handover.section.tsx";
import { fileSection } from "../pathway/trajectory/pages/file.section.tsx";
import { portalSection } from "../portal/pages/portal.section.tsx";
import { careParts } from "./careParts.ts";
import type { FamilySection } from "../pathway/trajectory/familySection.ts";

/** The family page, in the order in which it is read. A concept adds its section here, once. */
export const familySections: readonly FamilySection[] = [
  planSection,
  assessmentSection,
  homeVisitSection,
  signalSection,
  infancySection,
  conversationSection,
  consentSection,
  portalSection,
  caseLeadSection,
  referralSection,
  handoverSection,
  messageSection,
  interconceptionSection,
  groupSection,
  directorySection,
  interpreterSection,
  conferenceSection,
  careSection(careParts),
  programmeSection,
  studySection,
  fileSection,
  mergeSection,
  meldcodeSection,
];
