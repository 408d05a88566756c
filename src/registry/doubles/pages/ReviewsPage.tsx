import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { sayLikeness } from "../doubles.texts.ts";
import type { Review } from "../server/doubles.store.ts";

/** What waits for the neutral reviewer, and what was decided. No facts of a family stand here. */
export function ReviewsPage({ reviews }: { reviews: readonly Review[] }) {
  const open = reviews.filter(({ state }) => state === "open");
  const decided = reviews.filter(({ state }) => state !== "open");
  return (
    <Page
      title="Mogelijk dubbel"
      sub="Twee organisaties hebben misschien hetzelfde gezin aangemeld, zonder dat van elkaar te weten. U beoordeelt dat voor de regio."
      width="wide"
    >
      <Stack>
        <Card title="Te beoordelen">
          <ReviewTable
            caption="Te beoordelen"
            reviews={open}
            empty={<EmptyState title="Er is niets te beoordelen">Wie mogelijk dubbel staat, komt hier vanzelf te staan.</EmptyState>}
          />
        </Card>
        {decided.length > 0 && (
          <Card title="Beoordeeld">
            <ReviewTable caption="Beoordeeld" reviews={decided} empty="" />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

function ReviewTable({ caption, reviews, empty }: { caption: string; reviews: readonly Review[]; empty: React.ReactNode }) {
  return (
    <DataTable
      caption={caption}
      rows={reviews}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          label: "Organisaties",
          heading: true,
          cell: ({ one, other }) => `${one} en ${other}`,
          note: ({ likeness }) => sayLikeness(likeness),
        },
        {
          label: "Gevonden",
          cell: ({ foundAt }) => formatMoment(foundAt),
          note: ({ decidedAt, decidedBy }) =>
            decidedAt === null ? "" : `beoordeeld door ${decidedBy ?? "onbekend"}, ${formatMoment(decidedAt)}`,
        },
        { label: "Stand", cell: (review) => <ReviewTag review={review} /> },
        {
          label: "",
          action: true,
          cell: ({ id, state, merged }) =>
            state === "open" || merged ? (
              <LinkButton href={`/dubbelen/${id}`}>{state === "open" ? "Beoordelen" : "Bekijken"}</LinkButton>
            ) : null,
        },
      ]}
    />
  );
}

function ReviewTag({ review }: { review: Review }) {
  if (review.state === "open") return <Tag tone="soon">open</Tag>;
  if (review.undoneAt !== null && !review.merged) return <Tag>samenvoeging ongedaan gemaakt</Tag>;
  return review.merged ? <Tag tone="ok">samengevoegd</Tag> : <Tag>twee gezinnen</Tag>;
}
