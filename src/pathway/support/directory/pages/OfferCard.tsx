import { ActionForm } from "../../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import type { Day } from "../../../../kit/day.ts";
import type { Fit } from "../directory.ts";
import { statusWords } from "../directory.texts.ts";
import type { FoundOffer } from "../server/readDirectory.ts";
import { placesWords, waitWords } from "./offerWords.ts";
import { CheckedLine } from "./CheckedLine.tsx";
import { Reach } from "./Reach.tsx";

const fitWords: Readonly<Record<Fit["outcome"], { readonly text: string; readonly tone: "ok" | "soon" | "late" }>> = {
  fits: { text: "past", tone: "ok" },
  ask: { text: "past misschien", tone: "soon" },
  not: { text: "past niet", tone: "late" },
};

/** One offer in a list: whether and why it fits, how to reach it, and whether it can be trusted. */
export function OfferCard({
  found,
  today,
  showFit,
  refer,
}: Readonly<{ found: FoundOffer; today: Day; showFit: boolean; refer: string | null }>) {
  const { offer, fit } = found;
  const status = statusWords[offer.status];
  const free = placesWords(offer);
  return (
    <Card
      title={<a href={`/sociale-kaart/${offer.id}`}>{offer.name}</a>}
      tag={
        <>
          {showFit && <Tag tone={fitWords[fit.outcome].tone}>{fitWords[fit.outcome].text}</Tag>}{" "}
          {offer.status !== "active" && <Tag tone={status.tone}>{status.text}</Tag>}
          {offer.capacity.available === 0 && <Tag tone="late">vol</Tag>}
        </>
      }
    >
      {showFit && <p>{fit.sentence}</p>}
      <p>
        {offer.description} {!showFit && offer.audience}
      </p>
      <Facts
        look="line"
        facts={[
          { label: "Wie", value: offer.organisation },
          { label: "Bereiken", value: <Reach {...offer.contact} /> },
          waitWords(offer) === null ? null : { label: "Wachttijd", value: waitWords(offer) },
          free === null ? null : { label: "Plaats", value: free },
          offer.feesDescription === null ? null : { label: "Kosten", value: offer.feesDescription },
        ]}
      />
      <CheckedLine offer={offer} today={today} />
      <ButtonRow>
        {refer !== null && fit.outcome !== "not" && (
          <LinkButton href={refer} label={`Vragen: ${offer.name}`}>
            Vragen
          </LinkButton>
        )}
        <LinkButton href={`/sociale-kaart/${offer.id}`} variant="quiet" label={`Meer over ${offer.name}`}>
          Meer
        </LinkButton>
        <ActionForm
          action={`/sociale-kaart/${offer.id}/klopt-niet`}
          button="Klopt niet meer"
          variant="quiet"
          label={`Klopt niet meer: ${offer.name}`}
        />
      </ButtonRow>
    </Card>
  );
}
