import { ErrorMessage, Field, Label } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";
import { type FieldProps, useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = FieldProps & Readonly<{ children: ReactNode }>;

/** Label, hint and error around one control, in the order in which they are read. */
export function FieldFrame({ children, ...props }: Props) {
  const words = useWords();
  const field = useField(props);
  return (
    <Field invalid={field.error !== undefined}>
      <Label htmlFor={field.id}>
        {props.label}
        {props.optional === true && <span className="wieg-optional"> {words.optional}</span>}
      </Label>
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
      {children}
    </Field>
  );
}
