import { Checkbox as AmsterdamCheckbox } from "@amsterdam/design-system-react";
import { GroupFrame } from "./GroupFrame.tsx";
import type { Choice } from "./RadioGroup.tsx";
import { type FieldProps, useField } from "./useField.ts";

type Props = FieldProps &
  Readonly<{
    options: readonly Choice[];
    /** In columns on a wide screen, for long lists of short words. */
    columns?: boolean;
  }>;

/** As many choices as fit. The form posts the name once for each. */
export function CheckboxGroup({ options, columns = false, ...props }: Props) {
  const field = useField(props);
  return (
    <GroupFrame {...props}>
      <div className={columns ? "wieg-choices wieg-choices--columns" : "wieg-choices"}>
        {options.map(({ value, label, hint }, index) => (
          <AmsterdamCheckbox
            key={value}
            id={index === 0 ? field.id : `${field.id}-${index + 1}`}
            name={props.name}
            value={value}
            defaultChecked={field.chosen.includes(value)}
            invalid={field.error !== undefined}
          >
            <span className="wieg-choice">
              {label}
              {hint !== undefined && <span className="wieg-hint">{hint}</span>}
            </span>
          </AmsterdamCheckbox>
        ))}
      </div>
    </GroupFrame>
  );
}
