import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { VersionLine } from "../proposal.ts";
import type { Configuration } from "../server/readConfiguration.ts";
import { titleOf } from "../setting.texts.ts";
import { sectionNames } from "../settingShape.ts";
import { SectionView } from "./SectionView.tsx";

type Props = Readonly<{ configuration: Configuration }>;
export const homeOf = (code: string): string => `/beheer/programma/${code}`;

/** All figures of a programme: what holds now, what is prepared, and the versions there were. */
export function ConfigurationPage({ configuration }: Props) {
  const { programme, programmes, inForce, names } = configuration;
  return (
    <Page
      title="Programma"
      heading={programme.name}
      sub="Alle cijfers van het programma: wie mag meedoen, hoeveel plaatsen er zijn, hoelang en wat het kost. Een besluit blijft bij de versie waarop het rust."
    >
      {programmes.length > 1 && (
        <SectionNav
          label="Programma"
          items={programmes.map(({ code, name }) => ({ href: homeOf(code), label: name, current: code === programme.code }))}
        />
      )}
      <ProposalCard configuration={configuration} />
      <VersionsCard configuration={configuration} />
      {inForce &&
        sectionNames.map((section) => (
          <Card key={section} title={titleOf(section)} id={section}>
            <SectionView section={section} value={inForce.settings[section]} names={names} />
          </Card>
        ))}
    </Page>
  );
}

function ProposalCard({ configuration: { programme, proposal, role } }: Props) {
  const base = homeOf(programme.code);
  if (proposal)
    return (
      <Card
        title={proposal.state === "draft" ? "Nieuwe versie in voorbereiding" : "Nieuwe versie ligt bij de projectgroep"}
        tone="info"
        action={<a href={`${base}/voorstel`}>Bekijken en controleren</a>}
      >
        <p>{`Zou gelden vanaf ${formatDay(proposal.startsOn)}. Laatst veranderd door ${proposal.preparedBy}.`}</p>
      </Card>
    );
  if (role !== "platform_admin") return null;
  return (
    <Card title="Iets veranderen?">
      <p>
        Maak een nieuwe versie. Die begint als kopie van de laatste, wordt gecontroleerd, en geldt pas als de projectgroep akkoord geeft.
      </p>
      <ButtonRow>
        <ActionForm action={`${base}/begin`} button="Bereid een nieuwe versie voor" variant="primary" />
      </ButtonRow>
    </Card>
  );
}

function VersionsCard({ configuration: { programme, versions, inForce, today } }: Props) {
  return (
    <Card title="Versies" id="versies">
      <DataTable
        caption="Versies"
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nog geen versies">Wie de server beheert, zet het eerste programma klaar.</EmptyState>}
        columns={[
          {
            label: "Versie",
            heading: true,
            cell: ({ number }) => <a href={`${homeOf(programme.code)}/versie/${number}`}>{`Versie ${number}`}</a>,
            note: ({ why }) => why,
          },
          { label: "Geldt vanaf", cell: ({ startsOn }) => formatDay(startsOn) },
          { label: "Stand", cell: (one) => <Standing version={one} current={one.id === inForce?.id} today={today} /> },
          { label: "Door wie", cell: whoOf },
          { label: "Besluiten", numeric: true, cell: ({ decisions }) => decisions },
        ]}
      />
    </Card>
  );
}

export const whoOf = ({ preparedBy, approvedBy }: VersionLine): string =>
  preparedBy === null ? "bij het inrichten van de server" : `${preparedBy}, akkoord van ${approvedBy ?? "niemand"}`;

export function Standing({ version, current, today }: Readonly<{ version: VersionLine; current: boolean; today: string }>) {
  if (version.withdrawnWhy !== null) return <Tag tone="plain">ingetrokken</Tag>;
  if (current) return <Tag tone="ok">geldt nu</Tag>;
  return version.startsOn > today ? <Tag tone="info">komt nog</Tag> : <Tag tone="plain">voorbij</Tag>;
}

export function NothingYet() {
  return (
    <Page title="Programma">
      <EmptyState title="Er is nog geen programma">
        <p>
          Wie de server beheert, zet het eerste programma klaar met <code>npm run programme</code>.
        </p>
        <LinkButton href="/werk">Naar mijn werk</LinkButton>
      </EmptyState>
    </Page>
  );
}
