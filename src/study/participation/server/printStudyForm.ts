import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import { printConsentForm } from "../../../trust/consent/letters/printConsentForm.ts";
import type { ConsentForm } from "../../../trust/consent/letters/consentForm.ts";
import { studyForm } from "../documents/studyForm.ts";
import type { StudyLanguage } from "../../design/studyConsent.ts";
import { gatherStudyOfLine } from "./readStudyOfLine.ts";

/** The form for what was put before her on paper, as a tagged PDF; null when nothing waits for her signature. */
export async function printStudyForm(
  actor: Actor,
  trajectoryId: string,
): Promise<{ readonly pdf: Uint8Array; readonly language: StudyLanguage } | Refusal<"script-not-in-fonts"> | null> {
  const form = await writeStudyForm(actor, trajectoryId);
  if (form === null) return null;
  try {
    return { pdf: await printConsentForm(form), language: form.language ?? "nl" };
  } catch (error) {
    if (error instanceof PdfError && error.code === "script-not-in-fonts") return refuse("script-not-in-fonts");
    throw error;
  }
}

/** The words of the form. */
export const writeStudyForm = (actor: Actor, trajectoryId: string): Promise<ConsentForm | null> =>
  withActor(actor, "study-consent.printed", async (work) => {
    const found = await gatherStudyOfLine(work, trajectoryId);
    if (!found?.proposed || !found.text) return null;
    return studyForm({
      text: found.text,
      language: found.proposed.language,
      asks: found.proposed.asks,
      date: work.today,
      person: found.person,
      withParents: !found.givers.includes("self"),
      explainedBy: { name: actor.name, role: roleNames[actor.role as Role] ?? actor.role, organisation: actor.organisation },
    });
  });
