import { Select as AmsterdamSelect } from "@amsterdam/design-system-react";
import { FieldFrame } from "./FieldFrame.tsx";
import { type FieldProps, useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Option = Readonly<{ value: string; label: string; group?: string }>;
type Props = FieldProps &
  Readonly<{
    options: readonly Option[];
    /** The first, empty line; "Kies" when left out, none when `null`. */
    empty?: string | null;
  }>;

/** One choice out of many (from about seven; fewer are easier as a `RadioGroup`). */
export function Select({ options, empty, ...props }: Props) {
  const words = useWords();
  const field = useField(props);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <FieldFrame {...props}>
      <AmsterdamSelect
        id={field.id}
        name={props.name}
        defaultValue={field.value}
        aria-required={props.optional !== true}
        invalid={field.error !== undefined}
        aria-describedby={field.describedBy}
      >
        {empty !== null && <option value="">{empty ?? words.choose}</option>}
        {groups.map((group) => {
          const inGroup = options.filter((option) => option.group === group);
          const lines = inGroup.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ));
          return group === undefined ? (
            lines
          ) : (
            <optgroup key={group} label={group}>
              {lines}
            </optgroup>
          );
        })}
      </AmsterdamSelect>
    </FieldFrame>
  );
}
