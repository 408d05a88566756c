import { Alert } from "../../../design/Alert.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { concerns } from "../retention.ts";
import { aboutNames, concernNames } from "../retention.texts.ts";
import type { Person } from "../server/request.store.ts";

type Props = Readonly<{ trajectory: string; persons: readonly Person[]; values: Values; errors: Errors }>;

/** Someone of the family asks that her file is destroyed. She need not say why. */
export function AskDestructionPage({ trajectory, persons, values, errors }: Props) {
  return (
    <FormPage
      title="Dossier laten vernietigen"
      back={{ href: `/gezinnen/${trajectory}`, label: "Gezin" }}
      sub="Iemand van het gezin mag vragen om het eigen dossier te vernietigen. Zij hoeft niet te zeggen waarom."
      action={`/gezinnen/${trajectory}/vernietigen`}
      errors={errors}
      values={values}
      button="Verzoek vastleggen"
      leave="Niet nu"
      above={
        <Alert title="Wat er gebeurt">
          De functionaris gegevensbescherming beslist binnen een maand. Daarna bevestigt u het samen met het gezin. Dan is het weg, ook bij
          de andere organisaties in Wieg, en kan niemand het terughalen. De hulp hoeft niet te stoppen.
        </Alert>
      }
    >
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
        options={choicesOf(concerns, concernNames)}
      />
    </FormPage>
  );
}
