import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { entryNames } from "../meldcode.texts.ts";
import type { MeldcodeList } from "../server/meldcode.ts";
import type { MeldcodeListed } from "../server/meldcode.store.ts";
import { DangerAlert } from "./DangerAlert.tsx";

/** One's own suspicions; for the officer those of her organisation. */
export function MeldcodeListPage({ list, officer }: { list: MeldcodeList; officer: boolean }) {
  const open = list.cases.filter(({ state }) => state === "open");
  const closed = list.cases.filter(({ state }) => state === "closed");
  return (
    <Page
      title="Meldcode"
      sub="Vijf stappen bij een vermoeden van huiselijk geweld of kindermishandeling. Alleen u en de aandachtsfunctionaris van uw organisatie zien wat hier staat."
      actions={
        officer ? undefined : (
          <LinkButton href="/meldcode/nieuw" variant="primary">
            Vermoeden vastleggen
          </LinkButton>
        )
      }
    >
      <DangerAlert />
      <Cases title="Open" cases={open} today={list.today} officer={officer} />
      {closed.length > 0 && <Cases title="Afgesloten" cases={closed} today={list.today} officer={officer} />}
    </Page>
  );
}

function Cases({ title, cases, today, officer }: { title: string; cases: readonly MeldcodeListed[]; today: string; officer: boolean }) {
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={cases}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Er staat niets open">
            {officer
              ? "Vraagt een collega uw advies, dan staat dat ook bij Mijn werk."
              : "Twijfelt u? Veilig Thuis denkt mee, ook zonder naam: 0800 2000."}
          </EmptyState>
        }
        columns={[
          {
            label: "Over",
            heading: true,
            cell: ({ id, aboutWhom }) => <a href={`/meldcode/${id}`}>{aboutWhom}</a>,
            note: ({ startedOn }) => `sinds ${formatDay(startedOn)}`,
          },
          ...(officer ? [{ label: "Van", cell: ({ author }: MeldcodeListed) => author }] : []),
          {
            label: "Laatste stap",
            cell: ({ last }) => (last ? entryNames[last] : ""),
            note: ({ lastOn }) => (lastOn ? formatDay(lastOn) : ""),
          },
          {
            label: "Volgende stap",
            cell: ({ nextOn }) => (nextOn === null ? "" : <Tag tone={nextOn < today ? "late" : "info"}>{formatDay(nextOn)}</Tag>),
          },
        ]}
      />
    </Card>
  );
}
