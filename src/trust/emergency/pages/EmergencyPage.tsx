import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";

export function EmergencyPage({ values, errors }: { values: Values; errors: Errors }) {
  return (
    <Page
      title="Noodtoegang"
      width="narrow"
      errors={errors}
      sub="Alleen bij acuut gevaar, als u een gezin nu moet kunnen zien en geen toegang hebt."
    >
      <Alert title="Is er nu gevaar? Bel eerst 112." tone="late">
        Denkt u aan geweld of mishandeling? Veilig Thuis is dag en nacht bereikbaar: 0800 2000.
      </Alert>
      <Form action="/noodtoegang" values={values} errors={errors}>
        <TextField name="name" label="Achternaam van de (zwangere) vrouw" maxLength={100} />
        <DateField name="birthDate" label="Haar geboortedatum" />
        <TextArea
          name="reason"
          label="Waarom is het nodig?"
          hint="De functionaris gegevensbescherming leest dit meteen. Het gezin kan het later ook zien."
          rows={3}
          maxLength={1000}
        />
        <RadioGroup
          name="hours"
          label="Hoe lang?"
          options={[
            { value: "4", label: "4 uur" },
            { value: "24", label: "24 uur" },
            { value: "72", label: "72 uur" },
          ]}
        />
        <Button>Gezin openen</Button>
      </Form>
    </Page>
  );
}
