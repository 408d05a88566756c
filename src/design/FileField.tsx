import { FieldFrame } from "./FieldFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";

type Props = FieldProps &
  Readonly<{
    /** Kinds of file the browser offers first, such as ".csv". */
    accept?: string | undefined;
  }>;

/** A file to send. The form needs `enctype="multipart/form-data"`. */
export function FileField({ accept, ...props }: Props) {
  const field = useField(props);
  return (
    <FieldFrame {...props}>
      <input
        className="wieg-file"
        id={field.id}
        name={props.name}
        type="file"
        accept={accept}
        aria-required={props.optional !== true}
        aria-invalid={field.error !== undefined ? true : undefined}
        aria-describedby={field.describedBy}
      />
    </FieldFrame>
  );
}
