import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { Member } from "../../../registry/family.ts";
import { memberKindNames } from "../../../registry/family.texts.ts";
import { familyHeading } from "../../../registry/personName.ts";
import type { SignalForm } from "../server/readSignals.ts";
import { lifeDomains, type Factor, type FactorKind } from "../signal.ts";
import { domainNames } from "../signal.texts.ts";
import { factorField } from "./signalBody.ts";

/** A signal in under a minute: what, about whom, when, and whether the family knows. */
export function NewSignalPage({ form, values, errors }: { form: SignalForm; values: Values; errors: Errors }) {
  const { line, members, factors, today } = form;
  const choosable = factors.filter(({ selectable }) => selectable);
  const fresh = Object.keys(values).length === 0;
  const shown = fresh ? { about: line.motherId, observedOn: formatShortDay(today) } : values;
  const ticked = Object.keys(values).some((name) => name.startsWith("factor-context"));
  return (
    <Page
      title="Signaal vastleggen"
      sub={familyHeading(members)}
      width="narrow"
      back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}
      errors={errors}
    >
      {line.state === "ended" && <Alert tone="soon" title="De lijn van dit gezin is afgerond" />}
      <Form action={`/gezinnen/${line.id}/signalen/nieuw`} values={shown} errors={errors} draft={`signaal-${line.id}`}>
        <RadioGroup
          name="about"
          label="Over wie gaat het?"
          inline
          options={members.map((member) => ({ value: member.id, label: personLabel(member) }))}
        />
        <Fieldset legend="Wat valt u op?" hint="Kies alles wat past. Een zorg of juist iets wat steun geeft.">
          <ByDomain factors={choosable} kind="risk" />
        </Fieldset>
        <Fieldset legend="Wat geeft steun?">
          <OneGroup factors={choosable} kind="protective" label="Beschermende factoren" />
        </Fieldset>
        <Details summary="Wat maakt praten of zorg lastiger?" open={ticked}>
          <OneGroup factors={choosable} kind="context" label="Telt niet mee in de inschatting, wel in hoe u samen praat" />
        </Details>
        <TextArea
          name="seen"
          label="Wat zag of hoorde u?"
          optional
          maxLength={5000}
          rows={3}
          hint="Zo feitelijk mogelijk. Het gezin mag dit lezen."
        />
        <WhenAndWhether />
        <p className="wieg-hint">
          Denkt u aan geweld of mishandeling? Leg dat hier niet vast, maar volg <a href={`/meldcode/nieuw/${line.id}`}>de Meldcode</a>.
        </p>
        <Button>Vastleggen</Button>
      </Form>
    </Page>
  );
}

/** When it was seen, and whether the family knows. */
function WhenAndWhether() {
  return (
    <>
      <DateField name="observedOn" label="Wanneer zag u het?" />
      <RadioGroup
        name="discussed"
        label="Is het besproken met het gezin?"
        options={[
          { value: "today", label: "Ja, vandaag" },
          { value: "other", label: "Ja, op een andere dag" },
          { value: "no", label: "Nog niet", hint: "Alleen uw eigen organisatie ziet het dan. Wieg herinnert u eraan." },
        ]}
      />
      <DateField name="discussedOn" label="Op welke dag besproken?" optional hint="Alleen invullen bij “op een andere dag”." />
      <Checkbox name="urgent" label="Dit kan niet wachten" hint="Het risico telt dan als urgent in het voorstel voor de inschatting." />
    </>
  );
}

const personLabel = (member: Member): string =>
  member.givenName ? `${member.givenName} (${memberKindNames[member.kind]})` : memberKindNames[member.kind];

/** One group for each life domain that has factors of this kind. */
function ByDomain({ factors, kind }: { factors: readonly Factor[]; kind: FactorKind }) {
  return lifeDomains.map((domain) => {
    const here = factors.filter((factor) => factor.kind === kind && factor.domain === domain);
    return (
      here.length > 0 && (
        <CheckboxGroup key={domain} name={factorField(kind, domain)} label={domainNames[domain]} columns options={here.map(optionOf)} />
      )
    );
  });
}

function OneGroup({ factors, kind, label }: { factors: readonly Factor[]; kind: FactorKind; label: string }) {
  const here = factors.filter((factor) => factor.kind === kind);
  return <CheckboxGroup name={factorField(kind, "alle")} label={label} columns options={here.map(optionOf)} />;
}

const optionOf = ({ code, label, urgent }: Factor) => ({ value: code, label: urgent ? `${label} (urgent)` : label });
