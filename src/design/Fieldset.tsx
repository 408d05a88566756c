import { FieldSet } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";

type Props = Readonly<{ legend: string; hint?: ReactNode; children: ReactNode }>;

/** Fields that belong together under one name. */
export function Fieldset({ legend, hint, children }: Props) {
  return (
    <FieldSet legend={legend} className="wieg-fieldset">
      {hint !== undefined && <div className="wieg-hint">{hint}</div>}
      <div className="wieg-fields">{children}</div>
    </FieldSet>
  );
}
