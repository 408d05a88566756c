import { Button as AmsterdamButton } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";

type Props = Readonly<{
  children: ReactNode;
  variant?: "primary" | "secondary" | "quiet";
  /** Sent with the form when this button was pressed. */
  name?: string | undefined;
  value?: string | undefined;
  /** Posts the form somewhere else, such as "save for later". */
  formAction?: string | undefined;
  /** Tells apart buttons with the same words, such as one per line of a table. */
  label?: string | undefined;
}>;

/** Sends the form it stands in. */
export function Button({ children, variant = "primary", name, value, formAction, label }: Props) {
  return (
    <AmsterdamButton
      type="submit"
      variant={variant === "quiet" ? "tertiary" : variant}
      name={name}
      value={value}
      formAction={formAction}
      aria-label={label}
    >
      {children}
    </AmsterdamButton>
  );
}
