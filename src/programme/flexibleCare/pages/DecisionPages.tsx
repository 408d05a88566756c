import { Alert } from "../../../design/Alert.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { flexibleOutcomes } from "../flexibleCare.ts";
import { flexibleRefusal, outcomeNames } from "../flexibleCare.texts.ts";
import type { FlexibleForm } from "../server/readFlexible.ts";

type Props = Readonly<{ data: FlexibleForm; values: Values; errors: Errors }>;

const backTo = (trajectoryId: string) => ({ href: `/gezinnen/${trajectoryId}/kraamzorg#flexibel`, label: "Kraamzorg" });

/** More agreed hours: a decision with a reason. */
export function RaisePage({ data: { line, family, flexible }, values, errors }: Props) {
  const { standing, mean, place } = flexible;
  return (
    <FormPage
      title="Uren verhogen"
      sub={familyHeading(family.members)}
      back={backTo(line.id)}
      action={`/gezinnen/${line.id}/flexibel/uren`}
      values={values}
      errors={errors}
      version={place.version}
      button="Besluiten"
      leave="Niet verhogen"
      above={
        <Facts
          look="line"
          facts={[
            { label: "Afgesproken", value: formatMinutes(standing.agreed) },
            { label: "Gegeven", value: formatMinutes(standing.delivered) },
            mean.minutes === null ? null : { label: "Gemiddeld per gezin", value: formatMinutes(mean.minutes) },
          ]}
        />
      }
    >
      <TextField name="hours" label="Hoeveel uren worden het samen?" width="short" inputMode="decimal" unit="uur" />
      <TextArea
        name="reason"
        label="Waarom zijn er meer uren nodig?"
        rows={3}
        maxLength={2000}
        hint="Het gezin en de betrokken professionals zijn het hierover eens."
      />
    </FormPage>
  );
}

/** The end, with its outcome. */
export function EndPage({ data: { line, family, flexible }, values, errors }: Props) {
  const coming = flexible.standing.planned > 0;
  return (
    <FormPage
      title="Flexibele kraamzorg afronden"
      sub={familyHeading(family.members)}
      back={backTo(line.id)}
      action={`/gezinnen/${line.id}/flexibel/afronden`}
      values={values}
      errors={errors}
      button="Afronden"
      leave="Niet afronden"
      above={
        coming && (
          <Alert title={`Er staat nog ${formatMinutes(flexible.standing.planned)} gepland`} tone="soon">
            <p>Wat gepland is blijft staan. Zeg bezoeken die niet doorgaan zelf af.</p>
          </Alert>
        )
      }
    >
      <RadioGroup
        name="outcome"
        label="Hoe is het afgelopen?"
        options={flexibleOutcomes.map((value) => ({ value, ...outcomeNames[value] }))}
      />
      <TextArea name="reason" label="Toelichting" rows={3} maxLength={2000} hint="Wat is er bereikt, en wie gaat verder?" />
    </FormPage>
  );
}

/** Why nothing is planned or decided any more in pillar 2; null while it runs. */
export function stoppedBy({ line, flexible }: FlexibleForm): string | null {
  if (flexible.place.state === "given_back") return flexibleRefusal({ code: "flexible-given-back", facts: {} }).text;
  if (flexible.ended !== null) return flexibleRefusal({ code: "flexible-ended", facts: {} }).text;
  return line.state === "open" ? null : "Het traject is afgesloten. Er kan niets meer worden gepland.";
}

/** In place of a form that came too late. */
export function StoppedPage({ trajectoryId, text }: Readonly<{ trajectoryId: string; text: string }>) {
  return (
    <Page title="Flexibele kraamzorg" width="narrow" back={backTo(trajectoryId)}>
      <Alert title={text} tone="info">
        <p>Wat eerder is gegeven en besloten, blijft staan op de pagina van de kraamzorg.</p>
      </Alert>
    </Page>
  );
}
