import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { factorsNow, notesOf, type Note } from "../rules/notesOf.ts";
import type { Signals } from "../server/readSignals.ts";
import type { SignalRow } from "../server/signal.store.ts";
import type { SignalOutcome } from "../signal.ts";
import { careKindNames, outcomeWords } from "../signal.texts.ts";
import { aboutWhom, byWhom } from "./aboutWhom.ts";
import { FactorTags } from "./FactorTags.tsx";

export interface NoteView {
  readonly signals: Signals;
  readonly mine: boolean;
  readonly mayAssess: boolean;
  readonly errors?: Errors;
  readonly values?: Values;
}

/** One signal: what was noted, how it stands, and the next step. */
export function SignalNotePage({ signals, mine, mayAssess, errors = {}, values = {} }: NoteView) {
  const [note] = notesOf(signals.rows);
  if (!note) return null;
  const { first } = note;
  const address = `/gezinnen/${signals.trajectoryId}`;
  return (
    <Page
      title="Signaal"
      width="narrow"
      errors={errors}
      back={{ href: `${address}/signalen`, label: "Signalen" }}
      tags={<State first={first} />}
      sub={`Gezien op ${formatDay(first.observedOn)}, over ${aboutWhom(first)}`}
    >
      <NextStep signals={signals} note={note} mine={mine} mayAssess={mayAssess} address={address} />
      {note.rows.map((row) => (
        <Card
          key={row.id}
          title={note.rows.length > 1 ? `Het ${row.careKind === "medical" ? "medische" : "sociale"} deel` : "Wat er is gezien"}
          tag={<Tag>{careKindNames[row.careKind]}</Tag>}
        >
          <p>
            <FactorTags codes={row.factors} factors={signals.factors} urgent={row.urgent} />
          </p>
          {row.seen !== null && <p className="wieg-words">{row.seen}</p>}
        </Card>
      ))}
      <Card title="Hoe het staat">
        <Facts
          facts={[
            { label: "Vastgelegd", value: `${formatDay(first.recordedOn)}, ${byWhom(first)}` },
            {
              label: "Besproken",
              value: first.discussedOn ? formatDay(first.discussedOn) : "nog niet: alleen de eigen organisatie ziet dit",
            },
            first.withdrawnReason ? { label: "Ingetrokken", value: first.withdrawnReason } : null,
          ]}
        />
        {mine && <Moves note={note} address={address} today={signals.today} errors={errors} values={values} />}
      </Card>
      {mine && first.discussedOn !== null && <Outcomes signals={signals} note={note.id} address={address} />}
      {first.discussedOn !== null && first.state === "open" && (
        <p>
          <a href={`${address}/berichten/nieuw/signaal-${note.id}`}>Schrijf een collega hierover</a>
        </p>
      )}
    </Page>
  );
}

/** What was done with it, for who noted it: as far as the family allows. */
function Outcomes({ signals: { outcomes, told, trajectoryId }, note, address }: { signals: Signals; note: string; address: string }) {
  const to = ({ what, subjectId }: SignalOutcome) =>
    subjectId === null ? null : `/gezinnen/${trajectoryId}/${what === "help" ? "verwijzingen" : "huisbezoeken"}/${subjectId}`;
  return (
    <Card title="Wat ermee is gedaan">
      {outcomes.length === 0 ? (
        <p>Nog niets waar u van mag weten. Gebeurt er iets, dan staat het hier en in Mijn werk.</p>
      ) : (
        <ul>
          {outcomes.map((one) => {
            const href = to(one);
            return (
              <li key={`${one.what} ${one.subjectId ?? one.on}`}>
                {formatDay(one.on)}: {href === null ? outcomeWords(one) : <a href={href}>{outcomeWords(one)}</a>}
              </li>
            );
          })}
        </ul>
      )}
      {told && <ActionForm action={`${address}/signalen/${note}/gelezen`} button="Gelezen" />}
    </Card>
  );
}

function State({ first }: { first: SignalRow }) {
  if (first.state === "withdrawn") return <Tag>ingetrokken</Tag>;
  return first.discussedOn === null ? <Tag tone="soon">nog niet besproken</Tag> : <Tag tone="ok">besproken</Tag>;
}

type Parts = { signals: Signals; note: Note<SignalRow>; mine: boolean; mayAssess: boolean; address: string };

/** What comes next is offered, not searched [screens.md]. */
function NextStep({ signals, note, mine, mayAssess, address }: Parts) {
  if (note.first.state === "withdrawn") return null;
  const { risk } = factorsNow(note.rows, signals.factors);
  const urgent = risk.some((factor) => factor.urgent);
  if (note.first.discussedOn === null && mine)
    return (
      <Alert tone="soon" title="Eerst bespreken">
        <p>Bespreek met het gezin wat u zag. Tot dan ziet alleen uw eigen organisatie dit signaal.</p>
        {urgent && mayAssess && (
          <p>
            Kan het niet wachten? Dan kunt u <a href={`${address}/inschatting`}>nu al een inschatting maken</a>.
          </p>
        )}
      </Alert>
    );
  return (
    <Alert tone={urgent ? "late" : "info"} title={urgent ? "Dit kan niet wachten" : "En nu?"}>
      {mayAssess ? (
        <ButtonRow>
          <LinkButton href={`${address}/inschatting`} variant="primary">
            Inschatting maken
          </LinkButton>
          <LinkButton href={address}>Naar het gezin</LinkButton>
        </ButtonRow>
      ) : (
        <p>
          De verloskundige of de jeugdverpleegkundige maakt de inschatting. Zij ziet dit signaal als het gezin dat goed vindt.{" "}
          <a href={address}>Naar het gezin</a>
        </p>
      )}
    </Alert>
  );
}

function Moves({
  note,
  address,
  today,
  errors,
  values,
}: {
  note: Note<SignalRow>;
  address: string;
  today: string;
  errors: Errors;
  values: Values;
}) {
  const { first } = note;
  const at = `${address}/signalen/${note.id}`;
  if (first.state === "withdrawn")
    return <ActionForm action={`${at}/terugzetten`} button="Intrekken ongedaan maken" hidden={{ version: first.version }} />;
  return (
    <>
      {first.discussedOn === null && (
        <Form
          id="bespreken"
          action={`${at}/besproken`}
          errors={"day" in errors || "form" in errors ? errors : {}}
          values={{ day: formatShortDay(today), ...values }}
        >
          <input type="hidden" name="version" value={first.version} />
          <DateField name="day" label="Op welke dag hebt u het besproken?" />
          <Button>Het is besproken</Button>
        </Form>
      )}
      <Details summary="Signaal intrekken" open={"reason" in errors}>
        <Form id="intrekken" action={`${at}/intrekken`} errors={"reason" in errors ? errors : {}} values={values}>
          <input type="hidden" name="version" value={first.version} />
          <TextArea
            name="reason"
            label="Waarom klopt het niet, of speelt het niet meer?"
            rows={2}
            maxLength={5000}
            hint="Het signaal blijft bewaard en telt niet meer mee. U kunt dit ongedaan maken."
          />
          <Button variant="secondary">Intrekken</Button>
        </Form>
      </Details>
    </>
  );
}
