import { Radio } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";
import { GroupFrame } from "./GroupFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";

/** One of the choices of a `RadioGroup` or `CheckboxGroup`. */
export type Choice = Readonly<{ value: string; label: ReactNode; hint?: ReactNode }>;

type Props = FieldProps &
  Readonly<{
    options: readonly Choice[];
    /** Side by side, for two or three short answers. */
    inline?: boolean;
  }>;

/** One choice out of a few, all in view. */
export function RadioGroup({ options, inline = false, ...props }: Props) {
  const field = useField(props);
  return (
    <GroupFrame {...props} role="radiogroup">
      <div className={inline ? "wieg-choices wieg-choices--inline" : "wieg-choices"}>
        {options.map(({ value, label, hint }, index) => (
          <Radio
            key={value}
            id={index === 0 ? field.id : `${field.id}-${index + 1}`}
            name={props.name}
            value={value}
            defaultChecked={field.value === value}
            invalid={field.error !== undefined}
          >
            <span className="wieg-choice">
              {label}
              {hint !== undefined && <span className="wieg-hint">{hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </GroupFrame>
  );
}
