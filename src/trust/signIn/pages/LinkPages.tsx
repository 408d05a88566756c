import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { PasskeyButton } from "../../../design/PasskeyButton.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { shortestPassword } from "../rules/judgePassword.ts";
import type { Link } from "../server/account.store.ts";
import { CodeAppCard } from "./CodeAppCard.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

/** The page behind a one-time link: choose how to sign in from now on. Opening it uses nothing up: mail programs open links too. */
export function LinkPage({ token, link, errors = {} }: Readonly<{ token: string; link: Link; errors?: Errors }>) {
  const again = link.kind === "recovery";
  return (
    <Page
      title={again ? "Kies opnieuw hoe u zich aanmeldt" : "Welkom bij Wieg"}
      sub={again ? "Wat u eerder gebruikte, werkt niet meer." : "Kies hoe u zich voortaan aanmeldt. Daarna kunt u meteen aan de slag."}
      errors={errors}
    >
      <Columns
        asideLabel="Voor wie is deze link"
        aside={
          <Card title="Deze link is voor">
            <Facts
              facts={[
                { label: "Naam", value: link.name },
                { label: "E-mailadres", value: link.login },
                link.organisation === null ? null : { label: "Organisatie", value: link.organisation },
              ]}
            />
            <p>Bent u dit niet? Sluit dan deze pagina en laat het uw beheerder weten.</p>
          </Card>
        }
      >
        <PasskeyButton
          card={{
            title: "Het makkelijkst: een toegangssleutel",
            text: "U meldt zich aan met uw vingerafdruk, gezicht of pincode van dit apparaat. Er is geen wachtwoord dat u kunt vergeten of dat iemand kan raden.",
          }}
          ask={`/uitnodiging/${token}/toegangssleutel/begin`}
          send={`/uitnodiging/${token}/toegangssleutel`}
          use="create"
          button="Toegangssleutel maken"
        />
        <ChoosePassword token={token} errors={errors} />
      </Columns>
    </Page>
  );
}

function ChoosePassword({ token, errors }: Readonly<{ token: string; errors: Errors }>) {
  return (
    <Card title="Of: een wachtwoord en een code-app">
      <Form action={`/uitnodiging/${token}`} errors={errors}>
        <TextField
          name="wachtwoord"
          label="Nieuw wachtwoord"
          type="password"
          autoComplete="new-password"
          hint={`Ten minste ${shortestPassword} tekens. Een paar woorden achter elkaar werkt goed: spaties mogen.`}
          maxLength={1000}
        />
        <TextField name="nogmaals" label="Nogmaals hetzelfde wachtwoord" type="password" autoComplete="new-password" maxLength={1000} />
        <ButtonRow>
          <Button>Verder</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

export function LinkCodePage({
  token,
  app,
  errors = {},
}: Readonly<{ token: string; app: { picture: string; typed: string }; errors?: Errors }>) {
  return (
    <Page
      title="Een code-app instellen"
      sub="Stap 2 van 2. Bij elke keer aanmelden vult u naast uw wachtwoord een code uit deze app in."
      width="narrow"
      errors={errors}
      back={{ href: `/uitnodiging/${token}`, label: "Ander wachtwoord kiezen" }}
    >
      <CodeAppCard action={`/uitnodiging/${token}/code`} app={app} errors={errors} button="Klaar" plain />
    </Page>
  );
}

/** The account works. Codes on paper are shown here, once. */
export function LinkDonePage({ codes, to, toLabel }: Readonly<{ codes: readonly string[]; to: string; toLabel: string }>) {
  return (
    <Page title="Uw account werkt" width="narrow">
      <Alert title="Gelukt" tone="ok">
        U kunt zich voortaan zo aanmelden. De link werkt niet meer.
      </Alert>
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      <ButtonRow>
        <LinkButton href={to} variant="primary">
          {toLabel}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

/** One page for every link that does not work: never made, used, replaced, or too old. */
export function LinkGonePage() {
  return (
    <Page title="Deze link werkt niet (meer)" width="narrow">
      <Alert title="Een link werkt één keer, en een beperkte tijd" tone="info">
        Hebt u al gekozen hoe u zich aanmeldt? Dan kunt u zich gewoon aanmelden. Vraag anders de beheerder van uw organisatie om een nieuwe
        link.
      </Alert>
      <ButtonRow>
        <LinkButton href="/aanmelden">Naar aanmelden</LinkButton>
      </ButtonRow>
    </Page>
  );
}
