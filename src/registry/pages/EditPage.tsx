import type { ReactNode } from "react";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { HiddenField } from "../../design/HiddenField.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { Page } from "../../design/Page.tsx";
import { BothVersions } from "./BothVersions.tsx";

type Props = Readonly<{
  title: string;
  trajectory: string;
  action: string;
  /** What is kept now, by field; what was typed wins. */
  saved: Values;
  /** Labels of the fields, to show both versions when someone else was first. */
  labels: Readonly<Record<string, string>>;
  version?: number;
  values: Values;
  errors: Errors;
  sub?: string;
  button?: string;
  /** Below the form. */
  more?: ReactNode;
  children: ReactNode;
}>;

/** One thing of a family to change. */
export function EditPage({
  title,
  trajectory,
  action,
  saved,
  labels,
  version,
  values,
  errors,
  sub,
  button = "Bewaren",
  more,
  children,
}: Props) {
  const family = `/gezinnen/${trajectory}`;
  const fields = Object.entries(labels).map(([name, label]) => ({ name, label, saved: [saved[name] ?? []].flat().join(", ") || null }));
  return (
    <Page title={title} width="narrow" back={{ href: family, label: "Gezin" }} errors={errors} sub={sub}>
      <Form action={action} errors={errors} values={Object.keys(values).length === 0 ? saved : values}>
        <BothVersions fields={fields} values={values} errors={errors} />
        {version !== undefined && <HiddenField name="version" value={version} />}
        {children}
        <ButtonRow>
          <Button>{button}</Button>
          <LinkButton href={family} variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
      {more}
    </Page>
  );
}
