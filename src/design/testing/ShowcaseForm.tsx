import { Button } from "../Button.tsx";
import { ButtonRow } from "../ButtonRow.tsx";
import { Checkbox } from "../Checkbox.tsx";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { DateField } from "../DateField.tsx";
import { Fieldset } from "../Fieldset.tsx";
import { Form } from "../Form.tsx";
import { LinkButton } from "../LinkButton.tsx";
import { Page } from "../Page.tsx";
import { RadarInput } from "../RadarInput.tsx";
import { RadioGroup } from "../RadioGroup.tsx";
import { Select } from "../Select.tsx";
import { TextArea } from "../TextArea.tsx";
import { TextField } from "../TextField.tsx";

const errors = {
  birth: "Vul een dag in die bestaat, zoals 12-3-2026",
  domain: "Kies ten minste één gebied",
  told: "Vul in of u dit besprak",
  form: "Iemand anders veranderde dit gezin; kijk het na",
};
const values = { birth: "31-2-2026", what: "Sanne maakt zich zorgen over rekeningen.", told: "later", lichaam: "7", geest: "5" };

/** One form with every kind of field, sent with mistakes. */
export function ShowcaseForm() {
  return (
    <Page
      title="Signaal vastleggen"
      width="narrow"
      back={{ href: "/werk", label: "Gezin Frijns" }}
      errors={errors}
      sub="In een minuut op een veilige plek."
    >
      <Form action="/werk" errors={errors} values={values} draft="signaal">
        <TextArea name="what" label="Wat is u opgevallen?" hint="Schrijf wat u zag of hoorde, in gewone woorden." />
        <CheckboxGroup
          name="domain"
          label="Waar gaat het over?"
          columns
          options={["Geld", "Wonen", "Veiligheid", "Gezondheid", "Netwerk", "Anders"].map((label) => ({ value: label, label }))}
        />
        <RadioGroup
          name="told"
          label="Besprak u dit met het gezin?"
          options={[
            { value: "yes", label: "Ja, besproken" },
            { value: "later", label: "Nog niet", hint: "Dan ziet alleen uw praktijk dit, tot u het besprak." },
          ]}
        />
        <RadioGroup
          name="urgent"
          label="Haast?"
          inline
          optional
          options={[
            { value: "j", label: "Ja" },
            { value: "n", label: "Nee" },
          ]}
        />
        <DateField name="birth" label="Geboortedatum" />
        <TextField name="hours" label="Uren" type="number" width="short" unit="uur per week" optional />
        <TextField name="mail" label="E-mailadres" type="email" hint="Alleen voor een seintje zonder inhoud." />
        <Select
          name="town"
          label="Gemeente"
          options={[
            { value: "1", label: "Heerlen" },
            { value: "2", label: "Kerkrade" },
          ]}
        />
        <Fieldset legend="Adres" hint="De postcode geeft de gemeente.">
          <TextField name="post" label="Postcode" width="short" />
          <TextField name="nr" label="Huisnummer" width="short" />
        </Fieldset>
        <RadarInput
          label="Spinnenweb"
          axes={[
            { name: "lichaam", label: "Lichaamsfuncties" },
            { name: "geest", label: "Mentaal welbevinden" },
            { name: "zin", label: "Zingeving" },
            { name: "leven", label: "Kwaliteit van leven" },
          ]}
        />
        <Checkbox name="sure" label="Ik heb dit nagekeken" hint="U kunt het later nog veranderen." />
        <ButtonRow>
          <Button>Bewaren</Button>
          <LinkButton href="/werk" variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
