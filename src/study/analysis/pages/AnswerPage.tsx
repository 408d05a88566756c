import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { formatDay } from "../../../kit/day.ts";
import { answerSections } from "../documents/answerSections.ts";
import { deskSections } from "../documents/deskSections.ts";
import type { Answer } from "../server/readAnswer.ts";
import { answerHref, answersAddress, studyHref } from "./address.ts";
import { AnswerCard } from "./AnswerBlocks.tsx";

/** The answer of one study, in words for who is no researcher; the research desk has every number below it. */
export function AnswerPage({ answer }: Readonly<{ answer: Answer }>) {
  const { id, study, released, full } = answer;
  const sections = answerSections(released, study);
  return (
    <Page
      title={`Antwoord ${study.name}`}
      heading={study.name}
      sub="Wat de cijfers zeggen, en wat niet. Een vergelijking van twee groepen, naar de vier doelen van de Quadruple Aim."
      back={full ? { href: studyHref(study.code), label: "Analyse" } : { href: answersAddress, label: "Antwoorden" }}
      actions={
        <>
          <LinkButton href={answerHref(id, "/antwoord.pdf")} download>
            Antwoord (PDF)
          </LinkButton>
          <LinkButton href={answerHref(id, "/cijfers.csv")} download>
            Cijfers (CSV)
          </LinkButton>
          {full && (
            <LinkButton href={answerHref(id, "/script.R")} download>
              R-script
            </LinkButton>
          )}
        </>
      }
    >
      {released.dataset.invented && (
        <Alert title="Dit zijn verzonnen gegevens" tone="soon">
          <p>Ze zijn gemaakt om te laten zien hoe een antwoord eruitziet. Er doet niemand aan mee, en er volgt niets uit.</p>
        </Alert>
      )}
      {full && <ReleaseAlert answer={answer} />}
      <SectionNav label="Op deze pagina" items={sections.map((section) => ({ href: `#${section.id}`, label: section.heading }))} />
      {[...sections, ...(full ? deskSections(full.content) : [])].map((section) => (
        <AnswerCard key={section.id} section={section} />
      ))}
    </Page>
  );
}

function ReleaseAlert({ answer: { id, releasedOn } }: Readonly<{ answer: Answer }>) {
  if (releasedOn !== null)
    return (
      <Alert title={`Vrijgegeven op ${formatDay(releasedOn)}`} tone="ok">
        <p>Iedereen met een account leest dit antwoord, tot en met “Wie deden mee”. Wat daaronder staat, ziet alleen het onderzoeksteam.</p>
      </Alert>
    );
  return (
    <Alert title="Alleen het onderzoeksteam ziet dit">
      <p>
        Na het vrijgeven leest iedereen met een account, zoals de projectgroep en gemeenten, dit antwoord tot en met “Wie deden mee”.
        Aantallen mensen staan daar alleen als hele tientallen.
      </p>
      <ActionForm
        action={answerHref(id, "/vrijgeven")}
        button="Antwoord vrijgeven"
        confirm="U geeft dit antwoord vrij voor iedereen met een account. Het verandert daarna niet meer, en kan niet worden teruggehaald."
        confirmButton="Ja, vrijgeven"
      />
    </Alert>
  );
}
