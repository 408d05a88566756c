import { Card } from "../../../design/Card.tsx";
import { CountCards } from "../../../design/CountCards.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, formatDay } from "../../../kit/day.ts";
import { childAge } from "../rules/childAge.ts";
import { pregnancyWeek } from "../rules/pregnancyWeek.ts";
import { termOf, type WorkFilter } from "../rules/workList.ts";
import type { MyWork } from "../server/readWork.ts";
import { countedAtMost, type WorkItem } from "../server/workList.store.ts";
import type { WorkKinds } from "../workKind.ts";

const filterWords: Readonly<Record<WorkFilter, { title: string; label: string; address: string }>> = {
  late: { title: "Te laat", label: "te laat", address: "/werk?toon=te-laat" },
  week: { title: "Deze week", label: "deze week", address: "/werk?toon=deze-week" },
  waiting: { title: "Wacht op een ander", label: "wacht op een ander", address: "/werk?toon=wacht" },
};

/** What someone with this role may do from here; what she may not is not shown. */
export interface WorkRights {
  readonly record: boolean;
  readonly openFamily: boolean;
}

/** The start page: what waits for me, what waits for others, each with the family, the reason, the term and one action. */
export function WorkPage({ work, kinds, may }: { work: MyWork; kinds: WorkKinds; may: WorkRights }) {
  const title = work.filter ? `Mijn werk: ${filterWords[work.filter].title.toLowerCase()}` : "Mijn werk";
  return (
    <Page
      title={title}
      sub={formatDay(work.today)}
      actions={
        may.record ? (
          <LinkButton href="/signalen/nieuw" variant="primary">
            Signaal vastleggen
          </LinkButton>
        ) : null
      }
      {...(work.filter ? { back: { href: "/werk", label: "Al mijn werk" } } : {})}
    >
      <CountCards
        label="Hoeveel er is"
        counts={(["late", "week", "waiting"] as const).map((filter) => ({
          count: work.counts[filter] >= countedAtMost ? `${countedAtMost - 1}+` : String(work.counts[filter]),
          label: filterWords[filter].label,
          href: filterWords[filter].address,
          ...toneOf(filter, work.counts[filter]),
        }))}
      />
      <Card title={work.filter ? filterWords[work.filter].title : "Te doen"}>
        <WorkTable items={work.todo} kinds={kinds} today={work.today} filter={work.filter} may={may} />
        {(work.page > 1 || work.more) && (
          <Pagination
            page={work.page}
            pages={work.more ? work.page + 1 : work.page}
            href={(page) => `${work.filter ? `${filterWords[work.filter].address}&` : "/werk?"}blad=${page}`}
          />
        )}
      </Card>
      {work.waiting.length > 0 && (
        <Card title="Wacht op een ander">
          <WorkTable items={work.waiting} kinds={kinds} today={work.today} filter="waiting" may={may} />
        </Card>
      )}
    </Page>
  );
}

const toneOf = (filter: WorkFilter, count: number) =>
  filter === "late" && count > 0 ? { tone: "late" as const } : filter === "week" && count > 0 ? { tone: "soon" as const } : {};

type TableProps = Readonly<{ items: readonly WorkItem[]; kinds: WorkKinds; today: string; filter: WorkFilter | null; may: WorkRights }>;

/** An empty part of the list says that this part is empty, not that nothing waits at all. */
const nothing: Readonly<Record<WorkFilter, { title: string; text: string }>> = {
  late: { title: "Niets is te laat", text: "Wat over zijn dag heen gaat, komt hier te staan." },
  week: { title: "Deze week moet er niets", text: "Wat later moet, staat bij Al mijn werk." },
  waiting: { title: "U wacht nergens op", text: "Wat u vraagt aan een ander ziet u hier, tot het klaar is." },
};
const emptyOf = (filter: WorkFilter | null, may: WorkRights) =>
  filter === null
    ? {
        title: "Er wacht niets op u",
        text: `Nieuw werk komt hier vanzelf te staan.${may.record ? " Maakt u zich zorgen over een gezin? Leg een signaal vast." : ""}`,
      }
    : nothing[filter];

function WorkTable({ items, kinds, today, filter, may }: TableProps) {
  const waiting = filter === "waiting";
  const empty = emptyOf(filter, may);
  return (
    <DataTable
      caption={waiting ? "Wacht op een ander" : "Te doen"}
      rows={items}
      rowKey={(item) => String(item.id)}
      empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
      columns={[
        {
          label: "Gezin",
          heading: true,
          cell: (item) => <FamilyName item={item} kinds={kinds} mayOpen={may.openFamily} />,
          note: (item) => familyNote(item, today),
        },
        {
          label: waiting ? "Waarop" : "Wat en waarom",
          cell: (item) => <b>{kinds[item.kind]?.title(item.facts) ?? item.kind}</b>,
          note: (item) => kinds[item.kind]?.reason(item.facts) ?? "",
        },
        { label: waiting ? "Sinds" : "Wanneer", cell: (item) => <Term item={item} today={today} waiting={waiting} /> },
        { label: "", action: true, cell: (item) => <WorkAction item={item} kinds={kinds} /> },
      ]}
    />
  );
}

function Term({ item, today, waiting }: { item: WorkItem; today: string; waiting: boolean }) {
  const term = termOf(item.dueOn, today);
  if (!waiting) return <Tag tone={term.tone}>{term.text}</Tag>;
  const days = daysBetween(item.since, today);
  return (
    <>
      {days === 0 ? "vandaag" : `${days} ${days === 1 ? "dag" : "dagen"}`}, antwoord vóór <Tag tone={term.tone}>{term.text}</Tag>
    </>
  );
}

function WorkAction({ item, kinds }: { item: WorkItem; kinds: WorkKinds }) {
  const kind = kinds[item.kind];
  return kind ? (
    <LinkButton href={kind.href(item)} label={`${kind.action}: ${kind.title(item.facts)}`}>
      {kind.action}
    </LinkButton>
  ) : null;
}

const FamilyName = ({ item, kinds, mayOpen }: { item: WorkItem; kinds: WorkKinds; mayOpen: boolean }) => {
  if (item.trajectoryId === null) return <>{kinds[item.kind]?.about ?? "Alle gezinnen"}</>;
  if (item.familyName === null) return <>Gezin (nog niet zichtbaar)</>;
  const name = [item.givenName ? `${item.givenName.slice(0, 1)}.` : "", item.prefix ?? "", item.familyName].filter(Boolean).join(" ");
  return mayOpen ? <a href={`/gezinnen/${item.trajectoryId}`}>{name}</a> : <>{name}</>;
};

function familyNote(item: WorkItem, today: string): string {
  const age = item.bornOn && childAge(item.bornOn, today);
  const when = age ? `kind ${age}` : item.dueDate && pregnancyWeek(item.dueDate, today);
  return [when, item.place].filter(Boolean).join(", ");
}
