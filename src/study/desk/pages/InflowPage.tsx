import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { armNames } from "../../design/study.texts.ts";
import { shortName } from "../desk.texts.ts";
import type { Course, Inflow } from "../server/readInflow.ts";
import { deskHome, inflowHref } from "./addresses.ts";
import { InflowPicture, monthInWords } from "./InflowPicture.tsx";
import { StudyNav } from "./StudyNav.tsx";

type Props = Readonly<{ data: Inflow; values: Values; errors: Errors }>;

/** How many agreed by month, beside what was meant. */
export function InflowPage({ data, values, errors }: Props) {
  const { study, plan, courses, withoutArm } = data;
  const name = shortName(study.name);
  return (
    <Page
      title={`Instroom van ${name}`}
      sub={`${study.name}. Wie toestemming gaf, per maand, naast het plan.`}
      width="wide"
      back={{ href: deskHome, label: "Onderzoek" }}
      errors={errors}
    >
      <StudyNav study={study.code} />
      {plan === null ? (
        <Card title="Er is nog geen plan" id="instroom">
          <EmptyState title="Vul hieronder in wanneer de instroom begint">Dan laat Wieg zien of het onderzoek op schema ligt.</EmptyState>
        </Card>
      ) : (
        courses.map((course) => <CourseCard key={course.arm ?? "all"} course={course} name={name} />)
      )}
      {plan !== null && withoutArm > 0 && (
        <p className="wieg-note">
          Van {withoutArm} {withoutArm === 1 ? "deelnemer" : "deelnemers"} is de groep niet bepaald: zij tellen alleen mee in het geheel.
        </p>
      )}
      <PlanCard data={data} values={values} errors={errors} />
    </Page>
  );
}

function CourseCard({ course, name }: Readonly<{ course: Course; name: string }>) {
  const { arm, size, points, fullOn } = course;
  const title = arm === null ? "Alle deelnemers" : `De ${armNames[arm]}`;
  const last = points.at(-1);
  return (
    <Card title={`${title}: ${last?.actual ?? 0} van ${size}`} id={arm ?? "instroom"}>
      {last && (
        <p>
          Volgens het plan waren het er nu {Math.round(last.expected)}.{" "}
          {last.actual >= size
            ? "De groep is vol."
            : fullOn === null
              ? "In de laatste drie hele maanden kwam niemand erbij."
              : `In het tempo van de laatste drie hele maanden is het ${size} in ${monthInWords(fullOn)}.`}
        </p>
      )}
      <InflowPicture points={points} label={`Instroom van ${name}, ${title.toLowerCase()}. De tabel hieronder zegt hetzelfde.`} />
      <DataTable
        caption={`${title}: instroom per maand`}
        dense
        rows={points}
        rowKey={({ month }) => month}
        columns={[
          { label: "Maand", heading: true, cell: ({ month }) => monthInWords(month) },
          { label: "In deze maand", numeric: true, cell: ({ inMonth }) => inMonth },
          { label: "Samen", numeric: true, cell: ({ actual }) => <b>{actual}</b> },
          { label: "Plan", numeric: true, cell: ({ expected }) => String(expected).replace(".", ",") },
          { label: "Verschil", numeric: true, cell: ({ actual, expected }) => signed(actual - expected) },
        ]}
      />
    </Card>
  );
}

const signed = (value: number): string => `${value > 0 ? "+" : value < 0 ? "−" : ""}${String(Math.abs(Math.round(value)))}`;

function PlanCard({ data: { study, plan }, values, errors }: Props) {
  const known = plan ? { begin: formatShortDay(plan.startsOn), maanden: String(plan.months) } : {};
  return (
    <Card title={plan === null ? "Plan vaststellen" : "Plan wijzigen"} id="plan">
      <p>
        De aantallen staan in de opzet: {study.arms.map(({ code, size }) => `${size} in de ${armNames[code]}`).join(" en ")}. Ze worden
        gelijk over de maanden verdeeld. Een eerder plan blijft bewaard.
      </p>
      <Form action={inflowHref(study.code)} values={{ ...known, ...values }} errors={errors} id="plan-velden">
        <HiddenField name="na" value={plan?.number ?? 0} />
        <DateField name="begin" label="Eerste dag van de instroom" />
        <TextField name="maanden" label="Duur" type="number" inputMode="numeric" width="short" unit="maanden" />
        <ButtonRow>
          <Button>Vaststellen</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}
