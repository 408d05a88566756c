/** An expected "no": a code that texts turn into a sentence, and the facts that the sentence needs. Never an exception. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** What a use case answers when it did what was asked. */
export type Done<Extra extends object = object> = { readonly code: "done" } & Extra;

export const done = <Extra extends object>(extra: Extra): Done<Extra> => ({ code: "done", ...extra });

export const refuse = <Code extends string>(code: Code, facts: Refusal["facts"] = {}): Refusal<Code> => ({ code, facts });

/** True when a use case did what was asked. */
export const isDone = <Outcome extends { code: string }>(outcome: Outcome): outcome is Extract<Outcome, { code: "done" }> =>
  outcome.code === "done";
