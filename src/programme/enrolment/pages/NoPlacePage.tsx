import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { offerNames } from "../enrolment.texts.ts";
import { offers } from "../enrolment.ts";
import { tellInPerson } from "../letter.texts.ts";
import type { Enrolment } from "../server/readEnrolment.ts";
import { Criteria } from "./Criteria.tsx";

type Props = Readonly<{ enrolment: Enrolment; values: Values; errors: Errors }>;

/** A no: with its reasons, and with what the family is offered instead. */
export function NoPlacePage({ enrolment: { line, pillar, programme, criteria }, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/geboortezorg-flex/${pillar}`;
  const reasons = criteria.filter(({ outcome }) => outcome === "not_met");
  return (
    <Page
      title={`${programme.name}, pijler ${pillar}: geen plaats`}
      width="narrow"
      back={{ href: base, label: "Terug naar de criteria" }}
      errors={errors}
    >
      <Card title="Waarom niet" tone="late">
        <Criteria criteria={reasons} trajectoryId={line.id} motherId={line.motherId} pillar={pillar} mayAnswer={() => false} />
        <h3>Zo vertelt u het</h3>
        <ul>
          {reasons.map(({ code }) => (
            <li key={code}>{tellInPerson[code]}</li>
          ))}
        </ul>
      </Card>
      <Card title="Wat biedt u het gezin aan">
        <Form action={`${base}/geen-plaats`} errors={errors} values={values}>
          <CheckboxGroup
            name="offered"
            label="In plaats hiervan"
            hint="Het gezin houdt alle gewone zorg en hulp."
            options={choicesOf(offers, offerNames)}
          />
          <TextArea name="note" label="Toelichting" hint="Wat u met het gezin besprak, en wat u nog doet." optional maxLength={5000} />
          <ButtonRow>
            <Button>Besluit: geen plaats</Button>
            <LinkButton href={base} variant="quiet">
              Annuleren
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}
