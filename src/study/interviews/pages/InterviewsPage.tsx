import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { InterviewState } from "../interviews.ts";
import { kindNames, strataNames } from "../interviews.texts.ts";
import type { DrawsView } from "../server/readInterviews.ts";
import { interviewsAddress } from "./address.ts";

/** Every draw, with how far it is. */
export function InterviewsPage({ data: { draws, studies } }: Readonly<{ data: DrawsView }>) {
  const count = (draw: DrawsView["draws"][number], states: readonly InterviewState[]) =>
    draw.interviews.filter(({ state }) => states.includes(state)).length;
  return (
    <Page
      title="Gesprekken"
      sub="Zo’n tien professionals over hun rollen, en tien gezinnen door loting. Van gezinnen staat hier alleen hun code."
      width="wide"
      back={{ href: "/onderzoek", label: "Onderzoek" }}
      actions={
        <>
          <LinkButton href={`${interviewsAddress}/nieuw`} variant="primary">
            Nieuwe loting
          </LinkButton>
          <LinkButton href={`${interviewsAddress}/themas`}>Wat er gezegd is, per thema</LinkButton>
        </>
      }
    >
      <Card title="Lotingen">
        <DataTable
          caption="Lotingen"
          rows={draws}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Nog niemand geloot">
              Begin met een nieuwe loting. Wieg loot uit wie toestemming gaf om gevraagd te worden, en iedereen kan het narekenen.
            </EmptyState>
          }
          columns={[
            {
              label: "Loting",
              heading: true,
              cell: (draw) => <a href={`${interviewsAddress}/${draw.id}`}>{kindNames[draw.kind]}</a>,
              note: (draw) => `${studies.find(({ code }) => code === draw.study)?.name ?? draw.study}; ${strataNames[draw.strataBy]}`,
            },
            { label: "Geloot op", cell: ({ drawnOn }) => formatDay(drawnOn) },
            { label: "Gewenst", numeric: true, cell: ({ wanted }) => wanted },
            { label: "Gevraagd", numeric: true, cell: (draw) => count(draw, ["asked", "invited"]) },
            { label: "Doet mee", numeric: true, cell: (draw) => count(draw, ["agreed"]) },
            { label: "Gesproken", numeric: true, cell: (draw) => count(draw, ["held"]) },
            { label: "Vervangen", numeric: true, cell: (draw) => count(draw, ["declined", "no_answer", "stopped"]) },
          ]}
        />
      </Card>
    </Page>
  );
}
