import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { PersonRow } from "../admin.ts";
import { accountStates, sayKind } from "../admin.texts.ts";
import type { People } from "../server/people.ts";

export const roleName = (role: string): string => (isRole(role) ? roleNames[role] : role);

type Props = Readonly<{ view: People; base: string; back?: Readonly<{ href: string; label: string }> | undefined }>;

/** Who works at an organisation, as what, and whether she gets in. */
export function PeoplePage({ view, base, back }: Props) {
  const { organisation, people, today } = view;
  const present = people.filter((person) => person.until === null || person.until >= today);
  const gone = people.filter((person) => !present.includes(person));
  return (
    <Page
      title="Mensen"
      heading={`Mensen van ${organisation.name}`}
      sub={`Soort: ${sayKind(organisation.kind)}. U ziet hier wie er werkt en hoe zij zich aanmelden: geen gegevens van gezinnen.`}
      back={back}
      actions={
        <>
          <LinkButton href={base.replace(/mensen$/, "geschiedenis")}>Geschiedenis</LinkButton>
          {view.roles.length > 0 && (
            <LinkButton href={`${base}/nieuw`} variant="primary">
              Iemand uitnodigen
            </LinkButton>
          )}
        </>
      }
    >
      <Card title={`Nu ${present.length === 1 ? "1 werkplek" : `${present.length} werkplekken`}`}>
        <PeopleTable people={present} base={base} today={today} />
      </Card>
      {gone.length > 0 && (
        <Card title="Kort geleden gestopt">
          <PeopleTable people={gone} base={base} today={today} />
        </Card>
      )}
    </Page>
  );
}

function PeopleTable({ people, base, today }: Readonly<{ people: readonly PersonRow[]; base: string; today: string }>) {
  return (
    <DataTable
      caption="Mensen"
      rows={people}
      rowKey={(person) => person.membershipId}
      empty={
        <EmptyState title="Er werkt hier nog niemand">
          Nodig de eerste collega uit: zij krijgt een link om zelf te kiezen hoe zij zich aanmeldt.
        </EmptyState>
      }
      columns={[
        {
          label: "Naam",
          heading: true,
          cell: (person) => <a href={`${base}/${person.membershipId}`}>{person.name}</a>,
          note: (person) => person.email,
        },
        { label: "Rol", cell: (person) => roleName(person.role), note: (person) => period(person, today) },
        {
          label: "Account",
          cell: (person) => <AccountTag person={person} />,
          note: (person) => (person.linkUntil === null ? null : `link tot ${formatMoment(person.linkUntil)}`),
        },
        { label: "Laatst gebruikt", cell: (person) => (person.lastSeen === null ? "nog niet" : formatMoment(person.lastSeen)) },
      ]}
    />
  );
}

/** The state of an account in a word. */
export function AccountTag({ person }: Readonly<{ person: Pick<PersonRow, "accountState"> }>) {
  if (person.accountState === null) return <Tag tone="plain">geen account</Tag>;
  const { label, tone } = accountStates[person.accountState];
  return <Tag tone={tone}>{label}</Tag>;
}

function period(person: PersonRow, today: string): string {
  if (person.since > today) return `vanaf ${formatDay(person.since)}`;
  if (person.until === null) return `sinds ${formatDay(person.since)}`;
  return person.until < today ? `gestopt op ${formatDay(person.until)}` : `tot en met ${formatDay(person.until)}`;
}
