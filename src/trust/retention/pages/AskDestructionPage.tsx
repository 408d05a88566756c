import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { concerns } from "../retention.ts";
import { aboutNames, concernNames } from "../retention.texts.ts";
import type { Person } from "../server/request.store.ts";

type Props = Readonly<{ trajectory: string; persons: readonly Person[]; values: Values; errors: Errors }>;

/** Someone of the family asks that her file is destroyed. She need not say why. */
export function AskDestructionPage({ trajectory, persons, values, errors }: Props) {
  return (
    <Page
      title="Dossier laten vernietigen"
      width="narrow"
      back={{ href: `/gezinnen/${trajectory}`, label: "Gezin" }}
      errors={errors}
      sub="Iemand van het gezin mag vragen om het eigen dossier te vernietigen. Zij hoeft niet te zeggen waarom."
    >
      <Alert title="Wat er gebeurt">
        De functionaris gegevensbescherming beslist binnen een maand. Daarna bevestigt u het samen met het gezin. Dan is het weg, ook bij de
        andere organisaties in Wieg, en kan niemand het terughalen. De hulp hoeft niet te stoppen.
      </Alert>
      <Form action={`/gezinnen/${trajectory}/vernietigen`} values={values} errors={errors}>
        <RadioGroup
          name="person"
          label="Wiens dossier?"
          hint="Ieder vraagt het voor zichzelf. Gegevens van een ander blijven."
          options={persons.map(({ id, name, kind }) => ({ value: id, label: `${name} (${aboutNames[kind]})` }))}
        />
        <RadioGroup
          name="askedBy"
          label="Wie vraagt het?"
          options={[
            { value: "self", label: "Deze persoon zelf" },
            { value: "parent", label: "Een ouder met gezag, voor een kind" },
            { value: "representative", label: "Een vertegenwoordiger" },
          ]}
        />
        <RadioGroup
          name="checked"
          label="Hoe weet u wie het vraagt?"
          options={[
            { value: "document", label: "Paspoort, identiteitskaart of rijbewijs gezien" },
            { value: "known", label: "Ik ken haar persoonlijk" },
          ]}
        />
        <CheckboxGroup
          name="concerns"
          label="Staat er iets in de weg?"
          optional
          hint="De functionaris weegt dit mee. Schrijf hier niets over de inhoud."
          options={concerns.map((value) => ({ value, label: concernNames[value] }))}
        />
        <ButtonRow>
          <Button>Verzoek vastleggen</Button>
          <LinkButton href={`/gezinnen/${trajectory}`} variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
