import type { ReactNode } from "react";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import { Form } from "../../../design/Form.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { decisions, weighingQuestions, type MeldcodeStep } from "../meldcode.ts";
import { answerNames, decisionNames, questionTexts } from "../meldcode.texts.ts";
import type { MeldcodeView } from "./MeldcodePage.tsx";

export type MeldcodeFormName = "signalen" | "overleggen" | "vraag" | "gesprek" | "wegen" | "beslissen" | "advies" | "termijn" | "afsluiten";

const yesNo = [
  { value: "yes", label: "ja" },
  { value: "no", label: "nee" },
  { value: "unknown", label: "weet ik niet" },
];

/** What the author can record in a step; open where she is now. */
export function StepForm({ view, step, now }: { view: MeldcodeView; step: MeldcodeStep; now: boolean }) {
  const { name, summary, fields } = stepForms[step];
  return (
    <>
      <Details summary={summary} open={now || view.sent === name}>
        <OneForm view={view} name={name}>
          <DateField name="onDay" label="Wanneer?" />
          {fields}
        </OneForm>
      </Details>
      {step === 2 && view.data.officer && (
        <Details summary="Aandachtsfunctionaris om advies vragen" open={view.sent === "vraag"}>
          <OneForm view={view} name="vraag" button="Vraag sturen">
            <TextArea
              name="words"
              label="Wat wilt u vragen?"
              rows={3}
              maxLength={5000}
              hint="Zij ziet dit vermoeden en wat u vastlegde, en antwoordt hier."
            />
          </OneForm>
        </Details>
      )}
    </>
  );
}

const words = (label: string, hint?: string) => <TextArea name="words" label={label} rows={4} maxLength={5000} hint={hint} />;

const stepForms: Readonly<Record<MeldcodeStep, { readonly name: MeldcodeFormName; readonly summary: string; readonly fields: ReactNode }>> =
  {
    1: { name: "signalen", summary: "Nog iets vastleggen", fields: words("Wat zag of hoorde u?") },
    2: {
      name: "overleggen",
      summary: "Overleg vastleggen",
      fields: (
        <>
          <RadioGroup
            name="with"
            label="Met wie?"
            options={[
              { value: "consult_veilig_thuis", label: "Veilig Thuis", hint: "0800 2000, kan zonder naam van het gezin" },
              { value: "consult_officer", label: "de aandachtsfunctionaris" },
              { value: "consult_colleague", label: "een collega", hint: "zonder naam, tenzij zij ook bij het gezin betrokken is" },
            ]}
          />
          {words("Wat was het advies?")}
        </>
      ),
    },
    3: {
      name: "gesprek",
      summary: "Gesprek vastleggen",
      fields: (
        <>
          <RadioGroup
            name="talked"
            label="Is er gepraat?"
            options={[
              { value: "talked", label: "ja" },
              { value: "not_talked", label: "nee, dat is niet veilig of kan niet" },
            ]}
          />
          {words("Wat is er besproken, en met wie? Of waarom niet?")}
        </>
      ),
    },
    4: {
      name: "wegen",
      summary: "Wegen",
      fields: (
        <>
          <RadioGroup
            name="children"
            label="Kindcheck: zijn er kinderen van haar of hem afhankelijk? Een kind dat nog geboren wordt, telt mee."
            inline
            options={yesNo}
          />
          {weighingQuestions.map((question, at) => (
            <RadioGroup
              key={question}
              name={question}
              label={`${at + 1}. ${questionTexts[question]}`}
              inline
              options={choicesOf(["yes", "no", "unknown"] as const, answerNames)}
            />
          ))}
          <p className="wieg-hint">
            Dit is een hulpmiddel: de vijf vragen van het basismodel uit 2019. Het afwegingskader van uw eigen beroep gaat voor.
          </p>
          <TextArea name="words" label="Toelichting" rows={3} maxLength={5000} optional />
        </>
      ),
    },
    5: {
      name: "beslissen",
      summary: "Beslissing vastleggen",
      fields: (
        <>
          <RadioGroup name="decision" label="Wat besluit u?" options={choicesOf(decisions, decisionNames)} />
          <RadioGroup
            name="informed"
            label="Weten de betrokkenen het?"
            inline
            options={[
              { value: "yes", label: "ja" },
              { value: "no", label: "nee" },
            ]}
          />
          {words(
            "Waarom, wat spreekt u af, en als u meldde: wanneer en met wie bij Veilig Thuis?",
            "U mag melden zonder toestemming van het gezin (Wmo 2015, artikel 5.2.6). Vertel het vooraf, tenzij dat niet veilig is.",
          )}
        </>
      ),
    },
  };

export const AdviceForm = ({ view }: { view: MeldcodeView }) => (
  <OneForm view={view} name="advies">
    <DateField name="onDay" label="Wanneer?" />
    {words("Wat adviseert u?")}
  </OneForm>
);

export const CloseForm = ({ view }: { view: MeldcodeView }) => (
  <Details summary="Afsluiten met reden" open={view.sent === "afsluiten"}>
    <OneForm view={view} name="afsluiten" button="Afsluiten" quiet>
      <TextArea name="words" label="Waarom kan het dicht?" rows={2} maxLength={5000} />
    </OneForm>
  </Details>
);

export const NextDayForm = ({ view }: { view: MeldcodeView }) => (
  <Details summary="Andere dag kiezen" open={view.sent === "termijn"}>
    <OneForm view={view} name="termijn" quiet>
      <DateField
        name="nextOn"
        label="Wanneer doet u de volgende stap?"
        hint="Wieg herinnert u hieraan, zonder te zeggen waarover. Er gaat geen e-mail."
      />
    </OneForm>
  </Details>
);

function OneForm({
  view,
  name,
  button = "Vastleggen",
  quiet = false,
  children,
}: {
  view: MeldcodeView;
  name: MeldcodeFormName;
  button?: string;
  quiet?: boolean;
  children: ReactNode;
}) {
  const { data, sent, values = {}, errors = {} } = view;
  const mine = sent === name;
  return (
    <Form
      id={name}
      action={`/meldcode/${data.found.id}/${name}`}
      values={mine ? values : { onDay: formatShortDay(data.today) }}
      errors={mine ? errors : {}}
    >
      <input type="hidden" name="version" value={data.found.version} />
      {children}
      <ButtonRow>
        <Button variant={quiet ? "secondary" : "primary"}>{button}</Button>
      </ButtonRow>
    </Form>
  );
}
