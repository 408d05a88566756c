import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { shortName } from "../../../registry/personName.ts";
import { sayFinding } from "../finding.texts.ts";
import type { Proposal } from "../proposal.ts";
import { blocks, type Finding } from "../rules/checkVersion.ts";
import type { Configuration, Preview } from "../server/readConfiguration.ts";
import { titleOf } from "../setting.texts.ts";
import { sectionNames } from "../settingShape.ts";
import { homeOf } from "./ConfigurationPage.tsx";
import { Differences } from "./Differences.tsx";

type Props = Readonly<{ configuration: Configuration; proposal: Proposal; preview: Preview }>;

/** A next version before it holds: what was checked, what it changes, and the one thing to do now. */
export function ProposalPage(props: Props) {
  const { configuration, proposal, preview } = props;
  const { programme } = configuration;
  return (
    <Page
      title="Nieuwe versie"
      heading={`${programme.name}: nieuwe versie`}
      back={{ href: homeOf(programme.code), label: programme.name }}
      sub={proposal.state === "draft" ? "In voorbereiding. Er verandert nog niets." : "Ligt bij de projectgroep. Er verandert nog niets."}
    >
      {proposal.answer !== null && proposal.state === "draft" && (
        <Alert title={`${proposal.answeredBy ?? "De projectgroep"} stuurde dit terug`} tone="soon">
          {proposal.answer}
        </Alert>
      )}
      <NowCard {...props} />
      <FindingsCard findings={preview.findings} names={configuration.names} />
      <Card title="Wat er verandert">
        <Differences changes={preview.changes} none="Nog niets. Kies hieronder een onderdeel om te veranderen." />
      </Card>
      {preview.families.length > 0 && <FamiliesCard preview={preview} />}
      {configuration.role === "platform_admin" && <EditCard {...props} />}
    </Page>
  );
}

function NowCard({ configuration: { programme, role, professionalId }, proposal, preview }: Props) {
  const base = `${homeOf(programme.code)}/voorstel`;
  const ready = !blocks(preview.findings);
  const press = { version: proposal.version };
  return (
    <Card title={`Vanaf ${formatDay(proposal.startsOn)}`} tone={ready ? "ok" : "late"}>
      <Facts
        facts={[
          { label: "Voorbereid door", value: `${proposal.preparedBy}, ${formatMoment(proposal.preparedAt)}` },
          proposal.why !== null && { label: "Waarom", value: proposal.why },
        ]}
      />
      <ButtonRow>
        {role === "platform_admin" && proposal.state === "draft" && ready && (
          <LinkButton href={`${base}/aanbieden`} variant="primary">
            Leg voor aan de projectgroep
          </LinkButton>
        )}
        {role === "platform_admin" && <LinkButton href={`${base}/ingang`}>Andere ingangsdatum</LinkButton>}
        {role === "platform_admin" && (
          <ActionForm
            action={`${base}/vervallen`}
            button="Niet doorgaan"
            variant="quiet"
            hidden={press}
            confirm="Wat is voorbereid, vervalt. Wat nu geldt, blijft gelden."
            confirmButton="Laat vervallen"
          />
        )}
        {role === "project_group" && proposal.state === "offered" && ready && professionalId !== proposal.preparedById && (
          <ActionForm
            action={`${base}/akkoord`}
            button="Akkoord"
            variant="primary"
            hidden={press}
            confirm={`Deze versie geldt dan vanaf ${formatDay(proposal.startsOn)}. Wat al is besloten, blijft zoals het is.`}
            confirmButton="Geef akkoord"
          />
        )}
        {role === "project_group" && proposal.state === "offered" && (
          <LinkButton href={`${base}/terug`}>Terug naar de beheerder</LinkButton>
        )}
      </ButtonRow>
    </Card>
  );
}

const tones = { error: "late", warning: "soon", info: "info" } as const;
const titles = { error: "Eerst herstellen", warning: "Let op", info: "Goed om te weten" } as const;

function FindingsCard({ findings, names }: Readonly<{ findings: readonly Finding[]; names: Configuration["names"] }>) {
  if (findings.length === 0)
    return (
      <Alert title="Gecontroleerd: er is niets om op te letten" tone="ok">
        Geen plaatsen die tekortkomen, geen jaar zonder tarief, en geen gezin dat wacht krijgt een andere uitkomst.
      </Alert>
    );
  return (["error", "warning", "info"] as const).map((level) => {
    const own = findings.filter((one) => one.level === level);
    if (own.length === 0) return null;
    return (
      <Alert key={level} title={titles[level]} tone={tones[level]}>
        <ul>
          {own.map((one) => (
            <li key={`${one.code}${JSON.stringify(one.facts)}`}>{sayFinding(one, names)}</li>
          ))}
        </ul>
      </Alert>
    );
  });
}

const wouldBe = { fits: "kan dan", open: "kan dan, met een open vraag", fits_not: "kan dan niet" } as const;

function FamiliesCard({ preview: { families } }: Readonly<{ preview: Preview }>) {
  return (
    <Card title="Uw gezinnen met een andere uitkomst">
      <DataTable
        caption="Uw gezinnen met een andere uitkomst"
        rows={families}
        rowKey={({ trajectoryId }) => trajectoryId}
        columns={[
          {
            label: "Gezin",
            heading: true,
            cell: (one) => <a href={`/gezinnen/${one.trajectoryId}/geboortezorg-flex/1`}>{shortName(one)}</a>,
          },
          { label: "Uitkomst", cell: ({ would }) => wouldBe[would] },
        ]}
      />
    </Card>
  );
}

const sayChanged = (count: number): string => (count === 0 ? "nee" : count === 1 ? "1 verschil" : `${count} verschillen`);

function EditCard({ configuration: { programme }, preview }: Props) {
  const changed = new Map(preview.changes.map(({ section, differences }) => [section, differences.length]));
  return (
    <Card title="Onderdelen veranderen" id="onderdelen">
      <DataTable
        caption="Onderdelen"
        rows={sectionNames}
        rowKey={(section) => section}
        columns={[
          {
            label: "Onderdeel",
            heading: true,
            cell: (section) => <a href={`${homeOf(programme.code)}/voorstel/deel/${section}`}>{titleOf(section)}</a>,
          },
          { label: "Veranderd", cell: (section) => sayChanged(changed.get(section) ?? 0) },
        ]}
      />
    </Card>
  );
}
