import type { ReactNode } from "react";
import { useWords } from "./useWords.ts";

/** A step of a route: `done`, the one that is on now, or still to come. */
export type Step = Readonly<{ title: ReactNode; state: "done" | "now" | "later" | "late"; when?: ReactNode; children?: ReactNode }>;

/** Steps in their order, with where we are. */
export function Steps({ steps, label }: Readonly<{ steps: readonly Step[]; label: string }>) {
  const words = useWords();
  return (
    <ol className="wieg-steps" aria-label={label}>
      {steps.map(({ title, state, when, children }, index) => (
        <li key={index} className={`wieg-step wieg-step--${state}`} aria-current={state === "now" || state === "late" ? "step" : undefined}>
          <span className="wieg-step__mark" aria-hidden="true">
            {state === "done" ? "✓" : index + 1}
          </span>
          <div className="wieg-step__body">
            <p className="wieg-step__title">
              <b>{title}</b>
              {state === "done" && <span className="ams-visually-hidden">, {words.done}</span>}
              {when !== undefined && <span className="wieg-step__when">{when}</span>}
            </p>
            {children !== undefined && <div className="wieg-step__text">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
