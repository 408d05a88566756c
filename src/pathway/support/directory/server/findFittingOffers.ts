import type { Db } from "../../../../platform/db/withActor.ts";
import type { FamilyNow, Fit, SupportOffer } from "../directory.ts";
import { isReferred } from "../rules/askAddress.ts";
import { decideFit } from "../rules/decideFit.ts";
import { findOffer, listOffers } from "./offer.store.ts";

/** How many offers one can choose from at a time. */
const atMost = 60;

/** What fits a family and is open, with why; and the one that was chosen, whatever it is. */
export async function findFittingOffers(
  db: Db,
  family: FamilyNow,
  chosen: string | null,
): Promise<readonly { offer: SupportOffer; fit: Fit }[]> {
  const found = await listOffers(db, { words: "", topic: null, language: null, for: family }, 0, atMost);
  const picked = chosen === null || found.some(({ id }) => id === chosen) ? null : await findOffer(db, chosen);
  return [...(picked ? [picked] : []), ...found]
    .filter((offer) => offer.status === "active" && isReferred(offer))
    .map((offer) => ({ offer, fit: decideFit(offer, family) }));
}
