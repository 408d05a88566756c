import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { intakeWayNames, lessReasonNames } from "../indication.texts.ts";
import { intakeWays, lessReasons, type Intake } from "../indication.ts";
import type { Hours } from "../server/readHours.ts";
import { IntakeFacts } from "./IntakeCard.tsx";

type Props = Readonly<{ hours: Hours; values: Values; errors: Errors }>;

/** What the family wishes and takes. Asked without pressing: less, or none, is an answer too. */
export function IntakePage({ hours: { line, indications, intakes }, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/kraamzorg`;
  const [newest] = intakes;
  const [indicated] = indications;
  return (
    <FormPage
      title={newest ? "Wensen voor de kraamzorg wijzigen" : "Intake kraamzorg"}
      sub={
        indicated
          ? `Geïndiceerd: ${formatMinutes(indicated.minutesAfterHospital)} (${indicated.protocolName}).`
          : "Er zijn nog geen uren geïndiceerd. U kunt de wensen al vastleggen."
      }
      back={{ href: base, label: "Terug naar de kraamzorg" }}
      action={`${base}/intake`}
      values={Object.keys(values).length > 0 ? values : valuesOf(newest ?? null)}
      errors={errors}
      draft={`intake-${line.id}`}
      button="Vastleggen"
      leave="Annuleren"
      above={
        errors["form"] !== undefined &&
        newest && (
          <Card title="Dit staat er nu" tone="soon">
            <IntakeFacts intake={newest} />
          </Card>
        )
      }
    >
      <HiddenField name="seen" value={newest?.id ?? ""} />
      <DateField name="onDay" label="Dag van het gesprek" />
      <RadioGroup name="way" label="Hoe sprak u het gezin?" inline options={choicesOf(intakeWays, intakeWayNames)} />
      <TextField name="wished" label="Hoeveel uren wenst het gezin?" type="number" width="short" unit="uur" optional />
      <RadioGroup
        name="takes"
        label="Wat neemt het gezin?"
        options={[
          { value: "uren", label: "Kraamzorg", hint: "Vul hieronder het aantal uren in." },
          { value: "geen", label: "Geen kraamzorg" },
          { value: "later", label: "Weet het nog niet" },
        ]}
      />
      <TextField name="accepted" label="Hoeveel uren neemt het gezin?" type="number" width="short" unit="uur" optional />
      <CheckboxGroup
        name="reasons"
        label="Waarom minder dan geïndiceerd, of geen?"
        hint="Zoals het gezin het zegt. Alleen nodig als het minder neemt."
        optional
        options={choicesOf(lessReasons, lessReasonNames)}
      />
      <TextArea name="note" label="Toelichting" optional rows={3} maxLength={5000} />
    </FormPage>
  );
}

function valuesOf(intake: Intake | null): Values {
  if (!intake) return {};
  const { way, wishedMinutes, acceptedMinutes, lessReasons: reasons, note } = intake;
  const hours = (minutes: number | null) => (minutes === null ? "" : String(minutes / 60).replace(".", ","));
  return {
    way,
    wished: hours(wishedMinutes),
    takes: acceptedMinutes === null ? "later" : acceptedMinutes === 0 ? "geen" : "uren",
    accepted: acceptedMinutes === 0 ? "" : hours(acceptedMinutes),
    reasons,
    note: note ?? "",
  };
}
