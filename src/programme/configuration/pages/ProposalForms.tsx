import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { sayFinding } from "../finding.texts.ts";
import type { Proposal, VersionLine } from "../proposal.ts";
import { warningsOf } from "../rules/checkVersion.ts";
import { itemsOf, toTyped } from "../rules/typedSettings.ts";
import type { Configuration, Preview } from "../server/readConfiguration.ts";
import { titleOf } from "../setting.texts.ts";
import { sectionShape, type SectionName } from "../settingShape.ts";
import { homeOf } from "./ConfigurationPage.tsx";
import { SectionFields } from "./SectionFields.tsx";

type State = Readonly<{ configuration: Configuration; proposal: Proposal; preview: Preview; values: Values; errors: Errors }>;

const baseOf = ({ configuration: { programme } }: State): string => `${homeOf(programme.code)}/voorstel`;
const backOf = (state: State) => ({ href: baseOf(state), label: "Nieuwe versie" });
const started = (values: Values): boolean => Object.keys(values).length > 0;

/** One section of a next version. */
export function SectionForm({ section, ...state }: State & Readonly<{ section: SectionName }>) {
  const { configuration, proposal, values, errors } = state;
  const shaped = { name: section, shape: sectionShape(section) };
  const typed = started(values) ? values : toTyped(shaped, proposal.settings[section]);
  return (
    <FormPage
      title={titleOf(section)}
      heading={`${titleOf(section)}, vanaf ${formatShortDay(proposal.startsOn)}`}
      sub="Wat u hier bewaart, verandert nog niets. Op de volgende pagina ziet u wat het zou doen."
      back={backOf(state)}
      action={`${baseOf(state)}/deel/${section}`}
      values={typed}
      errors={errors}
      version={proposal.version}
      button="Bewaar en controleer"
      leave="Niet bewaren"
    >
      <SectionFields
        section={section}
        rows={(path) => itemsOf(path, typed)}
        municipalities={configuration.municipalities}
        organisations={configuration.organisations}
      />
    </FormPage>
  );
}

/** From which day it would hold. */
export function StartForm(state: State) {
  return (
    <FormPage
      title="Ingangsdatum"
      back={backOf(state)}
      action={`${baseOf(state)}/ingang`}
      values={started(state.values) ? state.values : { startsOn: formatShortDay(state.proposal.startsOn) }}
      errors={state.errors}
      version={state.proposal.version}
      button="Bewaar"
      leave="Niet bewaren"
    >
      <DateField name="startsOn" label="Geldt vanaf" hint="Vandaag of later" />
    </FormPage>
  );
}

/** Laying it before the project group: why, and each warning ticked. */
export function OfferForm(state: State) {
  const warnings = warningsOf(state.preview.findings);
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const options = codes.map((code) => ({
    value: code,
    label: warnings
      .filter((one) => one.code === code)
      .map((one) => sayFinding(one, state.configuration.names))
      .join(" "),
  }));
  return (
    <FormPage
      title="Voorleggen aan de projectgroep"
      back={backOf(state)}
      action={`${baseOf(state)}/aanbieden`}
      values={state.values}
      errors={state.errors}
      version={state.proposal.version}
      button="Leg voor"
      leave="Nog niet"
    >
      <TextArea
        name="why"
        label="Waarom deze versie"
        hint="De projectgroep leest dit, en het blijft bij de versie staan"
        rows={3}
        maxLength={5000}
      />
      {options.length > 0 && <CheckboxGroup name="confirmed" label="Ik heb dit gelezen" options={options} />}
    </FormPage>
  );
}

/** Sending it back, with what has to be different. */
export function ReturnForm(state: State) {
  return (
    <FormPage
      title="Terug naar de beheerder"
      back={backOf(state)}
      action={`${baseOf(state)}/terug`}
      values={state.values}
      errors={state.errors}
      version={state.proposal.version}
      button="Stuur terug"
      leave="Niet terugsturen"
    >
      <TextArea name="words" label="Wat moet er anders" rows={3} maxLength={5000} />
    </FormPage>
  );
}

/** Taking back a version that does not hold yet. */
export function WithdrawForm({
  configuration: { programme },
  version,
  values,
  errors,
}: Readonly<{ configuration: Configuration; version: VersionLine; values: Values; errors: Errors }>) {
  const address = `${homeOf(programme.code)}/versie/${version.number}`;
  return (
    <FormPage
      title="Versie intrekken"
      sub={`Versie ${version.number} gaat dan niet in. Wat nu geldt, blijft gelden.`}
      back={{ href: address, label: `Versie ${version.number}` }}
      action={`${address}/intrekken`}
      values={values}
      errors={errors}
      button="Trek in"
      leave="Niet intrekken"
    >
      <TextArea name="why" label="Waarom" rows={3} maxLength={5000} />
    </FormPage>
  );
}
