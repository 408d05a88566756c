import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { categories } from "../../assessment/assessment.ts";
import { categoryLabel, categoryMeanings } from "../../assessment/assessment.texts.ts";
import { factorKinds, lifeDomains, type Factor } from "../../signal/signal.ts";
import { domainNames, factorKindHeadings } from "../../signal/signal.texts.ts";
import { dimensionWords } from "../exploration.texts.ts";
import type { VisitData } from "../server/readVisit.ts";

/** Agreements that fit on the form; more are made in the plan. */
export const agreementSlots = [1, 2, 3, 4] as const;

type Props = Readonly<{ data: VisitData; values: Values; errors: Errors }>;

/** The report: one form, from which the signals, the category and the plan go on. Nothing here is typed again later. */
export function ReportForm({ data, values, errors }: Props) {
  const { visit, family } = data;
  const base = `/gezinnen/${visit.trajectoryId}/huisbezoeken/${visit.id}`;
  return (
    <FormPage
      title="Verslag van het huisbezoek"
      sub={`${family ?? ""}. Alles mag leeg blijven, behalve wat het gezin ervan weet.`}
      back={{ href: base, label: "Huisbezoek" }}
      action={`${base}/verslag`}
      errors={errors}
      values={values}
      version={visit.version}
      draft="verslag"
      button="Verslag vastleggen"
      leave="Later verder"
    >
      <TextArea
        name="familyWants"
        label="Wat wil het gezin zelf?"
        optional
        rows={3}
        maxLength={5000}
        hint="In hun eigen woorden. Dit wordt de vraag in het gezinsplan."
      />
      <TextArea name="worksWell" label="Wat gaat goed, en wie is er voor hen?" optional rows={3} maxLength={5000} />
      <Fieldset legend="Wat u vond, per gebied" hint="Alleen wat besproken is.">
        {lifeDomains.map((dimension) => (
          <TextArea
            key={dimension}
            name={`found-${dimension}`}
            label={domainNames[dimension]}
            hint={dimensionWords[dimension].about}
            optional
            rows={2}
            maxLength={5000}
          />
        ))}
      </Fieldset>
      <FactorFields factors={data.factors} />
      {visit.kind === "prenatal" && <CategoryFields data={data} />}
      <AgreementFields values={values} />
      <TextArea
        name="summary"
        label="Samenvatting die het gezin goed vindt"
        optional
        rows={3}
        maxLength={2000}
        hint="Alleen dit ziet de gemeente van het bezoek, als zij mag meekijken."
      />
      <RadioGroup
        name="seenByFamily"
        label="Weet het gezin wat hier staat?"
        inline
        options={[
          { value: "ja", label: "Ja, besproken" },
          { value: "nee", label: "Nog niet" },
        ]}
      />
    </FormPage>
  );
}

function FactorFields({ factors }: Readonly<{ factors: readonly Factor[] }>) {
  return (
    <Fieldset legend="Wat u zag" hint="Wat u aankruist wordt ook een signaal: daar hoeft u niets meer voor te doen.">
      {factorKinds.map((kind) => (
        <CheckboxGroup
          key={kind}
          name={`factors-${kind}`}
          label={factorKindHeadings[kind]}
          optional
          columns
          options={factors
            .filter((factor) => factor.kind === kind && factor.selectable)
            .map(({ code, label, urgent }) => ({ value: code, label: urgent ? `${label} (urgent)` : label }))}
        />
      ))}
    </Fieldset>
  );
}

function CategoryFields({ data: { category } }: Readonly<{ data: VisitData }>) {
  return (
    <Fieldset
      legend="Welke categorie stelt u voor?"
      hint={
        category
          ? `Nu: ${categoryLabel(category.category)}. De verloskundige en u bevestigen het samen.`
          : "De verloskundige en u bevestigen het samen."
      }
    >
      <RadioGroup
        name="category"
        label="Categorie"
        optional
        options={[
          ...categories.map((value) => ({ value, label: categoryLabel(value), hint: categoryMeanings[value] })),
          { value: "", label: "Geen voorstel" },
        ]}
      />
      <TextArea name="reason" label="Waarom, als het een andere categorie is dan nu?" optional rows={2} maxLength={5000} />
    </Fieldset>
  );
}

function AgreementFields({ values }: Readonly<{ values: Values }>) {
  const [first, ...others] = agreementSlots;
  const filled = others.some((slot) => values[`what${slot}`]);
  return (
    <Fieldset legend="Wat is afgesproken?" hint="Dit komt zo in het gezinsplan.">
      <AgreementSlot slot={first} />
      <Details summary="Nog meer afspraken" open={filled}>
        {others.map((slot) => (
          <AgreementSlot key={slot} slot={slot} />
        ))}
      </Details>
    </Fieldset>
  );
}

function AgreementSlot({ slot }: Readonly<{ slot: number }>) {
  return (
    <div className="wieg-fields">
      <TextField name={`what${slot}`} label={`Afspraak ${slot}`} optional maxLength={500} />
      <TextField
        name={`who${slot}`}
        label="Wie doet dat?"
        optional
        width="medium"
        maxLength={200}
        hint="Iemand van het gezin, uit het eigen netwerk, of een hulpverlener."
      />
      <DateField name={`due${slot}`} label="Wanneer klaar?" optional />
    </div>
  );
}
