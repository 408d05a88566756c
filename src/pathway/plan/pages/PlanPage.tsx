import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import type { EntryKind } from "../familyPlan.ts";
import { entryNames, outcomeNames, standNames, wayNames } from "../familyPlan.texts.ts";
import type { PlanPageData } from "../server/readPlan.ts";
import { ChangesList } from "./ChangesList.tsx";
import { AgreementTable, PlanEntries } from "./PlanEntries.tsx";
import { memberName } from "./planWords.ts";
import { ProposalsCard } from "./ProposalsCard.tsx";

/** The one plan that everyone around the family works from [domain 3.5]. `problem`: why it could not be printed. */
export function PlanPage({ data, problem }: { data: PlanPageData; problem: string | null }) {
  const { line, family, mayWrite, sees } = data;
  const plan = `/gezinnen/${line.id}/plan`;
  const head = { title: "Gezinsplan", sub: familyHeading(family.members), back: { href: `/gezinnen/${line.id}`, label: "Gezin" } } as const;
  if (sees === "own") return <OwnAgreements data={data} />;
  const { text, tone } = standNames[data.stand];
  return (
    <Page
      {...head}
      width="wide"
      tags={<Tag tone={tone}>{text}</Tag>}
      actions={
        mayWrite ? (
          <ButtonRow>
            <LinkButton href={`${plan}/afspraken/nieuw`} variant="primary">
              Afspraak maken
            </LinkButton>
            <LinkButton href={`${plan}/doelen/nieuw`}>Doel toevoegen</LinkButton>
            <LinkButton href={`${plan}/vragen/nieuw`}>Vraag toevoegen</LinkButton>
          </ButtonRow>
        ) : undefined
      }
    >
      {problem !== null && (
        <Alert title="Dit kan nog niet op papier" tone="soon">
          <p>{problem}</p>
        </Alert>
      )}
      <Columns asideLabel="Akkoord en versies" aside={<Aside data={data} />}>
        {mayWrite && <ProposalsCard trajectoryId={line.id} proposals={data.proposals} />}
        <UnlinkedFactors data={data} />
        {data.stand === "empty" && data.content.questions.length === 0 && <Empty data={data} />}
        <PlanEntries trajectoryId={line.id} view={data} today={data.today} help={data.help} askHelp={data.askHelp} />
        {data.sees === "plan" && (
          <p>
            <a href={`/gezinnen/${line.id}/berichten/nieuw/gezinsplan-${line.id}`}>Schrijf een collega over dit plan</a>
          </p>
        )}
      </Columns>
    </Page>
  );
}

function Empty({ data: { mayWrite } }: { data: PlanPageData }) {
  return (
    <Card>
      <EmptyState title="Er staat nog niets in het plan">
        {mayWrite
          ? "Begin met wat het gezin zelf wil bereiken: een doel in eigen woorden. Spreek daarna af wie wat doet, en wanneer. Wat bij een huisbezoek of gesprek is gezegd, kunt u hierboven overnemen."
          : "Wie bij het gezin betrokken is, legt hier doelen en afspraken vast."}
      </EmptyState>
    </Card>
  );
}

/** What the family knows that plays a part and has no question yet: the step from signal to plan. */
function UnlinkedFactors({ data }: { data: PlanPageData }) {
  const linked = data.factors.map(({ code }) => code);
  const open = data.discussed.filter(({ code, kind }) => kind === "risk" && !linked.includes(code));
  if (!data.mayWrite || open.length === 0) return null;
  return (
    <Card title="Speelt nu, nog zonder vraag">
      <p className="wieg-hint">Uit signalen die met het gezin besproken zijn. Wil het gezin hier steun bij? Maak er samen een vraag van.</p>
      <ButtonRow>
        {open.map(({ code, label }) => (
          <LinkButton
            key={code}
            href={`/gezinnen/${data.line.id}/plan/vragen/nieuw?factor=${encodeURIComponent(code)}`}
            label={`Vraag maken bij: ${label}`}
          >
            {label}
          </LinkButton>
        ))}
      </ButtonRow>
    </Card>
  );
}

function Aside({ data }: { data: PlanPageData }) {
  const { line, family, versions, stand, content, mayWrite, waitsForConference } = data;
  const plan = `/gezinnen/${line.id}/plan`;
  const [newest] = versions;
  return (
    <>
      <Card title="Akkoord van het gezin" tone={stand === "draft" ? "soon" : undefined}>
        {newest ? (
          <Facts
            facts={[
              { label: `Versie ${newest.number}`, value: `${formatDay(newest.agreedOn)}, ${wayNames[newest.way]}` },
              { label: "Door", value: newest.agreedBy.map((id) => memberName(family, id)).join(" en ") },
              { label: "Vastgelegd door", value: newest.by },
            ]}
          />
        ) : (
          <p>Het gezin heeft nog niet ingestemd met een plan.</p>
        )}
        {newest && stand === "draft" && (
          <>
            <h3>Veranderd sinds versie {newest.number}</h3>
            <ChangesList before={newest.content} after={content} family={family} changes={data.changes} />
          </>
        )}
        <ButtonRow>
          {mayWrite && stand === "draft" && (
            <LinkButton href={`${plan}/akkoord`} variant="primary">
              Akkoord vastleggen
            </LinkButton>
          )}
          {stand !== "empty" && <LinkButton href={`${plan}/afdruk.pdf`}>Afdrukken (PDF)</LinkButton>}
        </ButtonRow>
      </Card>
      <Versions data={data} />
      <Evaluations data={data} />
      {mayWrite && waitsForConference === false && stand !== "empty" && (
        <Card title="Is er meer nodig?">
          <LinkButton href={`${plan}/overleg`}>Overleg vragen</LinkButton>
        </Card>
      )}
    </>
  );
}

function Versions({ data: { line, versions } }: { data: PlanPageData }) {
  if (versions.length === 0) return null;
  return (
    <Card title="Versies">
      <ul>
        {versions.map(({ id, number, agreedOn }) => (
          <li key={id}>
            <a href={`/gezinnen/${line.id}/plan/versies/${id}`}>
              Versie {number}, {formatDay(agreedOn)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Evaluations({ data }: { data: PlanPageData }) {
  if (data.evaluations.length === 0) return null;
  const about = (kind: EntryKind, id: string) =>
    (data[`${kind}s`] as readonly { id: string; wording: string }[]).find((one) => one.id === id)?.wording ?? entryNames[kind];
  return (
    <Card title="Hoe het ging">
      <DataTable
        caption="Evaluaties, de nieuwste eerst"
        rows={data.evaluations.slice(0, 20)}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Wat",
            heading: true,
            cell: ({ kind, subjectId }) => about(kind, subjectId),
            note: ({ on, by }) => `${formatDay(on)}, ${by}`,
          },
          { label: "Hoe", cell: ({ outcome }) => <Tag tone="plain">{outcomeNames[outcome]}</Tag>, note: ({ sentence }) => sentence },
        ]}
      />
    </Card>
  );
}

/** What a partner sees who reads only what she herself agreed to. */
function OwnAgreements({ data }: { data: PlanPageData }) {
  const { line, family, agreements, today } = data;
  const open = agreements.filter(({ state }) => state === "open");
  return (
    <Page title="Uw afspraken" sub={familyHeading(family.members)} width="normal" back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}>
      <Card>
        {open.length === 0 ? (
          <EmptyState title="Er staat geen afspraak op naam van uw organisatie">Is er iets afgesproken? Dan ziet u het hier.</EmptyState>
        ) : (
          <AgreementTable trajectoryId={line.id} view={data} today={today} agreements={open} />
        )}
      </Card>
    </Page>
  );
}
