import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { Columns } from "../../../design/Columns.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { ProviderView } from "../server/organisations.ts";

type Props = Readonly<{ view: ProviderView; values: Values; errors: Errors }>;

/** How the people of one organisation sign in with the accounts they have there. */
export function ProviderPage({ view, values, errors }: Props) {
  const { organisation, settings } = view;
  return (
    <Page
      title="Aanmelden via eigen organisatie"
      heading={`Aanmelden via ${organisation.name}`}
      sub="Mensen melden zich aan met het account dat zij daar al hebben (OpenID Connect). Dat geldt alleen voor hun werkplek bij deze organisatie."
      errors={errors}
      back={{ href: `/beheer/organisaties/${organisation.id}`, label: organisation.name }}
    >
      <Columns
        asideLabel="Wat de organisatie moet weten"
        aside={
          <>
            <Card title="Dit geeft u aan hun ICT">
              <Facts
                facts={[
                  { label: "Soort", value: "OpenID Connect, authorization code met PKCE" },
                  { label: "Terugkeeradres", value: <span className="wieg-secret">{view.returnAddress}</span> },
                  { label: "Gegevens", value: "openid en email" },
                ]}
              />
            </Card>
            {settings.id !== null && (
              <Card title="Werkt het?">
                <p>
                  {settings.people === 0
                    ? "Er heeft nog niemand zich zo aangemeld."
                    : settings.people === 1
                      ? "1 persoon is gekoppeld."
                      : `${settings.people} mensen zijn gekoppeld.`}
                </p>
                <ButtonRow>
                  <ActionForm action={`/beheer/organisaties/${organisation.id}/aanmelden/proberen`} button="Kijk of het adres antwoordt" />
                </ButtonRow>
              </Card>
            )}
          </>
        }
      >
        <Card>
          <ProviderForm view={view} values={values} errors={errors} />
        </Card>
      </Columns>
    </Page>
  );
}

function ProviderForm({ view, values, errors }: Props) {
  const { organisation, settings } = view;
  const typed = Object.keys(values).length > 0 && errors["form"] === undefined;
  const kept: Values = {
    adres: settings.issuer,
    client: settings.clientId,
    kenmerk: settings.subjectClaim,
    domeinen: settings.emailDomains.join(", "),
    "twee-stappen": settings.factorValues.join(", "),
    ...(settings.active ? { actief: "ja" } : {}),
  };
  return (
    <Form action={`/beheer/organisaties/${organisation.id}/aanmelden`} values={typed ? values : kept} errors={errors}>
      <HiddenField name="versie" value={settings.version} />
      <AtTheProvider hasSecret={settings.hasSecret} />
      <TextField
        name="domeinen"
        label="E-maildomeinen"
        hint="Alleen wie is uitgenodigd met een adres in deze domeinen, wordt bij de eerste keer gekoppeld. Meer dan een: met een komma ertussen."
        maxLength={500}
      />
      <TextField
        name="kenmerk"
        label="Kenmerk dat de persoon aanwijst (claim)"
        hint="Meestal sub; bij Microsoft Entra: oid. Verandert dit, dan worden mensen opnieuw gekoppeld."
        width="medium"
        maxLength={60}
      />
      <TextField
        name="twee-stappen"
        label="Waaraan ziet Wieg twee stappen (amr of acr)?"
        hint="Zoals mfa. Staat dit er niet bij, dan vraagt Wieg zelf een code."
        optional
        maxLength={500}
      />
      <Checkbox name="actief" label="Aanbieden bij het aanmelden" hint="Uit: wie zo is aangemeld, wordt meteen afgemeld." />
      <ButtonRow>
        <Button>Bewaren</Button>
      </ButtonRow>
    </Form>
  );
}

function AtTheProvider({ hasSecret }: Readonly<{ hasSecret: boolean }>) {
  return (
    <>
      <TextField
        name="adres"
        label="Adres van de aanmelddienst (issuer)"
        type="url"
        hint="Zoals https://login.organisatie.nl. Verandert dit, dan worden mensen opnieuw gekoppeld."
        maxLength={300}
      />
      <TextField name="client" label="Naam van Wieg daar (client id)" maxLength={200} />
      <TextField
        name="geheim"
        label="Geheim (client secret)"
        type="password"
        autoComplete="off"
        hint={
          hasSecret
            ? "Er is een geheim bewaard, versleuteld. Laat leeg om het te houden."
            : "Wordt versleuteld bewaard en is daarna niet meer te zien."
        }
        optional
        maxLength={500}
      />
    </>
  );
}
