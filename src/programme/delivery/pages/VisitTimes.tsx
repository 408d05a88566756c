import { Checkbox } from "../../../design/Checkbox.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { TextField } from "../../../design/TextField.tsx";

/** Day and times of a visit. */
export function VisitTimes({ asked }: Readonly<{ asked: string }>) {
  return (
    <>
      <DateField name="day" label={asked} />
      <TextField name="from" label="Van" width="short" inputMode="decimal" hint="Zoals 9.00" />
      <TextField name="until" label="Tot" width="short" inputMode="decimal" />
      <Checkbox name="overnight" label="Het eindigt de volgende dag" />
    </>
  );
}
