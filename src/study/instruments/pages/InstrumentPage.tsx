import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import type { Instrument, Score } from "../instrument.ts";
import { methodNames, sayLanguage, sayMeasure } from "../instrument.texts.ts";
import type { ListedInstrument } from "../server/readInstruments.ts";
import { ValidatedTag } from "./InstrumentsPage.tsx";

/** What was chosen on the page to see what it would count; nothing of it is kept. */
export interface Tried {
  readonly chosen: Readonly<Record<string, string>>;
  readonly score: Score;
}

/** One questionnaire: how it reads, how it counts, and what a set of answers would give. */
export function InstrumentPage({ listed, tried }: Readonly<{ listed: ListedInstrument; tried: Tried | null }>) {
  const { id, instrument } = listed;
  const { questionnaire } = instrument;
  return (
    <Page
      title={questionnaire.title}
      back={{ href: "/onderzoek/vragenlijsten", label: "Vragenlijsten" }}
      actions={
        <LinkButton href={`/onderzoek/vragenlijsten/${id}/fhir.json`} variant="quiet">
          Als FHIR (JSON)
        </LinkButton>
      }
    >
      <AboutCard instrument={instrument} />
      {tried && <ScoreCard instrument={instrument} score={tried.score} />}
      <Card title="Zo leest het">
        <p lang={questionnaire.language}>{questionnaire.description}</p>
        <Form action={`/onderzoek/vragenlijsten/${id}`} method="get" values={tried?.chosen ?? {}}>
          {questionnaire.item.map(({ linkId, text, answerOption }, at) => (
            <RadioGroup
              key={linkId}
              name={linkId}
              label={`${at + 1}. ${text}`}
              optional
              options={answerOption.map(({ valueCoding }) => ({ value: valueCoding.code, label: valueCoding.display }))}
            />
          ))}
          <ButtonRow>
            <Button>Laat de score zien</Button>
          </ButtonRow>
          <p className="wieg-note">Dit is om de vragenlijst te bekijken. Er wordt niets bewaard.</p>
        </Form>
      </Card>
    </Page>
  );
}

function AboutCard({ instrument: { scale, questionnaire, validated, source } }: Readonly<{ instrument: Instrument }>) {
  return (
    <Card title="Over deze vragenlijst">
      <Facts
        facts={[
          { label: "Meet", value: sayMeasure(scale.measure) },
          { label: "Vorm en versie", value: `${scale.form}, ${scale.version}` },
          { label: "Taal", value: sayLanguage(questionnaire.language) },
          { label: "Mag uit", value: <ValidatedTag validated={validated} /> },
          { label: "Score", value: `${methodNames[scale.method]}, antwoorden van ${scale.least} tot ${scale.most}` },
          scale.reversed.length > 0 && { label: "Omgekeerd geteld", value: scale.reversed.join(", ") },
          { label: "Ontbrekende antwoorden", value: scale.mayMiss === 0 ? "geen score als er een ontbreekt" : `hooguit ${scale.mayMiss}` },
          scale.bands.length > 0 && {
            label: "Groepen",
            value: scale.bands.map(({ label, from, to }) => `${label} ${decimal(from)} tot en met ${decimal(to)}`).join("; "),
          },
          { label: "Bron", value: source },
          { label: "Rechten", value: questionnaire.copyright },
        ]}
      />
    </Card>
  );
}

function ScoreCard({ instrument: { scale, questionnaire }, score }: Readonly<{ instrument: Instrument; score: Score }>) {
  const number = (linkId: string) => questionnaire.item.findIndex((item) => item.linkId === linkId) + 1;
  if (score.outcome === "out-of-range")
    return <Alert title={`Vraag ${number(score.item)} heeft een antwoord dat niet bestaat`} tone="late" />;
  if (score.outcome === "no-score")
    return (
      <Alert title="Geen score" tone="soon">
        <p>Zonder antwoord bij vraag {score.missing.map(number).join(", ")} telt deze schaal niet.</p>
      </Alert>
    );
  return (
    <Alert title={`Score ${decimal(score.value)}${score.band === null ? "" : `: ${score.band}`}`} tone="info">
      <p>
        Vorm {scale.form}, versie {scale.version}.{score.missing.length > 0 && ` Zonder vraag ${score.missing.map(number).join(", ")}.`}
        {score.contradicts && " Let op: de omgekeerde vragen spreken de andere tegen."}
      </p>
    </Alert>
  );
}

const decimal = (value: number): string => value.toLocaleString("nl-NL", { maximumFractionDigits: 2 });
