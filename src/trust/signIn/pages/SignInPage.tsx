import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { OutsideLink } from "../../../design/OutsideLink.tsx";
import { Page } from "../../../design/Page.tsx";
import { PasskeyButton } from "../../../design/PasskeyButton.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { ProviderName } from "../server/provider.store.ts";
import type { Job } from "../server/session.store.ts";
import { DemonstrationPeople } from "./DemonstrationPeople.tsx";

type Props = Readonly<{
  jobs: readonly Job[];
  providers: readonly ProviderName[];
  next: string;
  values?: Values;
  errors?: Errors;
  problem?: string | undefined;
}>;

/** The door. In a demonstration region everyone can be chosen; all of them are invented. */
export function SignInPage({ jobs, providers, next, values = {}, errors = {}, problem }: Props) {
  const door = (
    <>
      {problem !== undefined && <Alert title={problem} tone="soon" />}
      <OwnAccount next={next} values={values} errors={errors} />
      {providers.length > 0 && <Organisations providers={providers} next={next} />}
    </>
  );
  return (
    <Page
      title="Aanmelden"
      sub="Wieg is voor professionals die samenwerken rond de eerste 1.000 dagen van een kind."
      errors={errors}
      width={jobs.length > 0 ? "normal" : "narrow"}
    >
      {jobs.length === 0 ? (
        <>
          {door}
          <Help />
        </>
      ) : (
        <Columns
          aside={
            <>
              {door}
              <Help />
            </>
          }
          asideLabel="Aanmelden met een account"
        >
          <DemonstrationPeople jobs={jobs} next={next} />
        </Columns>
      )}
    </Page>
  );
}

function OwnAccount({ next, values, errors }: Readonly<{ next: string; values: Values; errors: Errors }>) {
  return (
    <Card title="Met uw Wieg-account">
      <PasskeyButton
        ask="/aanmelden/toegangssleutel/begin"
        send="/aanmelden/toegangssleutel"
        use="get"
        hidden={{ naar: next }}
        button="Aanmelden met een toegangssleutel"
      />
      <Form action="/aanmelden" values={values} errors={errors} id="aanmelden">
        <HiddenField name="naar" value={next} />
        <TextField name="email" label="E-mailadres" type="email" inputMode="email" autoComplete="username" maxLength={254} />
        <TextField name="wachtwoord" label="Wachtwoord" type="password" autoComplete="current-password" maxLength={1000} />
        <Button>Verder</Button>
      </Form>
    </Card>
  );
}

function Organisations({ providers, next }: Readonly<{ providers: readonly ProviderName[]; next: string }>) {
  return (
    <Card title="Met het account van uw organisatie">
      <ButtonRow>
        {providers.map((provider) => (
          <OutsideLink key={provider.id} href={`/aanmelden/extern/${provider.id}?naar=${encodeURIComponent(next)}`}>
            {provider.organisation}
          </OutsideLink>
        ))}
      </ButtonRow>
    </Card>
  );
}

function Help() {
  return (
    <>
      <p>
        Bent u moeder of zwanger? <a href="/mijn">Naar uw eigen pagina&#39;s</a>.
      </p>
      <Details summary="Lukt het aanmelden niet?">
        <p>
          Bent u uw telefoon of wachtwoord kwijt? De beheerder van uw organisatie stelt vast dat u het bent en geeft u een nieuwe link. Hebt
          u nog geen account? Vraag dan dezelfde beheerder om een uitnodiging.
        </p>
      </Details>
    </>
  );
}
