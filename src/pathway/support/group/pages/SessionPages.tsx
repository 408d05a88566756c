import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { DateField } from "../../../../design/DateField.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Form } from "../../../../design/Form.tsx";
import { HiddenField } from "../../../../design/HiddenField.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { formatDay, formatShortDay } from "../../../../kit/day.ts";
import { presences, type GroupSession } from "../group.ts";
import { presenceNames } from "../group.texts.ts";
import type { GroupData } from "../server/readGroups.ts";

type Props = Readonly<{ data: GroupData; session: GroupSession; values: Values; errors: Errors }>;
const back = (data: GroupData) => ({ href: `/groepen/${data.group.id}`, label: "Groep" });
export const presenceField = (placeId: string): string => `aanwezig-${placeId}`;

/** Who was at a meeting: one tick for each family. */
export function AttendancePage({ data, session, values, errors }: Props) {
  const here = data.places.filter(({ state }) => state === "placed" || state === "finished");
  const known: Values = Object.fromEntries(
    data.attendance.filter(({ sessionId }) => sessionId === session.id).map(({ placeId, presence }) => [presenceField(placeId), presence]),
  );
  return (
    <Page title="Aanwezig" heading={`${data.group.name}, ${formatDay(session.onDay)}`} width="narrow" back={back(data)} errors={errors}>
      {here.length === 0 ? (
        <Card>
          <EmptyState title="Nog niemand doet mee">Meld eerst gezinnen aan voor deze groep.</EmptyState>
        </Card>
      ) : (
        <Form
          action={`/groepen/${data.group.id}/bijeenkomsten/${session.id}`}
          values={Object.keys(values).length === 0 ? known : values}
          errors={errors}
        >
          {here.map(({ id, familyName }, nr) => (
            <RadioGroup
              key={id}
              name={presenceField(id)}
              label={familyName ?? `Gezin ${nr + 1} (deelt niet meer wie het is)`}
              inline
              optional
              options={choicesOf(presences, presenceNames)}
            />
          ))}
          <ButtonRow>
            <Button>Bewaren</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

/** A meeting on another day, or not at all. */
export function MoveSessionPage({ data, session, values, errors }: Props) {
  const fresh = {
    onDay: formatShortDay(session.onDay),
    begins: session.begins,
    ends: session.ends,
    ...(session.cancelled ? { cancelled: "ja" } : {}),
  };
  return (
    <Page
      title="Bijeenkomst verplaatsen"
      width="narrow"
      back={back(data)}
      sub={`${data.group.name}, ${formatDay(session.onDay)}`}
      errors={errors}
    >
      <Form
        action={`/groepen/${data.group.id}/bijeenkomsten/${session.id}/verplaatsen`}
        values={Object.keys(values).length === 0 ? fresh : values}
        errors={errors}
      >
        <HiddenField name="version" value={String(session.version)} />
        <DateField name="onDay" label="Dag" />
        <TextField name="begins" label="Van" width="short" />
        <TextField name="ends" label="Tot" width="short" />
        <Checkbox name="cancelled" label="Deze bijeenkomst gaat niet door" hint="Bel de gezinnen zelf: Wieg stuurt hun niets." />
        <ButtonRow>
          <Button>Bewaren</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
