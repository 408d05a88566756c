import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { readAnswers } from "../server/readAnswer.ts";
import { answerHref } from "./address.ts";

/** The answers that were released: for everybody with an account. */
export function AnswersPage({ answers }: Readonly<{ answers: Awaited<ReturnType<typeof readAnswers>> }>) {
  return (
    <Page
      title="Antwoorden van het onderzoek"
      sub="Wat er uit de studies naast Geboortezorg Flex is gekomen, zoals het onderzoeksteam het heeft vrijgegeven."
    >
      {answers.length === 0 && (
        <Card>
          <EmptyState title="Er is nog geen antwoord vrijgegeven">
            Een antwoord komt hier te staan zodra het onderzoeksteam het vrijgeeft.
          </EmptyState>
        </Card>
      )}
      {answers.map(({ resultId, study, content, releasedOn }) => (
        <Card
          key={resultId}
          title={study}
          tag={content.dataset.invented && <Tag tone="soon">verzonnen gegevens</Tag>}
          action={
            <LinkButton href={answerHref(resultId)} label={`Antwoord van ${study} lezen`}>
              Lezen
            </LinkButton>
          }
        >
          <p>{content.plan.question}</p>
          <p className="wieg-note">Vrijgegeven op {formatDay(releasedOn)}.</p>
        </Card>
      ))}
    </Page>
  );
}
