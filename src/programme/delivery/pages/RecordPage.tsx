import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { accents } from "../../configuration/settings/contents.ts";
import type { RecordForm } from "../server/saveRecord.ts";
import { accentNames } from "../visit.texts.ts";
import { careHref, visitHref } from "./visitHref.ts";
import { recordedValues } from "./visitFields.ts";
import { VisitTimes } from "./VisitTimes.tsx";

type Props = Readonly<{ data: RecordForm; values: Values; errors: Errors }>;

/** What an assistant records of a visit, or corrects with a reason. */
export function RecordPage({ data, values, errors }: Props) {
  const { line, family, visit } = data;
  const corrects = visit?.state === "delivered";
  const first = visit ? recordedValues(visit, data.now) : { day: formatShortDay(data.today), assistant: data.me };
  return (
    <FormPage
      title={corrects ? "Bezoek verbeteren" : "Bezoek vastleggen"}
      sub={familyHeading(family.members)}
      back={visit ? { href: visitHref(visit), label: "Bezoek" } : { href: careHref(line.id), label: "Kraamzorg" }}
      action={visit ? `${visitHref(visit)}/${corrects ? "verbeteren" : "vastleggen"}` : `/gezinnen/${line.id}/bezoeken/vastleggen`}
      values={Object.keys(values).length > 0 ? values : first}
      errors={errors}
      version={visit?.version}
      draft={`bezoek-uren-${visit?.id ?? line.id}`}
      button={corrects ? "Verbeteren" : "Vastleggen"}
      leave="Niet nu"
    >
      {!visit && <HiddenField name="id" value={typeof values["id"] === "string" ? values["id"] : crypto.randomUUID()} />}
      {data.mayPlan && (
        <Select name="assistant" label="Wie was er?" options={whoCouldBe(data).map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <VisitTimes asked="Op welke dag?" />
      <TextField name="break" label="Pauze" optional type="number" width="short" unit="minuten" />
      <Contents data={data} />
      <TextArea
        name="observation"
        label="Wat zag u?"
        optional
        rows={3}
        maxLength={5000}
        hint="Zo feitelijk mogelijk. Het gezin mag dit lezen."
      />
      {!corrects && data.factors.length > 0 && line.lossOn === null && <SignalFields data={data} values={values} errors={errors} />}
      <TextArea
        name="why"
        label={corrects ? "Waarom verbetert u dit?" : "Bijzonderheden"}
        optional={!corrects}
        rows={2}
        maxLength={2000}
        hint={corrects ? "Wat er stond blijft bewaard. De uren worden opnieuw geboekt." : "Zoals: twee tegelijk, of hulp bij de bevalling."}
      />
    </FormPage>
  );
}

const whoCouldBe = ({ assistants, visit }: RecordForm) =>
  visit && !assistants.some(({ id }) => id === visit.assistantId)
    ? [{ id: visit.assistantId, name: visit.assistant }, ...assistants]
    : assistants;

/** Folded, so that the form fits a phone; a part in which something is ticked stands open. */
function Contents({ data: { contents } }: Readonly<{ data: RecordForm }>) {
  const parts = [null, ...accents].map((accent) => ({
    name: accent === null ? "Zorg en voorlichting" : accentNames[accent],
    options: contents.filter((one) => one.accent === accent).map(({ code, label }) => ({ value: code, label })),
  }));
  return (
    <CheckboxGroup
      name="contents"
      label="Wat deed u?"
      optional
      columns
      options={[]}
      folded={parts.filter(({ options }) => options.length > 0)}
    />
  );
}

function SignalFields({ data: { factors }, values, errors }: Props) {
  return (
    <Details
      summary="Zag u een zorg, of iets dat steun geeft? Maak er meteen een signaal van"
      open={Boolean(values["factors"] ?? errors["factors"])}
    >
      <Fieldset legend="Signaal over de moeder" hint="Met de woorden van hierboven: u typt niets opnieuw.">
        <CheckboxGroup
          name="factors"
          label="Wat speelt er?"
          optional
          columns
          options={factors.map(({ code, label }) => ({ value: code, label }))}
        />
        <Checkbox
          name="discussed"
          label="Vandaag besproken met het gezin"
          hint="Zo niet, dan ziet alleen uw eigen organisatie het signaal."
        />
      </Fieldset>
    </Details>
  );
}
