import { Alert } from "../../../design/Alert.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { Study } from "../../design/study.ts";
import { estimatorHints, estimatorNames } from "../analysis.texts.ts";
import { estimators } from "../analysisPlan.ts";
import type { PlanForm } from "../server/readAnalysis.ts";
import { studyHref } from "./address.ts";
import { knownMeasure, scaleField, valuesOf } from "./planForm.ts";

type Props = Readonly<{ data: PlanForm; values: Values; errors: Errors }>;

/** Forms that a study asks at T0 or later, each once. */
export const scalesOf = ({ waves }: Study): readonly string[] => [
  ...new Set(waves.flatMap(({ instruments }) => instruments.map(({ form }) => form))),
];

/** The analysis plan of one study, before outcomes are opened. */
export function PlanFormPage({ data: { study, start, lockedBefore, isProposal }, values, errors }: Props) {
  const scales = scalesOf(study);
  return (
    <FormPage
      title={`Analyseplan ${study.name}`}
      back={{ href: studyHref(study.code), label: "Analyse" }}
      action={studyHref(study.code, "/plan")}
      values={{ ...valuesOf(start, scales), ...values }}
      errors={errors}
      button="Nakijken en bewaren"
      leave="Annuleren"
      sub="Zeg van tevoren hoe er gerekend wordt. Bewaren stelt het plan nog niet vast: dat doet u daarna, op de pagina van de studie."
      above={
        isProposal && (
          <Alert title="Dit is het voorstel van de pilot">
            <p>Het volgt het onderzoeksplan [001, hoofdstuk 6]. Wat dat openlaat, is hier gekozen. Kijk het na en pas het aan.</p>
          </Alert>
        )
      }
    >
      {lockedBefore && (
        <TextArea
          name="waarom"
          label="Waarom komt er een nieuwe versie?"
          rows={3}
          maxLength={2000}
          hint="Er is al een plan vastgesteld. Dat blijft staan. De reden staat bij elk antwoord dat met de nieuwe versie wordt gemaakt."
        />
      )}
      <TextArea name="vraag" label="Vraag" rows={3} maxLength={2000} />
      {scales.map((scale) => (
        <ScaleFields key={scale} scale={scale} />
      ))}
      <WaveFields study={study} />
      <CheckboxGroup
        name="schattingen"
        label="Rekenwijzen"
        options={choicesOf(estimators, estimatorNames).map((one) => ({
          ...one,
          hint: estimatorHints[one.value],
        }))}
      />
      <MissingFields />
      <TestFields />
    </FormPage>
  );
}

function ScaleFields({ scale }: Readonly<{ scale: string }>) {
  const { label } = knownMeasure(scale);
  return (
    <Fieldset legend={`Schaal: ${label}`} hint={`Vorm ${scale}`}>
      <Select
        name={scaleField("telt", scale)}
        label="Waarvoor"
        empty={null}
        options={[
          { value: "toets", label: "Hierop rust het antwoord (samen gecorrigeerd volgens Holm)" },
          { value: "beschrijving", label: "Alleen als beschrijving" },
          { value: "niet", label: "Niet in dit plan" },
        ]}
      />
      <Select
        name={scaleField("beter", scale)}
        label="Gunstig is"
        empty={null}
        options={[
          { value: "higher", label: "een hogere score" },
          { value: "lower", label: "een lagere score" },
        ]}
      />
      <Select
        name={scaleField("doel", scale)}
        label="Zegt iets over"
        empty={null}
        options={[
          { value: "health", label: "gezondheid van gezinnen" },
          { value: "quality", label: "hoe gezinnen de zorg ervaren" },
        ]}
      />
    </Fieldset>
  );
}

function WaveFields({ study }: Readonly<{ study: Study }>) {
  const later = study.waves.slice(1).map(({ code, name }) => ({ value: code, label: `${code}: ${name}` }));
  return (
    <Fieldset legend="Metingen">
      <CheckboxGroup name="metingen" label="Vergeleken met T0" options={later} />
      <Select name="hoofdmeting" label="Het antwoord rust op" empty={null} options={later} />
      <TextField
        name="gegevens"
        label="Andere gegevens bij T0 waarmee rekening wordt gehouden"
        hint="Namen zoals in het codeboek, met een komma ertussen. De score op T0 telt altijd mee."
        optional
      />
    </Fieldset>
  );
}

function MissingFields() {
  return (
    <Fieldset legend="Ontbrekende antwoorden">
      <TextArea name="ontbreken" label="Wat gebeurt er met wie geen score heeft?" rows={4} maxLength={2000} />
      <TextField name="aanvullen" label="Hoe vaak worden ontbrekende scores aangevuld?" width="short" unit="keer" inputMode="numeric" />
      <TextField
        name="kantel-tot"
        label="Kantelpunt: tot en met"
        width="short"
        unit="standaardafwijking"
        hint="Zoveel ongunstiger worden de aangevulde scores gemaakt, om te zien of de conclusie dan verandert."
      />
      <TextField name="kantel-stap" label="Kantelpunt: in stappen van" width="short" unit="standaardafwijking" />
    </Fieldset>
  );
}

function TestFields() {
  return (
    <Fieldset legend="Toeval en aantallen">
      <TextField
        name="alfa"
        label="Toets (alfa)"
        width="short"
        hint="Kans op een verschil dat er niet is. De intervallen zijn altijd 95%."
      />
      <TextField name="macht" label="Onderscheidend vermogen" width="short" hint="Kans om een verschil te vinden dat er wel is." />
      <TextField name="samenhang" label="Verwachte samenhang met T0" width="short" hint="Correlatie van de score met de score op T0." />
      <TextField
        name="groottes"
        label="Grootte van een groep"
        hint="Het kleinste verschil dat te vinden is, wordt voor elk van deze groottes gezegd."
      />
      <TextField
        name="minimum"
        label="Minste aantal mensen per groep"
        width="short"
        inputMode="numeric"
        hint="Met minder mensen in een groep staan er geen cijfers. Nooit onder de 10."
      />
      <TextField
        name="startgetal"
        label="Startgetal voor het toeval in de computer"
        width="medium"
        inputMode="numeric"
        hint="Zo geven dezelfde gegevens altijd dezelfde uitkomst."
      />
    </Fieldset>
  );
}
