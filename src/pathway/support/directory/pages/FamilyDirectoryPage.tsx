import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { Columns } from "../../../../design/Columns.tsx";
import { Details } from "../../../../design/Details.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { Form } from "../../../../design/Form.tsx";
import { Page } from "../../../../design/Page.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { languageName } from "../../../../registry/family.texts.ts";
import { type AskPart, askAddress } from "../rules/askAddress.ts";
import { periodWords } from "../directory.texts.ts";
import type { FamilyNow } from "../directory.ts";
import type { FamilyDirectory } from "../server/readDirectory.ts";
import { ContactList } from "./ContactList.tsx";
import { TopicAndLanguage } from "./DirectoryPage.tsx";
import { addressOf, valuesOf } from "./directoryQuery.ts";
import { OfferList } from "./OfferList.tsx";

/** The directory as it fits one family: what fits first, why, and whom to call. */
export function FamilyDirectoryPage({ list, mayWrite }: Readonly<{ list: FamilyDirectory; mayWrite(part: AskPart): boolean }>) {
  const base = `/gezinnen/${list.trajectoryId}/steun`;
  return (
    <Page
      title="Steun voor dit gezin"
      width="wide"
      sub="Wat past bij wat er van het gezin bekend is. U kiest, samen met het gezin."
      back={{ href: `/gezinnen/${list.trajectoryId}`, label: list.heading }}
    >
      <Columns asideLabel="Waar dit op rust" aside={<Aside list={list} />}>
        <Card>
          <Form action={base} method="get" values={valuesOf(list)}>
            <TextField name="zoek" label="Zoeken" hint="Een woord uit de naam of de omschrijving" optional />
            <Details
              summary="Verfijnen: thema, taal"
              open={list.question.topic !== null || list.question.language !== null || list.question.everything}
            >
              <TopicAndLanguage />
              <Checkbox name="alles" label="Laat ook zien wat niet past, en waarom" />
            </Details>
            <ButtonRow>
              <Button>Zoeken</Button>
            </ButtonRow>
          </Form>
        </Card>
        <OfferList
          list={list}
          showFit
          ask={(offer) => askAddress(offer, { ...list, mayWrite })}
          address={(page) => addressOf(base, list, page, true)}
        />
      </Columns>
    </Page>
  );
}

function Aside({ list: { family, contacts } }: Readonly<{ list: FamilyDirectory }>) {
  return (
    <>
      <Card title="Waar dit op rust">
        <Facts facts={factsOf(family)} />
        <p className="wieg-note">Wat u niet mag zien of wat niet bekend is, telt niet mee: dan staat erbij wat u nog moet nagaan.</p>
      </Card>
      <Card title="Vaste aanspreekpunten">
        <ContactList contacts={contacts} />
      </Card>
    </>
  );
}

const factsOf = (family: FamilyNow) => [
  { label: "Gemeente", value: family.municipality?.name ?? "niet bekend" },
  family.period === null ? null : { label: "Periode", value: periodWords[family.period].name },
  family.pregnancyDays === null
    ? null
    : { label: "Zwanger", value: `${Math.trunc(family.pregnancyDays / 7)}+${family.pregnancyDays % 7} weken` },
  family.childMonths === null ? null : { label: "Kind", value: `${family.childMonths} maanden` },
  family.motherAge === null ? null : { label: "Moeder", value: `${family.motherAge} jaar` },
  family.category === null ? null : { label: "Categorie", value: family.category },
  { label: "Taal", value: family.language === null ? "niet bekend" : languageName(family.language) },
];
