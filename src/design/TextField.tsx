import type { HTMLAttributes } from "react";
import { FieldFrame } from "./FieldFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";

type Props = FieldProps &
  Readonly<{
    type?: "text" | "email" | "tel" | "number" | "password" | "url";
    inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
    autoComplete?: string | undefined;
    /** How much the field promises to hold; the whole width when left out. */
    width?: "short" | "medium" | "long";
    maxLength?: number | undefined;
    /** Such as "uur" or "weken", right behind the field. */
    unit?: string;
  }>;

/** One line of text. A number is typed as text too: the arrows and wheel of a number field change what was meant. */
export function TextField({ type = "text", inputMode, autoComplete = "off", width = "long", maxLength, unit, ...props }: Props) {
  const field = useField(props);
  const numeric = type === "number";
  return (
    <FieldFrame {...props}>
      <div className={`wieg-control wieg-control--${width}`}>
        <input
          className="ams-text-input"
          dir={type === "text" ? "auto" : undefined}
          id={field.id}
          name={props.name}
          type={numeric ? "text" : type}
          inputMode={inputMode ?? (numeric ? "decimal" : undefined)}
          autoComplete={autoComplete}
          maxLength={maxLength}
          defaultValue={type === "password" ? undefined : field.value}
          aria-required={props.optional !== true}
          aria-invalid={field.error !== undefined ? true : undefined}
          aria-describedby={field.describedBy}
        />
        {unit !== undefined && <span className="wieg-unit">{unit}</span>}
      </div>
    </FieldFrame>
  );
}
