import type { ReactNode } from "react";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { declineReasons, givenWays, withdrawReasons } from "../handover.ts";
import { declineReasonNames, givenWayNames, momentNames, standInWords, withdrawReasonNames } from "../handover.texts.ts";
import type { BeginData, HandoverData } from "../server/readHandover.ts";

export type FormProps = Readonly<{ data: HandoverData; values: Values; errors: Errors }>;
type FrameProps = FormProps & Readonly<{ word: string; title: string; button: string; known?: Values; children: ReactNode }>;

/** The frame of each move that asks something: what stands now, the fields, one button. */
function MoveForm({ data, values, errors, word, title, button, known = {}, children }: FrameProps) {
  const { handover, familyName } = data;
  const base = `/gezinnen/${handover.trajectoryId}/overdrachten/${handover.id}`;
  return (
    <FormPage
      title={title}
      sub={[familyName, standInWords(handover)].filter(Boolean).join(". ")}
      back={{ href: base, label: "Overdracht" }}
      action={`${base}/${word}`}
      errors={errors}
      values={{ ...known, ...values }}
      version={handover.version}
      button={button}
      leave="Terug"
    >
      {children}
    </FormPage>
  );
}

const noNames = "Dit leest ook wie niet weet om wie het gaat; noem geen namen.";

export const OfferForm = (props: FormProps) => (
  <MoveForm
    {...props}
    word="aanbieden"
    title="Ondertekenen en aanbieden"
    button="Ondertekenen en aanbieden"
    known={{ discussedOn: formatShortDay(props.data.today) }}
  >
    <p>
      U tekent met uw naam, en daarna verandert de tekst niet meer. U blijft verantwoordelijk tot{" "}
      {props.data.handover.to?.organisation ?? "de ontvanger"} het overneemt.
    </p>
    <DateField name="discussedOn" label="Wanneer las het gezin mee?" />
    <Checkbox name="agrees" label="Het gezin heeft dit gelezen of gehoord, en vindt goed dat u het overdraagt" />
    <Select
      name="person"
      label="Aan wie in het bijzonder?"
      hint="Is zij er niet, dan krijgt haar team het na twee werkdagen ook te zien."
      optional
      options={props.data.team.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
    />
  </MoveForm>
);

export const GiveForm = (props: FormProps) => (
  <MoveForm
    {...props}
    word="meegeven"
    title="Meegeven buiten Wieg"
    button="Ondertekenen en meegeven"
    known={{ discussedOn: formatShortDay(props.data.today) }}
  >
    <p>
      Voor wie niet met Wieg werkt, zoals een praktijk in een andere streek. U tekent met uw naam, en daarna verandert de tekst niet meer.
      Daarna haalt u het document op: om af te drukken, of als bestand. Wieg bewaart aan wie u het meegaf.
    </p>
    <TextField name="to" label="Wie neemt het over?" hint="Naam, organisatie en plaats." maxLength={200} />
    <RadioGroup name="way" label="Hoe geeft u het mee?" options={choicesOf(givenWays, givenWayNames)} />
    <DateField name="discussedOn" label="Wanneer las het gezin mee?" />
    <Checkbox name="agrees" label="Het gezin heeft dit gelezen of gehoord, en vindt goed dat u het meegeeft" />
  </MoveForm>
);

export const DeclineForm = (props: FormProps) => (
  <MoveForm {...props} word="afwijzen" title="Wij nemen dit niet over" button="Afwijzen">
    <RadioGroup name="reason" label="Waarom niet?" options={choicesOf(declineReasons, declineReasonNames)} />
    <TextArea name="note" label="Toelichting" optional rows={3} maxLength={500} hint={noNames} />
  </MoveForm>
);

export const WithdrawForm = (props: FormProps) => (
  <MoveForm {...props} word="intrekken" title="Overdracht intrekken" button="Intrekken">
    <p>Uw organisatie blijft verantwoordelijk voor dit gezin.</p>
    <RadioGroup name="reason" label="Waarom?" options={choicesOf(withdrawReasons, withdrawReasonNames)} />
    <TextArea name="note" label="Toelichting" optional rows={2} maxLength={500} hint={noNames} />
  </MoveForm>
);

export const HoldForm = (props: FormProps) => (
  <MoveForm
    {...props}
    word="gehouden"
    title="Het gesprek met het gezin"
    button="Vastleggen"
    known={{ on: formatShortDay(props.data.today) }}
  >
    <DateField name="on" label="Op welke dag zat u samen met het gezin om tafel?" hint="Bellen of beeldbellen met elkaar mag ook." />
    {!props.data.handover.senderStays && (
      <p>
        Twee weken daarna eindigt de betrokkenheid van {props.data.handover.from.organisation}. Wie de casusregie heeft, draagt die eerst
        over.
      </p>
    )}
  </MoveForm>
);

type LeaveOutProps = Readonly<{ data: BeginData; values: Values; errors: Errors }>;

/** A moment that passes without a handover: why, so that it is not asked again. */
export function LeaveOutPage({ data: { line, family, moment }, values, errors }: LeaveOutProps) {
  const home = `/gezinnen/${line.id}/overdrachten`;
  return (
    <FormPage
      title="Deze overdracht komt er niet"
      heading={`${momentNames[moment]}: niet`}
      sub={family}
      back={{ href: home, label: "Overdrachten" }}
      action={`${home}/niet-nodig?soort=${moment}`}
      errors={errors}
      values={values}
      button="Vastleggen"
      leave="Terug"
    >
      <HiddenField name="moment" value={moment} />
      <RadioGroup
        name="reason"
        label="Waarom niet?"
        options={[
          { value: "family_no", label: withdrawReasonNames.family_no, hint: "De lijn van het gezin gaat gewoon door." },
          { value: "not_needed", label: withdrawReasonNames.not_needed },
        ]}
      />
      <TextArea name="note" label="Toelichting" optional rows={2} maxLength={500} hint={noNames} />
    </FormPage>
  );
}
