import { ActionForm } from "../ActionForm.tsx";
import { Card } from "../Card.tsx";
import { CountCards } from "../CountCards.tsx";
import { DataTable } from "../DataTable.tsx";
import { LinkButton } from "../LinkButton.tsx";
import { Page } from "../Page.tsx";
import { Tag, type Tone } from "../Tag.tsx";

const work: readonly Readonly<{ name: string; where: string; what: string; why: string; tone: Tone; when: string; press: string }>[] = [
  {
    name: "Y. Dassen",
    where: "22+4, Heerlen",
    what: "Huisbezoek nog niet aangevraagd",
    why: "Sinds 9 november. Termijn: 7 dagen.",
    tone: "late",
    when: "6 dagen te laat",
    press: "Aanvragen",
  },
  {
    name: "A. Öztürk",
    where: "31+0, Kerkrade",
    what: "Nog niet besproken",
    why: "U ziet dit alleen binnen uw praktijk, tot u het besprak.",
    tone: "late",
    when: "1 dag te laat",
    press: "Besproken",
  },
  {
    name: "S. Frijns",
    where: "18+2, Brunssum",
    what: "Samen bevestigen na het bezoek",
    why: "Het verslag kwam donderdag binnen.",
    tone: "soon",
    when: "wo 25 november",
    press: "Bekijken",
  },
];

/** A worklist, as someone sees it in the morning. */
export function ShowcaseWork() {
  return (
    <Page
      title="Mijn werk"
      sub="Zondag 22 november 2026. U hebt 38 gezinnen in zorg."
      actions={
        <LinkButton href="/werk" variant="primary">
          Signaal vastleggen
        </LinkButton>
      }
    >
      <CountCards
        label="Uw werk in getallen"
        counts={[
          { count: 2, label: "te laat", href: "#a", tone: "late" },
          { count: 5, label: "deze week", href: "#b", tone: "soon" },
          { count: 3, label: "wacht op een ander", href: "#c" },
        ]}
      />
      <Card title="Te doen">
        <DataTable
          caption="Te doen"
          rows={work}
          rowKey={(row) => row.name}
          columns={[
            {
              label: "Gezin",
              heading: true,
              cell: (row) => (
                <a href="/werk">
                  <b>{row.name}</b>
                </a>
              ),
              note: (row) => row.where,
            },
            { label: "Wat en waarom", cell: (row) => row.what, note: (row) => row.why },
            { label: "Wanneer", cell: (row) => <Tag tone={row.tone}>{row.when}</Tag> },
            {
              label: "Actie",
              action: true,
              cell: (row) => <ActionForm action="/werk" button={row.press} label={`${row.press}: ${row.name}`} />,
            },
          ]}
        />
      </Card>
      <Card title="Wacht op een ander">
        <DataTable
          caption="Wacht op een ander"
          rows={[1]}
          rowKey={String}
          columns={[
            {
              label: "Gezin",
              heading: true,
              cell: () => (
                <a href="/werk">
                  <b>N. Crombach</b>
                </a>
              ),
              note: () => "26+5, Landgraaf",
            },
            { label: "Waarop", cell: () => "Kredietbank: antwoord op verwijzing", note: () => "Tel. 045 000 00 00, mw. Voorbeeld" },
            { label: "Sinds", cell: () => "4 dagen, antwoord vóór do 26 november" },
            { label: "Actie", action: true, cell: () => <ActionForm action="/werk" button="Herinneren" /> },
          ]}
        />
      </Card>
    </Page>
  );
}
