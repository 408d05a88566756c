import { Alert } from "../../design/Alert.tsx";
import { ActionForm } from "../../design/ActionForm.tsx";
import { Button } from "../../design/Button.tsx";
import { Card } from "../../design/Card.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { PasskeyButton } from "../../design/PasskeyButton.tsx";
import { TextField } from "../../design/TextField.tsx";
import type { PortalLanguage } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import type { DemonstrationAccount } from "../server/familyDoor.store.ts";
import { PortalFrame } from "./PortalFrame.tsx";

type Door = Readonly<{ language: PortalLanguage; values?: Values; errors?: Errors; problem?: string | undefined }>;

/** The code of the letter, and the day of birth. */
export function BeginPage({ language, values = {}, errors = {}, problem }: Door) {
  const { door } = portalTexts[language];
  return (
    <PortalFrame language={language} heading={door.begin} sub={door.beginSub} errors={errors} signedIn={false}>
      {problem !== undefined && <Alert title={problem} tone="late" />}
      <Form action="/mijn/beginnen" values={values} errors={errors}>
        <TextField name="code" label={door.code} hint={door.codeHint} autoComplete="one-time-code" width="medium" maxLength={20} />
        <TextField name="geboren" label={door.born} hint={door.bornHint} width="short" maxLength={30} />
        <Button>{door.next}</Button>
      </Form>
      <p>
        <a href="/mijn/aanmelden">{door.haveAccount}</a>.
      </p>
    </PortalFrame>
  );
}

/** How she comes in from now on. Without a script only the code by e-mail is offered. */
export function MeansPage({ language, problem }: Door) {
  const { door } = portalTexts[language];
  return (
    <PortalFrame language={language} heading={door.means} sub={door.meansSub} signedIn={false} script>
      {problem !== undefined && <Alert title={problem} tone="late" />}
      <PasskeyButton
        card={{ title: door.passkeyTitle, text: door.passkeyText }}
        ask="/mijn/beginnen/toegangssleutel/begin"
        send="/mijn/beginnen/toegangssleutel"
        use="create"
        button={door.passkey}
      />
      <Card title={door.mailTitle}>
        <p>{door.mailText}</p>
        <ActionForm action="/mijn/beginnen/code" button={door.mail} />
      </Card>
    </PortalFrame>
  );
}

export function SignInPage({
  language,
  values = {},
  errors = {},
  problem,
  people,
}: Door & Readonly<{ people: readonly DemonstrationAccount[] }>) {
  const { door } = portalTexts[language];
  return (
    <PortalFrame language={language} heading={door.signIn} sub={door.signInSub} errors={errors} signedIn={false} script>
      {problem !== undefined && <Alert title={problem} tone="late" />}
      {people.length > 0 && (
        <Card title={door.demonstration}>
          {people.map(({ account, name }) => (
            <ActionForm key={account} action="/mijn/demonstratie" hidden={{ account }} button={name} />
          ))}
        </Card>
      )}
      <Card>
        <PasskeyButton
          ask="/mijn/aanmelden/toegangssleutel/begin"
          send="/mijn/aanmelden/toegangssleutel"
          use="get"
          button={door.signInPasskey}
        />
        <Form action="/mijn/aanmelden" values={values} errors={errors} id="code">
          <TextField
            name="email"
            label={door.email}
            hint={door.emailHint}
            type="email"
            inputMode="email"
            autoComplete="email"
            maxLength={254}
          />
          <TextField name="geboren" label={door.born} hint={door.bornHint} width="short" maxLength={30} />
          <Button>{door.sendCode}</Button>
        </Form>
      </Card>
      <p>
        <a href="/mijn/beginnen">{door.firstTime}</a>.
      </p>
    </PortalFrame>
  );
}

export function CodePage({ language, errors = {} }: Door) {
  const { door } = portalTexts[language];
  return (
    <PortalFrame language={language} heading={door.codeTitle} sub={door.codeSub} errors={errors} signedIn={false}>
      <Form action="/mijn/code" errors={errors}>
        <TextField name="code" label={door.mailedCode} inputMode="numeric" autoComplete="one-time-code" width="short" maxLength={10} />
        <Button>{door.enter}</Button>
      </Form>
      <p>
        <a href="/mijn/aanmelden">{door.again}</a>.
      </p>
    </PortalFrame>
  );
}

/** What went wrong, with what to do instead. */
export function PortalStopPage({
  language,
  why,
  signedIn = false,
}: Readonly<{ language: PortalLanguage; why: "gone" | "busy" | "away"; signedIn?: boolean }>) {
  const { wrong } = portalTexts[language];
  return (
    <PortalFrame language={language} heading={why === "gone" ? wrong.gone : wrong[why]} signedIn={signedIn}>
      {why === "gone" && <p>{wrong.goneText}</p>}
      <p>
        <a href="/mijn">{wrong.home}</a>
      </p>
    </PortalFrame>
  );
}
