import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { familyHeading } from "../../../registry/personName.ts";
import { categories } from "../assessment.ts";
import { categoryMeanings, categoryNames } from "../assessment.texts.ts";
import type { OtherCategoryData } from "../server/readAssessment.ts";
import { saidBy } from "./saidBy.ts";

/** One side comes to another category than the other: with her reason, which both see. */
export function OtherCategoryPage({ data, values, errors }: { data: OtherCategoryData; values: Values; errors: Errors }) {
  const { trajectoryId, asked } = data;
  const proposal = asked.youth ?? asked.obstetric;
  return (
    <Page
      title="Een andere categorie"
      heading="U komt tot een andere categorie"
      sub={familyHeading(data.family.members)}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
      errors={errors}
    >
      <Card tone="info" title={`Voorgesteld: ${asked.category}, ${categoryNames[asked.category]}`}>
        <p>
          {proposal && `Door ${saidBy(proposal)}.`} Na uw antwoord ziet u beiden beide antwoorden. Bel elkaar; daarna maakt een van u een
          nieuwe inschatting.
        </p>
      </Card>
      <Form action={`/gezinnen/${trajectoryId}/inschatting/anders`} errors={errors} values={values}>
        <HiddenField name="confirmation" value={asked.id} />
        <HiddenField name="version" value={asked.version} />
        <RadioGroup
          name="category"
          label="Tot welke categorie komt u?"
          options={categories
            .filter((one) => one !== asked.category)
            .map((one) => ({
              value: one,
              label: (
                <b>
                  {one}, {categoryNames[one]}
                </b>
              ),
              hint: categoryMeanings[one],
            }))}
        />
        <TextArea name="reason" label="Waarom?" rows={3} maxLength={5000} />
        <ButtonRow>
          <Button>Antwoord vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
