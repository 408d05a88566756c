import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatDay } from "../../../kit/day.ts";
import { holdReasons } from "../retention.ts";
import { holdReasonNames, kindNames } from "../retention.texts.ts";
import type { Due } from "../server/retention.store.ts";

/** Keep back what would be destroyed. */
export function HoldPage({ due, values, errors }: { due: Due; values: Values; errors: Errors }) {
  return (
    <Page
      title="Aanhouden"
      width="narrow"
      back={{ href: "/bewaren", label: "Bewaren" }}
      errors={errors}
      sub={`${kindNames[due.kind]}: te bewaren tot en met ${formatDay(due.keepUntil)}.`}
    >
      <Form action={`/bewaren/${due.id}/aanhouden`} values={values} errors={errors}>
        <HiddenField name="version" value={due.version} />
        <RadioGroup name="because" label="Waarom?" options={choicesOf(holdReasons, holdReasonNames)} />
        <DateField name="until" label="Tot en met welke dag?" hint="Daarna komt het opnieuw op de lijst." />
        <ButtonRow>
          <Button>Aanhouden</Button>
          <LinkButton href="/bewaren" variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
