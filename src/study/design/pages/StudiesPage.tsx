import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { Design, Readiness } from "../server/readDesign.ts";
import { HomeCard } from "../../desk/pages/door.ts";
import type { DeskHome } from "../../desk/server/door.ts";
import { armNames, sayCondition, sayOpening } from "../study.texts.ts";
import { armFacts, type Study } from "../study.ts";
import { PreviewCard, type Preview } from "./PreviewCard.tsx";

/** The studies: who belongs to which arm, what is asked when, and whether it can begin. */
export function StudiesPage({ design, home, preview }: Readonly<{ design: Design; home: DeskHome; preview: Preview }>) {
  const missing = design.instruments.filter(({ ready }) => !ready);
  return (
    <Page
      title="Onderzoek"
      sub="Wat werkt? Twee deelstudies naast Geboortezorg Flex, op wat de zorg zelf al vastlegt."
      width="wide"
      actions={
        <>
          <LinkButton href="/onderzoek/gegevens">Gegevens</LinkButton>
          <LinkButton href="/onderzoek/analyse">Analyse</LinkButton>
          <LinkButton href="/onderzoek/planning">Planning</LinkButton>
          <LinkButton href="/onderzoek/papier">Papier</LinkButton>
          <LinkButton href="/onderzoek/vragenlijsten">Vragenlijsten</LinkButton>
          <LinkButton href="/onderzoek/interviews">Gesprekken</LinkButton>
        </>
      }
    >
      {missing.length > 0 && <MissingAlert missing={missing} />}
      <HomeCard home={home} />
      {design.studies.map((study) => (
        <StudyCard key={study.code} study={study} instruments={design.instruments} />
      ))}
      <PreviewCard studies={design.studies} preview={preview} />
    </Page>
  );
}

function MissingAlert({ missing }: Readonly<{ missing: readonly Readiness[] }>) {
  return (
    <Alert title="Het veldwerk kan nog niet beginnen" tone="soon">
      <p>Van deze vragenlijsten is de gevalideerde Nederlandse tekst nog niet geladen:</p>
      <ul>
        {missing.map(({ form, title, id }) => (
          <li key={form}>{id === null ? title : <a href={`/onderzoek/vragenlijsten/${id}`}>{title}</a>}</li>
        ))}
      </ul>
    </Alert>
  );
}

function StudyCard({ study, instruments }: Readonly<{ study: Study; instruments: readonly Readiness[] }>) {
  return (
    <Card title={study.name} id={study.code}>
      <p>{study.question}</p>
      <Facts
        facts={study.arms.map(({ code, size, when }) => ({
          label: `${armNames[code]}, ${size} gezinnen`,
          value: armFacts.flatMap((fact) => (when[fact] ? [sayCondition(fact, when[fact])] : [])).join("; "),
        }))}
      />
      <DataTable
        caption={`Metingen van ${study.name}`}
        rows={study.waves}
        rowKey={({ code }) => code}
        columns={[
          { label: "Meting", heading: true, cell: ({ code }) => code, note: ({ name }) => name },
          { label: "Gaat open", cell: ({ anchor, opensAfter }) => sayOpening(anchor, opensAfter) },
          { label: "Herinnering", cell: ({ remindAfter }) => (remindAfter.length === 0 ? "geen" : `na ${remindAfter.join(" en ")} dagen`) },
          { label: "Te beantwoorden", cell: ({ expiresAfter }) => `${expiresAfter} dagen lang` },
          {
            label: "Vragenlijsten",
            cell: ({ instruments: asked }) => (
              <ul>
                {asked.map(({ form, language }) => (
                  <li key={form}>
                    <InstrumentName found={instruments.find((one) => one.form === form && one.language === language)} form={form} />
                  </li>
                ))}
              </ul>
            ),
            note: ({ mergedWith }) => mergedWith && `samen met ${mergedWith.wave} van de andere deelstudie in één lijst`,
          },
        ]}
      />
      <p className="wieg-note">
        Zolang de eerste lijst open staat, hoogstens {study.gateDays} dagen, hoort een gezin niet of het in aanmerking komt. De zorg wacht
        daar niet op.
      </p>
    </Card>
  );
}

function InstrumentName({ found, form }: Readonly<{ found: Readiness | undefined; form: string }>) {
  if (!found) return form;
  return (
    <>
      {found.title} {!found.ready && <Tag tone="soon">tekst ontbreekt</Tag>}
    </>
  );
}
