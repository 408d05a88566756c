import { ActionForm } from "../../design/ActionForm.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { TextArea } from "../../design/TextArea.tsx";
import type { OwnAgreement, Relative } from "../portal.ts";
import { portalTexts, type PortalTexts } from "../portal.texts.ts";
import { whoDoes, type PlanNow } from "../server/readPortal.ts";
import { PortalFrame } from "./PortalFrame.tsx";

/** Her plan: what she wants, and who does what. Whether it is right is asked once, at the end. */
export function OwnPlanPage({ me, data }: Readonly<{ me: Relative; data: PlanNow }>) {
  const texts = portalTexts[me.language];
  const { plan: words } = texts;
  const { questions, goals, agreements } = data.plan;
  return (
    <PortalFrame
      language={me.language}
      heading={me.isMother ? words.title : texts.partner.plan}
      sub={me.isMother ? words.sub : texts.partner.planSub}
      me={me}
    >
      {me.ended && <p>{words.ended}</p>}
      {data.stand === "empty" && questions.length + goals.length + agreements.length === 0 && (
        <p>{me.isMother ? words.none : texts.partner.planEmpty}</p>
      )}
      <Listed title={me.isMother ? words.questions : texts.partner.questions} entries={questions} words={words} />
      <Listed title={me.isMother ? words.goals : texts.partner.goals} entries={goals} words={words} />
      {agreements.length > 0 && (
        <Card title={words.agreements}>
          <ul>
            {agreements.map((one) => (
              <AgreementLine key={one.id} one={one} me={me} texts={texts} />
            ))}
          </ul>
        </Card>
      )}
      {me.isMother && <Decide me={me} data={data} texts={texts} />}
    </PortalFrame>
  );
}

/** What she does with it: her partner reads along, and decides nothing here. */
function Decide({ me, data, texts }: Readonly<{ me: Relative; data: PlanNow; texts: PortalTexts }>) {
  const { plan: words } = texts;
  const [newest] = data.plan.versions;
  return (
    <>
      {data.stand === "final" && newest && <p>{words.final(newest.number, texts.day(newest.agreedOn))}</p>}
      {data.stand === "draft" && !me.ended && <Agree me={me} digest={data.digest} words={words} />}
      <ButtonRow>
        {!me.ended && <LinkButton href="/mijn/plan/klopt-niet">{words.notRight}</LinkButton>}
        {data.stand !== "empty" && (
          <LinkButton href="/mijn/plan.pdf" download>
            {words.print}
          </LinkButton>
        )}
      </ButtonRow>
    </>
  );
}

/** After a loss nothing presses: she may still say yes. */
function Agree({ me, digest, words }: Readonly<{ me: Relative; digest: string; words: PortalTexts["plan"] }>) {
  return (
    <Card tone={me.hasLoss ? undefined : "soon"}>
      {!me.hasLoss && (
        <p>
          <b>{words.draft}</b> {words.agreeText}
        </p>
      )}
      <ButtonRow>
        <ActionForm
          action="/mijn/plan/akkoord"
          hidden={{ gezien: digest }}
          button={words.agree}
          variant={me.hasLoss ? "secondary" : "primary"}
        />
      </ButtonRow>
    </Card>
  );
}

function Listed({
  title,
  entries,
  words,
}: Readonly<{ title: string; entries: readonly { id: string; wording: string; state: string }[]; words: PortalTexts["plan"] }>) {
  if (entries.length === 0) return null;
  return (
    <Card title={title}>
      <ul>
        {entries.map(({ id, wording, state }) => (
          <li key={id}>
            {wording}
            {state !== "open" && ` (${state === "reached" ? words.reached : words.stopped})`}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AgreementLine({ one, me, texts }: Readonly<{ one: OwnAgreement; me: Relative; texts: PortalTexts }>) {
  const { plan: words } = texts;
  return (
    <li>
      {one.wording}
      <small className="wieg-note">
        {words.by}: {whoDoes(one, me)}.{" "}
        {one.state === "open" ? `${words.on}: ${texts.day(one.evaluateOn)}.` : one.state === "reached" ? words.reached : words.stopped}
        {one.left && ` ${words.left}`}
      </small>
    </li>
  );
}

export function NotRightPage({ me, values, errors }: Readonly<{ me: Relative; values: Values; errors: Errors }>) {
  const { plan: words, messages } = portalTexts[me.language];
  return (
    <PortalFrame language={me.language} heading={words.notRight} sub={words.notRightText} errors={errors}>
      <Form action="/mijn/plan/klopt-niet" values={values} errors={errors}>
        <TextArea name="woorden" label={words.notRightLabel} hint={words.notRightHint} rows={5} maxLength={5000} />
        <ButtonRow>
          <Button>{messages.send}</Button>
        </ButtonRow>
      </Form>
    </PortalFrame>
  );
}
