import { ActionForm } from "../../design/ActionForm.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import { Checkbox } from "../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../design/CheckboxGroup.tsx";
import { DateField } from "../../design/DateField.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { HiddenField } from "../../design/HiddenField.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import type { ConsentAsk, Relative } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { sayRole } from "../portalWords.ts";
import { PortalFrame } from "./PortalFrame.tsx";

type Props = Readonly<{ me: Relative; ask: ConsentAsk }>;
const at = (ask: ConsentAsk): string => `/mijn/toestemming/vraag/${ask.id}`;
const roleOf = (role: string, me: Relative): string =>
  role === "conference" ? portalTexts[me.language].consents.everyone : sayRole(role, me.language);

/** What is asked of her, in her consents and on her first page. */
export function AskCard({ me, ask }: Props) {
  const { asks, consents } = portalTexts[me.language];
  return (
    <Card title={asks.title} tone={me.hasLoss ? undefined : "soon"}>
      <p>{asks.questions[ask.purpose]}</p>
      <LinkButton href={at(ask)} variant={me.hasLoss ? "secondary" : "primary"} label={`${asks.look}: ${consents.purposes[ask.purpose]}`}>
        {asks.look}
      </LinkButton>
    </Card>
  );
}

/** One question: to whom, which parts, what for, until when. Yes, yes to less, or no. */
export function AskedPage({ me, ask }: Props) {
  const texts = portalTexts[me.language];
  const { asks, consents } = texts;
  return (
    <PortalFrame language={me.language} heading={asks.questions[ask.purpose]} sub={asks.lead} me={me}>
      <Card title={asks.whom}>
        <ul>
          {ask.recipients.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {ask.roles.map((role) => (
            <li key={role}>{roleOf(role, me)}</li>
          ))}
        </ul>
      </Card>
      <Card title={asks.see}>
        <ul>
          {ask.parts.map((part) => (
            <li key={part}>{consents.parts[part]}</li>
          ))}
          {ask.medicalToo && <li>{asks.medical}</li>}
        </ul>
      </Card>
      <p>{ask.until === null ? asks.noUntil : asks.until(texts.day(ask.until))}</p>
      {ask.earlier && <p>{asks.earlier}</p>}
      <p>{asks.mayNo}</p>
      {me.ended ? (
        <p>{texts.plan.ended}</p>
      ) : (
        <ButtonRow>
          <ActionForm action={`${at(ask)}/ja`} hidden={{ versie: ask.version }} button={asks.yes} variant="primary" />
          <LinkButton href={`${at(ask)}/minder`}>{asks.less}</LinkButton>
          <ActionForm action={`${at(ask)}/nee`} hidden={{ versie: ask.version }} button={asks.no} />
        </ButtonRow>
      )}
      <p className="wieg-note">{asks.askedBy(ask.askedBy, ask.askedFor, texts.day(ask.askedOn))}</p>
    </PortalFrame>
  );
}

/** She takes away what she does not want; who it is is always known to whom she allows anything. */
export function LessPage({ me, ask, values, errors }: Props & Readonly<{ values: Values; errors: Errors }>) {
  const { asks, consents } = portalTexts[me.language];
  const parts = ask.parts.filter((part) => part !== "identity");
  const whom = [
    ...ask.recipients.map(({ id, name }) => ({ value: id, label: name })),
    ...ask.roles.map((role) => ({ value: role, label: roleOf(role, me) })),
  ];
  return (
    <PortalFrame language={me.language} heading={asks.lessTitle} sub={asks.lessText} errors={errors} me={me}>
      <Form
        action={`${at(ask)}/minder`}
        errors={errors}
        values={{ wie: whom.map(({ value }) => value), wat: parts, medisch: ask.medicalToo ? "ja" : "", ...values }}
      >
        <HiddenField name="versie" value={ask.version} />
        <CheckboxGroup name="wie" label={asks.whom} options={whom} />
        {parts.length > 0 && (
          <CheckboxGroup
            name="wat"
            label={asks.see}
            {...(ask.parts.includes("identity") ? { hint: asks.always } : {})}
            options={parts.map((part) => ({ value: part, label: consents.parts[part] }))}
          />
        )}
        {ask.medicalToo && <Checkbox name="medisch" label={asks.medicalToo} />}
        <DateField name="tot" label={asks.lessUntil} hint={asks.lessUntilHint} optional />
        <ButtonRow>
          <Button>{asks.lessSend}</Button>
          <LinkButton href={at(ask)}>{asks.back}</LinkButton>
        </ButtonRow>
      </Form>
    </PortalFrame>
  );
}
