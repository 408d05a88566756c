import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { linkDays } from "../../../trust/signIn/signIn.ts";
import type { People, Person } from "../server/people.ts";
import { roleName } from "./PeoplePage.tsx";

type FormState<View> = Readonly<{ view: View; base: string; values: Values; errors: Errors }>;

const byMail = { value: "mail", label: "Per e-mail", hint: "Wieg stuurt de link. Er staat alleen in dat er iets klaarstaat." };
const byHand = {
  value: "zelf",
  label: "Zelf overhandigen",
  hint: "U ziet de link één keer en geeft hem aan haar, bijvoorbeeld op papier.",
};
const byProvider = { value: "organisatie", label: "Geen link nodig", hint: "Zij meldt zich aan met het account van de organisatie." };

const waysOf = (view: People, extra: boolean) => [
  ...(view.sendsMail ? [byMail] : []),
  byHand,
  ...(extra && view.hasProvider ? [byProvider] : []),
];
const roleOptions = (view: People) => view.roles.map((role) => ({ value: role, label: roleName(role) }));

export function InvitePage({ view, base, values, errors }: FormState<People>) {
  const start: Values = {
    sinds: formatShortDay(view.today),
    link: view.sendsMail ? "mail" : "zelf",
    ...(view.roles.length === 1 ? { rol: view.roles[0] } : {}),
    ...values,
  };
  return (
    <Page
      title="Iemand uitnodigen"
      heading={`Iemand uitnodigen bij ${view.organisation.name}`}
      width="narrow"
      errors={errors}
      back={{ href: base, label: "Mensen" }}
    >
      <Card>
        <Form action={`${base}/nieuw`} values={start} errors={errors}>
          <TextField name="naam" label="Naam" hint="Zoals collega's en gezinnen haar kennen." autoComplete="off" maxLength={120} />
          <TextField
            name="email"
            label="Werk-e-mailadres"
            type="email"
            inputMode="email"
            hint="Daarmee meldt zij zich aan. Heeft zij al een account bij een andere organisatie? Gebruik dan hetzelfde adres."
            maxLength={254}
          />
          <TextField name="telefoon" label="Telefoon" type="tel" width="medium" optional maxLength={40} />
          <RadioGroup name="rol" label="Rol" options={roleOptions(view)} />
          <DateField name="sinds" label="Vanaf" />
          <RadioGroup name="link" label="Hoe krijgt zij haar link?" options={waysOf(view, true)} />
          <ButtonRow>
            <Button>Uitnodigen</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

const backTo = (view: Person, base: string) => ({ href: `${base}/${view.person.membershipId}`, label: "Terug" });

export function RolePage({ view, base, values, errors }: FormState<Person>) {
  const at = `${base}/${view.person.membershipId}`;
  return (
    <Page
      title="Andere rol"
      heading={`Andere rol voor ${view.person.name}`}
      sub="De nieuwe rol gaat vandaag in. Wat zij in de oude rol vastlegde, blijft bij die rol staan. Zij meldt zich opnieuw aan."
      width="narrow"
      errors={errors}
      back={backTo(view, base)}
    >
      <Card>
        <Form action={`${at}/rol`} values={{ rol: view.person.role, ...values }} errors={errors}>
          <RadioGroup name="rol" label="Rol" options={roleOptions(view)} />
          <ButtonRow>
            <Button>Rol wijzigen</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

export function EndPage({ view, base, values, errors }: FormState<Person>) {
  const at = `${base}/${view.person.membershipId}`;
  return (
    <Page
      title="Werkplek beëindigen"
      heading={`Werkplek van ${view.person.name} beëindigen`}
      sub="Wat zij vastlegde, blijft bewaard. Open werk van haar gaat niet vanzelf naar iemand anders: kijk eerst wat er nog ligt."
      width="narrow"
      errors={errors}
      back={backTo(view, base)}
    >
      <Card>
        <Form action={`${at}/einde`} values={{ wanneer: "dag", ...values }} errors={errors}>
          <RadioGroup
            name="wanneer"
            label="Wanneer?"
            options={[
              { value: "dag", label: "Na een laatste werkdag", hint: "Vul die hieronder in." },
              { value: "nu", label: "Nu meteen", hint: "Zij wordt op al haar apparaten afgemeld." },
            ]}
          />
          <DateField name="laatste-dag" label="Laatste werkdag" optional />
          <ButtonRow>
            <Button>Beëindigen</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

export function PersonDetailsPage({ view, base, values, errors }: FormState<Person>) {
  const at = `${base}/${view.person.membershipId}`;
  return (
    <Page title="Gegevens wijzigen" heading={`Gegevens van ${view.person.name}`} width="narrow" errors={errors} back={backTo(view, base)}>
      <Card>
        <Form action={`${at}/gegevens`} values={{ naam: view.person.name, telefoon: view.person.phone ?? "", ...values }} errors={errors}>
          <TextField name="naam" label="Naam" maxLength={120} />
          <TextField name="telefoon" label="Telefoon" type="tel" width="medium" optional maxLength={40} />
          <ButtonRow>
            <Button>Bewaren</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

export function NewInvitationPage({ view, base, values, errors }: FormState<Person>) {
  const at = `${base}/${view.person.membershipId}`;
  return (
    <Page
      title="Nieuwe uitnodiging"
      heading={`Nieuwe uitnodiging voor ${view.person.name}`}
      sub={`Een eerdere link werkt dan niet meer. De nieuwe werkt ${linkDays.invitation} dagen.`}
      width="narrow"
      errors={errors}
      back={backTo(view, base)}
    >
      <Card>
        <Form action={`${at}/uitnodiging`} values={{ link: view.sendsMail ? "mail" : "zelf", ...values }} errors={errors}>
          <RadioGroup name="link" label="Hoe krijgt zij haar link?" options={waysOf(view, false)} />
          <ButtonRow>
            <Button>Link maken</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

/** `mailOnly`: the administrator of Wieg never sees a link that opens someone else's job. */
export function RecoveryPage({ view, base, values, errors, mailOnly }: FormState<Person> & Readonly<{ mailOnly: boolean }>) {
  const at = `${base}/${view.person.membershipId}`;
  const ways = mailOnly ? waysOf(view, false).filter((way) => way !== byHand) : waysOf(view, false);
  return (
    <Page
      title="Nieuwe link om aan te melden"
      heading={`Nieuwe link voor ${view.person.name}`}
      width="narrow"
      errors={errors}
      back={backTo(view, base)}
    >
      <Alert title="Stel eerst vast dat zij het zelf is" tone="soon">
        Wie deze link krijgt, kan bij alles wat {view.person.name} mag zien. Bel haar op een nummer dat u al kende, of spreek haar in het
        echt. Een e-mail of bericht is niet genoeg.
      </Alert>
      <Card>
        <Form action={`${at}/herstel`} values={{ link: view.sendsMail ? "mail" : "zelf", ...values }} errors={errors}>
          <TextArea
            name="vastgesteld"
            label="Hoe hebt u vastgesteld dat zij het is?"
            hint="Bijvoorbeeld: gebeld op haar vaste nummer en aan haar stem herkend. Dit blijft bewaard."
            rows={3}
            maxLength={500}
          />
          {ways.length > 0 ? (
            <RadioGroup name="link" label="Hoe krijgt zij haar link?" options={ways} />
          ) : (
            <Alert title="Er is geen mailserver ingesteld">Daardoor kan deze link niet worden verstuurd.</Alert>
          )}
          <Checkbox
            name="akkoord"
            label="Ik weet dat haar wachtwoord, code-app, toegangssleutels en herstelcodes meteen niet meer werken, en dat zij overal wordt afgemeld."
          />
          <ButtonRow>
            <Button>Intrekken en link maken</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}

/** The one-time link, to be handed over. */
export function ShowLinkPage({ address, back }: Readonly<{ address: string | null; back: string }>) {
  return (
    <Page title="De link" width="narrow" back={{ href: back, label: "Terug" }}>
      {address === null ? (
        <Alert title="Deze link is niet meer te zien">
          Een link is maar enkele minuten te zien, voor wie hem maakte. Maak zo nodig een nieuwe.
        </Alert>
      ) : (
        <Card title="Geef deze link aan haar" tone="soon">
          <p className="wieg-secret">{address}</p>
          <p>
            De link werkt één keer. Stuur hem niet via een groep of een gedeelde mailbox: wie hem het eerst opent, kiest hoe zij zich
            aanmeldt.
          </p>
        </Card>
      )}
      <ButtonRow>
        <LinkButton href={back}>Klaar</LinkButton>
      </ButtonRow>
    </Page>
  );
}
