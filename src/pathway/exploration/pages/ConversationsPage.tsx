import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { lifeDomains } from "../../signal/signal.ts";
import { domainNames } from "../../signal/signal.texts.ts";
import type { BroadConversation } from "../broadConversation.ts";
import type { Conversations } from "../server/readConversations.ts";
import { ConversationRadar } from "./ConversationRadar.tsx";

type Props = Readonly<{ trajectoryId: string; data: Conversations; mayWrite: boolean; mayMend: (one: BroadConversation) => boolean }>;

/** All broad conversations of a family: the web with earlier ones beside it, and each in its own words. */
export function ConversationsPage({ trajectoryId, data, mayWrite, mayMend }: Props) {
  const base = `/gezinnen/${trajectoryId}/gesprekken`;
  const ask = mayWrite ? (
    <LinkButton href={`${base}/nieuw`} variant="primary">
      Nieuw gesprek
    </LinkButton>
  ) : undefined;
  return (
    <Page
      title="Brede gesprekken"
      sub="Over alle gebieden van het leven, met Positieve Gezondheid."
      back={{ href: `/gezinnen/${trajectoryId}`, label: data.family }}
      actions={data.conversations.length > 0 ? ask : undefined}
    >
      {data.conversations.length === 0 ? (
        <EmptyState title="Er is nog geen breed gesprek" action={ask}>
          Zes gebieden, elk een cijfer van 0 tot 10, en wat het gezin zelf wil veranderen. Overslaan mag.
        </EmptyState>
      ) : (
        <Columns
          asideLabel="In hun eigen woorden"
          aside={data.conversations.map((one) => (
            <ConversationCard
              key={one.id}
              one={one}
              summary={data.summaries[one.id]}
              mend={mayMend(one) ? `${base}/${one.id}/wijzigen` : null}
            />
          ))}
        >
          <Card title="Spinnenweb">
            <ConversationRadar conversations={data.conversations} />
          </Card>
        </Columns>
      )}
    </Page>
  );
}

function ConversationCard({ one, summary, mend }: Readonly<{ one: BroadConversation; summary: string | undefined; mend: string | null }>) {
  const said = lifeDomains.flatMap((dimension) =>
    one.dimensions.filter((row) => row.dimension === dimension && (row.score !== null || row.remark !== null)),
  );
  return (
    <Card
      title={formatDay(one.heldOn)}
      id={one.id}
      tag={one.version > 1 ? <Tag>veranderd, versie {one.version}</Tag> : undefined}
      action={
        mend === null ? undefined : (
          <LinkButton href={mend} variant="quiet" label={`Veranderen: gesprek van ${formatDay(one.heldOn)}`}>
            Veranderen
          </LinkButton>
        )
      }
    >
      {one.familyWants !== null && (
        <p>
          Het gezin wil: <q>{one.familyWants}</q>
        </p>
      )}
      <Facts
        facts={said.map(({ dimension, score, remark }) => ({
          label: domainNames[dimension],
          value: (
            <>
              {score === null ? "geen cijfer" : <b>{score}</b>}
              {remark !== null && (
                <>
                  . <q>{remark}</q>
                </>
              )}
            </>
          ),
        }))}
      />
      {summary !== undefined && <p>Samenvatting: {summary}</p>}
      <p className="wieg-note">
        {one.by.name}, {one.by.organisation}
      </p>
    </Card>
  );
}
