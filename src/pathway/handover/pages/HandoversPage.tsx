import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import type { HandoversData } from "../server/readHandover.ts";
import { DueCard } from "./DueCard.tsx";
import { HandoverTable } from "./HandoverTable.tsx";

/** The handovers of a family: what is due now, and what there was. */
export function HandoversPage({ data, mayPrepare }: Readonly<{ data: HandoversData; mayPrepare: boolean }>) {
  const { line, family, handovers, due, today } = data;
  const home = `/gezinnen/${line.id}`;
  const begin = mayPrepare && line.state === "open";
  const other = (
    <LinkButton href={`${home}/overdrachten/nieuw?soort=other`} variant={due.length === 0 ? "primary" : "secondary"}>
      Andere overdracht voorbereiden
    </LinkButton>
  );
  return (
    <Page title="Overdrachten" heading="Warme overdrachten" sub={family} back={{ href: home, label: family }}>
      {begin && due.map((one) => <DueCard key={one.moment} trajectoryId={line.id} due={one} today={today} />)}
      <Card title="Wat er is en was">
        {handovers.length === 0 ? (
          <EmptyState title="Nog geen overdracht" action={begin ? other : undefined}>
            Bij elke wisseling van handen hoort een overdracht samen met het gezin. Wieg stelt haar voor als het zover is.
          </EmptyState>
        ) : (
          <>
            <HandoverTable handovers={handovers} />
            {begin && <ButtonRow>{other}</ButtonRow>}
          </>
        )}
      </Card>
    </Page>
  );
}
