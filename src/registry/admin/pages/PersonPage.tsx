import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { sayAccountEvent } from "../../../trust/signIn/signIn.texts.ts";
import type { Person } from "../server/people.ts";
import { AccountTag, roleName } from "./PeoplePage.tsx";

type Props = Readonly<{ view: Person; base: string }>;

/** One person in one job: what an administrator can do for her. */
export function PersonPage({ view, base }: Props) {
  const { person, today } = view;
  const present = person.until === null || person.until >= today;
  const mine = view.roles.some((role) => role === person.role);
  return (
    <Page
      title="Een medewerker"
      heading={person.name}
      tags={<AccountTag person={person} />}
      sub={`${roleName(person.role)} bij ${view.organisation.name}`}
      back={{ href: base, label: "Mensen" }}
    >
      <Columns aside={<AboutCard {...view} base={base} />} asideLabel="Gegevens">
        <Card title="Werkplek">
          <Facts
            facts={[
              { label: "Rol", value: roleName(person.role) },
              { label: "Sinds", value: formatDay(person.since) },
              { label: "Tot en met", value: person.until === null ? "geen einde" : formatDay(person.until) },
            ]}
          />
          {present && mine && (
            <ButtonRow>
              <LinkButton href={`${base}/${person.membershipId}/rol`}>Andere rol</LinkButton>
              <LinkButton href={`${base}/${person.membershipId}/einde`}>Werkplek beëindigen</LinkButton>
            </ButtonRow>
          )}
        </Card>
        <SignInCard view={view} base={base} present={present} />
        {view.events.length > 0 && <EventsCard view={view} />}
      </Columns>
    </Page>
  );
}

function AboutCard({ person, means, base }: Pick<Person, "person" | "means"> & { base: string }) {
  return (
    <Card title="Gegevens">
      <Facts
        facts={[
          { label: "E-mail", value: person.email ?? "niet bekend" },
          { label: "Telefoon", value: person.phone ?? "niet bekend" },
        ]}
      />
      {means?.mineToManage === true && <LinkButton href={`${base}/${person.membershipId}/gegevens`}>Gegevens wijzigen</LinkButton>}
    </Card>
  );
}

const meansInWords = (means: NonNullable<Person["means"]>): string => {
  const ways = [
    means.passkeys > 0 && (means.passkeys === 1 ? "een toegangssleutel" : `${means.passkeys} toegangssleutels`),
    means.hasPassword && "een wachtwoord met code-app",
    means.provider !== null && `het account van ${means.provider}`,
  ].filter((way) => way !== false);
  return ways.length === 0 ? "nog niet gekozen" : ways.join(" en ");
};

function SignInCard({ view, base, present }: Props & Readonly<{ present: boolean }>) {
  const { person, means } = view;
  if (!means) {
    return (
      <Card title="Aanmelden">
        <p>Deze persoon heeft geen account: in een demonstratieregio kiest men bij het aanmelden wie men is.</p>
      </Card>
    );
  }
  return (
    <Card title="Aanmelden">
      <Facts
        facts={[
          { label: "Meldt zich aan met", value: meansInWords(means) },
          { label: "Laatst gebruikt", value: means.lastSeen === null ? "nog niet" : formatMoment(means.lastSeen) },
          means.linkUntil === null ? null : { label: "Link geldig tot", value: formatMoment(means.linkUntil) },
        ]}
      />
      {means.mineToManage ? (
        present && <Ways view={view} base={base} />
      ) : (
        <Alert title="Dit regelt u niet zelf">
          Voor uzelf doet een andere beheerder dit; voor wie ook ergens anders werkt de beheerder van Wieg.
        </Alert>
      )}
      {means.state === "blocked" && <p>{person.name} kan zich niet aanmelden.</p>}
    </Card>
  );
}

function Ways({ view, base }: Props) {
  const { person, means } = view;
  const at = `${base}/${person.membershipId}`;
  if (means?.state === "blocked") return <ActionForm action={`${at}/deblokkeren`} button="Blokkering opheffen" />;
  return (
    <ButtonRow>
      {means?.state === "invited" ? (
        <LinkButton href={`${at}/uitnodiging`}>Nieuwe uitnodiging</LinkButton>
      ) : (
        <LinkButton href={`${at}/herstel`}>Kwijt? Nieuwe link geven</LinkButton>
      )}
      <ActionForm
        action={`${at}/blokkeren`}
        button="Blokkeren"
        confirm="Zij wordt meteen overal afgemeld en kan zich niet meer aanmelden, tot u de blokkering opheft."
        confirmButton="Ja, blokkeer nu"
      />
    </ButtonRow>
  );
}

function EventsCard({ view }: Readonly<{ view: Person }>) {
  return (
    <Card title="Wat er met dit account gebeurde">
      <DataTable
        caption="Gebeurtenissen"
        dense
        rows={view.events.map((event, index) => ({ ...event, key: String(index) }))}
        rowKey={(event) => event.key}
        columns={[
          {
            label: "Wat",
            heading: true,
            cell: (event) => sayAccountEvent(event.what),
            note: (event) => [event.detail, event.byName === null ? null : `door ${event.byName}`].filter(Boolean).join(", "),
          },
          { label: "Wanneer", cell: (event) => formatMoment(event.at) },
        ]}
      />
    </Card>
  );
}
