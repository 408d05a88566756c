import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { SittingPageData } from "../server/readSitting.ts";
import type { AgendaItem, ProposedCase } from "../sitting.ts";
import { whenOf } from "../sitting.texts.ts";

type Props = Readonly<{ data: SittingPageData; values: Values; errors: Errors }>;

/** The agenda, proposed from the cases that wait: first those that can't wait for the sitting after this one. */
export function AgendaPage({ data: { sitting, items, proposal, today }, values, errors }: Props) {
  const now = items.filter(({ state }) => state === "on_agenda");
  const askable = proposal.filter(({ question }) => question !== null);
  const unasked = proposal.length - askable.length;
  const proposed =
    sitting.state === "planned"
      ? [...now.map(({ caseId }) => caseId), ...askable.map(({ caseId }) => caseId)]
      : now.map(({ caseId }) => caseId);
  return (
    <Page
      title="Agenda"
      sub={`${sitting.series}, ${whenOf(sitting)}`}
      back={{ href: `/overleggen/zittingen/${sitting.id}`, label: sitting.series }}
      errors={errors}
    >
      <p>
        Vanaf nu zien wie aan tafel zit deze casussen: de vraag, de samenvatting waar het gezin mee akkoord is, en wat ieders eigen functie
        mag zien. Na het overleg ziet alleen wie de uitkomst noemt, het gezin nog.
      </p>
      {unasked > 0 && (
        <Alert title={unasked === 1 ? "Een casus heeft nog geen vraag" : `${unasked} casussen hebben nog geen vraag`} tone="soon">
          <p>
            Zonder vraag komt een casus niet op de agenda. Bel wie de casus inbrengt:{" "}
            {[...new Set(proposal.filter(({ question }) => question === null).map(calling))].join("; ")}.
          </p>
        </Alert>
      )}
      {now.length + askable.length === 0 ? (
        <EmptyState title="Er wacht geen casus">
          Er wacht geen gezin uit deze gemeenten met een vraag en met toestemming voor het overleg.
        </EmptyState>
      ) : (
        <Form action={`/overleggen/zittingen/${sitting.id}/agenda`} errors={errors} values={{ cases: proposed, ...values }}>
          <HiddenField name="version" value={sitting.version} />
          <CheckboxGroup
            name="cases"
            label="Welke casussen bespreekt u, in deze volgorde?"
            options={[...now.map(itemChoice), ...askable.map((one) => proposedChoice(one, sitting.heldOn, today))]}
          />
          <ButtonRow>
            <Button>Agenda vaststellen</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const itemChoice = ({ caseId, nr, family, question, broughtBy }: AgendaItem) => ({
  value: caseId,
  label: `${nr}. ${family === null ? "" : `Gezin ${family}: `}${question ?? ""}`,
  hint: `${broughtBy}, staat op de agenda`,
});

const proposedChoice = ({ caseId, question, organisation, dueOn, basis }: ProposedCase, heldOn: Day, today: Day) => ({
  value: caseId,
  label: question ?? "",
  hint: `${organisation}${basis === "evaluation" ? ", na een evaluatie van het plan" : ""}. ${dueOn < today ? `Had vóór ${formatDay(dueOn)} besproken moeten zijn` : dueOn < heldOn ? `Moet eerder: uiterlijk ${formatDay(dueOn)}` : `Uiterlijk ${formatDay(dueOn)}`}.`,
});

const calling = ({ organisation, phone }: ProposedCase): string => (phone === null ? organisation : `${organisation} (${phone})`);
