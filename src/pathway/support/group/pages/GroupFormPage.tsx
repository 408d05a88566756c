import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { DateField } from "../../../../design/DateField.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Fieldset } from "../../../../design/Fieldset.tsx";
import { Form } from "../../../../design/Form.tsx";
import { HiddenField } from "../../../../design/HiddenField.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { languageNames } from "../../../../registry/family.texts.ts";
import type { SupportGroup } from "../group.ts";
import type { GroupFormData } from "../server/keepGroup.ts";

type Props = Readonly<{ data: GroupFormData; values: Values; errors: Errors }>;

const valuesOf = (group: SupportGroup): Values => ({
  name: group.name,
  places: String(group.places),
  location: group.location ?? "",
  language: group.language,
  leader: group.leader?.membershipId ?? "",
});

/** A group of an offer of the own organisation; a new one with its meetings. */
export function GroupFormPage({ data: { group, offers, people }, values, errors }: Props) {
  const fresh =
    group === null
      ? { offer: offers[0]?.id ?? "", language: "nl", places: "10", begins: "10:00", ends: "12:00", sessions: "8", everyWeeks: "2" }
      : valuesOf(group);
  return (
    <Page
      title={group === null ? "Nieuwe groep" : "Groep wijzigen"}
      width="narrow"
      back={group === null ? { href: "/groepen", label: "Groepen" } : { href: `/groepen/${group.id}`, label: "Groep" }}
      errors={errors}
    >
      <Form
        action={group === null ? "/groepen/nieuw" : `/groepen/${group.id}/wijzigen`}
        values={Object.keys(values).length === 0 ? fresh : values}
        errors={errors}
      >
        {group === null ? (
          <Select
            name="offer"
            label="Van welk aanbod?"
            empty="Kies het aanbod"
            options={offers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <HiddenField name="version" value={String(group.version)} />
        )}
        <TextField name="name" label="Naam van de groep" hint="Zoals: uitgerekend in april." />
        <TextField
          name="places"
          label="Aantal plaatsen"
          width="short"
          inputMode="numeric"
          hint="Meer plaatsen? Wie wacht wordt dan meteen gevraagd."
        />
        <TextField name="location" label="Waar" optional />
        <Select name="language" label="Taal" empty={null} options={[...languageNames].map(([value, label]) => ({ value, label }))} />
        <Select
          name="leader"
          label="Begeleider"
          empty="Nog niet bekend"
          optional
          hint="Zij krijgt bericht als er een plek vrij is. Zonder begeleider uw hele organisatie."
          options={people.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        />
        {group === null && (
          <Fieldset legend="Bijeenkomsten" hint="U kunt ze later verplaatsen.">
            <DateField name="firstOn" label="Eerste keer" />
            <TextField name="begins" label="Van" width="short" hint="Zoals 10:00." />
            <TextField name="ends" label="Tot" width="short" />
            <TextField name="sessions" label="Hoe vaak" width="short" inputMode="numeric" unit="keer" />
            <TextField name="everyWeeks" label="Om de" width="short" inputMode="numeric" unit="weken" />
          </Fieldset>
        )}
        <ButtonRow>
          <Button>{group === null ? "Groep maken" : "Bewaren"}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
