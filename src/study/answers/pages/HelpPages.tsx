import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { answerTexts } from "../answer.texts.ts";
import type { FillIn } from "../server/fillIn.ts";

/** What to say before filling in together. */
export function HelpStartPage({ fillIn: { list, pages }, base }: Readonly<{ fillIn: FillIn; base: string }>) {
  const questions = pages.reduce((sum, page) => sum + page.questions.length, 0);
  return (
    <Page
      title="Samen een vragenlijst invullen"
      width="narrow"
      back={{ href: base.replace("/vragenlijst", "/onderzoek"), label: "Onderzoek" }}
    >
      <p>Er staan {questions} vragen open. Lees ze voor, ook de antwoorden, en kies wat zij zegt. Leg niets uit en raad niets aan.</p>
      <p>
        U ziet niet wat zij eerder antwoordde, en na afloop ziet u ook deze antwoorden niet terug. Zij mag elke vraag overslaan en altijd
        stoppen.
      </p>
      <ButtonRow>
        <LinkButton href={`${base}/${Math.min(Number(list.reached ?? 0) + 1, pages.length)}`} variant="primary">
          {list.reached === null ? "Begin" : "Ga verder"}
        </LinkButton>
        <LinkButton href={`${base}/stoppen`} variant="quiet">
          Zij wil deze vragen niet beantwoorden
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

/** Asks once more. */
export function HelpStopPage({ base }: Readonly<{ base: string }>) {
  const words = answerTexts.nl.stopPage;
  return (
    <Page title={words.title} width="narrow" back={{ href: base, label: "Vragenlijst" }}>
      <p>{words.text}</p>
      <Form action={`${base}/stoppen`}>
        <ButtonRow>
          <Button>{words.yes}</Button>
          <LinkButton href={base} variant="quiet">
            {words.no}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
