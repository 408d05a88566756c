import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag, type Tone } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { AskedPurpose } from "../consent.ts";
import { purposeNames, purposeWords } from "../consent.texts.ts";
import { sharesNothing } from "../rules/askedOf.ts";
import { stateOf } from "../rules/consentState.ts";
import type { Answer } from "../server/consent.store.ts";
import type { Consents } from "../server/readConsents.ts";
import { howGiven, partList, personName, recipientName } from "./answerWords.ts";

type Props = Readonly<{ base: string; purpose: AskedPurpose; consents: Consents }>;

/** One purpose: what was said about it, and what can be done with it. */
export function PurposeCard({ base, purpose, consents }: Props) {
  const all = consents.answers.filter((answer) => answer.purpose === purpose);
  const now = all.filter((answer) => ["in_force", "refused"].includes(stateOf(answer, consents.today)));
  const ask = `${base}/vragen/${purposeWords[purpose]}`;
  return (
    <Card
      title={purposeNames[purpose]}
      id={purposeWords[purpose]}
      tag={<PurposeTag now={now} asked={all.length > 0} />}
      action={
        <LinkButton href={ask} label={`${now.length === 0 ? "Vragen" : "Opnieuw vragen"}: ${purposeNames[purpose]}`}>
          {now.length === 0 ? "Vragen" : "Opnieuw vragen"}
        </LinkButton>
      }
    >
      {now.length === 0 ? (
        <p>{all.length === 0 ? "Dit is nog niet gevraagd." : "Wat eerder mocht, geldt niet meer. Het staat onder eerdere antwoorden."}</p>
      ) : (
        <Stack>
          {now.map((answer) => (
            <AnswerBlock key={answer.id} base={base} answer={answer} consents={consents} />
          ))}
        </Stack>
      )}
    </Card>
  );
}

function PurposeTag({ now, asked }: Readonly<{ now: readonly Answer[]; asked: boolean }>) {
  const given = now.filter((answer) => answer.given).length;
  const [tone, text]: readonly [Tone, string] =
    given > 0 && given < now.length
      ? ["info", "deels"]
      : given > 0
        ? ["ok", "mag"]
        : now.length > 0
          ? ["info", "nee"]
          : ["plain", asked ? "geldt niet meer" : "niet gevraagd"];
  return <Tag tone={tone}>{text}</Tag>;
}

function AnswerBlock({ base, answer, consents }: Readonly<{ base: string; answer: Answer; consents: Consents }>) {
  const person = personName(consents.persons, answer.aboutPerson);
  if (!answer.given)
    return (
      <div>
        <p>
          <b>Nee</b>, over {person}. {answer.reason !== null && <q>{answer.reason}</q>}
        </p>
        <p className="wieg-note">{howGiven(answer)} Het traject gaat gewoon door.</p>
      </div>
    );
  const recipient = answer.parts.length === 0 ? "Berichten zonder inhoud" : recipientName(answer);
  return (
    <div>
      <p>
        <b>{recipient}</b>, over {person}
        {answer.parts.length > 0 && <>: {partList(answer.parts)}</>}
        {answer.medicalToo && ", ook wat medisch is"}.{" "}
        {answer.until === null ? "Tot het wordt ingetrokken." : `Tot en met ${formatDay(answer.until)}.`}
      </p>
      <p className="wieg-note">{howGiven(answer)}</p>
      <ButtonRow>
        {answer.parts.length > 0 && !sharesNothing(answer.purpose as AskedPurpose) && (
          <LinkButton href={`${base}/${answer.id}/beperken`} variant="quiet" label={`Beperken: ${recipient}`}>
            Beperken
          </LinkButton>
        )}
        <ActionForm
          action={`${base}/${answer.id}/intrekken`}
          hidden={{ version: answer.version }}
          variant="quiet"
          button="Intrekken"
          label={`Intrekken: ${recipient}`}
          confirm={<Consequences answer={answer} recipient={recipient} />}
          confirmButton="Ja, intrekken"
        />
      </ButtonRow>
    </div>
  );
}

function Consequences({ answer, recipient }: Readonly<{ answer: Answer; recipient: string }>) {
  if (answer.parts.length === 0) return <p>Vanaf nu gaat er geen e-mail of sms meer naar dit gezin.</p>;
  return (
    <>
      <p>
        Vanaf de volgende klik ziet {recipient} dit niet meer: {partList(answer.parts)}. Mocht het ook om een andere reden, dan blijft dat
        deel open tot u ook dat intrekt.
      </p>
      <p>
        Wat {recipient} zelf opschreef, blijft daar bewaard. De hulp aan het gezin gaat door. Een bezoek of overleg waarvoor dit nodig is,
        kan pas weer als het gezin opnieuw ja zegt.
      </p>
    </>
  );
}
