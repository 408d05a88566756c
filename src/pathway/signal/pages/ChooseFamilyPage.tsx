import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SearchBox } from "../../../design/SearchBox.tsx";
import { fullName } from "../../../registry/personName.ts";
import type { FamilyChoices } from "../server/chooseFamily.ts";
import { FamilyChoiceTable } from "./FamilyChoiceTable.tsx";

/** Which family is it about? Then the signal itself. */
export function ChooseFamilyPage({ found, mayRegister }: { found: FamilyChoices; mayRegister: boolean }) {
  return (
    <Page title="Signaal vastleggen" heading="Over welk gezin gaat het?" back={{ href: "/werk", label: "Mijn werk" }}>
      <SearchBox
        action="/signalen/nieuw"
        method="post"
        label="Zoek een gezin"
        value={found.words}
        hint="Naam, geboortedatum, postcode of uitgerekende datum."
      />
      <Card title={found.words === "" ? "Gezinnen waar u werk voor hebt" : "Gevonden"}>
        <FamilyChoiceTable
          found={found}
          action={(choice) => (
            <LinkButton href={`/gezinnen/${choice.trajectoryId}/signalen/nieuw`} label={`Signaal vastleggen: ${fullName(choice)}`}>
              Signaal
            </LinkButton>
          )}
        />
      </Card>
      {mayRegister && (
        <p>
          Staat het gezin er niet bij? <a href="/gezinnen/nieuw">Gezin registreren</a>
        </p>
      )}
    </Page>
  );
}
