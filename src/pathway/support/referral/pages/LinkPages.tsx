import { Alert } from "../../../../design/Alert.tsx";
import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { DateField } from "../../../../design/DateField.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Facts } from "../../../../design/Facts.tsx";
import { Form } from "../../../../design/Form.tsx";
import { HiddenField } from "../../../../design/HiddenField.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { TextArea } from "../../../../design/TextArea.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { declineReasons } from "../referral.ts";
import { declineReasonNames } from "../referral.texts.ts";
import type { Answered, LinkedRequest } from "../server/referralLink.store.ts";
import { languageWords, momentWords } from "./referralWords.ts";

type RequestProps = Readonly<{ token: string; code: string; request: LinkedRequest; values?: Values; errors?: Errors }>;

/** The request, without who it is about, and the answer. */
export function LinkRequestPage({ token, code, request, values = {}, errors = {} }: RequestProps) {
  return (
    <Page
      title={`Verzoek: ${request.offer}`}
      width="narrow"
      sub={`Van ${request.askedBy}, ${request.asking}${request.phone === null ? "" : `, ${request.phone}`}`}
      errors={errors}
    >
      <Card title="Wat wij vragen">
        <Facts
          facts={[
            { label: "Aan", value: request.asked },
            { label: "Voor", value: `een gezin in ${request.municipality ?? "de regio"}, ${momentWords(request)}` },
            { label: "Taal", value: languageWords(request) },
            { label: "Haast", value: request.urgent ? "ja" : "nee" },
            { label: "Graag antwoord voor", value: formatDay(request.answerBy) },
          ]}
        />
      </Card>
      {!request.allowed && (
        <Alert title="Ja zeggen kan nu niet" tone="soon">
          Het gezin staat op dit moment niet toe dat u weet om wie het gaat. Bel {request.askedBy}.
        </Alert>
      )}
      <Card title="Uw antwoord">
        <Form action={`/verwijzing/${token}/antwoord`} values={values} errors={errors} plain>
          <HiddenField name="code" value={code} />
          <RadioGroup
            name="answer"
            label="Kunt u helpen?"
            options={[
              { value: "accepted", label: "Ja", hint: "Daarna leest u een keer om wie het gaat" },
              { value: "waitlisted", label: "Nu niet, later wel" },
              { value: "declined", label: "Nee" },
            ]}
          />
          <TextField name="helper" label="Alleen bij ja: wie gaat helpen?" maxLength={120} />
          <DateField name="expectedOn" label="Alleen bij later: vanaf wanneer?" />
          <RadioGroup name="reason" label="Alleen bij nee: waarom?" options={choicesOf(declineReasons, declineReasonNames)} />
          <TextArea name="note" label="Toelichting" hint="Geen namen" optional rows={2} maxLength={500} />
          <ButtonRow>
            <Button>Antwoord versturen</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

/** Answered. Who said yes reads here, once, who it is about. */
export function LinkDonePage({ answered }: Readonly<{ answered: Answered }>) {
  return (
    <Page title="Dank u wel" width="narrow">
      <Alert title="Uw antwoord is verstuurd" tone="ok">
        De collega ziet het meteen. Deze link werkt niet meer.
      </Alert>
      {answered.family !== null && (
        <Card title="Om wie het gaat">
          <Facts
            facts={[
              { label: "Naam", value: answered.family },
              answered.question === null ? null : { label: "De vraag", value: <q>{answered.question}</q> },
            ]}
          />
          <p className="wieg-note">
            U ziet dit één keer. Spreek de eerste afspraak af met de collega die u vroeg: die weet hoe het gezin veilig te bereiken is.
          </p>
        </Card>
      )}
    </Page>
  );
}
