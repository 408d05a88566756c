import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { needNames } from "../criterion.texts.ts";
import { needs, type Request } from "../enrolment.ts";
import type { Enrolment } from "../server/readEnrolment.ts";

type Props = Readonly<{ enrolment: Enrolment; values: Values; errors: Errors }>;

const partyNames = {
  family: "Het gezin",
  midwife: "De verloskundige",
  maternity: "De kraamverzorgende",
  youth: "De jeugdverpleegkundige",
} as const;

/** Pillar 2: situation, question, goal, hours, and who agrees. */
export function RequestPage({ enrolment, values, errors }: Props) {
  const { line, programme, facts } = enrolment;
  const base = `/gezinnen/${line.id}/geboortezorg-flex/2`;
  const { request } = facts;
  return (
    <Page
      title={`${programme.name}, pijler 2: waarvoor en hoeveel`}
      width="narrow"
      back={{ href: base, label: "Terug naar de criteria" }}
      errors={errors}
      sub="Schrijf op wat u met het gezin en met elkaar afsprak, in hun woorden."
    >
      {errors["form"] !== undefined && request && <NowThere request={request} />}
      <Card>
        <Form
          action={`${base}/aanvraag`}
          errors={errors}
          values={Object.keys(values).length > 0 ? values : valuesOf(request)}
          draft={`pijler-2-${line.id}`}
        >
          <HiddenField name="seen" value={request?.version ?? ""} />
          <RequestFields enrolment={enrolment} />
          <ButtonRow>
            <Button>Vastleggen</Button>
            <LinkButton href={base} variant="quiet">
              Annuleren
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

function RequestFields({ enrolment: { line, programme } }: Pick<Props, "enrolment">) {
  return (
    <>
      <RadioGroup name="need" label="Welke situatie geldt?" options={choicesOf(needs, needNames)} />
      <TextArea name="question" label="Ondersteuningsvraag" hint="Waar wil het gezin hulp bij?" maxLength={5000} />
      <TextArea name="goal" label="Doel" hint="Wat wil het gezin bereiken? In eigen woorden." maxLength={5000} />
      <TextField
        name="hours"
        label="Afgesproken uren"
        hint={`Gemiddeld rekenen wij met ${programme.settings.windows.pillar2MeanHours} uur per gezin. Laat leeg als u het nog niet weet.`}
        type="number"
        width="short"
        unit="uur"
        optional
      />
      {line.bornOn !== null && (
        <RadioGroup
          name="postnatal"
          label="Vindt het gezin een huisbezoek van de JGZ na de geboorte goed?"
          hint="Alleen nodig als het huisbezoek vóór de geboorte niet is gevraagd."
          optional
          inline
          options={[
            { value: "ja", label: "Ja" },
            { value: "nee", label: "Nee" },
          ]}
        />
      )}
      <CheckboxGroup
        name="agreed"
        label="Wie is het hiermee eens?"
        hint="De jeugdverpleegkundige kan dit ook zelf bevestigen."
        optional
        options={Object.entries(partyNames).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

/** Someone else was first: what stands there now, beside what was typed. */
const NowThere = ({ request }: Readonly<{ request: Request }>) => (
  <Card title="Dit staat er nu" tone="soon">
    <Facts
      facts={[
        { label: "Situatie", value: needNames[request.need] },
        { label: "Vraag", value: request.question },
        { label: "Doel", value: request.goal },
        { label: "Uren", value: request.agreedMinutes === null ? "nog niet afgesproken" : formatMinutes(request.agreedMinutes) },
      ]}
    />
  </Card>
);

function valuesOf(request: Request | null): Values {
  if (!request) return {};
  const { need, question, goal, agreedMinutes, postnatalVisit } = request;
  const agreed = [
    ["family", request.familyAgreedOn],
    ["midwife", request.midwifeAgreedOn],
    ["maternity", request.maternityAgreedOn],
    ["youth", request.youthAgreedOn],
  ] as const;
  return {
    need,
    question,
    goal,
    hours: agreedMinutes === null ? "" : String(agreedMinutes / 60).replace(".", ","),
    ...(postnatalVisit === null ? {} : { postnatal: postnatalVisit ? "ja" : "nee" }),
    agreed: agreed.flatMap(([party, on]) => (on === null ? [] : [party])),
  };
}
