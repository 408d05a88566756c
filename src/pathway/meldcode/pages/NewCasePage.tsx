import { Button } from "../../../design/Button.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { stepHelp, stepNames } from "../meldcode.texts.ts";
import { DangerAlert } from "./DangerAlert.tsx";

type Props = { start: { trajectoryId: string | null; aboutWhom: string }; values: Values; errors: Errors };

/** Step 1: what was seen. */
export function NewCasePage({ start, values, errors }: Props) {
  const shown = Object.keys(values).length > 0 ? values : { aboutWhom: start.aboutWhom };
  return (
    <Page
      title="Vermoeden vastleggen"
      heading={`Stap 1: ${stepNames[1].toLowerCase()}`}
      sub="Alleen u en de aandachtsfunctionaris van uw organisatie zien dit. Het staat los van het gezin in Wieg."
      width="narrow"
      back={start.trajectoryId ? { href: `/gezinnen/${start.trajectoryId}`, label: "Gezin" } : { href: "/meldcode", label: "Meldcode" }}
      errors={errors}
    >
      <DangerAlert />
      <Form action={start.trajectoryId ? `/meldcode/nieuw/${start.trajectoryId}` : "/meldcode/nieuw"} values={shown} errors={errors}>
        <TextField name="aboutWhom" label="Over wie gaat het?" maxLength={200} hint="Zo dat u en de aandachtsfunctionaris het herkennen." />
        <DateField name="onDay" label="Wanneer zag of hoorde u het?" />
        <TextArea name="words" label="Wat zag of hoorde u?" rows={6} maxLength={5000} hint={stepHelp[1]} />
        <Button>Vastleggen</Button>
      </Form>
    </Page>
  );
}
