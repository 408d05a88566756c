import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import { themes } from "../interviews.ts";
import { sayStratum, stateNames, themeNames } from "../interviews.texts.ts";
import { possibleMoves } from "../rules/interviewMoves.ts";
import type { InterviewView } from "../server/readInterviews.ts";
import { interviewAddress, interviewsAddress } from "./address.ts";
import { Moves } from "./DrawPage.tsx";
import { NoteList } from "./NoteList.tsx";

type Props = Readonly<{ data: InterviewView; values: Values; errors: Errors }>;

/** One interview: how it stands, and what was said. */
export function InterviewPage({ data: { interview, notes }, values, errors }: Props) {
  const mayNote = interview.state === "agreed" || interview.state === "held";
  return (
    <Page
      title="Gesprek"
      sub={`${interview.who}, ${sayStratum(interview.stratum)}`}
      tags={<Tag tone="info">{stateNames[interview.state]}</Tag>}
      back={{ href: `${interviewsAddress}/${interview.drawId}`, label: "Loting" }}
      errors={errors}
    >
      <Card title="Stand">
        <p>
          Sinds {formatDay(interview.since)}.{interview.plannedOn !== null && ` Het gesprek is op ${formatDay(interview.plannedOn)}.`}
        </p>
        <ButtonRow>
          <Moves one={interview} />
        </ButtonRow>
        {possibleMoves(interview, "desk").includes("plan") && (
          <Form action={`${interviewAddress(interview.id)}/stap`} id="dag">
            <HiddenField name="stap" value="plan" />
            <HiddenField name="version" value={String(interview.version)} />
            <DateField name="dag" label="Dag van het gesprek" />
            <ButtonRow>
              <Button variant="secondary">Dag noteren</Button>
            </ButtonRow>
          </Form>
        )}
      </Card>
      <Card title="Wat er gezegd is">
        {notes.length === 0 ? (
          <EmptyState title="Nog niets genoteerd">Een aantekening staat bij een thema, zonder namen.</EmptyState>
        ) : (
          <NoteList notes={notes} />
        )}
        {!interview.mayQuote && <p className="wieg-hint">Deze persoon wordt niet aangehaald. Noteer in uw eigen woorden.</p>}
      </Card>
      {mayNote && (
        <Card title="Aantekening maken">
          <Form action={interviewAddress(interview.id)} values={values} errors={errors} id="aantekening">
            <Select name="thema" label="Thema" options={choicesOf(themes, themeNames)} />
            <TextArea
              name="tekst"
              label="Wat is er gezegd"
              rows={4}
              maxLength={4000}
              hint="Geen namen, geen adressen, niets waaraan iemand te herkennen is."
            />
            {interview.mayQuote && <Checkbox name="citaat" label="Dit zijn de eigen woorden van wie ik sprak" />}
            <ButtonRow>
              <Button>Bewaren</Button>
            </ButtonRow>
          </Form>
        </Card>
      )}
    </Page>
  );
}
