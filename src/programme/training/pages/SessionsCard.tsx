import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { TrainingModule } from "../../configuration/settings/training.ts";
import type { TrainingView } from "../rules/whoSees.ts";
import type { Session } from "../training.ts";
import { seatStateNames, sessionTitle } from "../training.texts.ts";

type Props = Readonly<{
  title: string;
  sessions: readonly Session[];
  modules: readonly TrainingModule[];
  today: Day;
  view: TrainingView;
}>;

/** Sessions, each leading to its own page: there one signs up. */
export function SessionsCard({ title, sessions, modules, today, view }: Props) {
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={sessions}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Er is nog niets gepland">
            {view === "keeps"
              ? "Plan een bijeenkomst: dan kunnen collega's zich aanmelden."
              : "Zodra er iets gepland is, kunt u zich hier aanmelden."}
          </EmptyState>
        }
        columns={[
          {
            label: "Waarover",
            heading: true,
            cell: (one) => <a href={`/geboortezorg-flex/scholing/${one.id}`}>{sessionTitle(one, modules)}</a>,
            note: ({ trainer, withExpert }) => `${trainer}${withExpert ? ", met een ervaringsdeskundige" : ""}`,
          },
          { label: "Wanneer", cell: ({ onDay }) => formatDay(onDay), note: ({ begins, ends }) => `${begins} tot ${ends} uur` },
          { label: "Waar", cell: ({ place }) => place },
          {
            label: "Plaatsen",
            cell: ({ taken, seats, onDay }) =>
              onDay < today ? `${taken} deelnemers` : taken >= seats ? "vol" : `${seats - taken} van ${seats} vrij`,
          },
          {
            label: view === "keeps" || view === "reads" ? "Stand" : "U",
            cell: (one) => <StandTag session={one} today={today} keeps={view === "keeps"} />,
          },
        ]}
      />
    </Card>
  );
}

function StandTag({
  session: { cancelled, mine, onDay, taken },
  today,
  keeps,
}: Readonly<{ session: Session; today: Day; keeps: boolean }>) {
  if (cancelled) return <Tag>gaat niet door</Tag>;
  if (keeps) return onDay < today && taken === 0 ? <Tag>niemand</Tag> : <Tag tone="plain">{onDay < today ? "geweest" : "gepland"}</Tag>;
  return mine === null ? <Tag>niet aangemeld</Tag> : <Tag tone={seatStateNames[mine].tone}>{seatStateNames[mine].text}</Tag>;
}
