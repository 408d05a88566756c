import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import type { WaitingCase } from "../conference.ts";
import { presenceWords } from "../sitting.texts.ts";
import { presences } from "../sitting.ts";

/** What the table gets to know of this family: one question, a summary in words that the family agreed to, and its own voice. */
export function QuestionPage({ data, values, errors }: { data: WaitingCase; values: Values; errors: Errors }) {
  const overtaken = values["question"] !== undefined && values["version"] !== String(data.version);
  return (
    <Page
      title="Voorbereiden voor het overleg"
      sub={data.family === null ? data.organisation : `Gezin ${data.family}`}
      width="narrow"
      back={{ href: "/overleggen", label: "Overleggen" }}
      errors={errors}
    >
      {overtaken && data.question !== null && (
        <Alert title="Nu vastgelegd">
          <p>“{data.question}”</p>
          {data.summary !== null && <p>{data.summary}</p>}
        </Alert>
      )}
      <Form action={`/overleggen/${data.id}/vraag`} errors={errors} values={{ ...kept(data), ...values }} draft={`overleg-${data.id}`}>
        <HiddenField name="version" value={data.version} />
        <TextArea
          name="question"
          label="Wat is de vraag aan het overleg?"
          hint="Eén zin, zoals het gezin hem ook zou herkennen. Bijvoorbeeld: “Wie helpt deze ouders aan rust rond hun rekeningen?”"
          rows={2}
          maxLength={500}
        />
        <TextArea
          name="summary"
          label="Samenvatting voor wie aan tafel zit"
          optional
          rows={5}
          maxLength={2000}
          hint="Schrijf dit samen met het gezin. Iedereen aan tafel leest dit, ook wie verder niets van het gezin ziet. Het staat ook op het scherm."
        />
        <Checkbox name="familyAgreed" label="Het gezin las deze samenvatting of hoorde hem, en is akkoord" />
        <RadioGroup
          name="presence"
          label="Hoe wil het gezin gehoord worden?"
          optional
          options={presences.map((value) => ({ value, label: sentence(presenceWords[value]) }))}
        />
        <TextArea
          name="familyWords"
          label="Wat wil het gezin zelf zeggen?"
          optional
          rows={3}
          maxLength={2000}
          hint="In de woorden van het gezin. Het wordt voorgelezen."
        />
        <ButtonRow>
          <Button>Vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const kept = ({ question, summary, presence, familyWords }: WaitingCase): Values => ({
  question: question ?? "",
  summary: summary ?? "",
  familyAgreed: summary === null ? "" : "ja",
  presence: presence ?? "",
  familyWords: familyWords ?? "",
});
const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
