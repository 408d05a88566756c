import { TextArea as AmsterdamTextArea } from "@amsterdam/design-system-react";
import { FieldFrame } from "./FieldFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";

type Props = FieldProps & Readonly<{ rows?: number; maxLength?: number | undefined }>;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ rows = 4, maxLength, ...props }: Props) {
  const field = useField(props);
  return (
    <FieldFrame {...props}>
      <AmsterdamTextArea
        id={field.id}
        name={props.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.value}
        aria-required={props.optional !== true}
        invalid={field.error !== undefined}
        aria-describedby={field.describedBy}
      />
    </FieldFrame>
  );
}
