import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SearchBox } from "../../../design/SearchBox.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { listFilters } from "../familyList.ts";
import { filterWords } from "../familyList.texts.ts";
import type { FamilyList, Found } from "../server/listFamilies.ts";
import { FamilyTable } from "./FamilyTable.tsx";

const addressOf = (filter: (typeof listFilters)[number]) => `/gezinnen?toon=${filterWords[filter].address}`;

/** My families, by period, and looking one up. */
export function FamiliesPage({ list, mayRegister }: { list: FamilyList; mayRegister: boolean }) {
  const { filter, lines, today, next, after } = list;
  return (
    <Page
      title="Gezinnen"
      width="wide"
      actions={
        mayRegister ? (
          <>
            <LinkButton href="/gezinnen/importeren">Overnemen uit een bestand</LinkButton>
            <RegisterButton />
          </>
        ) : undefined
      }
    >
      <Stack>
        <Search />
        <SectionNav
          label="Periode"
          items={listFilters.map((one) => ({ href: addressOf(one), label: filterWords[one].label, current: one === filter }))}
        />
        <Card title={filterWords[filter].label}>
          <FamilyTable
            caption={`Gezinnen: ${filterWords[filter].label.toLowerCase()}`}
            lines={lines}
            today={today}
            filtered
            empty={
              <EmptyState title={filterWords[filter].empty} action={mayRegister ? <RegisterButton /> : undefined}>
                Kijk bij een andere periode, of zoek een gezin op naam.{" "}
                {mayRegister && "Een nieuw gezin aanmelden duurt nog geen twee minuten."}
              </EmptyState>
            }
          />
          {(after !== null || next !== null) && (
            <ButtonRow>
              {after !== null && (
                <LinkButton href={addressOf(filter)} variant="quiet">
                  Terug naar het begin
                </LinkButton>
              )}
              {next !== null && <LinkButton href={`${addressOf(filter)}&na=${next}`}>Volgende {lines.length} gezinnen</LinkButton>}
            </ButtonRow>
          )}
        </Card>
      </Stack>
    </Page>
  );
}

/** What was found, the best first; never how many there are that may not be seen. */
export function FoundPage({ found, mayRegister }: { found: Found; mayRegister: boolean }) {
  const { typed, lines, today, nearly, tooLittle } = found;
  return (
    <Page
      title="Gezin zoeken"
      width="wide"
      back={{ href: "/gezinnen", label: "Gezinnen" }}
      actions={mayRegister ? <RegisterButton /> : undefined}
    >
      <Stack>
        <Search value={typed} />
        <Card title={nearly ? "Niet precies gevonden. Bedoelt u een van deze?" : "Gevonden"}>
          <FamilyTable
            caption="Gevonden gezinnen"
            lines={lines}
            today={today}
            empty={
              tooLittle ? (
                <EmptyState title="Typ iets meer">Een paar letters van de naam, een datum of een postcode.</EmptyState>
              ) : (
                <EmptyState title="Geen gezin gevonden" action={mayRegister ? <RegisterButton /> : undefined}>
                  U zoekt in de gezinnen die u mag zien. Probeer een deel van de naam, de geboortedatum of de postcode.
                </EmptyState>
              )
            }
          />
        </Card>
        <p className="wieg-note">
          Is er acuut gevaar, en kunt u niemand vragen die bij het gezin hoort? Dan is er <a href="/noodtoegang">noodtoegang</a>.
        </p>
      </Stack>
    </Page>
  );
}

const RegisterButton = () => (
  <LinkButton href="/gezinnen/nieuw" variant="primary">
    Gezin aanmelden
  </LinkButton>
);

function Search({ value }: { value?: string }) {
  return (
    <SearchBox
      action="/gezinnen/zoeken"
      method="post"
      label="Zoek een gezin"
      value={value}
      hint="Naam (ook een deel), geboortedatum, uitgerekende datum of postcode. Een accent of letter verkeerd is niet erg."
    />
  );
}
