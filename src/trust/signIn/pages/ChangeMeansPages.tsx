import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { shortestPassword } from "../rules/judgePassword.ts";
import { CodeAppCard } from "./CodeAppCard.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

const back = { href: "/account", label: "Mijn account" };

export function PasswordPage({ errors }: Readonly<{ errors: Errors }>) {
  return (
    <Page title="Wachtwoord wijzigen" sub="Op al uw andere apparaten wordt u daarna afgemeld." width="narrow" errors={errors} back={back}>
      <Card>
        <Form action="/account/wachtwoord" errors={errors}>
          <TextField name="nu" label="Wachtwoord dat u nu hebt" type="password" autoComplete="current-password" maxLength={1000} />
          <TextField
            name="wachtwoord"
            label="Nieuw wachtwoord"
            type="password"
            autoComplete="new-password"
            hint={`Ten minste ${shortestPassword} tekens. Een paar woorden achter elkaar werkt goed: spaties mogen.`}
            maxLength={1000}
          />
          <TextField name="nogmaals" label="Nogmaals het nieuwe wachtwoord" type="password" autoComplete="new-password" maxLength={1000} />
          <ButtonRow>
            <Button>Wijzigen</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

export function MyCodeAppPage({ app, errors }: Readonly<{ app: { picture: string; typed: string }; errors: Errors }>) {
  return (
    <Page
      title="Andere code-app"
      sub="De code-app die u nu hebt, werkt tot de nieuwe de eerste code heeft gegeven."
      width="narrow"
      errors={errors}
      back={back}
    >
      <CodeAppCard action="/account/code-app" app={app} errors={errors} button="Deze voortaan gebruiken" />
    </Page>
  );
}

export function CodesPage({ codes }: Readonly<{ codes: readonly string[] | null }>) {
  return (
    <Page title="Herstelcodes" width="narrow" back={back}>
      {codes === null ? (
        <Alert title="Herstelcodes zijn maar kort te zien">Hebt u ze niet opgeschreven? Maak dan nieuwe bij Mijn account.</Alert>
      ) : (
        <RecoveryCodes codes={codes} />
      )}
      <ButtonRow>
        <LinkButton href="/account">Klaar</LinkButton>
      </ButtonRow>
    </Page>
  );
}
