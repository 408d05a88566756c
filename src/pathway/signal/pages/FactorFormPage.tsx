import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { FactorList } from "../server/editFactors.ts";
import type { FactorLine } from "../server/factor.store.ts";
import { factorKinds, lifeDomains } from "../signal.ts";
import { domainNames, factorKindNames } from "../signal.texts.ts";
import { FactorHistory } from "./FactorsPage.tsx";

/** One factor: new, or a newer line of a known one. */
export function FactorFormPage({ list, code, values, errors }: { list: FactorList; code: string | null; values: Values; errors: Errors }) {
  const newest = code === null ? undefined : list.lines[0];
  const shown = Object.keys(values).length > 0 ? values : newest ? valuesOf(newest, list.today) : { since: formatShortDay(list.today) };
  return (
    <Page
      title={newest ? "Factor wijzigen" : "Factor toevoegen"}
      sub={newest?.label}
      back={{ href: "/beheer/factoren", label: "Factoren" }}
      errors={errors}
      width="narrow"
    >
      <Form action={code === null ? "/beheer/factoren/nieuw" : `/beheer/factoren/${code}`} values={shown} errors={errors}>
        {newest ? (
          <input type="hidden" name="kind" value={newest.kind} />
        ) : (
          <>
            <TextField
              name="code"
              label="Code"
              hint="Kleine letters, cijfers en streepjes. Verandert later niet meer."
              width="medium"
              maxLength={40}
            />
            <RadioGroup name="kind" label="Wat is het?" options={choicesOf(factorKinds, factorKindNames)} />
          </>
        )}
        <LineFields />
        <Button>Vastleggen</Button>
      </Form>
      {newest && (
        <Card title="Geschiedenis">
          <FactorHistory lines={list.lines} />
        </Card>
      )}
    </Page>
  );
}

/** What every line of the list says. */
function LineFields() {
  return (
    <>
      <TextField name="label" label="Woorden op het scherm" maxLength={120} />
      <Select name="domain" label="Levensdomein" options={choicesOf(lifeDomains, domainNames)} />
      <RadioGroup
        name="careKind"
        label="Soort"
        options={[
          { value: "social", label: "sociaal" },
          {
            value: "medical",
            label: "medisch",
            hint: "Sociale partners zien alleen “een medische omstandigheid”, tenzij het gezin anders zegt.",
          },
        ]}
      />
      <Checkbox name="urgent" label="Urgent" hint="Alleen bij een risicofactor: telt als urgent in het voorstel voor de inschatting." />
      <DateField name="since" label="Geldt vanaf" />
      <DateField name="until" label="Te kiezen tot en met" optional hint="Wat al is vastgelegd, houdt zijn woorden." />
      <TextField name="source" label="Bron" maxLength={200} />
    </>
  );
}

const valuesOf = (line: FactorLine, today: string): Values => ({
  label: line.label,
  domain: line.domain,
  careKind: line.careKind,
  urgent: line.urgent ? "ja" : undefined,
  since: formatShortDay(today),
  until: line.until ? formatShortDay(line.until) : "",
  source: line.source,
});
