import type { ReactNode } from "react";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { cancelReasons, declineReasons, presents, visitPlaces, type VisitMove } from "../homeVisit.ts";
import { cancelReasonNames, declineReasonNames, moveWords, placeNames, presentNames, standInWords } from "../homeVisit.texts.ts";
import type { VisitData } from "../server/readVisit.ts";

type Props = Readonly<{ data: VisitData; values: Values; errors: Errors }>;

/** The frame of each move that asks something: what stands now, the fields, one button. */
function MoveForm({
  data,
  errors,
  values,
  move,
  title,
  button,
  known = {},
  children,
}: Props & Readonly<{ move: VisitMove; title: string; button: string; known?: Values; children: ReactNode }>) {
  const base = `/gezinnen/${data.visit.trajectoryId}/huisbezoeken/${data.visit.id}`;
  return (
    <FormPage
      title={title}
      sub={[data.family, standInWords(data.visit)].filter(Boolean).join(". ")}
      back={{ href: base, label: "Huisbezoek" }}
      action={`${base}/${moveWords[move]}`}
      errors={errors}
      values={{ ...known, ...values }}
      version={data.visit.version}
      button={button}
      leave="Terug"
    >
      {children}
    </FormPage>
  );
}

export function DeclineForm(props: Props) {
  return (
    <MoveForm {...props} move="decline" title="Wij kunnen dit niet doen" button="Verzoek afwijzen">
      <RadioGroup name="reasonCode" label="Waarom niet?" options={choicesOf(declineReasons, declineReasonNames)} />
      <TextArea
        name="reason"
        label="Toelichting voor de aanvrager"
        optional
        rows={3}
        maxLength={500}
        hint="U weet niet wie het gezin is; noem geen namen."
      />
    </MoveForm>
  );
}

export function ScheduleForm(props: Props) {
  const { status, visitBefore } = props.data.visit;
  const known: Values =
    status.state === "scheduled" ? { on: formatShortDay(status.on), at: status.at ?? "", place: status.place } : { place: "home" };
  return (
    <MoveForm {...props} known={known} move="schedule" title="Huisbezoek plannen" button="Afspraak vastleggen">
      <DateField
        name="on"
        label="Welke dag sprak u af?"
        hint={`Bij voorkeur uiterlijk ${formatDay(visitBefore)}. Typ bijvoorbeeld 12-3-2026.`}
      />
      <TextField name="at" label="Hoe laat?" optional width="short" hint="Bijvoorbeeld 14.30" />
      <RadioGroup name="place" label="Waar?" inline options={choicesOf(visitPlaces, placeNames)} />
    </MoveForm>
  );
}

export function HoldForm(props: Props) {
  const { status } = props.data.visit;
  return (
    <MoveForm
      {...props}
      known={status.state === "scheduled" ? { on: formatShortDay(status.on), present: ["mother"] } : {}}
      move="hold"
      title="Het bezoek is geweest"
      button="Vastleggen, en dan het verslag"
    >
      <DateField name="on" label="Op welke dag was u er?" />
      <CheckboxGroup name="present" label="Wie was erbij?" optional options={choicesOf(presents, presentNames)} />
    </MoveForm>
  );
}

export function CancelForm(props: Props) {
  const gone = !props.data.allowed;
  return (
    <MoveForm
      {...props}
      known={gone ? { reasonCode: "consent_gone" } : {}}
      move="cancel"
      title="Het bezoek gaat niet door"
      button="Bezoek afzeggen"
    >
      <RadioGroup name="reasonCode" label="Waarom niet?" options={choicesOf(cancelReasons, cancelReasonNames)} />
      <TextArea
        name="reason"
        label="Toelichting"
        optional
        rows={3}
        maxLength={500}
        hint="Zegt het gezin nee? Dan gaat de hulp gewoon door, zonder dit bezoek. Schrijf geen namen op."
      />
    </MoveForm>
  );
}
