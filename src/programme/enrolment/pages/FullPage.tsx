import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import { entryNames, offerNames } from "../enrolment.texts.ts";
import { offers } from "../enrolment.ts";
import type { FullPlaces } from "../server/readOverview.ts";
import { PlacesCard } from "./PlacesCard.tsx";

/** Places are gone, or there is room again: what to do now, what to offer instead, and whom to call. */
export function FullPage({ full: { pool, programme, places, others, call } }: Readonly<{ full: FullPlaces }>) {
  const free = Math.max(0, pool.places - pool.taken);
  const way = pool.pillar === 2 ? `, ${entryNames[pool.entry]}` : "";
  const elsewhere = others.flatMap((other) =>
    other.places
      .filter((one) => one.pillar === pool.pillar && one.taken < one.places)
      .map((one) => ({ name: other.programme.name, ...one })),
  );
  return (
    <Page
      title={free === 0 ? "De plaatsen zijn op" : "Er is weer plaats"}
      heading={`${programme.name}, pijler ${pool.pillar}${way}`}
      back={{ href: `/geboortezorg-flex?programma=${programme.code}`, label: programme.name }}
      width="narrow"
    >
      {free === 0 ? (
        <Card title="Wat u nu doet" tone="late">
          <ol>
            <li>Vertel het gezin zelf dat de plaatsen op zijn. Het ligt niet aan het gezin.</li>
            <li>
              Bied de gewone zorg en hulp aan:{" "}
              {offers
                .filter((offer) => offer !== "other")
                .map((offer) => offerNames[offer].toLowerCase())
                .join("; ")}
              .
            </li>
            <li>
              Leg bij het gezin vast: geen plaats, met wat u aanbiedt. Er is geen wachtlijst; is er weer plaats, dan hoort u het hier.
            </li>
          </ol>
        </Card>
      ) : (
        <Alert title={free === 1 ? "Er is weer 1 plaats vrij" : `Er zijn weer ${free} plaatsen vrij`} tone="ok">
          Kijk welke gezinnen eerder hoorden dat de plaatsen op waren. Een nieuw besluit kan nu.
        </Alert>
      )}
      <Card title="Wie u belt">
        <Facts
          facts={[
            call && { label: "Over plaatsen", value: `${call.name}, coördinator kraamzorg${call.phone === null ? "" : `: ${call.phone}`}` },
            {
              label: "Bezwaar van een gezin",
              value: `${programme.settings.letters.objection.to}: ${programme.settings.letters.objection.telephone}`,
            },
          ]}
        />
      </Card>
      {elsewhere.length > 0 && (
        <Card title="Elders nog plaats">
          <Facts
            facts={elsewhere.map((one) => ({ label: `${one.name}, ${entryNames[one.entry]}`, value: `${one.places - one.taken} vrij` }))}
          />
          <p className="wieg-note">Alleen voor gezinnen uit de gemeenten van dat programma.</p>
        </Card>
      )}
      <PlacesCard programme={programme} places={places} />
      <ActionForm action="/geboortezorg-flex/gelezen" button="Ik heb dit gelezen" hidden={{ programme: programme.id }} />
    </Page>
  );
}
