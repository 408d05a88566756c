import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { feedings, type Protocol } from "../../configuration/settings/indication.ts";
import { feedingNames, sayStep } from "../indication.texts.ts";
import { decideIndication } from "../rules/decideIndication.ts";
import { protocolName } from "../rules/protocolOn.ts";
import type { Hours } from "../server/readHours.ts";
import { BuildUp } from "./BuildUp.tsx";
import { firstValues, typedFacts } from "./indicationFields.ts";

type Props = Readonly<{ hours: Hours; protocol: Protocol; values: Values; errors: Errors }>;

/** What the protocol asks; "Reken uit" shows the hours before anything is kept. */
export function IndicatePage({ hours, protocol, values, errors }: Props) {
  const { line, indications } = hours;
  const base = `/gezinnen/${line.id}/kraamzorg`;
  const shown = Object.keys(values).length > 0 ? values : firstValues(hours);
  const facts = typedFacts(shown);
  const [newest] = indications;
  return (
    <Page
      title={newest ? "Opnieuw indiceren" : "Uren kraamzorg indiceren"}
      width="narrow"
      back={{ href: base, label: "Terug naar de kraamzorg" }}
      errors={errors}
      sub={`${protocolName(protocol)}: ten minste ${protocol.minimum / 60} en ten hoogste ${protocol.maximum / 60} uur, over ${protocol.days} dagen.`}
    >
      {errors["form"] !== undefined && newest && (
        <Card title="Dit staat er nu" tone="soon">
          <BuildUp indicated={newest} days={newest.days} />
        </Card>
      )}
      <Form action={`${base}/indicatie`} errors={errors} values={shown} draft={`indicatie-${line.id}`}>
        <HiddenField name="seen" value={newest?.id ?? ""} />
        <IndicationFields protocol={protocol} again={newest !== undefined} born={line.bornOn !== null} />
        {facts && (
          <Card title="Zo komen de uren uit" tone="info" id="uitkomst">
            <BuildUp indicated={decideIndication(protocol, facts)} days={protocol.days} />
          </Card>
        )}
        <ButtonRow>
          <Button name="act" value="vast">
            Vastleggen
          </Button>
          <Button name="act" value="reken" variant="secondary">
            Reken uit
          </Button>
          <LinkButton href={base} variant="quiet">
            Annuleren
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function IndicationFields({ protocol, again, born }: Readonly<{ protocol: Protocol; again: boolean; born: boolean }>) {
  return (
    <>
      <RadioGroup
        name="feeding"
        label={born ? "Hoe wordt het kind gevoed?" : "Hoe wil zij het kind voeden?"}
        options={feedings.map((feeding) => ({
          value: feeding,
          label: feedingNames[feeding],
          hint: `${protocol.feeding[feeding] / 60} uur als basis`,
        }))}
      />
      <TextField
        name="children"
        label={born ? "Hoeveel kinderen zijn geboren?" : "Hoeveel kinderen verwacht zij?"}
        hint={`Voor elk kind meer: ${formatMinutes(protocol.extraChild.minutes)}.`}
        type="number"
        inputMode="numeric"
        width="short"
      />
      <CheckboxGroup
        name="additions"
        label="Waarom zijn er meer uren nodig?"
        hint="Kruis aan wat geldt."
        optional
        options={protocol.additions.map(({ code, label, minutes, onlyWith }) => ({
          value: code,
          label,
          hint: `${sayStep(minutes)}${onlyWith === null ? "" : `, alleen bij ${feedingNames[onlyWith].toLowerCase()}`}`,
        }))}
      />
      <TextField
        name="own"
        label="Uren naar eigen oordeel"
        hint="Erbij of eraf (met een min ervoor), als het protocol niet past. Schrijf hieronder waarom."
        type="number"
        inputMode="text"
        width="short"
        unit="uur"
        optional
      />
      {born && (
        <TextField
          name="hospitalDays"
          label="Dagen in het ziekenhuis na de geboorte"
          hint={`Elke dag gaat er ${formatMinutes(protocol.hospitalDay.bottle)} af bij flesvoeding, ${formatMinutes(protocol.hospitalDay.breast)} bij borstvoeding.`}
          type="number"
          inputMode="numeric"
          width="short"
          unit="dagen"
        />
      )}
      <TextArea name="why" label={again ? "Waarom veranderen de uren?" : "Toelichting"} optional={!again} rows={3} maxLength={5000} />
    </>
  );
}
