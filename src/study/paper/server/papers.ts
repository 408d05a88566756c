import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { AnswerPage } from "../../answers/answers.ts";
import { findPages } from "../../answers/server/door.ts";
import { onPaper, type FormStep, type FormToDo, type PaperAnswer, type PaperForm } from "../paper.ts";
import { enterForm, findForm, listFormsToDo, listToPrint, printForm, type ToPrint } from "./paper.store.ts";

export const readPapers = (actor: Actor): Promise<{ toPrint: readonly ToPrint[]; toDo: readonly FormToDo[] }> =>
  withActor(actor, "study.paper-read", async ({ db }) => ({ toPrint: await listToPrint(db), toDo: await listFormsToDo(db) }));

/** A form with its questions; null for a number that is none. */
export const readForm = (
  actor: Actor,
  code: string,
): Promise<{ form: PaperForm; pages: readonly AnswerPage[]; code: string; today: Day } | null> =>
  withActor(actor, "study.paper-read", async ({ db, today }) => {
    const form = await findForm(db, code);
    return form && { form, code: form.code, today, pages: await findPages(db, form.instruments) };
  });

/** The form of an open list, to print; from now on it goes by post. */
export const printPaper = (actor: Actor, askId: string): Promise<Done<{ formCode: string }> | Refusal<"not-open">> =>
  withActor(actor, "study.paper-printed", async ({ db }) => {
    const formCode = await printForm(db, askId);
    return formCode === null ? refuse("not-open") : done({ formCode });
  });

export type EnterRefusal = Refusal<FormStep | "not-found" | "not-complete"> | { readonly code: "open"; readonly items: readonly string[] };

/** One entry of a form, by somebody who does not see that of another. */
export const enterPaper = (
  actor: Actor,
  code: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Done<{ outcome: string }> | EnterRefusal> =>
  withActor(actor, "study.paper-entered", async ({ db }) => {
    const form = await findForm(db, code);
    if (!form) return refuse("not-found");
    const asked = questionsOf(form, await findPages(db, form.instruments));
    const read = asked.map((question) => readOne(question, typed[question.item]));
    const open = asked.flatMap(({ item }, at) => (read[at] === null ? [item] : []));
    if (open.length > 0) return { code: "open" as const, items: open };
    const outcome = await enterForm(
      db,
      code,
      read.filter((one) => one !== null),
    );
    return ["kept", "differs", "complete"].includes(outcome) ? done({ outcome }) : refuse(outcome as FormStep);
  });

/** What is to be entered: all of it, or what two people read differently. */
export const questionsOf = ({ step, differ }: PaperForm, pages: readonly AnswerPage[]) =>
  pages.flatMap(({ instrument, version, language, questions }) =>
    questions
      .filter(({ item }) => step !== "settle" || differ.includes(item))
      .map((question) => ({ ...question, instrument, version, language })),
  );

function readOne({ item, instrument, version, options }: ReturnType<typeof questionsOf>[number], typed: unknown): PaperAnswer | null {
  const about = { item, instrument, version };
  if (typed === onPaper.empty) return { ...about, value: null, missing: "skipped" };
  if (typed === onPaper.unreadable) return { ...about, value: null, missing: "illegible" };
  const option = options.find(({ code }) => code === typed);
  return option ? { ...about, value: option.value, missing: null } : null;
}
