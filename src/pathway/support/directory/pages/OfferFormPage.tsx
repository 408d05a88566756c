import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Fieldset } from "../../../../design/Fieldset.tsx";
import { Form } from "../../../../design/Form.tsx";
import { HiddenField } from "../../../../design/HiddenField.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextArea } from "../../../../design/TextArea.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { languageNames } from "../../../../registry/family.texts.ts";
import { categories } from "../../../assessment/assessment.ts";
import { offerPeriods, offerStatuses, topics } from "../directory.ts";
import { periodWords, statusWords, topicNames } from "../directory.texts.ts";
import type { OfferFormData } from "../server/changeOffer.ts";
import { sayRole } from "./sayRole.ts";
import { offerValues } from "./offerBody.ts";

/** Everything that an offer says of itself; who saves it has checked it. */
export function OfferFormPage({ data, values, errors }: Readonly<{ data: OfferFormData; values: Values; errors: Errors }>) {
  const { offer } = data;
  const action = offer === null ? "/sociale-kaart/nieuw" : `/sociale-kaart/${offer.id}/wijzigen`;
  const typed = Object.keys(values).length > 0;
  return (
    <Page
      title={offer === null ? "Aanbod toevoegen" : `${offer.name} wijzigen`}
      width="narrow"
      sub="Wat u opslaat, geldt als nagekeken op vandaag. Hier staan geen gegevens van gezinnen."
      back={offer === null ? { href: "/sociale-kaart", label: "Sociale kaart" } : { href: `/sociale-kaart/${offer.id}`, label: offer.name }}
      errors={errors}
    >
      <Form action={action} errors={errors} values={typed ? values : offerValues(data)}>
        {offer !== null && <HiddenField name="version" value={offer.version} />}
        <WhatFields data={data} />
        <ForWhomFields data={data} />
        <ReachFields data={data} />
        <ButtonRow>
          <Button>Opslaan: dit klopt</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function WhatFields({ data }: Readonly<{ data: OfferFormData }>) {
  return (
    <Fieldset legend="Wat het is">
      <TextField name="name" label="Naam" maxLength={120} />
      {data.organisations.length > 1 && (
        <Select
          name="organisation"
          label="Organisatie die het biedt"
          options={data.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea
        name="description"
        label="Omschrijving"
        hint="In gewone woorden: wat gebeurt er, hoe vaak, hoe lang"
        rows={3}
        maxLength={2000}
      />
      <TextField name="audience" label="Voor wie, in één zin" optional maxLength={300} />
      <CheckboxGroup name="topics" label="Thema's" options={choicesOf(topics, topicNames)} columns optional />
      <Select
        name="status"
        label="Stand"
        empty={null}
        options={offerStatuses.map((one) => ({ value: one, label: statusWords[one].text }))}
      />
    </Fieldset>
  );
}

function ForWhomFields({ data }: Readonly<{ data: OfferFormData }>) {
  return (
    <Fieldset legend="Voor wie" hint="Wat u leeg laat, doet er niet toe.">
      <CheckboxGroup
        name="periods"
        label="Periode"
        options={offerPeriods.map((one) => ({ value: one, label: periodWords[one].name }))}
        optional
      />
      <TextField name="pregnancyFromWeek" label="Begint vanaf" unit="weken zwanger" type="number" width="short" optional />
      <TextField name="pregnancyBeforeWeek" label="Begint voor" unit="weken zwanger" type="number" width="short" optional />
      <TextField name="childBeforeMonths" label="Kind jonger dan" unit="maanden" type="number" width="short" optional />
      <TextField name="minimumAge" label="Moeder vanaf" unit="jaar" type="number" width="short" optional />
      <TextField name="maximumAge" label="Moeder tot en met" unit="jaar" type="number" width="short" optional />
      <Checkbox name="firstChildOnly" label="Alleen voor een eerste kind" />
      <CheckboxGroup name="categories" label="Categorie" options={categories.map((one) => ({ value: one, label: one }))} optional />
      <CheckboxGroup
        name="municipalities"
        label="Gemeenten"
        hint="Niets aangevinkt: de hele regio"
        options={data.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        columns
        optional
      />
      <CheckboxGroup
        name="languages"
        label="Talen"
        options={[...languageNames].map(([value, label]) => ({ value, label }))}
        columns
        optional
      />
      <TextField name="interpretationServices" label="Tolk" hint="Hoe er een tolk bij kan, zoals tolkentelefoon" optional maxLength={300} />
      <TextArea
        name="eligibilityDescription"
        label="Wat u verder moet nagaan"
        hint="Zoals: of de JGZ een indicatie gaf"
        rows={2}
        maxLength={500}
        optional
      />
    </Fieldset>
  );
}

function ReachFields({ data }: Readonly<{ data: OfferFormData }>) {
  return (
    <Fieldset legend="Bereiken, plaats en kosten">
      <Select
        name="contact"
        label="Contactpersoon die met Wieg werkt"
        hint="Krijgt op de werklijst als iets nagekeken moet worden"
        optional
        empty="Niemand: de hele organisatie"
        options={data.people.map(({ membershipId, name, role }) => ({ value: membershipId, label: `${name}, ${sayRole(role)}` }))}
      />
      <TextField name="contactName" label="Of een andere contactpersoon" optional maxLength={120} />
      <TextField name="contactPhone" label="Telefoon" type="tel" optional maxLength={40} />
      <TextField name="contactEmail" label="E-mail" type="email" optional maxLength={200} />
      <TextField name="url" label="Website" type="url" optional maxLength={300} />
      <TextField name="locationName" label="Waar" optional maxLength={120} />
      <TextField name="locationAddress" label="Adres" optional maxLength={200} />
      <TextArea name="applicationProcess" label="Hoe men zich aanmeldt" rows={2} maxLength={500} optional />
      <TextField name="waitWeeks" label="Wachttijd nu" unit="weken" type="number" width="short" optional />
      <TextField name="capacityAvailable" label="Vrije plaatsen nu" type="number" width="short" optional />
      <TextField name="capacityMaximum" label="Plaatsen in totaal" type="number" width="short" optional />
      <TextField name="feesDescription" label="Kosten voor het gezin" optional maxLength={300} />
    </Fieldset>
  );
}
