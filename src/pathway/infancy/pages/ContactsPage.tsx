import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { ContactsPageData } from "../server/readContacts.ts";
import { ContactTable } from "./ContactTable.tsx";

/** The contact moments of the youth health service until the second birthday. */
export function ContactsPage({ data, mayRecord }: Readonly<{ data: ContactsPageData; mayRecord: boolean }>) {
  const { line, children } = data;
  const quiet = line.lossOn !== null;
  const shown = children.filter(({ contacts }) => contacts.length > 0);
  return (
    <Page
      title="Contactmomenten"
      width="wide"
      back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}
      sub="Van de jeugdgezondheidszorg, tot de tweede verjaardag. De dagen volgen uit de dag van de geboorte."
    >
      <Stack>
        {quiet && (
          <Alert title="Wieg plant en vraagt hier niets meer vanzelf">
            In dit gezin was een verlies. Spreek zelf met het gezin af wat past.
          </Alert>
        )}
        {shown.length === 0 && !quiet && (
          <Card>
            <EmptyState title="Nog geen contactmomenten">Ze staan hier zodra de geboorte is vastgelegd.</EmptyState>
          </Card>
        )}
        {shown.map((child) => (
          <Card key={child.childId} title={child.name ?? "Kind"}>
            <p>
              Geboren op {formatDay(child.bornOn)}.
              {child.daysEarly > 0 &&
                ` ${Math.round(child.daysEarly / 7)} weken te vroeg: waar het om ontwikkeling gaat, telt de gecorrigeerde leeftijd.`}
            </p>
            <ContactTable trajectoryId={line.id} child={child} mayRecord={mayRecord && line.state === "open"} />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
