import { InvalidFormAlert } from "@amsterdam/design-system-react";
import type { Errors } from "./Errors.ts";
import { fieldId } from "./useField.ts";
import { useWords } from "./useWords.ts";

type Props = Readonly<{ form: string; errors: Errors }>;

/** All that is wrong in a form, each a link to its field. The script gives it the focus, so that it is read first. */
export function ErrorSummary({ form, errors }: Props) {
  const words = useWords();
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  const links = names.map((name) => ({ id: name === "form" ? `#${form}` : `#${fieldId(form, name)}`, label: errors[name] ?? "" }));
  return (
    <InvalidFormAlert
      headingLevel={2}
      heading={words.errorHeading}
      errors={links}
      focusOnRender={false}
      data-error-summary=""
      aria-label={words.errorHeading}
    />
  );
}
