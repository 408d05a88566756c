import type { ReactNode } from "react";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import { BothVersions } from "../../../registry/pages/door.tsx";
import type { PlanFormData } from "../server/readPlan.ts";

/** A field of which both versions are shown when someone else was first; `say` gives the words of a choice. */
export type Compared = Readonly<{ name: string; label: string; say?: (value: string) => string }>;

type Props = Readonly<{
  data: Pick<PlanFormData, "line" | "family">;
  title: string;
  heading?: string;
  /** The end of the address, below the plan. */
  path: string;
  saved: Values;
  compared?: readonly Compared[];
  version?: number;
  values: Values;
  errors: Errors;
  button: string;
  /** Above the form: what must be known first. */
  above?: ReactNode;
  children: ReactNode;
}>;

/** One thing of the plan, in one form. */
export function PlanForm({ data, title, heading, path, saved, compared = [], version, values, errors, button, above, children }: Props) {
  const plan = `/gezinnen/${data.line.id}/plan`;
  const fields = compared.map((one) => ({ ...one, saved: [saved[one.name] ?? []].flat().join(", ") || null }));
  return (
    <FormPage
      title={title}
      heading={heading ?? title}
      sub={familyHeading(data.family.members)}
      back={{ href: plan, label: "Gezinsplan" }}
      action={`${plan}/${path}`}
      errors={errors}
      values={Object.keys(values).length === 0 ? saved : values}
      button={button}
      leave="Niet nu"
      above={above}
    >
      <BothVersions fields={fields} values={values} errors={errors} />
      {version !== undefined && <HiddenField name="version" value={version} />}
      {children}
    </FormPage>
  );
}
