import { ActionForm } from "../../../../design/ActionForm.tsx";
import { Alert } from "../../../../design/Alert.tsx";
import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { DateField } from "../../../../design/DateField.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Facts } from "../../../../design/Facts.tsx";
import { Form } from "../../../../design/Form.tsx";
import { FormPage } from "../../../../design/FormPage.tsx";
import { HiddenField } from "../../../../design/HiddenField.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { Select } from "../../../../design/Select.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { formatDay, formatShortDay, type Day } from "../../../../kit/day.ts";
import { languageName, languageNames } from "../../../../registry/family.texts.ts";
import { cancelReasons, costs, occasions, openStates, ways, type Booking } from "../interpreter.ts";
import { cancelReasonNames, costNames, occasionNames, stateNames, wayNames } from "../interpreter.texts.ts";
import { decideMove } from "../rules/bookingMoves.ts";
import type { BookingForm } from "../server/bookInterpreter.ts";

type NewProps = Readonly<{ trajectory: string; form: BookingForm; values: Values; errors: Errors }>;

/** Ask for an interpreter for one appointment. */
export function NewInterpreterPage({ trajectory, form, values, errors }: NewProps) {
  const base = `/gezinnen/${trajectory}`;
  const appointment = values["afspraak"] ?? form.appointment?.id;
  return (
    <FormPage
      title="Tolk regelen"
      sub="Een kind of familielid tolkt niet. Vraag een tolk, ook als het bezoek kort is."
      back={{ href: base, label: "Gezin" }}
      action={`${base}/tolk/nieuw`}
      errors={errors}
      values={{ language: form.language ?? "", ...knownOf(form), ...values }}
      button="Op mijn lijst zetten"
      leave="Niet nu"
    >
      {typeof appointment === "string" && <HiddenField name="afspraak" value={appointment} />}
      <RadioGroup name="occasion" label="Waarvoor?" options={choicesOf(occasions, occasionNames)} />
      <DateField name="onDay" label="Welke dag?" />
      <TextField name="atTime" label="Hoe laat?" hint="Zoals 10:30" width="short" optional />
      <Select
        name="language"
        label="Welke taal?"
        empty="Kies een taal"
        options={[...languageNames].map(([value, label]) => ({ value, label }))}
      />
      <TextField name="dialect" label="Dialect of streek" hint="Zoals Marokkaans-Arabisch" optional maxLength={80} />
      <RadioGroup name="way" label="Hoe?" options={choicesOf(ways, wayNames)} />
      <RadioGroup name="cost" label="Wie betaalt?" options={choicesOf(costs, costNames)} />
    </FormPage>
  );
}

/** What need not be typed: it stands at the appointment. */
const knownOf = ({ appointment }: BookingForm): Values =>
  appointment === null
    ? {}
    : { occasion: appointment.occasion, ...(appointment.onDay === null ? {} : { onDay: formatShortDay(appointment.onDay) }) };

type Props = Readonly<{ booking: Booking; today: Day; mayWrite: boolean; values: Values; errors: Errors }>;

/** One interpreter: where it stands, and what is next. */
export function InterpreterPage({ booking, today, mayWrite, values, errors }: Props) {
  const open = openStates.includes(booking.state);
  return (
    <Page
      title={`Tolk bij ${occasionNames[booking.occasion]}`}
      width="narrow"
      back={{ href: `/gezinnen/${booking.trajectoryId}`, label: "Gezin" }}
      errors={errors}
      tags={<Tag tone={booking.state === "confirmed" ? "ok" : open ? "soon" : "plain"}>{stateNames[booking.state]}</Tag>}
    >
      {errors["form"] !== undefined && booking.state !== "asked" && (
        <Alert title="Niet opgeslagen" tone="late">
          {errors["form"]}
        </Alert>
      )}
      <Card title="De afspraak">
        <Facts
          facts={[
            {
              label: "Wanneer",
              value: `${formatDay(booking.onDay)}${booking.atTime === null ? "" : `, ${booking.atTime.replace(":", ".")} uur`}`,
            },
            { label: "Taal", value: `${languageName(booking.language)}${booking.dialect === null ? "" : `, ${booking.dialect}`}` },
            { label: "Hoe", value: wayNames[booking.way] },
            { label: "Wie regelt het", value: `${booking.arrangedBy.name}, ${booking.arrangedBy.organisation}` },
            booking.agency === null ? null : { label: "Aangevraagd bij", value: booking.agency },
            { label: "Wie betaalt", value: costNames[booking.cost] },
            booking.reason === null ? null : { label: "Afgezegd", value: cancelReasonNames[booking.reason] },
          ]}
        />
      </Card>
      {mayWrite && <Moves booking={booking} today={today} values={values} errors={errors} />}
      {booking.state === "missed" && (
        <Alert title="De tolk kwam niet" tone="late">
          Maak een nieuwe afspraak, met een tolk. Bel de tolkentelefoon als het nu moet.
        </Alert>
      )}
    </Page>
  );
}

/** What can be done now. */
function Moves({ booking, today, values, errors }: Omit<Props, "mayWrite">) {
  const at = (path: string) => `/gezinnen/${booking.trajectoryId}/tolk/${booking.id}/${path}`;
  const may = (move: "confirm" | "hold" | "miss") => decideMove(move, { ...booking, today }) === "go";
  const version = { version: booking.version };
  return (
    <>
      {booking.state === "asked" && (
        <Form action={at("aangevraagd")} values={values} errors={errors} id="aangevraagd">
          <HiddenField name="version" value={booking.version} />
          <TextField
            name="agency"
            label="Waar hebt u de tolk aangevraagd?"
            hint="De naam van het tolkbureau of de tolkendienst."
            maxLength={120}
          />
          <Button>De tolk is aangevraagd</Button>
        </Form>
      )}
      <ButtonRow>
        {may("confirm") && <ActionForm action={at("bevestigd")} button="De tolk heeft bevestigd" variant="primary" hidden={version} />}
        {may("hold") && <ActionForm action={at("geweest")} button="De tolk was er" hidden={version} />}
        {may("miss") && <ActionForm action={at("niet-gekomen")} button="De tolk kwam niet" variant="quiet" hidden={version} />}
        {openStates.includes(booking.state) && (
          <LinkButton href={at("afzeggen")} variant="quiet">
            Afzeggen
          </LinkButton>
        )}
      </ButtonRow>
    </>
  );
}

export function CancelInterpreterPage({ booking, values, errors }: Omit<Props, "today" | "mayWrite">) {
  const one = `/gezinnen/${booking.trajectoryId}/tolk/${booking.id}`;
  return (
    <FormPage
      title="Tolk afzeggen"
      back={{ href: one, label: "Tolk" }}
      action={`${one}/afzeggen`}
      errors={errors}
      values={values}
      version={booking.version}
      button="Afzeggen"
      leave="Niet nu"
    >
      <RadioGroup name="reason" label="Waarom?" options={choicesOf(cancelReasons, cancelReasonNames)} />
    </FormPage>
  );
}
