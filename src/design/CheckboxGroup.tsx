import { Checkbox as AmsterdamCheckbox } from "@amsterdam/design-system-react";
import { Details } from "./Details.tsx";
import { GroupFrame } from "./GroupFrame.tsx";
import type { Choice } from "./RadioGroup.tsx";
import { type FieldProps, useField } from "./useField.ts";

type Props = FieldProps &
  Readonly<{
    options: readonly Choice[];
    /** More of the same, folded away under a name: open where one of them is ticked. */
    folded?: readonly Readonly<{ name: string; options: readonly Choice[] }>[];
    /** In columns on a wide screen, for long lists of short words. */
    columns?: boolean;
  }>;

/** As many choices as fit. The form posts the name once for each. */
export function CheckboxGroup({ options, folded = [], columns = false, ...props }: Props) {
  const { id, chosen, error } = useField(props);
  const box = ({ value, label, hint }: Choice, place: number) => (
    <AmsterdamCheckbox
      key={value}
      id={place === 0 ? id : `${id}-${place + 1}`}
      name={props.name}
      value={value}
      defaultChecked={chosen.includes(value)}
      invalid={error !== undefined}
    >
      <span className="wieg-choice">
        {label}
        {hint !== undefined && <span className="wieg-hint">{hint}</span>}
      </span>
    </AmsterdamCheckbox>
  );
  const look = columns ? "wieg-choices wieg-choices--columns" : "wieg-choices";
  const places = folded.map((_, nr) => folded.slice(0, nr).reduce((sum, group) => sum + group.options.length, options.length));
  return (
    <GroupFrame {...props}>
      {options.length > 0 && <div className={look}>{options.map(box)}</div>}
      {folded.map((group, nr) => (
        <Details
          key={group.name}
          summary={`${group.name} (${group.options.length})`}
          open={(options.length === 0 && nr === 0) || group.options.some(({ value }) => chosen.includes(value))}
        >
          <div className={look}>{group.options.map((one, place) => box(one, (places[nr] ?? 0) + place))}</div>
        </Details>
      ))}
    </GroupFrame>
  );
}
