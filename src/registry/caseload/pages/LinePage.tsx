import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { sayFinding } from "../caseload.texts.ts";
import { addressOf as sayAddress, nameOf } from "../rules/differences.ts";
import { isDouble, questionsOf } from "../rules/settle.ts";
import { toFamily } from "../rules/toFamily.ts";
import type { OpenedLine } from "../server/readUpload.ts";
import { lineStateWords, outcomeWords } from "../takeOver.texts.ts";
import { addressOf } from "./addresses.ts";
import { AnswerFields } from "./AnswerFields.tsx";
import { SideBySide } from "./SideBySide.tsx";

/** One line of a file: what was recognised, and what is asked about it. */
export function LinePage({ opened, values, errors }: { opened: OpenedLine; values: Values; errors: Errors }) {
  const { upload, line } = opened;
  const { word, tone } = lineStateWords[line.state];
  return (
    <Page
      title={`Regel ${line.line}`}
      heading={line.record ? nameOf(line.record) : `Regel ${line.line}`}
      tags={<Tag tone={tone}>{word}</Tag>}
      sub={`Regel ${line.line} van ${upload.fileName}`}
      back={{ href: addressOf.upload(upload.id), label: upload.fileName }}
      errors={errors}
      width="wide"
    >
      <Columns aside={<Recognised opened={opened} />}>
        {upload.state === "taking" && <Alert title="Er wordt overgenomen">U kunt antwoorden zodra dat klaar is.</Alert>}
        <Body opened={opened} values={values} errors={errors} />
      </Columns>
    </Page>
  );
}

function Body({ opened, values, errors }: { opened: OpenedLine; values: Values; errors: Errors }) {
  const { upload, line, known, earlier } = opened;
  if (line.state === "asked" && upload.layout) {
    const double = questionsOf(line.findings).find(isDouble);
    return (
      <>
        {double && earlier?.record && line.record && (
          <SideBySide
            title={`Naast regel ${earlier.line}`}
            columns={["Deze regel", `Regel ${earlier.line}`]}
            file={toFamily(line.record)}
            known={toFamily(earlier.record)}
          />
        )}
        <Card title={questionsOf(line.findings).length === 1 ? "Eén vraag" : "Vragen over deze regel"}>
          <Form action={addressOf.line(upload.id, line.line)} values={values} errors={errors}>
            <AnswerFields line={line} layout={upload.layout} />
            <ButtonRow>
              <Button>Antwoord vastleggen</Button>
            </ButtonRow>
          </Form>
          <LeaveOut upload={upload.id} line={line.line} />
        </Card>
      </>
    );
  }
  if ((line.state === "double" || line.state === "changed") && line.match && line.match.match.kind !== "new" && line.record && known)
    return (
      <SideBySide
        title=""
        columns={["In uw bestand", "In Wieg"]}
        file={toFamily(line.record)}
        known={known}
        decide={{ upload: upload.id, line }}
      />
    );
  return <Settled opened={opened} />;
}

/** A line that asks nothing (any more). */
function Settled({ opened }: { opened: OpenedLine }) {
  const { upload, line, next } = opened;
  const reasons = line.findings.filter(({ weight }) => weight !== "doubtful");
  return (
    <Card title={lineStateWords[line.state].word.replace(/^./, (letter) => letter.toUpperCase())}>
      {line.outcome !== null && (
        <p>
          {outcomeWords[line.outcome] ??
            "Deze regel kon niet worden opgeslagen. Kijk de gegevens na in uw eigen systeem en bied de regel opnieuw aan."}
        </p>
      )}
      {reasons.map((finding) => (
        <p key={`${finding.code}-${finding.field}`}>
          <b>{finding.column}</b>: {sayFinding(finding).reason}
        </p>
      ))}
      <ButtonRow>
        {line.trajectoryId !== null && line.state !== "failed" && (
          <LinkButton href={`/gezinnen/${line.trajectoryId}`}>Naar het gezin</LinkButton>
        )}
        {next !== null && <LinkButton href={addressOf.line(upload.id, next)}>Volgende vraag</LinkButton>}
      </ButtonRow>
      {line.state === "ready" && <LeaveOut upload={upload.id} line={line.line} />}
    </Card>
  );
}

function LeaveOut({ upload, line }: { upload: string; line: number }) {
  return <ActionForm action={`${addressOf.line(upload, line)}/overslaan`} button="Deze regel overslaan" variant="quiet" />;
}

function Recognised({ opened: { line } }: { opened: OpenedLine }) {
  const { record } = line;
  if (!record)
    return (
      <Card title="Zoals het er staat">
        <p>{(line.cells ?? []).filter((cell) => cell !== "").join(" · ")}</p>
      </Card>
    );
  const family = toFamily(record);
  const facts = [
    ["Cliëntnummer", record.clientNumber],
    ["Geboren", formatDay(record.birthDate)],
    ["A terme datum", formatDay(record.dueDate)],
    ["Adres", sayAddress(family.address)],
    ["Gemeente", record.municipality.name],
    ["Zorgverzekeraar", family.insurer],
    ["Kraamzorg", record.maternityCare.state === "not-registered" ? "nog niet aangemeld" : family.maternityCare],
    ["Pariteit", family.parity],
    ["Taal", record.language.written],
    ["Telefoon", family.phones.join(", ")],
    ["E-mail", family.email],
  ] as const;
  return (
    <Card title="Wat wij herkenden">
      <Facts facts={facts.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value }]))} />
    </Card>
  );
}
