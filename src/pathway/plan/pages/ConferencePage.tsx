import { Alert } from "../../../design/Alert.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { TextArea } from "../../../design/TextArea.tsx";
import type { PlanPageData } from "../server/readPlan.ts";
import { PlanForm } from "./PlanForm.tsx";

/** More is needed: the family's case can wait for the conference again, with one question. */
export function ConferencePage({ data, values, errors }: { data: PlanPageData; values: Values; errors: Errors }) {
  return (
    <PlanForm
      data={data}
      title="Overleg vragen"
      heading="Wilt u dit gezin bespreken in het overleg?"
      path="overleg"
      saved={{}}
      values={values}
      errors={errors}
      button="Op de lijst zetten"
      above={
        <>
          <p>Er is meer nodig dan nu is afgesproken. In het MDO of Knooppunt kijken de partners samen met het gezin wat helpt.</p>
          {data.waitsForConference === true && (
            <Alert title="Dit gezin staat al op de lijst" tone="ok">
              <p>
                De vraag kunt u veranderen bij <a href="/overleggen">Overleggen</a>.
              </p>
            </Alert>
          )}
        </>
      }
    >
      <TextArea
        name="question"
        label="Wat is de vraag aan het overleg?"
        hint="Eén zin, zoals het gezin hem ook zou herkennen. Zonder toestemming van het gezin wordt een casus niet besproken."
        rows={2}
        maxLength={500}
      />
    </PlanForm>
  );
}
