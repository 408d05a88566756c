import { Label } from "@amsterdam/design-system-react";
import { type ReactNode, useId } from "react";
import { Button } from "./Button.tsx";
import { usePage } from "./PageContext.ts";
import { useWords } from "./useWords.ts";

type Props = Readonly<{
  action: string;
  label: string;
  name?: string;
  value?: string | undefined;
  hint?: ReactNode;
  /** `post` for the names of people: nothing of them may stand in an address. */
  method?: "get" | "post";
  /** More that narrows the list: selects, hidden fields. */
  children?: ReactNode;
}>;

/** Looks something up. */
export function SearchBox({ action, label, name = "zoek", value, hint, method = "get", children }: Props) {
  const words = useWords();
  const { csrfToken } = usePage();
  const id = useId();
  return (
    <search>
      <form className="wieg-search" action={action} method={method}>
        {method === "post" && <input type="hidden" name="_csrf" value={csrfToken} />}
        <Label htmlFor={id}>{label}</Label>
        {hint !== undefined && (
          <div className="wieg-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <div className="wieg-search__line">
          <input
            className="ams-text-input"
            id={id}
            name={name}
            type="search"
            defaultValue={value}
            autoComplete="off"
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          />
          {children}
          <Button variant="secondary">{words.search}</Button>
        </div>
      </form>
    </search>
  );
}
