import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { SeriesForm } from "../server/keepSeries.ts";
import { seriesKinds, type Series } from "../sitting.ts";
import { roleWord, seriesKindNames } from "../sitting.texts.ts";

type Props = Readonly<{ data: SeriesForm; values: Values; errors: Errors }>;

/** A series: for which municipalities, who chairs it, and who sits in it every time. */
export function SeriesFormPage({ data: { series, people, teams, municipalities }, values, errors }: Props) {
  const chairs = people.map(({ membershipId, name, role, organisation }) => ({
    value: membershipId,
    label: `${name}, ${roleWord(role)}, ${organisation}`,
  }));
  return (
    <Page
      title={series === null ? "Nieuwe reeks" : "Reeks wijzigen"}
      width="narrow"
      back={
        series === null ? { href: "/overleggen", label: "Overleggen" } : { href: `/overleggen/reeksen/${series.id}`, label: series.name }
      }
      errors={errors}
    >
      <Form
        action={series === null ? "/overleggen/reeksen/nieuw" : `/overleggen/reeksen/${series.id}/wijzigen`}
        errors={errors}
        values={{ ...(series === null ? {} : kept(series)), ...values }}
      >
        <HiddenField name="version" value={series?.version ?? 0} />
        <RadioGroup name="kind" label="Wat is het?" options={choicesOf(seriesKinds, seriesKindNames)} />
        <TextField
          name="name"
          label="Naam"
          maxLength={80}
          hint="Deze naam komt in de agenda van iedereen aan tafel. Laat hem niets zeggen over wie er besproken wordt. Bijvoorbeeld: “Overleg Parkstad”."
        />
        <CheckboxGroup
          name="areas"
          label="Voor gezinnen uit"
          columns
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select name="chairId" label="Voorzitter" options={chairs} />
        <Select name="deputyId" label="Vervanger" optional options={chairs} />
        <CheckboxGroup
          name="members"
          label="Wie zit altijd aan tafel?"
          hint="Een functie bij een organisatie: wie daar dat werk doet. Een gast vraagt u per bijeenkomst."
          options={teams.map(({ organisationId, role, organisation }) => ({
            value: `${organisationId}.${role}`,
            label: `${organisation}: ${roleWord(role)}`,
          }))}
        />
        <TextField name="place" label="Gewone plaats" optional maxLength={200} />
        <TextField name="link" label="Adres van de videovergadering" optional type="url" maxLength={300} hint="Begint met https://" />
        {series !== null && <Checkbox name="active" label="Deze reeks gaat door" />}
        <ButtonRow>
          <Button>{series === null ? "Reeks maken" : "Wijzigingen bewaren"}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const kept = (series: Series): Values => ({
  kind: series.kind,
  name: series.name,
  areas: series.areas.map(({ code }) => code),
  chairId: series.chair.membershipId,
  deputyId: series.deputy?.membershipId ?? "",
  members: series.members.map(({ organisationId, role }) => `${organisationId}.${role}`),
  place: series.place ?? "",
  link: series.link ?? "",
  active: series.active ? "ja" : "",
});
