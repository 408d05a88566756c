import { ErrorMessage, FieldSet } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";
import { type FieldProps, useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = FieldProps & Readonly<{ role?: "radiogroup" | undefined; children: ReactNode }>;

/** Legend, hint and error around a group of choices. The summary of errors links to the first choice. */
export function GroupFrame({ role, children, ...props }: Props) {
  const words = useWords();
  const field = useField(props);
  const wrong = field.error !== undefined;
  const radio = role === "radiogroup" && { "aria-required": props.optional !== true, "aria-invalid": wrong };
  return (
    <FieldSet
      legend={props.optional === true ? `${props.label} ${words.optional}` : props.label}
      invalid={wrong}
      role={role}
      aria-describedby={field.describedBy}
      {...radio}
    >
      {props.hint !== undefined && (
        <div className="wieg-hint" id={field.hintId}>
          {props.hint}
        </div>
      )}
      {field.error !== undefined && (
        <ErrorMessage id={field.errorId} prefix={words.errorPrefix}>
          {field.error}
        </ErrorMessage>
      )}
      <div className="wieg-options">{children}</div>
    </FieldSet>
  );
}
