import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { Emergency } from "../server/emergency.store.ts";

/** What was opened in acute danger, for the privacy officer: newest first, with its review. */
export function EmergenciesPage({ emergencies }: { emergencies: readonly Emergency[] }) {
  return (
    <Page title="Noodtoegang: beoordelen" sub="Elke keer dat een gezin zonder relatie of toestemming is geopend.">
      {emergencies.length === 0 && (
        <EmptyState title="Er is niets te beoordelen">Zodra iemand noodtoegang gebruikt, staat het hier en op uw werklijst.</EmptyState>
      )}
      <Stack>
        {emergencies.map((one) => (
          <EmergencyCard key={one.id} emergency={one} />
        ))}
      </Stack>
    </Page>
  );
}

function EmergencyCard({ emergency }: { emergency: Emergency }) {
  const open = emergency.reviewedAt === null;
  return (
    <Card
      title={emergency.familyName ?? "Gezin (beoordeeld)"}
      tag={<Tag tone={open ? "late" : "ok"}>{open ? "te beoordelen" : "beoordeeld"}</Tag>}
    >
      <Facts
        facts={[
          {
            label: "Wie",
            value: `${emergency.who}, ${isRole(emergency.role) ? roleNames[emergency.role] : emergency.role}, ${emergency.organisation}`,
          },
          { label: "Waarom", value: emergency.reason },
          { label: "Van", value: formatMoment(emergency.since) },
          { label: "Tot", value: formatMoment(emergency.until) },
          emergency.reviewOutcome === null ? null : { label: "Oordeel", value: emergency.reviewOutcome },
          emergency.heldBack ? { label: "Voor het gezin", value: "niet zichtbaar, met reden" } : null,
        ]}
      />
      {open && (
        <Form action={`/noodtoegang/${emergency.id}/beoordelen`} id={`beoordeling-${emergency.id}`}>
          <TextArea name="outcome" label="Uw oordeel" rows={2} maxLength={1000} />
          <TextArea name="holdBackBecause" label="Niet laten zien aan het gezin, omdat" optional rows={2} maxLength={1000} />
          <Checkbox name="endNow" label="De toegang nu beëindigen" />
          <Button>Beoordeling vastleggen</Button>
        </Form>
      )}
    </Card>
  );
}
