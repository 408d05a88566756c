import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import type { VersionLine } from "../proposal.ts";
import type { Configuration, SectionChange } from "../server/readConfiguration.ts";
import { titleOf } from "../setting.texts.ts";
import { sectionNames } from "../settingShape.ts";
import { homeOf, Standing, whoOf } from "./ConfigurationPage.tsx";
import { Differences } from "./Differences.tsx";
import { SectionView } from "./SectionView.tsx";

type Props = Readonly<{
  configuration: Configuration;
  version: VersionLine;
  /** The version before it, and what was different. */
  before: VersionLine | null;
  changes: readonly SectionChange[];
}>;

/** One version: who made it and why, what it changed, and all its figures. */
export function VersionPage({ configuration, version, before, changes }: Props) {
  const { programme, today, inForce, names, role } = configuration;
  const base = homeOf(programme.code);
  const mayWithdraw = role === "project_group" && version.startsOn > today && version.withdrawnWhy === null;
  return (
    <Page
      title={`Versie ${version.number}`}
      heading={`${programme.name}, versie ${version.number}`}
      back={{ href: base, label: programme.name }}
      tags={<Standing version={version} current={version.id === inForce?.id} today={today} />}
    >
      <Card
        title="Over deze versie"
        action={mayWithdraw ? <LinkButton href={`${base}/versie/${version.number}/intrekken`}>Intrekken</LinkButton> : undefined}
      >
        <Facts
          facts={[
            { label: "Geldt vanaf", value: formatDay(version.startsOn) },
            { label: "Door wie", value: whoOf(version) },
            { label: "Vastgelegd", value: formatMoment(version.createdAt) },
            version.why !== null && { label: "Waarom", value: version.why },
            { label: "Besluiten die erop rusten", value: String(version.decisions) },
            version.withdrawnWhy !== null && { label: "Ingetrokken", value: `${version.withdrawnBy ?? ""}: ${version.withdrawnWhy}` },
          ]}
        />
      </Card>
      {before && (
        <Card title={`Anders dan versie ${before.number}`}>
          <Differences changes={changes} none="Er is geen verschil." />
        </Card>
      )}
      {sectionNames.map((section) => (
        <Card key={section} title={titleOf(section)} id={section}>
          <SectionView section={section} value={version.settings[section]} names={names} />
        </Card>
      ))}
    </Page>
  );
}
