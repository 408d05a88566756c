import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { ButtonRow } from "./ButtonRow.tsx";
import type { Errors, Values } from "./Errors.ts";
import { Form } from "./Form.tsx";
import { HiddenField } from "./HiddenField.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { Page } from "./Page.tsx";
import { seenVersion } from "./seenVersion.ts";

type Props = Readonly<{
  title: string;
  heading?: ReactNode;
  sub?: ReactNode;
  /** Where one comes from; who leaves the form goes there too. */
  back: Readonly<{ href: string; label: string }>;
  action: string;
  values: Values;
  errors: Errors;
  /** Of the record as it is now; see `seenVersion`. */
  version?: number | undefined;
  draft?: string | undefined;
  button: string;
  /** The words for going back without sending. */
  leave: string;
  /** Above the form: what must be known first. */
  above?: ReactNode;
  children: ReactNode;
}>;

/** A page that is one form: its fields, one button, and a way back. */
export function FormPage({ title, heading, sub, back, action, values, errors, version, draft, button, leave, above, children }: Props) {
  return (
    <Page title={title} heading={heading} sub={sub} width="narrow" back={back} errors={errors}>
      {above}
      <Form action={action} errors={errors} values={values} draft={draft}>
        {version !== undefined && <HiddenField name="version" value={seenVersion(values, errors, version)} />}
        {children}
        <ButtonRow>
          <Button>{button}</Button>
          <LinkButton href={back.href} variant="quiet">
            {leave}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
