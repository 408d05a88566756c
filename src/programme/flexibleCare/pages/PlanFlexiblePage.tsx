import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { timesOf, VisitTimes, visitHref } from "../../delivery/pages/door.ts";
import { AfterLossNote } from "../../delivery/pages/door.ts";
import type { FlexibleForm } from "../server/readFlexible.ts";

type Props = Readonly<{ data: FlexibleForm; values: Values; errors: Errors }>;

/** How often: several days in a row, or periodic [001 3.3.2]. */
export const rhythms = { "1": "Elke dag", "2": "Om de dag", "7": "Elke week", "14": "Om de week" } as const;

/** Plans visits of pillar 2, one or a series, with what is left in view. */
export function PlanFlexiblePage({ data, values, errors }: Props) {
  const { line, family, visit, familiar } = data;
  const shown = Object.keys(values).length > 0 ? values : firstValues(data);
  return (
    <FormPage
      title={visit ? "Bezoek verzetten" : "Flexibele kraamzorg plannen"}
      sub={familyHeading(family.members)}
      back={visit ? { href: visitHref(visit), label: "Bezoek" } : { href: `/gezinnen/${line.id}/kraamzorg#flexibel`, label: "Kraamzorg" }}
      action={visit ? `${visitHref(visit)}/flexibel-verzetten` : `/gezinnen/${line.id}/flexibel/plannen`}
      values={shown}
      errors={errors}
      version={visit?.version}
      draft={`flexibel-${visit?.id ?? line.id}`}
      button={visit ? "Verzetten" : "Plannen"}
      leave="Niet plannen"
      above={<Left data={data} />}
    >
      {!visit && <HiddenField name="id" value={typeof values["id"] === "string" ? values["id"] : crypto.randomUUID()} />}
      <Select
        name="assistant"
        label="Wie gaat er?"
        options={data.assistants.map(({ id, name, missing }) => ({
          value: id,
          label: `${name}${id === familiar?.id ? " (was er in de kraamweek)" : ""}${missing === null ? "" : " (nog niet geschoold)"}`,
        }))}
      />
      <VisitTimes asked={visit ? "Op welke dag?" : "Vanaf welke dag?"} />
      {!visit && (
        <>
          <TextField name="times" label="Hoeveel bezoeken?" type="number" width="short" />
          <Select
            name="every"
            label="Hoe vaak?"
            empty={null}
            options={Object.entries(rhythms).map(([value, label]) => ({ value, label }))}
          />
        </>
      )}
      <TextArea
        name="agreed"
        label="Wat is er afgesproken?"
        optional
        rows={3}
        maxLength={1000}
        hint="De kraamverzorgende ziet dit op haar dag."
      />
      <TextArea
        name="why"
        label="Waarom zo?"
        optional
        rows={2}
        maxLength={2000}
        hint="Alleen als er een ander gaat dan in de kraamweek, als de scholing er nog niet is, of als er tegelijk een collega is."
      />
    </FormPage>
  );
}

function Left({ data: { flexible, line } }: Readonly<{ data: FlexibleForm }>) {
  const { standing, mean } = flexible;
  return (
    <>
      <AfterLossNote data={{ line }} />
      <Card>
        <Facts
          look="line"
          facts={[
            { label: "Nog te plannen", value: formatMinutes(Math.max(0, standing.left)) },
            standing.lastDay === null ? null : { label: "Tot en met", value: formatDay(standing.lastDay) },
            mean.minutes === null ? null : { label: "Gemiddeld", value: formatMinutes(mean.minutes) },
          ]}
        />
      </Card>
    </>
  );
}

function firstValues({ visit, familiar, flexible }: FlexibleForm): Values {
  if (visit)
    return {
      ...timesOf(visit.plannedFrom, visit.plannedUntil),
      assistant: visit.assistantId,
      agreed: visit.agreed ?? "",
      why: visit.why ?? "",
    };
  const { firstDay, daysLeft } = flexible.standing;
  const day = daysLeft !== null && daysLeft > 0 && firstDay !== null ? { day: formatShortDay(firstDay) } : {};
  return { times: "1", every: "7", from: "9:00", until: "12:00", ...day, ...(familiar ? { assistant: familiar.id } : {}) };
}
