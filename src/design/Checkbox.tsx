import { Checkbox as AmsterdamCheckbox, ErrorMessage, Field } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";
import { type FieldProps, useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = Omit<FieldProps, "optional" | "label"> & Readonly<{ label: ReactNode; value?: string }>;

/** One yes, such as "het gezin weet dit". Posts `ja` (or `value`) when ticked, nothing when not. */
export function Checkbox({ value = "ja", ...props }: Props) {
  const words = useWords();
  const field = useField(props);
  return (
    <Field invalid={field.error !== undefined}>
      {field.error !== undefined && (
        <ErrorMessage id={field.errorId} prefix={words.errorPrefix}>
          {field.error}
        </ErrorMessage>
      )}
      <div className="wieg-choices">
        <AmsterdamCheckbox
          id={field.id}
          name={props.name}
          value={value}
          defaultChecked={field.chosen.includes(value)}
          invalid={field.error !== undefined}
          aria-describedby={field.error === undefined ? undefined : field.errorId}
        >
          <span className="wieg-choice">
            {props.label}
            {props.hint !== undefined && (
              <span className="wieg-hint" id={field.hintId}>
                {props.hint}
              </span>
            )}
          </span>
        </AmsterdamCheckbox>
      </div>
    </Field>
  );
}
