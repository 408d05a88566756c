import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { KeptMoment } from "../server/contactMoment.store.ts";
import { youthRoles } from "../youthContact.ts";

const list = "/beheer/contactmomenten";

/** One contact moment: new, or a known one changed. */
export function MomentFormPage({ moment, values, errors }: Readonly<{ moment: KeptMoment | null; values: Values; errors: Errors }>) {
  const shown = Object.keys(values).length > 0 ? values : moment ? valuesOf(moment) : { ageDays: "0" };
  return (
    <Page
      title={moment ? "Contactmoment wijzigen" : "Contactmoment toevoegen"}
      sub={moment?.label}
      back={{ href: list, label: "Contactmomenten" }}
      errors={errors}
      width="narrow"
    >
      <Form action={moment ? `${list}/${moment.code}` : `${list}/nieuw`} values={shown} errors={errors}>
        {moment ? (
          <HiddenField name="version" value={moment.version} />
        ) : (
          <TextField
            name="code"
            label="Code"
            hint="Kleine letters, cijfers en streepjes. Verandert later niet meer."
            width="medium"
            maxLength={40}
          />
        )}
        <TextField name="label" label="Woorden op het scherm" maxLength={80} />
        <Fieldset legend="Leeftijd van het kind">
          <TextField name="ageMonths" label="Maanden" type="number" width="short" maxLength={2} />
          <TextField name="ageDays" label="En dagen" type="number" width="short" maxLength={3} />
        </Fieldset>
        <Fieldset legend="Wanneer het mag" hint="Vanaf de eerste dag staat het op de werklijst; na de laatste dag is het te laat.">
          <TextField name="opensDaysBefore" label="Vanaf" type="number" width="short" maxLength={2} unit="dagen eerder" />
          <TextField name="closesDaysAfter" label="Tot" type="number" width="short" maxLength={2} unit="dagen later" />
        </Fieldset>
        <RadioGroup name="doneBy" label="Wie doet het?" inline options={choicesOf(youthRoles, roleNames)} />
        <Checkbox
          name="corrected"
          label="Rekenen vanaf de uitgerekende dag"
          hint="Bij een kind dat voor 37 weken is geboren, als het om de ontwikkeling gaat."
        />
        {moment && (
          <Checkbox
            name="active"
            label="Wordt gepland"
            hint="Uitgevinkt: niet meer bij kinderen die nog komen. Wat is vastgelegd, blijft."
          />
        )}
        <TextField name="source" label="Bron" maxLength={400} />
        <ButtonRow>
          <Button>Vastleggen</Button>
          <LinkButton href={list} variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const valuesOf = (moment: KeptMoment): Values => ({
  label: moment.label,
  ageMonths: String(moment.ageMonths),
  ageDays: String(moment.ageDays),
  opensDaysBefore: String(moment.opensDaysBefore),
  closesDaysAfter: String(moment.closesDaysAfter),
  doneBy: moment.doneBy,
  corrected: moment.corrected ? "ja" : undefined,
  active: moment.active ? "ja" : undefined,
  source: moment.source,
});
