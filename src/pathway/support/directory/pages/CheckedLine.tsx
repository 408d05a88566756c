import { Tag } from "../../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../../kit/day.ts";
import type { SupportOffer } from "../directory.ts";
import { checkAfterMonths, needsCheck } from "../rules/needsCheck.ts";

/** When and by whom it was last checked; what nobody checked for half a year says so. */
export function CheckedLine({ offer, today }: Readonly<{ offer: SupportOffer; today: Day }>) {
  const old = needsCheck(offer.assured?.on ?? null, today);
  return (
    <p className="wieg-note">
      {offer.assured === null ? "Nog door niemand nagekeken." : `Nagekeken op ${formatDay(offer.assured.on)} door ${offer.assured.by}.`}{" "}
      {old && (
        <Tag tone="soon">{offer.assured === null ? "nog niet nagekeken" : `langer dan ${checkAfterMonths} maanden niet nagekeken`}</Tag>
      )}{" "}
      {offer.reportedOn !== null && <Tag tone="late">klopt misschien niet meer, gemeld op {formatDay(offer.reportedOn)}</Tag>}
    </p>
  );
}
