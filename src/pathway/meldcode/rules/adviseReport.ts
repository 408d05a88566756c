import { weighingQuestions, type WeighingAnswer, type WeighingQuestion } from "../meldcode.ts";

/** What the five questions lead to, and which question decided. A help in thinking: the professional decides. */
export type Advice =
  | { readonly kind: "no-suspicion"; readonly because: WeighingQuestion }
  | { readonly kind: "report"; readonly because: WeighingQuestion }
  | { readonly kind: "help"; readonly because: WeighingQuestion }
  | { readonly kind: "consult"; readonly because: WeighingQuestion };

/**
 * The basic model of the Meldcode of 2019: without a suspicion nothing is reported; acute or structural unsafety is reported; and so is
 * what one cannot help with, who does not accept help, and help that does not make it safe. What one does not know is asked of Veilig Thuis.
 */
export function adviseReport(answers: Readonly<Partial<Record<WeighingQuestion, WeighingAnswer>>>): Advice {
  const ends: Readonly<Record<WeighingQuestion, { readonly on: WeighingAnswer; readonly kind: Advice["kind"] }>> = {
    suspicion: { on: "no", kind: "no-suspicion" },
    unsafe: { on: "yes", kind: "report" },
    ableToHelp: { on: "no", kind: "report" },
    acceptsHelp: { on: "no", kind: "report" },
    lasting: { on: "no", kind: "report" },
  };
  const open = weighingQuestions.find((question) => (answers[question] ?? "unknown") === "unknown");
  const decided = weighingQuestions.find((question) => answers[question] === ends[question].on);
  if (
    decided !== undefined &&
    (open === undefined || weighingQuestions.indexOf(decided) < weighingQuestions.indexOf(open) || ends[decided].kind === "report")
  )
    return { kind: ends[decided].kind, because: decided };
  return open === undefined ? { kind: "help", because: "lasting" } : { kind: "consult", because: open };
}
