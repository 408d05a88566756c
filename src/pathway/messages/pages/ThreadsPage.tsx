import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SearchBox } from "../../../design/SearchBox.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { ThreadList } from "../server/readMessages.ts";
import { ThreadTable } from "./ThreadTable.tsx";
import { Words } from "../../../design/Words.tsx";

/** The conversations on a family, with what was looked for. */
export function ThreadsPage({ data }: Readonly<{ data: ThreadList }>) {
  const { line, family, threads, words, own } = data;
  const base = `/gezinnen/${line.id}/berichten`;
  const begin =
    line.state === "open" ? (
      <LinkButton href={`${base}/nieuw/praktisch`} variant="primary">
        Nieuw gesprek
      </LinkButton>
    ) : undefined;
  return (
    <Page title="Berichten" width="wide" sub={family} back={{ href: `/gezinnen/${line.id}`, label: family }} actions={begin}>
      <Stack>
        <SearchBox
          action={`${base}/zoeken`}
          method="post"
          label="Zoek in de berichten"
          value={words ?? ""}
          hint="Woorden uit een bericht of onderwerp. U vindt alleen wat u mag lezen."
        />
        <Card title={words === null ? "Gesprekken" : "Gevonden"} action={words === null ? undefined : <a href={base}>Alle gesprekken</a>}>
          {threads.length === 0 ? <Nothing searched={words !== null} /> : <ThreadTable threads={threads} />}
        </Card>
        {own.length > 0 && (
          <Details summary={`Wat uw organisatie schreef in gesprekken die u niet leest (${own.length})`}>
            <p>Uw organisatie bewaart wat zij zelf schreef. De rest van die gesprekken is niet voor u.</p>
            {own.map((one) => (
              <section key={one.id}>
                <p className="wieg-note">
                  {one.author}, {formatMoment(one.at)}
                </p>
                <Words text={one.words} />
              </section>
            ))}
          </Details>
        )}
      </Stack>
    </Page>
  );
}

function Nothing({ searched }: Readonly<{ searched: boolean }>) {
  return searched ? (
    <EmptyState title="Niets gevonden">Probeer een ander woord, of een deel ervan.</EmptyState>
  ) : (
    <EmptyState title="Nog geen berichten">
      Hier schrijft u elkaar over dit gezin, in plaats van per e-mail. Alleen wie het gezin toestaat mee te lezen, leest mee.
    </EmptyState>
  );
}
