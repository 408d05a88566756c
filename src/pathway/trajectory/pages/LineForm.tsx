import type { ReactNode } from "react";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { BothVersions } from "../../../registry/pages/door.tsx";

export interface FormState {
  readonly trajectory: string;
  readonly values: Values;
  readonly errors: Errors;
}

type Props = FormState &
  Readonly<{
    title: string;
    /** The end of the address, below the family. */
    path: string;
    sub?: ReactNode;
    saved?: Values;
    /** Labels of the fields of which both versions are shown when someone else was first. */
    labels?: Readonly<Record<string, string>>;
    version?: number;
    button?: string;
    /** Above the form: what must be known first, or what someone else recorded meanwhile. */
    above?: ReactNode;
    below?: ReactNode;
    children: ReactNode;
  }>;

/** One thing that happens on a line, in one form. */
export function LineForm({
  title,
  trajectory,
  path,
  sub,
  saved = {},
  labels = {},
  version,
  values,
  errors,
  button = "Bewaren",
  above,
  below,
  children,
}: Props) {
  const family = `/gezinnen/${trajectory}`;
  return (
    <FormPage
      title={title}
      sub={sub}
      back={{ href: family, label: "Gezin" }}
      action={`${family}/${path}`}
      errors={errors}
      values={Object.keys(values).length === 0 ? saved : values}
      button={button}
      leave="Niet nu"
      above={above}
      below={below}
    >
      <BothVersions
        values={values}
        errors={errors}
        fields={Object.entries(labels).map(([name, label]) => ({ name, label, saved: [saved[name] ?? []].flat().join(", ") || null }))}
      />
      {version !== undefined && <HiddenField name="version" value={version} />}
      {children}
    </FormPage>
  );
}
