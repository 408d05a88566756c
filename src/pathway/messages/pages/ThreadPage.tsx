import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import { mayTalkWithFamily } from "../messages.ts";
import { slugOf, subjectHref } from "../messages.texts.ts";
import type { ThreadData } from "../server/readMessages.ts";
import { MessageList } from "./MessageList.tsx";
import { aboutWords, ThreadTag } from "./ThreadTable.tsx";

type Props = Readonly<{ data: ThreadData; corrects: number | null; values: Values; errors: Errors }>;
const roleOf = (role: string): string => (isRole(role) ? roleNames[role] : role);

/** One conversation: what was written, who reads along, and the answer. */
export function ThreadPage({ data, corrects, values, errors }: Props) {
  const { line, family, thread, messages, me, page, pages } = data;
  const base = `/gezinnen/${line.id}/berichten`;
  const here = `${base}/${thread.id}`;
  return (
    <Page
      title="Bericht"
      heading={thread.topic}
      tags={<ThreadTag thread={{ ...thread, unread: false }} />}
      sub={`${family}. ${aboutWords(thread)}`}
      width="wide"
      back={{ href: base, label: "Berichten" }}
      errors={errors}
    >
      <Columns aside={<Aside data={data} errors={errors} values={values} />} asideLabel="Over dit gesprek">
        {data.mother !== null && <MotherReads data={data} />}
        {pages > 1 && <Pagination page={page} pages={pages} label="Berichten" href={(nr) => `${here}?blad=${nr}`} />}
        <MessageList messages={messages} me={me} here={here} mayCorrect={thread.state === "open" && line.state === "open"} />
        {thread.unread && (
          <Card tone="soon">
            <p>Dit gesprek wacht ook op de lijst van uw team. Antwoorden haalt het eraf; hoeft er niets, druk dan hier.</p>
            <ActionForm action={`${here}/gezien`} button="Gezien voor het team" />
          </Card>
        )}
        <Answer data={data} corrects={corrects} values={values} errors={errors} here={here} />
      </Columns>
    </Page>
  );
}

/** Always in view where someone writes: the mother reads it too. */
function MotherReads({ data: { mother, messages } }: Readonly<{ data: ThreadData }>) {
  if (mother?.now?.reads !== true)
    return (
      <Alert title="De moeder leest nu niet mee" tone="soon">
        <p>Haar eigen pagina is gesloten. Begint zij weer, dan leest zij ook wat hier intussen is geschreven.</p>
      </Alert>
    );
  const last = messages.findLast(({ kind, fromFamily }) => kind === "words" && !fromFamily)?.number ?? 0;
  const read = mother.read;
  return (
    <Alert title="De moeder leest mee" tone="info">
      <p>
        Schrijf aan haar, in gewone woorden.{" "}
        {read === null
          ? "Zij heeft dit gesprek nog niet gelezen."
          : read.number >= last
            ? `Zij las alles, op ${formatMoment(read.at)}.`
            : `Zij las tot en met bericht ${read.number}, op ${formatMoment(read.at)}.`}
        {!mother.now.mailed && " Zij krijgt vanzelf geen e-mail over nieuwe berichten: bel haar als zij dit moet weten."}
      </p>
    </Alert>
  );
}

function Answer({ data: { line, thread, me, messages }, corrects, values, errors, here }: Props & Readonly<{ here: string }>) {
  if (line.state !== "open") return <Alert title="Deze lijn is afgesloten">Er kan niets meer bij worden geschreven.</Alert>;
  if (thread.state === "closed")
    return (
      <Card title="Dit gesprek is gesloten">
        <ActionForm action={`${here}/openen`} button="Weer openen" hidden={{ version: thread.version }} />
      </Card>
    );
  const wrong = messages.find(({ number, authorId }) => number === corrects && authorId === me);
  return (
    <Card title={wrong ? `Bericht ${wrong.number} verbeteren` : "Antwoorden"} id="antwoord">
      {wrong && <p>Uw eerdere bericht blijft staan, met erbij dat het verbeterd is.</p>}
      <Form
        action={here}
        id="answer"
        errors={errors}
        values={{ words: wrong?.words ?? "", ...values }}
        draft={`antwoord-${thread.id}-${wrong?.number ?? ""}`}
      >
        {wrong && <HiddenField name="corrects" value={wrong.number} />}
        <TextArea name="words" label="Bericht" rows={5} maxLength={5000} />
        <ButtonRow>
          <Button>{thread.withFamily ? "Versturen, ook aan de moeder" : "Versturen"}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function Aside({ data, values, errors }: Readonly<{ data: ThreadData; values: Values; errors: Errors }>) {
  const { line, thread, people, others, subject } = data;
  const here = `/gezinnen/${line.id}/berichten/${thread.id}`;
  return (
    <>
      {thread.subject && subject && (
        <Card title="Begonnen bij">
          <p>
            <a href={subjectHref(line.id, thread.subject)}>{subject.label}</a>
          </p>
        </Card>
      )}
      <Card title="Wie leest mee">
        <ul>
          {thread.withFamily && <li>De moeder, vanaf het eerste bericht</li>}
          {people.map((one) => (
            <li key={one.id}>
              {one.name ?? "Heel het team"}, {roleOf(one.role)} bij {one.organisation}
              {!one.works && " (werkt daar niet meer; het team leest mee)"}
              {!one.reads && " (leest nu niet mee: het gezin staat dit niet toe)"}
            </li>
          ))}
        </ul>
        {!thread.withFamily && line.state === "open" && mayTalkWithFamily(thread.part) && thread.subject?.kind !== "signal" && (
          <p className="wieg-note">
            De moeder leest dit gesprek niet, en wordt er ook later niet bij gezet.{" "}
            <a href={`/gezinnen/${line.id}/berichten/nieuw/${slugOf(thread.subject ?? thread.part)}?gezin=ja`}>
              Nieuw gesprek met het gezin
            </a>
          </p>
        )}
        <p className="wieg-note">
          Ook hun collega's in hetzelfde team lezen mee. Trekt het gezin toestemming in, dan is het gesprek meteen weg voor wie het niet
          meer mag lezen.
        </p>
      </Card>
      {thread.state === "open" && line.state === "open" && (
        <>
          {others.length > 0 && (
            <Card title="Iemand erbij">
              <Form action={`${here}/erbij`} id="add" errors={errors} values={values}>
                <Select
                  name="person"
                  label="Wie"
                  hint="Leest het gesprek vanaf het begin."
                  options={others.map((one) => ({
                    value: String(one.principal),
                    label: `${one.name ?? "Heel het team"}, ${roleOf(one.role)} bij ${one.organisation}`,
                  }))}
                />
                <Button variant="secondary">Toevoegen</Button>
              </Form>
            </Card>
          )}
          <Card title="Klaar?">
            <ActionForm action={`${here}/sluiten`} button="Gesprek sluiten" variant="quiet" hidden={{ version: thread.version }} />
          </Card>
        </>
      )}
    </>
  );
}
