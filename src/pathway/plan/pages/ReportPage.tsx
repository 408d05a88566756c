import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import { reportOutcomes, type Agreement } from "../familyPlan.ts";
import { reportChoices, reportWords } from "../familyPlan.texts.ts";
import type { PlanFormData } from "../server/readPlan.ts";
import { PlanForm } from "./PlanForm.tsx";

export type ReportData = PlanFormData & { readonly entry: Agreement };

/** Who carries out an agreement says how it goes; what that means for the plan, the lead looks at with the family. */
export function ReportPage({ data, values, errors }: Readonly<{ data: ReportData; values: Values; errors: Errors }>) {
  const { entry } = data;
  const earlier = data.reports.filter(({ agreementId }) => agreementId === entry.id);
  return (
    <PlanForm
      data={data}
      title="Hoe gaat het?"
      path={`afspraken/${entry.id}/melden`}
      saved={{}}
      values={values}
      errors={errors}
      version={entry.version}
      button="Doorgeven"
      above={
        <Card title="Uw afspraak">
          <p>{entry.wording}</p>
          <Facts
            facts={[
              { label: "Wie", value: entry.who },
              { label: "Afgesproken voor", value: formatDay(entry.evaluateOn) },
              ...earlier.map((one) => ({ label: "Eerder gemeld", value: reportWords(one) })),
            ]}
          />
        </Card>
      }
    >
      <RadioGroup
        name="outcome"
        label="Hoe gaat het met deze afspraak?"
        options={reportOutcomes.map((value) => ({ value, ...reportChoices[value] }))}
      />
      <TextArea
        name="sentence"
        label="Vertel het in één zin"
        hint="De casusregisseur leest dit, en het gezin mag het lezen."
        rows={2}
        maxLength={1000}
      />
    </PlanForm>
  );
}
