import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import type { TrainingModule } from "../../configuration/settings/training.ts";
import type { Colleague } from "../training.ts";

type Props = Readonly<{ modules: readonly TrainingModule[]; colleagues: readonly Colleague[]; values: Values; errors: Errors }>;

/** A training that a colleague finished with someone else. */
export const ElsewherePage = ({ modules, colleagues, values, errors }: Props) => (
  <FormPage
    title="Scholing van elders"
    sub="Leg vast wat een collega ergens anders volgde. Kijk eerst naar haar bewijs van deelname."
    back={{ href: "/geboortezorg-flex/scholing", label: "Scholing" }}
    action="/geboortezorg-flex/scholing/elders"
    values={values}
    errors={errors}
    button="Vastleggen"
    leave="Annuleren"
  >
    <Select
      name="professional"
      label="Wie"
      options={colleagues.map(({ professionalId, name }) => ({ value: professionalId, label: name }))}
    />
    <RadioGroup name="module" label="Welke module?" options={modules.map(({ code, name }) => ({ value: code, label: name }))} />
    <DateField name="doneOn" label="Wanneer rondde zij die af?" />
  </FormPage>
);
