import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { DateField } from "../../../../design/DateField.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Fieldset } from "../../../../design/Fieldset.tsx";
import { Form } from "../../../../design/Form.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextArea } from "../../../../design/TextArea.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { languageNames } from "../../../../registry/family.texts.ts";
import { topics, type Topic } from "../../directory/directory.ts";
import { topicNames } from "../../directory/directory.texts.ts";

export interface CollectiveFormData {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly theme: Topic | null;
  readonly municipality: string | null;
}

/** An offer for many families with the same question: on the service directory, with its first group. */
export function CollectivePage({ data, values, errors }: Readonly<{ data: CollectiveFormData; values: Values; errors: Errors }>) {
  const { municipalities, theme, municipality } = data;
  const fresh = {
    topic: theme ?? "",
    municipality: municipality ?? "",
    language: "nl",
    places: "10",
    begins: "10:00",
    ends: "12:00",
    sessions: "6",
    everyWeeks: "1",
  };
  return (
    <Page
      title="Gezamenlijk aanbod starten"
      width="narrow"
      back={{ href: "/groepen", label: "Groepen" }}
      sub="Het aanbod komt op de sociale kaart, met een eerste groep. Collega's verwijzen er gezinnen naar."
      errors={errors}
    >
      <Form
        action="/groepen/gezamenlijk"
        values={Object.keys(values).length === 0 ? fresh : values}
        errors={errors}
        draft="gezamenlijk-aanbod"
      >
        <TextField name="name" label="Naam van het aanbod" hint="Zoals: Samen de post de baas." />
        <TextArea name="description" label="Wat is het?" rows={3} maxLength={2000} />
        <Select name="topic" label="Onderwerp" empty="Kies het onderwerp" options={choicesOf(topics, topicNames)} />
        <Select
          name="municipality"
          label="Voor gezinnen in"
          empty="De hele regio"
          optional
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField name="location" label="Waar" optional />
        <Select name="language" label="Taal" empty={null} options={[...languageNames].map(([value, label]) => ({ value, label }))} />
        <Fieldset legend="De eerste groep">
          <TextField name="places" label="Aantal plaatsen" width="short" inputMode="numeric" />
          <DateField name="firstOn" label="Eerste keer" />
          <TextField name="begins" label="Van" width="short" hint="Zoals 10:00." />
          <TextField name="ends" label="Tot" width="short" />
          <TextField name="sessions" label="Hoe vaak" width="short" inputMode="numeric" unit="keer" />
          <TextField name="everyWeeks" label="Om de" width="short" inputMode="numeric" unit="weken" />
        </Fieldset>
        <ButtonRow>
          <Button>Aanbod en groep maken</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
