import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { VisitedFamily } from "../server/familyOfVisit.store.ts";
import { dayOf, type MyDays } from "../server/readVisits.ts";
import type { CareVisit } from "../visit.ts";
import { stateNames } from "../visit.texts.ts";
import { addressOf, nameOfFamily, Phones } from "./VisitedFamily.tsx";
import { visitHref } from "./visitHref.ts";
import { timesOfVisit, whenOf } from "./whenOf.ts";

/** An assistant's day: her families in the order of the route. */
export function TodayPage({ days, hasApp }: Readonly<{ days: MyDays; hasApp: boolean }>) {
  const of = (day: string) => days.visits.filter((visit) => dayOf(visit) === day);
  const [today, tomorrow] = [of(days.today), of(days.tomorrow)];
  return (
    <Page
      title="Mijn bezoeken"
      sub={formatDay(days.today)}
      actions={
        hasApp && (
          <LinkButton href="/onderweg" leaves>
            Onderweg, ook zonder internet
          </LinkButton>
        )
      }
    >
      <Stack>
        {days.open.length > 0 && <OpenCard days={days} />}
        {today.length === 0 && (
          <Card title="Vandaag">
            <EmptyState title="Vandaag staat er niets gepland">
              Was u toch bij een gezin? Leg het bezoek vast op de pagina van dat gezin.
            </EmptyState>
          </Card>
        )}
        {today.map((visit, at) => (
          <VisitCard key={visit.id} visit={visit} family={days.families.get(visit.trajectoryId)} nr={at + 1} />
        ))}
        <TomorrowCard visits={tomorrow} families={days.families} />
      </Stack>
    </Page>
  );
}

function VisitCard({ visit, family, nr }: Readonly<{ visit: CareVisit; family: VisitedFamily | undefined; nr: number }>) {
  const state = stateNames[visit.state];
  const further = visit.state === "planned" ? "Beginnen of anders" : "Bekijken";
  return (
    <Card title={`${nr}. ${timesOfVisit(visit)}: ${nameOfFamily(family)}`} tag={<Tag tone={state.tone}>{state.text}</Tag>}>
      {family && family.lossOn !== null && (
        <Alert title="In dit gezin was een verlies">
          <p>Overleg met uw coördinator of de verloskundige voordat u gaat.</p>
        </Alert>
      )}
      <Facts
        facts={[
          family ? { label: "Adres", value: addressOf(family) || "niet bekend" } : null,
          family ? { label: "Telefoon", value: <Phones family={family} /> } : null,
          visit.agreed === null ? null : { label: "Afgesproken", value: visit.agreed },
          family?.contactWish ? { label: "Wens", value: family.contactWish } : null,
          family?.interpreterNeeded ? { label: "Tolk", value: "nodig" } : null,
        ]}
      />
      <ButtonRow>
        {visit.state === "planned" && (
          <LinkButton href={`${visitHref(visit)}/vastleggen`} variant="primary" label={`Uren vastleggen: ${nameOfFamily(family)}`}>
            Uren vastleggen
          </LinkButton>
        )}
        <LinkButton href={visitHref(visit)} label={`${further}: ${nameOfFamily(family)}`}>
          {further}
        </LinkButton>
        <LinkButton href={`/gezinnen/${visit.trajectoryId}/kraamzorg`} variant="quiet" label={`Gezin: ${nameOfFamily(family)}`}>
          Gezin
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}

function OpenCard({ days }: Readonly<{ days: MyDays }>) {
  return (
    <Card title="Nog vast te leggen" tone="soon">
      <DataTable
        caption="Bezoeken die voorbij zijn en nog niet zijn vastgelegd"
        rows={days.open}
        rowKey={({ id }) => id}
        columns={[
          { label: "Wanneer", heading: true, cell: whenOf },
          { label: "Gezin", cell: ({ trajectoryId }) => nameOfFamily(days.families.get(trajectoryId)) },
          {
            label: "Vastleggen",
            action: true,
            cell: (visit) => (
              <LinkButton href={visitHref(visit)} label={`Vastleggen: ${whenOf(visit)}`}>
                Vastleggen
              </LinkButton>
            ),
          },
        ]}
      />
    </Card>
  );
}

function TomorrowCard({ visits, families }: Readonly<{ visits: readonly CareVisit[]; families: MyDays["families"] }>) {
  return (
    <Card title="Morgen">
      <DataTable
        caption="Bezoeken van morgen"
        rows={visits}
        rowKey={({ id }) => id}
        empty={<p>Morgen staat er nog niets gepland.</p>}
        columns={[
          { label: "Tijd", heading: true, cell: timesOfVisit },
          {
            label: "Gezin",
            cell: (visit) => <a href={visitHref(visit)}>{nameOfFamily(families.get(visit.trajectoryId))}</a>,
            note: ({ trajectoryId }) => familyLine(families.get(trajectoryId)),
          },
          { label: "Afgesproken", cell: ({ agreed }) => agreed ?? "" },
        ]}
      />
    </Card>
  );
}

const familyLine = (family: VisitedFamily | undefined): string => (family ? addressOf(family) : "");
