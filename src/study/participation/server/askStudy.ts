import { addDays, type Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { familyNews } from "../../../registry/familyNews.texts.ts";
import type { Giver } from "../../../trust/consent/consent.ts";
import { studyPurposes, type StudyLanguage, type StudyPurpose } from "../../design/studyConsent.ts";
import type { AnswerWay, StudyRefusal } from "../participation.ts";
import { insertProposal, recordAnswers, takeProposalBack, withdrawFor } from "./lineFacts.store.ts";
import { gatherStudyOfLine, type StudyOfLine } from "./readStudyOfLine.ts";

export type StudyOutcome = Done | Refusal<StudyRefusal>;

/** The studies that may be put before her now, and what is asked beside them: nothing when she fits none, or said what she thinks of it. */
export function askableOf({
  studies,
  said,
  open,
  afterLoss,
}: Pick<StudyOfLine, "studies" | "said" | "open" | "afterLoss">): readonly StudyPurpose[] {
  if (!open || afterLoss) return [];
  const answered = (purpose: string) => said.some((one) => one.purpose === purpose);
  const codes = studies.filter(({ code, proposable }) => proposable.may === "yes" && !answered(code)).map(({ code }) => code);
  if (codes.length === 0) return [];
  return studyPurposes.filter((purpose) => codes.includes(purpose) || (!/^study_\d+$/.test(purpose) && !answered(purpose)));
}

/** Puts the studies before her: in her own pages, or as a form on paper. In both arms alike, and without saying which. */
export const askStudy = (
  actor: Actor,
  ask: { readonly trajectoryId: string; readonly way: "digital" | "paper"; readonly language: StudyLanguage },
): Promise<StudyOutcome> =>
  withActor(actor, "study-consent.asked", async (work): Promise<StudyOutcome> => {
    const found = await gatherStudyOfLine(work, ask.trajectoryId);
    if (!found) return refuse("study-not-visible");
    const asks = askableOf(found);
    if (asks.length === 0 || !found.text) return refuse("study-not-proposable");
    const code = await insertProposal(
      work.db,
      { ...ask, asks, textVersion: found.text.version, until: addDays(work.today, found.text.thinkDays) },
      familyNews,
    );
    return code === "done" ? done({}) : refuse(`study-${code}`);
  });

export const takeStudyBack = (actor: Actor, trajectoryId: string): Promise<StudyOutcome> =>
  withActor(actor, "study-consent.ask-withdrawn", async ({ db, about }): Promise<StudyOutcome> => {
    about({ trajectories: [trajectoryId], part: "study" });
    return (await takeProposalBack(db, trajectoryId)) ? done({}) : refuse("study-nothing-asked");
  });

export interface SignedInput {
  readonly trajectoryId: string;
  readonly answers: Readonly<Partial<Record<StudyPurpose, boolean>>>;
  readonly givenBy: Giver;
  readonly givenOn: Day;
  readonly answersBy: AnswerWay;
}

/** Records what she signed. Only to what may be asked of her; what goes beside a study needs a study. */
export const recordSigned = (actor: Actor, input: SignedInput): Promise<StudyOutcome> =>
  withActor(actor, "study-consent.recorded", async (work): Promise<StudyOutcome> => {
    const found = await gatherStudyOfLine(work, input.trajectoryId);
    if (!found) return refuse("study-not-visible");
    const decided = decideSigned(found, input, work.today);
    if (decided !== "go") return decided;
    const code = await recordAnswers(work.db, {
      ...input,
      textVersion: found.proposed?.textVersion ?? found.text?.version ?? "1",
      language: found.proposed?.language ?? found.language,
    });
    return code === "done" ? done({}) : refuse(`study-${code}`);
  });

function decideSigned(found: StudyOfLine, { answers, givenBy, givenOn }: SignedInput, today: Day): Refusal<StudyRefusal> | "go" {
  if (givenOn > today) return refuse("study-in-future");
  if (!found.givers.includes(givenBy)) return refuse("study-not-theirs-to-give");
  const given = studyPurposes.filter((purpose) => answers[purpose] !== undefined);
  if (given.length === 0) return refuse("study-nothing-asked");
  const may = [...askableOf(found), ...(found.proposed?.asks ?? [])];
  if (given.some((purpose) => answers[purpose] === true && !may.includes(purpose))) return refuse("study-not-proposable");
  const beside = given.some((purpose) => answers[purpose] === true && !/^study_\d+$/.test(purpose));
  const takesPart =
    given.some((purpose) => answers[purpose] === true && /^study_\d+$/.test(purpose)) ||
    found.said.some(({ purpose, inForce }) => inForce && /^study_\d+$/.test(purpose));
  return beside && !takesPart ? refuse("study-needs-a-study") : "go";
}

/** She withdraws, and a professional records it: from one study, from what goes beside it, or from all of it. It works at once. */
export const withdrawStudy = (
  actor: Actor,
  input: { readonly trajectoryId: string; readonly what: StudyPurpose | "all" },
): Promise<StudyOutcome> =>
  withActor(actor, "study-consent.withdrawn", async (work): Promise<StudyOutcome> => {
    const found = await gatherStudyOfLine(work, input.trajectoryId);
    if (!found) return refuse("study-not-visible");
    return (await withdrawFor(work.db, input.trajectoryId, input.what, found.givers[0] ?? "self"))
      ? done({})
      : refuse("study-nothing-to-withdraw");
  });
