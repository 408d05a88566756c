import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { fullName } from "../../../registry/personName.ts";
import { listFactors } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { KeptAgreement, PlanContent, PlanVersion } from "../familyPlan.ts";
import type { PlanLetter } from "../letters/planLetter.ts";
import { planLetterText } from "../letters/planLetterText.ts";
import { printPlanLetter } from "../letters/printPlanLetter.ts";
import { findCaseLead } from "./caseLead.store.ts";
import { findPlanView } from "./readPlan.ts";

export type NotPrinted = "not-visible" | "letter-says-too-much" | "script-not-in-fonts";

/** The plan on paper, as it stands or as a version was agreed; or why it cannot be. */
export async function printPlan(actor: Actor, trajectoryId: string, versionId: string | null): Promise<Uint8Array | NotPrinted> {
  const letter = await withActor(actor, "plan.printed", (work) => writeLetter(work, actor, trajectoryId, versionId));
  if (typeof letter === "string") return letter;
  try {
    return await printPlanLetter(letter);
  } catch (cause) {
    if (cause instanceof PdfError && cause.code === "script-not-in-fonts") return cause.code;
    throw cause;
  }
}

async function writeLetter(
  work: Parameters<typeof findPlanView>[0],
  actor: Actor,
  trajectoryId: string,
  versionId: string | null,
): Promise<PlanLetter | NotPrinted> {
  const line = await findLine(work.db, trajectoryId);
  const family = line && (await findFamilyOfLine(work.db, trajectoryId));
  const view = line && (await findPlanView(work, line, actor));
  if (!family || view?.sees !== "plan") return "not-visible";
  work.about({ trajectories: [trajectoryId], part: "plan" });
  const version =
    versionId === null ? (view.stand === "final" ? (view.versions[0] ?? null) : null) : view.versions.find(({ id }) => id === versionId);
  if (version === undefined || (version === null && view.stand === "empty")) return "not-visible";
  const content = version?.content ?? view.content;
  const lead = await findCaseLead(work.db, trajectoryId);
  const letter = planLetterText({
    language: family.language === "en" ? "en" : "nl",
    date: work.today,
    content,
    who: whoDoes(content, family),
    agreed: agreedOf(version),
    contact: lead
      ? { name: lead.professional, organisation: lead.organisation, telephone: lead.phone }
      : { name: actor.name, organisation: actor.organisation, telephone: null },
    factors: (await listFactors(work.db)).map(({ label }) => label),
  });
  return "code" in letter ? "letter-says-too-much" : letter;
}

const agreedOf = (version: PlanVersion | null) => (version === null ? null : { number: version.number, on: version.agreedOn });

function whoDoes({ agreements }: PlanContent, family: Family): ReadonlyMap<string, string> {
  const nameOf = ({ responsible, who }: KeptAgreement): string => {
    if (responsible.kind === "network") return responsible.name;
    if (responsible.kind === "professional") return who ?? "";
    const member = family.members.find(({ id }) => id === responsible.personId);
    return member ? (member.givenName ?? fullName(member)) : "";
  };
  return new Map(agreements.map((one) => [one.id, nameOf(one)]));
}
