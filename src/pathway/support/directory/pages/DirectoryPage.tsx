import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Button } from "../../../../design/Button.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { Details } from "../../../../design/Details.tsx";
import { Form } from "../../../../design/Form.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Select } from "../../../../design/Select.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { languageNames } from "../../../../registry/family.texts.ts";
import { categories } from "../../../assessment/assessment.ts";
import { offerPeriods, topics } from "../directory.ts";
import { periodWords, topicNames } from "../directory.texts.ts";
import type { DirectoryList } from "../server/readDirectory.ts";
import { addressOf, valuesOf } from "./directoryQuery.ts";
import { DirectoryNav } from "./DirectoryNav.tsx";
import { OfferList } from "./OfferList.tsx";

const base = "/sociale-kaart";

/** The whole service directory: who offers what, where, for whom. */
export function DirectoryPage({ list }: Readonly<{ list: DirectoryList }>) {
  const { family, question } = list;
  const narrowed = family.municipality !== null || family.period !== null || family.category !== null;
  return (
    <Page
      title="Sociale kaart"
      width="wide"
      sub="Wie wat biedt, waar, voor wie, en of er plaats is. Klopt iets niet meer? Meld het met één druk."
      actions={
        <>
          <LinkButton href="/sociale-kaart/bestand" variant="quiet" download>
            Bestand (Open Referral)
          </LinkButton>
          {list.mayAdd && <LinkButton href="/sociale-kaart/nieuw">Aanbod toevoegen</LinkButton>}
        </>
      }
    >
      <Stack>
        <DirectoryNav />
        <Card>
          <FilterForm list={list} open={narrowed || question.topic !== null || question.language !== null} />
        </Card>
        <OfferList list={list} showFit={narrowed || family.language !== null} ask={null} address={(page) => addressOf(base, list, page)} />
      </Stack>
    </Page>
  );
}

const filterHint = "Vul in wat u van het gezin weet. Er wordt niets van bewaard. Vanaf de pagina van een gezin gaat dit vanzelf.";

function FilterForm({ list, open }: Readonly<{ list: DirectoryList; open: boolean }>) {
  return (
    <Form action={base} method="get" values={valuesOf(list)}>
      <TextField name="zoek" label="Zoeken" hint="Een woord uit de naam of de omschrijving, zoals schulden of VoorZorg" optional />
      <Details summary="Verfijnen: gemeente, periode, taal, categorie" open={open}>
        <p className="wieg-hint">{filterHint}</p>
        <Select
          name="gemeente"
          label="Gemeente"
          optional
          empty="Alle gemeenten"
          options={list.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="periode"
          label="Periode"
          optional
          empty="Elke periode"
          options={offerPeriods.map((one) => ({ value: one, label: periodWords[one].name }))}
        />
        <Select
          name="categorie"
          label="Categorie"
          optional
          empty="Elke categorie"
          options={categories.map((one) => ({ value: one, label: one }))}
        />
        <TopicAndLanguage />
        <Checkbox name="alles" label="Laat ook zien wat niet past, en waarom" />
      </Details>
      <ButtonRow>
        <Button>Zoeken</Button>
      </ButtonRow>
    </Form>
  );
}

/** What is asked on both pages of the directory. */
export const TopicAndLanguage = () => (
  <>
    <Select name="thema" label="Thema" optional empty="Elk thema" options={choicesOf(topics, topicNames)} />
    <Select
      name="taal"
      label="Taal waarin het moet kunnen"
      optional
      empty="Maakt niet uit"
      options={[...languageNames].map(([value, label]) => ({ value, label }))}
    />
  </>
);
