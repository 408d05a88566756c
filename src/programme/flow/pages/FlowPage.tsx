import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import type { Stage } from "../flow.ts";
import { stageNames, waited } from "../flow.texts.ts";
import type { Flow } from "../server/readFlow.ts";
import { FlowPicture } from "./FlowPicture.tsx";

export const flowAddress = "/geboortezorg-flex/route";
const hrefOf = (stage: Stage): string => `${flowAddress}/${stage}`;

const whose: Readonly<Record<Flow["of"], string>> = {
  own: "Uw eigen gezinnen: waar zij nu staan op de route van intake tot flexibele kraamzorg. Druk op een aantal om de gezinnen te zien.",
  area: "Alle gezinnen in het gebied: waar zij nu staan op de route van intake tot flexibele kraamzorg.",
};

/** Where every family stands on the route [001 ch. 4], with how long. */
export function FlowPage({ flow }: Readonly<{ flow: Flow }>) {
  const { programme, programmes, counts, of, opens, rounded } = flow;
  return (
    <Page
      title="De route als plaatje"
      width="wide"
      back={{ href: "/geboortezorg-flex", label: "Geboortezorg Flex" }}
      sub={`${whose[of]} ${rounded ? "Afgerond op vijftallen; minder dan tien staat er niet." : ""}`}
    >
      {of === "area" && programme && <ProgrammeSwitch address={flowAddress} programmes={programmes} current={programme.code} />}
      <Card title="Waar staan de gezinnen?">
        <FlowPicture
          label="De route in stappen, met het aantal gezinnen; dezelfde cijfers staan in de tabel"
          counts={counts}
          opens={opens}
          href={hrefOf}
        />
        <DataTable
          caption="Gezinnen per stap van de route"
          rows={counts}
          rowKey={({ stage }) => stage}
          columns={[
            { label: "Stap", heading: true, cell: ({ stage }) => stageNames[stage].name, note: ({ stage }) => stageNames[stage].about },
            {
              label: "Gezinnen",
              numeric: true,
              cell: ({ stage, families }) =>
                families === null ? (
                  "minder dan 10"
                ) : families > 0 && opens.includes(stage) ? (
                  <a href={hrefOf(stage)}>{families} bekijken</a>
                ) : (
                  families
                ),
            },
            {
              label: "Staat daar",
              numeric: true,
              cell: ({ days }) => (days === null ? "–" : waited(days)),
              note: ({ days }) => days !== null && "de helft zo lang of korter",
            },
          ]}
        />
        <p className="wieg-hint">
          Een gezin telt bij de verste stap. Wie een plaats heeft, houdt die: een latere inschatting of verhuizing verandert niets.
          Afgesloten lijnen en gezinnen na een verlies staan er niet bij.
        </p>
      </Card>
    </Page>
  );
}
