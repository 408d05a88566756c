import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { personKinds, purposeNames } from "../consent.texts.ts";
import { formPurposes } from "../letters/consentForm.ts";
import type { Consents } from "../server/readConsents.ts";

type Props = Readonly<{ trajectoryId: string; consents: Consents; problem: string | null }>;

/** Which form to print: one person, the purposes that are asked. Names of organisations come from where the family lives. */
export function ConsentFormPage({ trajectoryId, consents, problem }: Props) {
  const base = `/gezinnen/${trajectoryId}/toestemming`;
  const withBirthDate = consents.persons.filter(({ birthDate }) => birthDate !== null);
  return (
    <Page
      title="Formulier om te ondertekenen"
      width="narrow"
      back={{ href: base, label: "Toestemming" }}
      sub="In gewone taal, voor de handtekening. Leg daarna het antwoord per vraag vast."
    >
      {problem !== null && (
        <Alert title="Dit formulier kan nog niet" tone="soon">
          {problem}
        </Alert>
      )}
      {withBirthDate.length === 0 ? (
        <Alert title="De geboortedatum ontbreekt" tone="soon">
          Op het formulier staat de geboortedatum, want daarvan hangt af wie tekent. Vul die eerst in bij het gezin.
        </Alert>
      ) : (
        <Form action={`${base}/formulier.pdf`} method="get" plain values={{ over: withBirthDate[0]?.id, doel: [...formPurposes] }}>
          <RadioGroup
            name="over"
            label="Voor wie?"
            hint="Ieder tekent een eigen formulier: een partner leest niet wat zij deelt."
            options={withBirthDate.map((person) => ({ value: person.id, label: person.name, hint: personKinds[person.kind] }))}
          />
          <CheckboxGroup name="doel" label="Welke vragen?" options={choicesOf(formPurposes, purposeNames)} />
          <ButtonRow>
            <Button>Formulier maken (pdf)</Button>
            <LinkButton href={base} variant="quiet">
              Terug
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}
