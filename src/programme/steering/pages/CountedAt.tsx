import { formatMoment } from "../../../kit/day.ts";

/** How old the figures are that are counted each morning. */
export function CountedAt({ at }: Readonly<{ at: string | null }>) {
  return (
    <p className="wieg-note">
      {at === null ? "Wieg telt dit elke ochtend om 6.00 uur." : `Geteld op ${formatMoment(at)}; elke ochtend opnieuw.`}
    </p>
  );
}
