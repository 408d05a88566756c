import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgressBar } from "../../../design/ProgressBar.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { analysisSentence, sayStep } from "../analysis.texts.ts";
import type { KeptPlan } from "../analysisPlan.ts";
import type { StudyAnalysis } from "../server/readAnalysis.ts";
import { analysisAddress, answerHref, studyHref } from "./address.ts";
import { PlanFacts } from "./PlanFacts.tsx";
import { shortHash } from "./words.ts";

/** One study: its plan with its versions, and the results made with a locked one. */
export function StudyAnalysisPage({ analysis }: Readonly<{ analysis: StudyAnalysis }>) {
  const { study, plans } = analysis;
  const [newest] = plans;
  return (
    <Page
      title={`Analyse ${study.name}`}
      heading={study.name}
      sub={study.question}
      back={{ href: analysisAddress, label: "Analyse" }}
      actions={<LinkButton href={studyHref(study.code, "/plan")}>{newest ? "Nieuwe versie van het plan" : "Plan opstellen"}</LinkButton>}
    >
      {newest ? (
        <PlanCard plan={newest} />
      ) : (
        <Card title="Analyseplan" id="plan">
          <EmptyState title="Er is nog geen plan" action={<LinkButton href={studyHref(study.code, "/plan")}>Plan opstellen</LinkButton>}>
            Zonder vastgesteld plan zijn uitkomsten per groep voor niemand te zien. Er staat een voorstel klaar.
          </EmptyState>
        </Card>
      )}
      {plans.length > 1 && <VersionsCard plans={plans} />}
      <MakeCard analysis={analysis} />
      <ResultsCard analysis={analysis} />
    </Page>
  );
}

function PlanCard({ plan }: Readonly<{ plan: KeptPlan }>) {
  return (
    <Card
      title={`Analyseplan, versie ${plan.number}`}
      id="plan"
      tag={plan.locked ? <Tag tone="ok">vastgesteld</Tag> : <Tag tone="soon">nog niet vastgesteld</Tag>}
    >
      <PlanFacts plan={plan} />
      {!plan.locked && (
        <ActionForm
          action={studyHref(plan.study, "/vaststellen")}
          button="Plan vaststellen"
          variant="primary"
          hidden={{ nummer: String(plan.number), hash: plan.sha256 }}
          confirm="U stelt deze versie vast, met uw naam, de dag en het controlegetal. Daarna kunnen uitkomsten per groep worden geopend. Een vastgesteld plan verandert niet meer: een volgende versie zegt waarom."
          confirmButton="Ja, vaststellen"
        />
      )}
    </Card>
  );
}

function VersionsCard({ plans }: Readonly<{ plans: readonly KeptPlan[] }>) {
  return (
    <Card title="Alle versies" id="versies">
      <DataTable
        caption="Versies van het analyseplan"
        rows={plans}
        rowKey={({ id }) => id}
        columns={[
          { label: "Versie", heading: true, cell: ({ number }) => number },
          { label: "Bewaard", cell: ({ madeAt }) => formatMoment(madeAt), note: ({ madeBy }) => madeBy },
          {
            label: "Vastgesteld",
            cell: ({ locked }) => (locked ? formatMoment(locked.at) : "nee"),
            note: ({ locked }) => locked?.by,
          },
          {
            label: "Waarom",
            cell: ({ why }) => why ?? "",
            note: ({ afterResult }) => (afterResult ? "gemaakt toen er al een uitkomst was" : null),
          },
          { label: "Controlegetal", cell: ({ sha256 }) => shortHash(sha256) },
        ]}
      />
      {plans.slice(1).map((plan) => (
        <Details key={plan.id} summary={`Wat stond er in versie ${plan.number}?`}>
          <PlanFacts plan={plan} />
        </Details>
      ))}
    </Card>
  );
}

function MakeCard({ analysis: { study, locked, data } }: Readonly<{ analysis: StudyAnalysis }>) {
  return (
    <Card title="Uitkomst maken" id="maken">
      {locked === null ? (
        <Alert title="Nog niet">
          <p>
            Stel eerst het plan vast. Tot die tijd gaan uitkomsten per groep niet open: niet hier, niet als bestand en niet in een uitvoer.
          </p>
        </Alert>
      ) : (
        <DataTable
          caption="Vastgezette datasets"
          rows={data}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Er is nog geen vastgezette dataset">
              Een antwoord rust op een dataset die niet meer verandert. Zet er eerst een vast.
            </EmptyState>
          }
          columns={[
            {
              label: "Dataset",
              heading: true,
              cell: ({ number }) => `nummer ${number}`,
              note: ({ sha256 }) => `controlegetal ${shortHash(sha256)}`,
            },
            { label: "Vastgezet", cell: ({ frozenOn }) => formatDay(frozenOn) },
            { label: "Mensen", cell: ({ people }) => people, numeric: true },
            {
              label: "Maken",
              action: true,
              cell: ({ id, number }) => (
                <ActionForm
                  action={studyHref(study.code, "/uitkomst")}
                  button={`Rekenen met plan versie ${locked.number}`}
                  label={`Rekenen met dataset ${number} en plan versie ${locked.number}`}
                  hidden={{ dataset: id }}
                />
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function ResultsCard({ analysis: { runs, results } }: Readonly<{ analysis: StudyAnalysis }>) {
  const [latest] = runs;
  return (
    <Card title="Uitkomsten" id="uitkomsten">
      {latest && (latest.state === "waiting" || latest.state === "running") && (
        <ProgressBar label="Er wordt gerekend" done={latest.stepsDone} total={latest.steps} text={sayStep(latest.step)} running />
      )}
      {latest?.state === "failed" && (
        <Alert title="De laatste keer is het niet gelukt" tone="late">
          <p>{analysisSentence({ code: latest.failure ?? "" })}</p>
        </Alert>
      )}
      <DataTable
        caption="Uitkomsten van deze studie"
        rows={results}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Er is nog geen uitkomst">
            Een uitkomst wordt gemaakt met een vastgesteld plan en een vastgezette dataset.
          </EmptyState>
        }
        columns={[
          { label: "Gemaakt", heading: true, cell: ({ madeAt }) => formatMoment(madeAt), note: ({ madeBy }) => madeBy },
          { label: "Plan", cell: ({ planNumber }) => `versie ${planNumber}` },
          { label: "Controlegetal", cell: ({ sha256 }) => shortHash(sha256) },
          { label: "Vrijgegeven", cell: ({ releasedOn }) => (releasedOn === null ? "nee" : formatDay(releasedOn)) },
          {
            label: "Bekijken",
            action: true,
            cell: ({ id, madeAt }) => (
              <LinkButton href={answerHref(id)} label={`Antwoord van ${formatMoment(madeAt)}`}>
                Antwoord
              </LinkButton>
            ),
          },
        ]}
      />
      {results.length > 0 && (
        <Facts
          facts={[
            {
              label: "Zelfde invoer, zelfde uitkomst",
              value: "Wie met hetzelfde plan en dezelfde dataset nog eens rekent, krijgt dezelfde uitkomst met hetzelfde controlegetal.",
            },
          ]}
        />
      )}
    </Card>
  );
}
