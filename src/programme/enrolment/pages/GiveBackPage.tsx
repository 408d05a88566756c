import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { givenBackNames } from "../enrolment.texts.ts";
import { givenBackReasons } from "../enrolment.ts";
import type { Enrolment } from "../server/readEnrolment.ts";

type Props = Readonly<{ enrolment: Enrolment; values: Values; errors: Errors }>;

/** Gives a place back on which no care was or will be delivered. */
export function GiveBackPage({ enrolment: { line, pillar, programme }, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/geboortezorg-flex/${pillar}`;
  const reasons = givenBackReasons.filter((reason) =>
    line.lossOn === null ? reason !== "family_asks_after_loss" : ["family_asks_after_loss", "mistake"].includes(reason),
  );
  return (
    <Page
      title={`${programme.name}, pijler ${pillar}: plaats teruggeven`}
      width="narrow"
      back={{ href: base, label: "Terug naar de plaats" }}
      errors={errors}
      sub="Alleen als er geen zorg op deze plaats is gegeven en die er ook niet komt. De plaats is dan vrij voor een ander gezin."
    >
      {line.lossOn !== null && (
        <Card tone="info">
          <p>Na een verlies blijft de plaats, zo lang het gezin dat wil. Geef haar alleen terug als het gezin er zelf om vraagt.</p>
        </Card>
      )}
      <Card>
        <Form action={`${base}/teruggeven`} errors={errors} values={values}>
          <RadioGroup name="why" label="Waarom" options={choicesOf(reasons, givenBackNames)} />
          <TextArea name="note" label="Toelichting" optional maxLength={5000} rows={3} />
          <Checkbox name="noCare" label="Er is geen zorg op deze plaats gegeven, en die komt er ook niet" />
          <ButtonRow>
            <Button>Geef de plaats terug</Button>
            <LinkButton href={base} variant="quiet">
              Annuleren
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}
