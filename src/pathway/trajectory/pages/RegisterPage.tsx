import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { outsideRegion } from "../../../registry/family.ts";
import { languageNames } from "../../../registry/family.texts.ts";

export interface RegisterChoices {
  readonly municipalities: readonly { code: string; name: string }[];
  readonly maternityCare: readonly { id: string; name: string }[];
}

/** Families that may be the same, kept among the errors under this name: they are links, not a sentence. */
export const doublesKey = "doubles";

/** Registering a family by hand, in one column and under two minutes. */
export function RegisterPage({ choices, values, errors }: { choices: RegisterChoices; values: Values; errors: Errors }) {
  const { [doublesKey]: doubles, ...sentences } = errors;
  const asked = Object.keys(values).length === 0 ? { language: "nl", safe: "niet-gevraagd" } : values;
  return (
    <Page
      title="Gezin aanmelden"
      width="narrow"
      back={{ href: "/gezinnen", label: "Gezinnen" }}
      errors={sentences}
      sub="Alleen de naam, de geboortedatum en de uitgerekende datum zijn nodig. De rest mag later."
    >
      <Form action="/gezinnen/nieuw" errors={sentences} values={asked} draft="gezin-aanmelden">
        {doubles !== undefined && <Doubles found={JSON.parse(doubles) as readonly { id: string; label: string }[]} />}
        <Fieldset legend="De zwangere of moeder">
          <TextField name="givenName" label="Voornaam" optional />
          <TextField name="prefix" label="Tussenvoegsel" width="short" optional />
          <TextField name="familyName" label="Achternaam" />
          <DateField name="birthDate" label="Geboortedatum" />
        </Fieldset>
        <Pregnancy />
        <Address municipalities={choices.municipalities} />
        <Reaching />
        <Fieldset legend="Verzekering en kraamzorg">
          <TextField name="insurer" label="Zorgverzekeraar" hint="Zoals op de zorgpas; de naam of het nummer van 4 cijfers." optional />
          <Select
            name="maternityCare"
            label="Kraamzorg"
            empty="Nog niet bekend"
            optional
            options={choices.maternityCare.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="maternityCareOther" label="Andere kraamzorg" hint="Als de organisatie niet in de lijst staat." optional />
        </Fieldset>
        <Details
          summary="Partner toevoegen"
          open={["partnerGivenName", "partnerFamilyName", "partnerBirthDate"].some((name) => values[name] || errors[name])}
        >
          <Fieldset legend="Partner" hint="Gegevens over de partner deelt u alleen als de partner dat zelf goedvindt.">
            <TextField name="partnerGivenName" label="Voornaam" optional />
            <TextField name="partnerPrefix" label="Tussenvoegsel" width="short" optional />
            <TextField name="partnerFamilyName" label="Achternaam" optional />
            <DateField name="partnerBirthDate" label="Geboortedatum" optional />
          </Fieldset>
        </Details>
        <ButtonRow>
          {doubles === undefined ? (
            <Button>Gezin aanmelden</Button>
          ) : (
            <Button variant="secondary" name="anyway" value="ja">
              Ander gezin: toch registreren
            </Button>
          )}
          <LinkButton href="/gezinnen" variant="quiet">
            Niet nu
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Doubles({ found }: { found: readonly { id: string; label: string }[] }) {
  return (
    <Alert tone="soon" title="Is dit hetzelfde gezin?">
      <ul>
        {found.map(({ id, label }) => (
          <li key={id}>
            <a href={`/gezinnen/${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Pregnancy() {
  return (
    <Fieldset legend="De zwangerschap">
      <DateField
        name="dueDate"
        label="Uitgerekende datum"
        hint="Zoals 22-4-2027. Alle termijnen volgen eruit. Alleen leeg bij een kinderwens of een kind dat al geboren is."
      />
      <Checkbox name="preconception" label="Nog niet zwanger" hint="Kinderwens: begeleiding vóór de zwangerschap." />
      <DateField name="bornOn" label="Al geboren? Dag van de geboorte" optional />
      <TextField name="parity" label="Eerdere zwangerschappen" width="short" hint="Zoals G2P1." optional />
    </Fieldset>
  );
}

function Address({ municipalities }: { municipalities: RegisterChoices["municipalities"] }) {
  return (
    <Fieldset legend="Waar het gezin woont" hint="De gemeente volgt uit de postcode, of u kiest haar.">
      <TextField name="postcode" label="Postcode" width="short" autoComplete="off" optional />
      <TextField name="houseNumber" label="Huisnummer" width="short" optional />
      <TextField name="street" label="Straat" optional />
      <TextField name="place" label="Plaats" optional />
      <Select
        name="municipality"
        label="Gemeente"
        empty="Volgt uit de postcode"
        optional
        options={[
          ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
          { value: outsideRegion, label: "Buiten de regio" },
        ]}
      />
    </Fieldset>
  );
}

function Reaching() {
  return (
    <Fieldset legend="Taal en contact">
      <Select
        name="language"
        label="Taal"
        empty="Niet bekend"
        optional
        options={[...languageNames].map(([value, label]) => ({ value, label }))}
      />
      <Checkbox name="interpreter" label="Er is een tolk nodig" />
      <Checkbox name="readsLittle" label="Leest weinig: liever praten dan schrijven" />
      <TextField name="phone" label="Telefoon" type="tel" width="medium" optional />
      <TextField name="email" label="E-mail" type="email" optional />
      <RadioGroup
        name="safe"
        label="Is het veilig om zo contact op te nemen?"
        optional
        options={[
          { value: "ja", label: "Ja, gevraagd" },
          { value: "nee", label: "Nee", hint: "Iemand leest of luistert mee. Er gaat dan niets heen." },
          { value: "niet-gevraagd", label: "Nog niet gevraagd", hint: "Dan gebruikt niemand het, tot u het vroeg." },
        ]}
      />
      <TextField name="safeMoments" label="Wanneer wel?" hint="Zoals: maandag tot en met vrijdag na 17 uur." optional />
      <TextField name="contactWish" label="Hoe wil het gezin liefst contact?" hint="Zoals: liefst bellen, niet appen." optional />
    </Fieldset>
  );
}
