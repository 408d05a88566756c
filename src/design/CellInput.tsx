import { ErrorMessage } from "@amsterdam/design-system-react";
import { useField } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = Readonly<{
  name: string;
  /** Said to who can't see the column and the line. */
  label: string;
  options?: readonly Readonly<{ value: string; label: string }>[];
  /** A tick instead of text. */
  tick?: boolean;
  narrow?: boolean;
}>;

/** A field in a cell of a table: the column is its label. */
export function CellInput({ name, label, options, tick = false, narrow = false }: Props) {
  const words = useWords();
  const field = useField({ name });
  const shared = {
    id: field.id,
    name,
    "aria-label": label,
    "aria-invalid": field.error !== undefined ? true : undefined,
    "aria-describedby": field.describedBy,
  } as const;
  return (
    <span className={`wieg-cell-input${narrow ? " wieg-cell-input--narrow" : ""}`}>
      {options ? (
        <select className="ams-select" {...shared} defaultValue={field.value ?? ""}>
          <option value="">-</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : tick ? (
        <input type="checkbox" {...shared} value="ja" defaultChecked={field.value === "ja"} />
      ) : (
        <input className="ams-text-input" type="text" autoComplete="off" {...shared} defaultValue={field.value} />
      )}
      {field.error !== undefined && (
        <ErrorMessage id={field.errorId} prefix={words.errorPrefix}>
          {field.error}
        </ErrorMessage>
      )}
    </span>
  );
}
