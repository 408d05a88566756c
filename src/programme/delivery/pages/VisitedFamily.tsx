import { fullName } from "../../../registry/personName.ts";
import type { VisitedFamily } from "../server/familyOfVisit.store.ts";

/** "Akerstraat 12, 6411AA Heerlen". */
export const addressOf = ({ street, houseNumber, postcode, place }: VisitedFamily): string =>
  [[street, houseNumber].filter(Boolean).join(" "), [postcode, place].filter(Boolean).join(" ")].filter(Boolean).join(", ");

export const nameOfFamily = (family: VisitedFamily | undefined): string => (family ? fullName(family) : "Gezin (niet zichtbaar)");

/** How to reach a family: only numbers of which someone asked whether they are safe [domain 6.3]. */
export function Phones({ family }: Readonly<{ family: VisitedFamily }>) {
  if (family.phones.length === 0) return <span className="wieg-note">geen nummer waarvan bekend is dat het veilig is</span>;
  return (
    <>
      {family.phones.map(({ value, moments }) => (
        <span key={value}>
          <a href={`tel:${value.replaceAll(/[^\d+]/g, "")}`}>{value}</a>
          {moments === null ? "" : ` (${moments})`}{" "}
        </span>
      ))}
    </>
  );
}
