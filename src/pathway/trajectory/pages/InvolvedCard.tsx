import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Involved } from "../server/familyPage.store.ts";

/** Who works with this family today, with a number to call. */
export function InvolvedCard({ involved }: { involved: readonly Involved[] }) {
  return (
    <Card title="Betrokken" id="betrokken">
      <Facts
        facts={involved.map(({ organisation, phone, since }) => ({
          label: organisation,
          value: (
            <>
              {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a> : "geen telefoonnummer"}
              <small className="wieg-note">sinds {formatDay(since)}</small>
            </>
          ),
        }))}
      />
    </Card>
  );
}
