import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import type { WaitingCase } from "../conference.ts";

/** A case goes off the list with a reason; it can be put back. */
export function RemovePage({ data, values, errors }: { data: WaitingCase; values: Values; errors: Errors }) {
  return (
    <Page
      title="Van de lijst"
      heading="Casus van de lijst halen"
      sub={data.family === null ? data.organisation : `Gezin ${data.family}`}
      width="narrow"
      back={{ href: "/overleggen", label: "Overleggen" }}
      errors={errors}
    >
      <p>Het gezin blijft op route 3. Wil het gezin zelf geen overleg, leg dat dan vast bij de stap op de pagina van het gezin.</p>
      <Form action={`/overleggen/${data.id}/eraf`} errors={errors} values={values}>
        <HiddenField name="version" value={data.version} />
        <TextArea name="reason" label="Waarom kan deze casus van de lijst?" rows={3} maxLength={5000} />
        <ButtonRow>
          <Button>Van de lijst halen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
