import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import type { WaitingCase } from "../conference.ts";

/** The one question that the conference is asked about this family. */
export function QuestionPage({ data, values, errors }: { data: WaitingCase; values: Values; errors: Errors }) {
  const overtaken = values["question"] !== undefined && values["version"] !== String(data.version);
  return (
    <Page
      title="Vraag voor het overleg"
      sub={data.family === null ? data.organisation : `Gezin ${data.family}`}
      width="narrow"
      back={{ href: "/overleggen", label: "Overleggen" }}
      errors={errors}
    >
      {overtaken && data.question !== null && (
        <Alert title="Nu vastgelegd">
          <p>“{data.question}”</p>
        </Alert>
      )}
      <Form action={`/overleggen/${data.id}/vraag`} errors={errors} values={{ question: data.question ?? "", ...values }}>
        <HiddenField name="version" value={data.version} />
        <TextArea
          name="question"
          label="Wat is de vraag aan het overleg?"
          hint="Eén zin, zoals het gezin hem ook zou herkennen. Bijvoorbeeld: “Wie helpt deze ouders aan rust rond hun rekeningen?”"
          rows={2}
          maxLength={500}
        />
        <ButtonRow>
          <Button>Vraag vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
