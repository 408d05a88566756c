import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { PasskeyButton } from "../../../design/PasskeyButton.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { AccountView } from "../server/myAccount.ts";

/** How one signs in, and how to change that. */
export function MeansCards({ view }: Readonly<{ view: AccountView }>) {
  const { account } = view;
  if (account.login === null) {
    return (
      <Card title="Hoe u zich aanmeldt">
        <p>
          In de demonstratieregio kiest u wie u bent: er is geen wachtwoord. Op een echte Wieg staan hier uw toegangssleutels, wachtwoord en
          code-app.
        </p>
      </Card>
    );
  }
  return (
    <>
      {account.provider !== null && (
        <Alert title={`U meldt zich aan met het account van ${account.provider}`}>Uw wachtwoord beheert u daar.</Alert>
      )}
      {!account.fresh && <SignInAgain />}
      <Passkeys view={view} />
      {(account.hasPassword || account.hasCodeApp) && <PasswordAndCode view={view} />}
    </>
  );
}

function SignInAgain() {
  return (
    <Alert title="Iets wijzigen aan hoe u zich aanmeldt?" tone="info">
      <p>Dat kan alleen kort na het aanmelden, zodat niemand het doet op een scherm dat open bleef staan.</p>
      <ActionForm action="/afmelden" hidden={{ naar: "/account" }} button="Opnieuw aanmelden" />
    </Alert>
  );
}

function Passkeys({ view }: Readonly<{ view: AccountView }>) {
  const { account, passkeys } = view;
  const mayRemove = account.fresh && (account.hasPassword || passkeys.length > 1);
  return (
    <Card title="Toegangssleutels">
      <DataTable
        caption="Toegangssleutels"
        rows={passkeys}
        rowKey={(passkey) => passkey.id}
        empty={<p>U hebt nog geen toegangssleutel. Daarmee meldt u zich aan met uw vingerafdruk, gezicht of pincode van uw apparaat.</p>}
        columns={[
          { label: "Naam", heading: true, cell: (passkey) => passkey.label, note: (passkey) => `gemaakt ${formatMoment(passkey.madeAt)}` },
          { label: "Laatst gebruikt", cell: (passkey) => (passkey.usedAt === null ? "nog niet" : formatMoment(passkey.usedAt)) },
          {
            label: "Verwijderen",
            action: true,
            cell: (passkey) =>
              mayRemove && (
                <ActionForm
                  action={`/account/toegangssleutels/${passkey.id}/verwijderen`}
                  button="Verwijderen"
                  variant="quiet"
                  label={`Verwijderen: ${passkey.label}`}
                  confirm="U kunt zich hierna niet meer met deze toegangssleutel aanmelden."
                  confirmButton="Ja, verwijder"
                />
              ),
          },
        ]}
      />
      {passkeys.length === 1 && !account.hasPassword && (
        <p>Tip: maak er nog een op een ander apparaat. Raakt u dit apparaat kwijt, dan kunt u er nog steeds in.</p>
      )}
      {account.fresh && (
        <PasskeyButton
          ask="/account/toegangssleutels/begin"
          send="/account/toegangssleutels"
          use="create"
          button="Toegangssleutel toevoegen"
          nameLabel="Naam, zoals: mijn telefoon"
        />
      )}
    </Card>
  );
}

function PasswordAndCode({ view }: Readonly<{ view: AccountView }>) {
  const { account } = view;
  return (
    <Card title="Wachtwoord en code-app">
      <Facts
        facts={[
          { label: "E-mailadres om aan te melden", value: account.login },
          { label: "Wachtwoord", value: account.passwordSetAt === null ? "geen" : `gekozen op ${formatMoment(account.passwordSetAt)}` },
          { label: "Code-app", value: account.hasCodeApp ? "ingesteld" : "geen" },
          account.hasPassword
            ? { label: "Herstelcodes", value: account.recoveryLeft === 1 ? "nog 1" : `nog ${account.recoveryLeft}` }
            : null,
        ]}
      />
      {account.fresh && (
        <ButtonRow>
          {account.hasPassword && <LinkButton href="/account/wachtwoord">Wachtwoord wijzigen</LinkButton>}
          <LinkButton href="/account/code-app">Andere code-app</LinkButton>
          {account.hasPassword && (
            <ActionForm
              action="/account/herstelcodes"
              button="Nieuwe herstelcodes"
              confirm="De herstelcodes die u nu hebt, werken dan niet meer."
              confirmButton="Maak nieuwe"
            />
          )}
        </ButtonRow>
      )}
    </Card>
  );
}
