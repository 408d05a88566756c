import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { StudyStand } from "../server/readAnalysis.ts";
import { answersAddress, studyHref } from "./address.ts";
import { formatMoment } from "../../../kit/day.ts";

/** The studies with where their analysis stands. */
export function AnalysesPage({ stands }: Readonly<{ stands: readonly StudyStand[] }>) {
  return (
    <Page
      title="Analyse"
      heading="Analyse van de studies"
      sub="Eerst het plan, dan pas de uitkomsten. Elke studie heeft haar eigen plan en haar eigen antwoord: ze worden nooit samengevoegd."
      back={{ href: "/onderzoek", label: "Onderzoek" }}
      actions={<LinkButton href={answersAddress}>Vrijgegeven antwoorden</LinkButton>}
    >
      {stands.map(({ study, newest, results }) => (
        <Card
          key={study.code}
          title={study.name}
          tag={
            newest?.locked ? (
              <Tag tone="ok">plan vastgesteld</Tag>
            ) : (
              <Tag tone="soon">{newest ? "plan nog niet vastgesteld" : "nog geen plan"}</Tag>
            )
          }
          action={<LinkButton href={studyHref(study.code)}>Plan en uitkomsten</LinkButton>}
        >
          <p>{study.question}</p>
          <p className="wieg-note">
            {newest?.locked
              ? `Versie ${newest.number} is vastgesteld op ${formatMoment(newest.locked.at)}. ${results === 0 ? "Er is nog geen uitkomst gemaakt." : results === 1 ? "Er is 1 uitkomst." : `Er zijn ${results} uitkomsten.`}`
              : "Zolang het plan niet is vastgesteld, zijn uitkomsten per groep voor niemand te zien."}
          </p>
        </Card>
      ))}
    </Page>
  );
}
