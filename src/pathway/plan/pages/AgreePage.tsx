import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { memberKindNames } from "../../../registry/family.texts.ts";
import type { PlanFormData } from "../server/readPlan.ts";
import { ChangesList } from "./ChangesList.tsx";
import { ContentCards } from "./ContentCards.tsx";
import { PlanForm } from "./PlanForm.tsx";

/** The plan to read through together, and the family's yes to just that. */
export function AgreePage({ data, values, errors }: { data: PlanFormData; values: Values; errors: Errors }) {
  const { content, family, versions, digest, stand, line, today } = data;
  const [newest] = versions;
  const members = family.members.filter(({ kind, diedOn }) => kind !== "child" && diedOn === null);
  return (
    <PlanForm
      data={data}
      title="Akkoord van het gezin"
      path="akkoord"
      saved={{ agreedBy: [line.motherId], way: "spoken", agreedOn: formatShortDay(today) }}
      values={values}
      errors={errors}
      button="Akkoord vastleggen"
      above={
        <>
          {stand === "final" && (
            <Alert title="Het gezin is al akkoord" tone="ok">
              <p>Sinds versie {newest?.number} is er niets veranderd.</p>
            </Alert>
          )}
          {newest && stand === "draft" && (
            <Card title={`Veranderd sinds versie ${newest.number}`}>
              <ChangesList before={newest.content} after={content} family={family} changes={data.changes} />
            </Card>
          )}
          <ContentCards content={content} family={family} />
        </>
      }
    >
      <HiddenField name="seen" value={digest} />
      <CheckboxGroup
        name="agreedBy"
        label="Wie van het gezin is akkoord?"
        options={members.map((one) => ({ value: one.id, label: one.givenName ?? memberKindNames[one.kind] }))}
      />
      <RadioGroup
        name="way"
        label="Hoe gaf het gezin akkoord?"
        inline
        options={[
          { value: "spoken", label: "In een gesprek" },
          { value: "signed", label: "Met een handtekening op papier" },
        ]}
      />
      <DateField name="agreedOn" label="Op welke dag?" />
    </PlanForm>
  );
}
