import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import { armNames } from "../../design/study.texts.ts";
import type { Participant } from "../participation.ts";
import { studyPurposeNames } from "../participation.texts.ts";
import type { Reveal, Revealed } from "../server/key.store.ts";
import type { ArmChange } from "../server/participant.store.ts";

const stateWords: Readonly<Record<Reveal["state"], string>> = {
  asked: "wacht op u",
  granted: "toegestaan",
  refused: "geweigerd",
  over: "getoond",
};

/** The key keeper's page: what the desk asks, by pseudonym. A name stands on none of it. */
export function KeyPage({ reveals }: Readonly<{ reveals: readonly Reveal[] }>) {
  return (
    <Page
      title="Sleutel van het onderzoek"
      sub="Wie achter een pseudoniem zit, ziet u alleen als het onderzoek het vraagt en u het toestaat. Beide staan in het spoor."
      width="narrow"
    >
      {reveals.length === 0 && <EmptyState title="Er is niets gevraagd">Vraagt het onderzoek iets, dan staat het hier.</EmptyState>}
      {reveals.map((one) => (
        <Card key={one.id} title={`${one.code}: ${stateWords[one.state]}`} tone={one.state === "asked" ? "soon" : undefined}>
          <p>{one.reason}</p>
          <p className="wieg-note">
            Gevraagd door {one.askedBy} op {formatDay(one.askedOn)}.{one.answer === null ? "" : ` Antwoord: ${one.answer}`}
          </p>
          {one.state === "asked" && <AnswerRow one={one} />}
          {one.showable && (
            <ButtonRow>
              <ActionForm action={`/onderzoek/sleutel/${one.id}/tonen`} button="Toon één keer" variant="primary" />
            </ButtonRow>
          )}
        </Card>
      ))}
    </Page>
  );
}

function AnswerRow({ one }: Readonly<{ one: Reveal }>) {
  return (
    <>
      <ButtonRow>
        <ActionForm action={`/onderzoek/sleutel/${one.id}/toestaan`} button="Sta toe" variant="primary" label={`Sta toe: ${one.code}`} />
      </ButtonRow>
      <Details summary="Weigeren">
        <Form action={`/onderzoek/sleutel/${one.id}/weigeren`}>
          <TextArea name="why" label="Waarom niet?" rows={2} maxLength={2000} />
          <ButtonRow>
            <Button>Weiger</Button>
          </ButtonRow>
        </Form>
      </Details>
    </>
  );
}

/** Who she is, this once. */
export function RevealedPage({ who }: Readonly<{ who: Revealed }>) {
  return (
    <Page title={who.code} heading={`${who.code}: wie dit is`} width="narrow" back={{ href: "/onderzoek/sleutel", label: "Sleutel" }}>
      <Alert title="U ziet dit één keer" tone="soon">
        Schrijf de naam nergens bij het pseudoniem. Gaat u van deze pagina af, dan moet het onderzoek het opnieuw vragen.
      </Alert>
      <Card title={who.name}>
        <Facts
          facts={[
            { label: "Geboren", value: who.bornOn === null ? "niet bekend" : formatDay(who.bornOn) },
            { label: "Telefoon", value: who.phone ?? "geen nummer dat veilig is" },
            { label: "E-mail", value: who.email ?? "geen adres dat veilig is" },
            { label: "Gevraagd door", value: who.site },
          ]}
        />
      </Card>
    </Page>
  );
}

/** The research desk asks who it is. */
export function AskWhoPage({ code, values, errors }: Readonly<{ code: string; values: Values; errors: Errors }>) {
  return (
    <FormPage
      title={`Sleutel vragen voor ${code}`}
      sub="De sleutelbewaarder beslist, en ziet de naam. U niet."
      back={{ href: `/onderzoek/deelnemers/${code}`, label: code }}
      action={`/onderzoek/deelnemers/${code}/sleutel`}
      values={values}
      errors={errors}
      button="Vraag het aan"
      leave="Niet nu"
    >
      <TextArea
        name="why"
        label="Waarom is dit nodig?"
        hint="Geen naam, adres of iets anders waaruit blijkt wie het is."
        rows={3}
        maxLength={2000}
      />
    </FormPage>
  );
}

type ArmProps = Readonly<{ participant: Participant; changes: readonly ArmChange[]; values: Values; errors: Errors }>;
const armWord = (arm: ArmChange["fromArm"]): string => (arm === null ? "niet bekend" : armNames[arm]);

/** An arm that turned out to be wrong: what it was stays readable. */
export function ArmPage({ participant, changes, values, errors }: ArmProps) {
  const { code } = participant;
  const fixed = participant.studies.filter(({ armFixedOn }) => armFixedOn !== null);
  const back = { href: `/onderzoek/deelnemers/${code}`, label: code };
  const earlier = changes.length > 0 && (
    <Card title="Eerdere correcties">
      <ul>
        {changes.map((one) => (
          <li key={`${one.study} ${one.on} ${one.why}`}>
            {formatDay(one.on)}, {one.study}: van {armWord(one.fromArm)} naar {armWord(one.toArm)}. {one.why} ({one.by})
          </li>
        ))}
      </ul>
    </Card>
  );
  if (fixed.length === 0)
    return (
      <Page title={`Groep van ${code}`} width="narrow" back={back}>
        <EmptyState title="De groep staat nog niet vast">Dat gebeurt als de eerste lijst is ingevuld, geweigerd of verlopen.</EmptyState>
        <LinkButton href={back.href}>Terug</LinkButton>
      </Page>
    );
  return (
    <FormPage
      title={`Groep van ${code} verbeteren`}
      sub="De groep van toen blijft te lezen. Wat later in de zorg gebeurt, is geen reden."
      back={back}
      action={`/onderzoek/deelnemers/${code}/arm`}
      values={{ study: fixed[0]?.study ?? "", ...values }}
      errors={errors}
      button="Leg de correctie vast"
      leave="Niet nu"
      below={earlier}
    >
      <RadioGroup
        name="study"
        label="In welk onderzoek?"
        options={fixed.map(({ study, arm }) => ({
          value: study,
          label: studyPurposeNames[study as keyof typeof studyPurposeNames] ?? study,
          hint: `nu: ${armWord(arm)}`,
        }))}
      />
      <RadioGroup
        name="to"
        label="Welke groep is juist?"
        inline
        options={[
          { value: "intervention", label: armNames.intervention },
          { value: "control", label: armNames.control },
        ]}
      />
      <TextArea name="why" label="Waarom?" hint="Zonder iets waaruit blijkt wie het is." rows={3} maxLength={2000} />
    </FormPage>
  );
}
