import { listsTask } from "../study/waves/server/listsTask.ts";
import { caseLeadAlertsTask } from "../pathway/plan/server/leadAlerts.ts";
import { familyPlanTask } from "../pathway/plan/server/planTasks.ts";
import { clearOldTask } from "../platform/jobs/clearOld.ts";
import { releaseJobsTask } from "../platform/jobs/releaseJobs.ts";
import { interpretersTask } from "../pathway/support/interpreter/server/bookInterpreter.ts";
import { offerChecksTask } from "../pathway/support/directory/server/offerChecksTask.ts";
import { escalateReferralsTask } from "../pathway/support/referral/server/referralTasks.ts";
import { forgetUnreadableTask } from "../pathway/messages/server/messageTasks.ts";
import { handoverTask } from "../pathway/handover/server/handoverTasks.ts";
import { fixArmsTask } from "../study/participation/server/fixArms.ts";
import type { Task } from "../platform/jobs/task.ts";
import { compareArmsTask } from "../study/desk/server/comparisonTask.ts";
import { countSteeringTask } from "../programme/steering/server/countTask.ts";
import { programmeTasks } from "../programme/enrolment/server/fullTask.ts";
import { trainingTask } from "../programme/training/server/trainingTask.ts";
import { takeInTask } from "../programme/visitApp/server/visitAppTask.ts";
import { intakeTask } from "../programme/indication/server/intakeTask.ts";
import { flexibleTask } from "../programme/flexibleCare/server/flexibleTask.ts";
import { sendMailTask, type MailRoute } from "../platform/mail/server/sendMail.ts";
import { caseloadTasks } from "../registry/caseload/server/caseloadTasks.ts";
import { failedMailTask } from "../registry/admin/server/failedMail.ts";
import { findDoublesTask } from "../registry/doubles/server/findDoubles.ts";
import { loadPostcodesTask } from "../registry/postcode/server/loadPostcodes.ts";
import { clockTask } from "../trust/emergency/server/emergency.ts";
import { makeResultTask } from "../study/analysis/server/analysisTasks.ts";
import { trailTasks } from "../trust/trail/server/trailTasks.ts";
import { signInTasks } from "../trust/signIn/server/signInTasks.ts";
import { expireFilesTask, makeFileTask } from "../trust/familyFile/server/fileTasks.ts";
import { carryOutTask, retentionTask } from "../trust/retention/server/retentionTasks.ts";
import { endLinesTask } from "../pathway/trajectory/server/endLines.ts";
import { endedConsentsTask } from "../pathway/exploration/server/endedConsents.ts";
import { youthContactsTask } from "../pathway/infancy/server/youthContactTask.ts";
import { interconceptionTask } from "../pathway/interconception/server/interconceptionTask.ts";
import { figuresTask } from "../insight/figures/server/figuresTask.ts";
import { sharedQuestionsTask } from "../insight/sharedQuestions/server/publishTask.ts";
import { leftWorkTask } from "../pathway/trajectory/server/leftWork.ts";
import { noticeTasks } from "../pathway/trajectory/server/notices.ts";

/** Every job of Wieg. A concept adds its tasks here, once. */
export const tasksFor = (config: { publicUrl: string; mail: MailRoute; trailHeadsFile: string }): readonly Task[] => [
  sendMailTask(config.mail),
  ...noticeTasks(config.publicUrl),
  ...trailTasks(config.trailHeadsFile),
  caseLeadAlertsTask,
  familyPlanTask,
  ...signInTasks,
  clearOldTask,
  releaseJobsTask,
  failedMailTask,
  clockTask,
  loadPostcodesTask,
  endLinesTask,
  retentionTask,
  carryOutTask,
  makeFileTask,
  expireFilesTask,
  leftWorkTask,
  youthContactsTask,
  interconceptionTask,
  sharedQuestionsTask,
  figuresTask,
  endedConsentsTask,
  offerChecksTask,
  interpretersTask,
  escalateReferralsTask,
  handoverTask,
  forgetUnreadableTask,
  ...caseloadTasks,
  findDoublesTask,
  ...programmeTasks,
  flexibleTask,
  trainingTask,
  takeInTask,
  intakeTask,
  countSteeringTask,
  compareArmsTask,
  fixArmsTask,
  listsTask(config.publicUrl),
  makeResultTask,
];
