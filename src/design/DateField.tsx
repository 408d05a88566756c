import { TextInput } from "@amsterdam/design-system-react";
import { FieldFrame } from "./FieldFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = FieldProps & Readonly<{ autoComplete?: string | undefined }>;

/** A date typed as people say it, `12-3-2026`; what was typed is kept as it was typed, and the server reads it. */
export function DateField({ autoComplete = "off", ...given }: Props) {
  const words = useWords();
  const props = { ...given, hint: given.hint ?? words.dateHint };
  const field = useField(props);
  return (
    <FieldFrame {...props}>
      <div className="wieg-control wieg-control--short" data-date="">
        <TextInput
          id={field.id}
          name={props.name}
          type="text"
          inputMode="numeric"
          maxLength={20}
          autoComplete={autoComplete}
          defaultValue={field.value}
          aria-required={props.optional !== true}
          invalid={field.error !== undefined}
          aria-describedby={field.describedBy}
        />
      </div>
    </FieldFrame>
  );
}
