import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import type { SupportOffer } from "../directory.ts";
import type { DirectoryList } from "../server/readDirectory.ts";
import { OfferCard } from "./OfferCard.tsx";

type Props = Readonly<{
  list: DirectoryList;
  showFit: boolean;
  /** Where an offer is asked for this family; null where no family is chosen. */
  ask: ((offer: SupportOffer) => string | null) | null;
  address: (page: number) => string;
}>;

/** The offers that were found, page after page. */
export function OfferList({ list, showFit, ask, address }: Props) {
  const { offers, more, question, today } = list;
  if (offers.length === 0)
    return (
      <Card>
        <EmptyState title="Niets gevonden dat past">
          Zoek met een ander woord, of laat ook zien wat niet past: dan ziet u waarom. Mist u aanbod? Vraag de organisatie het toe te
          voegen.
        </EmptyState>
      </Card>
    );
  return (
    <Stack>
      {offers.map((found) => (
        <OfferCard key={found.offer.id} found={found} today={today} showFit={showFit} refer={ask?.(found.offer) ?? null} />
      ))}
      {(more || question.page > 1) && (
        <ButtonRow>
          {question.page > 1 && (
            <LinkButton href={address(question.page - 1)} variant="quiet">
              Vorige
            </LinkButton>
          )}
          {more && <LinkButton href={address(question.page + 1)}>Meer aanbod</LinkButton>}
        </ButtonRow>
      )}
    </Stack>
  );
}
