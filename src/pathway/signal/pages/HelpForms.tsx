import type { ReactNode } from "react";
import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import { Form } from "../../../design/Form.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { closingReasons } from "../helpRequest.ts";
import { closingReasonNames } from "../helpRequest.texts.ts";
import type { HelpView } from "./HelpRequestPage.tsx";

export type HelpFormName = "spoke" | "noContact" | "forward" | "close";

const addresses: Readonly<Record<HelpFormName, string>> = {
  spoke: "gesproken",
  noContact: "niet-bereikt",
  forward: "doorsturen",
  close: "afsluiten",
};

/** What was done: she was spoken with, tried in vain, passed on, or it is finished. */
export function HelpForms(view: HelpView & { only?: HelpFormName }) {
  const { data, only } = view;
  const { request } = data;
  if (only === "forward")
    return (
      <Card title="Hoort deze vraag ergens anders?">
        <ForwardForm view={view} />
      </Card>
    );
  return (
    <Card title="Antwoord">
      <OneForm view={view} name="spoke" button="Vastleggen">
        <DateField name="day" label="Wanneer sprak u haar?" />
        <TextArea name="note" label="Wat spraken jullie af?" rows={3} maxLength={5000} />
      </OneForm>
      {request.state === "taken" && request.channel !== "self" && (
        <Details summary="Niet bereikt" open={view.sent === "noContact"}>
          <OneForm view={view} name="noContact" button="Poging vastleggen" quiet>
            <DateField name="day" label="Wanneer probeerde u het?" />
            <TextArea name="note" label="Opmerking" rows={2} maxLength={5000} optional />
          </OneForm>
        </Details>
      )}
      {request.state === "taken" && (
        <Details summary="Doorsturen naar een andere organisatie" open={view.sent === "forward"}>
          <ForwardForm view={view} />
        </Details>
      )}
      <Details summary="Afsluiten" open={view.sent === "close"}>
        <OneForm view={view} name="close" button="Afsluiten" quiet>
          <RadioGroup name="reason" label="Hoe is het afgelopen?" options={choicesOf(closingReasons, closingReasonNames)} />
          <TextArea name="note" label="Opmerking" rows={2} maxLength={5000} optional />
        </OneForm>
      </Details>
    </Card>
  );
}

function ForwardForm({ view }: { view: HelpView }) {
  const { others } = view.data;
  return (
    <OneForm view={view} name="forward" button="Doorsturen" quiet>
      <Select
        name="to"
        label="Naar welke organisatie?"
        options={others.map(({ id, name, near }) => ({
          value: id,
          label: name,
          group: near ? "Werkt in haar gemeente" : "Andere organisaties",
        }))}
      />
      <TextArea
        name="note"
        label="Waarom?"
        rows={2}
        maxLength={5000}
        hint="De andere organisatie leest dit. Daarna ziet u de vraag zelf niet meer, wel hoe het ermee staat."
      />
    </OneForm>
  );
}

function OneForm({
  view,
  name,
  button,
  quiet = false,
  children,
}: {
  view: HelpView;
  name: HelpFormName;
  button: string;
  quiet?: boolean;
  children: ReactNode;
}) {
  const { data, sent, values = {}, errors = {} } = view;
  const mine = sent === name;
  return (
    <Form
      id={addresses[name]}
      action={`/hulpvragen/${data.request.id}/${addresses[name]}`}
      values={mine ? values : { day: formatShortDay(data.today) }}
      errors={mine ? errors : {}}
    >
      <input type="hidden" name="version" value={data.request.version} />
      {children}
      <Button variant={quiet ? "secondary" : "primary"}>{button}</Button>
    </Form>
  );
}
