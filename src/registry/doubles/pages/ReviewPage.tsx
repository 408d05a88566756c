import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatDay } from "../../../kit/day.ts";
import { sayLikeness } from "../doubles.texts.ts";
import type { Side } from "../server/doubles.store.ts";
import type { OpenReview } from "../server/reviewDoubles.ts";

const day = (value: string | null): string => (value === null ? "niet bekend" : formatDay(value));

const rows: readonly { label: string; of: (side: Side) => string }[] = [
  { label: "Organisatie", of: (side) => side.organisation },
  { label: "Voornaam", of: (side) => side.givenName ?? "niet bekend" },
  { label: "Achternaam", of: (side) => [side.prefix, side.familyName].filter(Boolean).join(" ") },
  { label: "Geboortedatum", of: (side) => day(side.birthDate) },
  { label: "A terme datum", of: (side) => day(side.dueDate) },
  { label: "Postcode", of: (side) => side.postcode?.replace(/^(\d{4})(\w{2})$/, "$1 $2") ?? "niet bekend" },
  { label: "Aangemeld op", of: (side) => formatDay(side.registeredOn) },
];

/** Both sides of a likely double, with no more than says whether it is one. */
export function ReviewPage({ review, sides }: OpenReview) {
  const [one, other] = sides;
  return (
    <Page
      title="Is dit dezelfde?"
      back={{ href: "/dubbelen", label: "Mogelijk dubbel" }}
      sub={`Wat op elkaar lijkt: ${sayLikeness(review.likeness)}.`}
    >
      <Stack>
        {one && other ? (
          <Card title="Naast elkaar">
            <DataTable
              caption="De twee kanten naast elkaar"
              rows={rows}
              rowKey={({ label }) => label}
              columns={[
                { label: "Wat", heading: true, cell: ({ label }) => label },
                { label: "Eerst aangemeld", cell: ({ of }) => of(one) },
                { label: "Later aangemeld", cell: ({ of }) => of(other) },
              ]}
            />
          </Card>
        ) : (
          <Alert title="Dit is al beoordeeld">De gegevens worden daarna niet meer getoond.</Alert>
        )}
        {review.state === "open" && <Decide id={review.id} />}
        {review.merged && <Undo id={review.id} />}
      </Stack>
    </Page>
  );
}

function Decide({ id }: { id: string }) {
  const action = `/dubbelen/${id}/besluit`;
  return (
    <Card title="Uw oordeel" tone="soon">
      <p>U ziet alleen wat nodig is om te oordelen. Dat u keek en wat u besluit staat in de inzage van beide gezinnen.</p>
      <ButtonRow>
        <ActionForm
          action={action}
          button="Eén gezin: samenvoegen"
          variant="primary"
          hidden={{ same: "ja" }}
          confirm={
            <>
              De lijn die het eerst is aangemeld gaat verder; de andere organisatie wordt daarbij betrokken. Beide horen dat de ander het
              gezin ook kent. Elk houdt wat zij zelf vastlegde; wat de ander vastlegde ziet zij pas als het gezin dat goedvindt. U kunt dit
              ongedaan maken.
            </>
          }
          confirmButton="Samenvoegen"
        />
        <ActionForm action={action} button="Twee verschillende gezinnen" hidden={{ same: "nee" }} />
      </ButtonRow>
    </Card>
  );
}

function Undo({ id }: { id: string }) {
  return (
    <Card title="Samengevoegd">
      <p>Blijkt dit niet te kloppen? Dan worden het weer twee lijnen, zoals ze waren.</p>
      <ActionForm
        action={`/dubbelen/${id}/ongedaan`}
        button="Samenvoegen ongedaan maken"
        confirm="De andere organisatie is dan niet meer betrokken bij de lijn die verderging. Wat zij daar zelf vastlegde blijft van haar."
        confirmButton="Ongedaan maken"
      />
    </Card>
  );
}
