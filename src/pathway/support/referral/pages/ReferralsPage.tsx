import { Card } from "../../../../design/Card.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import type { ReferralsData } from "../server/readReferral.ts";
import { CandidateTable } from "./CandidateTable.tsx";

/** Everything that was asked for a family, open and closed. */
export function ReferralsPage({ data, mayRefer }: Readonly<{ data: ReferralsData; mayRefer: boolean }>) {
  const { line, family, candidates } = data;
  const button =
    mayRefer && line.state === "open" ? <LinkButton href={`/gezinnen/${line.id}/steun`}>Steun zoeken en verwijzen</LinkButton> : undefined;
  return (
    <Page title="Verwijzingen" width="wide" sub={family} back={{ href: `/gezinnen/${line.id}`, label: family }} actions={button}>
      <Stack>
        <Card title="Wat is gevraagd">
          {candidates.length === 0 ? (
            <EmptyState title="Nog niets gevraagd" action={button}>
              Zoek samen met het gezin wat past op de sociale kaart.
            </EmptyState>
          ) : (
            <CandidateTable candidates={candidates} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}
