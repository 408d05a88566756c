import { Button } from "../Button.tsx";
import { ButtonRow } from "../ButtonRow.tsx";
import { Card } from "../Card.tsx";
import { Columns } from "../Columns.tsx";
import { DataTable } from "../DataTable.tsx";
import { Facts } from "../Facts.tsx";
import { LinkButton } from "../LinkButton.tsx";
import { Page } from "../Page.tsx";
import { Radar } from "../Radar.tsx";
import { SectionNav } from "../SectionNav.tsx";
import { Steps } from "../Steps.tsx";
import { Tag } from "../Tag.tsx";
import { Track } from "../Track.tsx";

const plan = [
  {
    what: "“Overzicht over onze rekeningen”",
    note: "Doel van het gezin",
    who: "Kredietbank, mw. Voorbeeld",
    when: <Tag tone="soon">do 26 nov</Tag>,
  },
  { what: "49 uur besproken", note: "", who: "Sanne zelf", when: <Tag tone="ok">gedaan</Tag> },
];

const line = (
  <Track
    label="Tijdlijn van de eerste 1.000 dagen: nu week 18"
    from={0}
    to={1003}
    today={129}
    bands={[
      { from: 0, to: 280, label: "zwangerschap" },
      { from: 280, to: 322, label: "kraamtijd", tone: "late" },
      { from: 322, to: 1003, label: "tot 2 jaar", tone: "category" },
    ]}
    dots={[
      { at: 60, label: "aangemeld", when: "ma 14 september 2026" },
      { at: 80, label: "inschatting b", when: "zo 4 oktober 2026" },
      { at: 111, label: "toestemming", when: "wo 4 november 2026", tone: "ok" },
      { at: 126, label: "huisbezoek", when: "do 19 november 2026", note: "Verslag binnen" },
      { at: 139, label: "overleg 2 dec", when: "wo 2 december 2026", tone: "soon" },
      { at: 280, label: "uitgerekend 22 april", when: "do 22 april 2027", tone: "category" },
      { at: 1000, label: "2 jaar", when: "april 2029" },
    ]}
  />
);

/** A page that reads like a story. */
export function ShowcaseFamily() {
  return (
    <Page
      title="Gezin"
      heading="Gezin Frijns"
      back={{ href: "/werk", label: "Gezinnen" }}
      tags={
        <>
          <Tag tone="category">c kwetsbaar</Tag>
          <Tag tone="info">route 3</Tag>
        </>
      }
      head={
        <>
          <Facts
            look="line"
            facts={[
              { label: "Uitgerekend", value: "22 april 2027 (18+2)" },
              { label: "Regie", value: "H. Voorbeeld, JGZ" },
              { label: "Taal", value: "Nederlands" },
              { label: "Liefst bellen", value: "ma-vr na 17 uur" },
              {
                label: "Mag gedeeld met",
                value: (
                  <>
                    JGZ, kraamzorg, Knooppunt Brunssum <a href="/werk">bekijken</a>
                  </>
                ),
              },
            ]}
          />
          {line}
          <SectionNav
            items={[
              { href: "/werk", label: "Overzicht" },
              { href: "#plan", label: "Plan" },
              { href: "#s", label: "Signalen", count: 2 },
              { href: "#t", label: "Toestemming" },
              { href: "#b", label: "Berichten" },
              { href: "#g", label: "Geschiedenis" },
            ]}
          />
        </>
      }
    >
      <Columns
        asideLabel="Over dit gezin"
        aside={
          <>
            <Card title="Brede gesprek" tag={<Tag>19 november</Tag>}>
              <Radar
                label="Brede gesprek van 19 november"
                axes={[
                  "Lichaamsfuncties",
                  "Mentaal welbevinden",
                  "Zingeving",
                  "Kwaliteit van leven",
                  "Meedoen",
                  "Dagelijks functioneren",
                ].map((label) => ({ label }))}
                series={[
                  { label: "19 november", values: [7, 5, 8, 4, 3, 6] },
                  { label: "3 september", values: [5, 4, 7, null, 4, 3] },
                ]}
              />
            </Card>
            <Card title="Betrokken">
              <Facts
                facts={[
                  { label: "Verloskundige", value: "M. Voorbeeld" },
                  {
                    label: "JGZ, regie",
                    value: (
                      <>
                        H. Voorbeeld <a href="/werk">bellen</a>
                      </>
                    ),
                  },
                  { label: "Kraamzorg", value: "Intake op 8 december" },
                ]}
              />
            </Card>
          </>
        }
      >
        <Card title="Nu aan de beurt" tone="info">
          <p>
            <b>Samen bevestigen.</b> De jeugdverpleegkundige stelt c voor, na het huisbezoek van 19 november.
          </p>
          <ButtonRow>
            <Button>Ik bevestig c</Button>
            <LinkButton href="/werk">Ik kom tot iets anders</LinkButton>
          </ButtonRow>
        </Card>
        <Card title="Gezinsplan" id="plan" tag={<Tag tone="ok">akkoord gezin, 20 november</Tag>} action={<a href="/werk">Plan openen</a>}>
          <DataTable
            caption="Afspraken"
            rows={plan}
            rowKey={(row) => row.what}
            columns={[
              { label: "Afspraak", cell: (row) => row.what, note: (row) => row.note },
              { label: "Wie", cell: (row) => row.who },
              { label: "Wanneer", cell: (row) => row.when },
            ]}
          />
        </Card>
        <Card title="Route 3">
          <Steps
            label="Route 3"
            steps={[
              { title: "Huisbezoek", state: "done", when: "do 19 november" },
              { title: "Bevestigen", state: "late", when: "2 dagen te laat" },
              { title: "Overleg", state: "now", when: "wo 2 december", children: "Met JGZ en kraamzorg" },
              { title: "Warme overdracht", state: "later", when: "na de geboorte" },
            ]}
          />
        </Card>
      </Columns>
    </Page>
  );
}
