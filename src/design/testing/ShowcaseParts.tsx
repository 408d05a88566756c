import { ActionForm } from "../ActionForm.tsx";
import { Alert } from "../Alert.tsx";
import { Button } from "../Button.tsx";
import { ButtonRow } from "../ButtonRow.tsx";
import { Card } from "../Card.tsx";
import { CriterionList } from "../CriterionList.tsx";
import { DataTable } from "../DataTable.tsx";
import { Details } from "../Details.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { FillingBar } from "../FillingBar.tsx";
import { LinkButton } from "../LinkButton.tsx";
import { Page } from "../Page.tsx";
import { Pagination } from "../Pagination.tsx";
import { ProgressBar } from "../ProgressBar.tsx";
import { SearchBox } from "../SearchBox.tsx";
import { Tag } from "../Tag.tsx";

/** Every part that the other showcase pages don't have. */
export function ShowcaseParts() {
  return (
    <Page title="Onderdelen" sub="Alle onderdelen op een rij">
      <SearchBox action="/werk" label="Zoek een gezin" hint="Naam, geboortedatum of postcode" />
      <ButtonRow>
        <Button>Bewaren</Button>
        <Button variant="secondary">Later</Button>
        <LinkButton href="/werk" variant="quiet">
          Terug
        </LinkButton>
        <ActionForm
          action="/werk"
          button="Beëindigen"
          confirm={<p>Daarna ziet niemand dit meer in zijn lijst. Wat er staat, blijft bewaard.</p>}
          confirmButton="Ja, beëindigen"
        />
      </ButtonRow>
      <ButtonRow>
        <Tag>gewoon</Tag>
        <Tag tone="late">6 dagen te laat</Tag>
        <Tag tone="soon">wo 25 november</Tag>
        <Tag tone="ok">gedaan</Tag>
        <Tag tone="info">route 3</Tag>
        <Tag tone="category">c kwetsbaar</Tag>
      </ButtonRow>
      <Alert title="Ter informatie">Een rustige melding.</Alert>
      <Alert title="Let op" tone="soon">
        Hier moet u iets mee.
      </Alert>
      <Alert title="Mislukt" tone="late">
        Dit kan zo niet.
      </Alert>
      <Alert title="Gelukt" tone="ok">
        De plaats is gegeven.
      </Alert>
      <Card title="Besluit" tone="soon" tag={<Tag tone="soon">1 vraag open</Tag>}>
        <CriterionList
          criteria={[
            { title: "Kwetsbaarheid", outcome: "met", reason: "Categorie c, samen bevestigd op 22 november 2026." },
            {
              title: "Verzekeraar",
              outcome: "unknown",
              reason: (
                <>
                  In de lijst staat “IZZ”. Dat kan via CZ of VGZ zijn. <a href="/werk">Vraag het na</a>
                </>
              ),
            },
            { title: "Woonplaats", outcome: "notMet", reason: "Sittard hoort niet bij Parkstad." },
          ]}
        />
      </Card>
      <Card title="Plaatsen">
        <FillingBar label="Pijler 1" part={138} whole={150} text="138 van 150 bezet, 12 vrij" />
        <FillingBar label="Pijler 2" part={29} whole={30} text="29 van 30 bezet, 1 vrij" tone="soon" />
        <ProgressBar label="Bestand wordt gelezen" done={4200} total={10000} text="4.200 van 10.000 regels" />
      </Card>
      <Card title="Cijfers">
        <DataTable
          caption="Instroom"
          dense
          showCaption
          rows={
            [
              ["Heerlen", 12, "€ 55,20"],
              ["Kerkrade", 7, "€ 32,20"],
            ] as const
          }
          rowKey={(row) => row[0]}
          foot={["Samen", 19, "€ 87,40"]}
          columns={[
            { label: "Gemeente", heading: true, cell: (row) => row[0] },
            { label: "Gezinnen", numeric: true, cell: (row) => row[1] },
            { label: "Bedrag", numeric: true, cell: (row) => row[2] },
          ]}
        />
        <Pagination page={3} pages={8} href={(page) => `?pagina=${page}`} />
      </Card>
      <Card title="Nog leeg">
        <EmptyState
          title="U hebt nog geen gezinnen in zorg"
          action={
            <LinkButton href="/werk" variant="primary">
              Gezin aanmelden
            </LinkButton>
          }
        >
          Meld een gezin aan, of lees de lijst van uw praktijk in.
        </EmptyState>
      </Card>
      <Details summary="Waarom vragen wij dit?">
        <p>Omdat de gemeente het geld geeft.</p>
      </Details>
    </Page>
  );
}
