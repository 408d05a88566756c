import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { OutsideLink } from "../../../design/OutsideLink.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { SittingPageData } from "../server/readSitting.ts";
import type { AgendaItem, Participant, Sitting } from "../sitting.ts";
import { seatWords, sittingStates, whenOf } from "../sitting.texts.ts";
import { CaseCard } from "./CaseCard.tsx";
import { GuestCard } from "./GuestCard.tsx";
import { OrderCard } from "./OrderCard.tsx";

/** A sitting as one at its table sees it; its chair sees what to do next. */
export function SittingPage({ data }: { data: SittingPageData }) {
  const { sitting, items, told } = data;
  return (
    <Page
      title="Bijeenkomst"
      heading={sitting.series}
      tags={
        <Tag tone={sitting.state === "cancelled" ? "late" : sitting.state === "open" ? "info" : "plain"}>
          {sittingStates[sitting.state]}
        </Tag>
      }
      sub={whenOf(sitting)}
      back={{ href: "/overleggen", label: "Overleggen" }}
      actions={<TakeAway data={data} />}
    >
      {told.length > 0 && <Told sitting={sitting} />}
      {sitting.chairs && <ChairCard data={data} />}
      <OrderCard data={data} />
      {(sitting.state === "agenda_set" || sitting.state === "open") &&
        items.map((item) => <CaseCard key={item.id} item={item} sitting={sitting} opensFamily={data.opensFamily} />)}
      {sitting.state === "agenda_set" && items.length === 0 && (
        <Card title="Agenda">
          <EmptyState title="Voor u staat er nu geen casus op">
            Misschien haalde een gezin zijn toestemming terug, of bent u alleen voor een deel gevraagd.
          </EmptyState>
        </Card>
      )}
      {sitting.state === "planned" && !sitting.chairs && (
        <Card title="Agenda">
          <EmptyState title="De agenda staat nog niet vast">U krijgt bericht zodra de voorzitter de casussen heeft gekozen.</EmptyState>
        </Card>
      )}
      {sitting.state === "held" && <HeldCard items={items} />}
      <TableCard data={data} />
      <GuestCard data={data} />
    </Page>
  );
}

/** For the own calendar, and on paper. */
function TakeAway({ data: { sitting, items } }: { data: SittingPageData }) {
  const at = (word: string) => `/overleggen/zittingen/${sitting.id}/${word}`;
  return (
    <ButtonRow>
      {(sitting.state === "agenda_set" || sitting.state === "open") && (
        <LinkButton href={at("lijst.pdf")} variant="quiet" download>
          Lijst op papier
        </LinkButton>
      )}
      {items.some(({ state }) => state === "discussed") && (
        <LinkButton href={at("besluiten.pdf")} variant="quiet" download>
          Besluiten op papier
        </LinkButton>
      )}
      <LinkButton href={at("afspraak")} variant="quiet" download>
        {sitting.state === "cancelled" ? "Uit uw agenda halen" : "In uw agenda zetten"}
      </LinkButton>
    </ButtonRow>
  );
}

function Told({ sitting }: { sitting: Sitting }) {
  const title =
    sitting.state === "cancelled"
      ? "Deze bijeenkomst gaat niet door"
      : sitting.sequence > 0
        ? "Deze bijeenkomst is verplaatst of veranderd"
        : "U bent uitgenodigd";
  return (
    <Alert title={title} tone={sitting.state === "cancelled" ? "late" : "info"}>
      {sitting.told !== null && <p>{sitting.told}</p>}
      <ActionForm action={`/overleggen/zittingen/${sitting.id}/gezien`} button="Gezien" variant="secondary" />
    </Alert>
  );
}

/** What the chair can do now: one step at a time is the clear one. */
function ChairCard({ data: { sitting, today, items } }: { data: SittingPageData }) {
  const to = (part: string) => `/overleggen/zittingen/${sitting.id}/${part}`;
  const isToday = sitting.heldOn === today;
  if (sitting.state === "held" || sitting.state === "cancelled") return null;
  return (
    <Card title="U zit voor" tone="info">
      {sitting.heldOn < today && <p>Deze dag is voorbij. Verplaats de bijeenkomst, of zeg hem af: de casussen wachten dan weer.</p>}
      {sitting.state === "planned" && <p>Kies welke casussen u bespreekt. Pas daarna ziet de tafel ze.</p>}
      {sitting.state === "agenda_set" && !isToday && <p>De agenda staat vast. Op de dag zelf begint u het overleg hier.</p>}
      {sitting.state === "open" && (
        <p>
          {items.filter(({ state }) => state === "on_agenda").length} nog te bespreken. Wat niet aan de beurt komt, gaat terug naar de
          lijst.
        </p>
      )}
      <ButtonRow>
        {sitting.state !== "open" && sitting.heldOn >= today && (
          <LinkButton href={to("agenda")} variant={sitting.state === "planned" ? "primary" : "secondary"}>
            {sitting.state === "planned" ? "Agenda maken" : "Agenda wijzigen"}
          </LinkButton>
        )}
        {sitting.state === "agenda_set" && isToday && (
          <LinkButton href={to("beginnen")} variant="primary">
            Overleg beginnen
          </LinkButton>
        )}
        {sitting.state === "open" && (
          <LinkButton href={to("scherm")} variant="primary">
            Naar het scherm
          </LinkButton>
        )}
        {sitting.state === "open" && <LinkButton href={to("beginnen")}>Wie is er?</LinkButton>}
        <LinkButton href={to("gast")}>Gast vragen</LinkButton>
        {sitting.state !== "planned" && items.some(({ state }) => state === "on_agenda") && (
          <LinkButton href={to("gast-van-buiten")}>Gast zonder account</LinkButton>
        )}
        {sitting.state !== "open" && <LinkButton href={to("verplaatsen")}>Verplaatsen</LinkButton>}
        {sitting.state === "open" && (
          <ActionForm
            action={to("sluiten")}
            button="Overleg sluiten"
            variant="secondary"
            hidden={{ version: sitting.version }}
            confirm="Wie aan tafel zit, ziet de casussen daarna niet meer. Alleen wie een uitkomst noemt, blijft betrokken."
            confirmButton="Sluiten"
          />
        )}
        <LinkButton href={to("afzeggen")} variant="quiet">
          Afzeggen
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}

/** Minutes are what was decided, where the asker still has to do with it. */
function HeldCard({ items }: { items: readonly AgendaItem[] }) {
  return (
    <Card title="Besloten">
      <DataTable
        caption="Wat besloten is, van gezinnen waar u bij betrokken bent"
        rows={items.filter(({ state }) => state === "discussed")}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Voor u is er niets meer te zien">Na het overleg ziet alleen wie een uitkomst noemt het gezin nog.</EmptyState>
        }
        columns={[
          {
            label: "Vraag",
            heading: true,
            cell: ({ question }) => question ?? "",
            note: ({ family }) => (family === null ? "" : `gezin ${family}`),
          },
          { label: "Besluit", cell: ({ decision }) => decision ?? "" },
          {
            label: "",
            action: true,
            cell: ({ id, nr }) => (
              <LinkButton href={`/overleggen/uitkomsten/${id}`} label={`Uitkomst van casus ${nr}`}>
                Uitkomst
              </LinkButton>
            ),
          },
        ]}
      />
    </Card>
  );
}

function TableCard({ data: { sitting, participants, items } }: { data: SittingPageData }) {
  const settable = sitting.chairs && sitting.state !== "held" && sitting.state !== "cancelled";
  const forCase = ({ itemId }: Participant) => items.find(({ id }) => id === itemId)?.nr;
  return (
    <Card title="Waar en wie">
      <Facts
        facts={[
          sitting.place === null ? null : { label: "Plaats", value: sitting.place },
          sitting.link === null
            ? null
            : { label: "Online", value: <OutsideLink href={sitting.link}>Naar de videovergadering</OutsideLink> },
        ]}
      />
      <DataTable
        caption="Wie aan tafel zit"
        rows={participants}
        rowKey={({ id }) => id}
        columns={[
          { label: "Wie", heading: true, cell: seatWords },
          {
            label: "Als",
            cell: (one) =>
              one.kind === "chair"
                ? "voorzitter of vervanger"
                : one.kind === "standing"
                  ? "vast lid"
                  : one.itemId === null
                    ? "gast"
                    : `gast voor casus ${forCase(one) ?? "(van de agenda)"}`,
          },
          {
            label: "",
            action: true,
            cell: (one) =>
              settable && one.kind === "guest" ? (
                <ActionForm
                  action={`/overleggen/zittingen/${sitting.id}/gast/${one.id}/eraf`}
                  button="Komt niet"
                  label={`${seatWords(one)} komt niet`}
                  variant="quiet"
                  hidden={{ version: sitting.version }}
                />
              ) : null,
          },
        ]}
      />
    </Card>
  );
}
