import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import type { Factor, FactorKind } from "../../signal/signal.ts";
import { outcomeNames } from "../infancy.texts.ts";
import type { ContactFormData } from "../server/readContacts.ts";
import { contactHref } from "./ContactTable.tsx";

type Props = Readonly<{ data: ContactFormData; values: Values; errors: Errors; mayTakeBack: boolean }>;

/** One contact moment: what became of it, and what stood out. */
export function ContactFormPage({ data, values, errors, mayTakeBack }: Props) {
  const { line, child, contact } = data;
  const here = contactHref(line.id, contact);
  return (
    <Page
      title="Contactmoment"
      heading={contact.moment.label}
      width="narrow"
      back={{ href: `/gezinnen/${line.id}/contactmomenten`, label: "Contactmomenten" }}
      sub={`${child.name ?? "Kind"}, geboren op ${formatDay(child.bornOn)}. Rond ${formatDay(contact.dueOn)}.`}
      errors={errors}
    >
      <Stack>
        {contact.record !== null && (
          <Card title="Wat er staat">
            <Facts
              facts={[
                { label: "Uitkomst", value: outcomeNames[contact.record.outcome].text },
                { label: "Dag", value: formatDay(contact.record.onDay) },
                { label: "Door", value: contact.record.by },
                contact.record.noticed === null ? null : { label: "Wat opviel", value: contact.record.noticed },
                contact.record.signalled ? { label: "Signaal", value: "vastgelegd bij de signalen" } : null,
              ]}
            />
            {mayTakeBack && (
              <ActionForm
                action={`${here}/terug`}
                button="Dit klopt niet"
                variant="quiet"
                confirm="Wat van dit contactmoment is vastgelegd telt dan niet meer. Een signaal blijft staan; dat trekt u in bij de signalen."
                confirmButton="Terugnemen"
              />
            )}
          </Card>
        )}
        {contact.state !== "held" && <OutcomeForm data={data} here={here} values={values} errors={errors} />}
      </Stack>
    </Page>
  );
}

function OutcomeForm({ data, here, values, errors }: Readonly<{ data: ContactFormData; here: string; values: Values; errors: Errors }>) {
  const shown = Object.keys(values).length === 0 ? { outcome: "held", onDay: formatShortDay(data.today), discussed: "ja" } : values;
  const declined = data.contact.state === "declined";
  const of = (kind: FactorKind) => data.factors.filter((factor: Factor) => factor.kind === kind);
  return (
    <Form action={here} values={shown} errors={errors} draft={`contact-${data.child.childId}-${data.contact.moment.code}`}>
      <RadioGroup
        name="outcome"
        label="Hoe ging het?"
        options={[
          { value: "held", label: "Gehouden" },
          ...(declined
            ? []
            : [
                { value: "no_show", label: "Niemand gekomen", hint: "Het blijft op uw lijst, tot het gehouden is." },
                { value: "declined", label: "De ouders wilden dit niet", hint: "Dat mag. Wieg vraagt er niet meer naar." },
              ]),
        ]}
      />
      <DateField name="onDay" label="Op welke dag?" />
      <TextArea
        name="noticed"
        label="Wat viel op?"
        optional
        rows={3}
        maxLength={5000}
        hint="Zo feitelijk mogelijk. Het gezin mag dit lezen."
      />
      <Details
        summary="Een zorg, of iets dat steun geeft: maak er meteen een signaal van"
        open={Boolean(values["factors"]) || Boolean(errors["factors"])}
      >
        <Fieldset legend="Signaal over dit kind" hint="Met dezelfde woorden als hierboven: u typt niets opnieuw.">
          <CheckboxGroup name="factors" label="Zorgen" columns options={of("risk").map(optionOf)} />
          <CheckboxGroup name="supports" label="Wat steun geeft" columns options={of("protective").map(optionOf)} />
          <Checkbox name="urgent" label="Dit kan niet wachten" />
          <Checkbox
            name="discussed"
            label="Vandaag besproken met de ouders"
            hint="Zo niet, dan ziet alleen uw eigen organisatie het signaal."
          />
        </Fieldset>
      </Details>
      <Checkbox
        name="nextChild"
        label="De ouders denken aan een volgend kind"
        hint="Komt als signaal op de lijn, zodat een gesprek over kinderwens kan volgen."
      />
      <ButtonRow>
        <Button>Vastleggen</Button>
      </ButtonRow>
    </Form>
  );
}

const optionOf = ({ code, label, urgent }: Factor) => ({ value: code, label: urgent ? `${label} (urgent)` : label });
