import { Card } from "../../../../design/Card.tsx";
import { DataTable } from "../../../../design/DataTable.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import type { SupportGroup } from "../group.ts";
import type { GroupsData } from "../server/readGroups.ts";

/** All groups that are open: the own organisation's, and those of others with how many places there are. */
export function GroupsPage({ data: { groups, organisationId, mayOpen }, mayKeep }: Readonly<{ data: GroupsData; mayKeep: boolean }>) {
  const own = groups.filter(({ organisation }) => organisation.id === organisationId);
  const others = groups.filter(({ organisation }) => organisation.id !== organisationId);
  const open = mayKeep && mayOpen ? <LinkButton href="/groepen/nieuw">Nieuwe groep</LinkButton> : undefined;
  return (
    <Page
      title="Groepen"
      width="wide"
      back={{ href: "/sociale-kaart", label: "Sociale kaart" }}
      sub="Zoals CenteringPregnancy en CenteringParenting: wie meedoet ziet alleen wie de groep geeft."
      actions={open}
    >
      <Stack>
        <Card title="Van uw organisatie">
          {own.length === 0 ? (
            <EmptyState title="Nog geen groep" action={open}>
              {mayKeep && !mayOpen ? (
                <>
                  Zet eerst het aanbod <a href="/sociale-kaart/nieuw">op de sociale kaart</a>; daarna kunt u er groepen van maken.
                </>
              ) : (
                "Groepen van uw organisatie staan hier."
              )}
            </EmptyState>
          ) : (
            <GroupTable caption="Groepen van uw organisatie" groups={own} />
          )}
        </Card>
        <Card title="Van anderen">
          {others.length === 0 ? (
            <EmptyState title="Nog geen groepen van anderen">Een gezin aanmelden doet u met een verwijzing, vanaf het gezin.</EmptyState>
          ) : (
            <GroupTable caption="Groepen van anderen" groups={others} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}

export function PlacesTag({ group: { places, taken } }: Readonly<{ group: SupportGroup }>) {
  const free = places - taken;
  if (free === 0) return <Tag tone="late">vol</Tag>;
  return <Tag tone={free <= 2 ? "soon" : "ok"}>{free === 1 ? "1 plek vrij" : `${free} plekken vrij`}</Tag>;
}

function GroupTable({ caption, groups }: Readonly<{ caption: string; groups: readonly SupportGroup[] }>) {
  return (
    <DataTable
      caption={caption}
      rows={groups}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Groep",
          heading: true,
          cell: ({ id, name }) => <a href={`/groepen/${id}`}>{name}</a>,
          note: ({ offer, organisation }) => `${offer.name}, ${organisation.name}`,
        },
        { label: "Volgende keer", cell: ({ nextOn }) => (nextOn === null ? "geen" : formatDay(nextOn)), note: ({ location }) => location },
        { label: "Plaatsen", cell: (group) => <PlacesTag group={group} />, note: ({ taken, places }) => `${taken} van ${places} bezet` },
      ]}
    />
  );
}
