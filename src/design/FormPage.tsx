import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { ButtonRow } from "./ButtonRow.tsx";
import type { Errors, Values } from "./Errors.ts";
import { Form } from "./Form.tsx";
import { HiddenField } from "./HiddenField.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { Page } from "./Page.tsx";

type Props = Readonly<{
  title: string;
  heading?: ReactNode;
  sub?: ReactNode;
  /** Where one comes from; who leaves the form goes there too. */
  back: Readonly<{ href: string; label: string }>;
  action: string;
  values: Values;
  errors: Errors;
  /**
   * Of the record as it is now. What is sent along is the one that was looked at when the form was opened, so that a change by someone
   * else meanwhile is noticed; once the form as a whole says so, the record as it is now.
   */
  version?: number | undefined;
  draft?: string | undefined;
  button: string;
  /** The words for going back without sending. */
  leave: string;
  /** Above the form: what must be known first. */
  above?: ReactNode;
  below?: ReactNode;
  children: ReactNode;
}>;

/** A page that is one form: its fields, one button, and a way back. */
export function FormPage({
  title,
  heading,
  sub,
  back,
  action,
  values,
  errors,
  version,
  draft,
  button,
  leave,
  above,
  below,
  children,
}: Props) {
  const opened = errors["form"] === undefined ? values["version"] : undefined;
  return (
    <Page title={title} heading={heading} sub={sub} width="narrow" back={back} errors={errors}>
      {above}
      <Form action={action} errors={errors} values={values} draft={draft}>
        {version !== undefined && <HiddenField name="version" value={typeof opened === "string" ? opened : version} />}
        {children}
        <ButtonRow>
          <Button>{button}</Button>
          <LinkButton href={back.href} variant="quiet">
            {leave}
          </LinkButton>
        </ButtonRow>
      </Form>
      {below}
    </Page>
  );
}
