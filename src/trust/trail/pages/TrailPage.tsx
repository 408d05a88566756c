import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMoment, formatShortDay } from "../../../kit/day.ts";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { ShareablePart } from "../../consent/consent.ts";
import { partNames } from "../../consent/consent.texts.ts";
import { sayEvent } from "../event.texts.ts";
import type { TrailLine, TrailQuestion } from "../server/searchTrail.store.ts";

const grounds: Readonly<Record<string, string>> = {
  own: "eigen zorgrelatie",
  consent: "toestemming",
  emergency: "noodtoegang",
  job: "taak van het systeem",
  public: "zonder aanmelden",
  oversight: "toezicht",
  none: "geen gezin",
};
const outcomes: Readonly<Record<TrailLine["outcome"], string>> = { done: "gedaan", refused: "geweigerd", failed: "mislukt" };

type Props = Readonly<{ question: TrailQuestion; lines: readonly TrailLine[]; more: boolean; errors: Errors; typed: Values }>;

/** The trail, for the privacy officer: who looked at or changed what, when and why. Looking here is an event too. */
export function TrailPage({ question, lines, more, errors, typed }: Props) {
  const values = {
    van: formatShortDay(question.from),
    tot: formatShortDay(question.to),
    wie: question.name ?? "",
    gezin: question.line ?? "",
    wat: question.what ?? "",
  };
  return (
    <Page
      title="Inzage en wijzigingen"
      sub="Wie wat zag of wijzigde, wanneer en op welke grond. Ook dat u hier kijkt wordt vastgelegd."
      width="wide"
      errors={errors}
    >
      <Card title="Zoeken">
        <Form action="/inzage" method="get" errors={errors} values={{ ...values, ...typed }}>
          <DateField name="van" label="Van" />
          <DateField name="tot" label="Tot en met" />
          <TextField name="wie" label="Naam van de professional" optional width="long" />
          <TextField
            name="gezin"
            label="Kenmerk van het gezin"
            hint="Het kenmerk in het adres van de gezinspagina."
            optional
            width="long"
          />
          <TextField name="wat" label="Wat" hint="Bijvoorbeeld: gezin, signaal of toestemming." optional />
          <ButtonRow>
            <Button>Zoeken</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title="Gevonden">
        <DataTable
          caption="Gebeurtenissen"
          rows={lines}
          rowKey={(line) => String(line.seq)}
          dense
          empty={Object.keys(errors).length > 0 ? "Er is nog niet gezocht." : "Niets gevonden in deze dagen."}
          columns={[
            { label: "Wanneer", heading: true, cell: (line) => formatMoment(line.at) },
            {
              label: "Wie",
              cell: (line) => line.who ?? "niemand aangemeld",
              note: (line) => [roleWord(line.role), line.organisation ?? ""].filter(Boolean).join(", "),
            },
            {
              label: "Wat",
              cell: (line) => sayEvent(line.event) ?? line.event,
              note: (line) =>
                [line.outcome === "done" ? "" : outcomes[line.outcome], line.purpose ?? "", line.event].filter(Boolean).join(", "),
            },
            {
              label: "Grond",
              cell: (line) => grounds[line.ground] ?? line.ground,
              note: (line) => (line.part === null ? "" : (partNames[line.part as ShareablePart] ?? line.part)),
            },
            { label: "Gezinnen", cell: (line) => (line.lines.length === 1 ? line.lines[0] : line.lines.length), numeric: true },
          ]}
        />
        {(question.page > 1 || more) && (
          <Pagination
            page={question.page}
            pages={more ? question.page + 1 : question.page}
            href={(to) => `/inzage?${new URLSearchParams({ ...values, blad: String(to) })}`}
          />
        )}
      </Card>
    </Page>
  );
}

/** Who came by a one-time link has no job in Wieg. */
const roleWord = (role: string | null): string =>
  role === "link_holder" ? "zonder account, met een eenmalige link" : role !== null && isRole(role) ? roleNames[role] : "";
