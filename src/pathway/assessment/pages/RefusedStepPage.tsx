import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import { stepNames, stepWords } from "../assessment.texts.ts";
import type { StepPageData } from "../server/readAssessment.ts";

/** The family does not want a step: recorded with its reason, and nothing else depends on it [domain 3.3]. */
export function RefusedStepPage({
  data: { trajectoryId, family, step },
  values,
  errors,
}: {
  data: StepPageData;
  values: Values;
  errors: Errors;
}) {
  return (
    <Page
      title="Gezin wil dit niet"
      heading={`${stepNames[step.step].title}: het gezin wil dit niet`}
      sub={familyHeading(family.members)}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
      errors={errors}
    >
      <p>
        Dat mag. De rest van de steun hangt er niet van af: de lijn gaat verder zonder deze stap. Bedenkt het gezin zich, dan zet u de stap
        weer open.
      </p>
      <Form action={`/gezinnen/${trajectoryId}/route/${stepWords[step.step]}/geweigerd`} errors={errors} values={values}>
        <TextArea
          name="reason"
          label="Waarom wil het gezin dit niet?"
          hint="Liefst in de woorden van het gezin."
          rows={3}
          maxLength={5000}
        />
        <ButtonRow>
          <Button>Vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
