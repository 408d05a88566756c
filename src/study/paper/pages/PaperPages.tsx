import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { AnswerPage } from "../../answers/answers.ts";
import { sayFormCode } from "../../waves/server/door.ts";
import { sayStep } from "../paper.texts.ts";
import { onPaper, type FormToDo, type PaperForm } from "../paper.ts";
import type { ToPrint } from "../server/paper.store.ts";
import { questionsOf } from "../server/papers.ts";

type Papers = Readonly<{ toPrint: readonly ToPrint[]; toDo: readonly FormToDo[]; typed: string; unknown: boolean }>;

/** Lists that go by post: what to print, what to enter. */
export function PapersPage({ toPrint, toDo, typed, unknown }: Papers) {
  return (
    <Page title="Papier" heading="Lijsten op papier" width="wide" back={{ href: "/onderzoek", label: "Onderzoek" }}>
      <Card title="Een formulier invoeren">
        <p>Het nummer staat bovenaan het formulier. Elk formulier wordt door twee mensen ingevoerd, zonder elkaars invoer te zien.</p>
        <Form
          action="/onderzoek/papier"
          method="get"
          values={{ nummer: typed }}
          errors={
            unknown
              ? {
                  nummer:
                    "Dit nummer klopt niet. Is het niet te lezen, leg het formulier dan apart: zonder nummer wordt het niet ingevoerd.",
                }
              : {}
          }
        >
          <TextField name="nummer" label="Nummer van het formulier" />
          <ButtonRow>
            <Button>Zoek</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title="Nog niet klaar">
        <DataTable
          caption="Formulieren die nog een keer worden ingevoerd, of waar een derde naar kijkt"
          rows={toDo}
          rowKey={({ code }) => code}
          columns={[
            { label: "Formulier", heading: true, cell: ({ code }) => <a href={`/onderzoek/papier/${code}`}>{sayFormCode(code)}</a> },
            { label: "Wat nog", cell: ({ entries, differ }) => (entries < 2 ? "tweede invoer" : `${differ} verschillen, voor een derde`) },
          ]}
        />
      </Card>
      <Card title="Af te drukken">
        <DataTable
          caption="Open lijsten op papier, en lijsten waar geen veilig adres voor is"
          rows={toPrint}
          rowKey={({ askId }) => askId}
          columns={[
            { label: "Deelnemer", heading: true, cell: ({ participant }) => participant },
            { label: "Waarom", cell: ({ told }) => (told === "no_address" ? "geen veilig e-mailadres" : "op papier") },
            { label: "Laatste dag", cell: ({ expiresOn }) => formatDay(expiresOn) },
            { label: "Afgedrukt", cell: ({ printedOn }) => (printedOn === null ? "nog niet" : formatDay(printedOn)) },
            {
              label: "Formulier",
              cell: ({ askId, participant }) => (
                <ActionForm
                  action={`/onderzoek/papier/druk-af/${askId}`}
                  button="Druk af"
                  label={`Druk het formulier van ${participant} af`}
                  variant="secondary"
                />
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

type Entry = Readonly<{ data: { form: PaperForm; pages: readonly AnswerPage[] }; values: Values; errors: Errors }>;

/** One entry of a form: what stands on the paper, and nothing of what another read there. */
export function FormEntryPage({ data: { form, pages }, values, errors }: Entry) {
  const questions = questionsOf(form, pages);
  const open = ["first", "second", "settle"].includes(form.step);
  const number = sayFormCode(form.code);
  return (
    <Page title={`Formulier ${number}`} back={{ href: "/onderzoek/papier", label: "Lijsten op papier" }} sub={sayStep[form.step]}>
      {!open && (
        <Alert title="Hier is niets in te voeren" tone="info">
          <p>{sayStep[form.step]}</p>
        </Alert>
      )}
      {["first"].includes(form.step) && (
        <ButtonRow>
          <LinkButton href={`/onderzoek/papier/${form.code}/formulier.pdf`} download>
            Formulier (PDF)
          </LinkButton>
        </ButtonRow>
      )}
      {open && (
        <Form action={`/onderzoek/papier/${form.code}`} values={values} errors={errors}>
          {questions.map(({ item, number: nth, text, language, options }) => (
            <div key={item} lang={language}>
              <RadioGroup
                name={item}
                label={`${nth}. ${text}`}
                options={[
                  ...options.map(({ code, label }) => ({ value: code, label })),
                  { value: onPaper.empty, label: <span lang="nl">Niets ingevuld</span> },
                  { value: onPaper.unreadable, label: <span lang="nl">Niet te lezen, of twee kruisen</span> },
                ]}
              />
            </div>
          ))}
          <ButtonRow>
            <Button>{form.step === "settle" ? "Dit staat er" : "Bewaar deze invoer"}</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}
