import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { listStates, outReasons, type Flow, type FlowGroup, type ListState } from "../desk.ts";
import { groupNames, listStateNames, outNames, shortName } from "../desk.texts.ts";
import type { StudyFlow } from "../server/readFlow.ts";
import { deskHome, flowHref } from "./addresses.ts";
import { FlowPicture } from "./FlowPicture.tsx";
import { StudyNav } from "./StudyNav.tsx";

/** Who came in, in which arm, how far they are, and who is out and why. */
export function FlowPage({ study, flow, sites }: StudyFlow) {
  const name = shortName(study.name);
  return (
    <Page
      title={`Verloop van ${name}`}
      sub={`${study.name}. Aantallen deelnemers; voor het onderzoeksbureau.`}
      width="wide"
      back={{ href: deskHome, label: "Onderzoek" }}
      actions={
        <LinkButton href={`${flowHref(study.code)}/verloop.csv`} download>
          Tabel (CSV)
        </LinkButton>
      }
    >
      <StudyNav study={study.code} />
      <Card title="Van vraag tot laatste meting" id="verloop">
        {flow.consented === 0 && <EmptyState title="Er doet nog niemand mee">Wie toestemming geeft, komt hier vanzelf bij.</EmptyState>}
        <FlowPicture flow={flow} label={`Verloop van ${name}: ${flow.consented} deelnemers. De tabel hieronder zegt hetzelfde.`} />
        <WaveTable flow={flow} caption={`Verloop van ${name} per groep en meting`} />
        <p className="wieg-note">
          Elke rij telt op tot het aantal deelnemers van de groep. “Gestopt” is wie eruit ging voor de lijst kwam of was ingevuld. Wat al
          was ingevuld, blijft geteld als ingevuld.
        </p>
      </Card>
      <Card title="Wie eruit ging" id="eruit">
        <OutTable flow={flow} caption={`Wie uit ${name} ging, per groep`} />
      </Card>
      <SiteCard sites={sites} name={name} />
    </Page>
  );
}

interface WaveRow {
  readonly group: FlowGroup;
  readonly wave: string;
  readonly total: number;
  readonly lists: Readonly<Record<ListState, number>>;
}
const order: readonly ListState[] = ["answered", "open", "later", "expired", "declined", "stopped"];

function WaveTable({ flow, caption }: Readonly<{ flow: Flow; caption: string }>) {
  const rows: readonly WaveRow[] = flow.groups.flatMap(({ group, total, waves }) =>
    waves.map(({ wave, lists }) => ({ group, wave, total, lists })),
  );
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ group, wave }) => group + wave}
      columns={[
        { label: "Groep", heading: true, cell: ({ group, wave }) => `${groupNames[group]}, ${wave}` },
        ...order
          .filter((state) => listStates.includes(state))
          .map((state) => ({ label: listStateNames[state], numeric: true, cell: ({ lists }: WaveRow) => lists[state] })),
        { label: "Deelnemers", numeric: true, cell: ({ total }) => <b>{total}</b> },
      ]}
    />
  );
}

function OutTable({ flow, caption }: Readonly<{ flow: Flow; caption: string }>) {
  return (
    <DataTable
      caption={caption}
      dense
      rows={flow.groups}
      rowKey={({ group }) => group}
      columns={[
        { label: "Groep", heading: true, cell: ({ group }) => groupNames[group] },
        ...outReasons.map((reason) => ({
          label: `${outNames[reason].slice(0, 1).toUpperCase()}${outNames[reason].slice(1)}`,
          numeric: true,
          cell: ({ out }: Flow["groups"][number]) => out[reason],
        })),
        { label: "Doet mee", numeric: true, cell: ({ inStudy }) => inStudy },
        { label: "Deelnemers", numeric: true, cell: ({ total }) => <b>{total}</b> },
      ]}
    />
  );
}

function SiteCard({ sites, name }: Readonly<{ sites: StudyFlow["sites"]; name: string }>) {
  const totalOf = (flow: Flow, group: FlowGroup) => flow.groups.find((one) => one.group === group)?.total ?? 0;
  const answered = (flow: Flow, wave: string) =>
    flow.groups.reduce((sum, { waves }) => sum + (waves.find((one) => one.wave === wave)?.lists.answered ?? 0), 0);
  const waves = sites[0]?.flow.groups[0]?.waves.map(({ wave }) => wave) ?? [];
  return (
    <Card title="Per organisatie die vroeg" id="organisaties">
      <DataTable
        caption={`Deelnemers van ${name} per organisatie`}
        dense
        rows={sites}
        rowKey={({ site }) => site}
        empty={<EmptyState title="Nog geen organisatie heeft gevraagd" />}
        columns={[
          { label: "Organisatie", heading: true, cell: ({ site }) => site },
          { label: "Gevraagd", numeric: true, cell: ({ flow }) => flow.asked?.all ?? "" },
          { label: "Nee", numeric: true, cell: ({ flow }) => flow.asked?.no ?? "" },
          { label: "Toestemming", numeric: true, cell: ({ flow }) => <b>{flow.consented}</b> },
          { label: "Interventie", numeric: true, cell: ({ flow }) => totalOf(flow, "intervention") },
          { label: "Controle", numeric: true, cell: ({ flow }) => totalOf(flow, "control") },
          ...waves.map((wave) => ({
            label: `${wave} ingevuld`,
            numeric: true,
            cell: ({ flow }: StudyFlow["sites"][number]) => answered(flow, wave),
          })),
          {
            label: "Eruit",
            numeric: true,
            cell: ({ flow }) => flow.consented - flow.groups.reduce((sum, { inStudy }) => sum + inStudy, 0),
          },
        ]}
      />
    </Card>
  );
}
