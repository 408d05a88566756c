import { useContext } from "react";
import { FormContext } from "./FormContext.ts";
import { RadarPicture } from "./RadarPicture.tsx";
import { Select } from "./Select.tsx";
import type { FieldProps } from "./useField.ts";

type Props = Pick<FieldProps, "values" | "errors"> &
  Readonly<{
    label: string;
    axes: readonly Readonly<{ name: string; label: string; short?: string; hint?: string }>[];
    /** The words for "not asked". */
    empty?: string;
  }>;

const figures = Array.from({ length: 11 }, (_, figure) => ({ value: String(figure), label: String(figure) }));

/** Fills a spider web: a choice 0 to 10 for each axis, and with a script a slider and a web that follows. */
export function RadarInput({ label, axes, empty = "niet gevraagd", values, errors }: Props) {
  const form = useContext(FormContext);
  const known = values ?? form.values;
  const series = axes.map(({ name }) => (known[name] === undefined || known[name] === "" ? null : Number(known[name])));
  return (
    <div className="wieg-radar-input" data-island="radar">
      <div className="wieg-fields">
        {axes.map((axis) => (
          <div key={axis.name} className="wieg-radar-input__axis" data-axis="">
            <Select
              name={axis.name}
              label={axis.label}
              hint={axis.hint}
              optional
              options={figures}
              empty={empty}
              values={values}
              errors={errors}
            />
          </div>
        ))}
      </div>
      <RadarPicture label={label} axes={axes.map((axis) => axis.short ?? axis.label)} series={[series]} />
    </div>
  );
}
